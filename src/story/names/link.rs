//! Links the entities of several articles.

use std::collections::{BTreeMap, BTreeSet};

use super::super::article::Article;
use super::super::model::{EntityMember, Place, StoryEntity};
use super::super::reading::Reading;
use super::super::union::Sets;
use super::super::{spelling, words};
use super::other;
use super::person::PersonName;
use crate::annotation::{Layer, Status, attribute};
use crate::text::Span;

/// Which entities of the articles are one.
#[derive(Debug, Default)]
pub(in super::super) struct Links {
    /// The set of an article's entity.
    sets: BTreeMap<(usize, String), usize>,
    names: BTreeMap<usize, String>,
}

impl Links {
    /// The set that entity `id` of article `doc` is in; equal sets are one person or thing.
    pub(in super::super) fn set(&self, doc: usize, id: &str) -> Option<usize> {
        self.sets.get(&(doc, id.to_owned())).copied()
    }

    /// The name of a set.
    pub(in super::super) fn name(&self, set: usize) -> Option<&str> {
        self.names.get(&set).map(String::as_str)
    }
}

/// An entity of one article.
struct Local {
    doc: usize,
    id: String,
    name: String,
    label: String,
    /// Its mentions that are no damage.
    mentions: Vec<Span>,
    /// Those of one word, folded.
    alone: Vec<String>,
}

/// Links the entities of all articles, and lists those that several have.
pub(in super::super) fn link(articles: &[Article<'_>], readings: &[Reading]) -> (Links, Vec<StoryEntity>) {
    let locals: Vec<Local> = articles.iter().zip(readings).enumerate().flat_map(|(doc, (article, reading))| locals(doc, article, reading)).collect();
    let mut sets = Sets::new(locals.len());
    people(&locals, readings, &mut sets);
    others(&locals, &mut sets);
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for n in 0..locals.len() {
        members.entry(sets.find(n)).or_default().push(n);
    }
    let mut links = Links::default();
    let mut entities = Vec::new();
    for (set, members) in members {
        let name = canonical(&members, &locals, readings);
        for n in &members {
            links.sets.insert((locals[*n].doc, locals[*n].id.clone()), set);
        }
        if members.iter().any(|n| locals[*n].doc != locals[members[0]].doc) {
            entities.push(story_entity(&name, &members, &locals));
        }
        links.names.insert(set, name);
    }
    entities.sort_by(|x, y| x.members[0].place.cmp(&y.members[0].place));
    for (n, entity) in entities.iter_mut().enumerate() {
        entity.id = format!("N{}", n + 1);
    }
    (links, entities)
}

fn locals(doc: usize, article: &Article<'_>, reading: &Reading) -> Vec<Local> {
    let mut by_id: BTreeMap<&str, Local> = BTreeMap::new();
    let mut labels: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for annotation in article.analysis.annotations.iter().filter(|a| a.layer == Layer::Entity && a.status != Status::Rejected) {
        let (Some(id), true) = (annotation.attributes.entity(), matches!(annotation.label.as_str(), "PERSON" | "ORG" | "LOC" | "NORP" | "MISC")) else {
            continue;
        };
        if reading.words[reading.words_in(annotation.span)].iter().any(|w| w.damaged) {
            continue;
        }
        let name = annotation.text_attribute(attribute::NAME).unwrap_or_default();
        *labels.entry(id).or_default().entry(&annotation.label).or_default() += 1;
        let local = by_id.entry(id).or_insert_with(|| Local {
            doc,
            id: id.to_owned(),
            name: name.to_owned(),
            label: String::new(),
            mentions: Vec::new(),
            alone: Vec::new(),
        });
        local.mentions.push(annotation.span);
        let surface = annotation.span.of(article.text);
        if !surface.contains(char::is_whitespace) {
            local.alone.push(spelling::plain_letters(&words::folded(surface)));
        }
    }
    for (id, counts) in labels {
        if let (Some(local), Some((label, _))) = (by_id.get_mut(id), counts.iter().max_by_key(|(label, count)| (**count, std::cmp::Reverse(**label)))) {
            local.label = (*label).to_owned();
        }
    }
    by_id.into_values().collect()
}

/// One person has one surname and first names that go together; a surname alone is the bearer's whom the articles know by it.
fn people(locals: &[Local], readings: &[Reading], sets: &mut Sets) {
    for bearers in by_surname(locals, readings).values() {
        let (full, bare): (Vec<&Bearer>, Vec<&Bearer>) = bearers.iter().partition(|(_, name)| name.first.is_some());
        for (i, (n, x)) in full.iter().enumerate() {
            for (m, y) in &full[i + 1..] {
                if x.may_be(y) && alone(x, *m, &full, locals) && alone(y, *n, &full, locals) {
                    sets.join(*n, *m);
                }
            }
        }
        let roots: Vec<usize> = full.iter().map(|(n, _)| sets.find(*n)).collect();
        for (n, _) in &bare {
            let own = one(full.iter().zip(&roots).filter(|((m, _), _)| locals[*m].doc == locals[*n].doc).map(|(_, root)| *root));
            let here = full.iter().any(|(m, _)| locals[*m].doc == locals[*n].doc);
            match own.or_else(|| if here { None } else { known_by_surname(&full, &roots, locals) }) {
                Some(root) => sets.join(*n, root),
                None if full.is_empty() => sets.join(*n, bare[0].0),
                None => {}
            }
        }
    }
}

/// An entity, by its index, and its name.
type Bearer = (usize, PersonName);

/// The people of all articles by their surname, which some names have first: what an article calls a person by alone is the surname.
fn by_surname(locals: &[Local], readings: &[Reading]) -> BTreeMap<String, Vec<Bearer>> {
    let overwritten = |local: &Local| readings[local.doc].overwritten;
    let people = || locals.iter().enumerate().filter(|(_, l)| l.label == "PERSON");
    let mut called: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (_, local) in people().filter(|(_, l)| !overwritten(l)) {
        if let Some(name) = PersonName::of(&local.name).filter(|name| name.first.is_some()) {
            for alone in &local.alone {
                *called.entry((name.whole(), alone.clone())).or_default() += 1;
            }
        }
    }
    let surnames: BTreeSet<(usize, String)> =
        people().filter(|(_, l)| overwritten(l)).filter_map(|(_, l)| PersonName::of(&l.name).map(|name| (l.doc, name.last))).collect();
    let mut by_surname: BTreeMap<String, Vec<Bearer>> = BTreeMap::new();
    for (n, local) in people() {
        let Some(mut name) = PersonName::of(&local.name) else { continue };
        if let Some(first) = name.first.clone() {
            let times = |alone: &str| called.get(&(name.whole(), alone.to_owned())).copied().unwrap_or(0);
            if times(&first) > times(&name.last) {
                name.turn();
            }
            // "Ortiz Brandt" in an overwritten article is one name written before another.
            if overwritten(local) && surnames.contains(&(local.doc, first)) {
                name.first = None;
            }
        }
        by_surname.entry(name.last.clone()).or_default().push((n, name));
    }
    by_surname
}

/// True where no two people of the article of `of` could be meant by `name`.
fn alone(name: &PersonName, of: usize, full: &[&Bearer], locals: &[Local]) -> bool {
    let rivals: Vec<&PersonName> = full.iter().filter(|(o, other)| locals[*o].doc == locals[of].doc && name.may_be(other)).map(|(_, other)| other).collect();
    rivals.iter().enumerate().all(|(i, x)| rivals[i + 1..].iter().all(|y| x.may_be(y)))
}

/// The one value that all of `values` are.
fn one(mut values: impl Iterator<Item = usize>) -> Option<usize> {
    let first = values.next()?;
    values.all(|v| v == first).then_some(first)
}

/// So many times as often as all others of a surname is far more.
const MUCH_MORE: usize = 4;

/// Whom an article means that has the surname alone: the only bearer, or the one whom the articles name far more than all others.
fn known_by_surname(full: &[&Bearer], roots: &[usize], locals: &[Local]) -> Option<usize> {
    let mut mentions: BTreeMap<usize, usize> = BTreeMap::new();
    for ((n, _), root) in full.iter().zip(roots) {
        *mentions.entry(*root).or_default() += locals[*n].mentions.len();
    }
    let (root, most) = mentions.iter().max_by_key(|(root, count)| (**count, std::cmp::Reverse(**root)))?;
    let others: usize = mentions.values().sum::<usize>() - most;
    (*most >= MUCH_MORE * others).then_some(*root)
}

fn others(locals: &[Local], sets: &mut Sets) {
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, local) in locals.iter().enumerate().filter(|(_, l)| l.label != "PERSON") {
        let mut key = other::key(&local.name);
        if local.label == "NORP" {
            key = format!("norp {}", key.strip_suffix('s').unwrap_or(&key));
        }
        if !key.is_empty() {
            by_key.entry(key).or_default().push(n);
        }
    }
    for same in by_key.values() {
        for n in &same[1..] {
            sets.join(same[0], *n);
        }
    }
    // An abbreviation is the one long name's whose initials it has.
    for (short, members) in by_key.iter().filter(|(key, _)| (3..=6).contains(&key.len()) && !key.contains(' ')) {
        let long: Vec<&Vec<usize>> = by_key.iter().filter(|(key, _)| other::initials(key).as_ref() == Some(short)).map(|(_, m)| m).collect();
        if let [one] = long.as_slice() {
            sets.join(members[0], one[0]);
        }
    }
}

