//! Which mentions of a document name the same person, organisation or place.

use crate::lexicon::WordSet;
use std::collections::{BTreeSet, HashMap};

use super::gender;
use super::label::{EntityLabel, Gender};
use super::lists::people::TITLES;
use super::mention::{Entities, Entity, Mention};
use super::name::Name;
use super::reading::Reading;
use crate::text::Span;

/// Words of an organisation's or place's name that its short forms leave out.
const SMALL: WordSet = WordSet::new("& a and de del du for in la of on the to");

/// Endings of company names that say nothing about which company it is.
const COMPANY: WordSet = WordSet::new("co co. company corp corp. corporation group holdings inc inc. limited llc ltd ltd. plc");

/// Different names of the same place.
const PLACES: &[(&str, &str)] = &[
    ("america", "united states"),
    ("britain", "united kingdom"),
    ("d.c", "washington, d.c."),
    ("the united states", "united states"),
    ("u.k", "united kingdom"),
    ("u.s", "united states"),
    ("u.s.a", "united states"),
    ("uae", "united arab emirates"),
    ("uk", "united kingdom"),
    ("united states of america", "united states"),
    ("us", "united states"),
    ("usa", "united states"),
];

/// So many people of one document are known by a word of their names: a list of a thousand Johns says nothing of "John".
const NAMESAKES: usize = 100;

/// Gives every name its entity. `names` are in order.
pub(super) fn link(r: &Reading<'_>, names: Vec<Name>, known: &dyn Fn(&str) -> Option<Gender>) -> Entities {
    let mut linker = Linker::default();
    linker.read_full_names(r, &names);
    let mut groups = Vec::with_capacity(names.len());
    for at in 0..names.len() {
        let group = linker.group(r, &names, &groups, at);
        groups.push(group);
    }
    // Entities in order of first mention; groups that nothing joined fall away.
    let mut number: Vec<Option<usize>> = vec![None; linker.groups.len()];
    let mut entities: Vec<Entity> = Vec::new();
    let mut mentions = Vec::with_capacity(names.len());
    for (Name { span, label, score, rule, value, place_kind }, group) in names.into_iter().zip(groups) {
        let entity = *number[group].get_or_insert_with(|| {
            entities.push(Entity { label, name: String::new(), gender: None });
            entities.len() - 1
        });
        let name = tidy(span.of(r.text));
        if fuller(&name, &entities[entity].name, label) {
            entities[entity].name = name;
        }
        mentions.push(Mention { span, label, entity, score, rule, value, place_kind });
    }
    gender::fill(r, &mentions, &mut entities, known);
    Entities { mentions, entities }
}

/// The name on one line.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True where `name` says more than `than`. An acronym never does.
fn fuller(name: &str, than: &str, label: EntityLabel) -> bool {
    if than.is_empty() {
        return true;
    }
    let weight = |n: &str| (n.split(' ').count(), n.chars().count());
    match label {
        EntityLabel::Person | EntityLabel::Org | EntityLabel::Misc | EntityLabel::Norp => weight(name) > weight(than),
        EntityLabel::Loc => name.chars().count() > than.chars().count() && (is_acronym(than) || than.split(' ').count() < name.split(' ').count()),
        _ => false,
    }
}

fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|c| *c != '.').count();
    (2..=7).contains(&letters) && word.chars().all(|c| c.is_uppercase() || c == '.' || c == '&' || c.is_ascii_digit()) && word.chars().any(char::is_uppercase)
}

#[derive(Default)]
struct Linker {
    /// Full names in words, in lower case, one a group; empty for groups that are no person.
    groups: Vec<Vec<String>>,
    by_name: HashMap<(EntityLabel, String), usize>,
    /// Persons by each word of their full name: (group, true for the family name).
    persons: HashMap<String, Vec<(usize, bool)>>,
    /// Organisations by content words in order of the alphabet, by acronym, and by first word.
    organisations: HashMap<String, Vec<usize>>,
    /// Where each group was last mentioned, as a count of names.
    seen: Vec<usize>,
    /// "Mr." or "Mrs." seen with a group.
    titled: Vec<Option<Gender>>,
    /// Offices seen right before a group's full name: "president".
    offices: Vec<BTreeSet<String>>,
}

impl Linker {
    fn add(&mut self, words: Vec<String>) -> usize {
        self.groups.push(words);
        self.seen.push(0);
        self.titled.push(None);
        self.offices.push(BTreeSet::new());
        self.groups.len() - 1
    }

