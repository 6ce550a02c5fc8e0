//! A share of those asked: "42%", "six in 10".

use crate::quotes::lexicon::DETERMINER;
use crate::quotes::row::{Range, Row};
use crate::quotes::unit::Kind;

impl Row<'_> {
    /// A share of those asked that ends before `end`: "42%", "six in 10", "nearly nine out of 10", "all but two", "another".
    pub(in crate::quotes) fn share_before(&self, end: usize, floor: usize) -> Option<Range> {
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
}
