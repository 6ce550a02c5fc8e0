//! What a document's clear names say of its unclear ones: a surname after the full name, an acronym after its
//! expansion, the same words without a label, one name written twice.

use std::collections::{BTreeMap, BTreeSet};

use super::known::well_known;
use crate::entities::label::EntityLabel;
use crate::entities::model::lexicon::Lists;
use crate::entities::model::{EntityModel, Page};
use crate::entities::name::{CLEAR, Name};
use crate::entities::reading::Reading;
use crate::lexicon::WordSet;

/// Below this a label gives way to what the document says.
const UNCLEAR: f32 = 0.8;

/// The rule that a family name alone is the person who was named in full.
const FAMILY_NAME: &str = "entities.family_name";

/// Gives unclear names the label that clear ones have.
pub(super) fn relabel(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, names: &mut [Name]) {
    let seen = Seen::new(r, names);
    for at in 0..names.len() {
        let tokens = names[at].tokens(r);
        if let Some((label, rule)) = seen.label(r, page, names, at) {
            let name = &mut names[at];
            if rule == FAMILY_NAME {
                name.score = name.score.max(CLEAR);
                // "Attorney General Ruiz", taken for an office: the person is what follows the titles.
                name.span = r.span(tokens.end - 1, tokens.end);
            }
            name.label = label;
            name.rule = rule;
            name.place_kind = if label == EntityLabel::Loc { model.place_kind(page, tokens.start, tokens.end) } else { None };
        }
    }
}

/// What the names of a document say of each other.
struct Seen<'v> {
    /// Family names of people that are clear and named in full.
    families: BTreeSet<&'v str>,
    /// First names that people of the document are called by alone: "Paris" after "Paris Okafor".
    called: BTreeSet<&'v str>,
    /// Every word of people's names of two words and more.
    people: BTreeSet<&'v str>,
    /// First words of clear names of organisations of several words: "Shohoz" of "Shohoz JV".
    parts: BTreeSet<&'v str>,
    /// What acronyms stand for that are explained in brackets.
    acronyms: BTreeMap<&'v str, EntityLabel>,
    /// Labels of whole names, by how sure.
    labels: BTreeMap<&'v str, [f32; 9]>,
}

impl<'v> Seen<'v> {
    fn new(r: &Reading<'v>, names: &[Name]) -> Self {
        let mut firsts = BTreeSet::new();
        let mut alone = BTreeSet::new();
        for name in names.iter().filter(|n| n.label == EntityLabel::Person) {
            let tokens = name.tokens(r);
            if tokens.len() > 1 {
                firsts.insert(r.word(tokens.start))
            } else {
                alone.insert(r.word(tokens.start))
            };
        }
        let called = firsts.intersection(&alone).copied().collect();
        let mut seen =
            Seen { called, families: BTreeSet::new(), people: BTreeSet::new(), parts: BTreeSet::new(), acronyms: BTreeMap::new(), labels: BTreeMap::new() };
        for (at, name) in names.iter().enumerate() {
            let text = name.span.of(r.text);
            seen.labels.entry(text).or_default()[name.label as usize] += name.score;
            let tokens = name.tokens(r);
            if name.label == EntityLabel::Person && tokens.len() >= 2 {
                seen.people.extend(tokens.clone().map(|at| r.word(at)));
                if name.score >= CLEAR {
                    seen.families.insert(r.word(tokens.end - 1));
                }
            }
            if name.label == EntityLabel::Org && tokens.len() >= 2 && name.score >= CLEAR {
                seen.parts.insert(r.word(tokens.start));
            }
            if let Some(before) = at.checked_sub(1).map(|b| &names[b])
                && matches!(before.label, EntityLabel::Org | EntityLabel::Loc)
                && r.text[before.span.end()..name.span.start()].trim() == "("
                && stands_for(text, before.span.of(r.text))
            {
                seen.acronyms.entry(text).or_insert(before.label);
            }
        }
        seen
    }

