//! Repairs that the desk suggests by itself, and another article's words confirm.

use std::collections::BTreeMap;

use super::phrase::Repair;
use crate::annotation::{Annotation, Layer, Status};
use crate::story::article::Article;
use crate::story::model::{Certainty, Place, Proposal};
use crate::story::reading::Reading;
use crate::story::words::{Keys, folded};

/// Misspellings: what another article has between the same words is what is meant.
const MISSPELT: &[&str] = &["word.typo", "word.typo_entity"];
/// A wrong expansion of a short form.
const GLOSS: &str = "verbatim.gloss_error";

/// The confirmed repairs of all articles.
pub(super) fn find(articles: &[Article<'_>], readings: &[Reading], keys: &Keys) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    let places = places(articles, readings, keys);
    for (doc, article) in articles.iter().enumerate() {
        for annotation in article.analysis.annotations.iter().filter(|a| a.layer == Layer::Artifact && a.status != Status::Rejected) {
            let Some(fix) = annotation.attributes.fix() else { continue };
            if MISSPELT.contains(&annotation.label.as_str()) {
                proposals.extend(misspelt(articles, readings, doc, annotation, fix, keys.find(&folded(fix)).and_then(|key| places.get(&key))));
            } else if annotation.label == GLOSS {
                proposals.extend(gloss(articles, doc, annotation, fix));
            }
        }
    }
    proposals
}

/// Where the words stand that misspelt ones are meant for, by their keys: article and word.
fn places(articles: &[Article<'_>], readings: &[Reading], keys: &Keys) -> BTreeMap<u32, Vec<(usize, usize)>> {
    let annotations = articles.iter().flat_map(|a| &a.analysis.annotations);
    let fixes = annotations.filter(|a| MISSPELT.contains(&a.label.as_str())).filter_map(|a| a.attributes.fix());
    let mut places: BTreeMap<u32, Vec<(usize, usize)>> = fixes.filter_map(|fix| keys.find(&folded(fix))).map(|key| (key, Vec::new())).collect();
    if places.is_empty() {
        return places;
    }
    for (doc, reading) in readings.iter().enumerate() {
        for (n, word) in reading.words.iter().enumerate() {
            if let Some(found) = places.get_mut(&word.key) {
                found.push((doc, n));
            }
        }
    }
    places
}

/// One word: confirmed where another article has it beside the same word.
fn misspelt(
    articles: &[Article<'_>],
    readings: &[Reading],
    doc: usize,
    annotation: &Annotation,
    fix: &str,
    places: Option<&Vec<(usize, usize)>>,
) -> Option<Proposal> {
    let reading = &readings[doc];
    let at = reading.words_in(annotation.span);
    if at.len() != 1 {
        return None;
    }
    let at = at.start;
    let beside = |n: Option<usize>, reading: &Reading| n.and_then(|n| reading.words.get(n)).map(|w| w.key);
    let (before, after) = (beside(at.checked_sub(1), reading), beside(Some(at + 1), reading));
    let mut found: Vec<(bool, usize, usize)> = Vec::new();
    for (other, n) in places?.iter().filter(|(other, _)| *other != doc) {
        let texts = &readings[*other];
        let left = before.is_some() && beside(n.checked_sub(1), texts) == before;
        let right = after.is_some() && beside(Some(n + 1), texts) == after;
        if left || right {
            found.push((!(left && right), *other, *n));
        }
    }
    found.sort_unstable();
    let (one_side, other, n) = *found.first()?;
    let repair = Repair {
        article: &articles[doc],
        reading,
        at: at..at + 1,
        other: &articles[other],
        other_reading: &readings[other],
        from: n..n + 1,
        closed: true,
        instead: Some(fix),
    };
    let (words, insert) = repair.with_phrase();
    let support = found.iter().map(|(_, other, n)| Place { doc: *other, span: readings[*other].words[*n].span }).collect();
    let certainty = if one_side { Certainty::Likely } else { Certainty::Certain };
    let (place, insert) = super::sites::edit(reading, articles[doc].text, doc, &words, &insert);
    Some(Proposal { place, insert, certainty, support })
}

/// An editor's expansion: confirmed where another article has the name.
fn gloss(articles: &[Article<'_>], doc: usize, annotation: &Annotation, fix: &str) -> Option<Proposal> {
    let brackets = ['[', ']', '(', ')'];
    let (name, text) = (fix.trim_matches(brackets), annotation.span.of(articles[doc].text));
    let inner = text.trim_matches(brackets);
    let start = annotation.span.start() + text.find(inner)?;
    let mut support: Vec<Place> = Vec::new();
    for (other, article) in articles.iter().enumerate() {
        let mentions = article.analysis.annotations.iter().filter(|a| a.layer == Layer::Entity && a.span.of(article.text) == name);
        support.extend(mentions.map(|a| Place { doc: other, span: a.span }));
    }
    support.iter().any(|p| p.doc != doc).then(|| {
        let place = Place { doc, span: crate::text::Span::new(start, start + inner.len()) };
        Proposal { place, insert: name.to_owned(), certainty: Certainty::Likely, support }
    })
}
