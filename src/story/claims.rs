//! Within one other article, a stretch of words has one best partner: what resembles it too is an echo.

use std::collections::BTreeMap;
use std::ops::Range;

use super::units::Unit;
use super::verdict::Likeness;

/// Two units that may be one utterance.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Index of a unit.
    pub(super) a: usize,
    /// Index of a unit of another article.
    pub(super) b: usize,
    pub(super) likeness: Likeness,
    /// The same words by another speaker.
    pub(super) other_speaker: bool,
}

/// A second claim holds where nearly all of one is in the other: the article has the words twice.
const SECOND_CLAIM: f32 = 0.9;
/// Or where so much of what comes second is in the stretch. A refrain in another statement is a small part of it.
const OWN: f32 = 0.6;
/// A claim is second where so much of it is taken.
const TAKEN: f32 = 0.5;

/// Sorts candidates into those that hold and echoes. The heavier one claims first; of two that weigh the same, the closer, then the earlier.
pub(super) fn settle(mut candidates: Vec<Candidate>, units: &[Unit]) -> (Vec<Candidate>, Vec<Candidate>) {
    candidates.sort_by(|x, y| {
        let rank = |c: &Candidate| (c.likeness.matched, c.likeness.coverage);
        rank(y).partial_cmp(&rank(x)).unwrap_or(std::cmp::Ordering::Equal).then_with(|| place(x, units).cmp(&place(y, units)))
    });
    // The words of a unit that are claimed towards an article.
    let mut claimed: BTreeMap<(usize, usize), Vec<Range<usize>>> = BTreeMap::new();
    let (mut held, mut echoes) = (Vec::new(), Vec::new());
    for candidate in candidates {
        let (doc_a, doc_b) = (units[candidate.a].doc, units[candidate.b].doc);
        let (range_a, range_b) = ranges(&candidate.likeness);
        let taken = |unit: usize, doc: usize, ranges: &[Range<usize>]| {
            let before = claimed.get(&(unit, doc)).map_or(&[][..], Vec::as_slice);
            let (mut shared, mut all) = (0, 0);
            for range in ranges {
                all += range.len();
                shared += before.iter().map(|c| c.end.min(range.end).saturating_sub(c.start.max(range.start))).sum::<usize>();
            }
            shared as f32 > TAKEN * all as f32
        };
        let [own_a, own_b] = candidate.likeness.own;
        let small = |own: f32| own < OWN && candidate.likeness.coverage < SECOND_CLAIM;
        let refused = taken(candidate.a, doc_b, &range_a) && small(own_b) || taken(candidate.b, doc_a, &range_b) && small(own_a);
        if refused {
            echoes.push(candidate);
            continue;
        }
        claimed.entry((candidate.a, doc_b)).or_default().extend(range_a);
        claimed.entry((candidate.b, doc_a)).or_default().extend(range_b);
        held.push(candidate);
    }
    (held, echoes)
}

/// Where the two stand, whatever order their articles have.
fn place(candidate: &Candidate, units: &[Unit]) -> [(usize, usize); 2] {
    let of = |n: usize| (units[n].span.start(), units[n].span.end());
    let mut places = [of(candidate.a), of(candidate.b)];
    places.sort_unstable();
    places
}

/// What each block covers in the two.
fn ranges(likeness: &Likeness) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let ends = likeness.blocks.iter().filter_map(|b| b.matches.first().zip(b.matches.last()));
    ends.map(|(first, last)| (first.a..last.a_end(), first.b..last.b_end())).unzip()
}
