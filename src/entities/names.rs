//! Names by word lists and context, for when no trained model is at hand.

use super::label::{EntityLabel, PlaceKind};
use super::lists::has;
use super::lists::ordinary::ORDINARY;
use super::lists::organisations::{ORGANISATION_WORDS, ORGANISATIONS};
use super::lists::people::{FIRST_NAMES, GROUPS, TITLES};
use super::lists::places::{CITIES, COUNTRIES, PLACE_WORDS, REGIONS};
use super::reading::Reading;
use crate::text::TokenKind;

/// A run of capitalised words is looked at this many at a time: no name is longer, and a headline of a thousand words stays cheap.
const LONGEST_RUN: usize = 16;

/// A name from one token on.
pub(super) struct Name {
    /// Its first token: titles before a person are passed over.
    pub(super) start: usize,
    /// One past its last token.
    pub(super) end: usize,
    pub(super) label: EntityLabel,
    pub(super) place_kind: Option<PlaceKind>,
    pub(super) score: f32,
    pub(super) rule: &'static str,
}

/// Words in lower case that join the halves of one name.
fn joins(word: &str) -> bool {
    matches!(word, "of" | "de" | "du" | "la" | "le" | "van" | "von" | "der" | "bin" | "al" | "el" | "da" | "dos" | "del")
}

/// The names in the run of capitalised words at token `at`, and where the run ends: before token `limit`.
pub(super) fn names(r: &Reading<'_>, at: usize, limit: usize) -> (Vec<Name>, usize) {
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
                start = name.end;
                found.push(name);
            }
            None => start += 1,
        }
    }
    found
}

fn first_name_of_run(r: &Reading<'_>, start: usize, end: usize) -> Option<Name> {
    let name = |end, label, place_kind, score, rule| Some(Name { start, end, label, place_kind, score, rule });
    // The longest listed name first.
    for length in (1..=4.min(end - start)).rev() {
        let text = r.span(start, start + length).of(r.text);
        let last = start + length;
        let goes_on = last < end && (has(ORGANISATION_WORDS, r.word(last)) || has(PLACE_WORDS, r.word(last)));
        let whole = last == end || !goes_on;
        if !whole {
            continue;
        }
        if has(ORGANISATIONS, text) {
            return name(last, EntityLabel::Org, None, 0.8, "entities.list");
        }
        for (list, kind) in [(COUNTRIES, PlaceKind::Country), (REGIONS, PlaceKind::Region), (CITIES, PlaceKind::City)] {
            if has(list, text) {
                return name(last, EntityLabel::Loc, Some(kind), 0.8, "entities.list");
            }
        }
        if has(GROUPS, text) {
            return name(last, EntityLabel::Norp, None, 0.8, "entities.list");
        }
    }
    if has(TITLES, r.word(start)) {
        return None;
    }
    let last_word = r.word(end - 1);
    let words = end - start;
    let of = (start..end).find(|at| r.is(*at, "of"));
    let head = of.map_or(last_word, |at| r.word(at - 1));
    if words > 1 && (has(ORGANISATION_WORDS, last_word) || has(ORGANISATION_WORDS, head)) && !has(ORDINARY, r.word(start)) {
        return name(end, EntityLabel::Org, None, 0.7, "entities.organisation_word");
    }
    if words > 1 && (has(PLACE_WORDS, last_word) || has(PLACE_WORDS, r.word(start))) && !has(ORDINARY, r.word(start)) {
        return name(end, EntityLabel::Loc, Some(PlaceKind::Facility), 0.6, "entities.place_word");
    }
    // People: a title before, or a first name at the start.
    let stop = (start..end)
        .find(|at| has(TITLES, r.word(*at)) || has(ORGANISATION_WORDS, r.word(*at)) || has(GROUPS, r.word(*at)) || r.is(*at, "of"))
        .unwrap_or(end)
        .min(start + 4);
    let titled = r.before(start).is_some_and(|b| has(TITLES, r.word(b)));
    let length = stop - start;
    if length >= 1 && !has(ORDINARY, r.word(start)) {
        if titled && !r.word(start).ends_with(|c: char| c == '.' && r.word(start).len() > 2) {
            return name(stop, EntityLabel::Person, None, 0.7, "entities.title");
        }
        if length >= 2 && has(FIRST_NAMES, r.word(start)) {
            return name(stop, EntityLabel::Person, None, 0.7, "entities.first_name");
        }
    }
    None
}
