//! Adjectives that report: "Ortiz is sure that the roof leaks", "the mayor made clear that", "Worried about the roof, Ortiz left".

use super::framed::{Reading, raised};
use super::*;
use crate::lexicon::WordSet;

/// Verbs that join a subject to an adjective, beside "be".
const COPULAS: WordSet = WordSet::new("appear become feel get grow look remain seem sound stay");

impl Finder<'_> {
    /// The report of the adjective at `at`; false where it does not stand as a predicate with something after it.
    pub(super) fn adjective(&mut self, at: usize) -> bool {
        let row = self.row;
        let unit = &row.units[at];
        if unit.capital && unit.start == Start::Inside {
            return false;
        }
        let floor = row.sentence_start(at, true);
        let end = row.sentence_end(at, true);
        let mut first = at;
        while first > floor
            && at - first < 4
            && (row.is_adverb(first - 1) || row.has(first - 1, NEGATION) || row.is(first - 1, "more") || row.is(first - 1, "less"))
        {
            first -= 1;
        }
        let mut verb = first;
        let mut form = Form::Adjective;
        let subject = if first == floor {
            self.subject_after(at).map(|units| Subject { units, rule: SubjectRule::Participle })
        } else if let Some(copula) = self.copula(first - 1, floor) {
            verb = self.group_start(copula, floor);
            self.subject_before(verb, floor)
        } else if !unit.has(VERB) && row.is_nominal(first - 1) {
            // "a mayor willing to leave"
            form = Form::Reduced;
            row.phrase_before(first, floor).map(|units| Subject { units, rule: SubjectRule::Relative })
        } else {
            return false;
        };
        let Some(subject) = subject else { return false };
        let governor = Governor { fronted: verb == floor, ..Governor::default() };
        let Some(complement) = complement(row, at, end, governor) else { return false };
        let empty = matches!(row.word(subject.units.start), "it" | "It" | "there" | "There" | "that" | "That");
        let mut readings = Vec::new();
        if complement.frame == Frame::To && verb < first {
            readings.push(raised(form, self.whole(&subject, verb), &complement.range));
        }
        readings.push(Reading { form, frame: complement.frame, contents: vec![complement.range], subject: (!empty).then_some(subject) });
        let report = Report::new(at..at + 1, Flags::NONE);
        self.choose(report, unit.verb, readings) || self.every_frame
    }

    /// The verb that joins the adjective after `at` to its subject: "is", "seems", "made it".
    fn copula(&self, at: usize, floor: usize) -> Option<usize> {
        let row = self.row;
        let verb = if row.is(at, "it") && at > floor { at - 1 } else { at };
        let lemma = super::super::lexicon::verb(row.units[verb].verb);
        if lemma == "make" {
            return Some(verb);
        }
        let be = row.has(at, BE) && (row.kind(at) == Some(Kind::Word) || self.verbal_clitic(at));
        (be || COPULAS.has(lemma) && row.has(at, VERB)).then_some(at)
    }
}
