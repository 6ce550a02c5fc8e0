//! A half-open range of bytes in one text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::borders::border_before;

/// A half-open range of UTF-8 byte offsets into one text.
///
/// Both ends lie on character borders of the text that the span was made for;
/// which text that is (the source or a [`View`](super::View)) is said where the span is kept.
/// Four bytes an offset: a text may have 4 GiB.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from `start` up to, not including, `end`, in bytes.
    ///
    /// # Panics
    /// If `start > end`, or if `end` does not fit in 32 bits: both are mistakes of the caller.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span must not end before it starts: {start}..{end}");
        assert!(u32::try_from(end).is_ok(), "a text of 4 GiB or more: {end}");
        Self { start: start as u32, end: end as u32 }
    }

    /// The empty span at `at`.
    #[must_use]
    pub fn empty(at: usize) -> Self {
        Self::new(at, at)
    }

    /// First byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// True where no byte is covered.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The covered slice of `text`.
    ///
    /// # Panics
    /// If the span does not lie on character borders inside `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The same span on character borders inside `text`: an end inside a character goes to its start, one past the end to
    /// the end.
    #[must_use]
    pub fn on_borders(self, text: &str) -> Span {
        Span::new(border_before(text, self.start()), border_before(text, self.end()))
    }

    /// As a range, for slicing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// True where every byte of `other` is in `self`.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True where `at` lies inside; the end is outside.
    #[must_use]
    pub fn contains_offset(self, at: usize) -> bool {
        self.start() <= at && at < self.end()
    }

    /// True where the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covers_overlaps_and_contains() {
        let (a, b) = (Span::new(2, 5), Span::new(5, 9));
        assert!(!a.overlaps(b));
        assert_eq!(a.cover(b), Span::new(2, 9));
        assert!(a.cover(b).contains(b));
        assert!(a.contains_offset(2) && !a.contains_offset(5));
    }

    #[test]
    fn ends_go_to_the_borders_of_characters() {
        let at = |start, end| Span::new(start, end).on_borders("é🚢x");
        assert_eq!([at(0, 1), at(1, 2), at(2, 5), at(3, 6), at(6, 99)], [(0, 0), (0, 2), (2, 2), (2, 6), (6, 7)].map(|(s, e)| Span::new(s, e)));
    }

    #[test]
    #[should_panic(expected = "must not end before it starts")]
    fn refuses_a_span_that_runs_backwards() {
        let _ = Span::new(3, 2);
    }
}
