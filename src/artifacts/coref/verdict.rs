//! Whether a document was overwritten at all.

use super::judge::{Judged, choose};
use super::signs::{Kind, Sign};

/// A document needs so much evidence in a thousand words. On 838 clean articles the highest was 4.7, and the next 2.5; the same
/// where they were tokenised and all paragraphs joined.
const ENOUGH: f32 = 6.0;

/// A verdict needs so many words and so many places: "Major Major Major Major" is a name.
const FEWEST_WORDS: usize = 40;
pub(super) const FEWEST_PLACES: usize = 3;

/// Documents shorter than this count as this long.
const SHORTEST: f32 = 300.0;

/// Log odds from which a candidate is evidence for the verdict.
const EVIDENT: f32 = 0.3;

/// How much evidence there is in a thousand words, for what the model says of the candidates and for the signs.
pub(super) fn evidence(judged: &[Judged], signs: &[Sign], has_tail: bool, words: usize) -> f32 {
    let evident = choose(judged, EVIDENT);
    if words < FEWEST_WORDS || evident.len() + signs.len() < FEWEST_PLACES {
        return 0.0;
    }
    let mass: f32 = evident.iter().map(|j| j.odds - EVIDENT).sum();
    let tail = if has_tail { 5.0 } else { 0.0 };
    (mass + signs.len() as f32 + tail) * 1000.0 / (words as f32).max(SHORTEST)
}

/// The verdict of the model and the signs together.
pub(super) fn is_overwritten(evidence: f32) -> bool {
    evidence >= ENOUGH
}

/// The verdict of the signs alone, where there is no model. No clean article of about two thousand passed it.
pub(super) fn signs_suffice(signs: &[Sign], words: usize) -> bool {
    let kinds = signs.iter().map(|s| s.kind).collect::<std::collections::BTreeSet<Kind>>().len();
    signs.len() >= 4 && kinds >= 2 && signs.len() * 1000 >= words * 2
}
