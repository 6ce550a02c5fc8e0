//! How often rules are found, in the article on the desk and in the kept ones, counted one article after the other.

use super::article::Article;
use super::count;
use crate::rules::{Rule, Rules};
use crate::text::Span;

/// Places that are shown with the words around them.
const SHOWN_HERE: usize = 5;
/// The same of the kept articles, one an article.
const SHOWN_KEPT: usize = 5;
/// Characters around a place.
const AROUND: usize = 45;

/// What one rule finds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// Places in the article on the desk.
    pub(super) here: usize,
    /// Places in the kept articles.
    pub(super) kept: usize,
    /// Kept articles that have any.
    pub(super) articles: usize,
}

impl Count {
    /// "2 places in this article, 3 places in 2 kept articles"; `articles` says whether one is on the desk, and how many are kept.
    pub(super) fn told(self, (here, kept): (bool, usize)) -> String {
        let mut parts = Vec::new();
        if here {
            parts.push(format!("{} in this article", count(self.here, "place", "places")));
        }
        match (kept, self.kept) {
            (0, _) if here => {}
            (0, _) => parts.push("no article is kept here yet".to_owned()),
            (_, 0) => parts.push(if here { "none in the kept ones" } else { "no place in the kept articles" }.to_owned()),
            (_, n) => parts.push(format!("{} in {}", count(n, "place", "places"), count(self.articles, "kept article", "kept articles"))),
        }
        parts.join(", ")
    }
}

/// A place with the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sample {
    /// The title of the article; none for the one on the desk.
    pub(super) title: Option<String>,
    /// The words before, the place itself, the words behind.
    pub(super) words: [String; 3],
}

/// Counts of several rules, those of the first with samples.
#[derive(Debug, Default)]
pub(super) struct Tally {
    rules: Rules,
    /// A count each.
    pub(super) counts: Vec<Count>,
    /// Of the first rule.
    pub(super) samples: Vec<Sample>,
    /// True once the article on the desk was counted.
    here: bool,
    /// How many of the kept articles were counted.
    pub(super) counted: usize,
}

impl Tally {
    /// Begins to count these rules, whether they are on or off.
    pub(super) fn new(rules: impl IntoIterator<Item = Rule>) -> Self {
        let rules = Rules::new(rules.into_iter().map(|r| Rule { on: true, ..r }).collect());
        Self { counts: vec![Count::default(); rules.as_slice().len()], rules, ..Self::default() }
    }

    /// Counts one article more; false where there is none left.
    pub(super) fn step(&mut self, here: Option<&Article>, kept: &[Article]) -> bool {
        if self.rules.is_empty() {
            self.counted = kept.len();
            return false;
        }
        if !self.here {
            self.here = true;
            if let Some(article) = here {
                self.take(article, true);
            }
            return true;
        }
        let Some(article) = kept.get(self.counted) else { return false };
        self.counted += 1;
        self.take(article, false);
        true
    }

    fn take(&mut self, article: &Article, here: bool) {
        let hits = self.rules.places(&article.text);
        for (number, count) in self.counts.iter_mut().enumerate() {
            let places = hits.iter().filter(|h| h.rule == number).count();
            if here {
                count.here = places;
            } else {
                count.kept += places;
                count.articles += usize::from(places > 0);
            }
        }
        let shown = self.samples.len();
        let room = if here { SHOWN_HERE } else { usize::from(shown < SHOWN_HERE + SHOWN_KEPT) };
        let title = (!here).then(|| article.title.clone());
        let mut first: Vec<Span> = hits.iter().filter(|h| h.rule == 0).map(|h| h.span).collect();
        first.truncate(room);
        self.samples.extend(first.into_iter().map(|span| Sample { title: title.clone(), words: around(&article.text, span) }));
    }
}

/// The words around a place, within its line.
fn around(text: &str, span: Span) -> [String; 3] {
    let before = text[..span.start()].rsplit('\n').next().unwrap_or_default();
    let behind = text[span.end()..].split('\n').next().unwrap_or_default();
    let from = before.char_indices().rev().nth(AROUND).map_or(0, |(n, _)| n);
    let to = behind.char_indices().nth(AROUND).map_or(behind.len(), |(n, _)| n);
    let long: String = span.of(text).chars().take(4 * AROUND).collect();
    let cut = if long.len() < span.len() { "…" } else { "" };
    let (open, close) = (if from > 0 { "…" } else { "" }, if to < behind.len() { "…" } else { "" });
    [format!("{open}{}", &before[from..]), format!("{long}{cut}"), format!("{}{close}", &behind[..to])]
}
