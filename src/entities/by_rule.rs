//! Names by word lists and context, for when no trained model is at hand.

use std::collections::BTreeSet;

use super::label::{EntityLabel, PlaceKind};
use super::lists::ordinary::is_ordinary;
use super::lists::organisations::{ORGANISATION_WORDS, ORGANISATIONS};
use super::lists::people::{FIRST_NAMES, GROUPS, TITLES};
use super::lists::places::{CITIES, COUNTRIES, PLACE_WORDS, REGIONS};
use super::name::Name;
use super::reading::Reading;
use crate::lexicon::WordSet;
use crate::text::{TokenKind, order};

/// A run of capitalised words is looked at this many at a time: no name is longer, and a headline of a thousand words stays cheap.
const LONGEST_RUN: usize = 16;

/// The names and `measures` of a text, in order.
pub(super) fn names_and_measures(r: &Reading<'_>, measures: Vec<Name>) -> Vec<Name> {
    let names = names_by_rule(r, &measures);
    let mut all = measures;
    all.extend(names);
    order::sort_by(&mut all, |n| n.span.start() as u128);
    all.extend(seen_in_full(r, &all));
    order::sort_by(&mut all, |n| n.span.start() as u128);
    all
}

/// Words in lower case that join the halves of one name.
fn joins(word: &str) -> bool {
    const WORDS: WordSet = WordSet::new("al bin da de del der dos du el la le of van von");
    WORDS.has(word)
}

/// The names in the run of capitalised words at token `at`, and where the run ends: before token `limit`.
fn run(r: &Reading<'_>, at: usize, limit: usize) -> (Vec<Name>, usize) {
    let limit = r.sentence_end(at).min(limit).min(at + LONGEST_RUN);
    let mut end = at + 1;
    while end < limit {
        let word = r.word(end);
        let capital = r.capital(end) && r.kind(end) == Some(TokenKind::Word);
        let joined = joins(word) && end + 1 < limit && r.capital(end + 1) && r.kind(end + 1) == Some(TokenKind::Word);
        let ampersand = word == "&" && r.capital(end + 1);
        if !capital && !joined && !ampersand {
            break;
        }
        end += 1;
    }
    (cut(r, at, end), end)
}

/// Cuts the run `start..end` into names.
fn cut(r: &Reading<'_>, mut start: usize, end: usize) -> Vec<Name> {
    let mut found = Vec::new();
    while start < end {
        if joins(r.word(start)) {
            start += 1;
            continue;
        }
        match first_name_of_run(r, start, end) {
            Some(name) => {
                start = name.tokens(r).end;
                found.push(name);
            }
            None => start += 1,
        }
    }
    found
}

fn first_name_of_run(r: &Reading<'_>, start: usize, end: usize) -> Option<Name> {
    let name = |end, label, place_kind, score, rule| Some(Name::new(r.span(start, end), label, score, rule, place_kind));
    // The longest listed name first.
    for length in (1..=4.min(end - start)).rev() {
        let text = r.span(start, start + length).of(r.text);
        let last = start + length;
        let goes_on = last < end && (ORGANISATION_WORDS.has(r.word(last)) || PLACE_WORDS.has(r.word(last)));
        let whole = last == end || !goes_on;
        if !whole {
            continue;
        }
        if ORGANISATIONS.has(text) {
            return name(last, EntityLabel::Org, None, 0.8, "entities.list");
        }
        for (list, kind) in [(COUNTRIES, PlaceKind::Country), (REGIONS, PlaceKind::Region), (CITIES, PlaceKind::City)] {
            if list.has(text) {
                return name(last, EntityLabel::Loc, Some(kind), 0.8, "entities.list");
            }
        }
        if GROUPS.has(text) {
            return name(last, EntityLabel::Norp, None, 0.8, "entities.list");
        }
    }
    if TITLES.has(r.word(start)) {
        return None;
    }
    let last_word = r.word(end - 1);
    let words = end - start;
    let of = (start..end).find(|at| r.is(*at, "of"));
    let head = of.map_or(last_word, |at| r.word(at - 1));
    if words > 1 && (ORGANISATION_WORDS.has(last_word) || ORGANISATION_WORDS.has(head)) && !is_ordinary(r.word(start)) {
        return name(end, EntityLabel::Org, None, 0.7, "entities.organisation_word");
    }
    if words > 1 && (PLACE_WORDS.has(last_word) || PLACE_WORDS.has(r.word(start))) && !is_ordinary(r.word(start)) {
        return name(end, EntityLabel::Loc, Some(PlaceKind::Facility), 0.6, "entities.place_word");
    }
    // People: a title before, or a first name at the start.
    let stop = (start..end)
        .find(|at| TITLES.has(r.word(*at)) || ORGANISATION_WORDS.has(r.word(*at)) || GROUPS.has(r.word(*at)) || r.is(*at, "of"))
        .unwrap_or(end)
        .min(start + 4);
    let titled = r.before(start).is_some_and(|b| TITLES.has(r.word(b)));
    let length = stop - start;
    if length >= 1 && !is_ordinary(r.word(start)) {
        if titled && !r.word(start).ends_with(|c: char| c == '.' && r.word(start).len() > 2) {
            return name(stop, EntityLabel::Person, None, 0.7, "entities.title");
        }
        if length >= 2 && FIRST_NAMES.has(r.word(start)) {
            return name(stop, EntityLabel::Person, None, 0.7, "entities.first_name");
        }
    }
    None
}

/// The names that lists and context show between `measures`, in order.
fn names_by_rule(r: &Reading<'_>, measures: &[Name]) -> Vec<Name> {
    let mut mentions = Vec::new();
    let (mut at, mut next) = (0, 0);
    while let Some(token) = r.token(at) {
        while next < measures.len() && measures[next].span.end() <= token.span.start() {
            next += 1;
        }
        let measured = measures.get(next).map_or(r.len(), |m| m.tokens(r).start);
        if measured <= at || r.kind(at) != Some(TokenKind::Word) || !r.capital(at) {
            at += 1;
            continue;
        }
        let (names, end) = run(r, at, measured);
        mentions.extend(names);
        at = end;
    }
    mentions
}

/// The family and first names, standing alone, of the people that the document names in full.
fn seen_in_full(r: &Reading<'_>, mentions: &[Name]) -> Vec<Name> {
    let mut families = BTreeSet::new();
    for mention in mentions.iter().filter(|m| m.label == EntityLabel::Person) {
        let mut words = mention.span.of(r.text).split_whitespace();
        if let (Some(first), Some(last)) = (words.next(), words.next_back()) {
            families.extend([first, last]);
        }
    }
    let mut found = Vec::new();
    let mut next = 0;
    for at in 0..r.len() {
        let Some(token) = r.token(at) else { break };
        while next < mentions.len() && mentions[next].span.end() <= token.span.start() {
            next += 1;
        }
        let free = mentions.get(next).is_none_or(|m| !m.span.overlaps(token.span));
        if free && families.contains(r.word(at)) {
            let (span, rule) = (token.span, "entities.seen_in_full");
            found.push(Name { span, label: EntityLabel::Person, score: 0.7, rule, value: None, place_kind: None });
        }
    }
    found
}
