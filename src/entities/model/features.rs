//! Which tokens may be part of a name, and what the tagger is told of each.

use std::ops::Range;

use super::facts::{Cues, Fact, Table, Usage, acronyms, facts, form, usage, uses};
use super::lexicon::{Lexicon, lists};
use crate::tagger::{Sequence, hash};
use crate::text::{Layout, TokenKind};

/// A document made ready for the tagger.
pub struct Page<'t> {
    text: &'t str,
    layout: &'t Layout,
    lexicon: &'t Lexicon,
    facts: Vec<Fact>,
    usage: Table<Usage>,
    cues: Cues,
    acronyms: Table<(usize, usize)>,
}

/// Tokens in a row that may be part of names, inside one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// As token indices.
    pub tokens: Range<usize>,
    /// Its sentence, as token indices.
    pub sentence: Range<usize>,
}

/// Words in small letters that stand before the capital of a name: "al-Bashir", "bin Salman".
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "ul"
            | "bin"
            | "ibn"
            | "abu"
            | "van"
            | "von"
            | "der"
            | "den"
            | "de"
            | "du"
            | "da"
            | "di"
            | "la"
            | "le"
            | "del"
            | "della"
            | "dos"
            | "das"
            | "ben"
            | "st"
            | "ter"
            | "ten"
            | "ash"
            | "an"
    )
}

impl<'t> Page<'t> {
    /// Reads the facts of every token.
    #[must_use]
    pub fn new(text: &'t str, layout: &'t Layout, lexicon: &'t Lexicon) -> Self {
        let facts = facts(text, layout, lexicon);
        let cues = Cues::new();
        let usage = usage(layout, &facts, &cues);
        let acronyms = acronyms(text, layout, &facts);
        Page { text, layout, lexicon, facts, usage, cues, acronyms }
    }

