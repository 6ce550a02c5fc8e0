//! What a verb takes beside it, by frame: "vowed to leave", "urged the mayor to leave", "criticised the plan", "called for talks".

use super::clause::{self, Governor};
use super::cues::{BASE, ING, THIRD, VERB};
use super::frame::Frame;
use super::lexicon::{AUXILIARY, BE, CONJUNCTION, DETERMINER, MODAL, NEGATION, PEOPLE_NOUN, PREPOSITION, PRONOUN, SUBORDINATOR, TIME, WH};
use super::row::{Range, Row};
use super::unit::Kind;
use crate::lexicon::WordSet;

/// A frame and the units that fill it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Complement {
    pub frame: Frame,
    pub range: Range,
}

/// What the verb at `at` takes, in a sentence that ends at `end`.
pub(super) fn complement(row: Row<'_>, at: usize, end: usize, governor: Governor) -> Option<Complement> {
    let mut next = at + 1;
    while next < end && row.is_adverb(next) {
        next += 1;
    }
    if next >= end || row.is_quote(next) {
        return None;
    }
    let clausal = |frame| Some(Complement { frame, range: clause::clip(row, next, end, governor) });
    if row.is(next, "that") && !row.has(next + 1, AUXILIARY | MODAL) {
        return clausal(Frame::That);
    }
    let that = row.past_adverbials(next, end);
    if that > next && row.is(that, "that") && !row.has(that + 1, AUXILIARY | MODAL) && row.clause_at(that + 1, end) && !row.has(that - 1, DETERMINER) {
        return Some(Complement { frame: Frame::That, range: clause::clip(row, that, end, governor) });
    }
    if infinitive(row, next) || row.has(next, NEGATION) && infinitive(row, next + 1) {
        return Some(Complement { frame: Frame::To, range: clause::clip(row, next, end, governor) });
    }
    if row.has(next, WH) && !row.is(next, "who") && !row.is(next, "which") && !row.is(next, "when") && !row.is(next, "whose") {
        return clausal(Frame::Wh);
    }
    if row.has(next, ING) && row.units[next].span.len() > 4 && !row.units[next].capital {
        return Some(Complement { frame: Frame::Gerund, range: clause::clip(row, next, end, governor) });
    }
    let word = row.word(next);
    // "laid out the plan", "played down the risk"
    if matches!(word, "out" | "up" | "off" | "down" | "aside" | "forth" | "over" | "forward") && !row.has(next + 1, PREPOSITION | CONJUNCTION | TIME) {
        let filled = row.phrase_at(next + 1, end, true).is_some() && !row.is_pronoun(next + 1);
        if filled {
            return Some(Complement { frame: Frame::Particle, range: extent(row, next + 1, end, governor, false) });
        }
    }
    if let Some(frame) = Frame::of_preposition(word) {
        let start = next + 1;
        if start >= end || row.is_quote(start) || row.has(start, TIME) || row.kind(start) == Some(Kind::Number) {
            return None;
        }
        let filled = row.has(start, ING | WH) || row.phrase_at(start, end, true).is_some();
        return filled.then(|| Complement { frame, range: extent(row, start, end, governor, true) });
    }
    if row.has(next, PREPOSITION | CONJUNCTION | SUBORDINATOR | AUXILIARY | MODAL | TIME) && !row.has(next, DETERMINER) {
        return None;
    }
    let pronoun = matches!(word, "him" | "her" | "them" | "me" | "us" | "you" | "it" | "himself" | "herself" | "themselves" | "itself");
    let object = if pronoun && !(word == "her" && row.phrase_at(next, end, false).is_some_and(|p| p.len() > 1)) {
        next..next + 1
    } else {
        if row.clause_at(next, end) {
            let phrase = row.phrase_at(next, end, true);
            // A pronoun in the nominative, or a phrase with its verb right after it.
            if phrase.is_some_and(|p| row.has(p.end, super::cues::PAST | super::cues::THIRD | AUXILIARY | MODAL) || row.is_adverb(p.end)) {
                return clausal(Frame::Bare);
            }
        }
        row.phrase_at(next, end, false)?
    };
    let after = object.end;
    if infinitive(row, after) || row.has(after, NEGATION) && infinitive(row, after + 1) {
        return Some(Complement { frame: Frame::ObjectTo, range: clause::clip(row, next, end, governor) });
    }
    let range = extent(row, next, end, governor, pronoun || row.is(after, "as"));
    let frame = if pronoun && object.len() == 1 && range.end <= after {
        Frame::Pronoun
    } else if row.is(after, "as") {
        Frame::ObjectAs
    } else if pronoun || matches!(row.word(after), "for" | "of") && row.has(after + 1, ING) {
        Frame::ObjectWith
    } else {
        Frame::Object
    };
    Some(Complement { frame, range })
}

