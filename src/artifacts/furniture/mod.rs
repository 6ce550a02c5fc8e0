//! Page furniture: what stands around an article on its page and is no part of its text.
//!
//! `runs` gathers the segments that the furniture model flags ([`crate::segments`]) into runs of one sort; this file makes
//! findings of them. Headline, deck, subheads, byline and timestamps belong to the article though they are no running text:
//! they are told as structure, not as damage. Without the model, the set phrases of `super::structure` are all that is known.

mod reading;
mod report;
mod runs;

use crate::segments::{FurnitureModel, is_letter};
use crate::text::{Document, Replacement, Span, SpanSet};

use super::{Category, Finding};

pub(super) use report::find;
pub use runs::Run;

/// The furniture of one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Furniture {
    /// In order; they do not overlap.
    pub runs: Vec<Run>,
}

impl Furniture {
    /// Finds the furniture of `document`; none without a model.
    #[must_use]
    pub fn of(document: &Document<'_>, model: Option<&FurnitureModel>) -> Self {
        let Some(model) = model else { return Furniture::default() };
        Furniture { runs: runs::gather(document.text(), &model.label(document), is_letter(document.text())) }
    }

    /// Leaves out what is told of a page's head or foot otherwise, and of the lines around one that breaks a sentence: they are no
    /// headline.
    pub fn leave_running_heads(&mut self, findings: &[Finding]) {
        let heads = || findings.iter().filter(|f| f.category == Category::StructRunningHead);
        let broken = heads().filter(|f| f.certain).flat_map(|f| &f.edits);
        let broken: SpanSet = broken.map(|e| Span::new(e.span.start().saturating_sub(1), e.span.end() + 1)).collect();
        let lines: Vec<Span> = heads().map(|f| f.span).collect();
        let line_of = |run: &Run| lines.get(lines.partition_point(|line| line.end() < run.span.end()));
        self.runs.retain(|run| !broken.overlaps(run.span) && !line_of(run).is_some_and(|line| line.contains(run.span)));
    }

    /// The runs that overlap `span` of the source.
    pub fn at(&self, span: Span) -> impl Iterator<Item = &Run> {
        let first = self.runs.partition_point(|r| r.span.end() <= span.start());
        self.runs[first..].iter().take_while(move |r| r.span.start() < span.end())
    }
}

/// Takes `span` out and closes the gap: the wider of the breaks around it stays, and where it was glued to what stands around
/// it, a paragraph ends.
pub(super) fn removal(text: &str, span: Span) -> Replacement {
    let before = text[..span.start()].trim_end();
    let after = text[span.end()..].trim_start();
    let (from, to) = (before.len(), text.len() - after.len());
    let (left, right) = (&text[from..span.start()], &text[span.end()..to]);
    let breaks = |gap: &str| gap.bytes().filter(|b| *b == b'\n').count();
    if before.is_empty() {
        return Replacement { span: Span::new(span.start(), to), text: String::new() };
    }
    if after.is_empty() {
        return Replacement { span: Span::new(from, span.end()), text: String::new() };
    }
    if left.is_empty() || right.is_empty() {
        // Glued on one side at least. A sentence that goes on after it needs a blank alone.
        let goes_on = after.starts_with(char::is_lowercase);
        let gap = if goes_on { " " } else { "\n\n" };
        return Replacement { span: Span::new(from, to), text: gap.to_owned() };
    }
    if breaks(left) >= breaks(right) {
        Replacement { span: Span::new(span.start(), to), text: String::new() }
    } else {
        Replacement { span: Span::new(from, span.end()), text: String::new() }
    }
}

#[cfg(test)]
mod tests;
