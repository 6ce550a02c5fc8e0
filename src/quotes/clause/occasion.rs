//! When and in what something was said: the reporter's words at the end of a clause.

use crate::lexicon::WordSet;
use crate::quotes::lexicon::{DETERMINER, DOCUMENT_NOUN, TIME};
use crate::quotes::row::Row;

/// True where `from..to` opens with what it was said in: "in an interview", "on her radio show".
pub(super) fn occasion(row: Row<'_>, from: usize, to: usize) -> bool {
    const SAID_IN: WordSet =
        WordSet::new("Facebook Twitter address appearance appearances briefing broadcast interview interviews program programme remarks show speech");
    if !matches!(row.word(from), "in" | "on" | "during") || to <= from + 1 {
        return false;
    }
    let Some(phrase) = row.phrase_at(from + 1, to, false) else { return false };
    let says = |n: usize| row.has(n, DOCUMENT_NOUN) && !row.is(n, "order") && !row.is(n, "law") && !row.is(n, "email") || SAID_IN.has(row.word(n));
    // "in the pursuit of a platform" is no occasion.
    let head = phrase.clone().find(|n| row.is(*n, "of")).unwrap_or(phrase.end) - 1;
    row.has(from + 1, DETERMINER) && says(head)
        || row.is(from, "on") && says(from + 1)
        || row.is(from, "on") && row.has(from + 1, TIME) && phrase.clone().any(|n| row.is_possessive(n)) && says(phrase.end - 1)
}

/// True where "on Sunday's broadcast" starts at `n`: when it was said.
pub(super) fn on_the_air(row: Row<'_>, n: usize) -> bool {
    row.is(n, "on") && row.has(n + 1, TIME) && row.is_possessive(n + 2) && matches!(row.word(n + 3), "broadcast" | "edition" | "episode" | "show")
}
