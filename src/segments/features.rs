//! What the model sees of each segment: what it looks like, its words, what stands around it, and where it stands.

use std::ops::Range;

use super::cut::{Break, Segment};
use super::lexicon::class;
use super::profile::{Look, Profile};
use super::words::{Word, shape};
use crate::tagger::{Sequence, hash};

/// Words of a segment that are looked at one by one, at its start and at its end.
const FIRST: usize = 30;

/// All that features are made of.
pub(super) struct Page<'a> {
    segments: &'a [Segment],
    words: &'a [Word],
    profiles: &'a [Profile],
    places: Places,
    /// True for a text without line breaks.
    flat: bool,
}

impl<'a> Page<'a> {
    /// Reads where things stand.
    pub(super) fn of(segments: &'a [Segment], words: &'a [Word], profiles: &'a [Profile]) -> Self {
        Page { segments, words, profiles, places: Places::of(profiles), flat: !segments.iter().skip(1).any(|s| s.after <= Break::Line) }
    }

    /// The features of the segments in `range`. `keep` says of a word whether it may be one: training leaves out what few publishers write.
    pub(super) fn features(&self, range: Range<usize>, keep: &dyn Fn(u64) -> bool, sequence: &mut Sequence) {
        sequence.clear();
        for n in range {
            sequence.token();
            let mut push = |template: u16, value: u64| sequence.push(hash::feature(template, value));
            let (segment, p) = (&self.segments[n], &self.profiles[n]);
            let next = self.segments.get(n + 1).map_or(Break::Page, |s| s.after);
            own(p, segment.after, next, self.flat, &mut push);
            wording(&self.words[segment.words.clone()], p, keep, &mut push);
            push(110, p.sure.map_or(99, |k| k as u64));
            around(self.profiles, n, &mut push);
            self.places.tell(self.profiles, n, &mut push);
        }
    }
}

/// How large `n` is, in coarse steps.
fn size(n: usize) -> u64 {
    match n {
        0..=6 => n as u64,
        7..=8 => 7,
        9..=11 => 8,
        12..=15 => 9,
        16..=22 => 10,
        23..=35 => 11,
        36..=60 => 12,
        _ => 13,
    }
}

/// `part` of `all`, in sixths.
fn share(part: usize, all: usize) -> u64 {
    (part * 6).checked_div(all).unwrap_or(7) as u64
}

fn join(parts: &[u64]) -> u64 {
    parts.iter().fold(0, |all, part| all << 8 | part & 0xFF)
}

fn own(p: &Profile, before: Break, next: Break, flat: bool, push: &mut impl FnMut(u16, u64)) {
    let (length, look) = (size(p.words), p.look as u64);
    let end = u64::from(p.last & (shape::STOP | shape::COMMA | shape::COLON | shape::DOTS | shape::CLOSE | shape::QUOTE | shape::NUMBER | shape::MARK));
    let start = u64::from(p.first & (shape::UPPER | shape::CAPS | shape::LOWER | shape::NUMBER | shape::QUOTE | shape::OPEN | shape::HANDLE));
    push(1, 0);
    push(2, length);
    push(3, end);
    push(4, start);
    push(5, look);
    push(6, join(&[length, share(p.upper, p.words)]));
    push(7, join(&[length, share(p.function, p.words)]));
    push(8, join(&[look, p.verbs.min(3) as u64]));
    push(10, join(&[before as u64, next as u64, look]));
    push(11, join(&[look, u64::from(flat), u64::from(p.date)]));
    push(12, end << 16 | start);
    push(9, join(&[share(p.caps, p.words), look]));
    push(13, join(&[share(p.numbers, p.words), length]));
    push(14, join(&[look, u64::from(p.line.0.min(3)), u64::from(p.line.1.min(3))]));
    push(15, join(&[look, u64::from(p.shared)]));
    push(16, join(&[look, u64::from(p.copies.min(4))]));
    push(17, join(&[u64::from(p.shared), length]));
    push(18, join(&[share(p.upper, p.words), share(p.function, p.words), u64::from(p.finished)]));
    push(36, join(&[u64::from(p.scene.min(3)), p.verbs.min(2) as u64, look]));
    push(37, join(&[p.verbs.min(2) as u64, u64::from(p.date), u64::from(p.classes & class::SAID != 0), look]));
    push(19, (p.bytes.min(400) / 16) as u64);
    for bit in 0..16 {
        if p.shapes & (1 << bit) != 0
            && (1 << bit) & (shape::LINK | shape::HANDLE | shape::QUOTE | shape::CLOCK | shape::YEAR | shape::OPEN | shape::DOTS | shape::MARK) != 0
        {
            push(20, join(&[bit, look]));
        }
    }
    for bit in 0..17 {
        if p.classes & (1 << bit) != 0 {
            push(21, join(&[bit, look]));
            push(22, join(&[bit, length]));
        }
    }
    for (template, kinds) in [(23, p.whole), (24, p.starts), (25, p.holds), (38, p.beside)] {
        let mut kinds = kinds;
        push(template + 120, u64::from(kinds));
        while kinds != 0 {
            let kind = u64::from(kinds.trailing_zeros());
            kinds &= kinds - 1;
            push(template, kind);
            push(template + 100, join(&[kind, look]));
        }
    }
}

