//! JSON lines of doccano, Prodigy and spaCy, and spaCy's training lists.

use serde_json::{Value, json};

use super::article::{self, Article, origin_name, origin_of, relation_kind, relation_name, status_name, status_of};
use super::json::{self, id, list, number, text};
use super::place::{Notes, Places, Unit};
use super::tiles::{self, Tile};
use super::{ImportError, Imported};
use crate::annotation::{Annotation, Layer, Relation, Status};
use crate::text::Span;

/// doccano, sequence labelling: `label` holds `[start, end, label]`. UTF-16 units, as doccano counts unless a project was
/// made in grapheme mode.
pub(super) fn write_doccano(articles: &[Article]) -> String {
    json::lines(articles.iter().map(|article| {
        let places = Places::new(&article.text, Unit::Utf16);
        let labels: Vec<Value> = article.standing().map(|a| (places.out(a.span), &a.label)).map(|((s, e), l)| json!([s, e, l])).collect();
        json!({"id": article.id, "text": article.text, "label": labels, "Comments": []})
    }))
}

/// doccano, sequence labelling with relations.
pub(super) fn write_doccano_relations(articles: &[Article]) -> String {
    json::lines(articles.iter().map(|article| {
        let places = Places::new(&article.text, Unit::Utf16);
        let standing: Vec<&Annotation> = article.standing().collect();
        let index = |id: &str| standing.iter().position(|a| a.id == id).map(|n| n + 1);
        let entities: Vec<Value> = standing
            .iter()
            .enumerate()
            .map(|(n, a)| (n, a, places.out(a.span)))
            .map(|(n, a, (s, e))| json!({"id": n + 1, "label": a.label, "start_offset": s, "end_offset": e}))
            .collect();
        let relations = article.standing_relations().filter_map(|r| Some((r.kind, index(&r.from)?, index(&r.to)?)));
        let relations: Vec<Value> =
            relations.enumerate().map(|(n, (kind, from, to))| json!({"id": n + 1, "from_id": from, "to_id": to, "type": relation_name(kind)})).collect();
        json!({"id": article.id, "text": article.text, "entities": entities, "relations": relations, "Comments": []})
    }))
}

/// Prodigy: tokens, spans on them, relations between the last tokens of spans. What a person rejected is left out; the
/// statuses of the rest stand in keys of ours, which Prodigy keeps.
pub(super) fn write_prodigy(articles: &[Article]) -> String {
    json::lines(articles.iter().map(|article| {
        let places = Places::new(&article.text, Unit::CodePoint);
        // Prodigy has no sentence bounds; white space that is no single space is a token, so that the text is covered.
        let tiles = tiles::tiles(&article.text);
        let tokens: Vec<Value> = tiles
            .iter()
            .enumerate()
            .map(|(n, t)| (n, t, places.out(t.span)))
            .map(|(n, t, (s, e))| json!({"text": t.span.of(&article.text), "start": s, "end": e, "id": n, "ws": t.space}))
            .collect();
        let span = |a: &Annotation| {
            let range = tiles::words(&article.text, &tiles, a.span);
            let (first, last) = (range.start, range.end.checked_sub(1).filter(|l| *l >= range.start)?);
            let (start, end) = places.out(tiles[first].span.cover(tiles[last].span));
            Some(json!({"start": start, "end": end, "token_start": first, "token_end": last, "label": a.label, "id": a.id,
                "status": status_name(a.status), "origin": origin_name(a.origin), "rule": a.rule, "score": a.score}))
        };
        let spans: Vec<Value> = article.standing().filter_map(span).collect();
        let relations: Vec<Value> = article
            .standing_relations()
            .filter_map(|r| Some((r.kind, span(article.annotation(&r.from)?)?, span(article.annotation(&r.to)?)?)))
            .map(|(kind, head, child)| {
                json!({"head": head["token_end"], "child": child["token_end"], "label": relation_name(kind), "head_span": head, "child_span": child})
            })
            .collect();
        json!({"text": article.text, "tokens": tokens, "spans": spans, "relations": relations, "answer": "accept",
            "meta": {"id": article.id, "title": article.title}})
    }))
}

