//! A new reading beside an old one: what stayed the same keeps its ids.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Splice;
use super::update::Splices;
use crate::annotation::{Annotation, Layer, Relation, Value, attribute};

/// Attributes whose value is an id of its own, which another reading may number otherwise.
pub(super) const REFERENCES: [&str; 2] = [attribute::ENTITY, attribute::GROUP];

/// Gives out ids that were not given out before.
#[derive(Debug, Default)]
pub(super) struct Ids {
    last: u64,
}

impl Ids {
    pub(super) fn next(&mut self, prefix: &str) -> String {
        self.last += 1;
        format!("{prefix}{}", self.last)
    }
}

/// What became of the ids of a new reading.
#[derive(Debug, Default)]
pub(super) struct Renamed {
    /// Of annotations.
    pub(super) annotations: HashMap<String, String>,
    /// Of entities and groups.
    references: BTreeMap<String, String>,
}

/// The splices that turn `old`, which starts at index `offset` of the whole list, into `new`, and what the ids of `new` became.
/// `entity` finds the id of an entity that is known elsewhere, by label and name.
pub(super) fn annotations(
    old: &[Annotation],
    offset: usize,
    new: Vec<Annotation>,
    ids: &mut Ids,
    entity: impl Fn(&str, &str) -> Option<String>,
) -> (Vec<Splice<Annotation>>, Renamed) {
    let pairs = align(old, &new);
    let mut renamed = Renamed::default();
    let mut taken = BTreeSet::new();
    for (o, n) in pairs.iter().enumerate().filter_map(|(n, o)| o.map(|o| (&old[o], &new[n]))) {
        for name in REFERENCES {
            if let (Some(before), Some(now)) = (o.text_attribute(name), n.text_attribute(name))
                && !renamed.references.contains_key(now)
                && taken.insert(before.to_owned())
            {
                renamed.references.insert(now.to_owned(), before.to_owned());
            }
        }
    }
    let mut splices = Splices::new();
    let mut next_old = 0;
    for (mut annotation, pair) in new.into_iter().zip(pairs) {
        let id = match pair {
            Some(o) => old[o].id.clone(),
            None => ids.next(annotation.layer.id_prefix()),
        };
        renamed.annotations.insert(std::mem::replace(&mut annotation.id, id.clone()), id);
        for name in REFERENCES {
            refer(&mut annotation, name, &mut renamed.references, ids, &entity);
        }
        let kept = pair.unwrap_or(next_old);
        while next_old < kept {
            splices.remove(offset + next_old);
            next_old += 1;
        }
        if let Some(o) = pair {
            next_old = o + 1;
            if annotation == old[o] {
                continue;
            }
            splices.remove(offset + o);
        }
        splices.insert(offset + next_old, annotation);
    }
    while next_old < old.len() {
        splices.remove(offset + next_old);
        next_old += 1;
    }
    (splices.finish(), renamed)
}

/// Puts the id of another reading, in attribute `name`, into the ids of this session.
fn refer(
    annotation: &mut Annotation,
    name: &'static str,
    references: &mut BTreeMap<String, String>,
    ids: &mut Ids,
    entity: &impl Fn(&str, &str) -> Option<String>,
) {
    let Some(now) = annotation.text_attribute(name).map(str::to_owned) else { return };
    let id = match references.get(&now) {
        Some(id) => id.clone(),
        None => {
            let known = match annotation.text_attribute(attribute::NAME) {
                Some(full) if name == attribute::ENTITY => entity(&annotation.label, full),
                _ => None,
            };
            let id = known.unwrap_or_else(|| ids.next(if name == attribute::ENTITY { "E" } else { "g" }));
            references.insert(now, id.clone());
            id
        }
    };
    annotation.attributes.set(name, id);
}

/// For each of `new`, which of `old` says the same of the same place. Both are in order of place, and so are the pairs.
fn align(old: &[Annotation], new: &[Annotation]) -> Vec<Option<usize>> {
    let mut pairs = Vec::with_capacity(new.len());
    let mut o = 0;
    for n in new {
        while o < old.len() && place(&old[o]) < place(n) {
            o += 1;
        }
        // Several may lie at one place: the first that says the same.
        let same = old[o..].iter().take_while(|a| place(a) == place(n)).position(|a| says_the_same(a, n)).map(|ahead| o + ahead);
        if let Some(found) = same {
            o = found + 1;
        }
        pairs.push(same);
    }
    pairs
}

fn place(annotation: &Annotation) -> (usize, Reverse<usize>, Layer) {
    (annotation.span.start(), Reverse(annotation.span.end()), annotation.layer)
}

/// True where the two differ at most in ids.
fn says_the_same(a: &Annotation, b: &Annotation) -> bool {
    fn lasting(annotation: &Annotation) -> impl Iterator<Item = (&str, &Value)> {
        annotation.attributes.iter().filter(|(name, _)| !REFERENCES.contains(name))
    }
    a.label == b.label
        && a.rule == b.rule
        && a.score.total_cmp(&b.score) == Ordering::Equal
        && a.parts == b.parts
        && a.edits == b.edits
        && lasting(a).eq(lasting(b))
        && a.attributes.quoted() == b.attributes.quoted()
}

/// The splices that turn the relations `old` into `new`, whose ends already have the ids of the session.
pub(super) fn relations(old: &[Relation], mut new: Vec<Relation>, ids: &mut Ids) -> Vec<Splice<Relation>> {
    let same = |a: &Relation, b: &Relation| a.kind == b.kind && a.from == b.from && a.to == b.to;
    let front = old.iter().zip(&new).take_while(|(a, b)| same(a, b)).count();
    let back = old[front..].iter().rev().zip(new[front..].iter().rev()).take_while(|(a, b)| same(a, b)).count();
    let (removed, end) = (old.len() - front - back, new.len() - back);
    if removed == 0 && end == front {
        return Vec::new();
    }
    let insert = new.drain(front..end).map(|r| Relation { id: ids.next("r"), ..r }).collect();
    vec![Splice { at: front, remove: removed, insert }]
}

/// Gives both ends of `relation` the ids that `name` has for them; false where it has none for one.
pub(super) fn rename(relation: &mut Relation, name: impl Fn(&str) -> Option<String>) -> bool {
    match (name(&relation.from), name(&relation.to)) {
        (Some(from), Some(to)) => {
            (relation.from, relation.to) = (from, to);
            true
        }
        _ => false,
    }
}
