//! What a short form stands for, where one article's editor has it wrong.

use super::super::article::Article;
use super::super::model::{Fact, FactReading, Place, Verdict};
use crate::annotation::{Annotation, Layer};
use crate::text::Span;

/// The finding of the desk that an editor's expansion is not the name that the initials have elsewhere.
const GLOSS: &str = "verbatim.gloss_error";

/// A fact for each wrong expansion that other places contradict, and one for the places that agree.
pub(super) fn find(articles: &[Article<'_>]) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for (doc, article) in articles.iter().enumerate() {
        for annotation in article.analysis.annotations.iter().filter(|a| a.layer == Layer::Artifact && a.label == GLOSS) {
            let Some(name) = annotation.attributes.fix().map(|fix| fix.trim_matches(['[', ']', '(', ')'])) else { continue };
            let readings: Vec<FactReading> = articles.iter().enumerate().flat_map(|(doc, article)| mentions(doc, article, name)).collect();
            if readings.iter().all(|r| r.place.doc == doc) {
                continue;
            }
            let wrong = inside(article, annotation);
            let what = short_form(article, annotation);
            let value = wrong.of(article.text).to_owned();
            let mut all = readings.clone();
            all.push(FactReading { place: Place { doc, span: wrong }, value });
            all.sort_by_key(|r| r.place);
            facts.push(Fact { what: what.clone(), verdict: Verdict::Disagree, readings: all });
            if readings.iter().any(|r| r.place.doc != readings[0].place.doc) {
                facts.push(Fact { what, verdict: Verdict::Agree, readings });
            }
        }
    }
    facts
}

/// The expansion without its brackets.
fn inside(article: &Article<'_>, annotation: &Annotation) -> Span {
    let text = annotation.span.of(article.text);
    let inner = text.trim_matches(['[', ']', '(', ')']);
    let start = annotation.span.start() + text.find(inner).unwrap_or(0);
    Span::new(start, start + inner.len())
}

/// The short form that stands before the expansion.
fn short_form(article: &Article<'_>, annotation: &Annotation) -> String {
    let left = article.text[..annotation.span.start()].trim_end();
    left.rsplit(char::is_whitespace).next().unwrap_or_default().to_owned()
}

/// The places where an article has `name`.
fn mentions(doc: usize, article: &Article<'_>, name: &str) -> Vec<FactReading> {
    article
        .analysis
        .annotations
        .iter()
        .filter(|a| a.layer == Layer::Entity && a.span.of(article.text) == name)
        .map(|a| FactReading { place: Place { doc, span: a.span }, value: name.to_owned() })
        .collect()
}
