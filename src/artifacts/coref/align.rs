//! Explains the places of one chain together: each was written a fixed number of words after a mention that survived.
//!
//! A program that replaces mentions in a list of tokens and never corrects its indices writes each replacement as many
//! elements too far to the right as earlier replacements made the list shorter. Along a chain that distance grows, never
//! shrinks. So the distances of one chain are the states of a hidden Markov chain, and whether a place was overwritten
//! is summed out over all of them.

use super::candidates::{Candidate, Phrase};
use super::reading::{Class, Reading};

/// The largest distance that is looked for, in words.
const FARTHEST: usize = 64;

/// Of so many words, replacements make the list shorter by one at most.
const SHORTENING: usize = 8;
/// Log odds against a distance that the text before is too short for.
const IMPOSSIBLE: f32 = -2.0;

/// How a candidate fits its chain.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fit {
    /// What the other places of the chain add to its log odds.
    pub(super) gain: f32,
    /// The word that was meant to be replaced, as an index into the reading, and how many words before the candidate it stands.
    pub(super) mention: Option<(usize, usize)>,
}

/// A distribution over distances.
pub(super) type Distances = [f32; FARTHEST + 1];

/// The fit of every candidate, given its log odds from elsewhere; `presumed` says which phrases count as one element.
/// `prior` is how often each distance is expected; how often each was found comes back with the fits.
pub(super) fn align(reading: &Reading<'_>, all: &[Candidate], odds: &[f32], presumed: &[f32], prior: &Distances) -> (Vec<Fit>, Distances) {
    let places = Places::of(reading, all, presumed);
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); all.iter().map(|c| c.group as usize + 1).max().unwrap_or(0)];
    for (n, c) in all.iter().enumerate() {
        groups[c.group as usize].push(n);
    }
    let mut fits = vec![Fit::default(); all.len()];
    let mut found = [0.0; FARTHEST + 1];
    for group in groups.iter().filter(|g| g.len() > 1) {
        let (of_group, distances) = chain(reading, all, odds, group, &places, prior);
        for (index, fit) in group.iter().zip(of_group) {
            fits[*index] = fit;
        }
        found.iter_mut().zip(distances).for_each(|(sum, d)| *sum += d);
    }
    (fits, found)
}

/// What is expected before anything is known.
pub(super) const ANY: Distances = [1.0 / (FARTHEST + 1) as f32; FARTHEST + 1];

/// What is expected after `found`: that, blurred by a word to either side, and a share of every distance.
pub(super) fn expect(found: &Distances) -> Distances {
    let sum: f32 = found.iter().sum::<f32>() + 2.0;
    let mut prior = ANY.map(|p| p * 2.0 / sum);
    for (d, f) in found.iter().enumerate() {
        prior[d] += 0.6 * f / sum;
        prior[d.saturating_sub(1)] += 0.2 * f / sum;
        prior[(d + 1).min(FARTHEST)] += 0.2 * f / sum;
    }
    prior
}

/// What a surviving mention can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Personal,
    Other,
    /// A name or phrase that ends in the word with this id.
    Ends(u32),
}

struct Places {
    /// The element that each word belongs to: an overwritten phrase is one element.
    element: Vec<u32>,
    /// For each element, the mentions that start there: the word, and what it is. At most two.
    starts: Vec<[Option<(u32, Kind)>; 2]>,
    /// The share of the elements that are personal, and other, pronouns.
    personal: f32,
    other: f32,
}