/// spaCy, for `Example.from_dict`: entities that do not overlap, everything in span groups.
pub(super) fn write_spacy(articles: &[Article]) -> String {
    json::lines(articles.iter().map(|article| {
        let places = Places::new(&article.text, Unit::CodePoint);
        let tiles = tiles::tiles(&article.text);
        let words: Vec<&str> = tiles.iter().map(|t| t.span.of(&article.text)).collect();
        let spaces: Vec<bool> = tiles.iter().map(|t| t.space).collect();
        let snapped = |a: &Annotation| on_tokens(article, &tiles, a).map(|s| places.out(s));
        let entities: Vec<Value> = flat(article, &tiles).into_iter().map(|(s, l)| (places.out(s), l)).map(|((s, e), l)| json!([s, e, l])).collect();
        let mut groups = serde_json::Map::new();
        for (name, layers) in GROUPS {
            let spans: Vec<Value> = tiles::of_layers(article, layers).filter_map(|a| snapped(a).map(|(s, e)| json!([s, e, a.label, ""]))).collect();
            groups.insert((*name).to_owned(), spans.into());
        }
        json!({"id": article.id, "text": article.text, "words": words, "spaces": spaces, "entities": entities, "spans": groups})
    }))
}

/// spaCy's span groups, and the layers in each.
pub(super) const GROUPS: &[(&str, &[Layer])] =
    &[("entities", &[Layer::Entity]), ("quotes", &[Layer::Quote]), ("sources", &[Layer::Cue, Layer::Speaker]), ("artifacts", &[Layer::Artifact])];

/// The span of `a`, widened to tokens; none where it holds white space alone.
pub(super) fn on_tokens(article: &Article, tiles: &[Tile], a: &Annotation) -> Option<Span> {
    let range = tiles::words(&article.text, tiles, a.span);
    (!range.is_empty()).then(|| tiles[range.start].span.cover(tiles[range.end - 1].span))
}

/// Entities on tokens of which no two overlap: of two that do, the longer.
fn flat<'a>(article: &'a Article, tiles: &[Tile]) -> Vec<(Span, &'a str)> {
    let mut all: Vec<(Span, &str)> =
        tiles::of_layers(article, &[Layer::Entity]).filter_map(|a| Some((on_tokens(article, tiles, a)?, a.label.as_str()))).collect();
    all.sort_by_key(|(s, _)| (std::cmp::Reverse(s.len()), *s));
    let mut kept: Vec<(Span, &str)> = Vec::new();
    for (span, label) in all {
        if !kept.iter().any(|(k, _)| k.overlaps(span)) {
            kept.push((span, label));
        }
    }
    kept.sort_by_key(|(s, _)| *s);
    kept
}

/// One document from a line of any of these tools, told apart by its keys; none where it is none of theirs.
pub(super) fn read(value: &Value, n: usize) -> Option<Result<Imported, ImportError>> {
    let name = id(value, "id").unwrap_or_else(|| format!("document-{}", n + 1));
    // spaCy's training list: [text, {"entities": [[start, end, label]]}].
    if let Some([Value::String(words), rest @ Value::Object(_)]) = value.as_array().map(Vec::as_slice) {
        return Some(Ok(triples(&name, words, list(rest, "entities"), Unit::CodePoint)));
    }
    let words = text(value, "text").or_else(|| text(value, "data"))?;
    let spacy = value.get("words").is_some() || value.get("spans").is_some_and(Value::is_object);
    if value.get("tokens").is_some() || value.get("spans").is_some_and(Value::is_array) {
        let name = value.get("meta").and_then(|m| id(m, "id")).unwrap_or(name);
        return Some(Ok(prodigy(&name, words, value)));
    }
    if spacy {
        let groups = value.get("spans").and_then(Value::as_object);
        let mut all: Vec<Value> = list(value, "entities").to_vec();
        for (group, spans) in groups.into_iter().flatten() {
            // Entities stand in both places.
            if group != "entities" || all.is_empty() {
                all.extend(spans.as_array().into_iter().flatten().cloned());
            } else {
                all.extend(
                    spans
                        .as_array()
                        .into_iter()
                        .flatten()
                        .filter(|s| !list(value, "entities").iter().any(|e| (&e[0], &e[1], &e[2]) == (&s[0], &s[1], &s[2])))
                        .cloned(),
                );
            }
        }
        return Some(Ok(triples(&name, words, &all, Unit::CodePoint)));
    }
    if list(value, "entities").first().is_some_and(Value::is_object) {
        return Some(Ok(doccano_relations(&name, words, value)));
    }
    let labels = ["label", "labels", "entities"].into_iter().find(|k| value.get(k).is_some_and(Value::is_array))?;
    // A line with "entities" as triples is spaCy's way, one with "label" is doccano's.
    let unit = if labels == "entities" { Unit::CodePoint } else { Unit::Utf16 };
    Some(Ok(triples(&name, words, list(value, labels), unit)))
}

