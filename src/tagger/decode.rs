//! The best tags for a sequence, and how sure they are.

/// The best valid tags of one sequence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decoded {
    /// One a token.
    pub tags: Vec<u8>,
    /// For each token, the probability of its tag, from 0 to 1, over all valid taggings of the sequence.
    pub confidence: Vec<f32>,
}

/// Transition scores in a form that both training and decoding read: a list of the valid predecessors of each tag.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Chain {
    /// The count of tags.
    pub(super) tags: usize,
    /// Scores of starting and ending with each tag; minus infinity where it may not.
    pub(super) start: Vec<f32>,
    pub(super) end: Vec<f32>,
    /// Every valid step, by the tag that it leads to.
    steps: Vec<Step>,
    /// For each tag, where its steps start; then their count.
    bounds: Vec<u32>,
    /// The exponentials of `start` and `end`.
    starts: Vec<f32>,
    ends: Vec<f32>,
}

/// One tag after another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) from: u8,
    pub(super) score: f32,
    /// The exponential of the score.
    weight: f32,
}

/// Room that one decoding leaves for the next.
#[derive(Clone, Debug, Default)]
pub struct Room {
    weights: Vec<f32>,
    forward: Vec<f32>,
    backward: Vec<f32>,
    earlier: Vec<f32>,
    /// What [`Chain::marginals`] finds: the probability of every tag at every token.
    pub(super) marginals: Vec<f32>,
    back: Vec<u8>,
    scores: Vec<f32>,
    next: Vec<f32>,
}

/// e to the power of `x`, to six digits: the same bits on every machine, and quicker than the exact one.
fn exp(x: f32) -> f32 {
    /// Adding and subtracting this rounds to a whole number.
    const ROUND: f32 = 12_582_912.0;
    if x < -87.0 {
        return 0.0;
    }
    let power = x.min(87.0) * std::f32::consts::LOG2_E;
    let whole = (power + ROUND) - ROUND;
    let rest = (power - whole) * std::f32::consts::LN_2;
    let series = 1.0 + rest * (1.0 + rest * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest * (1.0 / 120.0 + rest * (1.0 / 720.0))))));
    series * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

impl Chain {
    /// From the scores of starting and ending with each tag, and for each tag those that may stand before it, with the score of that step.
    pub(super) fn new(start: Vec<f32>, end: Vec<f32>, before: impl Iterator<Item = Vec<(u8, f32)>>) -> Self {
        let mut chain =
            Chain { tags: start.len(), starts: start.iter().map(|s| exp(*s)).collect(), ends: end.iter().map(|e| exp(*e)).collect(), ..Chain::default() };
        (chain.start, chain.end) = (start, end);
        for steps in before {
            chain.bounds.push(chain.steps.len() as u32);
            chain.steps.extend(steps.into_iter().map(|(from, score)| Step { from, score, weight: exp(score) }));
        }
        chain.bounds.push(chain.steps.len() as u32);
        chain
    }

    /// The steps that lead to `tag`.
    pub(super) fn before(&self, tag: usize) -> &[Step] {
        &self.steps[self.bounds[tag] as usize..self.bounds[tag + 1] as usize]
    }

    /// The tags with the highest score. `emissions` has one score a tag for every token, token by token.
    pub(super) fn best(&self, emissions: &[f32], room: &mut Room) -> Vec<u8> {
        let count = self.tags;
        let n = emissions.len() / count;
        let Room { back, scores, next, .. } = room;
        back.clear();
        back.resize(emissions.len(), 0);
        scores.clear();
        scores.extend(self.start.iter().zip(emissions).map(|(s, e)| s + e));
        next.clear();
        next.resize(count, 0.0);
        for at in 1..n {
            for tag in 0..count {
                let mut best = (f32::NEG_INFINITY, 0);
                for step in self.before(tag) {
                    let score = scores[usize::from(step.from)] + step.score;
                    if score > best.0 {
                        best = (score, step.from);
                    }
                }
                next[tag] = best.0 + emissions[at * count + tag];
                back[at * count + tag] = best.1;
            }
            std::mem::swap(scores, next);
        }
        let mut tag = 0;
        let mut best = f32::NEG_INFINITY;
        for (t, score) in scores.iter().enumerate() {
            if score + self.end[t] > best {
                best = score + self.end[t];
                tag = t;
            }
        }
        let mut tags = vec![0; n];
        for at in (0..n).rev() {
            tags[at] = tag as u8;
            tag = usize::from(back[at * count + tag]);
        }
        tags
    }

