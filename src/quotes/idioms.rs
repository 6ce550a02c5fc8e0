//! Phrases with a verb of speech that report nothing: "called to mind".

use super::lexicon::{NEGATION, verb};
use super::row::Row;
use crate::lexicon::WordSet;

/// True where the verb at `at` stands in a phrase that tells of no words: "found herself alone", "called to mind", "as you know",
/// "known as “Fizz”".
pub(super) fn reports_nothing(row: Row<'_>, at: usize) -> bool {
    let lemma = verb(row.units[at].verb);
    let herself = matches!(row.word(at + 1), "himself" | "herself" | "itself" | "themselves" | "myself" | "ourselves")
        && matches!(lemma, "find" | "assert" | "show" | "reveal" | "discover");
    let to_mind = row.is(at + 1, "to") && row.is(at + 2, "mind");
    let you_know = row.is(at, "know") && at > 0 && row.is(at - 1, "you");
    let known_as = lemma == "know" && (row.is(at + 1, "as") || row.is(at + 2, "as") && row.is_adverb(at + 1));
    // "showed no emotion", "showed signs of wear"
    let shown = if matches!(row.word(at + 1), "no" | "little" | "few") { at + 2 } else { at + 1 };
    let shows = lemma == "show" && SHOWN.has_in_any_case(row.word(shown));
    // "did not respond to a request for comment"
    let silent = matches!(lemma, "respond" | "reply" | "answer" | "return")
        && (at.saturating_sub(3)..at).any(|n| row.has(n, NEGATION))
        && (at + 1..at + 6).any(|n| ASKED.has_in_any_case(row.word(n)));
    herself || to_mind || you_know || known_as || shows || silent
}

/// What is shown without a word.
const SHOWN: WordSet = WordSet::new("emotion emotions fear inclination interest mercy reaction regret remorse respect restraint sign signs symptoms");

/// What reporters send and nobody answers.
const ASKED: WordSet = WordSet::new("call calls comment e-mail e-mails email emails inquiries inquiry message messages queries query request requests");
