//! What a word with a capital is likely to be, learned from the vectors of words that corpora have labelled: one hidden
//! layer, cross entropy, Adam (Kingma and Ba 2015). Deterministic.

use super::vectors::DIMENSIONS;
use galley::random::Random;

/// What a word may be part of: a person, an organisation, a place, a group, another name, or no name.
pub(super) const CLASSES: usize = 6;

/// Units of the hidden layer.
const HIDDEN: usize = 64;

/// A word with how often it was each of the classes.
pub(super) struct Example {
    /// Its place in the list of vectors.
    pub(super) word: usize,
    pub(super) counts: [f32; CLASSES],
}

/// The network: inputs to hidden units, hidden units to classes, with a constant at the end of each row.
pub(super) struct Network {
    inner: Vec<[f32; DIMENSIONS + 1]>,
    outer: Vec<[f32; HIDDEN + 1]>,
}

/// One weight's running means of the gradient and of its square.
type Means = (f32, f32);

impl Network {
    /// Learns from `examples` in `passes`.
    pub(super) fn train(vectors: &[[f32; DIMENSIONS]], examples: &[&Example], passes: usize, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let mut network = Network {
            inner: (0..HIDDEN).map(|_| std::array::from_fn(|_| small(&mut random, 0.3))).collect(),
            outer: (0..CLASSES).map(|_| std::array::from_fn(|_| small(&mut random, 0.2))).collect(),
        };
        let mut inner_means: Vec<[Means; DIMENSIONS + 1]> = vec![[(0.0, 0.0); DIMENSIONS + 1]; HIDDEN];
        let mut outer_means: Vec<[Means; HIDDEN + 1]> = vec![[(0.0, 0.0); HIDDEN + 1]; CLASSES];
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut steps = 0;
        for pass in 0..passes {
            for n in (1..order.len()).rev() {
                order.swap(n, (random.bits() % (n as u64 + 1)) as usize);
            }
            let rate = 0.002 * (1.0 - pass as f32 / passes as f32) + 0.0001;
            for batch in order.chunks(32) {
                let mut inner = vec![[0.0f32; DIMENSIONS + 1]; HIDDEN];
                let mut outer = vec![[0.0f32; HIDDEN + 1]; CLASSES];
                for n in batch {
                    network.gradient(&vectors[examples[*n].word], &examples[*n].counts, &mut inner, &mut outer);
                }
                steps += 1;
                let step = |weights: &mut [f32], gradient: &[f32], means: &mut [Means]| adam(weights, gradient, means, rate, steps, batch.len() as f32);
                (0..HIDDEN).for_each(|h| step(&mut network.inner[h], &inner[h], &mut inner_means[h]));
                (0..CLASSES).for_each(|c| step(&mut network.outer[c], &outer[c], &mut outer_means[c]));
            }
        }
        network
    }

    /// The hidden units and the likelihood of each class.
    fn run(&self, vector: &[f32; DIMENSIONS]) -> ([f32; HIDDEN], [f32; CLASSES]) {
        let sum = |row: &[f32], input: &[f32]| row.iter().zip(input).map(|(w, v)| w * v).sum::<f32>() + row[row.len() - 1];
        let hidden: [f32; HIDDEN] = std::array::from_fn(|h| sum(&self.inner[h], vector).max(0.0));
        let scores: [f32; CLASSES] = std::array::from_fn(|c| sum(&self.outer[c], &hidden));
        let top = scores.iter().copied().fold(f32::MIN, f32::max);
        let powers = scores.map(|s| (s - top).exp());
        let total: f32 = powers.iter().sum();
        (hidden, powers.map(|p| p / total))
    }

    /// How likely each class is for a word with this vector.
    pub(super) fn likely(&self, vector: &[f32; DIMENSIONS]) -> [f32; CLASSES] {
        self.run(vector).1
    }

    /// Adds the gradient of one word. A word that is frequent counts by the root of its count.
    fn gradient(&self, vector: &[f32; DIMENSIONS], counts: &[f32; CLASSES], inner: &mut [[f32; DIMENSIONS + 1]], outer: &mut [[f32; HIDDEN + 1]]) {
        let total: f32 = counts.iter().sum();
        let weight = total.sqrt().min(8.0);
        let (hidden, likely) = self.run(vector);
        let errors: [f32; CLASSES] = std::array::from_fn(|c| (likely[c] - counts[c] / total) * weight);
        for (gradient, error) in outer.iter_mut().zip(errors) {
            gradient.iter_mut().zip(hidden.iter().chain([&1.0])).for_each(|(g, h)| *g += error * h);
        }
        for h in (0..HIDDEN).filter(|h| hidden[*h] > 0.0) {
            let error: f32 = (0..CLASSES).map(|c| errors[c] * self.outer[c][h]).sum();
            inner[h].iter_mut().zip(vector.iter().chain([&1.0])).for_each(|(g, v)| *g += error * v);
        }
    }
}

/// One step of Adam, with a little decay of the weights.
fn adam(weights: &mut [f32], gradient: &[f32], means: &mut [Means], rate: f32, steps: i32, batch: f32) {
    let (near, far) = (1.0 - 0.9f32.powi(steps), 1.0 - 0.999f32.powi(steps));
    for ((w, g), (first, second)) in weights.iter_mut().zip(gradient).zip(means) {
        let g = g / batch + 1e-4 * *w;
        *first = 0.9 * *first + 0.1 * g;
        *second = 0.999 * *second + 0.001 * g * g;
        *w -= rate * (*first / near) / ((*second / far).sqrt() + 1e-8);
    }
}

/// A number between -`most` and `most`.
fn small(random: &mut Random, most: f32) -> f32 {
    (random.bits() >> 40) as f32 / (1u64 << 23) as f32 * most - most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learns_what_a_vector_tells() {
        // Half of the words point one way and are people, half another way and are places.
        let vectors: Vec<[f32; DIMENSIONS]> = (0..80).map(|n| std::array::from_fn(|d| if d == n % 2 { 1.0 } else { (n * d % 7) as f32 / 50.0 })).collect();
        let examples: Vec<Example> = (0..40).map(|n| Example { word: n, counts: std::array::from_fn(|c| if c == 2 * (n % 2) { 3.0 } else { 0.0 }) }).collect();
        let network = Network::train(&vectors, &examples.iter().collect::<Vec<_>>(), 600, 1);
        for (n, vector) in vectors.iter().enumerate().skip(40) {
            let likely = network.likely(vector);
            assert!((likely.iter().sum::<f32>() - 1.0).abs() < 1e-4);
            assert!(likely[2 * (n % 2)] > 0.8, "{n}: {likely:?}");
        }
    }
}
