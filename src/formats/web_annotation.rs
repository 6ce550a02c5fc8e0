//! W3C Web Annotation, JSON-LD: one page of annotations an article. Every target has its position in code points, as the
//! model demands, and its words with what stands around them. The text is kept as a body of the page's own annotation of
//! the motivation "describing", so that the file can be read without the article.

use serde_json::{Map, Value, json};
use unicode_segmentation::UnicodeSegmentation as _;

use super::article::{self, Article, Marks, origin_name, origin_of, relation_kind, relation_name, status_name, status_of};
use super::imported::{self, ImportError, Imported};
use super::json::{self, list, number, text};
use super::place::{Notes, Places, Unit};
use crate::annotation::{Annotation, Layer, Relation};
use crate::text::{Span, border_after};

/// Grapheme clusters of context on each side.
const CONTEXT: usize = 16;
/// Bytes before a span in which they are looked for: where clusters begin cannot be told backwards.
const NEAR: usize = 512;

pub(super) fn write(article: &Article) -> String {
    json::pretty(&page(article))
}

fn page(article: &Article) -> Value {
    let source = format!("urn:galley:{}", encode(&article.id));
    let places = Places::new(&article.text, Unit::CodePoint);
    let name = |id: &str| format!("{source}#{}", encode(id));
    let mut items = vec![json!({
        "id": name("text"), "type": "Annotation", "motivation": "describing", "target": source,
        "body": {"type": "TextualBody", "format": "text/plain", "language": article.lang, "value": article.text, "title": article.title, "galley:marks": article.marks.map(Marks::in_words)},
    })];
    for a in &article.annotations {
        let targets: Vec<Value> = a.pieces().iter().map(|p| target(&article.text, *p, &places, &source)).collect();
        let mut bodies = vec![json!({"type": "TextualBody", "purpose": "tagging", "value": a.label})];
        if let Some(note) = a.text_attribute("note") {
            bodies.push(json!({"type": "TextualBody", "purpose": "commenting", "value": note}));
        }
        let motivation = if a.layer == Layer::Artifact { "editing" } else { "classifying" };
        let mut item = Map::new();
        item.insert("id".into(), name(&a.id).into());
        item.insert("type".into(), "Annotation".into());
        item.insert("motivation".into(), motivation.into());
        item.insert("body".into(), bodies.into());
        item.insert("target".into(), if let [only] = targets.as_slice() { only.clone() } else { targets.into() });
        item.insert(
            "galley:facts".into(),
            json!({"layer": a.layer, "status": status_name(a.status), "origin": origin_name(a.origin), "rule": a.rule,
            "score": a.score, "attributes": a.attributes}),
        );
        items.push(item.into());
    }
    for r in &article.relations {
        items.push(json!({"id": name(&r.id), "type": "Annotation", "motivation": "linking", "target": name(&r.from),
            "body": [{"type": "TextualBody", "purpose": "tagging", "value": relation_name(r.kind)}, name(&r.to)]}));
    }
    json!({"@context": ["http://www.w3.org/ns/anno.jsonld", {"galley": "urn:galley:terms#"}], "id": name("annotations"), "type": "AnnotationPage", "items": items})
}

fn target(words: &str, span: Span, places: &Places<'_>, source: &str) -> Value {
    let (start, end) = places.out(span);
    let near = border_after(words, span.start().saturating_sub(NEAR));
    let before: Vec<&str> = words[near..span.start()].graphemes(true).collect();
    let prefix: String = before[before.len().saturating_sub(CONTEXT)..].concat();
    let suffix: String = words[span.end()..].graphemes(true).take(CONTEXT).collect();
    json!({"source": source, "selector": [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": span.of(words), "prefix": prefix, "suffix": suffix},
    ]})
}

/// For the end of a URN: what is not a letter, a digit or one of "-._" as percent signs and two digits.
fn encode(id: &str) -> String {
    id.bytes().map(|b| if b.is_ascii_alphanumeric() || b"-._".contains(&b) { (b as char).to_string() } else { format!("%{b:02X}") }).collect()
}