    /// Makes a group for every name of two words and more, so that a short form before the full name finds it too.
    fn read_full_names(&mut self, r: &Reading<'_>, names: &[Name]) {
        for name in names {
            let text = name.span.of(r.text);
            match name.label {
                EntityLabel::Person => {
                    let words = person_words(text);
                    if words.len() < 2 {
                        continue;
                    }
                    let office = office_before(r, name.span);
                    if let Some(group) = self.by_name.get(&(EntityLabel::Person, words.join(" "))) {
                        self.offices[*group].extend(office);
                        continue;
                    }
                    let group = self.same_person(&words).unwrap_or_else(|| {
                        let group = self.add(words.clone());
                        for (n, word) in words.iter().enumerate() {
                            let bearers = self.persons.entry(word.clone()).or_default();
                            if bearers.len() < NAMESAKES {
                                bearers.push((group, n + 1 == words.len()));
                            }
                        }
                        group
                    });
                    self.offices[group].extend(office);
                    self.by_name.insert((EntityLabel::Person, words.join(" ")), group);
                }
                EntityLabel::Org | EntityLabel::Loc => {
                    let key = name_key(text, name.label);
                    if self.by_name.contains_key(&(name.label, key.clone())) || is_acronym(text) {
                        continue;
                    }
                    let content = content_key(&key);
                    let same =
                        (name.label == EntityLabel::Org).then(|| self.organisations.get(&format!("={content}")).and_then(|g| g.first().copied())).flatten();
                    let group = same.unwrap_or_else(|| {
                        let group = self.add(Vec::new());
                        for form in short_forms(text, &key, &content, name.label) {
                            let groups = self.organisations.entry(form).or_default();
                            // Of more than one it is only asked whether there is more than one.
                            if groups.len() < 2 && !groups.contains(&group) {
                                groups.push(group);
                            }
                        }
                        group
                    });
                    self.by_name.insert((name.label, key), group);
                }
                _ => {}
            }
        }
    }

    /// The person with the same first and family name: "Donald J. Trump" is "Donald Trump".
    fn same_person(&self, words: &[String]) -> Option<usize> {
        let (first, last) = (words.first()?, words.last()?);
        let candidates = self.persons.get(last)?;
        candidates.iter().filter(|(_, family)| *family).map(|(g, _)| *g).find(|g| {
            let other = &self.groups[*g];
            other.len() >= 2 && (other[0] == *first || (initial(&other[0], first) && other.len() == words.len()))
        })
    }

    fn group(&mut self, r: &Reading<'_>, names: &[Name], groups: &[usize], at: usize) -> usize {
        let name = &names[at];
        let text = name.span.of(r.text);
        let found = match name.label {
            EntityLabel::Person => self.person(r, name, text),
            EntityLabel::Org | EntityLabel::Loc => self.organisation(r, names, groups, at, text),
            label => {
                let key = match label {
                    EntityLabel::Norp => text.to_lowercase().trim_end_matches('s').to_owned(),
                    _ => name.value.clone().unwrap_or_else(|| text.to_lowercase()),
                };
                self.named(label, key)
            }
        };
        self.seen[found] = at + 1;
        found
    }

    fn named(&mut self, label: EntityLabel, key: String) -> usize {
        if let Some(group) = self.by_name.get(&(label, key.clone())) {
            return *group;
        }
        let group = self.add(Vec::new());
        self.by_name.insert((label, key), group);
        group
    }

    fn person(&mut self, r: &Reading<'_>, name: &Name, text: &str) -> usize {
        let words = person_words(text);
        let key = words.join(" ");
        let title = gender::of_title_before(r, name.span);
        let office = office_before(r, name.span);
        if words.len() >= 2 {
            let group = match self.by_name.get(&(EntityLabel::Person, key.clone())) {
                Some(group) => *group,
                None => self.named(EntityLabel::Person, key),
            };
            if title.is_some() {
                self.titled[group] = title;
            }
            return group;
        }
        let Some(word) = words.first() else { return self.named(EntityLabel::Person, text.to_lowercase()) };
        let best = self.persons.get(word).and_then(|candidates| {
            candidates
                .iter()
                .filter(|(g, family)| {
                    // "Mrs. Clinton" is not Bill Clinton; a title goes with the family name.
                    (title.is_none() || *family) && (title.is_none() || self.titled[*g].is_none() || self.titled[*g] == title)
                })
                // "President Bush" is the one who was called President; else the one mentioned last; among those to come, the
                // first. A family name beats a first name.
                .max_by_key(|(g, family)| {
                    let holds = office.as_ref().is_some_and(|o| self.offices[*g].contains(o));
                    (*family, holds, self.seen[*g], std::cmp::Reverse(*g))
                })
                .map(|(g, _)| *g)
        });
        let group = best.unwrap_or_else(|| self.named(EntityLabel::Person, key));
        if title.is_some() && self.titled[group].is_none() {
            self.titled[group] = title;
        }
        group
    }

