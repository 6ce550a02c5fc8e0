//! Galley's own format: one JSON object a document, lossless. Offsets in files are code points.

use serde::{Deserialize, Serialize};

use super::article::Article;
use super::place::{Notes, Places, Unit};
use super::{ImportError, Imported};
use crate::annotation::{Annotation, Attributes, Layer, Origin, Relation, Status, TextEdit, Value};
use crate::text::{OffsetMap, Replacement, Span};

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
    /// How sure.
    #[serde(default)]
    pub score: f32,
    /// What a person decided.
    #[serde(default)]
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
                    convert(quoted, &|byte| map.byte_to_char(byte));
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

    /// Writes all of `article` down.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let mut document = Self::new(&article.id, &article.text, &article.annotations, &article.relations);
        document.document.title.clone_from(&article.title);
        document.document.lang.clone_from(&article.lang);
        let mut text = article.original();
        for edit in &article.edits {
            let (Some(before), Some(_)) = (text.get(..edit.at), text.get(edit.at..edit.end())) else { continue };
            document.edits.push(NativeEdit { at: before.chars().count(), delete: edit.delete.clone(), insert: edit.insert.clone() });
            text.replace_range(edit.at..edit.end(), &edit.insert);
        }
        document
    }

    /// The article, with what had to be put right: an annotation whose words are elsewhere is moved to them, one that has no
    /// place is left out.
    #[must_use]
    pub fn into_article(self) -> Imported {
        let text = self.document.text;
        let unit = if self.offsets == "utf16" { Unit::Utf16 } else { Unit::CodePoint };
        let places = Places::new(&text, unit);
        let mut notes = Notes::default();
        let mut annotations = Vec::with_capacity(self.annotations.len());
        for a in self.annotations {
            let words = (!a.text.is_empty()).then_some(a.text.as_str());
            let Some(span) = notes.place(&places, a.start, a.end, words) else { continue };
            let mut attributes = a.attributes;
            let map = OffsetMap::new(&text);
            if let Some(Value::List(quoted)) = attributes.get_mut("quoted") {
                convert(quoted, &|char| map.char_to_byte(char));
            }
            let fix = attributes.get("fix").and_then(Value::as_str).filter(|_| a.layer == Layer::Artifact);
            annotations.push(Annotation {
                id: a.id,
                layer: a.layer,
                label: a.label,
                span,
                parts: a.parts.iter().filter_map(|(s, e)| places.span(*s, *e)).collect(),
                edits: fix.map(|fix| Replacement { span, text: fix.to_owned() }).into_iter().collect(),
                attributes,
                origin: a.origin,
                rule: a.rule,
                score: a.score,
                status: a.status,
            });
        }
        let known: std::collections::BTreeSet<&str> = annotations.iter().map(|a| a.id.as_str()).collect();
        let relations = self.relations.into_iter().filter(|r| known.contains(r.from.as_str()) && known.contains(r.to.as_str())).collect();
        let edits = edits_in_bytes(&text, &self.edits);
        if edits.len() < self.edits.len() {
            notes.say("The repairs do not lead back to a pasted text; the text is taken as it stands");
        }
        let Header { id, title, lang, .. } = self.document;
        Imported { article: Article { id, title, lang, annotations, relations, edits, text: text.clone() }, notes: notes.lines() }
    }
}

/// The repairs with byte offsets; none at all where they do not fit the text that they led to.
fn edits_in_bytes(text: &str, edits: &[NativeEdit]) -> Vec<TextEdit> {
    let mut text = text.to_owned();
    let mut back = Vec::with_capacity(edits.len());
    for edit in edits.iter().rev() {
        let at = OffsetMap::new(&text).char_to_byte(edit.at);
        let end = at + edit.insert.len();
        if text.get(at..end) != Some(edit.insert.as_str()) {
            return Vec::new();
        }
        text.replace_range(at..end, &edit.delete);
        back.push(TextEdit { at, delete: edit.delete.clone(), insert: edit.insert.clone() });
    }
    back.reverse();
    back
}

/// Turns every number in a list of spans from one unit into another.
fn convert(spans: &mut [Value], to: &dyn Fn(usize) -> usize) {
    for value in spans {
        match value {
            Value::Number(n) => *n = to(*n as usize) as f64,
            Value::List(inner) => convert(inner, to),
            _ => {}
        }
    }
}

/// Three decimals: more would be noise.
fn round(score: f32) -> f32 {
    (score * 1000.0).round() / 1000.0
}

/// One document a line.
pub(super) fn write(articles: &[Article]) -> String {
    super::json::lines(articles.iter().map(NativeDocument::of))
}

/// One document from its JSON.
pub(super) fn read(value: serde_json::Value) -> Result<Imported, ImportError> {
    let document: NativeDocument = serde_json::from_value(value).map_err(|e| ImportError::malformed("native", &e))?;
    if document.version != 1 {
        return Err(ImportError::Version { version: document.version });
    }
    Ok(document.into_article())
}
