//! From runs of furniture to findings.

use super::{Run, removal};
use crate::artifacts::catalogue::Category;
use crate::artifacts::context::Context;
use crate::artifacts::finding::Finding;
use crate::artifacts::grade::Severity;
use crate::segments::Kind;

/// Tells every run.
pub(in crate::artifacts) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let text = context.document.text();
    for run in &context.furniture.runs {
        let (label, what) = category(run.kind);
        let finding = Finding::new(label, run.span, message(run, what)).with_score(run.score);
        findings.push(if run.kind.is_structure() {
            finding
        } else {
            let finding = finding.propose_edits(vec![removal(text, run.span)]);
            if run.inside && finding.severity == Severity::Info { finding.with_severity(Severity::Low) } else { finding }
        });
    }
}

/// The category of furniture of `kind`, and what it is in a few words.
pub(super) fn category(kind: Kind) -> (Category, &'static str) {
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
