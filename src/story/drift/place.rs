//! From words to places of the source.

use std::ops::Range;

use super::super::model::Place;
use super::super::reading::Reading;
use crate::text::Span;

/// One side of a comparison: a stretch of one article's words, and the bytes it may cover.
#[derive(Clone, Debug)]
pub(super) struct Side<'r> {
    pub(super) doc: usize,
    pub(super) reading: &'r Reading,
    pub(super) text: &'r str,
    /// Its words, as indices into the article's.
    pub(super) words: Range<usize>,
    /// In bytes of the source, with its quotation marks.
    pub(super) span: Span,
}

impl Side<'_> {
    /// The place of words `range`, an editor's brackets around them included; where there are none, the place between their neighbours.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        let words = &self.reading.words;
        let span = if range.is_empty() {
            let before = range.start.checked_sub(1).filter(|n| self.words.contains(n));
            Span::empty(match before {
                Some(n) => words[n].span.end(),
                None => words.get(range.start).map_or(self.span.end(), |w| w.span.start()).min(self.span.end()),
            })
        } else {
            let mut span = words[range.start].span.cover(words[range.end - 1].span);
            for mark in self.marks(range.start).filter(|m| matches!(m.sign, '[' | '(')) {
                span = span.cover(mark.span);
            }
            for mark in self.marks(range.end).filter(|m| matches!(m.sign, ']' | ')')) {
                span = span.cover(mark.span);
            }
            span
        };
        Place { doc: self.doc, span }
    }

    /// The marks directly before word `before` that lie inside the stretch.
    pub(super) fn marks(&self, before: usize) -> impl Iterator<Item = &super::super::words::Mark> {
        let inside = self.span;
        self.reading.marks_before(before).iter().filter(move |m| inside.contains(m.span))
    }

    /// As it is written.
    pub(super) fn surface(&self, word: usize) -> &str {
        self.reading.words[word].span.of(self.text)
    }

    /// The words before `at`, as far as the stretch goes, are the end of it.
    pub(super) fn is_end(&self, at: usize) -> bool {
        at >= self.words.end
    }
}
