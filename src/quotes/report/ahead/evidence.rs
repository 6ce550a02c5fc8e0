//! What the rules look for after a cue.

use super::super::*;

/// Verbs of speech beside marks that report nothing without them: "began", "smiled".
pub(in crate::quotes::report) fn is_marks_only(verb: u16) -> bool {
    matches!(
        crate::quotes::lexicon::verb(verb),
        "begin" | "continue" | "let" | "smile" | "laugh" | "sigh" | "sing" | "cite" | "order" | "name" | "post" | "type"
    )
}

impl Finder<'_> {
    /// "added a solo shot and the town beat Rovers": a thing was added, whatever stands after it.
    pub(in crate::quotes::report) fn adds_thing(&self, verb: usize, from: usize) -> bool {
        let row = self.row;
        crate::quotes::lexicon::verb(row.units[verb].verb) == "add" && matches!(row.word(from), "a" | "an" | "another" | "two" | "three")
    }

    /// True where a cue of its own stands between `from` and the marked stretch at `quote`: "released a letter calling it “theft”",
    /// "spoke of his claim that “…”", "critics who say it is “theft”".
    pub(super) fn nearer(&self, from: usize, quote: usize) -> bool {
        let row = self.row;
        (from + 1..quote).any(|n| {
            let unit = &row.units[n];
            let noun = row.has(n, CUE_NOUN | NOUNISH) && row.is(n + 1, "that");
            let participle = row.has(n, ING) && row.kind(n - 1) == Some(Kind::Word) && !row.has(n - 1, PREPOSITION | BE);
            let relative = row.has(n, BASE | PAST | THIRD) && (row.is(n - 1, "who") || row.is(n - 1, "which"));
            // "answered a clerk by saying it was “theft”"
            let by = row.has(n, ING) && row.has(n, SPEECH) && row.is(n - 1, "by");
            let verb = row.has(n, CUE) && !row.has(n - 1, DETERMINER) && (participle || relative || by);
            unit.kind == Kind::Word && !unit.capital && (noun || verb)
        })
    }

    /// True where "that" at `that` says more of the last adverbial: "with a phrase that", "of his plan that".
    pub(super) fn is_relative(&self, from: usize, that: usize) -> bool {
        let row = self.row;
        // "believes in news that “takes sides”"
        if that > from && row.quote_opens(that + 1).is_some_and(|f| f.has(PAST | THIRD | AUXILIARY | MODAL)) {
            return true;
        }
        let preposition = (from..that).rev().find(|n| row.has(*n, PREPOSITION));
        preposition.is_some_and(|p| matches!(row.word(p), "with" | "of" | "about" | "for" | "by")) && {
            let verb = that + 1 + usize::from(row.is_adverb(that + 1));
            row.has_finite(verb..(verb + 1).min(row.units.len()))
        }
    }

    /// The relative pronoun that is the subject of what the cue reports: "the roof, which Ortiz says is dry".
    pub(super) fn gap(&self, report: &Report, at: usize) -> Option<usize> {
        let row = self.row;
        let subject = report.subject.as_ref().filter(|s| s.rule == SubjectRule::Before)?;
        let pronoun = subject.units.start.checked_sub(1).filter(|p| *p > 0)?;
        let relative = matches!(row.word(pronoun), "which" | "who") || row.is(pronoun, "that") && row.is_nominal(pronoun - 1);
        let verb = at + 1 + usize::from(row.is_adverb(at + 1));
        let finite = row.has(verb, AUXILIARY | MODAL | PAST | THIRD) && !row.has(verb, NOUNISH) && row.kind(verb) == Some(Kind::Word);
        let says = row.has(at, SPEECH) && row.has(at, BARE) || row.has(at, THOUGHT) && !row.is(pronoun, "that");
        (relative && finite && says && !row.has(at, TELLING)).then_some(pronoun)
    }

    /// True where the cue stands in a relative clause without its pronoun, which "that" at `that` goes on with: "the book she wrote that
    /// helped".
    pub(super) fn in_relative(&self, report: &Report, that: usize) -> bool {
        let row = self.row;
        let Some(subject) = report.subject.as_ref().filter(|s| s.rule == SubjectRule::Before) else { return false };
        let start = subject.units.start;
        start > 0 && !row.starts(start, true) && row.is_nominal(start - 1) && row.has(that + 1, PAST | THIRD | AUXILIARY | MODAL) && !row.has(that + 1, NOUNISH)
    }

    /// What a verb that charges, demands or warns says without a clause: "accused the mayor of lying", "called on them to
    /// leave", "warned of floods", "made clear that". Where that starts.
    pub(super) fn charge(&self, at: usize, end: usize) -> Option<usize> {
        let row = self.row;
        let next = at + 1;
        let starts = |prefixes: &[&str]| prefixes.iter().any(|p| row.word(at).to_ascii_lowercase().starts_with(p));
        let later = |word: &str| (next + 1..end.min(next + 10)).take_while(|n| row.kind(*n) != Some(Kind::Comma)).any(|n| row.is(n, word));
        if starts(&["accus"]) && later("of")
            || starts(&["blam"]) && later("for")
            || starts(&["describ", "portray", "depict"]) && (next..end.min(next + 12)).any(|n| row.is(n, "as"))
        {
            return Some(next);
        }
        if starts(&["call"]) && (row.is(next, "on") || row.is(next, "for")) || starts(&["warn"]) && (row.is(next, "of") || row.is(next, "against")) {
            return Some(next + 1);
        }
        None
    }
}
