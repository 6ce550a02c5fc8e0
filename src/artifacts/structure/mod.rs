//! What belongs around an article and not in it, where it is cut off, and where a second one begins.

mod boilerplate;
mod bullets;
mod dateline;
mod header;
pub(super) mod headline;
mod splice;
mod truncation;

use super::{Context, Finding};
use crate::text::Paragraph;

/// Finds what is not the article, and where the article is not whole.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lines = Lines::of(context);
    let before = findings.len();
    header::find(&lines, findings);
    dateline::find(&lines, findings);
    boilerplate::find(&lines, findings);
    bullets::find(&lines, findings);
    truncation::find(&lines, findings);
    let spliced = splice::find(&lines, &findings[before..]);
    findings.extend(spliced);
}

/// The paragraphs of the view with their text.
struct Lines<'a> {
    context: &'a Context<'a>,
    text: &'a str,
    paragraphs: &'a [Paragraph],
}

impl<'a> Lines<'a> {
    fn of(context: &'a Context<'a>) -> Self {
        Self { context, text: context.view.text(), paragraphs: &context.view.layout().paragraphs }
    }

    fn paragraph(&self, n: usize) -> &'a str {
        self.paragraphs[n].span.of(self.text)
    }

    /// True where the furniture model has told paragraph `n`, or most of it.
    fn is_told(&self, n: usize) -> bool {
        let span = self.context.view.to_source(self.paragraphs[n].span);
        let told: usize = self.context.furniture.at(span).map(|r| r.span.end().min(span.end()) - r.span.start().max(span.start())).sum();
        told * 2 > span.len()
    }

    fn words(&self, n: usize) -> usize {
        self.paragraph(n).split_whitespace().take(200).count()
    }
}

/// True where `text` ends a sentence: a stop, closing marks after it allowed.
fn is_finished(text: &str) -> bool {
    let bare = text.trim_end().trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    bare.ends_with(['.', '!', '?', '…', ':', ';'])
}

/// Compares the start of `text` with `start`, ASCII case ignored.
fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.len() >= start.len() && text.as_bytes()[..start.len()].eq_ignore_ascii_case(start.as_bytes())
}
