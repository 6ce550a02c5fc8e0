//! The quotations of an article, cut into the pieces that are compared.

use std::collections::BTreeMap;
use std::ops::Range;

use super::article::Article;
use super::reading::Reading;
use super::words::Word;
use crate::annotation::{Annotation, Layer, RelationKind, Status, attribute};
use crate::text::Span;

/// One quotation, or one marked part of it.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Which article.
    pub(super) doc: usize,
    /// Index of its annotation in the analysis.
    pub(super) annotation: usize,
    /// With its marks, in bytes of the source.
    pub(super) span: Span,
    /// Its words, as indices into the article's.
    pub(super) words: Range<usize>,
    /// In quotation marks, or told.
    pub(super) marked: bool,
    /// Who said it.
    pub(super) speaker: Speaker,
    /// How it was made known.
    pub(super) medium: Option<&'static str>,
}

/// Who said a quotation, as its article has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Speaker {
    /// The canonical name; none for one without a name.
    pub(super) name: Option<String>,
    /// The id of the entity in the article's analysis.
    pub(super) entity: Option<String>,
    /// What the article calls one whom it names and who may be one of two there.
    pub(super) called: Option<String>,
    /// The article has the name there, and no pronoun or document for it.
    pub(super) told: bool,
}

impl Unit {
    /// Its words in `reading`, its article's.
    pub(super) fn words_of<'r>(&self, reading: &'r Reading) -> &'r [Word] {
        &reading.words[self.words.clone()]
    }
}

/// Quotations of fewer words than this are compared whole or not at all.
pub(super) const SHORT: usize = 3;

/// The units of an article, in order. What a person rejected, titles of works and quotations within quotations are none.
pub(super) fn of(doc: usize, article: &Article<'_>, reading: &Reading) -> Vec<Unit> {
    let annotations = &article.analysis.annotations;
    let speakers = speakers(article);
    let mut beside: Vec<Span> =
        annotations.iter().filter(|a| a.layer == Layer::Quote && a.text_attribute(attribute::KIND) != Some("indirect")).map(|a| a.span).collect();
    beside.sort_unstable();
    let mut units: Vec<Unit> = Vec::new();
    for (n, annotation) in annotations.iter().enumerate() {
        if annotation.layer != Layer::Quote || annotation.status == Status::Rejected {
            continue;
        }
        let kind = annotation.text_attribute(attribute::KIND).unwrap_or("direct");
        let (pieces, marked): (&[Span], bool) = match kind {
            "title" => continue,
            "indirect" => (std::slice::from_ref(&annotation.span), false),
            "mixed" if !annotation.attributes.quoted().is_empty() => (annotation.attributes.quoted(), true),
            _ => (annotation.pieces(), true),
        };
        let speaker = speakers.get(annotation.id.as_str()).cloned().unwrap_or_default();
        let medium = medium(article.text, annotation.span, &beside);
        for span in pieces {
            let words = reading.words_in(*span);
            if words.is_empty() {
                continue;
            }
            units.push(Unit { doc, annotation: n, span: *span, words, marked, speaker: speaker.clone(), medium });
        }
    }
    units.sort_by_key(|u| (u.span.start(), std::cmp::Reverse(u.span.end())));
    without_inner(units)
}

/// Quotations within a marked one belong to it.
fn without_inner(units: Vec<Unit>) -> Vec<Unit> {
    let mut kept: Vec<Unit> = Vec::with_capacity(units.len());
    let mut end = 0;
    for unit in units {
        if unit.marked && unit.span.end() <= end {
            continue;
        }
        if unit.marked {
            end = unit.span.end();
        }
        kept.push(unit);
    }
    kept
}

/// The speaker of each quotation, by the quotation's id.
fn speakers<'a>(article: &Article<'a>) -> BTreeMap<&'a str, Speaker> {
    let by_id: BTreeMap<&str, &Annotation> = article.analysis.annotations.iter().filter(|a| a.layer == Layer::Speaker).map(|a| (a.id.as_str(), a)).collect();
    let mut speakers = BTreeMap::new();
    for relation in article.analysis.relations.iter().filter(|r| r.kind == RelationKind::Speaker) {
        if let Some(speaker) = by_id.get(relation.to.as_str()) {
            let name = speaker.text_attribute(attribute::RESOLVED).map(str::to_owned);
            let entity = speaker.attributes.entity().map(str::to_owned);
            let said = speaker.span.of(article.text);
            let surname = name.as_deref().and_then(|n| n.split_whitespace().next_back());
            let named = speaker.text_attribute("source_type") == Some("named");
            let called = (named && name.is_none()).then(|| said.to_owned());
            let told = speaker.text_attribute("source_type") == Some("named") && surname.is_some_and(|surname| said.contains(surname));
            speakers.insert(relation.from.as_str(), Speaker { name, entity, called, told });
        }
    }
    for annotation in article.analysis.annotations.iter().filter(|a| a.layer == Layer::Quote) {
        // What a person wrote holds.
        if let Some(said) = annotation.attributes.speaker() {
            speakers.insert(annotation.id.as_str(), Speaker { name: said.map(str::to_owned), entity: None, called: None, told: said.is_some() });
        }
    }
    speakers
}

/// Words beside a quotation that tell how it was made known, and what that is.
const MEDIA: &[(&str, &str)] = &[
    ("tweet", "tweet"),
    ("twitter", "tweet"),
    ("statement", "statement"),
    ("interview", "interview"),
    ("news conference", "news conference"),
    ("press conference", "news conference"),
    ("press release", "statement"),
    ("told reporters", "news conference"),
    ("letter", "letter"),
    ("email", "letter"),
    ("e-mail", "letter"),
    ("memo", "letter"),
    ("speech", "speech"),
    ("testimony", "testimony"),
    ("testified", "testimony"),
    ("facebook", "post"),
    ("instagram", "post"),
    ("blog", "post"),
];

/// So many bytes before and after a quotation are looked at for its medium.
const BESIDE: usize = 120;

/// Quotations before one that are looked at for its neighbour.
const NEAR: usize = 8;

/// What the words around a quotation, up to the next one and within its paragraph, say of its medium.
fn medium(text: &str, span: Span, marked: &[Span]) -> Option<&'static str> {
    // Those that start after it, in order; of those before it, the ones that are near.
    let next = marked.partition_point(|s| s.start() < span.end());
    let earlier = marked[..next].iter().rev().take(NEAR).map(|s| s.end()).filter(|end| *end <= span.start()).max();
    let before = earlier.unwrap_or(0).max(span.start().saturating_sub(BESIDE));
    let after = marked.get(next).map_or(text.len(), |s| s.start()).min(span.end() + BESIDE);
    let beside = Span::new(before.min(span.start()), after.max(span.end())).on_borders(text);
    let (left, right) = (&text[beside.start()..span.start()], &text[span.end()..beside.end()]);
    let left = left.rsplit("\n\n").next().unwrap_or(left);
    let right = right.split("\n\n").next().unwrap_or(right);
    let beside = format!("{left} {right}").to_lowercase();
    MEDIA.iter().find(|(word, _)| beside.contains(word)).map(|(_, medium)| *medium)
}
