//! The lines that the detectors of structure look at.

use crate::artifacts::Context;
use crate::text::Paragraph;

/// The paragraphs of the view with their text.
pub(super) struct Lines<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) text: &'a str,
    pub(super) paragraphs: &'a [Paragraph],
}

impl<'a> Lines<'a> {
    pub(super) fn of(context: &'a Context<'a>) -> Self {
        Self { context, text: context.view.text(), paragraphs: &context.view.layout().paragraphs }
    }

    pub(super) fn paragraph(&self, n: usize) -> &'a str {
        self.paragraphs[n].span.of(self.text)
    }

    /// True where the furniture model has told paragraph `n`, or most of it.
    pub(super) fn is_told(&self, n: usize) -> bool {
        let span = self.context.view.to_source(self.paragraphs[n].span);
        let told: usize = self.context.furniture.at(span).map(|r| r.span.end().min(span.end()) - r.span.start().max(span.start())).sum();
        told * 2 > span.len()
    }

    pub(super) fn words(&self, n: usize) -> usize {
        self.paragraph(n).split_whitespace().take(200).count()
    }
}

/// True where `text` ends a sentence: a stop, closing marks after it allowed.
pub(super) fn is_finished(text: &str) -> bool {
    let bare = text.trim_end().trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    bare.ends_with(['.', '!', '?', '…', ':', ';'])
}

/// Compares the start of `text` with `start`, ASCII case ignored.
pub(super) fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.len() >= start.len() && text.as_bytes()[..start.len()].eq_ignore_ascii_case(start.as_bytes())
}
