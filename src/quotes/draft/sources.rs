//! Where the words that name a source stand in the text.

use super::parts::{How, Source};
use crate::lexicon::WordSet;
use crate::quotes::lexicon::{self, BODY_NOUN, DOCUMENT_NOUN, PEOPLE_NOUN, PERSON_NOUN};
use crate::quotes::report::{Content, Report};
use crate::quotes::row::{Range, Row};
use crate::quotes::unit::Kind;
use crate::text::Span;

/// True for a name, a pronoun, and a noun for people, bodies and documents.
pub(super) fn may_speak(row: Row<'_>, subject: &Range) -> bool {
    let head = &row.units[subject.end - 1];
    let pronoun = row.is_pronoun(subject.start) && !row.is(subject.start, "it");
    pronoun || head.is_name() || head.has(PERSON_NOUN | PEOPLE_NOUN | BODY_NOUN | DOCUMENT_NOUN)
}

pub(super) fn span_of(row: Row<'_>, range: &Range) -> Span {
    row.units[range.start].span.cover(row.units[range.end - 1].span)
}

pub(super) fn source_of(row: Row<'_>, report: &Report) -> Option<Source> {
    let subject = report.subject.as_ref()?;
    let mut units = subject.units.clone();
    // A possessive ending at the end is no part of the name.
    while units.len() > 1 && row.kind(units.end - 1) == Some(Kind::Clitic) {
        units.end -= 1;
    }
    Some(Source { span: span_of(row, &units), how: How::Cue(subject.rule) })
}

/// What shows something and says nothing: no source.
const EVIDENCE: WordSet = WordSet::new(
    "behavior behaviour body experience expression eyes face faces gesture hands history instinct life logic manner nature past practice reality \
     silence smile tears tone",
);

/// Verbs that tell of an act of one person, or of what goes on in a head: "decided to go", "forgot that". Councils and courts decide in words.
const ACTS: WordSet = WordSet::new("decide decline forget refuse remember");

/// False where `report` tells nothing that anybody said: "Experience shows that", "decided to go".
pub(super) fn reports_words(row: Row<'_>, report: &Report) -> bool {
    let marked =
        || report.contents.iter().any(|c| matches!(c, Content::Quote(_)) || matches!(c, Content::Clause(range) if range.clone().any(|n| row.is_quote(n))));
    let evidence = report.subject.as_ref().is_some_and(|subject| {
        let head = subject.units.end - 1;
        let opens = row.starts(head, true);
        (opens || !row.units[head].capital) && EVIDENCE.has(&row.word(head).to_lowercase())
    });
    !evidence && (!is_act(row, report) || marked())
}

/// "decided to go on holiday", "remembered that the key was lost".
fn is_act(row: Row<'_>, report: &Report) -> bool {
    let verb = lexicon::verb(row.units[report.cue.end - 1].verb);
    let person =
        report.subject.as_ref().is_some_and(|s| row.is_pronoun(s.units.start) || row.units[s.units.end - 1].is_name() && !row.is(s.units.start, "the"));
    let act = report.contents.iter().any(|c| matches!(c, Content::Clause(range) if row.is(range.start, "to")));
    person && ACTS.has(verb) && (act || matches!(verb, "forget" | "remember"))
}