impl Places {
    fn of(reading: &Reading<'_>, all: &[Candidate], odds: &[f32]) -> Self {
        let mut inside = vec![false; reading.words.len()];
        let mut written = vec![false; reading.words.len()];
        for (c, z) in all.iter().zip(odds) {
            if *z > 0.0 {
                written[c.start] = true;
                inside[c.start + 1..c.end].fill(true);
            }
        }
        let mut element = Vec::with_capacity(reading.words.len());
        let mut count = 0u32;
        for (n, word) in reading.words.iter().enumerate() {
            if !inside[n] {
                // A run of blanks was a token of its own.
                count += 1 + u32::from(word.after_gap);
            }
            element.push(count);
        }
        let mut places = Places { element, starts: vec![[None; 2]; count as usize + 1], personal: 0.0, other: 0.0 };
        let (mut personal, mut other) = (0.0f32, 0.0f32);
        for (n, word) in reading.words.iter().enumerate() {
            if inside[n] || written[n] {
                continue;
            }
            let kind = match word.class {
                Class::Function => pronoun(word.text),
                Class::Name if n == 0 || reading.words[n - 1].class != Class::Name || inside[n - 1] || written[n - 1] => {
                    Some(Kind::Ends(last_of_name(reading, n)))
                }
                _ => None,
            };
            match kind {
                Some(Kind::Personal) => personal += 1.0,
                Some(Kind::Other) => other += 1.0,
                _ => {}
            }
            if let Some(kind) = kind {
                places.put(n, kind);
                // "the White House": the mention may start at the article.
                if matches!(kind, Kind::Ends(_)) && n > 0 && reading.words[n - 1].text.eq_ignore_ascii_case("the") {
                    places.put(n - 1, kind);
                }
            }
            if word.class == Class::Function && matches!(word.text, "the" | "The" | "a" | "A" | "an" | "An" | "this" | "This" | "these")
                || word.class == Class::Number
            {
                let run = (n + 1..(n + 5).min(reading.words.len())).take_while(|m| matches!(reading.words[*m].class, Class::Open | Class::Name)).last();
                if let Some(last) = run {
                    places.put(n, Kind::Ends(reading.words[last].id));
                }
            }
        }
        let total = (count as f32).max(1.0);
        places.personal = (personal / total).max(0.002);
        places.other = (other / total).max(0.002);
        places
    }

    fn put(&mut self, word: usize, kind: Kind) {
        let slot = &mut self.starts[self.element[word] as usize];
        match slot {
            [first @ None, _] => *first = Some((word as u32, kind)),
            [Some(_), second @ None] => *second = Some((word as u32, kind)),
            _ => {}
        }
    }
}

fn pronoun(word: &str) -> Option<Kind> {
    match word {
        "he" | "she" | "him" | "his" | "her" | "himself" | "herself" | "He" | "She" | "His" | "Her" => Some(Kind::Personal),
        "they" | "them" | "their" | "They" | "Their" | "it" | "its" | "It" | "Its" => Some(Kind::Other),
        _ => None,
    }
}

fn last_of_name(reading: &Reading<'_>, start: usize) -> u32 {
    let last = (start + 1..reading.words.len()).take_while(|n| reading.words[*n].class == Class::Name && !reading.words[*n].after_line).last().unwrap_or(start);
    reading.words[last].id
}

/// Log odds that something stands at a distance because it is the mention, and not by chance.
fn matched(places: &Places, kind: Kind, phrase: Phrase, last: u32, density: f32) -> Option<f32> {
    let name = matches!(phrase, Phrase::Name | Phrase::FullName);
    let (share, chance) = match kind {
        Kind::Personal => (if name { 0.45 } else { 0.06 }, places.personal),
        Kind::Other => (if name { 0.05 } else { 0.3 }, places.other),
        Kind::Ends(id) if id == last => (if name { 0.4 } else { 0.5 }, density),
        Kind::Ends(_) => return None,
    };
    Some((share / chance).ln())
}

