//! Phrases that report like a verb of speech, though none of their words does: "as Ortiz put it"; and phrases with such a verb that
//! report nothing: "called to mind".

use super::cues::{BARE, SPEECH};
use super::lexicon::{ADVERB, CONJUNCTION, NEGATION, verb};
use super::phrase::Row;
use super::units::{Kind, Unit};

/// How far before its verb "as" may stand, in units.
const REACH: usize = 8;

/// Reads "put it" as a verb of speech, with "it" and "this way" as adverbs, where its words show that something is told:
/// "as Ortiz put it", "Ortiz put it this way:".
pub(super) fn read(text: &str, units: &mut [Unit]) {
    let is = |unit: Option<&Unit>, words: &[&str]| unit.is_some_and(|u| words.contains(&u.span.of(text)));
    for n in 1..units.len() {
        if !is(units.get(n), &["put", "puts"]) || !is(units.get(n + 1), &["it"]) {
            continue;
        }
        let way = is(units.get(n + 2), &["this", "the"]) && is(units.get(n + 3), &["way"]);
        let after = units.get(n + if way { 4 } else { 2 });
        let ends = after.is_none_or(|u| {
            u.is_quote() || matches!(u.kind, Kind::Comma | Kind::Stop | Kind::Colon | Kind::Semicolon | Kind::Dash | Kind::CloseBracket) || u.has(ADVERB)
        });
        let told = way && after.is_some_and(|u| matches!(u.kind, Kind::Colon | Kind::Comma) || u.is_quote())
            || after.is_some_and(|u| u.kind == Kind::Colon)
            || units[n.saturating_sub(REACH)..n].iter().any(|u| u.span.of(text).eq_ignore_ascii_case("as"))
            || units[n.saturating_sub(REACH)..n].iter().rev().take_while(|u| !u.has(CONJUNCTION)).any(Unit::is_quote);
        if !ends || !told {
            continue;
        }
        units[n].flags |= SPEECH | BARE;
        for unit in units.iter_mut().skip(n + 1).take(if way { 3 } else { 1 }) {
            unit.flags = ADVERB;
        }
    }
}

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
    let shows = lemma == "show" && SHOWN.iter().any(|word| row.is(shown, word));
    // "did not respond to a request for comment"
    let silent = matches!(lemma, "respond" | "reply" | "answer" | "return")
        && (at.saturating_sub(3)..at).any(|n| row.has(n, NEGATION))
        && (at + 1..at + 6).any(|n| ASKED.iter().any(|word| row.is(n, word)));
    herself || to_mind || you_know || known_as || shows || silent
}

/// What is shown without a word.
const SHOWN: &[&str] =
    &["emotion", "emotions", "fear", "inclination", "interest", "mercy", "reaction", "regret", "remorse", "respect", "restraint", "sign", "signs", "symptoms"];

/// What reporters send and nobody answers.
const ASKED: &[&str] = &[
    "call",
    "calls",
    "comment",
    "email",
    "emails",
    "e-mail",
    "e-mails",
    "inquiries",
    "inquiry",
    "message",
    "messages",
    "query",
    "queries",
    "request",
    "requests",
];
