//! Storms and ships have people's names: "Storm Hedda", "the trawler Mary Lind", "HMS Crane".

use std::collections::BTreeSet;

use super::known::{is_capital_word, name_at, put};
use crate::entities::label::EntityLabel;
use crate::entities::model::Page;
use crate::entities::model::lexicon::Lists;
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::lexicon::WordSet;

/// What stands before the name of a storm and belongs to it.
const STORMS: WordSet = WordSet::new("Cyclone Hurricane Storm Typhoon");

/// What stands before the name of a ship and belongs to it.
const PREFIXES: WordSet = WordSet::new("HMAS HMCS HMNZS HMS INS MFV MS MV PS RMS RRS RV SS USNS USS");

/// Ships, right before the name of one.
const SHIPS: WordSet = WordSet::new(
    "barge boat carrier catamaran corvette cruiser destroyer dinghy ferry freighter frigate icebreaker lifeboat liner minesweeper sailboat schooner \
     ship sloop steamer submarine superyacht tanker trawler tug tugboat vessel warship yacht",
);

/// Gives storms and ships their label and their whole name, wherever they are named.
pub(super) fn name(r: &Reading<'_>, page: &Page<'_>, names: &mut Vec<Name>) {
    let mut found: Vec<Name> = Vec::new();
    for at in 0..r.len() {
        if let Some((start, end)) = storm(r, page, names, at).or_else(|| ship(r, names, at)) {
            found.push(Name::new(r.span(start, end), EntityLabel::Misc, 0.85, "entities.vessel", None));
        }
    }
    // The same words elsewhere, and the ship's without its prefix.
    let mut called: BTreeSet<&str> = BTreeSet::new();
    for name in &found {
        let text = name.span.of(r.text);
        called.insert(text);
        called.extend(text.split_once(' ').filter(|(first, _)| PREFIXES.has(first)).map(|(_, bare)| bare));
    }
    for other in names.iter_mut().filter(|n| n.label == EntityLabel::Person && called.contains(n.span.of(r.text))) {
        (other.label, other.rule) = (EntityLabel::Misc, "entities.vessel");
    }
    put(names, found);
}

/// "Storm Hedda", "Tropical Storm Ida": not "Storm Batters Coast", nor somebody called Storm.
fn storm(r: &Reading<'_>, page: &Page<'_>, names: &[Name], at: usize) -> Option<(usize, usize)> {
    if !STORMS.has(r.word(at)) || !is_capital_word(r, at + 1) || r.sentence_end(at) != r.sentence_end(at + 1) {
        return None;
    }
    let end = at + 2;
    let goes_on = end < r.sentence_end(at) && is_capital_word(r, end);
    // Hardly anybody is called Typhoon; somebody may be called Storm.
    let named =
        r.word(at) != "Storm" || name_at(r, names, at + 1).is_some_and(|n| names[n].label == EntityLabel::Person) || page.lists(at + 1).has(Lists::FIRST);
    let start = if r.before(at).is_some_and(|b| matches!(r.word(b), "Tropical" | "Post-Tropical" | "Super")) { at - 1 } else { at };
    // "the National Hurricane Center"
    let inside = name_at(r, names, at).is_some_and(|n| names[n].tokens(r).start < start || names[n].tokens(r).end > end);
    (!goes_on && named && !inside).then_some((start, end))
}

/// "MV Ruby", "the trawler Mary Lind", "a fishing boat, the Mary Lind,".
fn ship(r: &Reading<'_>, names: &[Name], at: usize) -> Option<(usize, usize)> {
    let limit = r.sentence_end(at);
    if PREFIXES.has(r.word(at)) && at + 1 < limit && is_capital_word(r, at + 1) {
        let end = (at + 1..limit.min(at + 4)).take_while(|n| is_capital_word(r, *n)).last()? + 1;
        // "MS Dhoni", "MS Word": initials and others' names.
        return (!matches!(r.word(at), "MS" | "PS" | "SS") || r.before(at).is_some_and(|b| r.is_one(b, &["the", "ferry", "ship", "liner", "steamer"])))
            .then_some((at, end));
    }
    if !SHIPS.has(r.word(at)) {
        return None;
    }
    let first = if r.word(at + 1) == "," && r.is(at + 2, "the") { at + 3 } else { at + 1 };
    let run = (first..limit.min(first + 3)).take_while(|n| is_capital_word(r, *n)).count();
    let name = (first < limit).then(|| name_at(r, names, first)).flatten();
    // "the tanker Ever Given": a name that the recogniser has not.
    if name.is_none() && run >= 2 && (first..first + run).all(|n| name_at(r, names, n).is_none()) {
        return Some((first, first + run));
    }
    let name = name.filter(|n| names[*n].tokens(r).start == first)?;
    let end = names[name].tokens(r).end;
    // "the boat Ana Reyes bought": somebody does something with it.
    let acts = first == at + 1 && r.is_of(end, const { WordSet::new("bought built had has owned owns said sailed saw says told took used") });
    (names[name].label == EntityLabel::Person && !acts).then_some((first, end))
}
