//! Where what is reported starts in a sentence, and how marked words start.

use crate::quotes::cues::{CUE, ING, PAST};
use crate::quotes::lexicon::{CONJUNCTION, PREPOSITION, PRONOUN, SUBORDINATOR, WH};
use crate::quotes::row::Row;
use crate::quotes::unit::Kind;

/// The first unit of a sentence that can belong to what is reported: past "But", "And", "Still,".
pub(in crate::quotes) fn lead_start(row: Row<'_>, start: usize) -> usize {
    let mut at = start;
    while at < row.units.len()
        && (row.has(at, CONJUNCTION) || matches!(row.kind(at), Some(Kind::Dash | Kind::Other | Kind::Comma | Kind::CloseBracket | Kind::OpenBracket)))
    {
        at += 1;
    }
    if row.is_adverb(at) && row.kind(at + 1) == Some(Kind::Comma) {
        at += 2;
    }
    at
}

/// True where the words from `lead` up to the marked stretch at `quote` are part of what is reported: more than "Now,".
pub(in crate::quotes) fn takes_lead(row: Row<'_>, lead: usize, quote: usize) -> bool {
    if quote <= lead {
        return false;
    }
    if row.kind(quote - 1) == Some(Kind::Colon) {
        return false;
    }
    let comma = row.kind(quote - 1) == Some(Kind::Comma);
    let conditional = matches!(row.word(lead), "If" | "if" | "Unless" | "unless" | "Because" | "because" | "Based");
    let opens = row.has(lead, PREPOSITION | SUBORDINATOR | ING) && quote - lead > 5 || conditional;
    !comma || quote - lead > 3 && (opens || !is_sentence(row, quote))
}

/// True where the marked stretch at `quote` reads as a sentence: a capital first.
pub(in crate::quotes) fn is_sentence(row: Row<'_>, quote: usize) -> bool {
    starts_upper(row, quote) && row.units[quote].span.of(row.text).split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).nth(2).is_some()
}

/// True where the first letter of the marked stretch at `quote` is a capital.
pub(in crate::quotes) fn starts_upper(row: Row<'_>, quote: usize) -> bool {
    row.units[quote].span.of(row.text).trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
}

/// True where `lead..comma` is but an introduction: "When asked about it", "In a statement on Friday".
pub(in crate::quotes) fn is_introduction(row: Row<'_>, lead: usize, comma: usize) -> bool {
    let opens = row.has(lead, PREPOSITION | SUBORDINATOR | WH | ING | PAST);
    if row.has(lead, PAST) && row.has(lead, CUE) {
        return true;
    }
    opens && !row.has(lead, PRONOUN) && !(lead..comma).any(|n| row.kind(n) == Some(Kind::Comma) && row.clause_at(n + 1, comma))
}

/// True where the marked stretch at `at` ends with one of `marks`.
pub(in crate::quotes) fn ends_with(row: Row<'_>, at: usize, marks: &[char]) -> bool {
    row.units[at].span.of(row.text).trim_end_matches(['"', '”', '’', '\'', '»', '“', ' ', '‘']).ends_with(marks)
}
