//! What belongs to a name and was left out of it: a family name, the word that says what it is, an ending.

use crate::lexicon::WordSet;
use std::collections::BTreeSet;

use super::super::heads::is_organisation_head;
use super::super::known::house_committee;
use crate::entities::label::EntityLabel;
use crate::entities::model::lexicon::Lists;
use crate::entities::model::{EntityModel, Page};
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::text::TokenKind;

/// Numbers of rulers and popes. "I" is left out: it is a word of its own too.
const NUMERALS: WordSet = WordSet::new("II III IV IX V VI VII VIII X XI XII XIII XIV XV XVI XXIII");

/// Whoever has one of these before the name may have "I" after it.
pub(super) const RULERS: WordSet = WordSet::new("czar emperor empress kaiser king pope queen shah sultan tsar");

/// What may follow the name of a shop, and not the owner of something.
const AFTER_BRANDS: WordSet =
    WordSet::new("and are as at before but by can could for from had has in is near on or said says that to was when where which will with would");

/// Which part of a state a court district lies in.
pub(super) const SIDES: WordSet = WordSet::new("Central East Eastern Middle North Northern South Southern West Western");

/// What is named after somebody, by the last word of its name.
const NAMED_AFTER: WordSet = WordSet::new("Act Award Awards Fellowship Lecture Medal Observatory Prize Probe Scholarship Telescope Trophy");

/// Takes in what belongs to a person's name and was left out; never token `limit` or later.
pub(super) fn extend_person(r: &Reading<'_>, page: &Page<'_>, limit: usize, name: &mut Name) {
    let tokens = name.tokens(r);
    let (start, mut end) = (tokens.start, tokens.end);
    let limit = limit.min(r.sentence_end(start));
    // "Lena Quistgaard" where only "Lena" was taken: an unknown word or a family name after a lone first name.
    if tokens.len() == 1 && end < limit && page.lists(start).has(Lists::FIRST) && belongs_to_first_name(r, page, end) {
        end += 1;
    }
    if end < limit && r.capital(end) {
        let ruler = r.before(start).is_some_and(|b| r.is_of(b, RULERS));
        if NUMERALS.has(r.word(end)) || (r.word(end) == "I" && ruler) {
            end += 1;
        }
    }
    if end > tokens.end {
        name.span = r.span(start, end);
    }
}

/// "[James Webb] Space Telescope": what is named after the person.
pub(super) fn extend_to_namesake(r: &Reading<'_>, limit: usize, name: &mut Name) {
    let tokens = name.tokens(r);
    let limit = limit.min(r.sentence_end(tokens.start)).min(tokens.end + 3);
    let end = (tokens.end..limit).take_while(|at| r.capital(*at)).find(|at| NAMED_AFTER.has(r.word(*at)));
    if let Some(end) = end {
        name.span = r.span(tokens.start, end + 1);
        name.label = EntityLabel::Misc;
    }
}

/// True where token `at` can only be a family name, standing after a first name.
fn belongs_to_first_name(r: &Reading<'_>, page: &Page<'_>, at: usize) -> bool {
    const NEVER: Lists =
        Lists::TITLE.and(Lists::ORGANISATION_WORD).and(Lists::PLACE_WORD).and(Lists::GROUP).and(Lists::COUNTRY).and(Lists::OCCUPATION).and(Lists::ORGANISATION);
    let word = r.word(at);
    let written = r.kind(at) == Some(TokenKind::Word) && r.capital(at) && word.len() > 2 && word.chars().skip(1).any(char::is_lowercase);
    let lists = page.lists(at);
    written && !lists.has(NEVER) && !page.seen_small(at) && (!page.known_otherwise(at) || lists.has(Lists::FAMILY) && !lists.has(Lists::CITY | Lists::REGION))
}

/// "McDonald's", "Macy's": a listed name with its ending. Of what is a first name too only where nobody's sister follows.
pub(super) fn extend_brand(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, known: &BTreeSet<&str>, name: &mut Name) {
    let tokens = name.tokens(r);
    let (start, end) = (tokens.start, tokens.end);
    if !matches!(r.word(end), "'s" | "’s") || known.contains(r.word(end - 1)) || !model.lists_of(page, start, end + 1).has(Lists::ORGANISATION) {
        return;
    }
    let next = r.word(end + 1);
    let owns = r.kind(end + 1) == Some(TokenKind::Word) && !r.capital(end + 1) && !AFTER_BRANDS.has(next);
    if page.lists(start).has(Lists::FIRST) && name.label == EntityLabel::Person && owns {
        return;
    }
    *name = Name { span: r.span(start, end + 1), label: EntityLabel::Org, rule: "entities.brand", place_kind: None, ..name.clone() };
}

/// "Southern District of New York", "[South District New York]": one place.
pub(super) fn extend_district(r: &Reading<'_>, name: &mut Name) {
    let tokens = name.tokens(r);
    let back = |at: usize, holds: &dyn Fn(&str) -> bool| r.before(at).filter(|b| holds(r.word(*b)));
    let of = back(tokens.start, &|w| w == "of").unwrap_or(tokens.start);
    if let Some(side) = back(of, &|w| w == "District").and_then(|d| back(d, &|w| SIDES.has(w))) {
        name.span = r.span(side, tokens.end);
        name.label = EntityLabel::Loc;
    }
}

/// "Senate Judiciary": a house with the committee that follows.
pub(super) fn extend_house(r: &Reading<'_>, limit: usize, name: &mut Name) {
    let tokens = name.tokens(r);
    if let Some(end) = house_committee(r, tokens.end - 1).filter(|end| *end <= limit) {
        name.span = r.span(tokens.start, end);
        name.label = EntityLabel::Org;
    }
}

/// "[Port Avelle Harbour] Board": the word that makes it an organisation was left out.
pub(super) fn extend_head(r: &Reading<'_>, limit: usize, name: &mut Name) {
    let tokens = name.tokens(r);
    let end = tokens.end;
    let goes_on = r.capital(end + 1) && end + 1 < r.sentence_end(end);
    if end < limit.min(r.sentence_end(tokens.start)) && is_organisation_head(r.word(end)) && !goes_on {
        name.span = r.span(tokens.start, end + 1);
        name.label = EntityLabel::Org;
    }
}

/// "JD (S)", "CPI(M)": an acronym with the letter of the wing of a party.
pub(super) fn extend_wing(r: &Reading<'_>, limit: usize, name: &mut Name) {
    let end = name.tokens(r).end;
    let acronym = r.word(end - 1).chars().filter(|c| c.is_uppercase()).count() >= 2 && r.word(end - 1).chars().all(char::is_uppercase);
    let wing = r.word(end + 1);
    let letter = wing.len() == 1 && wing.starts_with(|c: char| c.is_ascii_uppercase());
    if name.label == EntityLabel::Org && acronym && letter && r.word(end) == "(" && r.word(end + 2) == ")" && end + 3 <= limit.min(r.sentence_end(end - 1)) {
        name.span = r.span(name.tokens(r).start, end + 3);
    }
}
