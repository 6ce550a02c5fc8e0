//! Passages that articles share word for word outside quotations.

use super::model::{Passage, Place};
use super::reading::Reading;
use super::units::Unit;
use crate::fnv;
use crate::text::Span;

/// So many words in a row are no chance: fewer are names of bodies and stock phrases (reference: 300 pairs of staff-written articles).
const LEAST: usize = 12;
/// A run of words that stands in more places than this, for each article, is furniture.
const MOST: usize = 2;

/// Shared passages, each with all its places, in order.
pub(super) fn find(readings: &[Reading], units: &[Unit]) -> Vec<Passage> {
    let quoted: Vec<Vec<bool>> = readings.iter().enumerate().map(|(doc, reading)| quoted(reading, units, doc)).collect();
    let mut runs: Vec<(u64, usize, usize)> = Vec::new();
    for (doc, reading) in readings.iter().enumerate() {
        let mut free = 0;
        for (n, word) in reading.words.iter().enumerate() {
            free = if quoted[doc][n] || word.damaged { 0 } else { free + 1 };
            if free >= LEAST {
                runs.push((hash(&reading.words[n + 1 - LEAST..=n]), doc, n + 1 - LEAST));
            }
        }
    }
    runs.sort_unstable();
    let mut taken: Vec<Vec<bool>> = readings.iter().map(|r| vec![false; r.words.len()]).collect();
    let mut groups: Vec<Vec<(usize, usize)>> = runs
        .chunk_by(|x, y| x.0 == y.0)
        .filter(|same| same.len() > 1 && same.len() <= MOST * readings.len() && same[0].1 != same[same.len() - 1].1)
        .map(|same| same.iter().map(|(_, doc, at)| (*doc, *at)).collect())
        .collect();
    groups.sort_unstable();
    let mut passages = Vec::new();
    for group in groups {
        let (doc, at) = group[0];
        if taken[doc][at] || !group.iter().all(|(d, p)| alike(readings, (doc, at), (*d, *p), LEAST)) {
            continue;
        }
        let mut length = LEAST;
        while group.iter().all(|(d, p)| goes_on(readings, &quoted, (doc, at), (*d, *p), length)) {
            length += 1;
        }
        let members = group.iter().map(|(d, p)| {
            taken[*d][*p..*p + length].fill(true);
            let words = &readings[*d].words[*p..*p + length];
            Place { doc: *d, span: words.iter().map(|w| w.span).reduce(Span::cover).unwrap_or_default() }
        });
        passages.push(Passage { members: members.collect() });
    }
    passages
}

/// Which words stand in quotation marks.
fn quoted(reading: &Reading, units: &[Unit], doc: usize) -> Vec<bool> {
    let mut quoted = vec![false; reading.words.len()];
    for unit in units.iter().filter(|u| u.doc == doc && u.marked) {
        quoted[unit.words.clone()].fill(true);
    }
    quoted
}

fn alike(readings: &[Reading], a: (usize, usize), b: (usize, usize), length: usize) -> bool {
    let (x, y) = (readings[a.0].words.get(a.1..a.1 + length), readings[b.0].words.get(b.1..b.1 + length));
    x.zip(y).is_some_and(|(x, y)| x.iter().zip(y).all(|(x, y)| x.key == y.key))
}

fn goes_on(readings: &[Reading], quoted: &[Vec<bool>], a: (usize, usize), b: (usize, usize), length: usize) -> bool {
    let word = |(doc, at): (usize, usize)| readings[doc].words.get(at + length).filter(|w| !w.damaged && !quoted[doc][at + length]).map(|w| w.key);
    word(a).is_some() && word(a) == word(b)
}

/// A hash over the words' keys.
fn hash(words: &[super::words::Word]) -> u64 {
    fnv::of(words.iter().flat_map(|w| w.key.to_le_bytes()))
}
