//! Page furniture: what stands around an article on its page and is no part of its text.
//!
//! `runs` gathers the segments that the furniture model flags ([`crate::segments`]) into runs of one sort; this file makes
//! findings of them. Headline, deck, subheads, byline and timestamps belong to the article though they are no running text:
//! they are told as structure, not as damage. Without the model, the set phrases of `super::structure` are all that is known.

mod reading;
mod report;
mod runs;

use crate::segments::{FurnitureModel, is_letter};
use crate::text::{Document, Replacement, Span};

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

    /// The runs that overlap `span` of the source.
    pub fn at(&self, span: Span) -> impl Iterator<Item = &Run> {
        let first = self.runs.partition_point(|r| r.span.end() <= span.start());
        self.runs[first..].iter().take_while(move |r| r.span.start() < span.end())
    }
}

/// Takes `run` out and closes the gap: the wider of the breaks around it stays, and where it was glued to what stands around
/// it, a paragraph ends.
fn removal(text: &str, run: &Run) -> Replacement {
    let before = text[..run.span.start()].trim_end();
    let after = text[run.span.end()..].trim_start();
    let (from, to) = (before.len(), text.len() - after.len());
    let (left, right) = (&text[from..run.span.start()], &text[run.span.end()..to]);
    let breaks = |gap: &str| gap.bytes().filter(|b| *b == b'\n').count();
    if before.is_empty() {
        return Replacement { span: Span::new(run.span.start(), to), text: String::new() };
    }
    if after.is_empty() {
        return Replacement { span: Span::new(from, run.span.end()), text: String::new() };
    }
    if left.is_empty() || right.is_empty() {
        // Glued on one side at least. A sentence that goes on after it needs a blank alone.
        let goes_on = after.starts_with(char::is_lowercase);
        let gap = if goes_on { " " } else { "\n\n" };
        return Replacement { span: Span::new(from, to), text: gap.to_owned() };
    }
    if breaks(left) >= breaks(right) {
        Replacement { span: Span::new(run.span.start(), to), text: String::new() }
    } else {
        Replacement { span: Span::new(from, run.span.end()), text: String::new() }
    }
}

#[cfg(test)]
mod tests;