/// `[start, end, label]`.
fn triples(name: &str, words: &str, triples: &[Value], unit: Unit) -> Imported {
    let places = Places::new(words, unit);
    let mut notes = Notes::default();
    let mut annotations = Vec::new();
    for triple in triples {
        let [start, end, label, ..] = triple.as_array().map_or(&[][..], Vec::as_slice) else { continue };
        let (Some(start), Some(end), Some(label)) = (start.as_u64(), end.as_u64(), label.as_str()) else { continue };
        if let Some(span) = notes.place(&places, start as usize, end as usize, None) {
            annotations.push(article::annotation(format!("x{}", annotations.len() + 1), label, span));
        }
    }
    finish(name, words, annotations, Vec::new(), notes)
}

fn doccano_relations(name: &str, words: &str, value: &Value) -> Imported {
    let places = Places::new(words, Unit::Utf16);
    let mut notes = Notes::default();
    let mut annotations = Vec::new();
    for entity in list(value, "entities") {
        let (Some(start), Some(end), Some(label)) = (number(entity, "start_offset"), number(entity, "end_offset"), text(entity, "label")) else { continue };
        if let Some(span) = notes.place(&places, start, end, None) {
            annotations.push(article::annotation(format!("x{}", id(entity, "id").unwrap_or_default()), label, span));
        }
    }
    let mut relations = Vec::new();
    for relation in list(value, "relations") {
        if let (Some(kind), Some(from), Some(to)) = (text(relation, "type").and_then(relation_kind), id(relation, "from_id"), id(relation, "to_id")) {
            relations.push(Relation { id: String::new(), kind, from: format!("x{from}"), to: format!("x{to}") });
        }
    }
    finish(name, words, annotations, relations, notes)
}

fn prodigy(name: &str, words: &str, value: &Value) -> Imported {
    let places = Places::new(words, Unit::CodePoint);
    let mut notes = Notes::default();
    let tokens = list(value, "tokens");
    // A task as a whole may have been turned down.
    let rejected = text(value, "answer") == Some("reject");
    let mut annotations: Vec<Annotation> = Vec::new();
    for span in list(value, "spans") {
        let (Some(start), Some(end), Some(label)) = (number(span, "start"), number(span, "end"), text(span, "label")) else { continue };
        // The tokens say what stands at the ends: enough to notice another unit.
        let token = |key| number(span, key).and_then(|n| tokens.get(n)).and_then(|t| text(t, "text"));
        let single = number(span, "token_start") == number(span, "token_end");
        let expected = text(span, "text").or_else(|| token("token_start").filter(|_| single));
        let Some(place) = notes.place(&places, start, end, expected) else { continue };
        let mut a = article::annotation(text(span, "id").map_or_else(|| format!("x{}", annotations.len() + 1), str::to_owned), label, place);
        a.status = text(span, "status").and_then(status_of).unwrap_or(if rejected { Status::Rejected } else { Status::Accepted });
        a.origin = text(span, "origin").and_then(origin_of).unwrap_or(a.origin);
        a.rule = text(span, "rule").unwrap_or("").to_owned();
        a.score = span.get("score").and_then(Value::as_f64).map_or(a.score, |s| s as f32);
        annotations.push(a);
    }
    let end_of = |span: &Value| places.span(number(span, "start")?, number(span, "end")?);
    let mut relations = Vec::new();
    for relation in list(value, "relations") {
        let find = |key: &str| {
            let span = relation.get(key)?;
            let (place, label) = (end_of(span)?, text(span, "label")?);
            annotations.iter().find(|a| a.span == place && a.label == label).map(|a| a.id.clone())
        };
        if let (Some(kind), Some(from), Some(to)) = (text(relation, "label").and_then(relation_kind), find("head_span"), find("child_span")) {
            relations.push(Relation { id: String::new(), kind, from, to });
        }
    }
    finish(name, words, annotations, relations, notes)
}

/// Puts a document together: order, ids of relations, relations without ends left out.
pub(super) fn finish(name: &str, words: &str, mut annotations: Vec<Annotation>, mut relations: Vec<Relation>, notes: Notes) -> Imported {
    annotations.sort_by_key(|a| (a.span.start(), std::cmp::Reverse(a.span.end()), a.layer));
    relations.retain(|r| [&r.from, &r.to].into_iter().all(|id| annotations.iter().any(|a| a.id == *id)));
    for (n, relation) in relations.iter_mut().enumerate() {
        relation.id = format!("r{}", n + 1);
    }
    Imported { article: Article { annotations, relations, ..Article::of_text(name, words) }, notes: notes.lines() }
}