fn decode(id: &str) -> String {
    let mut out = Vec::new();
    let mut bytes = id.as_bytes();
    while let [first, rest @ ..] = bytes {
        let byte = (*first == b'%').then(|| u8::from_str_radix(std::str::from_utf8(rest.get(..2)?).ok()?, 16).ok()).flatten();
        out.push(byte.unwrap_or(*first));
        bytes = if byte.is_some() { &rest[2..] } else { rest };
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// True where `value` is a page or a list of Web Annotations.
pub(super) fn knows(value: &Value) -> bool {
    let page = |v: &Value| text(v, "type") == Some("AnnotationPage");
    let one = |v: &Value| text(v, "type") == Some("Annotation") && v.get("target").is_some();
    page(value) || one(value) || value.as_array().is_some_and(|items| !items.is_empty() && items.iter().all(one))
}

/// The article of a page. Without its text, `words` is the article that the annotations are to be put on.
pub(super) fn read(value: &Value, words: Option<&str>) -> Result<Imported, ImportError> {
    let items =
        value.as_array().map(Vec::as_slice).unwrap_or_else(|| if value.get("items").is_some() { list(value, "items") } else { std::slice::from_ref(value) });
    let described = items.iter().find(|i| text(i, "motivation") == Some("describing"));
    let body = described.and_then(|i| i.get("body"));
    let words = body.and_then(|b| text(b, "value")).or(words).ok_or(ImportError::NoText { format: "Web Annotation" })?;
    let name = described.and_then(|i| text(i, "target")).and_then(|t| t.strip_prefix("urn:galley:")).map(decode);
    let places = Places::new(words, Unit::CodePoint);
    let mut notes = Notes::default();
    let mut annotations: Vec<Annotation> = Vec::new();
    let (mut relations, mut others) = (Vec::new(), 0);
    for item in items {
        match text(item, "motivation") {
            Some("describing") => {}
            Some("linking") => match relation(item) {
                Some(relation) => relations.push(relation),
                None => others += 1,
            },
            _ => {
                let fresh = format!("x{}", annotations.len() + 1);
                annotations.extend(annotation(item, fresh, &places, &mut notes));
            }
        }
    }
    notes.other_relations(others);
    let mut imported = imported::finish(name.as_deref().unwrap_or("article"), words, annotations, relations, notes);
    if let Some(body) = body {
        imported.article.title = text(body, "title").unwrap_or("").to_owned();
        imported.article.lang = text(body, "language").unwrap_or("en").to_owned();
    }
    Ok(imported)
}

/// The id within the article of an annotation's address.
fn local(id: &str) -> String {
    decode(id.rsplit('#').next().unwrap_or(id))
}

/// The body that says what the annotation is.
fn tag(item: &Value) -> Option<&str> {
    let bodies = bodies(item);
    bodies.iter().find(|b| text(b, "purpose") == Some("tagging")).or(bodies.first()).and_then(|b| text(b, "value"))
}

fn relation(item: &Value) -> Option<Relation> {
    let kind = tag(item).and_then(relation_kind)?;
    let to = bodies(item).iter().find_map(|b| b.as_str())?;
    Some(Relation { id: String::new(), kind, from: local(text(item, "target")?), to: local(to) })
}

/// An annotation, named `fresh` where it has no id; none where it has no place.
fn annotation(item: &Value, fresh: String, places: &Places<'_>, notes: &mut Notes) -> Option<Annotation> {
    let targets = match item.get("target") {
        Some(Value::Array(targets)) => targets.as_slice(),
        Some(target) => std::slice::from_ref(target),
        None => return None,
    };
    let pieces: Vec<Span> = targets.iter().filter_map(|t| selected(t, places, notes)).collect();
    let [first, more @ ..] = pieces.as_slice() else { return None };
    let id = text(item, "id").map_or(fresh, local);
    let mut a = article::annotation(id, tag(item).unwrap_or("MISC"), more.iter().fold(*first, |all, p| all.cover(*p)));
    if !more.is_empty() {
        a.parts = pieces.clone();
    }
    if let Some(note) = bodies(item).iter().find(|b| text(b, "purpose") == Some("commenting")).and_then(|b| text(b, "value")) {
        a.attributes.insert("note".into(), note.into());
    }
    if let Some(facts) = item.get("galley:facts") {
        a.layer = facts.get("layer").cloned().and_then(|l| serde_json::from_value(l).ok()).unwrap_or(a.layer);
        a.status = text(facts, "status").and_then(status_of).unwrap_or(a.status);
        a.origin = text(facts, "origin").and_then(origin_of).unwrap_or(a.origin);
        a.rule = text(facts, "rule").unwrap_or("").to_owned();
        a.score = json::score(facts, "score").unwrap_or(a.score);
        a.attributes = facts.get("attributes").cloned().and_then(|v| serde_json::from_value(v).ok()).unwrap_or(a.attributes);
    }
    Some(a)
}

fn bodies(item: &Value) -> &[Value] {
    match item.get("body").or_else(|| item.get("bodies")) {
        Some(Value::Array(bodies)) => bodies,
        Some(body) => std::slice::from_ref(body),
        None => &[],
    }
}

/// The place of a target: of its quotation, and where that stands several times, the one nearest to its position.
fn selected(target: &Value, places: &Places<'_>, notes: &mut Notes) -> Option<Span> {
    let selectors = match target.get("selector")? {
        Value::Array(selectors) => selectors.as_slice(),
        selector => std::slice::from_ref(selector),
    };
    let of = |kind| selectors.iter().find(|s| text(s, "type") == Some(kind));
    let position = of("TextPositionSelector").and_then(|s| Some((number(s, "start")?, number(s, "end")?)));
    let quote = of("TextQuoteSelector").and_then(|s| Some((text(s, "exact")?, text(s, "prefix").unwrap_or(""), text(s, "suffix").unwrap_or(""))));
    match (position, quote) {
        (Some((start, end)), quote) => notes.place(places, start, end, quote.map(|(exact, ..)| exact)),
        (None, Some((exact, prefix, suffix))) => {
            let found = places.quoted(prefix, exact, suffix);
            if found.is_none() {
                notes.lose();
            }
            found
        }
        (None, None) => None,
    }
}
