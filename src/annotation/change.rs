//! What a gesture changes, written so that it can be stored, replayed and undone.

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error as _, MapAccess};
use serde::{Deserialize, Serialize};

use super::tagged::Tagged;
#[cfg(any(test, feature = "page"))]
use super::tagged::tag_first;
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
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(feature = "page"), derive(Deserialize))]
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
        #[cfg_attr(not(feature = "page"), serde(default))]
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
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(feature = "page"), derive(Deserialize))]
#[serde(tag = "entry", rename_all = "lowercase")]
pub enum Entry {
    /// A new gesture. What had been undone before it is gone for good.
    Step(Step),
    /// The last gesture that stands is undone.
    Undo,
    /// The first gesture that was undone is made again.
    Redo,
}

#[cfg(feature = "page")]
impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        tag_first(deserializer)
    }
}

#[cfg(feature = "page")]
impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        tag_first(deserializer)
    }
}

/// The fields of a change of a thing that has a name, before and after.
#[derive(Deserialize)]
struct Turn<N, T> {
    #[serde(alias = "id", alias = "slot", alias = "label")]
    of: N,
    before: Option<T>,
    after: Option<T>,
}

/// The fields of a change of the text.
#[derive(Deserialize)]
struct Rewrite {
    edits: Edits,
    #[serde(default)]
    before: Vec<Item>,
}

/// The fields of a change of the title.
#[derive(Deserialize)]
struct Retitle {
    before: String,
    after: String,
}

impl<'de> Tagged<'de> for Change {
    const TAG: &'static str = "change";

    fn variant<A: MapAccess<'de>>(tag: &str, fields: MapAccessDeserializer<A>) -> Result<Self, A::Error> {
        Ok(match tag {
            "item" => {
                let Turn { of: id, before, after } = Turn::deserialize(fields)?;
                Change::Item { id, before, after }
            }
            "link" => {
                let Turn { of: slot, before, after } = Turn::deserialize(fields)?;
                Change::Link { slot, before, after }
            }
            "label" => {
                let Turn { of: label, before, after } = Turn::deserialize(fields)?;
                Change::Label { label, before, after }
            }
            "text" => {
                let Rewrite { edits, before } = Rewrite::deserialize(fields)?;
                Change::Text { edits, before }
            }
            "title" => {
                let Retitle { before, after } = Retitle::deserialize(fields)?;
                Change::Title { before, after }
            }
            other => return Err(A::Error::unknown_variant(other, &["item", "link", "text", "label", "title"])),
        })
    }
}

impl<'de> Tagged<'de> for Entry {
    const TAG: &'static str = "entry";

    fn variant<A: MapAccess<'de>>(tag: &str, fields: MapAccessDeserializer<A>) -> Result<Self, A::Error> {
        match tag {
            "step" => Step::deserialize(fields).map(Entry::Step),
            "undo" => Ok(Entry::Undo),
            "redo" => Ok(Entry::Redo),
            other => Err(A::Error::unknown_variant(other, &["step", "undo", "redo"])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Attributes, Origin, Status, TextEdit};

    fn item(id: &str) -> Item {
        let annotation = Annotation {
            id: id.into(),
            layer: Layer::Entity,
            label: "PERSON".into(),
            span: Span::new(2, 5),
            parts: Vec::new(),
            attributes: Attributes::new(),
            edits: Vec::new(),
            origin: Origin::Manual,
            rule: "manual".into(),
            score: 1.0,
            status: Status::Accepted,
        };
        let anchor =
            Anchor { layer: Layer::Entity, label: "PERSON".into(), span: Span::new(2, 5), text: "Ann".into(), before: "a ".into(), after: " b".into() };
        Item { annotation, anchors: vec![anchor], foreign: true }
    }

    fn entries() -> Vec<Entry> {
        let label = LabelDefinition { label: "CAR".into(), layer: Layer::Entity, name: "Car".into(), key: Some('9'), colour: None };
        let edit = TextEdit { at: 1, delete: "x".into(), insert: "y".into() };
        let changes = vec![
            Change::Item { id: "e1".into(), before: None, after: Some(Box::new(item("e1"))) },
            Change::Link { slot: ("q1".into(), RelationKind::Cue), before: Some(Vec::new()), after: None },
            Change::Text { edits: Edits::new("axb", vec![edit]).unwrap(), before: vec![item("e2")] },
            Change::Label { label: "CAR".into(), before: None, after: Some(label) },
            Change::Title { before: String::new(), after: "A title".into() },
        ];
        vec![Entry::Step(Step { name: "Everything".into(), time: 7, changes }), Entry::Undo, Entry::Redo]
    }

    #[test]
    fn what_is_written_tag_first_is_read_as_serde_reads_it() {
        for entry in entries() {
            let json = serde_json::to_string(&entry).unwrap();
            let read: Entry = tag_first(&mut serde_json::Deserializer::from_str(&json)).unwrap();
            assert_eq!(read, entry);
            assert_eq!(serde_json::from_str::<Entry>(&json).unwrap(), entry);
        }
    }

    #[test]
    fn what_is_none_is_refused() {
        let read = |json: &str| tag_first::<Entry, _>(&mut serde_json::Deserializer::from_str(json)).unwrap_err().to_string();
        assert!(read(r#"{"name":"x","entry":"step"}"#).contains("missing field `entry`"));
        assert!(read(r#"{"entry":"leap"}"#).contains("unknown variant `leap`"));
        assert!(read(r#"{"entry":"step","name":"x"}"#).contains("missing field"));
        assert!(read(r#"[1]"#).contains("expected entry"));
    }
}
