//! Marked words before a cue: "“The roof leaks,” Ortiz said".

use super::super::*;
use super::back::Back;
use super::found::Found;
use crate::quotes::wording;

/// The marked stretch right before the cue, with or without a comma or dash between.
fn quote_before(row: Row<'_>, before: usize) -> Option<usize> {
    if row.is_quote(before) {
        return Some(before);
    }
    let apart = before > 0 && matches!(row.kind(before), Some(Kind::Comma | Kind::Dash));
    (apart && row.is_quote(before - 1)).then(|| before - 1)
}

/// "“The roof leaks,” Ortiz said", "The roof “leaks,” she said", "“We have it,” she said, and “we will use it.”"
pub(super) fn before(finder: &Finder<'_>, _: &Report, back: &Back) -> Option<Found> {
    let row = finder.row;
    let quote = quote_before(row, back.before)?;
    let (at, next) = (back.at, back.next);
    // Her words stand after the cue, and those before it are something else.
    let ahead = row.clause_at(at + 1, back.end) || row.is(next, "that") || row.is_quote(next) || row.is_quote(next + 1);
    if is_title_of_introduction(row, quote, next, ahead) || !belongs(row, quote, back) {
        return Some(Found::Nothing);
    }
    let lead = clause::lead_start(row, row.sentence_start(quote, true));
    // "Although Ames called it “theft,” Ortiz said the clerks knew it"
    if lead < quote && row.has(lead, SUBORDINATOR) && ahead {
        return Some(Found::Nothing);
    }
    let mut contents = vec![if lead < quote && clause::takes_lead(row, lead, quote) { Content::Clause(lead..quote + 1) } else { Content::Quote(quote) }];
    let goes_on = row.kind(next) == Some(Kind::Comma) && row.has(next + 1, CONJUNCTION) && row.is_quote(next + 2);
    if goes_on && !clause::is_sentence(row, next + 2) {
        contents.push(Content::Clause(next + 1..next + 3));
    }
    Some(Found::Before(contents))
}

/// "On the programme “Good Morning,” Ames said it was late": a title in an introduction.
fn is_title_of_introduction(row: Row<'_>, quote: usize, next: usize, ahead: bool) -> bool {
    let span = row.units[quote].span;
    let title = !row.starts(quote, true) && wording::is_title_case(row.text, span) && wording::words(row.text, span) <= 6;
    let named = row.has(quote - usize::from(quote > 0), PREPOSITION) || quote > 0 && row.is_possessive(quote - 1);
    title && (named && !row.is_quote(next) || ahead)
}

/// True where the end of the marked stretch shows that the cue belongs to it: a comma in or after it, and the like.
fn belongs(row: Row<'_>, quote: usize, back: &Back) -> bool {
    let (at, next) = (back.at, back.next);
    let span = row.units[quote].span.of(row.text);
    let ends = span.trim_end_matches(['"', '”', '’', '\'', '»', '“', ' ', '‘']).chars().next_back();
    let comma_outside = quote != back.before;
    let fits = comma_outside
        || back.subject.rule == SubjectRule::Inverted
            && row.has(at, SPEECH | WRITING)
            && !row.units[back.start].capital
            && ends.is_some_and(char::is_alphanumeric)
        || ends.is_some_and(|c| matches!(c, ',' | '?' | '!' | '-' | '–' | '—' | '…'));
    // A full stop inside: an attribution only where nothing else is left for it to report.
    let negated = (back.first..at).any(|n| row.has(n, NEGATION));
    let last = next >= back.end || row.kind(next) == Some(Kind::Stop);
    let bare = ends == Some('.') && last && row.has(at, SPEECH | WRITING) && !negated;
    let no_mark = !fits && !bare && !row.starts(quote + 1, true) && (last || row.kind(next) == Some(Kind::Comma));
    fits || bare || no_mark
}
