//! Articles that are copies of one another, told by a sample of their runs of words: in time that grows with the folder.

use std::collections::{BTreeMap, HashMap};

use super::hash::Hash;

/// Words in a run: two articles that share one by chance are rare.
const RUN: usize = 5;
/// One run in so many is sampled.
const SAMPLED: u64 = 4;
/// A run that stands in more articles is the page's, and says nothing of who copied whom.
const COMMON: usize = 12;
/// An article with fewer sampled runs is too short to be judged but word for word.
const SHORT: usize = 8;

/// How two articles are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Word for word.
    Same,
    /// The second is a part of the first.
    Cut,
    /// Most of the words are the same: another version of one article.
    Version,
}

/// Two articles of which the second is a copy of the first, by their numbers. The first is the longer one, or came first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The article that is kept.
    pub first: usize,
    /// The article that says nothing new.
    pub second: usize,
    /// How they are the same.
    pub kind: Kind,
}

/// What is remembered of an article's words.
#[derive(Clone, Debug)]
pub(super) struct Sample {
    /// Of all words.
    whole: u64,
    words: usize,
    /// Hashes of sampled runs, in order, each once.
    runs: Vec<u64>,
}

impl Sample {
    pub(super) fn of(text: &str) -> Self {
        let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
        let mut whole = Hash::new();
        words.iter().for_each(|w| whole.add(w));
        let run = |run: &[String]| {
            let mut hash = Hash::new();
            run.iter().for_each(|w| hash.add(w));
            hash.finish()
        };
        let mut runs: Vec<u64> = words.windows(RUN).map(run).filter(|hash| hash.is_multiple_of(SAMPLED)).collect();
        runs.sort_unstable();
        runs.dedup();
        Self { whole: whole.finish(), words: words.len(), runs }
    }
}

/// The copies among articles; an article is the copy of one other at most.
pub(super) fn copies(samples: &[Sample]) -> Vec<Copy> {
    let mut copies: BTreeMap<usize, Copy> = BTreeMap::new();
    let mut wholes: HashMap<u64, usize> = HashMap::new();
    for (n, sample) in samples.iter().enumerate().filter(|(_, s)| s.words > 0) {
        let first = *wholes.entry(sample.whole).or_insert(n);
        if first != n {
            copies.insert(n, Copy { first, second: n, kind: Kind::Same });
        }
    }
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (n, sample) in samples.iter().enumerate().filter(|(n, _)| !copies.contains_key(n)) {
        for run in &sample.runs {
            let all = holders.entry(*run).or_default();
            if all.len() <= COMMON {
                all.push(n);
            }
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for all in holders.values().filter(|all| all.len() <= COMMON) {
        for (n, a) in all.iter().enumerate() {
            for b in &all[n + 1..] {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    // What is the page's says nothing: a cut is measured by the runs that are the article's own.
    let own = |n: usize| samples[n].runs.iter().filter(|r| holders.get(r).is_some_and(|all| all.len() <= COMMON)).count();
    for ((a, b), both) in shared {
        let (mut first, mut second) = (a, b);
        if samples[b].words > samples[a].words {
            (first, second) = (b, a);
        }
        let (long, short) = (own(first), own(second));
        if short < SHORT || copies.contains_key(&second) {
            continue;
        }
        let kind = match () {
            () if 100 * both >= 70 * long => Kind::Version,
            () if 100 * both >= 85 * short => Kind::Cut,
            () => continue,
        };
        copies.insert(second, Copy { first, second, kind });
    }
    copies.into_values().collect()
}
