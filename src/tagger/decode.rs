//! The best tags for a sequence, and how sure they are.

use super::{Model, Sequence};

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
    /// For each tag, the tags that it may follow, with the score.
    pub(super) before: Vec<Vec<(u8, f32)>>,
}

impl Chain {
    /// The tags with the highest score. `emissions` has one score a tag for every token, token by token.
    pub(super) fn best(&self, emissions: &[f32]) -> Vec<u8> {
        let n = emissions.len() / self.tags;
        let mut back = vec![0u8; emissions.len()];
        let mut scores: Vec<f32> = (0..self.tags).map(|t| self.start[t] + emissions.get(t).copied().unwrap_or(0.0)).collect();
        let mut next = vec![0.0; self.tags];
        for at in 1..n {
            for tag in 0..self.tags {
                let mut best = (f32::NEG_INFINITY, 0);
                for (from, score) in &self.before[tag] {
                    let score = scores[usize::from(*from)] + score;
                    if score > best.0 {
                        best = (score, *from);
                    }
                }
                next[tag] = best.0 + emissions[at * self.tags + tag];
                back[at * self.tags + tag] = best.1;
            }
            std::mem::swap(&mut scores, &mut next);
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
            tag = usize::from(back[at * self.tags + tag]);
        }
        tags
    }

    /// The probability of every tag at every token, over all taggings that `allowed` (one bit a tag) leaves; with the
    /// logarithm of the sum. `transitions`, where asked, gets the expected count of every (from, to).
    pub(super) fn marginals(&self, emissions: &[f32], allowed: Option<&[u32]>, mut transitions: Option<&mut [f32]>) -> (Vec<f32>, f64) {
        let tags = self.tags;
        let n = emissions.len() / tags;
        let mut weights = vec![0.0f32; emissions.len()];
        let mut log_sum = 0.0f64;
        for at in 0..n {
            let row = &emissions[at * tags..(at + 1) * tags];
            let most = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            log_sum += f64::from(most);
            for tag in 0..tags {
                let ok = allowed.is_none_or(|a| a[at] & (1 << tag) != 0);
                weights[at * tags + tag] = if ok { (row[tag] - most).exp() } else { 0.0 };
            }
        }
        // exp of the transition scores once a call: they are few.
        let steps: Vec<Vec<(usize, f32)>> = self.before.iter().map(|b| b.iter().map(|(f, s)| (usize::from(*f), s.exp())).collect()).collect();
        let mut forward = vec![0.0f32; emissions.len()];
        for at in 0..n {
            for tag in 0..tags {
                let reached: f32 = if at == 0 { self.start[tag].exp() } else { steps[tag].iter().map(|(from, s)| forward[(at - 1) * tags + from] * s).sum() };
                forward[at * tags + tag] = reached * weights[at * tags + tag];
            }
            let sum: f32 = forward[at * tags..(at + 1) * tags].iter().sum();
            let scale = 1.0 / sum.max(f32::MIN_POSITIVE);
            forward[at * tags..(at + 1) * tags].iter_mut().for_each(|f| *f *= scale);
            log_sum += f64::from(sum.max(f32::MIN_POSITIVE)).ln();
        }
        // What follows from each tag on; each row scaled on its own.
        let mut backward: Vec<f32> = self.end.iter().map(|e| e.exp()).collect();
        let mut result = vec![0.0f32; emissions.len()];
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
            let mut earlier = vec![0.0f32; tags];
            let mut total = 0.0;
            for tag in 0..tags {
                let after = weights[at * tags + tag] * backward[tag];
                if after > 0.0 {
                    for (from, s) in &steps[tag] {
                        earlier[*from] += s * after;
                        total += forward[(at - 1) * tags + from] * s * after;
                    }
                }
            }
            if let Some(expected) = transitions.as_deref_mut() {
                let scale = 1.0 / total.max(f32::MIN_POSITIVE);
                for tag in 0..tags {
                    let after = weights[at * tags + tag] * backward[tag];
                    for (from, s) in &steps[tag] {
                        expected[from * tags + tag] += forward[(at - 1) * tags + from] * s * after * scale;
                    }
                }
            }
            let most = earlier.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
            earlier.iter_mut().for_each(|e| *e /= most);
            backward = earlier;
        }
        (result, log_sum)
    }
}

impl Model {
    /// The best valid tags for `sequence`. `base`, where given, has a score a tag for every token, token by token,
    /// which is added to what the features say: the scores of an earlier stage, for example.
    #[must_use]
    pub fn decode(&self, sequence: &Sequence, base: Option<&[f32]>) -> Decoded {
        let mut emissions = Vec::new();
        self.scores(sequence, &mut emissions);
        if let Some(base) = base {
            emissions.iter_mut().zip(base).for_each(|(e, b)| *e += b);
        }
        self.decode_scores(&emissions)
    }

    /// The best valid tags for tokens with these scores, one a tag for every token, token by token.
    #[must_use]
    pub fn decode_scores(&self, emissions: &[f32]) -> Decoded {
        let chain = self.chain();
        if emissions.is_empty() {
            return Decoded::default();
        }
        let tags = chain.best(emissions);
        let (marginals, _) = chain.marginals(emissions, None, None);
        let confidence = tags.iter().enumerate().map(|(at, tag)| marginals[at * chain.tags + usize::from(*tag)]).collect();
        Decoded { tags, confidence }
    }
}
