//! What was made of a word elsewhere in the document.

use super::facts::Table;
use super::features::{Page, Run};
use super::tag_set;
use crate::tagger::{Decoded, Piece, Sequence, hash};

/// How often each tag was given to a word, by how sure it was.
type Votes = [f32; 32];

/// The votes of the first stage for every word of the document.
pub struct Elsewhere {
    votes: Table<Votes>,
}

/// The type of a tag plus one; 0 for outside.
fn kind(tag: usize) -> usize {
    match tag_set_piece(tag) {
        Piece::Begin(k) | Piece::Inside(k) | Piece::Last(k) | Piece::Unit(k) => k + 1,
        Piece::Outside | Piece::Label(_) => 0,
    }
}

fn tag_set_piece(tag: usize) -> Piece {
    match tag {
        0 => Piece::Outside,
        n => match (n - 1) % 4 {
            0 => Piece::Begin((n - 1) / 4),
            1 => Piece::Inside((n - 1) / 4),
            2 => Piece::Last((n - 1) / 4),
            _ => Piece::Unit((n - 1) / 4),
        },
    }
}

impl Elsewhere {
    /// Counts the decisions on every capitalised word.
    #[must_use]
    pub fn new(page: &Page<'_>, runs: &[Run], decoded: &[Decoded]) -> Self {
        let mut votes: Table<Votes> = Table::default();
        for (run, decoded) in runs.iter().zip(decoded) {
            for (n, at) in run.tokens.clone().enumerate().filter(|(_, at)| page.counts(*at)) {
                votes.entry(page.lower(at)).or_insert([0.0; 32])[usize::from(decoded.tags[n])] += decoded.confidence[n];
            }
        }
        Elsewhere { votes }
    }

    /// The features of every token of `run`: what the same word was taken for elsewhere, and here.
    pub fn features(&self, page: &Page<'_>, run: &Run, decoded: &Decoded, sequence: &mut Sequence) {
        let count = tag_set().len();
        // For each token, the kind with most votes elsewhere, and how clear it is.
        let about: Vec<(u64, u64, u64)> = run
            .tokens
            .clone()
            .enumerate()
            .map(|(n, at)| {
                let Some(votes) = self.votes.get(&page.lower(at)).filter(|_| page.counts(at)) else { return (9, 0, 0) };
                let mut votes = *votes;
                let own = usize::from(decoded.tags[n]);
                votes[own] = (votes[own] - decoded.confidence[n]).max(0.0);
                let mut kinds = [0.0f32; 6];
                for (tag, vote) in votes[..count].iter().enumerate() {
                    kinds[kind(tag)] += vote;
                }
                let total: f32 = kinds.iter().sum();
                if total < 0.3 {
                    return (8, 0, 0);
                }
                let best = (0..6).max_by(|a, b| kinds[*a].total_cmp(&kinds[*b])).unwrap_or(0);
                let clear = (kinds[best] / total * 4.0) as u64;
                let tag = (0..count).max_by(|a, b| votes[*a].total_cmp(&votes[*b])).unwrap_or(0);
                (best as u64, clear * 4 + (total.log2().max(0.0) as u64).min(3), tag as u64)
            })
            .collect();
        for (n, at) in run.tokens.clone().enumerate() {
            sequence.token();
            let mut push = |template: u16, value: u64| sequence.push(hash::feature(template, value));
            let get = |offset: isize| n.checked_add_signed(offset).and_then(|m| about.get(m)).copied().unwrap_or((10, 0, 0));
            let own = |offset: isize| n.checked_add_signed(offset).and_then(|m| decoded.tags.get(m)).map_or(99, |t| u64::from(*t));
            let sure = (decoded.confidence[n] * 5.0) as u64;
            let (best, clear, tag) = get(0);
            push(200, 0);
            push(201, best);
            push(202, hash::pair(best, clear));
            push(203, hash::pair(best, page.short(at)));
            push(204, hash::pair(best, own(0)));
            push(205, hash::pair(hash::pair(best, clear), own(0)));
            push(206, hash::pair(tag, hash::pair(own(0), sure)));
            push(207, hash::pair(tag, clear));
            push(208, hash::pair(get(-1).0, best));
            push(209, hash::pair(best, get(1).0));
            push(210, hash::pair(hash::pair(get(-1).2, tag), hash::pair(get(1).2, 0)));
            push(211, hash::pair(own(-1), own(0)));
            push(212, hash::pair(own(0), own(1)));
            push(213, hash::pair(own(0), sure));
        }
    }
}
