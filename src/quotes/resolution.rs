//! From the words that name a source to who that is.

use super::draft::{Draft, How, Source};
use super::lexicon::{BODY_NOUN, DOCUMENT_NOUN, PEOPLE_NOUN, flags};
use super::{Quotation, QuoteKind, SourceType, Speaker};
use crate::entities::Entities;
use crate::text::Layout;

/// Finishes the drafts: speakers resolved, reasons said, in order of place.
pub(super) fn resolve(text: &str, layout: &Layout, mut drafts: Vec<Draft>, entities: &Entities) -> Vec<Quotation> {
    let _ = layout;
    drafts.sort_by_key(|d| (d.span.start(), d.span.end()));
    let mut groups: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    drafts
        .into_iter()
        .map(|d| {
            let next = groups.len();
            let group = *groups.entry(d.group).or_insert(next);
            let speaker = d.source.as_ref().map(|s| speaker(text, entities, s));
            let (rule, score) = rule(&d);
            let reason = String::new();
            Quotation { span: d.span, kind: d.kind, group, quoted: d.quoted, cue: d.cue, speaker, addressee: d.addressee, rule, reason, score }
        })
        .collect()
}

fn rule(d: &Draft) -> (&'static str, f32) {
    match (&d.source, d.kind) {
        (_, QuoteKind::Scare) => ("quotes.scare", 0.6),
        (_, QuoteKind::Title) => ("quotes.title", 0.6),
        (Some(Source { how: How::Cue(_), .. }), _) => ("quotes.cue", 0.9),
        (Some(_), _) => ("quotes.other", 0.7),
        _ => ("quotes.marks", 0.5),
    }
}

fn speaker(text: &str, entities: &Entities, source: &Source) -> Speaker {
    let mention = entities.mentions_in(source.span).first();
    let words = source.span.of(text);
    let head = words.split_whitespace().next_back().unwrap_or_default();
    let f = flags(head);
    let source_type = if f & DOCUMENT_NOUN != 0 {
        SourceType::Document
    } else if f & PEOPLE_NOUN != 0 {
        SourceType::Collective
    } else if f & BODY_NOUN != 0 {
        SourceType::Organisation
    } else {
        SourceType::Named
    };
    Speaker { span: source.span, resolved: mention.map(|m| entities.entities[m.entity].name.clone()), entity: mention.map(|m| m.entity), source_type }
}
