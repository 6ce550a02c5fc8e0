//! Galley's own format: one JSON object a document, lossless. Offsets in files are code points.

use serde::{Deserialize, Serialize};

use crate::annotation::{Annotation, Attributes, Layer, Origin, Relation, Status, Value};
use crate::text::{OffsetMap, Span};

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
    pub relations: Vec<Relation>,
    /// The repairs that were applied to the pasted text, in the order in which they were applied.
    #[serde(default)]
    pub edits: Vec<NativeEdit>,
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
    pub text: String,
    /// Its pieces, where it has more than one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<(usize, usize)>,
    /// What is known of it.
    #[serde(default)]
    pub attributes: Attributes,
    /// Who made it.
    pub origin: Origin,
    /// The rule that made it.
    #[serde(default)]
    pub rule: String,
    /// How sure.
    #[serde(default)]
    pub score: f32,
    /// What a person decided.
    pub status: Status,
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

impl NativeDocument {
    /// Writes `annotations` over `text` down in the native format.
    #[must_use]
    pub fn new(id: &str, text: &str, annotations: &[Annotation], relations: &[Relation]) -> Self {
        let map = OffsetMap::new(text);
        let chars = |s: Span| (map.byte_to_char(s.start()), map.byte_to_char(s.end()));
        let annotations = annotations
            .iter()
            .map(|a| {
                let (start, end) = chars(a.span);
                let parts: Vec<_> = if a.parts.len() > 1 { a.parts.iter().map(|p| chars(*p)).collect() } else { Vec::new() };
                let mut attributes = a.attributes.clone();
                if let Some(Value::List(quoted)) = attributes.get_mut("quoted") {
                    bytes_to_chars(quoted, &map);
                }
                NativeAnnotation {
                    id: a.id.clone(),
                    layer: a.layer,
                    label: a.label.clone(),
                    start,
                    end,
                    text: a.span.of(text).to_owned(),
                    parts,
                    attributes,
                    origin: a.origin,
                    rule: a.rule.clone(),
                    score: round(a.score),
                    status: a.status,
                }
            })
            .collect();
        Self {
            format: "galley".into(),
            version: 1,
            offsets: "codepoint".into(),
            document: Header { id: id.into(), title: String::new(), lang: "en".into(), text: text.into() },
            annotations,
            relations: relations.to_vec(),
            edits: Vec::new(),
        }
    }
}

/// Turns every number in a list of spans from bytes into code points.
fn bytes_to_chars(spans: &mut [Value], map: &OffsetMap<'_>) {
    for value in spans {
        match value {
            Value::Number(n) => *n = map.byte_to_char(*n as usize) as f64,
            Value::List(inner) => bytes_to_chars(inner, map),
            _ => {}
        }
    }
}

/// Three decimals: more would be noise.
fn round(score: f32) -> f32 {
    (score * 1000.0).round() / 1000.0
}
