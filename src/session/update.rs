//! What changed in an analysis, as small as it can be sent.

use serde::{Deserialize, Serialize};

use crate::annotation::{Annotation, Relation};

/// How an analysis differs from the one before, both of the same text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Update {
    /// Of the text that was read.
    pub revision: u32,
    /// True where the whole document has been read since the last edit; otherwise a later update may correct this one.
    pub settled: bool,
    /// What changed among the annotations, in order.
    pub annotations: Vec<Splice<Annotation>>,
    /// What changed among the relations, in order.
    pub relations: Vec<Splice<Relation>>,
}

impl Update {
    /// True where nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.annotations.is_empty() && self.relations.is_empty()
    }
}

/// At index `at` of the list as it was before the update, `remove` elements give way to `insert`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Splice<T> {
    /// Index in the list before the update.
    pub at: usize,
    /// How many elements go.
    pub remove: usize,
    /// What comes in their place.
    pub insert: Vec<T>,
}

/// Collects splices from left to right, neighbours joined.
#[derive(Debug)]
pub(super) struct Splices<T>(Vec<Splice<T>>);

impl<T> Splices<T> {
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    /// Element `at` goes.
    pub(super) fn remove(&mut self, at: usize) {
        match self.0.last_mut() {
            Some(last) if last.at + last.remove == at => last.remove += 1,
            _ => self.0.push(Splice { at, remove: 1, insert: Vec::new() }),
        }
    }

    /// `element` comes before element `at`.
    pub(super) fn insert(&mut self, at: usize, element: T) {
        match self.0.last_mut() {
            Some(last) if last.at + last.remove == at => last.insert.push(element),
            _ => self.0.push(Splice { at, remove: 0, insert: vec![element] }),
        }
    }

    pub(super) fn finish(self) -> Vec<Splice<T>> {
        self.0
    }
}

/// `list` after `splices`. Splices that do not fit, which only a faulty sender makes, are cut to what does.
pub(super) fn apply<T>(list: &mut Vec<T>, splices: Vec<Splice<T>>) {
    if splices.is_empty() {
        return;
    }
    let mut old = std::mem::take(list).into_iter();
    let mut at = 0;
    for splice in splices {
        list.extend(old.by_ref().take(splice.at.saturating_sub(at)));
        old.by_ref().take(splice.remove).for_each(drop);
        at = splice.at.max(at) + splice.remove;
        list.extend(splice.insert);
    }
    list.extend(old);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splices_are_joined_and_applied() {
        let mut splices = Splices::new();
        splices.insert(0, 'a');
        splices.remove(1);
        splices.insert(2, 'b');
        splices.remove(2);
        splices.insert(5, 'c');
        let splices = splices.finish();
        assert_eq!(splices.len(), 3);
        let mut list = vec!['0', '1', '2', '3', '4'];
        apply(&mut list, splices);
        assert_eq!(list, ['a', '0', 'b', '3', '4', 'c']);
    }
}
