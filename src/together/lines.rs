//! The lines that recur, as a list for a person.

use std::collections::BTreeSet;

use super::Together;
use super::units::units;
use crate::text::order;

/// A line, or a sentence within lines, that stands in several articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurring {
    /// As it stands in the first of them.
    pub words: String,
    /// In how many articles it stands.
    pub articles: usize,
    /// The ids of the first of them.
    pub first: Vec<String>,
    /// False where names, numbers or dates differ from article to article.
    pub exact: bool,
    /// True for a whole line.
    pub line: bool,
}

impl Together {
    /// What recurs in `texts`, those that were gathered and in the same order; what stands in most articles first, then what comes first. What is quoted
    /// and who wrote it is left out, as everywhere here.
    #[must_use]
    pub fn lines<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Vec<Recurring> {
        let mut seen = BTreeSet::new();
        let mut lines: Vec<Recurring> = Vec::new();
        for text in texts {
            let mut end = 0;
            for unit in units(text) {
                let Some((places, exact)) = self.find(&unit) else { continue };
                // The sentences of a line that recurs are part of it.
                if unit.span.start() < end {
                    continue;
                }
                end = unit.span.end();
                let key = if exact { unit.exact } else { unit.near.unwrap_or(unit.exact) };
                if !seen.insert(key) {
                    continue;
                }
                lines.push(Recurring {
                    words: unit.span.of(text).to_owned(),
                    articles: places.articles as usize,
                    first: places.first.iter().take(places.articles as usize).map(|n| self.id(*n as usize).to_owned()).collect(),
                    exact,
                    line: unit.line,
                });
            }
        }
        order::sort_by(&mut lines, |line| u128::MAX - line.articles as u128);
        lines
    }
}
