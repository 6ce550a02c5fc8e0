//! The rules for what is reported without marks of its own, one function each.

use super::super::*;
use super::evidence::is_marks_only;
use super::reach::Reach;
use crate::quotes::lexicon;

/// The clause that starts at `from`.
fn clause(finder: &Finder<'_>, report: &Report, from: usize, reach: &Reach) -> Range {
    clause::clip(finder.row, from, reach.end, report.governor)
}

/// True for verbs of speech, writing, and of documents.
fn is_speech(report: &Report) -> bool {
    report.has_class(SPEECH | WRITING | DOCUMENT_VERB)
}

/// "Ortiz says, if elected, she would stay": the condition is hers.
pub(super) fn condition(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let (row, next) = (finder.row, reach.next);
    let stands = row.kind(next) == Some(Kind::Comma)
        && report.has_class(SPEECH)
        && reach.form != Form::Infinitive
        && !reach.behind
        && report.subject.as_ref().is_some_and(|s| s.rule != SubjectRule::Inverted)
        && (row.is(next + 1, "if") || row.is(next + 1, "unless"));
    let close = (next + 2..reach.end.min(next + 18)).find(|n| stands && row.kind(*n) == Some(Kind::Comma))?;
    row.clause_at(close + 1, reach.end)
        .then(|| vec![Content::Clause(clause::clip(row, next + 1, reach.end, Governor { form: Flags::NONE, ..report.governor }))])
}

/// "Ortiz said; then she left": nothing.
pub(super) fn semicolon(finder: &Finder<'_>, _: &Report, reach: &Reach) -> Option<Vec<Content>> {
    (finder.row.kind(reach.next) == Some(Kind::Semicolon)).then(Vec::new)
}

/// "Ortiz said: “The roof leaks.”", "Ortiz said: The roof leaks.", and what opens the next paragraph.
pub(super) fn colon(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let (row, next) = (finder.row, reach.next);
    if row.kind(next) != Some(Kind::Colon) {
        return None;
    }
    if row.is_quote(next + 1) {
        return Some(vec![Content::Quote(next + 1)]);
    }
    if next + 1 >= row.units.len() {
        return Some(vec![Content::NextParagraph]);
    }
    let speaks = is_speech(report) && !reach.behind && !is_marks_only(row.units[reach.at].verb) && !(reach.after..next).any(|n| row.has(n, VERB));
    let range = speaks.then(|| clause::clip(row, next + 1, row.sentence_end(next, true).max(next + 1), report.governor));
    Some(range.filter(|r| r.len() >= 2).map(Content::Clause).into_iter().collect())
}

/// "Ortiz said," at the end of a paragraph: what opens the next one.
pub(super) fn announced(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let (row, next) = (finder.row, reach.next);
    (row.kind(next) == Some(Kind::Comma) && next + 1 >= row.units.len() && is_speech(report)).then(|| vec![Content::NextParagraph])
}

/// "the book she wrote that helped": the clause says more of the book.
pub(super) fn more_of_a_noun(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    (finder.row.is(reach.next, "that") && finder.in_relative(report, reach.next)).then(Vec::new)
}

/// "Ortiz said that the roof leaks"; not "he said that to me".
pub(super) fn that_clause(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let (row, next) = (finder.row, reach.next);
    let stands = row.is(next, "that")
        && !finder.is_relative(reach.from, next)
        && !(reach.behind && (row.has(next - 1, PREPOSITION) || next > reach.from))
        && !(report.has_class(ACT) && !is_speech(report) && !report.has_class(THOUGHT))
        && report.has_class(SPEECH | WRITING | DOCUMENT_VERB | THOUGHT);
    stands.then(|| {
        let range = clause(finder, report, next, reach);
        let whole = range.len() >= 3 || range.clone().any(|n| row.is_quote(n));
        if whole { vec![Content::Clause(range)] } else { Vec::new() }
    })
}

/// "“The roof leaks,” Ortiz said. “It always did.”": after what stands before the cue only the next marked sentence.
pub(super) fn after_what_stands_before(finder: &Finder<'_>, _: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let (row, next) = (finder.row, reach.next);
    reach.behind.then(|| {
        let more = row.is_quote(next) && next == reach.at + 1 && clause::is_sentence(row, next);
        if more { vec![Content::Quote(next)] } else { Vec::new() }
    })
}

/// "Ortiz told the paper before she left that the roof leaks"; not "directs the institute, cautioned that", which is another's cue.
pub(super) fn that_further_on(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let (row, next, end) = (finder.row, reach.next, reach.end);
    report.addressee.as_ref()?;
    let that = (next..end.min(next + 14)).take_while(|n| !row.is_quote(*n)).find(|n| row.is(*n, "that"))?;
    if row.has(that - 1, CUE) && row.has(that - 1, PAST | THIRD | ING) && !row.has(that - 1, NOUNISH) {
        return Some(Vec::new());
    }
    let range = clause(finder, report, that, reach);
    let marked = row.is_quote(that + 1);
    ((range.len() >= 3 && row.clause_at(that + 1, end) || marked) && !row.clause_at(next, that)).then(|| vec![Content::Clause(range)])
}