/// The longest name that is seen oftenest, from an article that is not overwritten where one has it.
fn canonical(members: &[usize], locals: &[Local], readings: &[Reading]) -> String {
    let mut counts: BTreeMap<&str, (bool, usize)> = BTreeMap::new();
    for local in members.iter().map(|n| &locals[*n]) {
        let entry = counts.entry(&local.name).or_default();
        entry.0 |= !readings[local.doc].overwritten;
        entry.1 += local.mentions.len();
    }
    let words = |name: &str| name.split_whitespace().count().min(3);
    counts.into_iter().max_by_key(|(name, (sound, count))| (*sound, words(name), *count, name.len())).map(|(name, _)| name.to_owned()).unwrap_or_default()
}

fn story_entity(name: &str, members: &[usize], locals: &[Local]) -> StoryEntity {
    let mut labels: BTreeMap<&str, usize> = BTreeMap::new();
    for local in members.iter().map(|n| &locals[*n]) {
        *labels.entry(&local.label).or_default() += local.mentions.len();
    }
    let label = labels.into_iter().max_by_key(|(label, count)| (*count, std::cmp::Reverse(*label))).map(|(label, _)| label.to_owned()).unwrap_or_default();
    let mut places: Vec<EntityMember> = members
        .iter()
        .map(|n| &locals[*n])
        .flat_map(|local| local.mentions.iter().map(|span| EntityMember { place: Place { doc: local.doc, span: *span }, entity: local.id.clone() }))
        .collect();
    places.sort_by_key(|m| m.place);
    StoryEntity { id: String::new(), name: name.to_owned(), label, members: places }
}
