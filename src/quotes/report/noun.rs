//! Nouns that report: "Ortiz repeated her claim that the roof leaks", "a call by Ortiz for a new roof".

use super::*;
use crate::lexicon::WordSet;

/// Verbs that leave to their object what is done: who expresses hope, hopes.
const LIGHT_VERBS: WordSet = WordSet::new("air express give have hold issue level make offer raise reiterate release repeat share voice");

impl Finder<'_> {
    /// The report of the noun of speech at `at`, where it stands after its sentence's verb: before it, the clause has no sure end.
    pub(super) fn noun(&mut self, at: usize) {
        let row = self.row;
        let unit = &row.units[at];
        if unit.capital && !row.starts(at, true) || !self.every_frame && !frames::has(unit.verb) {
            return;
        }
        let floor = row.sentence_start(at, true);
        let Some(phrase) = row.phrase_before(at + 1, floor) else { return };
        let leads = !row.has_finite(floor..phrase.start) && !row.has(phrase.start.saturating_sub(1), VERB);
        let end = row.sentence_end(at, true);
        let mut owner = self.owner(&phrase, at);
        let mut cue = at;
        // "the claim by Ortiz that"
        if row.is(at + 1, "by")
            && let Some(by) = row.phrase_at(at + 2, end, false)
        {
            cue = by.end - 1;
            owner = Some(by);
        }
        let mut rule = SubjectRule::Owner;
        // "Ortiz expressed hope that", "Ortiz unveiled a plan to"
        let mut light = false;
        let verb = phrase.start.checked_sub(1).filter(|v| *v > floor && row.has(*v, VERB) && !row.has(*v, BE | AUXILIARY));
        if owner.is_none()
            && let Some(verb) = verb
            && let Some(subject) = self.subject_before(self.group_start(verb, floor), floor)
        {
            light = LIGHT_VERBS.has(super::super::lexicon::verb(row.units[verb].verb));
            owner = Some(subject.units);
            rule = subject.rule;
        }
        // "the plan is to leave"
        let predicate = row.has(at + 1, BE) && cue == at;
        let Some(mut complement) = complement(row, cue + usize::from(predicate), end, Governor::default()) else { return };
        let clausal = complement.frame == Frame::That && row.clause_at(complement.range.start + 1, end) || complement.frame == Frame::To;
        let phrasal = matches!(
            complement.frame,
            Frame::For | Frame::Of | Frame::Against | Frame::About | Frame::On | Frame::Toward | Frame::In | Frame::With | Frame::At
        );
        if !clausal && (predicate || !phrasal) {
            return;
        }
        // "a charge that Ortiz denied": what was done with it.
        let last = complement.range.end - 1;
        if complement.frame == Frame::That && row.has(last, PAST) && row.has(last, CUE) && !row.has(last - 1, BE | AUXILIARY) {
            return;
        }
        // Before the verb of its sentence a clause has no sure end, and a phrase ends before that verb.
        if leads && !predicate {
            let range = &complement.range;
            if clausal {
                // "Despite complaints that the roof leaks, Ortiz left"
                let clipped = clause::clip(row, range.start, end, Governor { fronted: true, ..Governor::default() });
                let fronted = row.kind(clipped.end) == Some(Kind::Comma) && row.clause_at(clipped.end + 1, end);
                let Some(clause) = fronted.then_some(clipped).or_else(|| self.up_to_main_verb(range.start, end)) else { return };
                complement.range = clause;
            } else {
                let Some(object) = row.phrase_at(range.start, range.end, false) else { return };
                complement.range = object;
            }
        }
        let form = match (predicate, owner.is_some() && rule == SubjectRule::Owner) {
            (true, _) => Form::Predicate,
            (_, true) => Form::Owned,
            _ if light => Form::Light,
            _ => Form::Noun,
        };
        let report = Report::new(at..at + 1, Flags::NONE);
        let subject = owner.map(|units| Subject { units, rule });
        self.choose(report, unit.verb, vec![framed::Reading { form, frame: complement.frame, contents: vec![complement.range], subject }]);
    }

    /// The clause that starts at `that` and ends where the verb of its sentence stands: "her claim that the roof leaks drew laughter".
    /// `None` where more than one verb could be that.
    fn up_to_main_verb(&self, that: usize, end: usize) -> Option<Range> {
        let row = self.row;
        let finite = |n: usize| row.is_finite_verb(n) && !row.has(n - 1, DETERMINER | PREPOSITION);
        let first = (that + 2..end).find(|n| finite(*n))?;
        let mut next = first + 1;
        if row.has(first, AUXILIARY | MODAL) {
            while next < end && (row.is_adverb(next) || row.has(next, AUXILIARY | BE | NEGATION)) {
                next += 1;
            }
            next += usize::from(row.has(next, VERB));
        }
        for n in next..end {
            let opens = row.has(n, WH | SUBORDINATOR) && !row.has(n, PREPOSITION) || row.has(n, CONJUNCTION) && finite(n + 1);
            if opens || matches!(row.kind(n), Some(Kind::Comma | Kind::Dash | Kind::Colon | Kind::Semicolon)) {
                return None;
            }
            // "the man arrested in Dover" has a participle.
            let participle = row.has(n, PAST) && !row.has(n, AUXILIARY) && row.has(n + 1, PREPOSITION);
            if finite(n) && !participle {
                return (!row.is_pronoun(n - 1) && !row.has(n - 1, DETERMINER | PREPOSITION | CONJUNCTION) && row.kind(n - 1) != Some(Kind::Clitic))
                    .then_some(that..n);
            }
        }
        None
    }

    /// Whose claim it is: "Ortiz's claim", "her claim".
    pub(super) fn owner(&self, phrase: &Range, noun: usize) -> Option<Range> {
        let row = self.row;
        if let Some(mark) = phrase.clone().rev().find(|n| *n < noun && row.is_possessive(*n)) {
            return (mark > phrase.start).then_some(phrase.start..mark);
        }
        let first = phrase.start;
        matches!(row.word(first), "his" | "her" | "their" | "its" | "His" | "Her" | "Their" | "Its").then_some(first..first + 1)
    }
}