/// "Ortiz asked whether the roof leaks", "told the council why it leaks".
pub(super) fn question(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let (row, next) = (finder.row, reach.next);
    let asked = matches!(row.word(reach.at), "asked" | "asking" | "ask" | "asks" | "wondered" | "wonder" | "wondering");
    let wh = row.has(next, WH) || row.is(next, "if") && asked;
    let when = row.is(next, "when") && (row.has(next + 1, PAST | ING) || report.has_class(BARE) && report.addressee.is_none());
    let stands = wh && !when && report.has_class(SPEECH | WRITING) && (report.addressee.is_some() || !row.is(next, "who") && !row.is(next, "which"));
    stands.then(|| {
        let range = clause(finder, report, next, reach);
        if range.len() >= 3 { vec![Content::Clause(range)] } else { Vec::new() }
    })
}

/// "the roof, which Ortiz says is dry": the pronoun belongs to what is said.
pub(super) fn gap(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let pronoun = finder.gap(report, reach.at)?;
    let governor = Governor { relative: true, ..report.governor };
    Some(vec![Content::Clause(pronoun..pronoun + 1), Content::Clause(clause::clip(finder.row, reach.at + 1, reach.end, governor))])
}

/// "Everything Ames says is a lie": it is not what she says.
pub(super) fn everything(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let row = finder.row;
    let before = report.subject.as_ref().and_then(|s| s.units.start.checked_sub(1));
    let whole = before.is_some_and(|b| ["everything", "anything", "nothing", "all"].iter().any(|w| row.is(b, w)));
    (whole && row.has(reach.next, AUXILIARY | MODAL) && reach.next == reach.at + 1).then(Vec::new)
}

/// "Ortiz said the roof leaks", "said no more rain", "announcing the roof was dry".
pub(super) fn bare_clause(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let (row, at, next, end) = (finder.row, reach.at, reach.next, reach.end);
    if !report.has_class(SPEECH | WRITING | DOCUMENT_VERB | THOUGHT) {
        return None;
    }
    let sure = reach.form == Form::Finite || report.has_class(BARE) && reach.form == Form::Participle;
    let opens = |n: usize| row.clause_at(n, end) && (sure || row.is_plain_clause(n, end)) && !finder.adds_thing(at, n);
    let relative = row.is(next, "that") && finder.is_relative(reach.from, next);
    let start = [next, reach.from].into_iter().find(|n| opens(*n) && !(relative && *n == next)).filter(|_| !is_marks_only(row.units[at].verb));
    let bare = report.has_class(BARE) && report.has_class(SPEECH | WRITING) && !report.has_class(NOUNISH);
    if let Some(start) = start {
        let range = clause(finder, report, start, reach);
        return (range.len() >= 3 || range.len() == 2 && bare).then(|| vec![Content::Clause(range)]);
    }
    let says = matches!(row.word(at).to_ascii_lowercase().as_str(), "said" | "says" | "say" | "saying");
    if !bare || next >= end || !says {
        return None;
    }
    let range = clause(finder, report, next, reach);
    let object = row.phrase_at(next, end, true).is_some_and(|p| p.end >= range.end);
    let stands = range.len() >= 3
        && !(object && (range.len() < 4 || row.has(next, DETERMINER)))
        && !matches!(row.kind(next), Some(Kind::Comma | Kind::Dash))
        && !row.has(next, PREPOSITION | CONJUNCTION | ING | SUBORDINATOR)
        && (row.has_finite(range.clone()) || row.is_pronoun(next) || range.len() >= 4);
    stands.then(|| vec![Content::Clause(range)])
}

/// "Ortiz promised to appeal", "urged the council to vote", "promised on Monday to leave"; not "to say, “I stay”", which are the very words.
pub(super) fn infinitive(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let (row, end) = (finder.row, reach.end);
    if !report.has_class(INFINITIVE) || reach.form != Form::Finite || report.subject.is_none() {
        return None;
    }
    let to = report.addressee.as_ref().map_or(reach.after, |a| a.end);
    let to = if row.is_adverb(to) { to + 1 } else { to };
    let timed = row.past_adverbials(to, end);
    let to = if timed > to && row.is(timed, "to") && row.has(timed - 1, TIME) { timed } else { to };
    let infinitive =
        row.kind(to + 1) == Some(Kind::Word) && !row.units[to + 1].capital && !row.has(to + 1, DETERMINER | PRONOUN | PREPOSITION | PEOPLE_NOUN | WH);
    let led = || {
        let quote = reach.whole(row, report).find(|n| row.is_quote(*n));
        quote.is_some_and(|q| matches!(row.kind(q - 1), Some(Kind::Comma | Kind::Colon)))
    };
    let marked = || row.quote_opens(to + 1).is_some_and(|f| f.is_empty() || f.has(BASE | lexicon::BE));
    (row.is(to, "to") && (infinitive && !led() || marked())).then(|| {
        let start = report.addressee.as_ref().map_or(to, |a| a.start);
        vec![Content::Clause(clause(finder, report, start, reach))]
    })
}

/// "Ortiz accused the mayor of lying", "called on them to leave", "warned of floods".
pub(super) fn charge(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let row = finder.row;
    if reach.form == Form::Infinitive || report.subject.is_none() {
        return None;
    }
    let start = finder.charge(reach.at, reach.end)?;
    if reach.whole(row, report).any(|n| row.is_quote(n)) {
        return None;
    }
    let range = clause(finder, report, start, reach);
    (range.len() >= 2).then(|| vec![Content::Clause(range)])
}
