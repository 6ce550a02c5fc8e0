//! What the rest of Galley relies on, made sure of for every article that is read, and for every number that is written.

use std::collections::BTreeSet;

use super::imported::{ImportError, Imported};
use super::limits;
use crate::annotation::{Annotation, Layer, Value};
use crate::text::{Replacement, Span};

/// Makes sure of what the rest of Galley relies on, whatever reader gave the article: places lie in the text on borders of
/// characters, pieces are in order, no two annotations share an id, scores are between 0 and 1.
///
/// # Errors
/// If the text is longer than [`limits::TEXT`].
pub(super) fn article(mut imported: Imported) -> Result<Imported, ImportError> {
    let article = &mut imported.article;
    if article.text.len() > limits::TEXT {
        return Err(ImportError::TooLong { megabytes: article.text.len().div_ceil(1_000_000) });
    }
    let all = article.annotations.len();
    let text = &article.text;
    article.annotations.retain(|a| a.span.start() < a.span.end() && lies_in(text, a.span));
    let mut covered = 0;
    let most = limits::COVER.max(16 * text.len());
    article.annotations.retain(|a| {
        covered += a.span.len();
        covered <= most
    });
    let lost = all - article.annotations.len();
    if lost > 0 {
        imported.notes.push(format!("{lost} annotations have no place in the text and were left out"));
    }
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut renamed = 0;
    for a in &mut article.annotations {
        numbers(a);
        pieces(text, a.span, &mut a.parts);
        a.attributes.quoted_mut().retain(|q| lies_in(text, *q));
        a.edits.retain(|e| lies_in(text, e.span));
        if a.layer == Layer::Artifact
            && a.edits.is_empty()
            && let Some(fix) = a.text_attribute("fix")
        {
            a.edits = vec![Replacement { span: a.span, text: fix.to_owned() }];
        }
        if !used.insert(a.id.clone()) {
            renamed += 1;
            let mut n = renamed + 1;
            while !used.insert(format!("{}.{n}", a.id)) {
                n += 1;
            }
            a.id = format!("{}.{n}", a.id);
        }
    }
    if renamed > 0 {
        imported.notes.push(format!("{renamed} annotations had the id of another and were given one of their own"));
    }
    article.relations.retain(|r| used.contains(&r.from) && used.contains(&r.to));
    Ok(imported)
}

fn lies_in(text: &str, span: Span) -> bool {
    text.get(span.range()).is_some()
}

/// Leaves of `parts` what lies in `span`, in order and apart; nothing where only one piece is left.
fn pieces(text: &str, span: Span, parts: &mut Vec<Span>) {
    parts.retain(|p| !p.is_empty() && span.contains(*p) && lies_in(text, *p));
    parts.sort();
    let mut joined: Vec<Span> = Vec::with_capacity(parts.len());
    for part in parts.drain(..) {
        match joined.last_mut() {
            Some(last) if part.start() < last.end() => *last = last.cover(part),
            _ => joined.push(part),
        }
    }
    if joined.len() > 1 {
        *parts = joined;
    }
}

/// Makes the numbers of an annotation such that files can hold them.
pub(super) fn numbers(a: &mut Annotation) {
    a.score = score(f64::from(a.score));
    a.attributes.values_mut().for_each(finite);
}

/// A score as Galley keeps it: from 0 to 1; what is no number counts as sure.
pub(super) fn score(score: f64) -> f32 {
    if score.is_nan() { 1.0 } else { score.clamp(0.0, 1.0) as f32 }
}

/// Numbers that no JSON could hold become nothing.
fn finite(value: &mut Value) {
    match value {
        Value::Number(n) if !n.is_finite() => *value = Value::Null,
        Value::List(list) => list.iter_mut().for_each(finite),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::article::{Article, annotation};
    use super::*;
    use crate::annotation::{Relation, RelationKind};

    fn read(text: &str, spans: &[(&str, usize, usize)]) -> Imported {
        let mut made = Article::of_text("a", text);
        made.annotations = spans.iter().map(|(id, s, e)| annotation((*id).to_owned(), "PERSON", Span::new(*s, *e))).collect();
        Imported { article: made, notes: Vec::new() }
    }

    #[test]
    fn places_lie_on_characters() {
        let imported = article(read("é🚢", &[("a", 0, 2), ("b", 0, 1), ("c", 2, 9), ("d", 3, 6), ("e", 2, 2)])).unwrap();
        assert_eq!(imported.article.annotations.iter().map(|a| a.id.as_str()).collect::<Vec<_>>(), ["a"]);
        assert_eq!(imported.notes.len(), 1);
    }

    #[test]
    fn pieces_are_in_order_and_apart() {
        let mut imported = read("one two three", &[("a", 0, 13), ("b", 0, 7)]);
        imported.article.annotations[0].parts = vec![Span::new(8, 13), Span::new(0, 3), Span::new(2, 5), Span::new(12, 99)];
        imported.article.annotations[1].parts = vec![Span::new(0, 3), Span::new(1, 2)];
        let imported = article(imported).unwrap();
        assert_eq!(imported.article.annotations[0].parts, [Span::new(0, 5), Span::new(8, 13)]);
        assert!(imported.article.annotations[1].parts.is_empty());
    }

    #[test]
    fn ids_are_one_each() {
        let mut imported = read("one two", &[("a", 0, 3), ("a", 4, 7), ("a.2", 0, 7), ("b", 0, 1)]);
        let relation = |to: &str| Relation { id: String::new(), kind: RelationKind::Cue, from: "a".into(), to: to.into() };
        imported.article.relations = vec![relation("b"), relation("gone")];
        let imported = article(imported).unwrap();
        let ids: BTreeSet<&str> = imported.article.annotations.iter().map(|a| a.id.as_str()).collect();
        assert_eq!((ids.len(), imported.article.relations.len()), (4, 1));
    }

    #[test]
    fn scores_are_numbers() {
        assert_eq!([f64::NAN, f64::INFINITY, -3.0, 0.25].map(score), [1.0, 1.0, 0.0, 0.25]);
    }
}
