//! Noun phrases and adverbials, read with a word list and without a parser.

use super::cues::{BASE, CUE, Flags, ING, NOUNISH, PAST, THIRD, VERB};
use super::lexicon::{
    ADVERB, AUXILIARY, BODY_NOUN, CONJUNCTION, DETERMINER, DOCUMENT_NOUN, MODAL, PEOPLE_NOUN, PERSON_NOUN, PREPOSITION, PRONOUN, SUBORDINATOR, TIME, TITLE,
};
use super::row::{Range, Row};
use super::unit::Kind;
use super::wording;

/// How far a phrase is followed, in units; more is never one phrase.
const LONGEST_PHRASE: usize = 40;

impl Row<'_> {
    /// The noun phrase that ends just before `end`, not reaching before `floor`.
    pub(super) fn phrase_before(&self, end: usize, floor: usize) -> Option<Range> {
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
        while start > floor && end - start < LONGEST_PHRASE {
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

    /// A share of those asked that ends before `end`: "42%", "six in 10", "nearly nine out of 10", "all but two", "another".
    pub(super) fn share_before(&self, end: usize, floor: usize) -> Option<Range> {
        let number = |n: usize| self.kind(n) == Some(Kind::Number) || self.has(n, DETERMINER) && !self.is(n, "the") && self.kind(n) == Some(Kind::Word);
        let last = end.checked_sub(1).filter(|n| *n >= floor)?;
        if self.word(last) == "%" {
            return (last > floor && self.kind(last - 1) == Some(Kind::Number)).then(|| last - 1..end);
        }
        if self.is(last, "another") || self.is(last, "one") && self.starts(last, true) {
            return Some(last..end);
        }
        if !number(last) || last < floor + 2 {
            return None;
        }
        if self.is(last - 1, "but") && self.is(last - 2, "all") {
            return Some(last - 2..end);
        }
        let mut first = last - 1;
        if self.is(first, "of") && self.is(first - 1, "out") {
            first -= 1;
        }
        ((self.is(first, "in") || self.is(first, "out")) && first > floor && number(first - 1)).then(|| first - 1..end)
    }

    /// A marked word inside a phrase: `the so-called "dreamers" said`.
    fn is_quoted_word(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|u| u.is_quote() && u.span.len() < 24)
            && at > 0
            && (self.has(at - 1, DETERMINER | TITLE | PERSON_NOUN) || self.is_possessive(at - 1))
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

    /// The noun phrase that starts at `at`, not reaching `ceiling`. `long` lets it take phrases tied with a preposition.
    pub(super) fn phrase_at(&self, at: usize, ceiling: usize, long: bool) -> Option<Range> {
        if at >= ceiling {
            return None;
        }
        if self.is_pronoun(at) && !(self.has(at, DETERMINER) && self.is_nominal(at + 1)) {
            return Some(at..at + 1);
        }
        let mut end = at;
        let ceiling = ceiling.min(at + LONGEST_PHRASE);
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
            break;
        }
        (end > at && !(end == at + 1 && self.has(at, DETERMINER) && !self.is_pronoun(at))).then_some(at..end)
    }

    /// Past adverbs, days, times and phrases of place or occasion that start at `at`: "late Friday", "in a statement", "at a rally".
    pub(super) fn past_adverbials(&self, at: usize, ceiling: usize) -> usize {
        let mut at = at;
        let mut rounds = 0;
        while at < ceiling && rounds < 8 {
            rounds += 1;
            if at > 0 && self.starts(at, true) {
                break;
            }
            if self.is_adverb(at)
                || self.has(at, TIME) && !self.is_possessive(at + 1)
                || self.kind(at) == Some(Kind::Number) && at > 0 && self.has(at - 1, TIME)
            {
                at += 1;
                continue;
            }
            // "in Madison, Wisconsin,"
            let place = self.kind(at) == Some(Kind::Comma)
                && at + 2 < ceiling
                && (self.units[at + 1].is_name() || self.kind(at + 1) == Some(Kind::Number))
                && self.kind(at + 2) == Some(Kind::Comma)
                && at > 0
                && (self.units[at - 1].capital || self.kind(at - 1) == Some(Kind::Number));
            if place {
                at += if self.is_quote(at + 3) { 2 } else { 3 };
                continue;
            }
            let preposition = self.has(at, PREPOSITION) && !self.is(at, "that") && !self.is(at, "than");
            let modified_time = self.has(at, DETERMINER) && (self.has(at + 1, TIME) || self.has(at + 1, ADVERB) && self.has(at + 2, TIME));
            if modified_time {
                at += 1;
                continue;
            }
            if preposition {
                // "pointed out that": a particle.
                if self.is(at + 1, "that") && !self.has(at + 2, TIME) {
                    return at + 1;
                }
                if self.is_quote(at + 1) {
                    break;
                }
                // "in Sunday's Record"
                if self.has(at + 1, TIME)
                    && self.is_possessive(at + 2)
                    && let Some(object) = self.phrase_at(at + 3, ceiling, true)
                {
                    at = object.end;
                    continue;
                }
                if self.has(at + 1, TIME) || self.kind(at + 1) == Some(Kind::Number) {
                    at += 2;
                    continue;
                }
                let timed = !matches!(self.word(at), "for" | "of" | "about" | "against" | "with");
                if self.has(at + 1, ING) && !self.has(at + 1, CUE) && timed {
                    // "after visiting a school"
                    at += 2;
                    if let Some(object) = self.phrase_at(at, ceiling, true) {
                        at = object.end;
                    }
                    continue;
                }
                if let Some(object) = self.phrase_at(at + 1, ceiling, true) {
                    at = object.end + usize::from(self.is_title(object.end));
                    continue;
                }
            }
            break;
        }
        at
    }

    /// True for the title of a programme or paper at `at`, a marked stretch after a possessive or a name: "on the station's “Good Morning”".
    pub(super) fn is_title(&self, at: usize) -> bool {
        let Some(unit) = self.units.get(at).filter(|u| u.is_quote()) else { return false };
        at > 0
            && (self.is_possessive(at - 1) || self.units[at - 1].is_name() || self.has(at - 1, super::lexicon::WORK_NOUN))
            && wording::is_title_case(self.text, unit.span)
            && wording::words(self.text, unit.span) <= 6
            && !unit.span.of(self.text).trim_end_matches(['"', '”', '\'', '’']).ends_with(['.', '!', '?'])
    }

    /// Back past a time that stands between subject and verb: "on Friday", "a month later", "this past week".
    pub(super) fn before_time(&self, at: usize, floor: usize) -> usize {
        let mut n = at;
        while n > floor
            && at - n < 6
            && (self.has(n - 1, TIME) && !self.is_possessive(n) || self.kind(n - 1) == Some(Kind::Number) && n > floor + 1 && self.has(n - 2, TIME))
        {
            n -= 1;
        }
        if n == at || n <= floor {
            return at;
        }
        if n > floor && (self.has(n - 1, PREPOSITION) || matches!(self.word(n - 1), "this" | "a" | "the" | "past" | "that")) {
            n -= 1;
            if n > floor && matches!(self.word(n - 1), "this" | "in" | "on" | "over") {
                n -= 1;
            }
        }
        n
    }

    /// True where a finite clause seems to start at `at`: a subject and, right after it, a finite verb.
    pub(super) fn clause_at(&self, at: usize, ceiling: usize) -> bool {
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
                return self.quote_opens(n).is_some_and(|f| f & (PAST | THIRD | AUXILIARY | MODAL) != 0);
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
    pub(super) fn is_plain_clause(&self, at: usize, ceiling: usize) -> bool {
        let Some(subject) = self.phrase_at(at, ceiling, true) else { return false };
        let mut n = subject.end;
        while n < ceiling && self.is_adverb(n) {
            n += 1;
        }
        self.has(n, PAST | THIRD | AUXILIARY | MODAL) && self.kind(n) == Some(Kind::Word)
            || self.kind(n) == Some(Kind::Clitic) && self.has(n, AUXILIARY)
            || self.has(n, BASE) && !self.has(n, NOUNISH)
    }

    /// What the first marked word of the stretch at `at` can be, where it is in lower case: “would say anything”.
    pub(super) fn quote_opens(&self, at: usize) -> Option<Flags> {
        let word = self.word(at).trim_start_matches(|c: char| !c.is_alphanumeric());
        let end = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        let lower = word.starts_with(char::is_lowercase) && self.is_quote(at);
        lower.then(|| super::lexicon::flags(&word[..end]))
    }

    /// True where `range` holds more than a name or a pronoun: "Ortiz", "the mayor of Rome" and "him" say nothing of what was said.
    pub(super) fn says_something(&self, range: &Range) -> bool {
        range.len() > 2
            && range.clone().any(|n| {
                let unit = &self.units[n];
                unit.kind == Kind::Word
                    && !unit.capital
                    && !unit.has(DETERMINER | PREPOSITION | CONJUNCTION | PRONOUN | TITLE | PERSON_NOUN | PEOPLE_NOUN | BODY_NOUN | TIME)
            })
    }

    /// True for a finite verb that no table holds for a noun as well: "left", "would", "says".
    pub(super) fn is_finite_verb(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|u| u.kind == Kind::Word && !u.capital && (u.has(AUXILIARY | MODAL) || u.has(PAST | THIRD) && !u.has(NOUNISH)))
    }

    /// True where some finite verb stands in `range`.
    pub(super) fn has_finite(&self, range: Range) -> bool {
        range.into_iter().any(|n| {
            self.has(n, AUXILIARY | MODAL) && !self.is_possessive(n)
                || self.has(n, PAST | THIRD) && !self.has(n, NOUNISH)
                || self.has(n, PAST)
                || (self.has(n, BASE) && n > 0 && self.is_pronoun(n - 1))
                || self.kind(n) == Some(Kind::Word) && !self.units[n].capital && self.word(n).ends_with("ed") && self.word(n).len() > 4
        })
    }
}
