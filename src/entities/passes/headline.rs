//! A headline in capitals makes one name of all its words: "Nordvik Buys Selby Motors" holds two that the article names again.

use std::collections::BTreeMap;

use super::known::{is_capital_word, name_at, put};
use crate::entities::label::{EntityLabel, PlaceKind};
use crate::entities::name::Name;
use crate::entities::reading::Reading;

/// How sure a name further down is that says what the headline means.
const SURE: f32 = 0.4;

/// Splits names of the first sentence into those that the rest of the text has, and finds the one that it opens with.
pub(super) fn settle(r: &Reading<'_>, names: &mut Vec<Name>) {
    let Some(end) = r.layout.sentences.first().map(|s| s.tokens.end) else { return };
    // A headline has no full stop.
    if end >= r.len() || matches!(r.word(end - 1), "." | "!" | "?" | "”" | "\"") {
        return;
    }
    let known = known_later(r, names, end);
    let whole = |start: usize, end: usize| known.get(r.span(start, end).of(r.text)).copied();
    let mut found: Vec<Name> = Vec::new();
    let make = |start: usize, end: usize, (label, place_kind)| Name::new(r.span(start, end), label, 0.7, "entities.headline", place_kind);
    for name in names.iter().take_while(|n| n.tokens(r).end <= end) {
        let tokens = name.tokens(r);
        if tokens.len() < 3 || whole(tokens.start, tokens.end).is_some() {
            continue;
        }
        let first = (tokens.start + 1..tokens.end - 1).rev().find_map(|to| whole(tokens.start, to).map(|label| make(tokens.start, to, label)));
        let last = (tokens.start + 1..tokens.end).find_map(|from| whole(from, tokens.end).map(|label| make(from, tokens.end, label)));
        if let (Some(first), Some(last)) = (first, last)
            && first.span.end() < last.span.start()
        {
            found.extend([first, last]);
        }
    }
    // "Senate Passes Bill to Cap Prices"
    let run = (0..end.min(4)).take_while(|n| is_capital_word(r, *n)).count();
    if name_at(r, names, 0).is_none()
        && let Some(name) = (1..=run).rev().find_map(|to| whole(0, to).map(|label| make(0, to, label)))
    {
        found.push(name);
    }
    // The first of two cuts the name that both were in.
    let two: Vec<Name> = found;
    names.retain(|n| !two.iter().any(|f| n.span.contains(f.span) && n.span.len() > f.span.len()));
    put(names, two);
}

/// Names that are sure enough after token `from`, with their labels.
fn known_later<'v>(r: &Reading<'v>, names: &[Name], from: usize) -> BTreeMap<&'v str, (EntityLabel, Option<PlaceKind>)> {
    names.iter().filter(|n| n.score >= SURE && n.tokens(r).start >= from).map(|n| (n.span.of(r.text), (n.label, n.place_kind))).collect()
}
