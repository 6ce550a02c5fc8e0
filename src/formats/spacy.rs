//! spaCy's JSON lines and training lists.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::article::{self, Article};
use super::imported::{self, Imported};
use super::json::{self, list};
use super::place::{Notes, Places, Unit};
use super::tiles::{self, Apart, Tile};
use crate::annotation::{Annotation, Layer};
use crate::text::Span;

/// For `Example.from_dict`: entities that do not overlap, everything in span groups.
pub(super) fn write(articles: &[Article]) -> String {
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
    let mut taken = Apart::default();
    let mut kept: Vec<(Span, &str)> = all.into_iter().filter(|(s, _)| taken.take(s.range())).collect();
    kept.sort_by_key(|(s, _)| *s);
    kept
}

/// A pair of a training list: `[text, {"entities": [[start, end, label]]}]`; none where `value` is something else.
pub(super) fn read_pair(value: &Value, name: &str) -> Option<Imported> {
    match value.as_array().map(Vec::as_slice) {
        Some([Value::String(words), rest @ Value::Object(_)]) => Some(triples(name, words, list(rest, "entities").iter(), Unit::CodePoint, false)),
        _ => None,
    }
}

/// A line with words or span groups; none where `value` has neither.
pub(super) fn read(value: &Value, name: &str, words: &str) -> Option<Imported> {
    let groups = value.get("spans").and_then(Value::as_object);
    if groups.is_none() && value.get("words").is_none() {
        return None;
    }
    let entities = list(value, "entities");
    // Entities stand in both places: each cancels one of its group.
    let in_group = |(group, spans): (&String, &'_ Value)| {
        let mut twice: BTreeMap<String, usize> = BTreeMap::new();
        entities.iter().filter(|_| group == "entities").filter_map(key).for_each(|k| *twice.entry(k).or_default() += 1);
        let mut once = |span: &&Value| match key(span).and_then(|k| twice.get_mut(&k)) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        };
        let spans = spans.as_array().map_or(&[][..], Vec::as_slice);
        spans.iter().filter(|s| once(s)).cloned().collect::<Vec<_>>()
    };
    let grouped: Vec<Value> = groups.into_iter().flatten().flat_map(in_group).collect();
    Some(triples(name, words, entities.iter().chain(&grouped), Unit::CodePoint, true))
}

/// What tells one triple from another: place and label.
fn key(triple: &Value) -> Option<String> {
    let triple = triple.as_array()?;
    Some(format!("{} {} {}", triple.first()?, triple.get(1)?, triple.get(2)?))
}

/// Lists of start, end, label: the way of spaCy in code points, and of doccano in UTF-16 units. Where that reading cuts words
/// and another does not, the other is meant, unless the unit is `known`.
pub(super) fn triples<'v>(name: &str, words: &str, triples: impl Iterator<Item = &'v Value>, unit: Unit, known: bool) -> Imported {
    let mut notes = Notes::default();
    let mut read = Vec::new();
    for triple in triples {
        let place = |n: usize| triple.get(n)?.as_u64().and_then(|n| usize::try_from(n).ok());
        match (place(0), place(1), triple.get(2).and_then(Value::as_str)) {
            (Some(start), Some(end), Some(label)) => read.push(((start, end), label)),
            _ => notes.lose(),
        }
    }
    let spans: Vec<(usize, usize)> = read.iter().map(|(s, _)| *s).collect();
    let places = if known { Places::new(words, unit) } else { Places::fitting(words, unit, &spans, &mut notes) };
    let mut annotations = Vec::new();
    for ((start, end), label) in read {
        if let Some(span) = notes.place(&places, start, end, None) {
            annotations.push(article::annotation(format!("x{}", annotations.len() + 1), label, span));
        }
    }
    imported::finish(name, words, annotations, Vec::new(), notes)
}