/// True where "to" and a verb stand at `at`.
fn infinitive(row: Row<'_>, at: usize) -> bool {
    row.is(at, "to")
        && row.kind(at + 1) == Some(Kind::Word)
        && !row.units[at + 1].capital
        && !row.has(at + 1, DETERMINER | PRONOUN | PREPOSITION | PEOPLE_NOUN | WH)
        && (row.has(at + 1, BASE | BE | VERB) || row.is_adverb(at + 1) || !row.word(at + 1).ends_with('s'))
}

/// Where a noun phrase with what belongs to it ends that starts at `from`; `plain` ends it at the first comma or dash.
fn extent(row: Row<'_>, from: usize, end: usize, governor: Governor, plain: bool) -> Range {
    let clipped = clause::clip(row, from, end, governor);
    let mut depth = 0i32;
    for n in from + 1..clipped.end {
        match row.kind(n) {
            Some(Kind::OpenBracket) => depth += 1,
            Some(Kind::CloseBracket) => depth -= 1,
            Some(Kind::Comma | Kind::Dash | Kind::Semicolon | Kind::Colon) if depth == 0 && (plain || !continues(row, n)) => return from..n,
            _ if depth == 0 && (is_adjunct(row, n) || goes_on(row, from..n, end)) => return from..n,
            _ => {}
        }
    }
    clipped
}

/// True where the sentence that the cue stands in goes on after `object`: "supports the plan but is alone", "mocked the mayor, left the hall".
fn goes_on(row: Row<'_>, object: Range, end: usize) -> bool {
    let n = object.end;
    // A clause inside the object, or an aside that closes here.
    if row.has_finite(object.clone())
        || object.into_iter().any(|u| row.has(u, WH | SUBORDINATOR) && !row.has(u, PREPOSITION) || row.kind(u) == Some(Kind::Comma))
    {
        return false;
    }
    match row.kind(n) {
        Some(Kind::Comma) => row.is_finite_verb(n + 1) || row.is_plain_clause(n + 1, end) && !row.has(n + 1, CONJUNCTION),
        _ => (row.is(n, "and") || row.is(n, "but")) && (row.has(n + 1, AUXILIARY | MODAL) || row.has(n + 1, THIRD) && row.is_finite_verb(n + 1)),
    }
}

/// True where the comma at `n` parts members of a list or opens what still describes the object.
fn continues(row: Row<'_>, n: usize) -> bool {
    row.kind(n) == Some(Kind::Comma)
        && !matches!(row.word(n + 1), "who" | "which" | "whose" | "where" | "though" | "while" | "however" | "well" | "down" | "up" | "not" | "although")
}

/// True where words about when it was said start at `n`: "on Tuesday", "last July", "before the vote".
fn is_adjunct(row: Row<'_>, n: usize) -> bool {
    if matches!(row.word(n), "before" | "while" | "during" | "amid" | "when") {
        return true;
    }
    // "in an interview", "during the debate on Monday"
    if matches!(row.word(n), "in" | "at" | "on" | "via" | "through") && occasion(row, n + 1) {
        return true;
    }
    let day = |at: usize| row.has(at, TIME) && row.units.get(at).is_some_and(|u| u.capital) && !row.is_possessive(at + 1);
    day(n) && !row.has(n - 1, PREPOSITION | DETERMINER)
        || matches!(row.word(n), "on" | "last" | "this" | "late" | "early" | "in") && day(n + 1)
        || row.has(n, TIME) && matches!(row.word(n), "yesterday" | "today")
}

/// True where "a tweet", "the last debate", "an interview with the Post" starts at `at`: where and in what it was said.
fn occasion(row: Row<'_>, at: usize) -> bool {
    const OCCASIONS: WordSet = WordSet::new(
        "address appearance column commercial conference debate debates email interview interviews letter memo op-ed podcast rally speech statement \
         tweet tweets",
    );
    row.has(at, DETERMINER) && (at + 1..at + 4).take_while(|n| row.kind(*n) == Some(Kind::Word)).any(|n| OCCASIONS.has(row.word(n)) && !row.is(n + 1, "of"))
}
