//! From the words that name a source to who that is.
//!
//! A wrong name is worse than none: a source without a name stays without one, and only a definite description, a pronoun
//! or a surname that fits one entity of the document is given its full name.

mod description;
mod found;
mod pronoun;
mod reader;
mod roles;
mod rule;
mod source;
mod words;

use std::collections::BTreeMap;

use crate::entities::Entities;
use crate::quotes::basis::Basis;
use crate::quotes::draft::Draft;
use crate::quotes::pairing::Marked;
use crate::quotes::quotation::{Quotation, Speaker};
use crate::quotes::reason;
use crate::quotes::surnames::Surnames;
use crate::text::{Layout, Span, order};
use reader::Reader;

/// Finishes the drafts: speakers resolved, reasons said, in order of place.
pub(super) fn resolve(text: &str, layout: &Layout, marked: &[Marked], mut drafts: Vec<Draft>, entities: &Entities, surnames: &Surnames) -> Vec<Quotation> {
    order::sort_by(&mut drafts, |d| order::of_place(d.span));
    let mut reader = Reader::new(text, layout, marked, entities, surnames);
    // Sources in the order in which they stand, so that what was resolved before helps with what comes after.
    let mut sources: Vec<(Span, usize)> = drafts.iter().enumerate().filter_map(|(n, d)| d.source.as_ref().map(|s| (s.span, n))).collect();
    order::sort_by(&mut sources, |(span, _)| order::of_place(*span));
    let mut resolved: BTreeMap<Span, (Speaker, Basis)> = BTreeMap::new();
    for (span, _) in sources {
        resolved.entry(span).or_insert_with(|| reader.resolve(span));
    }
    let mut groups: BTreeMap<usize, usize> = BTreeMap::new();
    drafts
        .into_iter()
        .map(|d| {
            let next = groups.len();
            let group = *groups.entry(d.group).or_insert(next);
            let found = d.source.as_ref().and_then(|s| resolved.get(&s.span).cloned());
            let (speaker, basis) = found.map_or((None, Basis::None), |(s, b)| (Some(s), b));
            let (rule, score) = rule::rule(&d, basis, rule::is_damaged(text, &d));
            let reason = reason::reason(text, &d, speaker.as_ref(), basis);
            Quotation { span: d.span, kind: d.kind, group, quoted: d.quoted, cue: d.cue, speaker, addressee: d.addressee, rule, reason, score }
        })
        .collect()
}
