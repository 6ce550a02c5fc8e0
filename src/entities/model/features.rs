//! What the tagger is told of each token: the word and its neighbours, their letters, classes and lists, the row of
//! capitals that it stands in, and the rest of the document.
//!
//! A feature is a template and a value; templates are numbered in tens by the function that makes them.

use std::ops::Range;

use super::facts::{Fact, form, uses};
use super::lexicon::{Entry, Lists};
use super::page::{Page, Run};
use crate::tagger::{Sequence, hash};

/// What stands past the edge of a sentence.
const EDGE: Fact = Fact { lower: 1, shape: 1, short: 1, entry: Entry::EMPTY, phrases: [Lists::NONE; 3], form: 0 };

/// A token with what is around it.
struct Place<'p> {
    page: &'p Page<'p>,
    at: usize,
    here: &'p Fact,
    left: &'p Fact,
    right: &'p Fact,
    /// Two to the left, two to the right.
    left2: &'p Fact,
    right2: &'p Fact,
    sentence: &'p Range<usize>,
    /// The capitals that stand in a row with it.
    row: Range<usize>,
    /// How it is written, with whether it starts its sentence.
    how: u64,
}

impl Page<'_> {
    /// Adds the features of every token of `run` to `sequence`.
    pub fn features(&self, run: &Run, sequence: &mut Sequence) {
        let mut at = run.tokens.start;
        while at < run.tokens.end {
            // Capitals in a row share what is said of the whole row.
            let row_end = (at..run.tokens.end).find(|n| !self.facts[*n].is(form::CAPITAL)).unwrap_or(run.tokens.end).max(at + 1);
            for n in at..row_end {
                sequence.token();
                Place::new(self, n, at..row_end, &run.sentence).features(sequence);
            }
            at = row_end;
        }
    }
}

fn push(out: &mut Sequence, template: u16, value: u64) {
    out.push(hash::feature(template, value));
}

/// The lists of a word, as one number.
fn kinds(fact: &Fact) -> u64 {
    u64::from((fact.entry.lists & Lists::ALL).bits())
}

/// What a word with a capital leans towards; `None` for one without.
fn leaning(fact: &Fact) -> Option<u64> {
    (fact.entry.leaning != 0 && fact.is(form::CAPITAL | form::INNER | form::CASELESS)).then(|| u64::from(fact.entry.leaning))
}

impl<'p> Place<'p> {
    fn new(page: &'p Page<'p>, at: usize, row: Range<usize>, sentence: &'p Range<usize>) -> Self {
        let near = |offset: isize| fact(page, sentence, at.checked_add_signed(offset));
        let here = near(0);
        let short = if here.is(form::CASELESS) { 7 } else { u64::from(here.short) };
        let how = hash::pair(short, u64::from(here.is(form::INITIAL)));
        Place { page, at, here, left: near(-1), right: near(1), left2: near(-2), right2: near(2), sentence, row, how }
    }

    fn features(&self, out: &mut Sequence) {
        self.words(out);
        self.shapes(out);
        self.letters(out);
        self.around(out);
        self.clusters(out);
        self.leanings(out);
        self.listed(out);
        if self.here.is(form::CAPITAL) && !self.here.is(form::CASELESS) {
            self.row(out);
        }
        self.elsewhere(out);
        self.acronym(out);
    }

