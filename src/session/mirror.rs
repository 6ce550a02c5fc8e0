//! The listener's copy of an analysis.

use std::collections::BTreeSet;

use super::Update;
use super::update::apply;
use crate::Analysis;
use crate::annotation::{Annotation, Edits, Remap, TextEdit};
use crate::text::Span;

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
        let places = Places::of(edits);
        annotations.retain_mut(|annotation| {
            match places.side(annotation) {
                Side::Before => return true,
                Side::After => shift(annotation, places.by),
                Side::Touched => remap.annotation(annotation),
            }
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

/// Where a batch of edits is, in bytes of the text before.
struct Places {
    first: usize,
    last: usize,
    /// By how many bytes what follows them moves.
    by: isize,
}

/// Where an annotation lies beside a batch of edits.
enum Side {
    Before,
    Touched,
    After,
}

impl Places {
    fn of(edits: &Edits) -> Self {
        let edits = edits.as_slice();
        Self {
            first: edits.first().map_or(usize::MAX, |e| e.at),
            last: edits.last().map_or(0, TextEdit::end),
            by: edits.iter().map(|e| e.insert.len() as isize - e.delete.len() as isize).sum(),
        }
    }

    /// Almost all annotations lie far from an edit, with everything that they say of places.
    fn side(&self, annotation: &Annotation) -> Side {
        let repairs = || annotation.edits.iter().map(|e| e.span);
        if annotation.span.end() < self.first && repairs().all(|r| r.end() < self.first) {
            Side::Before
        } else if annotation.span.start() > self.last && repairs().all(|r| r.start() > self.last) {
            Side::After
        } else {
            Side::Touched
        }
    }
}

/// Moves all places that `annotation` speaks of `by` bytes.
pub(super) fn shift(annotation: &mut Annotation, by: isize) {
    let moved = |span: Span| Span::new(span.start().saturating_add_signed(by), span.end().saturating_add_signed(by));
    annotation.places_mut().for_each(|place| *place = moved(*place));
}
