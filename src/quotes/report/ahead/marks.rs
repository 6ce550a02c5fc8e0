//! The rules for marked words after a cue, one function each.

use super::super::*;
use super::reach::Reach;
use crate::quotes::lexicon;

/// "Ortiz said, “The roof leaks.”"
pub(super) fn after_comma(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let (row, next) = (finder.row, reach.next);
    (row.kind(next) == Some(Kind::Comma) && row.is_quote(next + 1)).then(|| {
        let reports = report.has_class(SPEECH | WRITING | DOCUMENT_VERB | NAMING | ACT);
        if reports { vec![Content::Quote(next + 1)] } else { Vec::new() }
    })
}

/// "The crowd chanted “Mend it!” after the vote", "shouting “Out!” and “Mend it!”": the marked words and no more.
pub(super) fn shouted(finder: &Finder<'_>, _: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let (row, next) = (finder.row, reach.next);
    (row.is_quote(next) && matches!(lexicon::verb(row.units[reach.at].verb), "chant" | "yell" | "shout" | "scream")).then(|| {
        let mut last = next;
        while row.has(last + 1, CONJUNCTION) && row.is_quote(last + 2) {
            last += 2;
        }
        vec![if last > next { Content::Clause(next..last + 1) } else { Content::Quote(next) }]
    })
}

/// "Ortiz said “The roof leaks.”", "called “crazy” whoever asked".
pub(super) fn right_after(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let (row, next) = (finder.row, reach.next);
    row.is_quote(next).then(|| {
        let range = clause::clip(row, next, reach.end, report.governor);
        vec![if range.len() == 1 && clause::is_sentence(row, next) { Content::Quote(next) } else { Content::Clause(range) }]
    })
}

/// "Ortiz condemned what she called a “brazen breach”".
pub(super) fn what_somebody_called(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let (row, next, end) = (finder.row, reach.next, reach.end);
    let subject = row.is(next, "what").then(|| row.phrase_at(next + 1, end, true))??;
    let named = (subject.end..subject.end + 3).any(|v| row.has(v, NAMING) && row.has(v, PAST | THIRD));
    (named && (subject.end..end.min(subject.end + 9)).any(|q| row.is_quote(q)))
        .then(|| vec![Content::Clause(clause::object(row, clause::clip(row, next, end, report.governor)))])
}

/// Marked words in the verb phrase: "called the plan “crazy”", "accused him of being “weak”", "said because it rains, “the roof leaks”".
pub(super) fn in_the_verb_phrase(finder: &Finder<'_>, report: &Report, reach: &Reach) -> Option<Vec<Content>> {
    let row = finder.row;
    let range = reach.whole(row, report);
    let first = range.clone().find(|n| row.is_quote(*n))?;
    let charged = || reach.form == Form::Infinitive && report.subject.is_some() && finder.charge(reach.at, reach.end).is_some();
    if reach.form == Form::Infinitive && !report.has_class(SPEECH | WRITING | DOCUMENT_VERB) && !charged() {
        return None;
    }
    let near = first - range.start <= 18;
    let crossed = takes_over(row, range.start, first) || finder.nearer(range.start, first);
    let introduced = matches!(row.kind(first - 1), Some(Kind::Comma | Kind::Colon)) && (clause::is_sentence(row, first) || report.has_class(SPEECH));
    // "said because it rains, “the roof leaks”": the condition is hers.
    let conditional = matches!(row.word(range.start), "because" | "if" | "unless" | "although" | "while") && !clause::starts_upper(row, first) && !crossed;
    if conditional && report.has_class(SPEECH) {
        return Some(vec![Content::Clause(range)]);
    }
    if introduced && !crossed && near && report.has_class(SPEECH) {
        return Some(vec![Content::Quote(first)]);
    }
    let range = if row.kind(range.start) == Some(Kind::Comma) { range.start + 1..range.end } else { range };
    let range = clause::object(row, range);
    (near && !crossed && !introduced && range.start <= first).then(|| vec![Content::Clause(range)])
}

/// True where another verb takes over between `start` and the marked stretch at `quote`.
fn takes_over(row: Row<'_>, start: usize, quote: usize) -> bool {
    (start..quote).any(|n| {
        let inner = n > start;
        let cue = row.has(n, CUE) && row.has(n, PAST | THIRD) && !row.has(n, NOUNISH) && !(inner && (row.is_possessive(n - 1) || row.has(n - 1, DETERMINER)));
        let joined = inner && (row.has(n - 1, CONJUNCTION) || row.is_adverb(n - 1) || row.is_pronoun(n - 1));
        cue || row.has(n, VERB) && row.has(n, PAST) && joined
    })
}
