//! The noun phrase that ends at a place: the subject before a verb.

use super::LONGEST;
use crate::quotes::cues::{CUE, ING, PAST};
use crate::quotes::lexicon::{AUXILIARY, BODY_NOUN, CONJUNCTION, DETERMINER, DOCUMENT_NOUN, PEOPLE_NOUN, PERSON_NOUN, PREPOSITION, SUBORDINATOR, TITLE};
use crate::quotes::row::{Range, Row};
use crate::quotes::unit::Kind;

impl Row<'_> {
    /// The noun phrase that ends just before `end`, not reaching before `floor`.
    pub(in crate::quotes) fn phrase_before(&self, end: usize, floor: usize) -> Option<Range> {
        let mut end = end;
        // "Mike McCaul (Tex.)": the bracket is not part of the name.
        if end > floor && self.kind(end - 1) == Some(Kind::CloseBracket) {
            let open = (floor..end).rev().take(12).find(|n| self.kind(*n) == Some(Kind::OpenBracket))?;
            end = open;
        }
        if end <= floor {
            return None;
        }
        if self.is_pronoun(end - 1) {
            let single = !(self.units[end - 1].has(PEOPLE_NOUN) && end - 1 > floor && self.has(end - 2, DETERMINER));
            return Some(if single { end - 1..end } else { end - 2..end });
        }
        if !self.is_nominal(end - 1) && !self.is_quoted_word(end - 1) {
            return None;
        }
        let mut start = end;
        while start > floor && end - start < LONGEST {
            let at = start - 1;
            if start < end && self.starts(start, true) {
                break;
            }
            if self.has(at, DETERMINER) && !self.has(at, CUE) && self.kind(at) == Some(Kind::Word) {
                // "the article that Ames said was lost", "what Ames says"
                if start < end
                    && (self.is(at, "that") && at > floor && (self.is_nominal(at - 1) || self.has(at - 1, CUE) && self.units[start].is_name())
                        || self.is(at, "what") && self.units[start].is_name())
                {
                    break;
                }
                start = at;
                // "all of the members", "one of his aides".
                if at > floor + 1 && self.is(at - 1, "of") && (self.is_nominal(at - 2) || self.has(at - 2, DETERMINER)) {
                    start = at - 1;
                    continue;
                }
                if at > floor && self.links(at - 1, floor) {
                    start = at - 1;
                    continue;
                }
                // "close to the mayor"
                if at > floor + 1 && self.is(at - 1, "to") && matches!(self.word(at - 2), "close" | "loyal") {
                    start = at - 2;
                    break;
                }
                if at > floor && self.has(at - 1, DETERMINER) && !self.has(at - 1, SUBORDINATOR) {
                    continue;
                }
                break;
            }
            if self.is_nominal(at) || self.is_quoted_word(at) && start < end {
                start = at;
                continue;
            }
            // "the newly elected leader", "a retired general": a participle after a determiner.
            if start < end && self.has(at, PAST | ING) && at > floor {
                let before = if self.is_adverb(at - 1) && at >= floor + 2 { at - 2 } else { at - 1 };
                if self.has(before, DETERMINER) && !self.has(before, SUBORDINATOR) {
                    start = at;
                    continue;
                }
            }
            // "an inside source"
            let inside = matches!(self.word(at), "inside" | "outside") && start + 1 == end;
            if start < end && (self.is_adverb(at) || inside) && at > floor && self.has(at - 1, DETERMINER) {
                start = at;
                continue;
            }
            if start < end && self.links(at, floor) {
                start = at;
                continue;
            }
            if start < end && self.joins(at, floor) {
                start = at;
                continue;
            }
            break;
        }
        if start < end
            && let Some(noun) = self.noun_before_closeness(start, floor)
        {
            return Some(noun.start..end);
        }
        if start < end {
            start = self.list_start(start, end, floor);
        }
        (start < end).then(|| self.without_introduction(start..end, floor))
    }

    /// The noun that "close to", "familiar with" or "loyal to" at `start` says more of: "sources who are close to the mayor".
    fn noun_before_closeness(&self, start: usize, floor: usize) -> Option<Range> {
        if start <= floor + 1 || !matches!(self.word(start), "close" | "familiar" | "loyal") {
            return None;
        }
        let mut before = start;
        while before > floor && (self.is(before - 1, "who") || self.has(before - 1, AUXILIARY)) {
            before -= 1;
        }
        if before < start { self.phrase_before(before, floor) } else { None }
    }

    /// True where the preposition at `at` ties what follows to a noun before: "spokesman for", "members of".
    fn links(&self, at: usize, floor: usize) -> bool {
        if !self.has(at, PREPOSITION) || at <= floor || self.units[at].capital && self.starts(at, true) {
            return false;
        }
        let before = at - 1;
        if !self.is_nominal(before) {
            // "one of", "many of", "two of"
            return self.is(at, "of") && self.has(before, DETERMINER);
        }
        // "Special Agent in Charge Ida Ames"
        if self.is(at, "of") || self.is(at, "in") && self.word(at + 1) == "Charge" {
            return true;
        }
        if matches!(self.word(before), "familiar" | "close" | "loyal" | "sympathetic" | "knowledgeable" | "briefed" | "involved") {
            return true;
        }
        // "The Court of Appeal in The Hague"
        let part = |n: usize| self.is_nominal(n) || self.has(n, DETERMINER) || self.is(n, "of");
        if self.is(at, "in") && self.units[before].is_name() && before > floor && self.is(floor, "the") && before - floor < 8 && (floor..before).all(part) {
            return true;
        }
        let near = matches!(self.word(at), "for" | "with" | "at" | "in" | "from" | "to" | "on" | "by" | "near" | "about" | "close" | "behind");
        near && self.units[before].has(PERSON_NOUN | PEOPLE_NOUN | DOCUMENT_NOUN | BODY_NOUN)
            && (!self.units[before].capital || self.starts(before, true))
            && !(before > floor && self.has(before - 1, PREPOSITION))
            && !self.introduced(before, floor)
    }

    /// True where a preposition opens the phrase that ends at `at`: "In a statement to".
    fn introduced(&self, at: usize, floor: usize) -> bool {
        let mut n = at;
        while n > floor && self.is_nominal(n) && n + 6 > at {
            n -= 1;
        }
        if self.has(n, DETERMINER) && n > floor {
            n -= 1;
        }
        self.has(n, PREPOSITION) && !self.is(n, "of")
    }

    /// True for the "and" between two names that are one subject.
    fn joins(&self, at: usize, floor: usize) -> bool {
        if !self.is(at, "and") && self.word(at) != "&" || at <= floor {
            return false;
        }
        if !self.is_nominal(at - 1) {
            return false;
        }
        // Only where the first of them could be a subject: nothing but a sentence, a comma or a conjunction before it.
        let mut n = at - 1;
        while n > floor && (self.is_nominal(n - 1) || self.has(n - 1, DETERMINER)) && !self.starts(n, true) {
            n -= 1;
        }
        n == floor
            || self.starts(n, true)
            || matches!(self.kind(n - 1), Some(Kind::Comma | Kind::Dash | Kind::Quote(_)))
            || self.has(n - 1, CONJUNCTION | SUBORDINATOR)
    }

    /// Drops an introducing "In a statement" that no comma parts from the subject.
    fn without_introduction(&self, phrase: Range, floor: usize) -> Range {
        if phrase.start <= floor || !self.has(phrase.start - 1, PREPOSITION) {
            return phrase;
        }
        // The last name or determiner that starts a new phrase.
        let mut start = phrase.start;
        for n in phrase.start + 1..phrase.end {
            let fresh = self.has(n, DETERMINER) && !self.has(n - 1, PREPOSITION | DETERMINER)
                || self.units[n].is_name()
                    && self.units[n - 1].kind == Kind::Word
                    && !self.units[n - 1].capital
                    && !self.has(n - 1, PREPOSITION | DETERMINER | TITLE | PERSON_NOUN);
            if fresh {
                start = n;
            }
        }
        start..phrase.end
    }

    /// Where the list of names begins whose last two are the phrase `start..end`: "Ana Reyes, [Tom Hale and Ed Holt]". Each name has as many
    /// words as the others, or several as they have, so that no place or adverb before a comma is taken for one.
    fn list_start(&self, start: usize, end: usize, floor: usize) -> usize {
        let Some(and) = (start + 1..end).find(|n| self.is(*n, "and")).filter(|and| (start..*and).chain(and + 1..end).all(|n| self.units[n].is_name())) else {
            return start;
        };
        let alone = and - start == 1;
        let mut first = start;
        while first > floor + 1 && self.kind(first - 1) == Some(Kind::Comma) {
            let name = (floor..first - 1).rev().take_while(|n| self.units[*n].is_name()).last();
            let fits = |n: &usize| (*n + 1..=*n + 4).contains(&(first - 1)) && (first - 1 - n == 1) == alone;
            let Some(name) = name.filter(fits) else { break };
            if name > floor && !self.starts(name, true) && self.kind(name - 1) != Some(Kind::Comma) {
                break;
            }
            first = name;
        }
        // A list that nothing opens goes back to the start of its sentence.
        if first == floor || self.starts(first, true) { first } else { start }
    }
}
