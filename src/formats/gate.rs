//! GATE bdocjs. Code points (`"offset_type":"p"`); relations are features that hold the id of the other annotation.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::article::{self, Article, origin_name, origin_of, relation_kind, relation_name, status_name, status_of};
use super::imported::{self, Imported};
use super::json::{id, list, number, text, with_marks};
use super::links::Links;
use super::place::{Notes, Places, Unit};
use super::sound;
use crate::annotation::{Annotation, Layer, Relation};

pub(super) fn write(article: &Article) -> String {
    document(article).to_string() + "\n"
}

fn document(article: &Article) -> Value {
    let places = Places::new(&article.text, Unit::CodePoint);
    let links = Links::of(article);
    let annotation = |(n, a): (usize, &Annotation)| {
        let (start, end) = places.out(a.span);
        json!({"type": a.label, "start": start, "end": end, "id": n, "features": features(a, &places, &links)})
    };
    let annotations: Vec<Value> = article.annotations.iter().enumerate().map(annotation).collect();
    let document = json!({
        "text": article.text, "offset_type": "p", "name": article.id,
        "features": {"title": article.title, "lang": article.lang},
        "annotation_sets": {"": {"name": "", "next_annid": annotations.len(), "annotations": annotations}},
    });
    with_marks(document, "/features", article)
}

/// What is known of an annotation, and the numbers of those that its relations reach: a list where one kind reaches several.
fn features(a: &Annotation, places: &Places<'_>, links: &Links<'_>) -> Map<String, Value> {
    let mut features: Map<String, Value> = match serde_json::to_value(&a.attributes) {
        Ok(Value::Object(attributes)) => attributes,
        _ => Map::new(),
    };
    features.insert("galley_id".into(), a.id.clone().into());
    features.insert("layer".into(), a.layer.as_str().into());
    features.insert("status".into(), status_name(a.status).into());
    features.insert("origin".into(), origin_name(a.origin).into());
    features.insert("rule".into(), a.rule.clone().into());
    features.insert("score".into(), json!(a.score));
    if a.parts.len() > 1 {
        features.insert("parts".into(), a.parts.iter().map(|p| places.out(*p)).map(|(s, e)| json!([s, e])).collect());
    }
    let mut reached: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for r in links.from(&a.id) {
        reached.entry(relation_name(r.kind)).or_default().extend(links.number(&r.to));
    }
    for (kind, numbers) in reached.into_iter().filter(|(_, n)| !n.is_empty()) {
        let value = if let [only] = numbers.as_slice() { (*only).into() } else { numbers.into() };
        features.insert(format!("{}_id", kind.to_lowercase()), value);
    }
    features
}

/// One document; none where `value` is something else.
pub(super) fn read(value: &Value, n: usize) -> Option<Imported> {
    let sets = value.get("annotation_sets")?;
    let words = text(value, "text")?;
    let name = text(value, "name").filter(|n| !n.is_empty()).map_or_else(|| format!("document-{}", n + 1), str::to_owned);
    let unit = if text(value, "offset_type") == Some("j") { Unit::Utf16 } else { Unit::CodePoint };
    let places = Places::new(words, unit);
    let mut notes = Notes::default();
    let mut annotations: Vec<Annotation> = Vec::new();
    let mut relations = Vec::new();
    let sets: Vec<&Value> = sets.as_object().map(|s| s.values().collect()).or_else(|| sets.as_array().map(|s| s.iter().collect()))?;
    for (s, set) in sets.into_iter().enumerate() {
        let all = list(set, "annotations");
        let name_of =
            |a: &Value| a.get("features").and_then(|f| text(f, "galley_id")).map_or_else(|| format!("x{s}-{}", id(a, "id").unwrap_or_default()), str::to_owned);
        let known: BTreeMap<usize, String> = all.iter().filter_map(|a| Some((number(a, "id")?, name_of(a)))).collect();
        for entry in all {
            let (Some(start), Some(end), Some(label)) = (number(entry, "start"), number(entry, "end"), text(entry, "type")) else {
                notes.lose();
                continue;
            };
            let Some(span) = notes.place(&places, start, end, None) else { continue };
            let mut a = article::annotation(name_of(entry), label, span);
            for (key, value) in entry.get("features").and_then(Value::as_object).into_iter().flatten() {
                let Some(kind) = key.strip_suffix("_id").and_then(relation_kind).filter(|_| value.is_u64() || value.is_array()) else {
                    feature(&mut a, key, value, &places);
                    continue;
                };
                let numbers = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                let reached = numbers.iter().filter_map(Value::as_u64).filter_map(|n| known.get(&usize::try_from(n).ok()?));
                relations.extend(reached.map(|to| Relation { id: String::new(), kind, from: a.id.clone(), to: to.clone() }));
            }
            annotations.push(a);
        }
    }
    let mut imported = imported::finish(&name, words, annotations, relations, notes);
    if let Some(features) = value.get("features") {
        imported.article.title = text(features, "title").unwrap_or("").to_owned();
        imported.article.lang = text(features, "lang").unwrap_or("en").to_owned();
    }
    Some(imported)
}

/// Takes in a feature of an annotation that is no relation.
fn feature(a: &mut Annotation, key: &str, value: &Value, places: &Places<'_>) {
    let word = value.as_str();
    match key {
        "galley_id" => {}
        "layer" => a.layer = serde_json::from_value::<Layer>(value.clone()).unwrap_or(a.layer),
        "status" => a.status = word.and_then(status_of).unwrap_or(a.status),
        "origin" => a.origin = word.and_then(origin_of).unwrap_or(a.origin),
        "rule" => a.rule = word.unwrap_or("").to_owned(),
        "score" => a.score = value.as_f64().map_or(a.score, sound::score),
        "parts" => {
            let ends = |p: &Value| places.span(p.get(0)?.as_u64()? as usize, p.get(1)?.as_u64()? as usize);
            a.parts = value.as_array().into_iter().flatten().filter_map(ends).collect();
        }
        _ => {
            if let Ok(value) = serde_json::from_value(value.clone()) {
                a.attributes.insert(key.to_owned().into(), value);
            }
        }
    }
}
