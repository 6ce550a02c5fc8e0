//! Counts with their noun: "46 attorneys", "more than 5,000 troops".

use std::ops::Range;

use super::super::article::Article;
use super::super::model::Place;
use super::super::reading::Reading;
use super::super::words::Keys;
use super::sentence;
use crate::annotation::{Annotation, Layer};
use crate::lexicon::WordSet;

/// One number with what it counts.
#[derive(Clone, Debug)]
pub(super) struct Count {
    pub(super) place: Place,
    pub(super) value: f64,
    pub(super) bound: Bound,
    /// The noun, in one form.
    pub(super) head: String,
    /// The other words of its sentence; see [`sentence::content`].
    pub(super) around: Vec<(u32, bool)>,
}

/// How exactly a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    Exact,
    /// "more than"
    Above,
    /// "up to", "nearly"
    Below,
    /// "about"
    Near,
}

/// Words before a number that tell how exactly it is meant.
const BOUNDS: &[(&[&str], Bound)] = &[
    (&["more", "than"], Bound::Above),
    (&["at", "least"], Bound::Above),
    (&["over"], Bound::Above),
    (&["fewer", "than"], Bound::Below),
    (&["less", "than"], Bound::Below),
    (&["up", "to"], Bound::Below),
    (&["as", "many", "as"], Bound::Below),
    (&["nearly"], Bound::Below),
    (&["almost"], Bound::Below),
    (&["under"], Bound::Below),
    (&["about"], Bound::Near),
    (&["around"], Bound::Near),
    (&["roughly"], Bound::Near),
    (&["some"], Bound::Near),
    (&["approximately"], Bound::Near),
];

/// Nouns whose numbers are ages, spans of time, measures and shares: they differ for good reasons (reference, trap 17).
const NO_HEADS: WordSet = WordSet::new(
    "am century day decade degree foot hour inch kilometer kilometre meter metre mile minute month percent pm point pound second time vote week year \
     year-old",
);

/// Words between a number and its noun.
const FARTHEST: usize = 5;

/// All counts of all articles.
pub(super) fn find(articles: &[Article<'_>], readings: &[Reading], keys: &Keys) -> Vec<Count> {
    articles.iter().zip(readings).enumerate().flat_map(|(doc, (article, reading))| of_article(doc, article, reading, keys)).collect()
}

fn of_article(doc: usize, article: &Article<'_>, reading: &Reading, keys: &Keys) -> Vec<Count> {
    let other = |a: &&Annotation| a.layer == Layer::Entity && matches!(a.label.as_str(), "DATE" | "TIME" | "MONEY" | "PERCENT");
    let mut barred = vec![false; reading.words.len()];
    for annotation in article.analysis.annotations.iter().filter(other) {
        barred[reading.words_in(annotation.span)].fill(true);
    }
    (0..reading.words.len()).filter(|at| !barred[*at]).filter_map(|at| count(doc, article, reading, keys, at)).collect()
}

fn count(doc: usize, article: &Article<'_>, reading: &Reading, keys: &Keys, at: usize) -> Option<Count> {
    let word = &reading.words[at];
    let value = word.value.filter(|v| *v >= 2.0 && !word.damaged)?;
    let text = |n: usize| keys.text(reading.words[n].key);
    // "No. 2", "52-48", "$5": a rank, a result, an amount.
    if at > 0 && matches!(text(at - 1), "no" | "number" | "$" | "£" | "€" | "¥") {
        return None;
    }
    let (from, to) = (word.span.start(), word.span.end());
    if article.text[..from].ends_with(['-', '–', ':', '/', '#']) || article.text[to..].starts_with(['-', '–', ':', '/']) {
        return None;
    }
    let head = head(reading, keys, at)?;
    let mut form = text(head);
    form = form.strip_suffix('s').filter(|f| f.len() >= 3 && !f.ends_with('s')).unwrap_or(form);
    if NO_HEADS.has(form) {
        return None;
    }
    let (bound, first) = bound(reading, keys, at);
    let phrase: Range<usize> = first..head + 1;
    let span = reading.words[first].span.cover(reading.words[head].span);
    Some(Count { place: Place { doc, span }, value, bound, head: form.to_owned(), around: sentence::content(reading, at, &phrase) })
}

/// The noun that is counted: the first plural within reach, with nothing between that ends the phrase.
fn head(reading: &Reading, keys: &Keys, at: usize) -> Option<usize> {
    for n in at + 1..=(at + FARTHEST).min(reading.words.len().saturating_sub(1)) {
        let word = &reading.words[n];
        let ends = word.sentence != reading.words[at].sentence || word.function || word.damaged || word.value.is_some() || !reading.marks_before(n).is_empty();
        if ends {
            return None;
        }
        let form = keys.text(word.key);
        let plural =
            form.len() >= 4 && form.ends_with('s') && !form.ends_with("ss") && !form.ends_with("us") && !form.ends_with('\'') || IRREGULAR.contains(&form);
        if plural && form != "'s" {
            return Some(n);
        }
    }
    None
}

/// Plurals without an s.
const IRREGULAR: &[&str] = &["children", "men", "people", "police", "women"];

fn bound(reading: &Reading, keys: &Keys, at: usize) -> (Bound, usize) {
    for (words, bound) in BOUNDS {
        if let Some(first) = at.checked_sub(words.len())
            && words.iter().enumerate().all(|(n, w)| keys.text(reading.words[first + n].key) == *w)
        {
            return (*bound, first);
        }
    }
    (Bound::Exact, at)
}