    fn organisation(&mut self, r: &Reading<'_>, names: &[Name], groups: &[usize], at: usize, text: &str) -> usize {
        let name = &names[at];
        let label = name.label;
        // "World Health Organization (WHO)": the acronym belongs to the name before the bracket.
        if is_acronym(text)
            && let Some(previous) = at.checked_sub(1).map(|p| &names[p])
            && r.text[previous.span.end()..name.span.start()].trim() == "("
            && previous.label == label
            && !is_acronym(previous.span.of(r.text))
        {
            let key = name_key(text, label);
            self.by_name.insert((label, key), groups[at - 1]);
            return groups[at - 1];
        }
        let key = name_key(text, label);
        if let Some(group) = self.by_name.get(&(label, key.clone())) {
            return *group;
        }
        let sign = if label == EntityLabel::Org { 'o' } else { 'l' };
        let form = if is_acronym(text) { format!("{sign}#{}", key.replace('.', "")) } else { format!("{sign}~{key}") };
        if let Some([only]) = self.organisations.get(&form).map(Vec::as_slice) {
            return *only;
        }
        self.named(label, key)
    }
}

/// The office named right before a person, in small letters without a final dot; not "Mr." and the like, which everybody has.
fn office_before(r: &Reading<'_>, span: Span) -> Option<String> {
    let word = r.word(r.before(r.layout.tokens_in(span).start)?);
    let everybody = ["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss"].contains(&word);
    (TITLES.has(word) && !everybody).then(|| word.trim_end_matches('.').to_lowercase())
}

/// The words of a person's name that tell persons apart, in lower case: initials and "Jr." fall away, unless nothing else is there.
fn person_words(text: &str) -> Vec<String> {
    let all: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let mut kept: Vec<String> = all
        .iter()
        .enumerate()
        .filter(|(n, w)| {
            let inner_initial = *n > 0 && w.trim_end_matches('.').chars().count() == 1;
            !inner_initial && !matches!(w.as_str(), "sr." | "sr" | "," | "iii" | "ii")
        })
        .map(|(_, w)| w.trim_end_matches(',').to_owned())
        .collect();
    // A junior is another person than his father, with the same family name.
    if kept.len() > 1 && matches!(kept.last().map(String::as_str), Some("jr." | "jr")) {
        kept.pop();
        if let Some(first) = kept.first_mut()
            && all.len() > 2
        {
            first.push_str(" jr");
        }
    }
    kept
}

fn initial(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let short = short.trim_end_matches('.');
    short.chars().count() == 1 && long.starts_with(short)
}

/// What two spellings of one name share: lower case, no article, no final dot, no company ending.
fn name_key(text: &str, label: EntityLabel) -> String {
    let lower = tidy(text).to_lowercase();
    let mut key = lower.strip_prefix("the ").unwrap_or(&lower);
    if label == EntityLabel::Loc {
        key = key.trim_end_matches('.');
        if let Ok(n) = PLACES.binary_search_by(|(name, _)| (*name).cmp(key)) {
            return PLACES[n].1.to_owned();
        }
        return key.to_owned();
    }
    let mut words: Vec<&str> = key.split(' ').collect();
    while words.len() > 1 && words.last().is_some_and(|w| COMPANY.has(w.trim_end_matches(','))) {
        words.pop();
    }
    words.join(" ").trim_end_matches(',').to_owned()
}

/// The content words of a name, sorted: "department of justice" and "justice department" have the same.
fn content_key(key: &str) -> String {
    let mut words: Vec<&str> = key.split(' ').filter(|w| !SMALL.has(w)).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Under which short forms a full name is looked up: "=" content words, "#" acronym, "~" first or last word.
fn short_forms(text: &str, key: &str, content: &str, label: EntityLabel) -> Vec<String> {
    let mut forms = Vec::new();
    let sign = if label == EntityLabel::Org { 'o' } else { 'l' };
    if label == EntityLabel::Org {
        forms.push(format!("={content}"));
    }
    let words: Vec<&str> = key.split([' ', '-']).filter(|w| !w.is_empty()).collect();
    if words.len() < 2 {
        return forms;
    }
    let initials = |keep_small: bool| -> String { words.iter().filter(|w| keep_small || !SMALL.has(w)).filter_map(|w| w.chars().next()).collect() };
    for acronym in [initials(false), initials(true)] {
        forms.push(format!("{sign}#{acronym}"));
    }
    if label == EntityLabel::Org {
        // "Fox" for Fox News, "the Commission" for the European Commission: only where the document has one such name.
        forms.push(format!("{sign}~{}", words[0]));
        let last = words[words.len() - 1];
        if text.split_whitespace().next_back().is_some_and(|w| w.starts_with(char::is_uppercase)) {
            forms.push(format!("{sign}~{last}"));
        }
        if let Some(of) = words.iter().position(|w| *w == "of")
            && of > 0
        {
            forms.push(format!("{sign}~{}", words[of - 1]));
        }
    }
    forms
}
