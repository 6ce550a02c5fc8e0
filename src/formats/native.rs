//! Galley's own format: one JSON object a document, lossless. Offsets in files are code points.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};

use super::article::Article;
use super::place::{Notes, Places, Unit};
use super::{ImportError, Imported};
use crate::annotation::{Annotation, Attributes, Layer, Origin, Relation, Status, TextEdit, Value};
use crate::text::{OffsetMap, Replacement, Span, TextBuffer};

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
    /// How sure, from 0 to 1.
    #[serde(default, deserialize_with = "number_or_null")]
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
        if article.edits.is_empty() {
            return document;
        }
        let mut text = TextBuffer::new(&article.original());
        for edit in &article.edits {
            let at = text.byte_to_char(edit.at);
            if let Some(at) = at.filter(|_| text.replace(edit.at, &edit.delete, &edit.insert)) {
                document.edits.push(NativeEdit { at, delete: edit.delete.clone(), insert: edit.insert.clone() });
            }
        }
        document
    }

    /// The article, with what had to be put right: an annotation whose words are elsewhere is moved to them, one that has no
    /// place is left out.
    #[must_use]
    pub fn into_article(self) -> Imported {
        self.read_with(Notes::default())
    }

    fn read_with(self, mut notes: Notes) -> Imported {
        let Header { id, title, lang, text } = self.document;
        let unit = if self.offsets == "utf16" { Unit::Utf16 } else { Unit::CodePoint };
        let places = Places::new(&text, unit);
        let annotations: Vec<Annotation> = self.annotations.into_iter().filter_map(|a| annotation(a, &places, &mut notes)).collect();
        let known: BTreeSet<&str> = annotations.iter().map(|a| a.id.as_str()).collect();
        let (relations, loose): (Vec<Relation>, Vec<Relation>) =
            self.relations.into_iter().partition(|r| known.contains(r.from.as_str()) && known.contains(r.to.as_str()));
        notes.say_all("relations lead to no annotation and were left out", loose.iter().map(|r| r.id.as_str()));
        let edits = edits_in_bytes(&text, &self.edits);
        if edits.len() < self.edits.len() {
            notes.say(format!(
                "{} of {} repairs do not fit the text that they led to and were left out; what they changed counts as pasted",
                self.edits.len() - edits.len(),
                self.edits.len()
            ));
        }
        Imported { article: Article { id, title, lang, annotations, relations, edits, text: text.clone() }, notes: notes.lines() }
    }
}

/// The annotation that `a` of a file is; none where it has no place in the text.
fn annotation(a: NativeAnnotation, places: &Places<'_>, notes: &mut Notes) -> Option<Annotation> {
    let words = (!a.text.is_empty()).then_some(a.text.as_str());
    let span = notes.place(places, a.start, a.end, words)?;
    let mut attributes = a.attributes;
    if let Some(Value::List(quoted)) = attributes.get_mut("quoted") {
        convert(quoted, &|at| places.byte(at));
    }
    let fix = attributes.get("fix").and_then(Value::as_str).filter(|_| a.layer == Layer::Artifact);
    Some(Annotation {
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
    })
}

