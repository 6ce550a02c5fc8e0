//! Firms with an ampersand in their name: "Stop & Shop", "Johnson & Johnson", "H&M", "Finch & Daughters".

use super::known::{is_capital_word, name_at, put};
use crate::entities::label::EntityLabel;
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::lexicon::{PhraseSet, WordSet};

/// The most words on each side.
const MOST: usize = 3;

/// Words that stand on both sides of "&" in headings and sections: "Health & Safety", "Arts & Culture".
const SUBJECTS: WordSet = WordSet::new(
    "Acquisitions Answers Arts Beauty Bed Blues Breakfast Business Cheese Chips Conditions Crime Culture Development Drink Drinks Environment Events \
     Fashion Finance Fish Food Gas Health Home Law Life Loss Mac Marketing Mergers Money Music News Oil Opinion Order Parks Pepper Politics Privacy \
     Profit Questions Recreation Research Rhythm Rock Roll Safety Sales Salt Science Sport Sports Style TV Tech Technology Terms Theatre Travel UK \
     US Views World",
);

/// Letters with an ampersand that are words: "R&D", "A&E".
const WORDS: WordSet = WordSet::new("A&E A&R B&B D&D F&B L&D M&A P&L P&P Q&A R&B R&D R&R S&M T&C");

/// Brands whose name ends in a possessive.
const POSSESSIVE: PhraseSet = PhraseSet::new("Ben & Jerry");

/// Makes one name of the words on both sides of an ampersand.
pub(super) fn join(r: &Reading<'_>, names: &mut Vec<Name>) {
    let mut found = Vec::new();
    for at in 1..r.len().saturating_sub(1) {
        // "H&M", "AT&T": one token.
        let letters = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_uppercase());
        if r.word(at).split_once('&').is_some_and(|(a, b)| letters(a) && letters(b)) && !WORDS.has(r.word(at)) {
            let longer = name_at(r, names, at).is_some_and(|n| names[n].tokens(r).len() > 1);
            if !longer {
                found.push(Name::new(r.span(at, at + 1), EntityLabel::Org, 0.8, "entities.ampersand", None));
            }
        }
        if r.word(at) != "&" || r.before(at).is_none() {
            continue;
        }
        let whole = |start, end| name_at(r, names, at).is_some_and(|n| names[n].tokens(r) == (start..end) && names[n].label != EntityLabel::Person);
        if let Some((start, end)) = firm(r, names, at).filter(|(start, end)| !whole(*start, *end)) {
            found.push(Name::new(r.span(start, end), EntityLabel::Org, 0.8, "entities.ampersand", None));
        }
    }
    put(names, found);
}

/// The tokens of the firm with the ampersand at `at`.
fn firm(r: &Reading<'_>, names: &[Name], at: usize) -> Option<(usize, usize)> {
    let limit = r.sentence_end(at);
    let glued = |n: usize| r.token(n).is_some_and(|t| !t.spaced);
    // "H&M"
    if glued(at) && glued(at + 1) {
        let initials = |n: usize| r.word(n).len() <= 2 && r.word(n).bytes().all(|b| b.is_ascii_uppercase());
        let name = r.span(at - 1, at + 2);
        return (initials(at - 1) && initials(at + 1) && !WORDS.has(name.of(r.text))).then_some((at - 1, at + 2));
    }
    let opening = r.before(at)?;
    let mut start = (at.saturating_sub(MOST)..at).rev().take_while(|n| is_capital_word(r, *n) && r.sentence_end(*n) == limit).last()?;
    let mut end = (at + 1..limit.min(at + 1 + MOST)).take_while(|n| is_capital_word(r, *n)).last()? + 1;
    // "Tom Hale & Ana Reyes" are two people; what either of them is called by alone may be a firm's.
    let person = |n: usize| name_at(r, names, n).filter(|i| names[*i].label == EntityLabel::Person && names[*i].tokens(r).len() > 1);
    if person(at + 1).is_some() && person(opening).is_some() {
        return None;
    }
    // The first word of a sentence may be no part of it, and what the recogniser knows to be another name is none.
    if let Some(other) = name_at(r, names, start).map(|i| names[i].tokens(r)).filter(|t| t.end < at) {
        start = other.end;
    }
    if let Some(other) = name_at(r, names, end - 1).map(|i| names[i].tokens(r)).filter(|t| t.start > at + 1) {
        end = other.start;
    }
    let subject = |n: usize| SUBJECTS.has(r.word(n));
    if start >= at || (start..at).chain(at + 1..end).all(subject) && end - start <= 4 {
        return None;
    }
    // In a heading everything has a capital.
    let small = (start.saturating_sub(8)..limit.min(end + 8)).filter(|n| r.sentence_end(*n) == limit).any(|n| r.word(n).starts_with(char::is_lowercase));
    let known = (start..end).any(|n| name_at(r, names, n).is_some());
    if !(small || known) {
        return None;
    }
    if POSSESSIVE.has(r.span(start, end).of(r.text)) && matches!(r.word(end), "'s" | "’s") {
        end += 1;
    }
    Some((start, end))
}
