//! Names with a possessive inside or at the end: "the Crow’s Nest", "at St Thomas’", "Levi’s".

use super::known::{is_capital_word, name_at, put};
use crate::entities::label::EntityLabel;
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// What stands after a possessive in the name of a place or house.
const HOUSES: WordSet = WordSet::new(
    "Arms Bar Bay Bend Bridge Castle Church College Corner Court Creek Cross Farm Ferry Gate Green Hall Head Hill Hospital House Inn Island Landing \
     Lodge Mill Nest Park Peak Place Point Quay Rest Rock School Square Tavern Wharf Wood",
);

/// Brands whose name ends in a possessive and is somebody's name without it.
const BRANDS: WordSet =
    WordSet::new("Arby Carl Christie Claire Denny Dick Domino Harrod Hershey Kellogg Kohl Levi Lowe Macy McDonald Moody Nando Sainsbury Sotheby Wendy");

/// Grounds and hospitals that are called by a possessive alone: "at Lord’s".
const GROUNDS: WordSet = WordSet::new("Bart Guy King Lord Queen");

/// Puts the possessive back into names that have it.
pub(super) fn settle(r: &Reading<'_>, names: &mut Vec<Name>) {
    let mut found = Vec::new();
    for at in 1..r.len() {
        if matches!(r.word(at), "'s" | "’s") {
            found.extend(house(r, names, at).or_else(|| ground(r, at)).or_else(|| brand(r, names, at)));
        } else if matches!(r.word(at), "'" | "’") {
            hospital(r, names, at);
        }
    }
    put(names, found);
}

/// "the Crow’s Nest": one name, and a place; what the recogniser has whole already stays.
fn house(r: &Reading<'_>, names: &[Name], at: usize) -> Option<Name> {
    let limit = r.sentence_end(at);
    if !is_capital_word(r, at - 1) || r.before(at).is_none() || at + 1 >= limit || !HOUSES.has(r.word(at + 1)) {
        return None;
    }
    let led = r.before(at - 1).is_some_and(|b| r.is_of(b, const { WordSet::new("at from in near of outside the to") }));
    let whole = name_at(r, names, at - 1).is_some_and(|n| names[n].tokens(r).end > at + 1);
    let goes_on = at + 2 < limit && is_capital_word(r, at + 2);
    let long = name_at(r, names, at - 1).is_some_and(|n| names[n].tokens(r).len() > 1);
    (led && !whole && !goes_on && !long).then(|| Name::new(r.span(at - 1, at + 2), EntityLabel::Loc, 0.7, "entities.house", None))
}

/// "then at Lord’s": nothing follows that is somebody's.
fn ground(r: &Reading<'_>, at: usize) -> Option<Name> {
    let led = GROUNDS.has(r.word(at - 1)) && r.before(at - 1).is_some_and(|b| r.is_one(b, &["at", "from"]));
    let alone =
        at + 1 >= r.sentence_end(at) || matches!(r.kind(at + 1), Some(TokenKind::Punctuation)) || r.is_one(at + 1, &["and", "on", "in", "for", "when", "to"]);
    (led && alone).then(|| Name::new(r.span(at - 1, at + 1), EntityLabel::Loc, 0.65, "entities.house", None))
}

/// "Levi’s did not": the shop, and not somebody.
fn brand(r: &Reading<'_>, names: &[Name], at: usize) -> Option<Name> {
    let word = r.word(at - 1);
    if !BRANDS.has(word) {
        return None;
    }
    let alone = name_at(r, names, at - 1).is_none_or(|n| names[n].tokens(r) == (at - 1..at) && names[n].label != EntityLabel::Org);
    // "Levi's brother": somebody's.
    let verb = r.is_of(at + 1, const { WordSet::new("and closed did had has is opened or raised reported said says sold was will would") })
        || at + 1 >= r.sentence_end(at)
        || !r.word(at + 1).starts_with(char::is_alphanumeric);
    (alone && verb).then(|| Name::new(r.span(at - 1, at + 1), EntityLabel::Org, 0.7, "entities.brand", None))
}

/// "at St Thomas’": a hospital, church or school.
fn hospital(r: &Reading<'_>, names: &mut [Name], at: usize) {
    let Some(name) = name_at(r, names, at - 1).map(|n| &mut names[n]) else { return };
    let tokens = name.tokens(r);
    let saint = matches!(r.word(tokens.start), "St" | "St." | "Saint") && tokens.len() == 2;
    let inside = r.before(tokens.start).is_some_and(|b| r.is_one(b, &["at", "and", "in", "to", "from"]));
    if name.label == EntityLabel::Person && saint && inside {
        (name.label, name.rule) = (EntityLabel::Loc, "entities.house");
    }
}
