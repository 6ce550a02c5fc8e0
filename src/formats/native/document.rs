//! The native format as it stands in a file. Fields that the contract does not have are left out where there is nothing to
//! say; other readers may pass over them.

use serde::{Deserialize, Deserializer, Serialize};

use crate::annotation::{Attributes, LabelDefinition, Layer, Origin, Relation, Seed, Status};
use crate::formats::article::Marks;

/// A document in the native format, as it stands in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NativeDocument {
    /// Always "galley".
    pub format: String,
    /// The version of the format: 1.
    pub version: u32,
    /// The unit of every offset: "codepoint".
    pub offsets: String,
    /// The text and what is known of it.
    pub document: Header,
    /// The annotations, in order of place.
    pub annotations: Vec<NativeAnnotation>,
    /// Relations between them.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// The repairs that were applied to the pasted text, in the order in which they were applied.
    #[serde(default)]
    pub edits: Vec<NativeEdit>,
    /// Labels of a person's own, with key and colour.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<LabelDefinition>,
    /// Which marks a person chose to take away: "all-but-rejected" (the rejected ones stand here too, and say so) or
    /// "accepted-and-own".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marks: Option<Marks>,
    /// The desk with every gesture, for Galley alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk: Option<NativeDesk>,
}

/// The text of a document and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Unique among the documents of a file; a text file's name.
    pub id: String,
    /// For people.
    #[serde(default)]
    pub title: String,
    /// BCP 47, "en".
    #[serde(default)]
    pub lang: String,
    /// The article.
    pub text: String,
}

/// An annotation with code-point offsets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NativeAnnotation {
    /// Unique in its document.
    pub id: String,
    /// The layer it lies on.
    pub layer: Layer,
    /// Its label.
    pub label: String,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The slice of the text.
    #[serde(default)]
    pub text: String,
    /// Its pieces, where it has more than one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<(usize, usize)>,
    /// What is known of it.
    #[serde(default)]
    pub attributes: Attributes,
    /// Who made it.
    #[serde(default)]
    pub origin: Origin,
    /// The rule that made it.
    #[serde(default)]
    pub rule: String,
    /// How sure, from 0 to 1.
    #[serde(default, deserialize_with = "score")]
    pub score: f32,
    /// What a person decided.
    #[serde(default)]
    pub status: Status,
    /// Where a person has it in hand: the suggestions that it answers, which are not to be made again. None at all for what
    /// the person marked, and missing where nobody has touched it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Vec<Replaced>>,
    /// For an artifact: the repair, where it is not the attribute `fix` in the place of the whole span.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repair: Vec<Repair>,
}

/// A suggestion that a person has decided about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// Its layer.
    pub layer: Layer,
    /// Its label.
    pub label: String,
    /// Its first code point in the text as it stands.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
    /// Its words when it was decided about.
    pub text: String,
    /// Up to 16 characters that stood before it then.
    #[serde(default)]
    pub before: String,
    /// Up to 16 characters that stood after it.
    #[serde(default)]
    pub after: String,
}

/// One place that a repair changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// First code point that gives way.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What comes there.
    pub text: String,
}

/// A desk as Galley opens it again. What is in it repeats what the rest of the file says, with the way that led there; where
/// the two differ, another program has changed the file, and the rest holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NativeDesk {
    /// The unit of the offsets in it: "byte", of the text in UTF-8 as it was at each step.
    pub offsets: String,
    /// What it started from and every gesture. The text is empty where it is the pasted text that the repairs lead back to;
    /// suggestions that stand among the annotations of the file are not repeated.
    pub seed: Seed,
}

/// One change of the text: at code point `at`, `delete` gave way to `insert`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NativeEdit {
    /// Code points before it, in the text as it was just before this edit.
    pub at: usize,
    /// What stood there.
    pub delete: String,
    /// What stands there now.
    pub insert: String,
}

/// Reads a number, or nothing: what an earlier Galley wrote where a score was none.
fn score<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f32, D::Error> {
    let score = Option::<f64>::deserialize(deserializer)?;
    Ok(score.map_or(1.0, |s| s.clamp(0.0, 1.0) as f32))
}
