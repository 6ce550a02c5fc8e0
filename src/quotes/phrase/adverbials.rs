//! Time, place and occasion beside a verb: "late Friday", "in a statement", "at a rally".

use crate::quotes::cues::{CUE, ING};
use crate::quotes::lexicon::{ADVERB, DETERMINER, PREPOSITION, TIME};
use crate::quotes::row::Row;
use crate::quotes::unit::Kind;

impl Row<'_> {
    /// Past adverbs, days, times and phrases of place or occasion that start at `at`: "late Friday", "in a statement", "at a rally".
    pub(in crate::quotes) fn past_adverbials(&self, at: usize, ceiling: usize) -> usize {
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

    /// Back past a time that stands between subject and verb: "on Friday", "a month later", "this past week".
    pub(in crate::quotes) fn before_time(&self, at: usize, floor: usize) -> usize {
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
}
