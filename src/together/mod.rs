//! What many articles say together: a line that stands in several articles of a folder belongs to the page and not to the
//! article, and an article that stands there twice is to be counted once.
//!
//! Two passes. The first takes from each article the hashes of its lines and sentences ([`units`]) and a sample of its runs of
//! words ([`copies`]); no text is kept. Then [`Together`] knows what recurs, and marks it in each article.

mod copies;
mod hash;
mod lines;
mod mark;
mod units;

use std::collections::HashMap;

use copies::Sample;
pub use copies::{Copy, Kind};
pub use lines::Recurring;
use units::{Unit, units};

/// In so many articles a line stands before it is called part of the page.
pub const ARTICLES: usize = 3;
/// So many articles are named with what stands in them.
const NAMED: usize = 3;

/// What is remembered of one article after the first pass.
#[derive(Clone, Debug)]
struct Seen {
    id: String,
    /// Hashes of what it says, each once.
    exact: Vec<u64>,
    near: Vec<u64>,
}

/// The first pass: takes articles one after the other.
#[derive(Clone, Debug, Default)]
pub struct Gathering {
    seen: Vec<Seen>,
    samples: Vec<Sample>,
}

impl Gathering {
    /// Takes one article in.
    pub fn add(&mut self, id: &str, text: &str) {
        let units = units(text);
        let once = |hash: fn(&Unit) -> Option<u64>| {
            let mut all: Vec<u64> = units.iter().filter_map(hash).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        self.seen.push(Seen { id: id.to_owned(), exact: once(|u| Some(u.exact)), near: once(|u| u.near) });
        self.samples.push(Sample::of(text));
    }

    /// What the articles say together.
    #[must_use]
    pub fn finish(self) -> Together {
        let copies = copies::copies(&self.samples);
        // Of articles that are the same one only the first counts.
        let mut counts = Counts::default();
        for (number, seen) in self.seen.iter().enumerate() {
            if !copies.iter().any(|c| c.second == number) {
                counts.add(number as u32, seen);
            }
        }
        let articles = self.seen.len();
        let keep = |map: HashMap<u64, Where>| map.into_iter().filter(|(_, w)| w.articles as usize >= ARTICLES).collect();
        Together { exact: keep(counts.exact), near: keep(counts.near), ids: self.seen.into_iter().map(|s| s.id).collect(), articles, copies }
    }
}

/// In how many articles something stands, and the first of them.
#[derive(Clone, Copy, Debug, Default)]
struct Where {
    articles: u32,
    first: [u32; NAMED],
}

#[derive(Default)]
struct Counts {
    exact: HashMap<u64, Where>,
    near: HashMap<u64, Where>,
}

impl Counts {
    fn add(&mut self, number: u32, seen: &Seen) {
        for (map, hashes) in [(&mut self.exact, &seen.exact), (&mut self.near, &seen.near)] {
            for hash in hashes {
                let place = map.entry(*hash).or_default();
                if let Some(free) = place.first.get_mut(place.articles as usize) {
                    *free = number;
                }
                place.articles += 1;
            }
        }
    }
}

/// What a number of articles say together.
#[derive(Clone, Debug, Default)]
pub struct Together {
    exact: HashMap<u64, Where>,
    near: HashMap<u64, Where>,
    ids: Vec<String>,
    articles: usize,
    copies: Vec<Copy>,
}

impl Together {
    /// Articles that are copies of one another, each pair once, in order: by numbers, from 0, in the order in which they came.
    #[must_use]
    pub fn copies(&self) -> &[Copy] {
        &self.copies
    }

    /// The id of article `number`.
    #[must_use]
    pub fn id(&self, number: usize) -> &str {
        self.ids.get(number).map_or("", String::as_str)
    }

    /// In how many articles what `unit` says stands, and the first of them; and whether word for word.
    fn find(&self, unit: &Unit) -> Option<(Where, bool)> {
        let exact = self.exact.get(&unit.exact).map(|w| (*w, true));
        exact.or_else(|| self.near.get(&unit.near?).map(|w| (*w, false)))
    }
}

#[cfg(test)]
mod tests;