    /// The probability of every tag at every token, over all taggings that `allowed` (one bit a tag) leaves, into `room.marginals`;
    /// the logarithm of the sum is returned. `transitions`, where asked, gets the expected count of every (from, to).
    pub(super) fn marginals(&self, emissions: &[f32], allowed: Option<&[u32]>, mut transitions: Option<&mut [f32]>, room: &mut Room) -> f64 {
        let tags = self.tags;
        let n = emissions.len() / tags;
        let Room { weights, forward, backward, earlier, marginals: result, .. } = room;
        for list in [&mut *weights, &mut *forward, &mut *result] {
            list.clear();
            list.resize(emissions.len(), 0.0);
        }
        let mut log_sum = 0.0f64;
        for at in 0..n {
            let row = &emissions[at * tags..(at + 1) * tags];
            let most = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            log_sum += f64::from(most);
            for (weight, score) in weights[at * tags..(at + 1) * tags].iter_mut().zip(row) {
                *weight = exp(score - most);
            }
            if let Some(allowed) = allowed {
                for tag in (0..tags).filter(|tag| allowed[at] & (1 << tag) == 0) {
                    weights[at * tags + tag] = 0.0;
                }
            }
        }
        for at in 0..n {
            let (before, row) = forward.split_at_mut(at * tags);
            let row = &mut row[..tags];
            if at == 0 {
                row.iter_mut().zip(&self.starts).zip(&*weights).for_each(|((f, s), w)| *f = s * w);
            } else {
                let before = &before[(at - 1) * tags..];
                for (tag, cell) in row.iter_mut().enumerate() {
                    let reached: f32 = self.before(tag).iter().map(|step| before[usize::from(step.from)] * step.weight).sum();
                    *cell = reached * weights[at * tags + tag];
                }
            }
            let sum: f32 = row.iter().sum();
            let scale = 1.0 / sum.max(f32::MIN_POSITIVE);
            row.iter_mut().for_each(|f| *f *= scale);
            log_sum += f64::from(sum.max(f32::MIN_POSITIVE)).ln();
        }
        // What follows from each tag on; each row scaled on its own.
        backward.clear();
        backward.extend_from_slice(&self.ends);
        for at in (0..n).rev() {
            let row = at * tags..(at + 1) * tags;
            let mut sum = 0.0;
            for tag in 0..tags {
                result[row.start + tag] = forward[row.start + tag] * backward[tag];
                sum += result[row.start + tag];
            }
            if at + 1 == n {
                log_sum += f64::from(sum.max(f32::MIN_POSITIVE)).ln();
            }
            let scale = 1.0 / sum.max(f32::MIN_POSITIVE);
            result[row].iter_mut().for_each(|r| *r *= scale);
            if at == 0 {
                break;
            }
            earlier.clear();
            earlier.resize(tags, 0.0);
            let mut total = 0.0;
            for tag in 0..tags {
                let after = weights[at * tags + tag] * backward[tag];
                if after > 0.0 {
                    for step in self.before(tag) {
                        earlier[usize::from(step.from)] += step.weight * after;
                        total += forward[(at - 1) * tags + usize::from(step.from)] * step.weight * after;
                    }
                }
            }
            if let Some(expected) = transitions.as_deref_mut() {
                let scale = 1.0 / total.max(f32::MIN_POSITIVE);
                for tag in 0..tags {
                    let after = weights[at * tags + tag] * backward[tag];
                    for step in self.before(tag) {
                        let from = usize::from(step.from);
                        expected[from * tags + tag] += forward[(at - 1) * tags + from] * step.weight * after * scale;
                    }
                }
            }
            let most = earlier.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
            earlier.iter_mut().for_each(|e| *e /= most);
            std::mem::swap(backward, earlier);
        }
        log_sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_exponential_is_right_to_six_digits() {
        for n in -8600..8600 {
            let x = n as f32 / 100.0;
            let (quick, exact) = (f64::from(exp(x)), f64::from(x).exp());
            assert!((quick / exact - 1.0).abs() < 2e-5, "{x}: {quick} for {exact}");
        }
        assert_eq!(exp(f32::NEG_INFINITY), 0.0);
        assert_eq!(exp(0.0), 1.0);
    }
}
