//! Where what stands before a cue ends.

use super::super::*;
use crate::quotes::report::ahead::is_marks_only;

/// Where a cue stands, and what stands before it.
pub(super) struct Back {
    /// The cue's unit.
    pub at: usize,
    /// The first unit of its verb group.
    pub first: usize,
    /// One past the last unit of the sentence.
    pub end: usize,
    pub subject: Subject,
    /// The first unit of the cue with its subject and what belongs to both.
    pub start: usize,
    /// The unit before that: a mark, a comma. 0 too where nothing stands before.
    pub before: usize,
    /// Past the adverbials after the cue.
    pub next: usize,
    /// A clause without marks may be what the cue reports.
    pub clausal: bool,
}

impl Finder<'_> {
    /// Reads where the cue at `at`, whose verb group starts at `first`, begins with its own subject; `None` where it has none.
    pub(super) fn back(&self, report: &Report, first: usize, at: usize) -> Option<Back> {
        let row = self.row;
        let end = row.sentence_end(at, true);
        let own = report.subject.clone().filter(|s| matches!(s.rule, SubjectRule::Before | SubjectRule::PastAside | SubjectRule::Inverted));
        let subject = own?;
        let mut start = if subject.rule == SubjectRule::Inverted { first } else { subject.units.start };
        // "…,” as Ortiz put it"; "…,” but later Ortiz said" is another matter.
        while start > 1 && (row.is_adverb(start - 1) || row.is(start - 1, "as") || row.is(start - 1, "the")) {
            start -= 1;
        }
        // "…, she and a clerk said"
        if start > 2 && row.is(start - 1, "and") && row.is_pronoun(start - 2) && subject.rule == SubjectRule::Before {
            start -= 2;
        }
        let before = if start == 0 { 0 } else { self.before(&subject, start, at) };
        let next = row.past_adverbials(at + 1, end);
        Some(Back { at, first, end, subject, start, before, next, clausal: !is_marks_only(row.units[at].verb) })
    }

    /// The unit before `start`, or the marked stretch before a source of several words: "…,” a voice in the ad says", "…,” another
    /// friend, Ida Ames, said".
    fn before(&self, subject: &Subject, start: usize, at: usize) -> usize {
        let row = self.row;
        let before = start - 1;
        if subject.rule != SubjectRule::Before || row.is_quote(before) || !row.has(at, SPEECH | WRITING | DOCUMENT_VERB) {
            return before;
        }
        let mut back = (start.saturating_sub(10)..start).rev().take_while(|n| {
            row.is_quote(*n)
                || !row.starts(*n + 1, true)
                    && !row.has(*n, VERB | SUBORDINATOR | WH)
                    && (!row.has(*n, CONJUNCTION) || *n > 0 && row.units[*n + 1].capital && row.units[*n - 1].capital)
                    && !matches!(row.kind(*n), Some(Kind::Stop | Kind::Colon | Kind::Semicolon))
        });
        let quote = back.find(|n| row.is_quote(*n));
        quote.filter(|q| clause::ends_with(row, *q, &[',', '?', '!']) && row.kind(q + 1) != Some(Kind::Comma)).unwrap_or(before)
    }
}
