//! In which form a verb stands, and where its verb group starts.

use super::*;

impl Finder<'_> {
    /// The form of the verb at `at` and the first unit of its verb group; `None` where it is no verb here.
    pub(super) fn form(&self, at: usize) -> Option<(Form, usize, bool)> {
        let row = self.row;
        let unit = &row.units[at];
        // A capital inside a sentence is a name: "the Post", "Show".
        if unit.capital && unit.start == Start::Inside && !row.headline {
            return None;
        }
        let mut first = at;
        let mut negated = false;
        while first > 0 && at - first < 8 && !row.starts(first, true) {
            let before = first - 1;
            if row.has(before, NEGATION) {
                negated = true;
            } else if !(row.is_adverb(before)
                || row.is(before, "both") && before > 0 && row.has(before - 1, AUXILIARY)
                || row.has(before, AUXILIARY | MODAL | BE) && (row.kind(before) == Some(Kind::Word) || self.verbal_clitic(before)))
            {
                break;
            }
            first = before;
        }
        let auxiliary = (first..at).any(|n| row.has(n, AUXILIARY | MODAL | BE));
        let be = (first..at).rev().find(|n| row.has(*n, AUXILIARY | MODAL | BE)).is_some_and(|n| row.has(n, BE) && !row.is(n, "'d"));
        let modal = (first..at).any(|n| row.has(n, MODAL) || matches!(row.word(n), "do" | "does" | "did"));
        let before = first.checked_sub(1).filter(|_| !row.starts(first, true));
        let to = before.is_some_and(|b| row.is(b, "to"));
        if unit.has(PAST) && !(unit.has(BASE) && modal) {
            if be {
                return Some((Form::Passive, first, negated));
            }
            // "the emails released by": a reduced participle is passive too.
            if !auxiliary && row.is(at + 1, "by") && !unit.has(BARE) {
                return Some((Form::Passive, first, negated));
            }
            let determined = before.is_some_and(|b| row.has(b, DETERMINER) && !row.is_pronoun(b) && !row.has(b, SUBORDINATOR));
            // "the mayor's proposed credit": an adjective.
            if before.is_some_and(|b| row.is_possessive(b)) && !auxiliary && row.is_nominal(at + 1) {
                return None;
            }
            if determined && row.share_before(first, row.sentence_start(at, true)).is_none() {
                return None;
            }
            return Some((Form::Finite, first, negated));
        }
        if unit.has(ING) {
            // "the paper's reporting team", "a telling answer": no verb.
            let attributive = !auxiliary
                && before.is_some_and(|b| row.is_possessive(b) || row.has(b, DETERMINER) && !row.has(b, PEOPLE_NOUN) || row.has(b, TITLE))
                && row.is_nominal(at + 1);
            // "does the tweeting"
            let noun = !auxiliary && before.is_some_and(|b| matches!(row.word(b), "the" | "a" | "an" | "The" | "A" | "An"));
            return (!attributive && !noun).then_some((if be { Form::Finite } else { Form::Participle }, first, negated));
        }
        // "War fears that swept the town"
        let relative = unit.has(NOUNISH)
            && !auxiliary
            && row.is(at + 1, "that")
            && (row.has(at + 2, MODAL) || row.has(at + 2, PAST | THIRD) && !row.has(at + 2, NOUNISH | AUXILIARY))
            && !before.is_some_and(|b| row.is_pronoun(b));
        // "his calls to end it"
        let owned = unit.has(CUE_NOUN) && !auxiliary && before.is_some_and(|b| row.is_possessive(b) || row.has(b, DETERMINER) && !row.is_pronoun(b));
        if relative || owned && (unit.has(THIRD) || unit.has(BASE) && !unit.has(PAST)) {
            return None;
        }
        if unit.has(THIRD) {
            // "on liberal terms"
            let attribute = unit.has(NOUNISH) && at > 1 && row.has(at - 1, super::super::lexicon::PERSON_NOUN) && row.has(at - 2, PREPOSITION);
            if attribute && !row.headline {
                return None;
            }
            let people = row.is(at + 1, "that") && before.is_some_and(|b| row.has(b, PEOPLE_NOUN));
            let noun = unit.has(NOUNISH) && (before.is_none_or(|b| !self.may_rule(b)) || auxiliary) && !people && !self.rules_clause(first, at);
            return (!noun || row.headline).then_some((Form::Finite, first, negated));
        }
        if unit.has(BASE) {
            if to {
                return Some((Form::Infinitive, first, negated));
            }
            let plural = before.is_some_and(|b| {
                row.has(b, PEOPLE_NOUN)
                    || (row.is_pronoun(b) && !row.has(b, DETERMINER))
                    || row.is(b, "who")
                    || row.is(b, "that") && b > 0 && row.has(b - 1, PEOPLE_NOUN)
                    || row.word(b).ends_with('s') && row.kind(b) == Some(Kind::Word)
            });
            // "campaigners point out that"
            let particle = row.is(at + 1, "out") && row.is(at + 2, "that");
            let noun = unit.has(NOUNISH) && !particle && !before.is_some_and(|b| row.is_pronoun(b) || row.has(b, PEOPLE_NOUN)) && !self.rules_clause(first, at);
            let nominal = unit.has(BARE)
                && !unit.has(NOUNISH)
                && before.is_some_and(|b| {
                    row.kind(b) == Some(Kind::Word) && !row.has(b, PREPOSITION | CONJUNCTION) && (!row.has(b, VERB) || row.has(b, NOUNISH))
                        || row.kind(b) == Some(Kind::Number)
                        || row.word(b) == "%"
                });
            if let Some(subject) = row.phrase_before(first, row.sentence_start(at, true)).filter(|_| !modal) {
                // "an old quip"
                let article = matches!(row.word(subject.start), "a" | "an" | "A" | "An");
                let singular = article && !row.has(subject.end - 1, PEOPLE_NOUN) && !subject.clone().any(|n| row.is(n, "of"));
                // "helped the mayor maintain": what somebody is helped to do.
                let help = |v: usize| super::super::lexicon::verb(row.units[v].verb) == "help";
                let helped = help(subject.start) && subject.len() > 1 || subject.start > 0 && help(subject.start - 1);
                if helped || singular && unit.has(CUE_NOUN | NOUNISH) {
                    return None;
                }
            }
            let adverb = first < at && row.word(at - 1).ends_with("ly");
            if modal
                || nominal
                || adverb
                || plural && !noun
                || before.is_some_and(|b| matches!(row.kind(b), Some(Kind::Comma | Kind::Dash | Kind::CloseBracket)))
                    && (unit.has(BARE) || row.is(at + 1, "that") && !unit.has(NOUNISH))
            {
                return Some((Form::Finite, first, negated));
            }
        }
        None
    }

    /// True where a verb that is as often a noun has a whole subject before it and a clause with "that" after it: "the leaders fear that
    /// it rains".
    fn rules_clause(&self, first: usize, at: usize) -> bool {
        let row = self.row;
        let floor = row.sentence_start(at, true);
        if row.has(at, DOCUMENT_NOUN)
            || !row.is(at + 1, "that")
            || !row.clause_at(at + 2, row.sentence_end(at, true))
            || row.has(at + 2, PAST | THIRD | AUXILIARY | MODAL)
        {
            return false;
        }
        let Some(subject) = row.phrase_before(first, floor) else { return false };
        let opens = subject.start == floor
            || row.starts(subject.start, true)
            || matches!(row.kind(subject.start - 1), Some(Kind::Comma | Kind::Dash))
            || row.has(subject.start - 1, CONJUNCTION);
        let singular = row.has(at, THIRD);
        // "War fears that" has no verb: one of these has a determiner and an -s, or is a plural.
        opens && if singular { row.has(subject.start, DETERMINER) && subject.len() > 1 } else { row.word(subject.end - 1).ends_with('s') }
    }

    /// True where the word at `at` may end the subject of a verb that is as often a noun.
    fn may_rule(&self, at: usize) -> bool {
        let row = self.row;
        let unit = &row.units[at];
        row.is_pronoun(at)
            || unit.has(WH) && (!matches!(row.word(at), "which" | "what" | "whose") || at > 0 && row.kind(at - 1) == Some(Kind::Comma))
            || unit.has(CONJUNCTION | super::super::lexicon::PERSON_NOUN | super::super::lexicon::BODY_NOUN | DOCUMENT_NOUN)
            || unit.is_name()
            || matches!(unit.kind, Kind::Comma | Kind::CloseBracket | Kind::Dash)
            || unit.is_quote()
    }

    /// "he's saying", "they've said": a clitic that is an auxiliary here.
    pub(super) fn verbal_clitic(&self, at: usize) -> bool {
        self.row.kind(at) == Some(Kind::Clitic) && !self.row.is_possessive(at)
    }
}