/// The fits of one group, and how often each distance was found in it.
fn chain(reading: &Reading<'_>, all: &[Candidate], odds: &[f32], group: &[usize], places: &Places, prior: &Distances) -> (Vec<Fit>, Distances) {
    let mut found = [0.0; FARTHEST + 1];
    let mut fits = Vec::with_capacity(group.len());
    let first = &all[group[0]];
    let last = (first.start..first.end).rev().map(|n| &reading.words[n]).find(|w| w.class != Class::Clitic).map_or(0, |w| w.id);
    let same = places.starts.iter().flatten().flatten().filter(|(_, k)| *k == Kind::Ends(last)).count();
    let density = (same as f32 / places.starts.len() as f32).max(0.002);
    const STATES: usize = FARTHEST + 1;
    // How likely each distance makes an overwritten place, against chance, and what stands there.
    let missed = (0.15f32).ln();
    let mut likelihood = vec![[missed; STATES]; group.len()];
    let mut mention = vec![[0u32; STATES]; group.len()];
    for (n, c) in group.iter().map(|n| &all[*n]).enumerate() {
        let at = places.element[c.start] as usize;
        // So early in the text the list cannot have become that much shorter.
        let reach = 2 + at / SHORTENING;
        likelihood[n][(reach + 1).min(STATES)..].fill(missed + IMPOSSIBLE);
        for d in 1..STATES.min(at + 1).min(reach + 1) {
            for (word, kind) in places.starts[at - d].iter().flatten() {
                if let Some(l) = matched(places, *kind, first.phrase, last, density).filter(|l| *l > likelihood[n][d]) {
                    likelihood[n][d] = l;
                    mention[n][d] = *word + 1;
                }
            }
        }
    }
    let weight = |n: usize, d: usize| (odds[group[n]] + likelihood[n][d]).exp();
    let forward = pass((0..group.len()).collect(), &weight, prior, &GROWS, &SHRINKS);
    let backward = pass((0..group.len()).rev().collect(), &weight, prior, &SHRINKS, &GROWS);
    for (n, index) in group.iter().enumerate() {
        let (mut written, mut natural) = (0.0f32, 0.0f32);
        let mut best = (0.0f32, 0);
        for d in 0..STATES {
            let here = forward[n][d] * backward[n][d];
            let w = here * weight(n, d);
            written += w;
            natural += here;
            if w > best.0 {
                best = (w, d);
            }
        }
        let sure = written / (written + natural).max(1e-20);
        for d in 0..STATES {
            found[d] += sure * forward[n][d] * backward[n][d] * weight(n, d) / written.max(1e-20);
        }
        let gain = (written.max(1e-20) / natural.max(1e-20)).ln() - odds[*index];
        let mention = mention[n][best.1].checked_sub(1).map(|w| (w as usize, best.1));
        fits.push(Fit { gain: gain.clamp(-6.0, 6.0), mention: mention.filter(|_| best.0 > 0.3 * written) });
    }
    (fits, found)
}

/// For each place in `order`, the distribution over distances before its own evidence, from those before it in `order`.
fn pass(order: Vec<usize>, weight: &impl Fn(usize, usize) -> f32, prior: &Distances, up: &[f32], down: &[f32]) -> Vec<Distances> {
    let mut state = *prior;
    let mut out = vec![state; order.len()];
    for n in order {
        out[n] = state;
        for (d, s) in state.iter_mut().enumerate() {
            *s *= 1.0 + weight(n, d);
        }
        let sum: f32 = state.iter().sum();
        state.iter_mut().for_each(|s| *s /= sum.max(1e-20));
        state = spread(&state, prior, up, down);
    }
    out
}

/// How the distance grows from one place of a chain to the next: mostly not at all, now and then by a word or more.
/// That it seems to shrink happens where later replacements fell in between.
const STAYS: f32 = 0.75;
const GROWS: [f32; 4] = [0.08, 0.05, 0.03, 0.02];
const SHRINKS: [f32; 2] = [0.02, 0.01];
const JUMPS: f32 = 0.04;

fn spread(state: &Distances, prior: &Distances, up: &[f32], down: &[f32]) -> Distances {
    let mut next = prior.map(|p| p * JUMPS);
    for (d, s) in state.iter().enumerate() {
        next[d] += s * STAYS;
        for (n, share) in up.iter().enumerate() {
            next[(d + n + 1).min(FARTHEST)] += s * share;
        }
        for (n, share) in down.iter().enumerate() {
            next[d.saturating_sub(n + 1)] += s * share;
        }
    }
    next
}
