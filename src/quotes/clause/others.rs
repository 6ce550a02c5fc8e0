//! Reports of others inside a sentence: where one takes over, the clause before it is at its end.

use super::lead::ends_with;
use crate::quotes::cues::{BASE, CUE, INFINITIVE, NAMING, NOUNISH, PAST, SPEECH, THIRD, WRITING};
use crate::quotes::lexicon::{AUXILIARY, MODAL, WH};
use crate::quotes::row::Row;
use crate::quotes::unit::Kind;

/// True where somebody with a verb of speech and what it reports starts at `at`: "the mayor said it was", "one in five said so".
pub(super) fn is_another_report(row: Row<'_>, at: usize, end: usize) -> bool {
    let at = (at..end).find(|n| !row.is_adverb(*n)).unwrap_or(end);
    let after = if row.is(at + 1, "in") && row.share_before(at + 3, at).is_some() {
        at + 3
    } else {
        match row.phrase_at(at, end, true) {
            Some(subject) => subject.end,
            None => return false,
        }
    };
    // "while Ortiz, the mayor, said"
    let aside = (after + 2..end.min(after + 16)).find(|n| row.kind(after) == Some(Kind::Comma) && row.kind(*n) == Some(Kind::Comma));
    let after = aside.filter(|close| row.has(close + 1, SPEECH | WRITING)).map_or(after, |close| close + 1);
    let verb = (after..end.min(after + 4)).find(|v| !row.is_adverb(*v) && !row.has(*v, AUXILIARY | MODAL));
    verb.is_some_and(|v| {
        row.has(v, SPEECH | WRITING) && (row.has(v, PAST | THIRD) || row.has(v, BASE) && !row.has(v, NOUNISH) && v == after) && reports(row, v, end)
    })
}

/// True where the marked stretch at `at` ends with a comma and a name with a verb of speech, and nothing else, follows.
pub(super) fn has_own_cue(row: Row<'_>, at: usize) -> bool {
    if !ends_with(row, at, &[',', '?', '!']) {
        return false;
    }
    let end = row.sentence_end(at, true);
    let Some(subject) = row.phrase_at(at + 1, end, false) else { return false };
    let verb = subject.end;
    (row.units[subject.start].capital || row.is_pronoun(subject.start))
        && row.has(verb, SPEECH)
        && row.has(verb, PAST | THIRD)
        && (verb + 1 >= end || matches!(row.kind(verb + 1), Some(Kind::Stop)))
}

/// True where at most an addressee, a time and a place follow the verb of speech at `verb`.
pub(in crate::quotes) fn closes(row: Row<'_>, verb: usize, end: usize) -> bool {
    let mut next = verb + 1;
    if let Some(object) = row.phrase_at(next, end, true) {
        next = object.end;
    }
    next = row.past_adverbials(next, end);
    next >= end || matches!(row.kind(next), Some(Kind::Stop | Kind::Comma))
}

/// True where the cue at `verb` has something to report after it.
pub(super) fn reports(row: Row<'_>, verb: usize, end: usize) -> bool {
    let mut next = row.past_adverbials(verb + 1, end);
    if row.is(next, "that")
        || row.is_quote(next)
        || matches!(row.kind(next), Some(Kind::Colon))
        || row.kind(next) == Some(Kind::Comma) && row.is_quote(next + 1)
    {
        return true;
    }
    if row.has(next, WH) || row.clause_at(next, end) || row.clause_at(verb + 1, end) {
        return true;
    }
    // "and vowed to appeal", "and called on them to appeal"
    let infinitive = row.is(verb + 1, "to") && row.has(verb, INFINITIVE) && row.kind(verb + 2) == Some(Kind::Word) && !row.units[verb + 2].capital;
    if infinitive || row.has(verb, NAMING) && (row.is(verb + 1, "on") || row.is(verb + 1, "for")) {
        return true;
    }
    if let Some(object) = row.phrase_at(next, end, false) {
        next = row.past_adverbials(object.end, end);
    }
    row.is(next, "that") || (verb + 1..end.min(verb + 12)).any(|n| row.is_quote(n)) || row.clause_at(next, end) && row.has(verb, CUE)
}
