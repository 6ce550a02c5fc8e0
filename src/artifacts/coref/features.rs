//! What the damage model sees of a candidate: the slot that it stands in, and itself.

use super::candidates::{Candidate, Phrase};
use super::reading::{Class, Reading, hash};

/// Bits of the table of weights.
pub(super) const BITS: u32 = 17;

/// Calls `feature` with the index of every feature of `candidate`. The same features come in the same order.
pub(super) fn each(reading: &Reading<'_>, candidate: &Candidate, mut feature: impl FnMut(usize)) {
    let slot = Slot::of(reading, candidate);
    let mut put = |template: u32, parts: &[u32]| {
        let h = parts.iter().fold(template.wrapping_mul(0x9E37_79B1), |h, p| (h ^ p).wrapping_mul(0x85EB_CA6B).rotate_left(13));
        let h = (h ^ (h >> 15)).wrapping_mul(0xC2B2_AE35);
        feature((h >> (32 - BITS)) as usize);
    };
    let Slot { left, right, left_shape, right_shape, kind, itself } = slot;
    put(0, &[kind]);
    put(1, &[left[0]]);
    put(2, &[right[0]]);
    put(3, &[left[0], right[0]]);
    put(4, &[left[1], left[0]]);
    put(5, &[right[0], right[1]]);
    put(6, &[left_shape[1], left_shape[0], right_shape[0]]);
    put(7, &[left_shape[0], right_shape[0], right_shape[1]]);
    put(8, &[left_shape[0], right_shape[0]]);
    put(9, &[left_shape[2], left_shape[1], left_shape[0]]);
    put(10, &[right_shape[0], right_shape[1], right_shape[2]]);
    put(11, &[kind, left_shape[0]]);
    put(12, &[kind, right_shape[0]]);
    put(13, &[kind, left[0]]);
    put(14, &[kind, right[0]]);
    put(15, &[left_shape[1], left_shape[0], right_shape[0], right_shape[1]]);
    put(16, &[kind, left_shape[0], right_shape[0]]);
    put(17, &[left[1], left[0], right[0]]);
    put(18, &[left[0], right[0], right[1]]);
    put(19, &[left_shape[3], left_shape[2], left_shape[1], left_shape[0]]);
    put(20, &[right_shape[0], right_shape[1], right_shape[2], right_shape[3]]);
    put(21, &[left[2]]);
    put(22, &[right[1]]);
    put(23, &[left[1]]);
    put(24, &[left[2], left[1], left[0], right[0], right[1]]);
    put(25, &[itself]);
    put(26, &[itself, left_shape[0]]);
    put(27, &[itself, right_shape[0]]);
    put(28, &[kind, left_shape[1], left_shape[0], right_shape[0], right_shape[1]]);
    put(29, &[left_shape[1], right_shape[0]]);
    put(30, &[left_shape[0], right_shape[1]]);
}

struct Slot {
    /// Forms of the words to the left, nearest first.
    left: [u32; 3],
    right: [u32; 3],
    left_shape: [u32; 4],
    right_shape: [u32; 4],
    /// What phrase it is, and whether it starts a sentence.
    kind: u32,
    /// Its length and how often it stands in the document.
    itself: u32,
}

impl Slot {
    fn of(reading: &Reading<'_>, candidate: &Candidate) -> Self {
        let &Candidate { start, end, phrase, count, .. } = candidate;
        let last = reading.words[end - 1].id;
        let first = reading.words[start].id;
        // A neighbour that is itself a part of the candidate says more than that it is a name.
        let form = |offset: isize, base: usize, shape: bool| match reading.at(base, offset) {
            None => hash(*b"\x01none"),
            Some(w) if offset < 0 && w.id == last && end - start < 3 => hash(*b"\x01copy"),
            Some(w) if offset >= 0 && w.id == first => hash(*b"\x01copy"),
            Some(w) if offset < 0 && w.id == last => hash(*b"\x01tail"),
            Some(w) if offset < 0 && reading.words[base.saturating_add_signed(offset + 1).min(start)].after_line => w.form ^ 0x5555,
            Some(w) if w.after_gap && offset >= 0 => w.form ^ 0xAAAA,
            Some(w) if shape => w.shape,
            Some(w) => w.form,
        };
        let left = |n: usize, shape| form(-1 - n as isize, start, shape);
        let right = |n: usize, shape| form(n as isize, end, shape);
        let word = &reading.words[start];
        let capital = word.class == Class::Function && word.text.starts_with(char::is_uppercase);
        let possessive = reading.words[end - 1].class == Class::Clitic;
        let kind =
            (phrase as u32) << 4 | u32::from(word.starts_sentence) << 3 | u32::from(capital) << 2 | u32::from(possessive) << 1 | u32::from(word.after_gap);
        let kind = kind.wrapping_mul(0x0101_0101);
        let length = (end - start).min(6) as u32;
        let itself = hash([length as u8, count.ilog2() as u8, phrase as u8, u8::from(phrase == Phrase::Name && word.text.len() < 4)]);
        Slot {
            left: [left(0, false), left(1, false), left(2, false)],
            right: [right(0, false), right(1, false), right(2, false)],
            left_shape: [left(0, true), left(1, true), left(2, true), left(3, true)],
            right_shape: [right(0, true), right(1, true), right(2, true), right(3, true)],
            kind,
            itself,
        }
    }
}
