//! Nouns that report: "Ortiz repeated her claim that the roof leaks", "a call by Ortiz for a new roof".

use super::*;

/// Verbs that leave to their object what is done: who expresses hope, hopes. Sorted.
const LIGHT_VERBS: &[&str] =
    &["air", "express", "give", "have", "hold", "issue", "level", "make", "offer", "raise", "reiterate", "release", "repeat", "share", "voice"];

impl Finder<'_> {
    /// The report of the noun of speech at `at`, where it stands after its sentence's verb: before it, the clause has no sure end.
    pub(super) fn noun(&mut self, at: usize) {
        let row = self.row;
        let unit = &row.units[at];
        if unit.capital || !self.every_frame && !frames::has(unit.verb) {
            return;
        }
        let floor = row.sentence_start(at, true);
        let Some(phrase) = row.phrase_before(at + 1, floor) else { return };
        if !row.has_finite(floor..phrase.start) && !row.has(phrase.start.saturating_sub(1), VERB) {
            return;
        }
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
        // "Ortiz expressed hope that"
        if owner.is_none()
            && phrase.start > floor
            && LIGHT_VERBS.binary_search(&super::super::lexicon::verb(row.units[phrase.start - 1].verb)).is_ok()
            && let Some(subject) = self.subject_before(self.group_start(phrase.start - 1, floor), floor)
        {
            owner = Some(subject.units);
            rule = subject.rule;
        }
        let Some(complement) = complement(row, cue, end, Governor::default()) else { return };
        let fits = match complement.frame {
            Frame::That => row.clause_at(complement.range.start + 1, end),
            Frame::To | Frame::For | Frame::Of | Frame::Against | Frame::About | Frame::On => true,
            _ => false,
        };
        if !fits || !row.says_something(&complement.range) {
            return;
        }
        let form = if owner.is_some() && rule == SubjectRule::Owner { Form::Owned } else { Form::Noun };
        let listed = frames::rate(unit.verb, form, complement.frame).is_some();
        if !listed && !self.every_frame {
            return;
        }
        let report = Report {
            cue: at..at + 1,
            class: 0,
            subject: owner.map(|units| Subject { units, rule }),
            addressee: None,
            contents: vec![Content::Clause(complement.range)],
            behind: false,
            governor: Governor::default(),
            frame: Some((form, complement.frame)),
        };
        if self.every_frame { self.candidates.push(report) } else { self.found.push(report) }
    }

    /// Whose claim it is: "Ortiz's claim", "her claim".
    fn owner(&self, phrase: &Range, noun: usize) -> Option<Range> {
        let row = self.row;
        if let Some(mark) = phrase.clone().rev().find(|n| *n < noun && row.is_possessive(*n)) {
            return (mark > phrase.start).then_some(phrase.start..mark);
        }
        let first = phrase.start;
        matches!(row.word(first), "his" | "her" | "their" | "its" | "His" | "Her" | "Their" | "Its").then_some(first..first + 1)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn light_verbs_can_be_searched() {
        assert!(super::LIGHT_VERBS.windows(2).all(|w| w[0] < w[1]));
    }
}
