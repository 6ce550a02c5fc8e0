//! What a gesture changes, written so that it can be stored, replayed and undone.

use serde::{Deserialize, Serialize};

use super::{Annotation, Edits, Layer, RelationKind};
use crate::text::Span;

/// An annotation that a person has taken in hand: made, accepted, rejected, or changed in any way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// As it stands. Its span is empty while the words it covered are deleted from the text.
    pub annotation: Annotation,
    /// The suggestions that it answers; none for one that a person made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<Anchor>,
    /// True where it came with a file that does not say which suggestions it answers.
    #[serde(default, skip_serializing_if = "is_false")]
    pub foreign: bool,
}

impl Item {
    /// What a person made, in answer to nothing.
    #[must_use]
    pub fn made(annotation: Annotation) -> Self {
        Self { annotation, anchors: Vec::new(), foreign: false }
    }
}

/// For what is written only where it is so.
fn is_false(value: &bool) -> bool {
    !value
}

/// A suggestion that a person has decided about, so that it is known again when the detectors run again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Its layer.
    pub layer: Layer,
    /// Its label.
    pub label: String,
    /// Where it lay, in bytes of the text; carried over every edit.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// Up to [`CONTEXT`] characters before it.
    pub before: String,
    /// Up to [`CONTEXT`] characters after it.
    pub after: String,
}

/// Characters that an [`Anchor`] remembers on each side.
pub const CONTEXT: usize = 16;

/// Characters on each side that have to be the same for an [`Anchor`] to know its suggestion.
const NEAR: usize = 8;

impl Anchor {
    /// The anchor of `annotation` of `text`.
    #[must_use]
    pub fn of(annotation: &Annotation, text: &str) -> Self {
        let span = annotation.span;
        let (before, after) = context(text, span);
        Self {
            layer: annotation.layer,
            label: annotation.label.clone(),
            span,
            text: span.of(text).to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
        }
    }

    /// True where `annotation` of `text` is this suggestion again, known by its words and the eight characters on each side.
    #[must_use]
    pub fn knows(&self, annotation: &Annotation, text: &str) -> bool {
        self.layer == annotation.layer && self.label == annotation.label && self.text == annotation.span.of(text) && {
            let (before, after) = context(text, annotation.span);
            self.before.chars().rev().take(NEAR).eq(before.chars().rev().take(NEAR)) && self.after.chars().take(NEAR).eq(after.chars().take(NEAR))
        }
    }
}

/// Up to [`CONTEXT`] characters on each side of `span`.
fn context(text: &str, span: Span) -> (&str, &str) {
    let (before, after) = (&text[..span.start()], &text[span.end()..]);
    let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    (&before[from..], &after[..to])
}

/// A label of a person's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelDefinition {
    /// As it stands in annotations and files: "WEAPON".
    pub label: String,
    /// The layer that it belongs to.
    pub layer: Layer,
    /// As the page shows it: "Weapon".
    pub name: String,
    /// The key that sets it, if any.
    #[serde(default)]
    pub key: Option<char>,
    /// Its colour, "#rrggbb".
    #[serde(default)]
    pub colour: Option<String>,
}

/// Where a relation leaves and what it says: a quotation's cue, speaker or addressee.
pub type Slot = (String, RelationKind);

/// One change of one thing, with what it was and what it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "lowercase")]
pub enum Change {
    /// An annotation is taken in hand, changed, or given up.
    Item {
        /// Its id.
        id: String,
        /// As it was; none where it was not in hand.
        before: Option<Box<Item>>,
        /// As it is; none where it is given up.
        after: Option<Box<Item>>,
    },
    /// The relations of one kind that leave one quotation.
    Link {
        /// The quotation, and the kind.
        slot: Slot,
        /// The ids of the annotations they reached; none where the detectors' relations held.
        before: Option<Vec<String>>,
        /// Those they reach.
        after: Option<Vec<String>>,
    },
    /// The text.
    Text {
        /// What changes.
        edits: Edits,
        /// What was in hand and cannot be found by carrying it back.
        #[serde(default)]
        before: Vec<Item>,
    },
    /// A label of a person's own.
    Label {
        /// The label.
        label: String,
        /// As it was.
        before: Option<LabelDefinition>,
        /// As it is.
        after: Option<LabelDefinition>,
    },
    /// The title.
    Title {
        /// As it was.
        before: String,
        /// As it is.
        after: String,
    },
}

/// One gesture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// As the history shows it: "Accept “Lena Ortiz”".
    pub name: String,
    /// When, in milliseconds since 1970; 0 where nobody said.
    pub time: u64,
    /// What it changes, in order.
    pub changes: Vec<Change>,
}

/// Gestures in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct History {
    /// All of them, oldest first.
    pub steps: Vec<Step>,
    /// How many stand: those after them were undone.
    pub standing: usize,
}

/// One entry of the operation log. A log is only ever appended to; replaying it restores everything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "entry", rename_all = "lowercase")]
pub enum Entry {
    /// A new gesture. What had been undone before it is gone for good.
    Step(Step),
    /// The last gesture that stands is undone.
    Undo,
    /// The first gesture that was undone is made again.
    Redo,
}
