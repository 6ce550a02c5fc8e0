//! What one article quotes and another tells in its own words.

use std::collections::BTreeMap;

use super::claims::Candidate;
use super::ground::Ground;
use super::seeds;
use super::verdict::{self, Speakers};

/// Of the words that tell something in a reported clause, so many stand in the quotation (reference: .6 of 1.2 in a hundred quotations).
const TOLD: f32 = 0.6;
/// A clause with fewer of them can be about anything.
const LEAST: usize = 4;

/// A marked quotation and the reported clause of another article that tells it: same speaker, most of its words. Each clause has one at most.
pub(super) fn find(ground: &Ground<'_>) -> Vec<Candidate> {
    let units = ground.units;
    let pairs = seeds::candidates(units, ground.readings, ground.keys, |x, y| x.marked != y.marked);
    let mut best: BTreeMap<(usize, usize), (f32, Candidate)> = BTreeMap::new();
    for (a, b) in pairs.into_iter().filter(|(a, b)| ground.speakers(*a, *b) == Speakers::Same) {
        let clause = if units[a].marked { b } else { a };
        let likeness = verdict::likeness(ground.stretch(a), ground.stretch(b), ground.keys);
        let reading = &ground.readings[units[clause].doc];
        let words = ground.stretch(clause).words;
        // In an overwritten article a name that the quotation has not may stand over other words.
        let matched: Vec<usize> =
            likeness.blocks.iter().flat_map(|block| &block.matches).flat_map(|m| if clause == a { m.a..m.a_end() } else { m.b..m.b_end() }).collect();
        let tells = |n: &usize| !words[*n].function && !words[*n].damaged;
        let kept = matched.iter().filter(|n| tells(n)).count();
        let all = (0..words.len()).filter(|n| tells(n) && !(reading.overwritten && words[*n].name && !matched.contains(n))).count();
        let share = kept as f32 / all.max(1) as f32;
        let whose = |doc: usize| if clause == a { (a, doc) } else { (b, doc) };
        if all >= LEAST && share >= TOLD {
            let key = whose(units[if clause == a { b } else { a }].doc);
            let candidate = Candidate { a, b, likeness, other_speaker: false };
            match best.get(&key) {
                Some((other, _)) if *other >= share => {}
                _ => {
                    best.insert(key, (share, candidate));
                }
            }
        }
    }
    best.into_values().map(|(_, candidate)| candidate).collect()
}
