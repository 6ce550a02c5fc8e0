//! Training: maximum conditional likelihood by FTRL-Proximal (McMahan et al. 2013, "Ad click prediction: a view from the
//! trenches"), whose L1 term leaves most weights at exactly zero. Deterministic: one thread, a fixed order from a seed.

use super::decode::{Chain, Room};
use super::model::{Model, Row};
use super::{Sequence, TagSet};
use crate::random::Random;

/// A sequence with what is known of its tags.
#[derive(Clone, Debug)]
pub struct Example {
    /// Its features.
    pub sequence: Sequence,
    /// For each token, the tags that it may have, one bit a tag (tag 0 is bit 0). More than one where the annotation leaves it open.
    pub allowed: Vec<u32>,
    /// Scores that are added to those of the features: one a tag for every token. Empty for none.
    pub base: Vec<f32>,
    /// How much it counts; 1 unless something speaks for more or less.
    pub weight: f32,
}

impl Example {
    /// A sequence whose tags are all known.
    #[must_use]
    pub fn new(sequence: Sequence, tags: Vec<usize>) -> Self {
        Example { sequence, allowed: tags.into_iter().map(|t| 1 << t).collect(), base: Vec::new(), weight: 1.0 }
    }
}

/// How to train.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Features are folded to this many bits, at most 24.
    pub bits: u32,
    /// Passes over the examples.
    pub epochs: usize,
    /// A feature that occurs less often than this in the examples is left out.
    pub minimum_count: u32,
    /// The learning rate (alpha).
    pub rate: f32,
    /// How much it costs that a weight is not zero: more of it makes smaller models.
    pub l1: f32,
    /// How much a large weight costs.
    pub l2: f32,
    /// Extra score for wrong tags while training ("softmax-margin"); 0 for none.
    pub margin: f32,
    /// The share of features that is hidden from each token in each pass, so that no single one is leaned on.
    pub dropout: f32,
    /// Trainings with different orders and different hidden features; the model is their average.
    pub runs: usize,
    /// The weights of each training are the average of those after so many of its last passes; at least 1.
    pub average: usize,
    /// The largest weight of a narrow row, in steps: fewer steps make smaller models.
    pub levels: f32,
    /// Weights under so many steps are dropped.
    pub floor: f32,
    /// Where the order of the examples comes from.
    pub seed: u64,
    /// Write the loss of every pass on standard error.
    pub verbose: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            bits: 20,
            epochs: 10,
            minimum_count: 2,
            rate: 0.1,
            l1: 0.3,
            l2: 0.0,
            margin: 0.0,
            dropout: 0.0,
            runs: 1,
            average: 1,
            levels: 63.0,
            floor: 0.5,
            seed: 1,
            verbose: false,
        }
    }
}

/// Weights under FTRL-Proximal: what the updates need, and the weights that follow from it.
struct Ftrl {
    z: Vec<f32>,
    n: Vec<f32>,
    w: Vec<f32>,
    rate: f32,
    l1: f32,
    l2: f32,
}

impl Ftrl {
    fn new(size: usize, rate: f32, l1: f32, l2: f32) -> Self {
        Ftrl { z: vec![0.0; size], n: vec![0.0; size], w: vec![0.0; size], rate, l1, l2 }
    }

    fn update(&mut self, first: usize, gradient: &[f32]) {
        let range = first..first + gradient.len();
        let (z, n, w) = (&mut self.z[range.clone()], &mut self.n[range.clone()], &mut self.w[range]);
        for i in 0..gradient.len() {
            let g = gradient[i];
            let more = n[i] + g * g;
            let root = more.sqrt();
            let sigma = (root - n[i].sqrt()) / self.rate;
            z[i] += g - sigma * w[i];
            n[i] = more;
            let past = (z[i].abs() - self.l1).max(0.0);
            w[i] = -z[i].signum() * past / ((1.0 + root) / self.rate + self.l2);
        }
    }
}

/// Learns a model with `tags` from `examples`. The model's weights are quantised already: it is what [`Model::to_bytes`] keeps.
#[must_use]
pub fn train(tags: &TagSet, examples: &[Example], options: &Options) -> Model {
    let count = tags.len();
    let mask = (1u32 << options.bits.min(24)) - 1;
    // Which features to keep, and a dense number for each.
    let mut counts = vec![0u32; mask as usize + 1];
    for example in examples {
        for at in 0..example.sequence.len() {
            for feature in example.sequence.features(at) {
                let slot = &mut counts[(feature & mask) as usize];
                *slot = slot.saturating_add(1);
            }
        }
    }
    let mut rows = 0u32;
    let numbers: Vec<u32> = counts
        .iter()
        .map(|c| {
            if *c < options.minimum_count.max(1) {
                return u32::MAX;
            }
            rows += 1;
            rows - 1
        })
        .collect();
    drop(counts);

    let (mut sum, mut sum_moves) = (vec![0.0f32; rows as usize * count], vec![0.0f32; (count + 2) * count]);
    let runs = options.runs.max(1);
    let average = options.average.clamp(1, options.epochs.max(1));
    for run in 0..runs {
        let mut weights = Ftrl::new(rows as usize * count, options.rate, options.l1, options.l2);
        // The chain is small and dense: no L1 on it.
        let mut moves = Ftrl::new((count + 2) * count, options.rate, 0.0, options.l2);
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut random = Random::new(options.seed + run as u64);
        let mut scratch = Scratch::default();
        for epoch in 0..options.epochs {
            for i in (1..order.len()).rev() {
                order.swap(i, (random.bits() % (i as u64 + 1)) as usize);
            }
            let mut loss = 0.0;
            for n in &order {
                loss += scratch.step(tags, &examples[*n], options, &numbers, mask, &mut weights, &mut moves, &mut random);
            }
            if epoch + average >= options.epochs {
                sum.iter_mut().zip(&weights.w).for_each(|(s, w)| *s += w);
                sum_moves.iter_mut().zip(&moves.w).for_each(|(s, w)| *s += w);
            }
            if options.verbose {
                let kept = weights.w.iter().filter(|w| **w != 0.0).count();
                eprintln!("pass {}: loss {:.5} a sequence, {kept} weights", epoch + 1, loss / examples.len().max(1) as f64);
            }
        }
    }
    let share = 1.0 / (runs * average) as f32;
    sum.iter_mut().chain(&mut sum_moves).for_each(|s| *s *= share);
    let features = (0..=mask).filter_map(|bucket| {
        let number = numbers[bucket as usize];
        if number == u32::MAX {
            return None;
        }
        let row = &sum[number as usize * count..(number as usize + 1) * count];
        row.iter().any(|w| *w != 0.0).then(|| Row { bucket, weights: row.to_vec() })
    });
    Model::quantised(tags.clone(), mask, features.collect(), &chain(tags, &sum_moves), (options.levels, options.floor))
}

