//! Which stretches are worth aligning: those that share two words in a row, or a rare word.
//!
//! What many places share says nothing, so that the work grows with the words and not with the pairs of quotations.

use super::reading::Reading;
use super::units::Unit;
use super::words::{Keys, Word};

/// A seed that more units than this have joins none of them, for each article of the story.
const COMMON: usize = 12;

/// Pairs of units of two articles that share a seed, each once, in order. Indices into `units`.
pub(super) fn candidates(units: &[Unit], readings: &[Reading], keys: &Keys, of_interest: impl Fn(&Unit, &Unit) -> bool) -> Vec<(usize, usize)> {
    let house = |word: &Word| u64::from(keys.form(word.key).house);
    let mut seeds: Vec<(u64, u32)> = Vec::new();
    for (n, unit) in units.iter().enumerate() {
        let words = unit.words_of(&readings[unit.doc]);
        for word in words.iter().filter(|w| !w.function && !w.damaged && !w.name) {
            seeds.push((house(word) << 32 | u64::from(u32::MAX), n as u32));
        }
        for pair in words.windows(2).filter(|p| p.iter().all(|w| !w.damaged) && p.iter().any(|w| !w.function)) {
            seeds.push((house(&pair[0]) << 32 | house(&pair[1]), n as u32));
        }
        if words.len() < 3 {
            for word in words.iter().filter(|w| !w.damaged) {
                seeds.push((house(word) << 32 | u64::from(u32::MAX), n as u32));
            }
        }
    }
    seeds.sort_unstable();
    seeds.dedup();
    let most = COMMON * readings.len();
    let mut pairs = Vec::new();
    for same in seeds.chunk_by(|x, y| x.0 == y.0).filter(|same| same.len() <= most) {
        for (n, (_, i)) in same.iter().enumerate() {
            for (_, j) in &same[n + 1..] {
                let (i, j) = (*i as usize, *j as usize);
                if units[i].doc != units[j].doc && of_interest(&units[i], &units[j]) {
                    pairs.push((i, j));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let bags: Vec<Vec<(u32, u32)>> = units.iter().map(|unit| bag(unit, readings, keys)).collect();
    let weights: Vec<u32> = bags.iter().map(|bag| bag.iter().map(|(_, weight)| weight).sum()).collect();
    pairs.retain(|(i, j)| {
        let (shared, lighter) = (common(&bags[*i], &bags[*j]), weights[*i].min(weights[*j]));
        shared >= SHARED || 2 * shared >= lighter
    });
    pairs
}

/// Stretches are aligned where they share words of so much weight, in tenths, small words apart; or half of the lighter one's.
const SHARED: u32 = 14;

/// The words of a unit that tell something, each once with its weight in tenths, by what all their spellings share.
fn bag(unit: &Unit, readings: &[Reading], keys: &Keys) -> Vec<(u32, u32)> {
    let words = unit.words_of(&readings[unit.doc]).iter().filter(|w| !w.function && !w.damaged);
    let mut bag: Vec<(u32, u32)> = words.map(|w| (keys.form(w.key).house, (w.weight * 10.0).round() as u32)).collect();
    bag.sort_unstable();
    bag.dedup_by_key(|(key, _)| *key);
    bag
}

/// The weight of what two bags share.
fn common(a: &[(u32, u32)], b: &[(u32, u32)]) -> u32 {
    let (mut i, mut j, mut weight) = (0, 0, 0);
    while let (Some((x, w)), Some((y, v))) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                weight += (*w).max(*v);
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    weight
}
