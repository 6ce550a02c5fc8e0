//! Weighs all candidates of one document together.

use super::align::{ANY, Fit, align, expect};
use super::candidates::{Candidate, candidates};
use super::model::{DamageModel, LAST, SECOND};
use super::reading::Reading;
use crate::text::order;

/// A candidate with what the model says of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judged {
    pub(super) candidate: Candidate,
    /// How it fits the other places of its chain.
    pub(super) fit: Fit,
    /// Log odds with the rest of the document.
    pub(super) odds: f32,
}

/// Probability from log odds.
pub(super) fn sigmoid(z: f32) -> f32 {
    1.0 / (1.0 + (-z).exp())
}

/// All candidates of a document, judged, in order.
pub(super) fn judge(reading: &Reading<'_>, model: &DamageModel) -> Vec<Judged> {
    let all = candidates(reading);
    let slots: Vec<f32> = all.iter().map(|c| model.slot(reading, c)).collect();
    let seconds: Vec<f32> = evidence(reading, &all, &slots).iter().map(|e| model.weigh(e)).collect();
    let fits = align_twice(reading, &all, &seconds);
    (0..all.len()).map(|n| Judged { candidate: all[n], fit: fits[n], odds: model.settle(&last_evidence(seconds[n], slots[n], fits[n])) }).collect()
}

/// What the second reading weighs, for each candidate.
pub(super) fn evidence(reading: &Reading<'_>, all: &[Candidate], slots: &[f32]) -> Vec<[f32; SECOND]> {
    let groups = all.iter().map(|c| c.group as usize + 1).max().unwrap_or(0);
    let mut group_sum = vec![(0.0f32, 0.0f32); groups];
    let mut total = 0.0;
    let mut seen = vec![false; groups];
    for (c, z) in all.iter().zip(slots) {
        let p = sigmoid(*z);
        group_sum[c.group as usize].0 += p;
        group_sum[c.group as usize].1 += 1.0;
        total += p;
    }
    let words = reading.words.len().max(50) as f32;
    all.iter()
        .zip(slots)
        .enumerate()
        .map(|(n, (c, z))| {
            let p = sigmoid(*z);
            let (sum, count) = group_sum[c.group as usize];
            let others = if count > 1.0 { (sum - p) / (count - 1.0) } else { 0.0 };
            let density = ((total - p) * 1000.0 / words).max(0.0);
            // The strongest candidate that overlaps this one.
            let near = |m: usize| all.get(m).filter(|o| o.start < c.end && c.start < o.end).map(|_| slots[m]);
            let rival = (n.saturating_sub(8)..n).chain(n + 1..(n + 9).min(all.len())).filter_map(near).fold(-6.0f32, f32::max);
            let first = !std::mem::replace(&mut seen[c.group as usize], true);
            [
                1.0,
                *z,
                others,
                density.ln_1p(),
                (c.count as f32).ln(),
                (rival - z).clamp(-6.0, 6.0),
                if first { 1.0 } else { 0.0 },
                density.ln_1p() * *z,
                ((c.end - c.start) as f32).ln(),
                others * density.ln_1p(),
            ]
        })
        .collect()
}

/// The fits, with the lengths of the phrases that the first look takes for overwritten.
pub(super) fn align_twice(reading: &Reading<'_>, all: &[Candidate], odds: &[f32]) -> Vec<Fit> {
    let (once, found) = align(reading, all, odds, odds, &ANY);
    let better: Vec<f32> = odds.iter().zip(&once).map(|(z, f)| z + 0.8 * f.gain).collect();
    align(reading, all, odds, &better, &expect(&found)).0
}

/// What the last reading weighs.
pub(super) fn last_evidence(second: f32, slot: f32, fit: Fit) -> [f32; LAST] {
    [1.0, second, slot, fit.gain, fit.gain.max(0.0), if fit.mention.is_some() { 1.0 } else { 0.0 }]
}

/// The candidates above `bar` that do not overlap, so chosen that their log odds above the bar sum highest; in order.
pub(super) fn choose(judged: &[Judged], bar: f32) -> Vec<Judged> {
    let above: Vec<&Judged> = judged.iter().filter(|j| j.odds > bar).collect();
    let mut by_end = above;
    order::sort_by(&mut by_end, |j| order::pair(j.candidate.end, j.candidate.start));
    let mut best: Vec<(f32, Option<usize>, usize)> = vec![(0.0, None, 0)];
    for (n, j) in by_end.iter().enumerate() {
        let before = by_end[..n].partition_point(|o| o.candidate.end <= j.candidate.start);
        let with = best[before].0 + (j.odds - bar);
        let without = best[n];
        best.push(if with > without.0 { (with, Some(n), before) } else { (without.0, without.1, without.2) });
    }
    let mut chosen = Vec::new();
    let mut at = by_end.len();
    while let Some(n) = best[at].1 {
        chosen.push(*by_end[n]);
        at = best[at].2;
    }
    chosen.reverse();
    chosen
}
