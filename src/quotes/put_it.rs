//! Phrases that report like a verb of speech, though none of their words does: "as Ortiz put it".

use super::cues::{BARE, SPEECH};
use super::lexicon::{ADVERB, CONJUNCTION};
use super::unit::{Kind, Unit};

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
