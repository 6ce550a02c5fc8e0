//! The object of a verb that names or judges.

use super::ends_with;
use crate::quotes::cues::{BASE, VERB};
use crate::quotes::lexicon::{BE, DOCUMENT_NOUN, TIME};
use crate::quotes::row::{Range, Row};
use crate::quotes::unit::Kind;

/// The object of a verb that names or judges: past "for", "on", "to", up to the last marked stretch where that closes the phrase.
pub(in crate::quotes) fn object(row: Row<'_>, range: Range) -> Range {
    let mut start = range.start;
    let infinitive = row.is(start, "to") && row.has(start + 1, BASE | VERB | BE) && !row.units.get(start + 1).is_some_and(|u| u.capital);
    let infinitive = infinitive || row.is(start, "to") && opens_with_verb(row, start + 1);
    if matches!(row.word(start), "for" | "on" | "to" | "about" | "at" | "of" | "against" | "with" | "after") && !infinitive {
        start += 1;
    }
    let mut end = range.end;
    if let Some(last) = range.clone().rev().find(|n| row.is_quote(*n))
        && (ends_with(row, last, &[','])
            || row.past_adverbials(last + 1, end) >= end && leaves(row, last + 1, end)
            || row.kind(last + 1) == Some(Kind::Comma)
            || row.has(last + 1, TIME)
            || matches!(row.word(last + 1), "when" | "while" | "after" | "before" | "during" | "since")
            || row.is_adverb(last + 1))
    {
        end = last + 1;
    }
    start..end.max(start)
}

/// True where the first marked word of the stretch at `at` is the base form of a verb: to “cease and desist”.
fn opens_with_verb(row: Row<'_>, at: usize) -> bool {
    row.quote_opens(at).is_some_and(|f| f.has(BASE | BE))
}

/// True where `from..to` holds but when and in what it was said: "on Monday", "in a statement".
fn leaves(row: Row<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|n| row.has(n, TIME | DOCUMENT_NOUN) || matches!(row.word(n), "interview" | "speech" | "debate" | "rally" | "conference" | "briefing"))
}
