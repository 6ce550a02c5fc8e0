//! In which form a verb stands, and where its verb group starts.

use super::*;

/// A verb with what belongs to it before it: "has never said".
struct Group {
    /// The verb.
    at: usize,
    /// The first unit of the group.
    first: usize,
    /// What stands before it in the sentence.
    before: Option<usize>,
    /// An auxiliary, a modal or a form of "be" stands in it.
    auxiliary: bool,
    /// The last of those is a form of "be".
    be: bool,
    /// A modal or a form of "do" stands in it.
    modal: bool,
}

impl Finder<'_> {
    /// The form of the verb at `at` and the first unit of its verb group, and whether it is negated; `None` where it is no verb here.
    pub(super) fn form(&self, at: usize) -> Option<(Form, usize, bool)> {
        let row = self.row;
        let unit = &row.units[at];
        // A capital inside a sentence is a name: "the Post", "Show".
        if unit.capital && unit.start == Start::Inside && !row.headline {
            return None;
        }
        let (group, negated) = self.group(at);
        let form = if unit.has(PAST) && !(unit.has(BASE) && group.modal) {
            self.past(&group)
        } else if unit.has(ING) {
            self.ing(&group)
        } else if self.is_noun(&group) {
            None
        } else if unit.has(THIRD) {
            self.third(&group)
        } else if unit.has(BASE) {
            self.base(&group)
        } else {
            None
        };
        form.map(|form| (form, group.first, negated))
    }

    /// The verb group that ends with the verb at `at`, and whether it is negated.
    fn group(&self, at: usize) -> (Group, bool) {
        let row = self.row;
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
        let group = Group {
            at,
            first,
            before: first.checked_sub(1).filter(|_| !row.starts(first, true)),
            auxiliary: (first..at).any(|n| row.has(n, AUXILIARY | MODAL | BE)),
            be: (first..at).rev().find(|n| row.has(*n, AUXILIARY | MODAL | BE)).is_some_and(|n| row.has(n, BE) && !row.is(n, "'d")),
            modal: (first..at).any(|n| row.has(n, MODAL) || matches!(row.word(n), "do" | "does" | "did")),
        };
        (group, negated)
    }

    /// "said", "was said", "the emails released by"; not "the mayor's proposed credit".
    fn past(&self, group: &Group) -> Option<Form> {
        let (row, at) = (self.row, group.at);
        // A reduced participle is passive too.
        if group.be || !group.auxiliary && row.is(at + 1, "by") && !row.has(at, BARE) {
            return Some(Form::Passive);
        }
        let before = group.before;
        // "the mayor's proposed credit": an adjective.
        if before.is_some_and(|b| row.is_possessive(b)) && !group.auxiliary && row.is_nominal(at + 1) {
            return None;
        }
        let determined = before.is_some_and(|b| row.has(b, DETERMINER) && !row.is_pronoun(b) && !row.has(b, SUBORDINATOR));
        (!determined || row.share_before(group.first, row.sentence_start(at, true)).is_some()).then_some(Form::Finite)
    }

    /// "saying", "is saying"; not "the paper's reporting team", "a telling answer", "does the tweeting".
    fn ing(&self, group: &Group) -> Option<Form> {
        let row = self.row;
        let attributive = !group.auxiliary
            && group.before.is_some_and(|b| row.is_possessive(b) || row.has(b, DETERMINER) && !row.has(b, PEOPLE_NOUN) || row.has(b, TITLE))
            && row.is_nominal(group.at + 1);
        let noun = !group.auxiliary && group.before.is_some_and(|b| matches!(row.word(b), "the" | "a" | "an" | "The" | "A" | "An"));
        (!attributive && !noun).then_some(if group.be { Form::Finite } else { Form::Participle })
    }

    /// True where a verb that may be a noun is one: "War fears that swept the town", "his calls to end it".
    fn is_noun(&self, group: &Group) -> bool {
        let (row, at) = (self.row, group.at);
        let unit = &row.units[at];
        let relative = unit.has(NOUNISH)
            && !group.auxiliary
            && row.is(at + 1, "that")
            && (row.has(at + 2, MODAL) || row.has(at + 2, PAST | THIRD) && !row.has(at + 2, NOUNISH | AUXILIARY))
            && !group.before.is_some_and(|b| row.is_pronoun(b));
        let owned =
            unit.has(CUE_NOUN) && !group.auxiliary && group.before.is_some_and(|b| row.is_possessive(b) || row.has(b, DETERMINER) && !row.is_pronoun(b));
        relative || owned && (unit.has(THIRD) || unit.has(BASE) && !unit.has(PAST))
    }

    /// "says"; not "on liberal terms".
    fn third(&self, group: &Group) -> Option<Form> {
        let (row, at) = (self.row, group.at);
        let unit = &row.units[at];
        let attribute = unit.has(NOUNISH) && at > 1 && row.has(at - 1, crate::quotes::lexicon::PERSON_NOUN) && row.has(at - 2, PREPOSITION);
        if attribute && !row.headline {
            return None;
        }
        let people = row.is(at + 1, "that") && group.before.is_some_and(|b| row.has(b, PEOPLE_NOUN));
        let noun = unit.has(NOUNISH) && (group.before.is_none_or(|b| !self.may_rule(b)) || group.auxiliary) && !people && !self.rules_clause(group.first, at);
        (!noun || row.headline).then_some(Form::Finite)
    }

    /// "to say", "officials say", "would say"; not "an old quip", "helped the mayor maintain".
    fn base(&self, group: &Group) -> Option<Form> {
        let (row, at) = (self.row, group.at);
        let unit = &row.units[at];
        if group.before.is_some_and(|b| row.is(b, "to")) {
            return Some(Form::Infinitive);
        }
        if !group.modal && self.is_object(group) {
            return None;
        }
        let nominal = unit.has(BARE)
            && !unit.has(NOUNISH)
            && group.before.is_some_and(|b| {
                row.kind(b) == Some(Kind::Word) && !row.has(b, PREPOSITION | CONJUNCTION) && (!row.has(b, VERB) || row.has(b, NOUNISH))
                    || row.kind(b) == Some(Kind::Number)
                    || row.word(b) == "%"
            });
        let adverb = group.first < at && row.word(at - 1).ends_with("ly");
        let after_mark = group.before.is_some_and(|b| matches!(row.kind(b), Some(Kind::Comma | Kind::Dash | Kind::CloseBracket)))
            && (unit.has(BARE) || row.is(at + 1, "that") && !unit.has(NOUNISH));
        (group.modal || nominal || adverb || self.has_plural_subject(group) || after_mark).then_some(Form::Finite)
    }

    /// True where several people stand before the verb, and it is no noun: "officials say", "campaigners point out that".
    fn has_plural_subject(&self, group: &Group) -> bool {
        let (row, at) = (self.row, group.at);
        let plural = group.before.is_some_and(|b| {
            row.has(b, PEOPLE_NOUN)
                || (row.is_pronoun(b) && !row.has(b, DETERMINER))
                || row.is(b, "who")
                || row.is(b, "that") && b > 0 && row.has(b - 1, PEOPLE_NOUN)
                || row.word(b).ends_with('s') && row.kind(b) == Some(Kind::Word)
        });
        let particle = row.is(at + 1, "out") && row.is(at + 2, "that");
        let people = group.before.is_some_and(|b| row.is_pronoun(b) || row.has(b, PEOPLE_NOUN));
        let noun = || row.has(at, NOUNISH) && !particle && !people && !self.rules_clause(group.first, at);
        plural && !noun()
    }

    /// True for "an old quip", and what somebody is helped to do: "helped the mayor maintain".
    fn is_object(&self, group: &Group) -> bool {
        let row = self.row;
        let Some(subject) = row.phrase_before(group.first, row.sentence_start(group.at, true)) else { return false };
        let article = matches!(row.word(subject.start), "a" | "an" | "A" | "An");
        let singular = article && !row.has(subject.end - 1, PEOPLE_NOUN) && !subject.clone().any(|n| row.is(n, "of"));
        let help = |v: usize| crate::quotes::lexicon::verb(row.units[v].verb) == "help";
        let helped = help(subject.start) && subject.len() > 1 || subject.start > 0 && help(subject.start - 1);
        helped || singular && row.has(group.at, CUE_NOUN | NOUNISH)
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
