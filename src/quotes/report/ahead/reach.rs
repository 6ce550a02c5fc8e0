//! Where what a cue may report starts: past whom it was told, when, and an aside.

use super::super::*;

/// Where a cue stands, and what stands after it.
pub(super) struct Reach {
    /// The cue's unit.
    pub at: usize,
    /// The first unit after the cue, or after its subject where that follows it.
    pub after: usize,
    /// One past the last unit of the sentence.
    pub end: usize,
    pub form: Form,
    /// Something that the cue reports stands before it.
    pub behind: bool,
    /// Past the addressee: where what is reported starts if nothing that stands between is an adverbial.
    pub from: usize,
    /// Past adverbials and asides too.
    pub next: usize,
}

impl Reach {
    /// All that may be reported, from past the addressee to where another report takes over.
    pub(super) fn whole(&self, row: Row<'_>, report: &Report) -> Range {
        clause::clip(row, self.from, self.end, report.governor)
    }
}

impl Finder<'_> {
    /// Reads what stands between the cue and what it reports; the addressee goes into `report`.
    pub(super) fn reach(&self, report: &mut Report, at: usize, after: usize, end: usize, form: Form, behind: bool) -> Reach {
        let row = self.row;
        let from = self.past_object(report, after, end);
        let mut next = row.past_adverbials(from, end);
        if report.addressee.is_none() && !report.has_class(TELLING) {
            report.addressee = self.addressed(from, next);
        }
        // Past an aside between the cue and what it reports: "said, in a statement, that".
        if row.kind(next) == Some(Kind::Comma)
            && let Some(close) = (next + 1..end.min(next + 14)).find(|n| row.kind(*n) == Some(Kind::Comma))
            && (row.has(next + 1, PREPOSITION | TIME) || row.is_adverb(next + 1))
            && (row.is(close + 1, "that") || row.is_quote(close + 1))
        {
            next = close + usize::from(row.is(close + 1, "that"));
        }
        // "said — on Friday, of all days — that"
        if row.kind(next) == Some(Kind::Dash)
            && let Some(close) = (next + 2..end.min(next + 14)).find(|n| row.kind(*n) == Some(Kind::Dash))
            && row.is(close + 1, "that")
        {
            next = close + 1;
        }
        Reach { at, after, end, form, behind, from, next }
    }

    /// Past the object of a verb of telling, which is whom it is told: "told the station's “Good Morning” that".
    fn past_object(&self, report: &mut Report, after: usize, end: usize) -> usize {
        let row = self.row;
        if !report.has_class(TELLING | ACT) || row.is(after, "that") || row.is(after, "it") || row.is(after, "there") {
            return after;
        }
        let Some(object) = self.object(after, end, report.class).filter(|_| report.has_class(TELLING)) else { return after };
        let title = row.is_title(object.end) && (row.is(object.end + 1, "that") || row.clause_at(object.end + 1, end));
        let next = object.end + usize::from(title);
        report.addressee = Some(object);
        next
    }

    /// Who a telling verb has as its object, starting at `at`.
    fn object(&self, at: usize, end: usize, class: Flags) -> Option<Range> {
        let row = self.row;
        if row.has(at, PREPOSITION | WH | SUBORDINATOR) && !row.is_pronoun(at) || row.is_quote(at) {
            return None;
        }
        if matches!(row.word(at), "him" | "her" | "them" | "me" | "us" | "you" | "himself" | "herself" | "themselves") {
            let owned = row.is(at, "her") && row.has(at + 1, PEOPLE_NOUN | crate::quotes::lexicon::PERSON_NOUN);
            return row.phrase_at(at, end, false).filter(|_| owned).or(Some(at..at + 1));
        }
        let object = row.phrase_at(at, end, false)?;
        // "told it was": the pronoun is the subject of what is told.
        if class.has(TELLING)
            && row.is_pronoun(at)
            && row.has(object.end, AUXILIARY | MODAL)
            && matches!(row.word(at), "he" | "she" | "they" | "it" | "we" | "i" | "I" | "there")
        {
            return None;
        }
        Some(object)
    }

    /// "to reporters" among the adverbials in `from..to`.
    fn addressed(&self, from: usize, to: usize) -> Option<Range> {
        let row = self.row;
        let at = (from..to).find(|n| row.is(*n, "to"))?;
        // "refused to blame Ortiz"
        let verb = row.has(at + 1, BASE) && !row.units[at + 1].capital;
        let object = row.phrase_at(at + 1, to, false).filter(|_| !verb)?;
        let head = &row.units[object.end - 1];
        let somebody = head.is_name()
            || head.has(PEOPLE_NOUN | crate::quotes::lexicon::PERSON_NOUN | crate::quotes::lexicon::BODY_NOUN)
            || matches!(row.word(object.start), "him" | "her" | "them" | "me" | "us");
        (somebody && !row.has(object.start, TIME)).then_some(object)
    }
}