/// The repairs with byte offsets. They are taken back from the text that they led to, last first; those before one that
/// does not fit are left out.
fn edits_in_bytes(text: &str, edits: &[NativeEdit]) -> Vec<TextEdit> {
    let mut text = TextBuffer::new(text);
    let mut back = Vec::with_capacity(edits.len());
    for edit in edits.iter().rev() {
        let Some(at) = text.char_to_byte(edit.at) else { break };
        if !text.replace(at, &edit.insert, &edit.delete) {
            break;
        }
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

/// Three decimals: more would be noise. What is no number would make JSON of no use.
fn round(score: f32) -> f32 {
    if score.is_finite() { (score * 1000.0).round() / 1000.0 } else { 1.0 }
}

/// One document a line.
pub(super) fn write(articles: &[Article]) -> String {
    super::json::lines(articles.iter().map(NativeDocument::of))
}

/// One document from its JSON. What it needs is its text: an annotation, a relation or a repair that is none is left out.
pub(super) fn read(mut value: serde_json::Value) -> Result<Imported, ImportError> {
    let version = value.get("version").and_then(serde_json::Value::as_u64).unwrap_or(0);
    if version != 1 {
        return Err(ImportError::Version { version: u32::try_from(version).unwrap_or(u32::MAX) });
    }
    let mut notes = Notes::default();
    let mut lists = ["annotations", "relations", "edits"].map(|key| value.get_mut(key).map(serde_json::Value::take).unwrap_or_default());
    let [annotations, relations, edits] = &mut lists;
    let (annotations, relations) = (each(annotations, "annotations", &mut notes), each(relations, "relations", &mut notes));
    // A repair that is none is kept as one that fits nowhere, so that those before it are left out with it.
    let none = || NativeEdit { at: usize::MAX, delete: String::new(), insert: String::new() };
    let edits = items(edits).into_iter().map(|edit| serde_json::from_value(edit).unwrap_or_else(|_| none())).collect();
    let header = value.get_mut("document").map(serde_json::Value::take).unwrap_or_default();
    let document = NativeDocument {
        format: "galley".into(),
        version: 1,
        offsets: value.get("offsets").and_then(serde_json::Value::as_str).unwrap_or("codepoint").to_owned(),
        document: serde_json::from_value(header).map_err(|e| ImportError::malformed("native", &e))?,
        annotations,
        relations,
        edits,
    };
    Ok(document.read_with(notes))
}

/// The values of a list.
fn items(list: &mut serde_json::Value) -> Vec<serde_json::Value> {
    list.as_array_mut().map(std::mem::take).unwrap_or_default()
}

/// What in `list` is a `T`; of the rest it is said what it is called and why it is none.
fn each<T: DeserializeOwned>(list: &mut serde_json::Value, things: &str, notes: &mut Notes) -> Vec<T> {
    let mut read = Vec::new();
    let mut refused: Vec<String> = Vec::new();
    for (n, value) in items(list).into_iter().enumerate() {
        let id = value.get("id").and_then(serde_json::Value::as_str).map_or_else(|| format!("number {}", n + 1), str::to_owned);
        match serde_json::from_value(value) {
            Ok(item) => read.push(item),
            Err(error) => refused.push(format!("{id} ({error})")),
        }
    }
    notes.say_all(&format!("{things} could not be read and were left out"), refused.iter().map(String::as_str));
    read
}

/// Reads a number, or nothing: what an earlier Galley wrote where a score was none.
fn number_or_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f32, D::Error> {
    let score = Option::<f64>::deserialize(deserializer)?;
    Ok(score.map_or(1.0, |s| s.clamp(0.0, 1.0) as f32))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::formats::article::annotation;

    fn imported(value: &serde_json::Value) -> Imported {
        read(value.clone()).unwrap()
    }

    #[test]
    fn what_is_wrong_is_left_out_and_named() {
        let good = json!({"id": "e1", "layer": "entity", "label": "PERSON", "start": 0, "end": 4});
        let mut file = json!({"format": "galley", "version": 1, "offsets": "codepoint", "document": {"id": "d", "text": "Lena spoke."},
            "annotations": [good, {"id": "e2", "layer": "entity", "label": "PERSON", "start": -3, "end": 4}, {"id": "e3", "layer": "colour"},
                {"id": "e4", "layer": "entity", "label": "LOC", "start": 0, "end": 4, "score": null}, 7],
            "relations": [{"id": "r1", "type": "SPEAKER", "from": "e1", "to": "e9"}, {"id": "r2", "type": "FRIEND", "from": "e1", "to": "e4"}],
            "edits": []});
        let read = imported(&file);
        assert_eq!(read.article.annotations.iter().map(|a| (a.id.as_str(), a.score)).collect::<Vec<_>>(), [("e1", 0.0), ("e4", 1.0)]);
        let notes = read.notes.join("\n");
        for told in
            ["3 annotations could not be read", "e2 (", "e3 (", "number 5", "1 relations could not be read", "r2 (", "1 relations lead to no annotation", "r1"]
        {
            assert!(notes.contains(told), "no {told} in {notes}");
        }
        // Repairs: "Lena" was "Lna", then "spoke" was "spke"; the first is broken, the second stands.
        file["edits"] = json!([{"at": "x"}, {"at": 7, "delete": "", "insert": "o"}]);
        let read = imported(&file);
        assert_eq!(read.article.original(), "Lena spke.");
        assert!(read.notes.iter().any(|n| n.starts_with("1 of 2 repairs do not fit")), "{:?}", read.notes);
    }

    #[test]
    fn no_number_leaves_that_is_none() {
        let mut article = Article::of_text("d", "Lena spoke.");
        for (n, score) in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 0.25].into_iter().enumerate() {
            article.annotations.push(Annotation { score, ..annotation(format!("e{n}"), "PERSON", Span::new(0, 4)) });
        }
        let written = write(std::slice::from_ref(&article));
        assert!(!written.contains("null"), "{written}");
        let read = read(serde_json::from_str(&written).unwrap()).unwrap();
        assert_eq!(read.article.annotations.len(), 4);
        assert!(read.notes.is_empty());
    }

    #[test]
    fn a_repair_that_fits_takes_those_before_it_no_further() {
        let edits =
            |list: &[(usize, &str, &str)]| list.iter().map(|(at, d, i)| NativeEdit { at: *at, delete: (*d).into(), insert: (*i).into() }).collect::<Vec<_>>();
        assert_eq!(edits_in_bytes("é the", &edits(&[(2, "teh", "the"), (0, "e", "é")])).len(), 2);
        assert_eq!(edits_in_bytes("é the", &edits(&[(2, "teh", "thy"), (0, "e", "é")])), [TextEdit { at: 0, delete: "e".into(), insert: "é".into() }]);
        assert!(edits_in_bytes("the", &edits(&[(usize::MAX, "", "")])).is_empty());
    }
}
