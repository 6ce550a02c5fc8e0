//! What a hand has taken hold of in the article: words that are selected, a label, the caret, the edge of a mark.

use super::labels::Tag;
use crate::annotation::{Layer, snapped};
use crate::text::Span;

/// What is selected to be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// As it would be marked: whole words, without the marks around them.
    pub snapped: Span,
    /// Exactly what is selected.
    pub exact: Span,
}

impl Chosen {
    /// The selection `exact` of `text`, in bytes; none where there is no word in it, or it is none of the text's.
    #[must_use]
    pub fn of(text: &str, exact: Span) -> Option<Self> {
        text.get(exact.range())?;
        Some(Self { snapped: snapped(text, exact)?, exact })
    }

    /// What a label of `layer` covers: quotations and damage keep their marks, `exactly` keeps everything.
    #[must_use]
    pub fn span(self, text: &str, layer: Layer, exactly: bool) -> Span {
        if exactly {
            return self.exact;
        }
        if layer != Layer::Quote && layer != Layer::Artifact {
            return self.snapped;
        }
        // White space alone is trimmed.
        let words = self.exact.of(text);
        let start = self.exact.start() + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len()).cover(self.snapped)
    }
}

/// What goes with `span` where its words are taken out of `text`: of whole paragraphs the blank lines that follow (or, at the end,
/// come before), of words within a line one of the two spaces that would be left.
#[must_use]
pub fn taken_out(text: &str, span: Span) -> Span {
    let (start, end) = (span.start(), span.end());
    let (Some(before), Some(after)) = (text.get(..start), text.get(end..)) else { return span };
    let (at_start, at_end) = (before.is_empty() || before.ends_with('\n'), after.is_empty() || after.starts_with(['\n', '\r']));
    let blank = |rest: &str| rest.len() - rest.trim_start_matches(['\n', '\r']).len();
    if at_start && at_end {
        return match blank(after) {
            0 => Span::new(before.trim_end_matches(['\n', '\r']).len(), end),
            lines => Span::new(start, end + lines),
        };
    }
    let inside = text.get(span.range()).unwrap_or_default();
    if inside.starts_with(' ') || inside.ends_with(' ') {
        return span;
    }
    if after.starts_with(' ') && (at_start || before.ends_with(' ')) {
        return Span::new(start, end + 1);
    }
    if before.ends_with(' ') && (at_end || after.starts_with(['.', ',', ';', ':', '!', '?', ')', '”', '’'])) {
        return Span::new(start - 1, end);
    }
    span
}

/// Whether a label is in hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Paint {
    /// None is.
    #[default]
    Off,
    /// One is being chosen.
    Choosing,
    /// This one is.
    With(Tag),
}

/// Where the caret is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caret {
    /// In bytes of the text.
    pub at: usize,
    /// Where what it selects began.
    pub anchor: usize,
}

impl Caret {
    /// At byte `at`, with nothing selected.
    #[must_use]
    pub fn at(at: usize) -> Self {
        Self { at, anchor: at }
    }

    /// At byte `to`; what lies between is selected where it `extend`s.
    #[must_use]
    pub fn moved(self, to: usize, extend: bool) -> Self {
        Self { at: to, anchor: if extend { self.anchor } else { to } }
    }

    /// What it selects; empty where that is nothing.
    #[must_use]
    pub fn span(self) -> Span {
        Span::new(self.at.min(self.anchor), self.at.max(self.anchor))
    }

    /// True where it selects backwards.
    #[must_use]
    pub fn is_back(self) -> bool {
        self.at < self.anchor
    }
}

/// A handle of a mark in hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drag {
    /// True for the start of the mark.
    pub start: bool,
    /// How far beside the edge, and under the middle of its line, the pointer is, in pixels.
    pub off: (f64, f64),
    /// Where the mark would be now.
    pub span: Option<Span>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_snapped_to_words_and_a_quotation_keeps_its_marks() {
        let text = "She said “no thanks” twice.";
        let at = text.find(" “no").unwrap();
        let exact = Span::new(at, text.find(" twice").unwrap());
        let chosen = Chosen::of(text, exact).unwrap();
        assert_eq!(chosen.span(text, Layer::Entity, false).of(text), "no thanks");
        assert_eq!(chosen.span(text, Layer::Quote, false).of(text), "“no thanks”");
        assert_eq!(chosen.span(text, Layer::Entity, true).of(text), " “no thanks”");
        assert_eq!(Chosen::of(text, Span::new(0, text.len() + 4)), None);
    }

    #[test]
    fn what_is_taken_out_leaves_no_gap() {
        let without = |text: &str, words: &str| {
            let at = text.find(words).unwrap();
            let span = taken_out(text, Span::new(at, at + words.len()));
            format!("{}{}", &text[..span.start()], &text[span.end()..])
        };
        assert_eq!(without("One.\n\nSign up now.\n\nTwo.", "Sign up now."), "One.\n\nTwo.");
        assert_eq!(without("One.\n\nSign up now.", "Sign up now."), "One.");
        assert_eq!(without("Sign up.\nOne.", "Sign up."), "One.");
        assert_eq!(without("the very old mill", "very"), "the old mill");
        assert_eq!(without("the old mill.", "mill"), "the old.");
        assert_eq!(without("Well, the mill", "Well,"), "the mill");
        assert_eq!(without("the old mill", " old"), "the mill");
        assert_eq!(without("unhappy", "un"), "happy");
    }

    #[test]
    fn a_caret_selects_both_ways() {
        let caret = Caret::at(5);
        assert!(caret.span().is_empty() && !caret.is_back());
        let on = caret.moved(9, true);
        assert_eq!((on.span(), on.is_back()), (Span::new(5, 9), false));
        let back = on.moved(2, true);
        assert_eq!((back.span(), back.is_back()), (Span::new(2, 5), true));
        assert!(back.moved(3, false).span().is_empty());
    }
}
