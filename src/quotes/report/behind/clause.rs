//! A clause and a comma before a cue: "The roof leaks, Ortiz said", "It was, Ames said, a cold roof".

use super::super::table::rules;
use super::super::*;
use super::back::Back;
use super::found::Found;
use crate::quotes::wording;

/// How the sentence of a cue goes on after it, and where the clause before it starts.
struct Around {
    /// Past the addressee, time and place after the cue.
    next: usize,
    /// Nothing else follows the cue.
    closed: bool,
    /// A comma follows: the cue stands in the middle of what is said.
    middle: bool,
    /// The first unit of the sentence.
    sentence: usize,
    /// The first unit of it that can belong to what is reported.
    lead: usize,
}

/// A rule for a clause before the cue; `None` where it has nothing to say.
type Rule = fn(&Finder<'_>, &Report, &Back, &Around) -> Option<Found>;

rules! {
    /// The rules, in the order in which they are asked.
    Rule, "behind a clause":
    around_a_word => "⟦i1 Lena Ortiz|Now⟧, {Lena Ortiz} <said>, ⟦i1 Lena Ortiz|the roof is dry⟧.",
    around_its_subject => "⟦i1 Lena Ortiz|The roof⟧, {Lena Ortiz} <said>, ⟦i1 Lena Ortiz|leaks⟧.",
    condition => "⟦i1 Lena Ortiz|If the bill fails⟧, {Lena Ortiz} <said>, ⟦d1 Lena Ortiz|“we will try again.”⟧",
    too_little => "On Friday, Lena Ortiz said.",
    introduction => "Asked about the roof, {Lena Ortiz} <said>, ⟦d Lena Ortiz|“it was dry.”⟧",
    whole => "⟦i Lena Ortiz|The roof was dry⟧, <said> {Lena Ortiz}.",
}

/// What a clause and a comma before the cue are to it.
pub(super) fn before(finder: &Finder<'_>, report: &Report, back: &Back) -> Option<Found> {
    let (row, at) = (finder.row, back.at);
    if row.kind(back.before) != Some(Kind::Comma) || !row.has(at, SPEECH | WRITING | THOUGHT | DOCUMENT_VERB) || row.has(at, ING) {
        return None;
    }
    let around = around(row, back)?;
    first_to_know(|rule| rule(finder, report, back, &around))
}

/// Reads what follows the cue: "…, a source told the paper": nothing may follow but addressee, time and place; or a comma.
fn around(row: Row<'_>, back: &Back) -> Option<Around> {
    let (at, end, before) = (back.at, back.end, back.before);
    let inverted = back.subject.rule == SubjectRule::Inverted;
    let mut next = at + 1;
    if inverted {
        next = back.subject.units.end;
    } else if row.has(at, TELLING) {
        let object =
            matches!(row.word(next), "him" | "her" | "them" | "me" | "us") && (row.kind(next + 1) != Some(Kind::Word) || row.has(next + 1, PREPOSITION | TIME));
        next = if object { next + 1 } else { row.phrase_at(next, end, true).map_or(next, |object| object.end) };
    }
    // "…, he told his aides as he left"
    let while_so = back.subject.rule == SubjectRule::Before
        && row.has(at, TELLING)
        && next > at + 1
        && matches!(row.word(next), "as" | "while" | "when" | "after" | "before")
        && row.clause_at(next + 1, end);
    next = row.past_adverbials(next, end);
    let sentence = row.sentence_start(before, true);
    // "said Ortiz, who was late", "said Ortiz, a clerk": more about Ortiz.
    let aside = inverted
        && (row.is(next, "who") && row.has_finite(sentence..before)
            || row.kind(next) == Some(Kind::Comma) && (row.has(next + 1, WH) || row.has(next + 1, DETERMINER) && !row.clause_at(next + 1, end)));
    // "…, he told his aides to calm them"
    let purpose = next > at + 1 && row.is(next, "to") && row.has(next + 1, BASE | BE);
    let closed = next >= end
        || purpose
        || aside
        || while_so
        || matches!(row.kind(next), Some(Kind::Stop | Kind::CloseBracket | Kind::Semicolon))
        || row.starts(next, true);
    let middle = row.kind(next) == Some(Kind::Comma) && !aside;
    (closed || middle).then(|| Around { next, closed, middle, sentence, lead: clause::lead_start(row, sentence) })
}

/// What is said on both sides of the cue.
fn both(row: Row<'_>, report: &Report, back: &Back, first: Range, next: usize) -> Found {
    Found::Before(vec![Content::Clause(first), Content::Clause(clause::clip(row, next + 1, back.end, report.governor))])
}

/// "Now, Ames said, the roof is dry", "It was, Ames said, a cold roof".
fn around_a_word(finder: &Finder<'_>, report: &Report, back: &Back, around: &Around) -> Option<Found> {
    let (row, before, next) = (finder.row, back.before, around.next);
    let (sentence, lead) = (around.sentence, around.lead);
    let word = sentence < before && (sentence..before).all(|n| row.is_adverb(n) || row.has(n, CONJUNCTION));
    let verb = before > lead + 1 && before <= lead + 3 && row.has(before - 1, AUXILIARY | MODAL);
    let goes_on = word && row.clause_at(next + 1, back.end) || verb && !row.has(next + 1, WH | SUBORDINATOR | CONJUNCTION);
    (around.middle && goes_on && row.has(back.at, BARE) && !row.is_quote(next + 1)).then(|| {
        let start = if word { sentence } else { lead };
        if row.has(start, CONJUNCTION) {
            return Found::Before(vec![Content::Clause(clause::clip(row, next + 1, back.end, report.governor))]);
        }
        both(row, report, back, start..before, next)
    })
}

/// "The roof, Ames said, leaks", "Mending it, Ames said, would cost more".
fn around_its_subject(finder: &Finder<'_>, report: &Report, back: &Back, around: &Around) -> Option<Found> {
    let (row, before, next, lead) = (finder.row, back.before, around.next, around.lead);
    let gerund = row.has(lead, ING) && row.has(next + 1, AUXILIARY | THIRD) && !row.has(next + 1, NOUNISH);
    if !around.middle || before <= lead || row.has_finite(lead..before) || !gerund && row.has(lead, TIME | ING) {
        return None;
    }
    let clause = row.clause_at(next + 1, back.end) && !row.has(next + 1, WH | SUBORDINATOR | CONJUNCTION) || row.is(next + 1, "because");
    let plural = row.word(before - 1).ends_with('s') && row.has(next + 1, BASE) && !row.has(next + 1, NOUNISH);
    let verb = clause || (plural || row.has(next + 1, AUXILIARY | MODAL | PAST | THIRD)) && row.kind(next + 1) == Some(Kind::Word);
    let quote = row.is_quote(next + 1) && !clause::is_sentence(row, next + 1) && !(lead..before).any(|n| row.has(n, TIME | DOCUMENT_NOUN));
    (verb || quote).then(|| both(row, report, back, lead..before, next))
}

/// "If the bill fails, Ames said, “we will try again.”"
fn condition(finder: &Finder<'_>, report: &Report, back: &Back, around: &Around) -> Option<Found> {
    let (row, before, next, lead) = (finder.row, back.before, around.next, around.lead);
    let conditional = matches!(row.word(lead), "If" | "if" | "Whether" | "Unless" | "Because");
    let stands = around.middle
        && row.is_quote(next + 1)
        && !row.has(lead, PAST | ING)
        && (conditional || row.has(lead, SUBORDINATOR) && !clause::starts_upper(row, next + 1))
        && !(lead..before).any(|n| row.has(n, SPEECH) && row.has(n, PAST | ING) || !conditional && row.has(n, DOCUMENT_NOUN));
    stands.then(|| both(row, report, back, lead..before, next))
}

/// "On Friday, Ames said it": what stands before the comma is no clause.
fn too_little(finder: &Finder<'_>, _: &Report, back: &Back, around: &Around) -> Option<Found> {
    let (row, before, lead) = (finder.row, back.before, around.lead);
    // A verb that no table has: "he operates on a different principle, he said".
    let head = if row.is(lead, "to") { (lead..before).find(|n| row.kind(*n) == Some(Kind::Comma)).map_or(lead, |c| c + 1) } else { lead };
    let plain = before >= head + 4 && !row.has(head, PREPOSITION | SUBORDINATOR | WH | TIME | ING) && !row.is_adverb(head);
    let finite = row.has_finite(lead..before) || row.clause_at(lead, before) || around.closed && plain && row.has(back.at, BARE);
    // Nothing is left for "he said." to report but the words before it.
    let last = around.closed && row.has(back.at, BARE) && finite;
    let nothing = (before <= lead + 2 || !finite) && !(before > lead + 1 && has_marked_clause(row, lead, before))
        || clause::is_introduction(row, lead, before) && !around.middle && !last;
    (nothing && !is_order(row, around, back)).then_some(Found::Nothing)
}

/// "Give them hell, the coach said."
fn is_order(row: Row<'_>, around: &Around, back: &Back) -> bool {
    let lead = around.lead;
    around.closed && row.has(back.at, BARE) && row.has(lead, BASE) && !row.has(lead, NOUNISH | AUXILIARY | MODAL) && back.before >= lead + 2
}

/// "“We have the money” for a new roof, Ames said": the marked words have their own verb. After a comma inside the marks a name is who
/// speaks: "“We have it,” Ortiz, 30, said".
fn has_marked_clause(row: Row<'_>, lead: usize, before: usize) -> bool {
    (lead..before).rev().find(|n| row.is_quote(*n)).is_some_and(|n| {
        let span = row.units[n].span;
        wording::words(row.text, span) >= 3
            && !wording::is_title_case(row.text, span)
            && (!clause::ends_with(row, n, &[',', '?', '!', '.']) || row.has(n + 1, PREPOSITION))
    })
}

/// "Speaking in the hall on Friday, Ames said, …": an introduction, and what is said follows.
fn introduction(finder: &Finder<'_>, _: &Report, back: &Back, around: &Around) -> Option<Found> {
    let (row, next) = (finder.row, around.next);
    let follows = row.has(next + 1, ING | WH | SUBORDINATOR) || row.is_quote(next + 1) || row.has(next + 1, DETERMINER) && !row.clause_at(next + 1, back.end);
    (around.middle && follows && clause::is_introduction(row, around.lead, back.before)).then_some(Found::Nothing)
}

/// "The roof leaks, Ortiz said", and what goes on after a comma: "The crowd broke through, he said, and “everyone started running.”"
fn whole(finder: &Finder<'_>, report: &Report, back: &Back, around: &Around) -> Option<Found> {
    let (row, lead, before) = (finder.row, around.lead, back.before);
    let mut contents = vec![Content::Clause(lead..before)];
    if around.middle {
        contents.extend(rest(row, report, back, around).map(Content::Clause));
    }
    Some(Found::Before(contents))
}

/// What goes on after a cue in the middle of a sentence, where it does.
fn rest(row: Row<'_>, report: &Report, back: &Back, around: &Around) -> Option<Range> {
    let (next, end) = (around.next, back.end);
    let rest = clause::clip(row, next + 1, end, report.governor);
    let joined = row.has(next + 1, ING | WH) || row.is_quote(next + 1);
    let goes_on = clause::is_introduction(row, around.lead, back.before) || row.has(next + 1, CONJUNCTION) && row.clause_at(next + 2, end);
    // One utterance around its cue.
    let quote = rest.clone().find(|n| row.is_quote(*n));
    let encloses = quote.is_some_and(|q| {
        row.past_adverbials(next + 1, end) < q
            && !row.has(next + 1, TIME)
            && !(clause::is_sentence(row, q) && matches!(row.kind(q - 1), Some(Kind::Comma | Kind::Colon)))
    });
    let because =
        row.is(next + 1, "because") && (row.clause_at(next + 2, end) || row.is_pronoun(next + 2)) && !(next + 2..next + 5).any(|n| row.has(n, SPEECH));
    let that = row.is(next + 1, "that") && (row.clause_at(next + 2, end) || row.has(next + 2, MODAL));
    ((rest.len() >= 3 || encloses) && !joined && (goes_on || encloses || because || that)).then_some(rest)
}