    /// The label of name `at`, where it is better than its own, and the rule that gives it.
    fn label(&self, r: &Reading<'_>, page: &Page<'_>, names: &[Name], at: usize) -> Option<(EntityLabel, &'static str)> {
        let name = &names[at];
        let text = name.span.of(r.text);
        let tokens = name.tokens(r);
        let found = |label, rule| (label != name.label).then_some((label, rule));
        if name.label != EntityLabel::Person && self.families.contains(r.word(tokens.end - 1)) {
            let place = page.lists(tokens.start).has(Lists::CITY | Lists::COUNTRY | Lists::REGION | Lists::ORGANISATION);
            let alone = tokens.len() == 1 && (name.score < UNCLEAR || !place);
            let titles = tokens.len() > 1 && (tokens.start..tokens.end - 1).all(|t| page.lists(t).has(Lists::TITLE));
            if alone || titles {
                return found(EntityLabel::Person, FAMILY_NAME);
            }
        }
        let placed = || r.before(tokens.start).is_some_and(|b| r.is_of(b, const { WordSet::new("around at from in near of outside to") }));
        if name.label == EntityLabel::Loc && tokens.len() == 1 && self.called.contains(text) && !placed() {
            return found(EntityLabel::Person, "entities.first_name");
        }
        if let Some(label) = self.acronyms.get(text) {
            return found(*label, "entities.acronym");
        }
        // "World Health Organization (WHO)", whatever the letters.
        if at > 0 && tokens.len() == 1 && text.len() <= 8 && text.chars().filter(|c| c.is_uppercase()).count() >= 2 {
            let before = &names[at - 1];
            if r.text[before.span.end()..name.span.start()].trim() == "("
                && matches!(before.label, EntityLabel::Org | EntityLabel::Loc | EntityLabel::Misc)
                && before.span.len() > text.len()
                && before.score > name.score
                && before.label != name.label
                // "New York (AP)"
                && !(before.label == EntityLabel::Loc && name.label == EntityLabel::Org && page.lists(tokens.start).has(Lists::ORGANISATION))
            {
                return found(before.label, "entities.acronym");
            }
        }
        if matches!(name.label, EntityLabel::Person | EntityLabel::Misc) && well_known(text) && !tokens.clone().any(|t| self.people.contains(r.word(t))) {
            return found(EntityLabel::Loc, "entities.well_known");
        }
        // "Shohoz" after "Shohoz JV": a word that is nothing but the beginning of that name.
        if (matches!(name.label, EntityLabel::Person | EntityLabel::Misc) || name.label == EntityLabel::Loc && !page.stands_as_place(tokens.start))
            && tokens.len() == 1
            && (name.score < UNCLEAR || page.likely(tokens.start).is_none())
            && self.parts.contains(text)
            && !self.people.contains(text)
            && page.lists(tokens.start).without(Lists::ORGANISATION).is_empty()
            && page.likely(tokens.start).is_none_or(|l| l[1] >= 60)
        {
            return found(EntityLabel::Org, "entities.part_of_name");
        }
        // The same words elsewhere, much more sure; whole names of several words hardly ever mean two things.
        if (name.score < 0.6 || tokens.len() > 1)
            && let Some(votes) = self.labels.get(text)
            && let Some((best, vote)) = EntityLabel::ALL.iter().zip(votes).max_by(|a, b| a.1.total_cmp(b.1))
            && *vote > 2.0 * votes[name.label as usize] + 0.7
        {
            return found(*best, "entities.same_words");
        }
        None
    }
}

/// True where the letters of `short` are the first letters of the capitalised words of `long`, or of most of them: "BoG", "Bank of Ghana".
fn stands_for(short: &str, long: &str) -> bool {
    let letters: Vec<char> = short.chars().filter(|c| c.is_uppercase()).collect();
    let mut initials = long.split([' ', '-']).filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase());
    let capitals = initials.clone().count();
    letters.len() >= 2 && letters.len() + 1 >= capitals && letters.iter().all(|l| initials.any(|i| i == *l))
}
