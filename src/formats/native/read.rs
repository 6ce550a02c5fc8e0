//! A native document as an article.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;

use super::desk;
use super::document::{Header, NativeAnnotation, NativeDocument, NativeEdit, Repair, Replaced};
use super::write::whole_repair;
use crate::annotation::{Anchor, Annotation, Relation, TextEdit};
use crate::formats::article::Article;
use crate::formats::place::{Notes, Places, Unit};
use crate::formats::{ImportError, Imported};
use crate::text::{Replacement, Span, TextBuffer};

impl NativeDocument {
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
        let mut in_hand = BTreeMap::new();
        let mut annotations: Vec<Annotation> = Vec::with_capacity(self.annotations.len());
        for mut a in self.annotations {
            let replaces = a.replaces.take();
            let Some(annotation) = annotation(a, &places, &mut notes) else { continue };
            if let Some(replaces) = replaces {
                in_hand.insert(annotation.id.clone(), replaces.into_iter().map(|r| anchor(r, &places)).collect());
            }
            annotations.push(annotation);
        }
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
        let text = text.clone();
        let mut article = Article { id, title, lang, text, annotations, relations, edits, labels: self.labels, in_hand, ..Article::default() };
        if let Some(written) = self.desk {
            article.desk = desk::read(written, &article).map(Box::new);
            match &article.desk {
                Some(seed) => article.gestures = seed.history.steps.len(),
                None => notes.say(desk::CHANGED),
            }
        }
        Imported { article, notes: notes.lines() }
    }
}

/// The suggestion that `replaced` of a file is.
fn anchor(replaced: Replaced, places: &Places<'_>) -> Anchor {
    let (start, end) = (places.byte(replaced.start), places.byte(replaced.end));
    let Replaced { layer, label, text, before, after, .. } = replaced;
    Anchor { layer, label, span: Span::new(start.min(end), end), text, before, after }
}

/// The annotation that `a` of a file is; none where it has no place in the text.
fn annotation(a: NativeAnnotation, places: &Places<'_>, notes: &mut Notes) -> Option<Annotation> {
    let words = (!a.text.is_empty()).then_some(a.text.as_str());
    let span = notes.place(places, a.start, a.end, words)?;
    let mut attributes = a.attributes;
    // They are places of the file until here.
    let quoted = attributes.quoted_mut();
    quoted.iter_mut().for_each(|q| *q = Span::new(places.byte(q.start()), places.byte(q.end())));
    quoted.retain(|q| !q.is_empty());
    let repair: Vec<Replacement> = a.repair.into_iter().filter_map(|r| repair(r, places)).collect();
    Some(Annotation {
        id: a.id,
        layer: a.layer,
        label: a.label,
        span,
        parts: a.parts.iter().filter_map(|(s, e)| places.span(*s, *e)).collect(),
        edits: if repair.is_empty() { whole_repair(a.layer, &attributes, span) } else { repair },
        attributes,
        origin: a.origin,
        rule: a.rule,
        score: a.score,
        status: a.status,
    })
}

/// The change that `repair` of a file is; none where it has no place in the text. It may be an insertion.
fn repair(repair: Repair, places: &Places<'_>) -> Option<Replacement> {
    let (start, end) = (places.byte(repair.start), places.byte(repair.end));
    (repair.start <= repair.end).then(|| Replacement { span: Span::new(start, end), text: repair.text })
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

/// One document from its JSON. What it needs is its text: an annotation, a relation or a repair that is none is left out.
pub(in crate::formats) fn read(mut value: serde_json::Value) -> Result<Imported, ImportError> {
    let version = value.get("version").and_then(serde_json::Value::as_u64).unwrap_or(0);
    if version != 1 {
        return Err(ImportError::Version { version: u32::try_from(version).unwrap_or(u32::MAX) });
    }
    let mut notes = Notes::default();
    let mut lists = ["annotations", "relations", "labels", "edits"].map(|key| value.get_mut(key).map(serde_json::Value::take).unwrap_or_default());
    let [annotations, relations, labels, edits] = &mut lists;
    let (annotations, relations) = (each(annotations, "annotations", &mut notes), each(relations, "relations", &mut notes));
    let labels = each(labels, "labels", &mut notes);
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
        labels,
        marks: None,
        desk: value.get_mut("desk").map(serde_json::Value::take).and_then(|desk| serde_json::from_value(desk).ok()),
    };
    let unread = value.get("desk").is_some() && document.desk.is_none();
    if unread {
        notes.say(desk::CHANGED);
    }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::formats::article::annotation;
    use crate::formats::native::write;

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
