//! Where a reported clause starts and ends.

mod ends;
mod lead;
mod object;
mod occasion;
mod others;

pub(super) use lead::{ends_with, is_introduction, is_sentence, lead_start, starts_upper, takes_lead};
pub(super) use object::object;
pub(super) use others::closes;

use ends::{Quotes, ends_at};
use occasion::occasion;
use others::has_own_cue;

use crate::quotes::cues::{BASE, CUE, Flags, ING, NAMING, NOUNISH, PAST, SPEECH, THIRD, VERB, WRITING};
use crate::quotes::lexicon::{AUXILIARY, CONJUNCTION, MODAL, PREPOSITION, SUBORDINATOR, WH};
use crate::quotes::row::{Range, Row};
use crate::quotes::unit::Kind;

/// No clause has more units: the bound keeps a sentence of ten thousand words, each "said", from taking the square of its time.
const LONGEST: usize = 120;

/// How the cue stands that governs a clause; what may end the clause depends on it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Governor {
    /// `PAST`, `THIRD` or `ING`: a second verb in that form may share the cue's subject.
    pub form: Flags,
    /// The cue opens its sentence in a subordinate clause: "While Ortiz said it rained, Ames left".
    pub fronted: bool,
    /// The cue stands in a relative clause: "Ortiz, who said it rained, left".
    pub relative: bool,
    /// The relative clause opens after a dash.
    pub dashed: bool,
}

/// The clause that starts at `from`, in a sentence that ends at `end`: it stops where another report takes over.
pub(super) fn clip(row: Row<'_>, from: usize, end: usize, governor: Governor) -> Range {
    let mut end = end.min(from + LONGEST);
    // A whole sentence in marks after a comma or colon has a cue of its own: the clause ends before that.
    if let Some(quote) = (from + 1..end).find(|q| {
        row.is_quote(*q) && matches!(row.kind(q - 1), Some(Kind::Comma | Kind::Colon)) && is_sentence(row, *q) && ends_with(row, *q, &['.', '?', '!'])
    }) {
        let colon = row.kind(quote - 1) == Some(Kind::Colon);
        let cut = (from + 1..quote - 1).rev().take(14).find(|c| row.kind(*c) == Some(Kind::Comma) || row.has(*c, CONJUNCTION));
        let cued = (cut.unwrap_or(from)..quote).any(|v| row.has(v, SPEECH | WRITING | NAMING) && row.has(v, PAST | THIRD | ING));
        if let Some(cut) = cut.filter(|_| cued) {
            end = cut;
        } else if colon {
            end = quote - 1;
        }
    }
    let is_quote = |n: &usize| row.is_quote(*n);
    let quotes = Quotes { first: (from..end).find(is_quote).unwrap_or(usize::MAX), last: (from..end).rev().find(is_quote) };
    let mut stop = end;
    let mut n = from + 1;
    let mut depth = 0i32;
    while n < end {
        match row.kind(n) {
            Some(Kind::OpenBracket) => depth += 1,
            Some(Kind::CloseBracket) => {
                depth -= 1;
                if depth < 0 {
                    stop = n;
                    break;
                }
            }
            _ => {}
        }
        if depth == 0 && goes_on(row, n, &quotes, from, end, governor) {
            stop = n;
            break;
        }
        if ends_at(row, n, &quotes, from, end) || row.is_quote(n) && has_own_cue(row, n) {
            stop = n;
            break;
        }
        n += 1;
    }
    while stop > from + 1 && matches!(row.kind(stop - 1), Some(Kind::Stop | Kind::Comma | Kind::Dash | Kind::Colon | Kind::Semicolon)) {
        stop -= 1;
    }
    // "…” in a statement", "…” on her show": what it was said in is the reporter's.
    if let Some(last) = (from..stop).rev().find(|n| row.is_quote(*n))
        && last + 1 < stop
        && row.past_adverbials(last + 1, stop) >= stop
        && occasion(row, last + 1, stop)
    {
        stop = last + 1;
    }
    from..stop.max(from)
}

