//! Rules tried on articles: how often each is found, which are not, and which find the same places.

use std::collections::BTreeMap;

use super::Rules;
use super::apply::Hit;
use crate::annotation::Analysis;

/// What rules find in a number of articles.
#[derive(Clone, Debug, Default)]
pub struct Check {
    /// For each rule its places, and the articles that have any.
    pub counts: Vec<(usize, usize)>,
    /// Pairs of rules that find places which share something.
    pub overlaps: Vec<Overlap>,
    pairs: BTreeMap<(usize, usize), usize>,
}

/// Two rules that find places which share something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The number of the earlier rule.
    pub first: usize,
    /// The number of the later one.
    pub second: usize,
    /// How many pairs of places.
    pub places: usize,
}

impl Check {
    /// Counts what `rules` find in one article; gives the counts of that article, a rule each.
    pub fn add(&mut self, rules: &Rules, text: &str, analysis: &Analysis) -> Vec<usize> {
        self.take(rules, &rules.hits(text, analysis))
    }

    /// Counts the places of one article, which are in order.
    pub fn take(&mut self, rules: &Rules, hits: &[Hit]) -> Vec<usize> {
        let number = rules.as_slice().len();
        self.counts.resize(number, (0, 0));
        let mut here = vec![0; number];
        for (n, hit) in hits.iter().enumerate() {
            here[hit.rule] += 1;
            for other in hits[n + 1..].iter().take_while(|o| o.span.start() < hit.span.end()).filter(|o| o.rule != hit.rule) {
                *self.pairs.entry((hit.rule.min(other.rule), hit.rule.max(other.rule))).or_default() += 1;
            }
        }
        for (count, found) in self.counts.iter_mut().zip(&here) {
            count.0 += found;
            count.1 += usize::from(*found > 0);
        }
        self.overlaps = self.pairs.iter().map(|((first, second), places)| Overlap { first: *first, second: *second, places: *places }).collect();
        here
    }
}
