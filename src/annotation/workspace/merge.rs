//! What is shown: what a person has in hand, and the suggestions that it does not answer.

use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

use super::Workspace;
use super::places::Places;
use crate::annotation::claims::Claims;
use crate::annotation::{Annotation, Changed, Edits, Relation, RelationKind, Status};
use crate::text::{Span, order};

impl Workspace {
    pub(super) fn finish(&mut self, old: &[Arc<Annotation>], edits: Edits, name: String) -> Changed {
        self.revision += 1;
        self.merge();
        let spans = if edits.is_empty() { differences(old, &self.merged) } else { vec![Span::new(0, self.text.len())] };
        Changed { revision: self.revision, spans, edits, ids: Vec::new(), name }
    }

    /// The order in which annotations are shown: by place, outer before inner.
    #[must_use]
    pub fn in_order(a: &Annotation, b: &Annotation) -> Ordering {
        (a.span.start(), Reverse(a.span.end()), a.layer, &a.id).cmp(&(b.span.start(), Reverse(b.span.end()), b.layer, &b.id))
    }

    /// Builds what is shown from items, links and suggestions.
    pub(super) fn merge(&mut self) {
        let claims = Claims::new(&self.items, self.suggested.iter().map(|a| &**a), &self.beside);
        let mut merged: Vec<Arc<Annotation>> = Vec::with_capacity(self.items.len() + self.suggested.len());
        // An item that has not changed keeps its allocation, so that drawing can compare pointers.
        let kept = |a: &Annotation, places: &Places, old: &[Arc<Annotation>]| {
            places.get(&a.id).and_then(|n| old.get(n)).filter(|o| ***o == *a).cloned().unwrap_or_else(|| Arc::new(a.clone()))
        };
        for item in self.items.values().filter(|i| !i.annotation.span.is_empty()) {
            merged.push(kept(&item.annotation, &self.places, &self.merged));
        }
        for suggestion in &self.suggested {
            if self.items.contains_key(&suggestion.id) || claims.answered(suggestion).is_some() {
                continue;
            }
            if claims.rejected_before(suggestion, &self.text) {
                let rejected = Annotation { status: Status::Rejected, ..Annotation::clone(suggestion) };
                merged.push(kept(&rejected, &self.places, &self.merged));
            } else {
                merged.push(Arc::clone(suggestion));
            }
        }
        order::sort_with(&mut merged, |a, b| Self::in_order(a, b));
        self.places = Places::of(&merged);
        self.merged = merged;
        self.relations = self.merged_relations();
    }

    fn merged_relations(&self) -> Vec<Relation> {
        // With the places of both ends, which say whether it is shown and in which order.
        let mut relations: Vec<(usize, RelationKind, usize, Relation)> = Vec::new();
        let mut add = |from: &str, kind: RelationKind, to: &str, known: Option<&Relation>| {
            let (Some(a), Some(b)) = (self.places.get(from), self.places.get(to)) else { return };
            let new = || Relation { id: String::new(), kind, from: from.to_owned(), to: to.to_owned() };
            relations.push((a, kind, b, known.cloned().unwrap_or_else(new)));
        };
        for ((from, kind), targets) in &self.links {
            targets.iter().for_each(|to| add(from, *kind, to, None));
        }
        for relation in &self.suggested_relations {
            if self.links.is_empty() || !self.links.contains_key(&(relation.from.clone(), relation.kind)) {
                add(&relation.from, relation.kind, &relation.to, Some(relation));
            }
        }
        // By the place of the one end, then by kind, then by the place of the other, which takes fewer than 56 bits.
        order::sort_by(&mut relations, |(from, kind, to, _)| order::pair(*from, *to) | (*kind as u128) << 56);
        let number = |(n, (.., relation)): (usize, (usize, RelationKind, usize, Relation))| Relation { id: format!("r{}", n + 1), ..relation };
        relations.into_iter().enumerate().map(number).collect()
    }
}

/// Where the marks of two lists differ: the spans of what is in one of them alone, joined where they touch.
fn differences(old: &[Arc<Annotation>], new: &[Arc<Annotation>]) -> Vec<Span> {
    // A gesture changes little: what the lists begin and end with alike is passed over first.
    let same = |(a, b): &(&Arc<Annotation>, &Arc<Annotation>)| Arc::ptr_eq(a, b);
    let head = old.iter().zip(new).take_while(same).count();
    let (old, new) = (&old[head..], &new[head..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    let address = |a: &Arc<Annotation>| Arc::as_ptr(a).addr();
    let addresses = |list: &[Arc<Annotation>]| {
        let mut all: Vec<usize> = list.iter().map(address).collect();
        all.sort_unstable();
        all
    };
    let (known, kept) = (addresses(old), addresses(new));
    let gone = old.iter().filter(|a| kept.binary_search(&address(a)).is_err());
    let come = new.iter().filter(|a| known.binary_search(&address(a)).is_err());
    let mut spans: Vec<Span> = gone.chain(come).map(|a| a.span).collect();
    order::sort_by(&mut spans, |s| order::of_place(*s));
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.cover(span),
            _ => joined.push(span),
        }
    }
    joined
}
