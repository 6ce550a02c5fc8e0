//! What each sign weighs: a logistic regression over the log-odds of the frame's rate and the signs, with a little L2.

use galley::quotes::{SIGNS, Signs, log_odds};

/// A use of which it is known whether it reports something.
pub(super) struct Example {
    /// The rate of its frame, counted in other documents, from 0 to 1.
    pub(super) rate: f64,
    pub(super) signs: Signs,
    pub(super) reports: bool,
}

/// The weights, in log-odds: of every sign, of the log-odds of the rate, and what stands by itself.
#[derive(Clone, Default)]
pub(super) struct Weights {
    signs: Vec<f64>,
    rate: f64,
    always: f64,
}

/// What a weight costs, by its square and for all examples together.
const L2: f64 = 3.0;
/// Steps down the gradient: the weights do not move any more after some hundreds.
const STEPS: usize = 1500;
const RATE: f64 = 2.0;
const MOMENTUM: f64 = 0.9;

/// Fits the weights to `examples`.
pub(super) fn fit(examples: &[Example]) -> Weights {
    // One row: the signs, the rate, and what is always there.
    let width = SIGNS.len() + 2;
    let rows: Vec<(Vec<usize>, f64, f64)> = examples.iter().map(|e| (e.signs.members().collect(), log_odds(e.rate), f64::from(u8::from(e.reports)))).collect();
    let (mut weights, mut speed) = (vec![0.0; width], vec![0.0; width]);
    for _ in 0..STEPS {
        let mut gradient: Vec<f64> = weights.iter().map(|w| L2 * w).collect();
        for (signs, rate, reports) in &rows {
            let sum = signs.iter().map(|n| weights[*n]).sum::<f64>() + weights[width - 2] * rate + weights[width - 1];
            let error = 1.0 / (1.0 + (-sum).exp()) - reports;
            for n in signs {
                gradient[*n] += error;
            }
            gradient[width - 2] += error * rate;
            gradient[width - 1] += error;
        }
        for n in 0..width {
            speed[n] = MOMENTUM * speed[n] - RATE * gradient[n] / rows.len().max(1) as f64;
            weights[n] += speed[n];
        }
    }
    Weights { signs: weights[..SIGNS.len()].to_vec(), rate: weights[width - 2], always: weights[width - 1] }
}

/// The lines of the table: the weights in hundredths, sorted by name, without those that weigh nothing.
pub(super) fn table(weights: &Weights) -> Vec<String> {
    let others = [("rate", weights.rate), ("always", weights.always)];
    let mut lines: Vec<String> = SIGNS
        .iter()
        .copied()
        .zip(weights.signs.iter().copied())
        .chain(others)
        .map(|(name, weight)| (name, (weight * 100.0).round() as i32))
        .filter(|(_, weight)| *weight != 0)
        .map(|(name, weight)| format!("{name}\t{weight}\n"))
        .collect();
    lines.sort_unstable();
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_that_speaks_for_a_report_weighs_more_than_one_that_speaks_against_it() {
        let example = |signs, reports| Example { rate: 0.5, signs, reports };
        let mut examples = Vec::new();
        for n in 0..200 {
            examples.push(example(Signs::only(0), n % 10 != 0));
            examples.push(example(Signs::only(1), n % 10 == 0));
        }
        let weights = fit(&examples);
        assert!(weights.signs[0] > 1.0 && weights.signs[1] < -1.0);
        assert!(weights.signs[2].abs() < 1e-9, "a sign that was never seen weighs nothing");
        let lines = table(&weights);
        assert!(lines.iter().any(|l| l.starts_with(SIGNS[0])) && !lines.iter().any(|l| l.starts_with(SIGNS[2])));
    }
}
