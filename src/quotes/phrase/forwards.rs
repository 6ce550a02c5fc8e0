//! The noun phrase that starts at a place: the subject or object after a verb.

use super::LONGEST;
use crate::quotes::cues::{ING, PAST, VERB};
use crate::quotes::lexicon::{BODY_NOUN, CONJUNCTION, DETERMINER, DOCUMENT_NOUN, PEOPLE_NOUN, PERSON_NOUN, PREPOSITION, TIME};
use crate::quotes::row::{Range, Row};
use crate::quotes::unit::Kind;

impl Row<'_> {
    /// The noun phrase that starts at `at`, not reaching `ceiling`. `long` lets it take phrases tied with a preposition.
    pub(in crate::quotes) fn phrase_at(&self, at: usize, ceiling: usize, long: bool) -> Option<Range> {
        if at >= ceiling {
            return None;
        }
        if self.is_pronoun(at) && !(self.has(at, DETERMINER) && self.is_nominal(at + 1)) {
            return Some(at..at + 1);
        }
        let mut end = at;
        let ceiling = ceiling.min(at + LONGEST);
        while end < ceiling {
            if end > at && self.starts(end, true) {
                break;
            }
            let determiner =
                self.has(end, DETERMINER) && (end == at || self.has(end - 1, PREPOSITION | CONJUNCTION | DETERMINER) || self.is_possessive(end - 1));
            // "the roof flooded": a verb that no table has.
            let unlisted = |n: usize| {
                self.kind(n) == Some(Kind::Word) && !self.units[n].capital && !self.units[n].has(VERB) && self.word(n).ends_with("ed") && self.word(n).len() > 4
            };
            if end > at && unlisted(end) && !self.has(end - 1, DETERMINER | PREPOSITION) && !self.is_adverb(end - 1) && !self.is_nominal(end + 1) {
                break;
            }
            if determiner || self.is_nominal(end) || self.is_quoted_word(end) {
                // A name after a finished nominal starts a new phrase: "told reporters Trump".
                if end > at
                    && self.units[end].is_name()
                    && self.units[end - 1].kind == Kind::Word
                    && !self.units[end - 1].capital
                    && self.has(end - 1, PEOPLE_NOUN)
                {
                    break;
                }
                end += 1;
                continue;
            }
            // "a Wednesday editorial"
            if end > at && self.has(end, TIME) && self.units[end].capital && self.has(end - 1, DETERMINER) && self.is_nominal(end + 1) {
                end += 1;
                continue;
            }
            if end > at && self.is_adverb(end) && self.has(end - 1, DETERMINER) && end + 1 < ceiling {
                end += 1;
                continue;
            }
            if end > at && self.has(end, PAST | ING) && (self.has(end - 1, DETERMINER) || self.is_adverb(end - 1)) && self.is_nominal(end + 1) {
                end += 1;
                continue;
            }
            let follows = end + 1 < ceiling && (self.is_nominal(end + 1) || self.has(end + 1, DETERMINER) && !self.has(end + 1, TIME));
            if end > at && follows && self.is(end, "of") {
                end += 1;
                continue;
            }
            // "a study of more than 100,000 readers"
            if end > at && matches!(self.word(end - 1), "more" | "fewer" | "less") && self.is(end, "than") && self.kind(end + 1) == Some(Kind::Number) {
                end += 2;
                continue;
            }
            let lower_head = end > at && !self.units[end - 1].capital && self.units[end - 1].has(PERSON_NOUN | PEOPLE_NOUN | DOCUMENT_NOUN | BODY_NOUN);
            let near = matches!(self.word(end), "for" | "with" | "at" | "in" | "from" | "to" | "on" | "by" | "near" | "about" | "close");
            if long && lower_head && near && follows && !self.has(end + 1, TIME) {
                end += 1;
                continue;
            }
            let bound = end > at && matches!(self.word(end - 1), "familiar" | "close" | "loyal" | "sympathetic" | "knowledgeable" | "briefed" | "involved");
            if long && bound && near && follows {
                end += 1;
                continue;
            }
            let both_names = end > at && self.is(end, "and") && follows && self.units[end - 1].capital && (self.units[end + 1].capital);
            if long && both_names {
                end += 1;
                continue;
            }
            if end > at && (self.joins_adjectives(at, end, ceiling) || self.joins_roles(at, end, ceiling)) {
                end += 1;
                continue;
            }
            break;
        }
        (end > at && !(end == at + 1 && self.has(at, DETERMINER) && !self.is_pronoun(at))).then_some(at..end)
    }

    /// "a tired but happy Ana Reyes": the joint at `n` in a phrase that starts at `at`.
    fn joins_adjectives(&self, at: usize, n: usize, ceiling: usize) -> bool {
        let joint = matches!(self.word(n), "but" | "and" | "yet" | "if");
        let lower = |u: usize| self.kind(u) == Some(Kind::Word) && !self.units[u].capital && !self.has(u, PERSON_NOUN | PEOPLE_NOUN | DETERMINER);
        joint && self.has(at, DETERMINER) && n > at + 1 && lower(n - 1) && n + 2 < ceiling && lower(n + 1) && self.units[n + 2].is_name()
    }

    /// "co-founder and chief executive Ana Reyes": both are what she is.
    fn joins_roles(&self, at: usize, n: usize, ceiling: usize) -> bool {
        let noun = |u: usize| self.kind(u) == Some(Kind::Word) && !self.units[u].capital && self.is_nominal(u);
        let second = (n + 1..ceiling.min(n + 5)).take_while(|u| noun(*u)).count();
        let name = n + 1 + second;
        self.is(n, "and")
            && !self.has(at, DETERMINER)
            && (at..n).all(noun)
            && !self.has(n - 1, PEOPLE_NOUN)
            && second > 0
            && self.has(name - 1, PERSON_NOUN)
            && name < ceiling
            && self.units[name].is_name()
    }
}