    fn fact(&self, at: Option<usize>) -> &'p Fact {
        fact(self.page, self.sentence, at)
    }

    fn wider(&self, fact: &Fact) -> Option<u64> {
        self.page.lexicon.wider(fact.entry).map(u64::from)
    }

    fn words(&self, out: &mut Sequence) {
        let Place { here, left, right, left2, right2, how, .. } = *self;
        push(out, 0, u64::from(here.is(form::CASELESS)));
        push(out, 1, here.lower);
        push(out, 2, left.lower);
        push(out, 3, right.lower);
        push(out, 4, left2.lower);
        push(out, 5, right2.lower);
        push(out, 6, hash::pair(left.lower, here.lower));
        push(out, 7, hash::pair(here.lower, right.lower));
        push(out, 8, hash::pair(left.lower, how));
        push(out, 9, hash::pair(right.lower, how));
        push(out, 10, hash::pair(left2.lower, left.lower));
        push(out, 11, hash::pair(right.lower, right2.lower));
        push(out, 12, hash::pair(left.lower, right.lower));
    }

    fn shapes(&self, out: &mut Sequence) {
        let Place { here, left, right, left2, .. } = *self;
        if here.is(form::CASELESS) {
            return;
        }
        let (short, before, after) = (u64::from(here.short), u64::from(left.short), u64::from(right.short));
        push(out, 13, hash::pair(here.lower, short));
        push(out, 14, u64::from(here.shape));
        push(out, 15, self.how);
        push(out, 16, hash::pair(before, hash::pair(short, after)));
        push(out, 17, hash::pair(before, short));
        push(out, 18, hash::pair(short, after));
        push(out, 19, hash::pair(u64::from(left2.short), hash::pair(before, hash::pair(short, after))));
    }

    /// Beginnings and ends; of words that are in no cluster, every three letters too: where a name comes from shows in them.
    fn letters(&self, out: &mut Sequence) {
        let word = self.page.word(self.at);
        if !word.is_ascii() || self.here.is(form::DIGIT) {
            return;
        }
        let bytes = word.as_bytes();
        let mut lower = [0u8; 4];
        for length in 1..=4.min(bytes.len().saturating_sub(1)) {
            for (template, piece) in [(20, &bytes[..length]), (21, &bytes[bytes.len() - length..])] {
                let lower = &mut lower[..length];
                lower.copy_from_slice(piece);
                lower.make_ascii_lowercase();
                push(out, template, hash::bytes(lower));
            }
        }
        if self.here.entry.cluster == 0 && self.here.is(form::CAPITAL) && !self.here.is(form::CAPITALS) {
            for three in bytes[..bytes.len().min(16)].windows(3) {
                push(out, 22, three.iter().fold(0, |key, byte| key << 8 | u64::from(byte.to_ascii_lowercase())));
            }
        }
    }

    /// What else stands near, three to five words off: the words, and their wider clusters.
    fn around(&self, out: &mut Sequence) {
        let Range { start, end } = *self.sentence;
        let before = self.at.saturating_sub(5).max(start)..self.at.saturating_sub(2).max(start);
        let after = (self.at + 3).min(end)..(self.at + 6).min(end);
        for (template, range) in [(23, before), (24, after)] {
            for fact in self.page.facts[range].iter().filter(|f| f.is(form::SMALL | form::CAPITAL)) {
                push(out, template, fact.lower);
                if let Some(wider) = self.wider(fact) {
                    push(out, template + 2, wider);
                }
            }
        }
    }

    fn clusters(&self, out: &mut Sequence) {
        let fine = |f: &Fact| u64::from(f.entry.cluster);
        let [here, left, right] = [self.here, self.left, self.right].map(|f| self.wider(f));
        for (template, fact, wider) in [(30, self.here, here), (33, self.left, left), (36, self.right, right)] {
            if let Some(wider) = wider {
                push(out, template, fine(fact));
                push(out, template + 1, wider);
                push(out, template + 2, hash::pair(wider, self.how));
            }
        }
        if here.is_none() {
            push(out, 39, self.how);
        }
        for (template, a, b) in [(40, left, here), (41, here, right), (42, left, right)] {
            if let (Some(a), Some(b)) = (a, b) {
                push(out, template, hash::pair(a, b));
            }
        }
        for (template, fact) in [(43, self.left2), (44, self.right2)] {
            if let Some(wider) = self.wider(fact) {
                push(out, template, wider);
            }
        }
    }

    fn leanings(&self, out: &mut Sequence) {
        let [here, left, right] = [self.here, self.left, self.right].map(leaning);
        if let Some(here) = here {
            push(out, 45, here);
            push(out, 46, hash::pair(here, self.how));
        }
        for (template, side) in [(47, left), (48, right)] {
            if let Some(side) = side {
                push(out, template, side);
                push(out, template + 2, hash::pair(side, here.unwrap_or(0)));
            }
        }
    }

    fn listed(&self, out: &mut Sequence) {
        for (template, fact) in [(50u16, self.here), (51, self.left), (52, self.right)] {
            let words = fact.entry.lists & Lists::ALL;
            if !words.is_empty() {
                push(out, template, hash::pair(u64::from(words.bits()), u64::from(fact.short)));
                for list in words.members() {
                    let bit = list as u64;
                    push(out, template + 3, bit);
                    push(out, template + 6, hash::pair(bit, self.how));
                }
            }
            for (place, phrase) in fact.phrases.iter().enumerate() {
                phrase.members().for_each(|list| push(out, template + 9, hash::pair(list as u64, place as u64)));
            }
        }
        let [left, here, right] = [self.left, self.here, self.right].map(kinds);
        push(out, 63, hash::pair(left, here));
        push(out, 64, hash::pair(here, right));
        push(out, 65, hash::pair(left, hash::pair(here, right)));
    }

    /// The row of capitals, and what it goes on with: "the Bank of Whatever", "Ministry of Health".
    fn row(&self, out: &mut Sequence) {
        let row = &self.row;
        let (first, last) = (&self.page.facts[row.start], &self.page.facts[row.end - 1]);
        let (from_start, from_end) = ((self.at - row.start).min(3) as u64, (row.end - 1 - self.at).min(3) as u64);
        let place = hash::pair(from_start, from_end);
        push(out, 70, place);
        push(out, 71, hash::pair(place, u64::from(self.here.is(form::INITIAL))));
        if row.len() > 1 {
            for (template, fact, from) in [(72, last, from_end), (73, first, from_start)] {
                push(out, template, hash::pair(fact.lower, from));
                push(out, template + 2, hash::pair(kinds(fact), from));
                if let Some(wider) = self.wider(fact) {
                    push(out, template + 4, hash::pair(wider, from));
                }
                if let Some(leaning) = leaning(fact) {
                    push(out, template + 30, hash::pair(leaning, from));
                }
            }
            push(out, 78, hash::pair(kinds(first), hash::pair(kinds(last), place)));
        }
        let length = row.len().min(4) as u64;
        let (before, before2) = (self.fact(row.start.checked_sub(1)), self.fact(row.start.checked_sub(2)));
        let (after, joined) = (self.fact(Some(row.end)), self.fact(Some(row.end + 1)));
        for (template, fact) in [(79, before), (80, after)] {
            push(out, template, hash::pair(fact.lower, length));
            if let Some(wider) = self.wider(fact) {
                push(out, template + 2, hash::pair(wider, place));
            }
        }
        push(out, 83, hash::pair(after.lower, hash::pair(u64::from(joined.short), last.lower)));
        for (template, joint, beyond, near) in [(84, after, joined, last), (86, before, before2, first)] {
            if joint.is(form::JOINT) {
                push(out, template, hash::pair(joint.lower, beyond.lower));
                push(out, template + 1, hash::pair(joint.lower, hash::pair(kinds(beyond), kinds(near))));
            }
        }
    }

    /// How the same word is used in the rest of the document.
    fn elsewhere(&self, out: &mut Sequence) {
        let Some(usage) = self.page.usage.get(&self.here.lower) else { return };
        let own = uses(&self.page.facts, self.at, self.sentence, &self.page.cues);
        let mut pattern = 0u64;
        for (kind, count) in usage.counts.iter().enumerate() {
            let others = count.saturating_sub((own >> kind & 1) as u8);
            if others > 0 {
                pattern |= 1 << kind;
                push(out, 90, hash::pair(kind as u64, u64::from(others.min(3))));
                push(out, 91, hash::pair(kind as u64, self.how));
            }
        }
        push(out, 92, hash::pair(pattern & 3, self.how));
        push(out, 93, pattern);
        if !self.here.is(form::CAPITAL | form::INNER) {
            return;
        }
        let own = self.at as u32 + 1;
        for (n, place) in usage.places.iter().enumerate().filter(|(_, p)| p.at != 0 && p.at != own) {
            let earlier = || usage.places[..n].iter().filter(|p| p.at != own);
            if !earlier().any(|p| p.left == place.left) {
                push(out, 94, u64::from(place.left));
            }
            if !earlier().any(|p| p.right == place.right) {
                push(out, 95, u64::from(place.right));
            }
        }
    }

    /// What an acronym was explained to mean.
    fn acronym(&self, out: &mut Sequence) {
        if !self.here.is(form::CAPITAL | form::INNER) {
            return;
        }
        let Some((first, last)) = self.page.acronyms.get(&self.here.lower) else { return };
        let (first, last) = (&self.page.facts[*first], &self.page.facts[*last]);
        push(out, 96, last.lower);
        push(out, 97, kinds(last));
        push(out, 98, first.lower);
        push(out, 99, hash::pair(kinds(first), kinds(last)));
        if let Some(wider) = self.wider(last) {
            push(out, 100, wider);
        }
        if let Some(leaning) = leaning(last) {
            push(out, 101, leaning);
        }
    }
}

fn fact<'p>(page: &'p Page<'p>, sentence: &Range<usize>, at: Option<usize>) -> &'p Fact {
    at.filter(|n| sentence.contains(n)).map_or(&EDGE, |n| &page.facts[n])
}