    fn word(&self, at: usize) -> &'t str {
        self.layout.tokens[at].of(self.text)
    }

    /// The hash of token `at` in lower case.
    pub(super) fn lower(&self, at: usize) -> u64 {
        self.facts[at].lower
    }

    /// True for a word with a capital, or in a sentence that capitals say nothing about.
    #[must_use]
    pub fn counts(&self, at: usize) -> bool {
        self.facts[at].is(form::CAPITAL | form::INNER | form::CASELESS) && self.layout.tokens[at].kind == TokenKind::Word
    }

    /// The lists that token `at` stands in by itself: bits of [`lists`].
    #[must_use]
    pub fn lists(&self, at: usize) -> u16 {
        self.facts[at].entry.lists & lists::ALL
    }

    /// True where the word of token `at` was common enough in the corpora to have a cluster.
    #[must_use]
    pub fn known(&self, at: usize) -> bool {
        self.facts[at].entry.cluster != 0
    }

    /// How often the word of token `at` stands with a capital inside a sentence.
    #[must_use]
    pub fn count(&self, at: usize) -> usize {
        self.usage.get(&self.facts[at].lower).map_or(0, |u| usize::from(u.counts[1]))
    }

    /// True where the word of token `at` stands in small letters somewhere in the document.
    #[must_use]
    pub fn seen_small(&self, at: usize) -> bool {
        self.usage.get(&self.facts[at].lower).is_some_and(|u| u.counts[0] > 0)
    }

    /// True for the first word of a sentence.
    #[must_use]
    pub fn initial(&self, at: usize) -> bool {
        self.facts[at].is(form::INITIAL)
    }

    /// The runs of tokens that may be part of names, in order. All else is outside of every name.
    #[must_use]
    pub fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for sentence in &self.layout.sentences {
            let range = sentence.tokens.clone();
            let mut at = range.start;
            while at < range.end {
                let Some(first) = (at..range.end).find(|n| self.core(*n)) else { break };
                let start = self.reach_left(first, at);
                let mut end = first + 1;
                loop {
                    while end < range.end && self.core(end) {
                        end += 1;
                    }
                    match self.bridge(end, range.end) {
                        Some(next) => end = next,
                        None => break,
                    }
                }
                end = self.reach_right(end, range.end);
                runs.push(Run { tokens: start..end, sentence: range.clone() });
                at = end;
            }
        }
        runs
    }

    /// A token that can start a name by itself.
    fn core(&self, at: usize) -> bool {
        let fact = &self.facts[at];
        fact.is(form::CAPITAL | form::INNER)
            || (fact.is(form::CASELESS) && matches!(self.layout.tokens[at].kind, TokenKind::Word | TokenKind::Number | TokenKind::Clitic))
            || (fact.is(form::CASELESS) && self.word(at) == "-")
    }

    /// The first particle before `first`: "al-Bashir".
    fn reach_left(&self, first: usize, limit: usize) -> usize {
        let mut start = first;
        while start > limit
            && first - start < 4
            && (self.word(start - 1) == "-" && start - 1 > limit && is_particle(self.word(start - 2)) || is_particle(self.word(start - 1)))
        {
            start -= 1;
        }
        start
    }

    /// Where the next capital is, if only words that join stand between.
    fn bridge(&self, from: usize, limit: usize) -> Option<usize> {
        let mut at = from;
        while at < limit && at - from < 4 {
            if self.core(at) {
                return Some(at);
            }
            let fact = &self.facts[at];
            // "Ko Woo-rim", "Su Tseng-chang".
            let hyphenated = at > 0 && self.word(at - 1) == "-" && fact.is(form::SMALL);
            let joins = hyphenated
                || fact.is(form::JOINT | form::DIGIT) && !matches!(self.word(at), ":" | "!" | "+")
                || (at == from && fact.is(form::SMALL))
                || self.layout.tokens[at].kind == TokenKind::Clitic;
            if !joins {
                return None;
            }
            at += 1;
        }
        None
    }

    /// Numbers and glued pieces after the last capital: "Boeing 737", "Covid-19".
    fn reach_right(&self, end: usize, limit: usize) -> usize {
        if end < limit && self.facts[end].is(form::DIGIT) {
            return end + 1;
        }
        if end + 1 < limit && self.word(end) == "-" && (!self.layout.tokens[end + 1].spaced || self.facts[end + 1].is(form::SMALL)) {
            return end + 2;
        }
        end
    }

    /// Adds the features of every token of `run` to `sequence`.
    pub fn features(&self, run: &Run, sequence: &mut Sequence) {
        let mut at = run.tokens.start;
        while at < run.tokens.end {
            // Capitals in a row share what is said of the whole row.
            let row_end = (at..run.tokens.end).find(|n| !self.facts[*n].is(form::CAPITAL)).unwrap_or(run.tokens.end).max(at + 1);
            for n in at..row_end {
                sequence.token();
                self.token(n, at..row_end, &run.sentence, sequence);
            }
            at = row_end;
        }
    }

    fn token(&self, at: usize, row: Range<usize>, sentence: &Range<usize>, sequence: &mut Sequence) {
        const EDGE: Fact = Fact { lower: 1, shape: 1, short: 1, entry: super::lexicon::Entry { lists: 0, cluster: 0 }, phrases: [0; 3], form: 0 };
        let get = |offset: isize| at.checked_add_signed(offset).filter(|n| sentence.contains(n)).map_or(&EDGE, |n| &self.facts[n]);
        let (here, left, right, left2, right2) = (get(0), get(-1), get(1), get(-2), get(2));
        let caseless = here.is(form::CASELESS);
        let mut push = |template: u16, value: u64| sequence.push(hash::feature(template, value));
        let short = if caseless { 7 } else { u64::from(here.short) };
        let initial = here.is(form::INITIAL);
        let how = hash::pair(short, u64::from(initial));

        push(0, u64::from(caseless));
        // Words.
        push(1, here.lower);
        push(2, left.lower);
        push(3, right.lower);
        push(4, left2.lower);
        push(5, right2.lower);
        push(6, hash::pair(left.lower, here.lower));
        push(7, hash::pair(here.lower, right.lower));
        push(8, hash::pair(left.lower, how));
        push(9, hash::pair(right.lower, how));
        push(10, hash::pair(left2.lower, left.lower));
        push(11, hash::pair(right.lower, right2.lower));
        push(12, hash::pair(left.lower, right.lower));
        if !caseless {
            push(13, hash::pair(here.lower, u64::from(here.short)));
            // Shapes.
            push(14, u64::from(here.shape));
            push(15, how);
            push(16, hash::pair(u64::from(left.short), hash::pair(short, u64::from(right.short))));
            push(17, hash::pair(u64::from(left.short), short));
            push(18, hash::pair(short, u64::from(right.short)));
            push(19, hash::pair(u64::from(left2.short), hash::pair(u64::from(left.short), hash::pair(short, u64::from(right.short)))));
        }
        // Beginnings and ends.
        let word = self.word(at);
        if word.is_ascii() && !here.is(form::DIGIT) {
            let bytes = word.as_bytes();
            let mut lower = [0u8; 4];
            for length in 1..=4.min(bytes.len().saturating_sub(1)) {
                let mut affix = |template: u16, piece: &[u8]| {
                    let lower = &mut lower[..length];
                    lower.copy_from_slice(piece);
                    lower.make_ascii_lowercase();
                    push(template, hash::bytes(lower));
                };
                affix(20, &bytes[..length]);
                affix(21, &bytes[bytes.len() - length..]);
            }
        }
        // The letters inside a name: where it comes from shows in them.
        if here.is(form::CAPITAL) && !here.is(form::CAPITALS) && word.is_ascii() {
            let mut key = 0u64;
            for (n, byte) in word.bytes().enumerate().take(16) {
                key = (key << 8 | u64::from(byte.to_ascii_lowercase())) & 0x00FF_FFFF;
                if n >= 2 {
                    push(22, key);
                }
            }
        }
        // What else stands near.
        for near in
            (at.saturating_sub(5).max(sentence.start)..at.saturating_sub(2).max(sentence.start)).filter(|n| self.facts[*n].is(form::SMALL | form::CAPITAL))
        {
            push(23, self.facts[near].lower);
        }
        for near in (at + 3..at + 6).filter(|n| *n < sentence.end && self.facts[*n].is(form::SMALL | form::CAPITAL)) {
            push(24, self.facts[near].lower);
        }
        // Word classes.
        let clusters = |f: &Fact| self.lexicon.clusters(f.entry);
        let (c, cl, cr) = (clusters(here), clusters(left), clusters(right));
        if let Some(c) = c {
            for (n, id) in c.iter().enumerate() {
                push(30 + n as u16, u64::from(*id));
            }
            push(33, hash::pair(u64::from(c[1]), how));
        } else {
            push(34, how);
        }
        if let Some(cl) = cl {
            for (n, id) in cl.iter().enumerate() {
                push(35 + n as u16, u64::from(*id));
            }
            push(38, hash::pair(u64::from(cl[1]), how));
        }
        if let Some(cr) = cr {
            for (n, id) in cr.iter().enumerate() {
                push(39 + n as u16, u64::from(*id));
            }
            push(42, hash::pair(u64::from(cr[1]), how));
        }
        if let (Some(c), Some(cl)) = (c, cl) {
            push(43, hash::pair(u64::from(cl[1]), u64::from(c[1])));
        }
        if let (Some(c), Some(cr)) = (c, cr) {
            push(44, hash::pair(u64::from(c[1]), u64::from(cr[1])));
        }
        if let (Some(cl), Some(cr)) = (cl, cr) {
            push(45, hash::pair(u64::from(cl[1]), u64::from(cr[1])));
        }
        if let Some(c) = clusters(left2) {
            push(46, u64::from(c[1]));
        }
        if let Some(c) = clusters(right2) {
            push(47, u64::from(c[1]));
        }
        // Lists.
        for (offset, fact) in [(0u16, here), (1, left), (2, right)] {
            let words = fact.entry.lists & lists::ALL;
            if words != 0 {
                push(50 + offset, hash::pair(u64::from(words), u64::from(fact.short)));
                let mut left_bits = words;
                while left_bits != 0 {
                    let bit = left_bits.trailing_zeros();
                    left_bits &= left_bits - 1;
                    push(53 + offset, u64::from(bit));
                    push(56 + offset, hash::pair(u64::from(bit), how));
                }
            }
            for (place, phrase) in fact.phrases.iter().enumerate() {
                let mut bits = *phrase;
                while bits != 0 {
                    let bit = bits.trailing_zeros();
                    bits &= bits - 1;
                    push(60 + offset, hash::pair(u64::from(bit), place as u64));
                }
            }
        }
        let kinds = |f: &Fact| u64::from(f.entry.lists & lists::ALL);
        push(63, hash::pair(kinds(left), kinds(here)));
        push(64, hash::pair(kinds(here), kinds(right)));
        push(65, hash::pair(kinds(left), hash::pair(kinds(here), kinds(right))));
        // The row of capitals.
        if here.is(form::CAPITAL) && !caseless {
            let (first, last) = (&self.facts[row.start], &self.facts[row.end - 1]);
            let (from_start, from_end) = ((at - row.start).min(3) as u64, (row.end - 1 - at).min(3) as u64);
            let place = hash::pair(from_start, from_end);
            push(70, place);
            push(71, hash::pair(place, u64::from(initial)));
            if row.len() > 1 {
                push(72, hash::pair(last.lower, from_end));
                push(73, hash::pair(first.lower, from_start));
                push(74, hash::pair(kinds(last), from_end));
                push(75, hash::pair(kinds(first), from_start));
                if let Some(c) = clusters(last) {
                    push(76, hash::pair(u64::from(c[1]), from_end));
                }
                if let Some(c) = clusters(first) {
                    push(77, hash::pair(u64::from(c[1]), from_start));
                }
                push(78, hash::pair(kinds(first), hash::pair(kinds(last), place)));
            }
            let before = row.start.checked_sub(1).filter(|n| sentence.contains(n)).map_or(&EDGE, |n| &self.facts[n]);
            let after = Some(row.end).filter(|n| sentence.contains(n)).map_or(&EDGE, |n| &self.facts[n]);
            push(79, hash::pair(before.lower, row.len().min(4) as u64));
            push(80, hash::pair(after.lower, row.len().min(4) as u64));
            if let Some(c) = clusters(before) {
                push(81, hash::pair(u64::from(c[1]), place));
            }
            if let Some(c) = clusters(after) {
                push(82, hash::pair(u64::from(c[1]), place));
            }
            // "the Bank of Whatever", "Ministry of Health": what the row goes on with.
            let joined = Some(row.end + 1).filter(|n| sentence.contains(n)).map_or(&EDGE, |n| &self.facts[n]);
            push(83, hash::pair(after.lower, hash::pair(u64::from(joined.short), last.lower)));
            if after.is(form::JOINT) {
                push(84, hash::pair(after.lower, joined.lower));
                push(85, hash::pair(after.lower, hash::pair(kinds(joined), kinds(last))));
            }
            let before2 = row.start.checked_sub(2).filter(|n| sentence.contains(n)).map_or(&EDGE, |n| &self.facts[n]);
            if before.is(form::JOINT) {
                push(86, hash::pair(before.lower, before2.lower));
                push(87, hash::pair(before.lower, hash::pair(kinds(before2), kinds(first))));
            }
        }
        // The rest of the document.
        if let Some(usage) = self.usage.get(&here.lower) {
            let own = uses(&self.facts, at, sentence, &self.cues);
            let mut pattern = 0u64;
            for (kind, count) in usage.counts.iter().enumerate() {
                let others = count.saturating_sub((own >> kind & 1) as u8);
                if others > 0 {
                    pattern |= 1 << kind;
                    push(90, hash::pair(kind as u64, u64::from(others.min(3))));
                    push(91, hash::pair(kind as u64, how));
                }
            }
            push(92, hash::pair(pattern & 3, how));
            push(93, pattern);
            if here.is(form::CAPITAL | form::INNER) {
                for (n, place) in usage.places.iter().enumerate() {
                    if place.at == 0 {
                        break;
                    }
                    if place.at as usize == at + 1 {
                        continue;
                    }
                    if !usage.places[..n].iter().any(|p| p.at as usize != at + 1 && p.left == place.left) {
                        push(94, u64::from(place.left));
                    }
                    if !usage.places[..n].iter().any(|p| p.at as usize != at + 1 && p.right == place.right) {
                        push(95, u64::from(place.right));
                    }
                }
            }
        }
        if let Some((first, last)) = self.acronyms.get(&here.lower).filter(|_| here.is(form::CAPITAL | form::INNER)) {
            let (first, last) = (&self.facts[*first], &self.facts[*last]);
            push(96, last.lower);
            push(97, kinds(last));
            push(98, first.lower);
            push(99, hash::pair(kinds(first), kinds(last)));
            if let Some(c) = clusters(last) {
                push(100, u64::from(c[1]));
            }
        }
    }
}