fn wording(words: &[Word], p: &Profile, keep: &dyn Fn(u64) -> bool, push: &mut impl FnMut(u16, u64)) {
    let mut before = 0;
    let mut count = 0;
    let mut last = 0;
    let mut shapes = 0u64;
    for word in words {
        if count < 8 {
            shapes = shapes << 6 | u64::from(word.shape & 0x1F) | u64::from(word.shape & shape::MARK != 0) << 5;
        }
        if word.key == 0 {
            continue;
        }
        let number = word.shape & shape::NUMBER != 0;
        let key = if number { 1 } else { word.key };
        last = key;
        if count >= FIRST {
            count += 1;
            continue;
        }
        count += 1;
        if number || keep(word.key) {
            push(40, key);
            if count == 1 {
                push(42, key);
            }
            if before != 0 {
                push(43, hash::pair(before, key));
                if count == 2 {
                    push(44, hash::pair(before, key));
                }
            }
            before = key;
        } else {
            before = 0;
        }
    }
    if last != 0 && keep(last) {
        push(45, last);
    }
    if p.words <= 8 {
        push(46, shapes);
        if keep(p.key) {
            push(48, p.key);
        }
    }
}

fn around(profiles: &[Profile], n: usize, push: &mut impl FnMut(u16, u64)) {
    let look = profiles[n].look as u64;
    let at = |offset: isize| n.checked_add_signed(offset).and_then(|k| profiles.get(k));
    let seen = |offset: isize| at(offset).map_or(15, |p| p.look as u64);
    push(60, join(&[look, seen(-1)]));
    push(61, join(&[look, seen(1)]));
    push(62, join(&[look, seen(-1), seen(1)]));
    push(63, join(&[look, seen(-2), seen(-1)]));
    push(64, join(&[look, seen(1), seen(2)]));
    push(66, join(&[look, seen(-3), seen(-2), seen(-1)]));
    push(67, join(&[look, seen(1), seen(2), seen(3)]));
    for (template, offset) in [(68, -1), (69, 1), (70, -2), (71, 2)] {
        let Some(p) = at(offset) else { continue };
        let mut kinds = p.whole | p.starts;
        while kinds != 0 {
            let kind = u64::from(kinds.trailing_zeros());
            kinds &= kinds - 1;
            push(template, join(&[kind, look]));
        }
        push(template + 10, join(&[size(p.words), look]));
        if let Some(kind) = p.sure {
            push(template + 40, join(&[kind as u64, look]));
        }
        let mut held = p.holds;
        while held != 0 {
            let kind = u64::from(held.trailing_zeros());
            held &= held - 1;
            push(template + 200, join(&[kind, look]));
        }
    }
}

/// Where the running text lies.
struct Places {
    /// How many segments before each are running text, and how many are labels.
    prose: Vec<u32>,
    labels: Vec<u32>,
    first: usize,
    last: usize,
}

impl Places {
    fn of(profiles: &[Profile]) -> Self {
        let sums = |is: fn(&Profile) -> bool| {
            let mut sum = 0;
            let mut sums = Vec::with_capacity(profiles.len() + 1);
            sums.push(0);
            for p in profiles {
                sum += u32::from(is(p));
                sums.push(sum);
            }
            sums
        };
        let prose = sums(|p| p.look == Look::Prose);
        let labels = sums(|p| matches!(p.look, Look::Label | Look::Marks));
        let count = profiles.len();
        // Two sentences close to each other are the article; one alone may be a notice.
        let is_core = |n: &usize| profiles[*n].look == Look::Prose && prose[(n + 4).min(count)] - prose[n.saturating_sub(3)] >= 2;
        let first = (0..count).find(is_core).unwrap_or(count);
        let last = (0..count).rev().find(is_core).unwrap_or(0);
        Places { prose, labels, first, last }
    }

    fn within(sums: &[u32], n: usize, reach: usize) -> u64 {
        let count = sums.len() - 1;
        u64::from(sums[(n + reach + 1).min(count)] - sums[n.saturating_sub(reach)])
    }

    fn tell(&self, profiles: &[Profile], n: usize, push: &mut impl FnMut(u16, u64)) {
        let p = &profiles[n];
        let look = p.look as u64;
        let (side, far) = if n < self.first {
            (1, self.first - n)
        } else if n > self.last {
            (2, n - self.last)
        } else {
            (0, (n - self.first).min(self.last - n))
        };
        let far = match far {
            0..=3 => far as u64,
            4..=6 => 4,
            7..=12 => 5,
            13..=30 => 6,
            _ => 7,
        };
        push(90, join(&[side, far]));
        push(91, join(&[side, far, look]));
        push(92, join(&[side, look, size(p.words)]));
        push(93, join(&[Self::within(&self.prose, n, 3), look]));
        push(94, join(&[Self::within(&self.prose, n, 10) / 2, look]));
        push(95, join(&[Self::within(&self.labels, n, 3), look]));
        push(96, join(&[Self::within(&self.labels, n, 10) / 2, look]));
        push(97, join(&[side, u64::from(p.shared), look]));
        push(98, join(&[n.min(6) as u64, look]));
        push(99, join(&[(profiles.len() - 1 - n).min(6) as u64, look]));
        push(100, join(&[self.ahead(n, 4), look]));
        push(101, join(&[self.behind(n, 4), look]));
        push(102, join(&[side, self.ahead(n, 12), self.behind(n, 12), look]));
        push(104, join(&[size(p.row as usize), look, side]));
        push(105, join(&[u64::from(p.listed), look, side, size(p.words)]));
        let mut kinds = p.whole | p.starts;
        while kinds != 0 {
            let kind = u64::from(kinds.trailing_zeros());
            kinds &= kinds - 1;
            push(103, join(&[kind, side]));
        }
    }

    fn ahead(&self, n: usize, reach: usize) -> u64 {
        let count = self.prose.len() - 1;
        u64::from(self.prose[(n + 1 + reach).min(count)] - self.prose[n + 1])
    }

    fn behind(&self, n: usize, reach: usize) -> u64 {
        u64::from(self.prose[n] - self.prose[n.saturating_sub(reach)])
    }
}
