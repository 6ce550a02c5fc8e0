//! Places in small letters, where a writer leaves capitals out: "i live in san francisco".

use super::known::{capitalised, well_known};
use crate::entities::label::EntityLabel;
use crate::entities::model::lexicon::Lists;
use crate::entities::model::{EntityModel, Page};
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::lexicon::WordSet;

/// What stands before a place.
const BEFORE_PLACES: WordSet = WordSet::new("across around from in near to");

/// Places whose names are words too.
const WORDS: WordSet = WordSet::new("Afar Chile China EU Guinea Maine Mali Nice Oman Shush Turkey US");

/// True where the sentence `start..end` starts small or has an "i": its writer cannot be bothered with capitals.
pub(super) fn is_careless(r: &Reading<'_>, start: usize, end: usize) -> bool {
    let first = (start..end).find(|at| r.kind(*at) == Some(crate::text::TokenKind::Word));
    first.is_some_and(|at| r.word(at).starts_with(|c: char| c.is_ascii_lowercase())) || (start..end).any(|at| r.word(at) == "i")
}

/// The place at token `at`, if it is small; `free` tells which tokens belong to no name. Others than well-known ones need a word before them that
/// places follow, and so do all where the writer is not `careless`.
pub(super) fn place(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, at: usize, careless: bool, free: &dyn Fn(usize) -> bool) -> Option<Name> {
    if !r.word(at).starts_with(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    let after_cue = r.before(at).is_some_and(|b| BEFORE_PLACES.has(r.word(b)));
    if !(careless || after_cue) {
        return None;
    }
    let is_place = |end: &usize| {
        let goes_on = *end < r.sentence_end(at) && r.capital(*end);
        let listed = !goes_on && *end <= r.sentence_end(at) && free(*end) && model.lists_of(page, at, *end).has(Lists::CITY | Lists::COUNTRY | Lists::REGION);
        listed && {
            let name = (at..*end).map(|n| capitalised(r.word(n))).collect::<Vec<_>>().join(" ");
            // Of 255: hardly anything but a place.
            let leans = || after_cue && (at..*end).all(|n| page.likely(n).is_some_and(|l| l[2] >= 190));
            !WORDS.has(name.as_str()) && (careless && well_known(&name) || leans())
        }
    };
    let end = (at + 1..at + 4).rev().find(is_place)?;
    let place_kind = model.place_kind(page, at, end);
    Some(Name::new(r.span(at, end), EntityLabel::Loc, 0.6, "entities.small_place", place_kind))
}
