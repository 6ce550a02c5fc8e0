//! Phrases that report like a verb of speech, though none of their words does: "as Ortiz put it"; and phrases with such a verb that
//! report nothing: "called to mind".

use super::cues::{BARE, SPEECH};
use super::lexicon::{ADVERB, CONJUNCTION, verb};
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
    herself || to_mind || you_know || known_as
}
