//! Where the words that name a source stand in the text.

use super::parts::{How, Source};
use crate::quotes::lexicon::{BODY_NOUN, DOCUMENT_NOUN, PEOPLE_NOUN, PERSON_NOUN};
use crate::quotes::report::Report;
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
