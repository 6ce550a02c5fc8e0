//! The structure of a text: paragraphs, sentences, tokens, and which lies in which.

use std::ops::Range;

use super::cutter::tokenise;
use super::paragraph::split_paragraphs;
use super::sentence::split_sentences;
use super::{Span, Token};

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// From its first to its last character that is not white space, in bytes.
    pub span: Span,
    /// Its tokens, as indices into [`Layout::tokens`].
    pub tokens: Range<usize>,
    /// Its sentences, as indices into [`Layout::sentences`].
    pub sentences: Range<usize>,
}

/// One sentence; it never leaves its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token, in bytes.
    pub span: Span,
    /// Its tokens, as indices into [`Layout::tokens`].
    pub tokens: Range<usize>,
    /// The paragraph that it stands in, as an index into [`Layout::paragraphs`].
    pub paragraph: usize,
}

/// Paragraphs, sentences and tokens of one text, each in order; every token lies in exactly one sentence of one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The paragraphs. One that holds no token is left out.
    pub paragraphs: Vec<Paragraph>,
    /// The sentences.
    pub sentences: Vec<Sentence>,
    /// The tokens.
    pub tokens: Vec<Token>,
}

impl Layout {
    /// Reads the structure of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut layout = Layout { tokens: tokenise(text), ..Layout::default() };
        let mut first = 0;
        for span in split_paragraphs(text) {
            let end = first + layout.tokens[first..].partition_point(|t| t.span.start() < span.end());
            if end == first {
                continue;
            }
            let paragraph = layout.paragraphs.len();
            let sentences_before = layout.sentences.len();
            for tokens in split_sentences(text, &layout.tokens, first..end) {
                let span = layout.tokens[tokens.start].span.cover(layout.tokens[tokens.end - 1].span);
                layout.sentences.push(Sentence { span, tokens, paragraph });
            }
            let span = layout.tokens[first].span.cover(layout.tokens[end - 1].span);
            layout.paragraphs.push(Paragraph { span, tokens: first..end, sentences: sentences_before..layout.sentences.len() });
            first = end;
        }
        layout
    }

    /// The tokens that overlap `span`, as indices.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|t| t.span.end() <= span.start());
        let last = self.tokens.partition_point(|t| t.span.start() < span.end());
        first..last.max(first)
    }

    /// The paragraph that holds byte `at`, or the last one that starts before it.
    #[must_use]
    pub fn paragraph_at(&self, at: usize) -> Option<usize> {
        self.paragraphs.partition_point(|p| p.span.start() <= at).checked_sub(1)
    }

    /// The sentence that holds byte `at`, or the last one that starts before it.
    #[must_use]
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        self.sentences.partition_point(|s| s.span.start() <= at).checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_has_its_sentence_and_paragraph() {
        let text = "One. Two!\n\n  \nThree (four) five.";
        let layout = Layout::of(text);
        assert_eq!(layout.paragraphs.len(), 2);
        assert_eq!(layout.sentences.len(), 3);
        assert_eq!(layout.paragraphs[1].span.of(text), "Three (four) five.");
        assert_eq!(layout.sentences.iter().map(|s| s.tokens.len()).sum::<usize>(), layout.tokens.len());
        assert_eq!(layout.tokens_in(Span::new(5, 8)), 2..3);
    }
}