/// The transition scores of `w`: from, to; then the starts, then the ends.
fn chain(tags: &TagSet, w: &[f32]) -> Chain {
    let count = tags.len();
    let or_never = |ok: bool, score: f32| if ok { score } else { f32::NEG_INFINITY };
    let before = (0..count).map(|to| (0..count).filter(|from| tags.may_follow(*from, to)).map(|from| (from as u8, w[from * count + to])).collect());
    Chain::new(
        (0..count).map(|t| or_never(tags.may_start(t), w[count * count + t])).collect(),
        (0..count).map(|t| or_never(tags.may_end(t), w[(count + 1) * count + t])).collect(),
        before,
    )
}

/// Room that one step leaves for the next.
#[derive(Default)]
struct Scratch {
    emissions: Vec<f32>,
    /// The rows of each token that this step sees.
    rows: Vec<u32>,
    starts: Vec<usize>,
    free: Room,
    gold: Room,
}

impl Scratch {
    /// One step down the gradient of one example; its loss.
    #[expect(clippy::too_many_arguments, reason = "the state of the training, borrowed piece by piece")]
    fn step(
        &mut self,
        tags: &TagSet,
        example: &Example,
        options: &Options,
        numbers: &[u32],
        mask: u32,
        weights: &mut Ftrl,
        moves: &mut Ftrl,
        random: &mut Random,
    ) -> f64 {
        let count = tags.len();
        let n = example.sequence.len();
        if n == 0 {
            return 0.0;
        }
        self.rows.clear();
        self.starts.clear();
        self.emissions.clear();
        let hidden = (f64::from(options.dropout) * u64::MAX as f64) as u64;
        for at in 0..n {
            self.starts.push(self.rows.len());
            let first = self.emissions.len();
            match example.base.get(at * count..(at + 1) * count) {
                Some(base) => self.emissions.extend_from_slice(base),
                None => self.emissions.resize(first + count, 0.0),
            }
            let scores = &mut self.emissions[first..];
            for feature in example.sequence.features(at) {
                let row = numbers[(feature & mask) as usize];
                if row == u32::MAX || (hidden > 0 && random.bits() < hidden) {
                    continue;
                }
                self.rows.push(row);
                let row = &weights.w[row as usize * count..(row as usize + 1) * count];
                scores.iter_mut().zip(row).for_each(|(s, w)| *s += w);
            }
            if options.margin > 0.0 {
                for (tag, score) in scores.iter_mut().enumerate() {
                    *score += if example.allowed[at] & (1 << tag) == 0 { options.margin } else { 0.0 };
                }
            }
        }
        self.starts.push(self.rows.len());
        let chain = chain(tags, &moves.w);
        let mut expected = vec![0.0; count * count];
        let mut observed = vec![0.0; count * count];
        let all = chain.marginals(&self.emissions, None, Some(&mut expected), &mut self.free);
        let right = chain.marginals(&self.emissions, Some(&example.allowed), Some(&mut observed), &mut self.gold);
        let difference: Vec<f32> = self.free.marginals.iter().zip(&self.gold.marginals).map(|(f, g)| (f - g) * example.weight).collect();
        for at in 0..n {
            let gradient = &difference[at * count..(at + 1) * count];
            if gradient.iter().all(|g| g.abs() < 1e-3) {
                continue;
            }
            for row in &self.rows[self.starts[at]..self.starts[at + 1]] {
                weights.update(*row as usize * count, gradient);
            }
        }
        if n > 1 {
            let steps: Vec<f32> = expected.iter().zip(&observed).map(|(e, o)| (e - o) * example.weight).collect();
            for from in 0..count {
                let row = &steps[from * count..(from + 1) * count];
                if row.iter().any(|g| g.abs() > 1e-4) {
                    moves.update(from * count, row);
                }
            }
        }
        moves.update(count * count, &difference[..count]);
        moves.update((count + 1) * count, &difference[(n - 1) * count..]);
        all - right
    }
}
