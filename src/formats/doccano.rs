//! doccano, sequence labelling. UTF-16 units, as doccano counts unless a project was made to count grapheme clusters; other
//! tools write its format in code points. What is written here says so in a key of its own, which doccano takes for metadata.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::article::{self, Article, relation_kind, relation_name};
use super::imported::{self, Imported};
use super::json::{self, id, list, number, text, with_marks};
use super::place::{Notes, Places, Unit};
use super::spacy::triples;
use crate::annotation::{Annotation, Relation};

/// `label` holds `[start, end, label]`.
pub(super) fn write(articles: &[Article]) -> String {
    json::lines(articles.iter().map(|article| {
        let places = Places::new(&article.text, Unit::Utf16);
        let labels: Vec<Value> = article.standing().map(|a| (places.out(a.span), &a.label)).map(|((s, e), l)| json!([s, e, l])).collect();
        with_marks(json!({"id": article.id, "text": article.text, "label": labels, "Comments": [], "offsets": "utf16"}), "", article)
    }))
}

/// Entities, and relations between them.
pub(super) fn write_relations(articles: &[Article]) -> String {
    json::lines(articles.iter().map(|article| {
        let places = Places::new(&article.text, Unit::Utf16);
        let standing: Vec<&Annotation> = article.standing().collect();
        let index: BTreeMap<&str, usize> = standing.iter().enumerate().map(|(n, a)| (a.id.as_str(), n + 1)).collect();
        let entities: Vec<Value> = standing
            .iter()
            .enumerate()
            .map(|(n, a)| (n, a, places.out(a.span)))
            .map(|(n, a, (s, e))| json!({"id": n + 1, "label": a.label, "start_offset": s, "end_offset": e}))
            .collect();
        let relations = article.standing_relations().filter_map(|r| Some((r.kind, index.get(r.from.as_str())?, index.get(r.to.as_str())?)));
        let relations: Vec<Value> =
            relations.enumerate().map(|(n, (kind, from, to))| json!({"id": n + 1, "from_id": from, "to_id": to, "type": relation_name(kind)})).collect();
        let line = json!({"id": article.id, "text": article.text, "entities": entities, "relations": relations, "Comments": [], "offsets": "utf16"});
        with_marks(line, "", article)
    }))
}

/// One document; none where `value` is something else.
pub(super) fn read(value: &Value, name: &str, words: &str) -> Option<Imported> {
    if list(value, "entities").first().is_some_and(Value::is_object) {
        return Some(with_relations(name, words, value));
    }
    let labels = ["label", "labels", "entities"].into_iter().find(|k| value.get(k).is_some_and(Value::is_array))?;
    // A line with "entities" as triples is spaCy's way, one with "label" is doccano's.
    let unit = if labels == "entities" { Unit::CodePoint } else { Unit::Utf16 };
    Some(triples(name, words, list(value, labels).iter(), unit, says_so(value)))
}

/// True where the document itself says that it counts UTF-16 units.
fn says_so(value: &Value) -> bool {
    text(value, "offsets") == Some("utf16")
}

fn with_relations(name: &str, words: &str, value: &Value) -> Imported {
    let entities = list(value, "entities");
    let place = |e: &Value| Some((number(e, "start_offset")?, number(e, "end_offset")?));
    let spans: Vec<(usize, usize)> = entities.iter().filter_map(place).collect();
    let mut notes = Notes::default();
    let places = if says_so(value) { Places::new(words, Unit::Utf16) } else { Places::fitting(words, Unit::Utf16, &spans, &mut notes) };
    let mut annotations = Vec::new();
    for entity in entities {
        let (Some((start, end)), Some(label)) = (place(entity), text(entity, "label")) else {
            notes.lose();
            continue;
        };
        if let Some(span) = notes.place(&places, start, end, None) {
            annotations.push(article::annotation(format!("x{}", id(entity, "id").unwrap_or_default()), label, span));
        }
    }
    let (mut relations, mut others) = (Vec::new(), 0);
    for relation in list(value, "relations") {
        match (text(relation, "type").and_then(relation_kind), id(relation, "from_id"), id(relation, "to_id")) {
            (Some(kind), Some(from), Some(to)) => relations.push(Relation { id: String::new(), kind, from: format!("x{from}"), to: format!("x{to}") }),
            _ => others += 1,
        }
    }
    notes.other_relations(others);
    imported::finish(name, words, annotations, relations, notes)
}
