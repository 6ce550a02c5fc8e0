//! What several passes know of names and words.

use crate::entities::lists::places::{CITIES, COUNTRIES, REGIONS};
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::lexicon::WordSet;
use crate::text::{TokenKind, order};

/// Places whose names people have too, often enough.
const ALSO_PEOPLE: WordSet = WordSet::new("Austin Chad Dallas Georgia India Israel Jordan Kenya Montana Paris Sydney Virginia");

/// A country, region or city that is hardly ever anything else.
pub(super) fn well_known(name: &str) -> bool {
    (COUNTRIES.has(name) || REGIONS.has(name) || CITIES.has(name)) && !ALSO_PEOPLE.has(name)
}

/// The word with a capital; short words as acronyms: "uk" is "UK".
pub(super) fn capitalised(word: &str) -> String {
    if matches!(word, "uk" | "usa" | "uae" | "drc") {
        return word.to_ascii_uppercase();
    }
    crate::text::capitalised(word)
}

/// Committees of both houses, whose name may stand without "Committee": "Senate Judiciary member".
const COMMITTEES: WordSet = WordSet::new("Appropriations Banking Budget Commerce Energy Ethics Finance Intelligence Judiciary Oversight Rules");

/// Where the name of a committee of the house at token `at` ends: "Senate Judiciary", with or without "Committee".
pub(super) fn house_committee(r: &Reading<'_>, at: usize) -> Option<usize> {
    (matches!(r.word(at), "Senate" | "House") && at + 1 < r.sentence_end(at) && COMMITTEES.has(r.word(at + 1)))
        .then(|| at + 2 + usize::from(r.word(at + 2) == "Committee"))
}

/// The name of `names`, which are in order, that token `at` belongs to.
pub(super) fn name_at(r: &Reading<'_>, names: &[Name], at: usize) -> Option<usize> {
    let span = r.token(at)?.span;
    let next = names.partition_point(|n| n.span.end() <= span.start());
    names.get(next).filter(|n| n.span.start() < span.end()).map(|_| next)
}

/// Puts what was `found` among `names`, which are in order and stay so, in place of all that it touches. Of two that touch each other the first
/// holds. One way through both lists, however long they are.
pub(super) fn put(names: &mut Vec<Name>, mut found: Vec<Name>) {
    if found.is_empty() {
        return;
    }
    order::sort_by(&mut found, |n| order::outer_first(n.span, 0));
    let mut merged: Vec<Name> = Vec::with_capacity(names.len() + found.len());
    let mut old = std::mem::take(names).into_iter().peekable();
    for name in found {
        if merged.last().is_some_and(|last| last.span.end() > name.span.start() && last.rule == name.rule) {
            continue;
        }
        while let Some(before) = old.next_if(|n| n.span.start() < name.span.end()) {
            if before.span.end() <= name.span.start() {
                merged.push(before);
            }
        }
        merged.push(name);
    }
    merged.extend(old);
    *names = merged;
}

/// True for a word with a capital that may be part of a name.
pub(super) fn is_capital_word(r: &Reading<'_>, at: usize) -> bool {
    r.capital(at) && r.kind(at) == Some(TokenKind::Word)
}
