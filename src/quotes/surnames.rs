//! The family names of the people whom a document names.

use std::collections::BTreeMap;

use crate::entities::{Entities, EntityLabel};

/// Which entity has a family name; `None` where several do.
#[derive(Clone, Debug, Default)]
pub(super) struct Surnames {
    names: BTreeMap<String, Option<usize>>,
    /// The same in capitals, as transcripts write them.
    shouted: BTreeMap<String, Option<usize>>,
}

impl Surnames {
    /// Those of the people with a full name.
    pub(super) fn of(entities: &Entities) -> Self {
        let mut all = Self::default();
        for (n, entity) in entities.entities.iter().enumerate().filter(|(_, e)| e.label == EntityLabel::Person) {
            if let Some((_, last)) = entity.name.rsplit_once(' ') {
                all.names.entry(last.to_owned()).and_modify(|only| *only = None).or_insert(Some(n));
                all.shouted.entry(last.to_uppercase()).and_modify(|only| *only = None).or_insert(Some(n));
            }
        }
        all
    }

    /// The only person whose family name is `word`.
    pub(super) fn only(&self, word: &str) -> Option<usize> {
        self.names.get(word).copied().flatten()
    }

    /// The only person whose family name is `word`, written in capitals.
    pub(super) fn shouted(&self, word: &str) -> Option<usize> {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let capitals = letters.clone().all(char::is_uppercase) && letters.nth(2).is_some();
        self.shouted.get(word).copied().flatten().filter(|_| capitals)
    }
}
