//! Page furniture: what stands around an article on its page and is no part of its text.
//!
//! `runs` gathers the segments that the furniture model flags ([`crate::segments`]) into runs of one sort; this file makes
//! findings of them. Headline, deck, subheads, byline and timestamps belong to the article though they are no running text:
//! they are told as structure, not as damage. Without the model, the set phrases of `super::structure` are all that is known.

mod reading;
mod runs;

use super::catalogue::Category;
use super::context::Context;
use super::finding::Finding;
use super::grade::Severity;
use crate::segments::{FurnitureModel, Kind, is_letter};
use crate::text::{Document, Replacement, Span};

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

/// Tells every run.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let text = context.document.text();
    for run in &context.furniture.runs {
        let (label, what) = category(run.kind);
        let finding = Finding::new(label, run.span, message(run, what)).with_score(run.score);
        findings.push(if run.kind.is_structure() {
            finding
        } else {
            let finding = finding.propose_edits(vec![removal(text, run)]);
            if run.inside && finding.severity == Severity::Info { finding.with_severity(Severity::Low) } else { finding }
        });
    }
}

/// The category of furniture of `kind`, and what it is in a few words.
fn category(kind: Kind) -> (Category, &'static str) {
    match kind {
        Kind::Nav => (Category::StructNav, "words of the page’s menus and buttons"),
        Kind::Related => (Category::StructRelated, "links to other stories"),
        Kind::Share => (Category::StructShare, "the words of sharing buttons"),
        Kind::Ad => (Category::StructAd, "an advertisement or a plea for support"),
        Kind::Newsletter => (Category::StructNewsletter, "the invitation to a newsletter"),
        Kind::Media => (Category::StructMediaPlaceholder, "what is left of a video, sound or picture"),
        Kind::Embed => (Category::StructSocialEmbed, "a post of a social network"),
        Kind::Caption => (Category::StructCaption, "a picture’s caption"),
        Kind::Credit => (Category::StructCredit, "a credit"),
        Kind::Byline => (Category::StructByline, "who wrote the article"),
        Kind::Bio => (Category::StructBio, "who the author is"),
        Kind::Timestamp => (Category::StructTimestamp, "when the article was published"),
        Kind::Paywall => (Category::StructPaywall, "the notice that the rest is for subscribers"),
        Kind::Comments => (Category::StructComments, "readers’ comments or their form"),
        Kind::Correction => (Category::StructCorrection, "a correction by the publisher"),
        Kind::Contact => (Category::StructContact, "how to reach the publisher"),
        Kind::Tags => (Category::StructTags, "what the article is filed under"),
        Kind::Copyright => (Category::StructCopyright, "a copyright notice"),
        Kind::Headline => (Category::StructHeadlineInBody, "the headline"),
        Kind::Deck => (Category::StructDeck, "the lines that sum the article up"),
        Kind::Subhead => (Category::StructSubhead, "a heading inside the article"),
        Kind::Body | Kind::Other => (Category::StructFurniture, "a piece of the page around the article"),
    }
}

fn message(run: &Run, what: &str) -> String {
    let mut others: Vec<&str> = run.others.iter().map(|k| category(*k).1).collect();
    others.retain(|other| *other != what);
    let mut message = format!("Not the article’s text: {what}");
    if run.kind.is_structure() {
        message = format!("Part of the article’s head: {what}");
        if run.kind == Kind::Subhead {
            message = what.to_owned();
        }
    }
    for (n, other) in others.iter().enumerate() {
        message.push_str(if n + 1 == others.len() { " and " } else { ", " });
        message.push_str(other);
    }
    message
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
