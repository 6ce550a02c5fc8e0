//! XMI and CAS JSON are read.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::super::article::{self, origin_of, relation_kind, status_of};
use super::super::imported::{self, ImportError, Imported};
use super::super::json::{number, text};
use super::super::place::{Notes, Places, Unit};
use super::super::{sound, xml};
use super::types::{ENTITY, SLOTS, features, type_of};
use crate::annotation::{Annotation, Attributes, Layer, Relation};
use crate::text::Span;

/// The document of a CAS JSON; none where `value` is something else.
pub(in super::super) fn read_json(value: &Value, n: usize) -> Option<Imported> {
    let all: Vec<Cow<'_, Value>> = match value.get("%FEATURE_STRUCTURES")? {
        Value::Array(all) => all.iter().map(Cow::Borrowed).collect(),
        // Older files have an object by id.
        Value::Object(all) => all.iter().filter_map(|(id, s)| Some(with_id(s.as_object()?.clone(), id))).collect(),
        _ => return None,
    };
    let words = all.iter().find(|s| text(s, "%TYPE") == Some("uima.cas.Sofa")).and_then(|s| text(s, "sofaString"))?.to_owned();
    Some(read(&words, &all, &format!("document-{}", n + 1)))
}

fn with_id<'v>(mut structure: Map<String, Value>, id: &str) -> Cow<'v, Value> {
    structure.insert("%ID".into(), id.parse::<u64>().unwrap_or(0).into());
    Cow::Owned(structure.into())
}

/// The document of an XMI file.
pub(in super::super) fn read_xmi(source: &str, name: &str) -> Result<Imported, ImportError> {
    let document = xml::parse("XMI", source)?;
    let mut words = "";
    let mut all = Vec::new();
    for node in document.root_element().children().filter(roxmltree::Node::is_element) {
        if node.tag_name().name() == "Sofa" {
            words = node.attribute("sofaString").unwrap_or("");
            continue;
        }
        // "http:///webanno/custom.ecore" is the package webanno.custom.
        let package = node.tag_name().namespace().unwrap_or("").trim_start_matches("http:///").trim_end_matches(".ecore").replace('/', ".");
        let mut structure = Map::new();
        structure.insert("%TYPE".into(), format!("{package}.{}", node.tag_name().name()).into());
        for attribute in node.attributes() {
            let value = attribute.value();
            let slot = SLOTS.iter().any(|(name, ..)| *name == attribute.name());
            let (key, value): (String, Value) = match (attribute.name(), value.parse::<u64>()) {
                ("id", Ok(n)) if attribute.namespace().is_some() => ("%ID".into(), n.into()),
                ("begin" | "end", Ok(n)) => (attribute.name().into(), n.into()),
                (name, Ok(n)) if slot => (format!("@{name}"), n.into()),
                (name, _) => (name.into(), value.into()),
            };
            structure.insert(key, value);
        }
        all.push(Cow::Owned(structure.into()));
    }
    Ok(read(words, &all, name))
}

/// The document of feature structures over `words`.
fn read(words: &str, all: &[Cow<'_, Value>], name: &str) -> Imported {
    let places = Places::new(words, Unit::Utf16);
    let mut notes = Notes::default();
    let mut annotations: Vec<Annotation> = Vec::new();
    let mut relations: Vec<Relation> = Vec::new();
    let mut others = 0;
    let names: BTreeMap<usize, String> = all.iter().filter_map(|s| Some((number(s, "%ID")?, name_of(s)))).collect();
    for s in all {
        let Some(kind) = text(s, "%TYPE") else { continue };
        let places_known = number(s, "begin").zip(number(s, "end"));
        if kind != ENTITY && !kind.starts_with("webanno.custom.") {
            // What cuts the text into sentences and words is made anew.
            others += usize::from(places_known.is_some() && !kind.contains(".segmentation.type.") && !kind.contains(".Document"));
            continue;
        }
        let Some((begin, end)) = places_known else { continue };
        let Some(span) = notes.place(&places, begin, end, None) else { continue };
        let a = annotation(s, kind, span);
        for (feature, ..) in SLOTS {
            let target = number(s, &format!("@{feature}")).and_then(|n| names.get(&n));
            if let (Some(to), Some(kind)) = (target, relation_kind(feature)) {
                relations.push(Relation { id: String::new(), kind, from: a.id.clone(), to: to.clone() });
            }
        }
        annotations.push(a);
    }
    notes.count(others, "annotations of types that are not Galley's were left out");
    imported::finish(name, words, annotations, relations, notes)
}

fn name_of(structure: &Value) -> String {
    text(structure, "galleyId").map_or_else(|| format!("x{}", number(structure, "%ID").unwrap_or(0)), str::to_owned)
}

/// The annotation that a structure of type `kind` is.
fn annotation(s: &Value, kind: &str, span: Span) -> Annotation {
    let short = kind.rsplit('.').next().unwrap_or(kind);
    let label = text(s, "label").or_else(|| text(s, "value")).unwrap_or(short);
    let custom = kind != ENTITY;
    let label = if custom && text(s, "label").is_none() && matches!(short, "Quote" | "Cue" | "Speaker") { short.to_uppercase() } else { label.to_owned() };
    let mut a = article::annotation(name_of(s), &label, span);
    if let Some(layer) = Layer::ALL.into_iter().find(|l| type_of(*l) == kind) {
        a.layer = layer;
    }
    for (feature, attribute) in features(a.layer) {
        if let Some(value) = text(s, feature) {
            a.attributes.insert((*attribute).into(), value.into());
        }
    }
    if let Some(mut others) = text(s, "attributes").and_then(|json| serde_json::from_str::<Attributes>(json).ok()) {
        others.extend(std::mem::take(&mut a.attributes));
        a.attributes = others;
    }
    if let Some(note) = text(s, "note") {
        a.attributes.insert("note".into(), note.into());
    }
    a.status = text(s, "status").and_then(status_of).unwrap_or(a.status);
    a.origin = text(s, "origin").and_then(origin_of).unwrap_or(a.origin);
    a.rule = text(s, "rule").unwrap_or("").to_owned();
    a.score = text(s, "score").and_then(|v| v.parse().ok()).map_or(a.score, sound::score);
    a
}
