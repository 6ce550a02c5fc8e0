//! Prodigy's tasks: tokens, spans on them, relations between the last tokens of spans.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::article::{self, Article, origin_name, origin_of, relation_kind, relation_name, status_name, status_of};
use super::imported::{self, Imported};
use super::json::{self, id, list, number, text};
use super::links::Links;
use super::place::{Notes, Places, Unit};
use super::tiles;
use crate::annotation::{Annotation, Relation, Status};
use crate::text::Span;

/// What a person rejected is left out; the statuses of the rest stand in keys of ours, which Prodigy keeps.
pub(super) fn write(articles: &[Article]) -> String {
    json::lines(articles.iter().map(task))
}

fn task(article: &Article) -> Value {
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
    let links = Links::of(article);
    let relations: Vec<Value> = article
        .standing_relations()
        .filter_map(|r| Some((r.kind, span(links.annotation(&r.from)?)?, span(links.annotation(&r.to)?)?)))
        .map(|(kind, head, child)| {
            json!({"head": head["token_end"], "child": child["token_end"], "label": relation_name(kind), "head_span": head, "child_span": child})
        })
        .collect();
    let task = json!({"text": article.text, "tokens": tokens, "spans": spans, "relations": relations, "answer": "accept",
        "meta": {"id": article.id, "title": article.title}});
    json::with_marks(task, "/meta", article)
}

/// One task; none where `value` is something else.
pub(super) fn read(value: &Value, name: &str, words: &str) -> Option<Imported> {
    if value.get("tokens").is_none() && !value.get("spans").is_some_and(Value::is_array) {
        return None;
    }
    let name = value.get("meta").and_then(|m| id(m, "id")).unwrap_or_else(|| name.to_owned());
    let places = Places::new(words, Unit::CodePoint);
    let mut notes = Notes::default();
    let tokens = list(value, "tokens");
    // A task as a whole may have been turned down.
    let whole = if text(value, "answer") == Some("reject") { Status::Rejected } else { Status::Accepted };
    let mut annotations: Vec<Annotation> = Vec::new();
    for span in list(value, "spans") {
        let (Some(start), Some(end), Some(label)) = (number(span, "start"), number(span, "end"), text(span, "label")) else {
            notes.lose();
            continue;
        };
        // The tokens say what stands at the ends: enough to notice another unit.
        let token = |key| number(span, key).and_then(|n| tokens.get(n)).and_then(|t| text(t, "text"));
        let single = number(span, "token_start") == number(span, "token_end");
        let expected = text(span, "text").or_else(|| token("token_start").filter(|_| single));
        let Some(place) = notes.place(&places, start, end, expected) else { continue };
        let mut a = article::annotation(text(span, "id").map_or_else(|| format!("x{}", annotations.len() + 1), str::to_owned), label, place);
        a.status = text(span, "status").and_then(status_of).unwrap_or(whole);
        a.origin = text(span, "origin").and_then(origin_of).unwrap_or(a.origin);
        a.rule = text(span, "rule").unwrap_or("").to_owned();
        a.score = json::score(span, "score").unwrap_or(a.score);
        annotations.push(a);
    }
    let relations = relations(value, &places, &annotations, &mut notes);
    Some(imported::finish(&name, words, annotations, relations, notes))
}

/// The relations of a task. Their ends are spans: by our id where they have one, by place and label otherwise.
fn relations(value: &Value, places: &Places<'_>, annotations: &[Annotation], notes: &mut Notes) -> Vec<Relation> {
    let ids: BTreeMap<&str, &Annotation> = annotations.iter().map(|a| (a.id.as_str(), a)).collect();
    let mut by_place: BTreeMap<(Span, &str), &Annotation> = BTreeMap::new();
    for a in annotations {
        by_place.entry((a.span, a.label.as_str())).or_insert(a);
    }
    let end = |relation: &Value, key: &str| {
        let span = relation.get(key)?;
        let placed = || by_place.get(&(places.span(number(span, "start")?, number(span, "end")?)?, text(span, "label")?));
        text(span, "id").and_then(|id| ids.get(id)).or_else(placed).map(|a| a.id.clone())
    };
    let (mut relations, mut others) = (Vec::new(), 0);
    for relation in list(value, "relations") {
        match (text(relation, "label").and_then(relation_kind), end(relation, "head_span"), end(relation, "child_span")) {
            (Some(kind), Some(from), Some(to)) => relations.push(Relation { id: String::new(), kind, from, to }),
            _ => others += 1,
        }
    }
    notes.other_relations(others);
    relations
}
