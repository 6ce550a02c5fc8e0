//! Whether a clause stands at a place: a subject and its finite verb.

use crate::quotes::cues::{BASE, NOUNISH, PAST, THIRD, VERB};
use crate::quotes::lexicon::{AUXILIARY, BODY_NOUN, CONJUNCTION, DETERMINER, MODAL, PEOPLE_NOUN, PERSON_NOUN, PREPOSITION, PRONOUN, TIME, TITLE};
use crate::quotes::row::{Range, Row};
use crate::quotes::unit::Kind;

impl Row<'_> {
    /// True where a finite clause seems to start at `at`: a subject and, right after it, a finite verb.
    pub(in crate::quotes) fn clause_at(&self, at: usize, ceiling: usize) -> bool {
        let mut at = at;
        // "$5 million more was sent"
        while at < ceiling && (self.is_adverb(at) || self.kind(at + 1) == Some(Kind::Number) && matches!(self.word(at), "$" | "£" | "€")) {
            at += 1;
        }
        let expletive = self.is(at, "there") || self.is(at, "it") || self.is(at, "this") || self.is(at, "that");
        let subject = if expletive && self.has(at + 1, AUXILIARY | MODAL | VERB) {
            at..at + 1
        } else {
            match self.phrase_at(at, ceiling, true) {
                Some(subject) => subject,
                None if self.is_quote(at) => at..at + 1,
                None => return false,
            }
        };
        let mut n = subject.end;
        // "the speeches, full of promises to the town, would": past an aside.
        if matches!(self.kind(n), Some(Kind::Comma | Kind::Dash))
            && let Some(close) = (n + 2..ceiling.min(n + 24)).find(|c| self.kind(*c) == self.kind(n))
            && self.has(close + 1, AUXILIARY | MODAL)
            && !self.has(n + 1, CONJUNCTION)
        {
            return true;
        }
        let limit = ceiling.min(n + 14);
        while n < limit {
            if self.kind(n) == Some(Kind::Clitic) && self.has(n, AUXILIARY) && self.has(n - 1, PRONOUN) {
                return true;
            }
            // "the mayor “would say anything”"
            if n > at && self.is_quote(n) {
                return self.quote_opens(n).is_some_and(|f| f.has(PAST | THIRD | AUXILIARY | MODAL));
            }
            if self.has(n, AUXILIARY | MODAL) && self.kind(n) == Some(Kind::Word) {
                return true;
            }
            if self.has(n, PAST | THIRD) || self.has(n, BASE) && !self.has(n, NOUNISH) || self.has(n, BASE) && self.is_pronoun(n - 1) {
                return true;
            }
            if self.is_adverb(n)
                || self.is_nominal(n)
                || self.has(n, PREPOSITION | DETERMINER) && !self.is(n, "to")
                || self.kind(n) == Some(Kind::Comma) && n == subject.end
            {
                // An -ed word that no table knows.
                if self.kind(n) == Some(Kind::Word) && !self.units[n].capital && self.word(n).ends_with("ed") && n == subject.end {
                    return true;
                }
                n += 1;
                continue;
            }
            // "promises hearings and delivers tweets": what whoever promises does, too.
            let shared = self.is(n, "and") && n == subject.end && self.has(n + 1, THIRD) && !self.has(n + 1, NOUNISH) && !self.units[n + 1].capital;
            if shared && !subject.clone().any(|s| self.units[s].is_name()) {
                return false;
            }
            if self.is(n, "who") || self.is(n, "and") || self.is(n, "or") {
                n += 1;
                continue;
            }
            return self.kind(n) == Some(Kind::Word) && !self.units[n].capital && self.word(n).ends_with("ed");
        }
        false
    }

    /// True where a subject starts at `at` and its finite verb stands right after it.
    pub(in crate::quotes) fn is_plain_clause(&self, at: usize, ceiling: usize) -> bool {
        let Some(subject) = self.phrase_at(at, ceiling, true) else { return false };
        let mut n = subject.end;
        while n < ceiling && self.is_adverb(n) {
            n += 1;
        }
        self.has(n, PAST | THIRD | AUXILIARY | MODAL) && self.kind(n) == Some(Kind::Word)
            || self.kind(n) == Some(Kind::Clitic) && self.has(n, AUXILIARY)
            || self.has(n, BASE) && !self.has(n, NOUNISH)
    }

    /// True for a finite verb that no table holds for a noun as well: "left", "would", "says".
    pub(in crate::quotes) fn is_finite_verb(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|u| u.kind == Kind::Word && !u.capital && (u.has(AUXILIARY | MODAL) || u.has(PAST | THIRD) && !u.has(NOUNISH)))
    }

    /// True where some finite verb stands in `range`.
    pub(in crate::quotes) fn has_finite(&self, range: Range) -> bool {
        range.into_iter().any(|n| {
            self.has(n, AUXILIARY | MODAL) && !self.is_possessive(n)
                || self.has(n, PAST | THIRD) && !self.has(n, NOUNISH)
                || self.has(n, PAST)
                || (self.has(n, BASE) && n > 0 && self.is_pronoun(n - 1))
                || self.kind(n) == Some(Kind::Word) && !self.units[n].capital && self.word(n).ends_with("ed") && self.word(n).len() > 4
        })
    }

    /// True where `range` holds more than a name or a pronoun: "Ortiz", "the mayor of Rome" and "him" say nothing of what was said.
    pub(in crate::quotes) fn says_something(&self, range: &Range) -> bool {
        range.len() > 2
            && range.clone().any(|n| {
                let unit = &self.units[n];
                unit.kind == Kind::Word
                    && !unit.capital
                    && !unit.has(DETERMINER | PREPOSITION | CONJUNCTION | PRONOUN | TITLE | PERSON_NOUN | PEOPLE_NOUN | BODY_NOUN | TIME)
            })
    }
}
