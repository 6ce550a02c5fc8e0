//! The listener's copy of an analysis.

use std::collections::BTreeSet;

use super::Update;
use super::update::apply;
use crate::Analysis;
use crate::annotation::{Edits, Remap};

/// An analysis that follows a [`Session`](super::Session): told of the same edits and given its updates, it is equal to the session's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mirror {
    analysis: Analysis,
}

impl Mirror {
    /// Knows nothing yet, as a session that has just been opened.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What is known of the text as it stands.
    #[must_use]
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// Carries what is known over `edits` of the text `before`. What they leave nothing of is dropped.
    pub fn edit(&mut self, before: &str, edits: &Edits) {
        let remap = Remap::new(before, edits);
        let Analysis { annotations, relations } = &mut self.analysis;
        let mut dropped: BTreeSet<String> = BTreeSet::new();
        annotations.retain_mut(|annotation| {
            remap.annotation(annotation);
            let stays = !annotation.span.is_empty();
            if !stays {
                dropped.insert(std::mem::take(&mut annotation.id));
            }
            stays
        });
        if !dropped.is_empty() {
            relations.retain(|r| !dropped.contains(&r.from) && !dropped.contains(&r.to));
        }
    }

    /// Takes in what changed.
    pub fn update(&mut self, update: Update) {
        apply(&mut self.analysis.annotations, update.annotations);
        apply(&mut self.analysis.relations, update.relations);
    }
}