/// True where the sentence that the cue stands in goes on at unit `n`, by what `governor` says of the cue.
fn goes_on(row: Row<'_>, n: usize, quotes: &Quotes, from: usize, end: usize, governor: Governor) -> bool {
    let comma = row.kind(n) == Some(Kind::Comma) || row.is_quote(n - 1) && ends_with(row, n - 1, &[',']);
    let next = if row.kind(n) == Some(Kind::Comma) { n + 1 } else { n };
    if comma && next > from + if row.is_quote(n - 1) { 0 } else { 2 } {
        // "While Ortiz said it rained, Ames left"
        let main = if row.is_quote(n - 1) { row.past_adverbials(next, end) } else { next };
        if governor.fronted && !row.has(main, CONJUNCTION | SUBORDINATOR | WH | PREPOSITION) && row.clause_at(main, end) {
            return true;
        }
        // "Ortiz, who said it rained, left"
        let verb = if row.is_adverb(next) { next + 1 } else { next };
        if governor.relative && row.has(verb, PAST | THIRD | AUXILIARY | MODAL) && row.kind(verb) == Some(Kind::Word) && !row.has(verb, NOUNISH) {
            return true;
        }
    }
    // "said it rained and praised the roof", "said it rained, but he praised the roof", "said it rained, while 9 percent expect snow"
    if takes_over(row, n, governor) && n > from + 1 {
        return true;
    }
    // "the mayor — who said it rained — left"
    if governor.dashed && row.kind(n) == Some(Kind::Dash) && n > from + 2 {
        return true;
    }
    // "praised the “brave” mayor, called on him to stay and left": verbs in a row.
    if comma
        && quotes.first < n
        && governor.form.has(PAST | THIRD)
        && row.has(next, governor.form)
        && row.has(next, CUE)
        && !row.has(next, NOUNISH | AUXILIARY)
        && row.kind(next) == Some(Kind::Word)
        && !row.has_finite(from..n)
    {
        return true;
    }
    // "praised the mayor and called him brave": a second verb in the form of the cue, where the clause so far holds no such verb.
    if !row.is(n, "and") && !row.is(n, "but") {
        return false;
    }
    let verb = if row.is_adverb(n + 1) { n + 2 } else { n + 1 };
    // A verb that no table has, and "has", "is", "would" after marked words.
    let new = row.units.get(verb).is_some_and(|u| !u.has(VERB));
    // "the heat and unsettled weather": no verb.
    let object = matches!(row.word(verb + 1), "him" | "her" | "them" | "it" | "us" | "me");
    let later = || (verb + 1..end.min(verb + 8)).any(|n| row.has(n, AUXILIARY | MODAL));
    let new = new && !row.is_quote(verb + 1) && (object || !row.is_nominal(verb + 1) || row.units[verb + 1].is_name() || !later());
    let unlisted = governor.form == PAST && new && row.word(verb).ends_with("ed") && row.word(verb).len() > 4
        || governor.form == ING && new && verb > n + 1 && row.word(verb).ends_with("ing") && row.word(verb).len() > 5;
    let auxiliary = governor.form.has(PAST | THIRD) && row.has(verb, AUXILIARY | MODAL) && quotes.first < n;
    if governor.form.is_empty()
        || !row.has(verb, governor.form) && !unlisted && !auxiliary
        || row.kind(verb) != Some(Kind::Word)
        || row.units[verb].capital
        || row.has(verb, NOUNISH) && governor.form == THIRD
    {
        return false;
    }
    let alike = (from..n).any(|u| row.has(u, governor.form) && row.kind(u) == Some(Kind::Word) && !row.units[u].capital);
    let finite = governor.form != ING && row.has_finite(from..n);
    if !alike && !finite && (n > from + 1 || row.is_quote(from)) {
        return true;
    }
    row.has(verb, CUE) && quotes.last.is_some_and(|last| last > n) && governor.form != ING && !row.is(from, "that") && quotes.first < n
}

/// True where another verb of speech, thought or judgement, in the form of the cue, takes over at unit `n`.
fn takes_over(row: Row<'_>, n: usize, governor: Governor) -> bool {
    let comma = row.kind(n) == Some(Kind::Comma);
    let joint = n + usize::from(comma);
    let contrast = comma && (row.is(joint, "while") || row.is(joint, "then"));
    if !governor.form.has(PAST | THIRD) || !(contrast || row.is(joint, "and") || row.is(joint, "but")) {
        return false;
    }
    let mut verb = joint + 1;
    if comma && matches!(row.word(verb), "he" | "she" | "they" | "others" | "some") {
        verb += 1;
    } else if comma && row.kind(verb) == Some(Kind::Number) && (row.is(verb + 1, "percent") || row.word(verb + 1) == "%") {
        verb += 2;
    } else if contrast {
        return false;
    }
    if row.is_adverb(verb) {
        verb += 1;
    }
    row.has(verb, CUE) && row.has(verb, governor.form) && row.kind(verb) == Some(Kind::Word) && !row.units[verb].capital && !row.has(verb, NOUNISH | BASE)
}
