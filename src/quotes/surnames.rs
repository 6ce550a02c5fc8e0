//! The family names of the people whom a document names.

use std::collections::BTreeMap;

use crate::entities::{Entities, EntityLabel};

/// So many people of one family name are told apart.
const NAMESAKES: usize = 8;

/// Which entity has a family name; `None` where several do.
#[derive(Clone, Debug, Default)]
pub(super) struct Surnames {
    names: BTreeMap<String, Option<usize>>,
    /// Those that several have: who they are, the first few.
    several: BTreeMap<String, Vec<usize>>,
    /// The same in capitals, as transcripts write them.
    shouted: BTreeMap<String, Option<usize>>,
}

impl Surnames {
    /// Those of the people with a full name.
    pub(super) fn of(entities: &Entities) -> Self {
        let mut all = Self::default();
        for (n, entity) in entities.entities.iter().enumerate().filter(|(_, e)| e.label == EntityLabel::Person) {
            if let Some((_, last)) = entity.name.rsplit_once(' ') {
                if let Some(first) = all.names.get(last) {
                    let people = all.several.entry(last.to_owned()).or_insert_with(|| first.iter().copied().collect());
                    if people.len() < NAMESAKES {
                        people.push(n);
                    }
                }
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

    /// The people who have the family name `word`, where they are several: the first few of them.
    pub(super) fn several(&self, word: &str) -> Option<&[usize]> {
        self.several.get(word).map(Vec::as_slice)
    }

    /// The only person whose family name is `word`, written in capitals.
    pub(super) fn shouted(&self, word: &str) -> Option<usize> {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let capitals = letters.clone().all(char::is_uppercase) && letters.nth(2).is_some();
        self.shouted.get(word).copied().flatten().filter(|_| capitals)
    }
}
