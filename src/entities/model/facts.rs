//! What the recogniser knows of each token and of the document before it decides anything.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::lexicon::{Entry, LONGEST_PHRASE, Lexicon, Lists, phrase_key, word_key};
use crate::tagger::hash;
use crate::text::{Layout, TokenKind};

/// How a token is written.
pub(super) mod form {
    /// Starts with a capital.
    pub(crate) const CAPITAL: u8 = 1;
    /// Has two capitals or more and no small letter.
    pub(crate) const CAPITALS: u8 = 1 << 1;
    /// A word without a capital.
    pub(crate) const SMALL: u8 = 1 << 2;
    /// Starts with a digit.
    pub(crate) const DIGIT: u8 = 1 << 3;
    /// First word of its sentence, opening marks not counted.
    pub(crate) const INITIAL: u8 = 1 << 4;
    /// Has a capital after a small letter: "iPhone", "McCain".
    pub(crate) const INNER: u8 = 1 << 5;
    /// The sentence is written in capitals throughout, or without any.
    pub(crate) const CASELESS: u8 = 1 << 6;
    /// A word that may join two halves of a name: "of", "-", "al".
    pub(crate) const JOINT: u8 = 1 << 7;
}

/// What is known of one token.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fact {
    /// The hash of the token in lower case, digits as 0.
    pub(super) lower: u64,
    /// The hash of its shape: "Xxxx", runs cut at four.
    pub(super) shape: u32,
    /// The hash of its shape without repetition: "Xx".
    pub(super) short: u32,
    /// What the lexicon has on it.
    pub(super) entry: Entry,
    /// Lists that hold a phrase with this token in it, by place: first, inside, last.
    pub(super) phrases: [Lists; 3],
    /// Bits of [`form`].
    pub(super) form: u8,
}

impl Fact {
    pub(super) fn is(&self, bits: u8) -> bool {
        self.form & bits != 0
    }

    pub(super) fn in_list(&self, any: Lists) -> bool {
        self.entry.lists.has(any)
    }
}

/// Words that may stand in small letters inside a name, or before one.
fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "of" | "the"
            | "and"
            | "&"
            | "-"
            | "'s"
            | "’s"
            | "'"
            | "’"
            | "for"
            | "de"
            | "du"
            | "la"
            | "le"
            | "del"
            | "della"
            | "van"
            | "von"
            | "der"
            | "den"
            | "bin"
            | "ibn"
            | "al"
            | "el"
            | "ul"
            | "da"
            | "dos"
            | "das"
            | "di"
            | "y"
            | "e"
            | "on"
            | "in"
            | "to"
            | "at"
            | "with"
            | "a"
            | "an"
            | "or"
            | "by"
            | "from"
            | "ben"
            | "abu"
            | "ur"
            | "as"
            | "ad"
            | "st"
            | "upon"
            | "against"
            | "d'"
            | "/"
            | "–"
            | "."
            | ","
            | ":"
            | "!"
            | "+"
    )
}

/// Passes over what is hashed already.
#[derive(Default)]
pub(super) struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash::bytes(bytes);
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// A table by word hash.
pub(super) type Table<T> = HashMap<u64, T, BuildHasherDefault<Hashed>>;

/// The facts of every token.
pub(super) fn facts(text: &str, layout: &Layout, lexicon: &Lexicon) -> Vec<Fact> {
    let mut facts: Vec<Fact> = layout.tokens.iter().map(|t| fact(t.of(text), t.kind, lexicon)).collect();
    for sentence in &layout.sentences {
        mark_sentence(text, layout, &mut facts, sentence.tokens.clone());
        mark_phrases(&mut facts[sentence.tokens.clone()], lexicon);
    }
    facts
}

fn fact(word: &str, kind: TokenKind, lexicon: &Lexicon) -> Fact {
    let mut buffer = [0u8; 48];
    let mut shape = 0u64;
    let mut short = 0u64;
    let (mut last, mut run) = (0u8, 0);
    let (mut capitals, mut smalls) = (0, 0);
    let mut form = 0u8;
    let mut see = |class: u8| {
        run = if class == last { run + 1 } else { 1 };
        if run == 1 {
            short = short << 3 ^ short >> 59 ^ u64::from(class);
        }
        if run <= 4 {
            shape = shape << 3 ^ shape >> 59 ^ u64::from(class);
        }
        capitals += usize::from(class == 1);
        smalls += usize::from(class == 2);
        if class == 1 && last == 2 {
            form |= form::INNER;
        }
        last = class;
    };
    let lower = if word.len() <= buffer.len() && word.is_ascii() {
        let buffer = &mut buffer[..word.len()];
        for (to, from) in buffer.iter_mut().zip(word.bytes()) {
            let class = match from {
                b'A'..=b'Z' => 1,
                b'a'..=b'z' => 2,
                b'0'..=b'9' => 3,
                b'.' => 4,
                b'-' => 5,
                _ => 6,
            };
            see(class);
            *to = if class == 3 { b'0' } else { from.to_ascii_lowercase() };
        }
        hash::bytes(buffer)
    } else {
        for c in word.chars() {
            see(match c {
                c if c.is_uppercase() => 1,
                c if c.is_alphabetic() => 2,
                c if c.is_numeric() => 3,
                '.' => 4,
                '-' => 5,
                _ => 6,
            });
        }
        // Curly apostrophes and their kin are read as the straight ones.
        let lower: String = word
            .chars()
            .flat_map(char::to_lowercase)
            .map(|c| {
                if c == '’' {
                    '\''
                } else if c.is_numeric() {
                    '0'
                } else {
                    c
                }
            })
            .collect();
        hash::word(&lower)
    };
    let first = word.chars().next();
    if first.is_some_and(char::is_uppercase) {
        form |= form::CAPITAL;
    }
    if capitals >= 2 && smalls == 0 {
        form |= form::CAPITALS;
    }
    if capitals == 0 && smalls > 0 {
        form |= form::SMALL;
    }
    if kind == TokenKind::Number {
        form |= form::DIGIT;
    }
    if is_joint(word) {
        form |= form::JOINT;
    }
    let entry = if kind == TokenKind::Punctuation || kind == TokenKind::QuoteMark { Entry::default() } else { lexicon.get(word_key(lower)) };
    let entry = if entry == Entry::default() && matches!(kind, TokenKind::Punctuation | TokenKind::QuoteMark | TokenKind::Clitic) {
        Entry { lists: Lists::NONE, ..lexicon.get(word_key(lower)) }
    } else {
        entry
    };
    Fact { lower, shape: (hash::pair(shape, 1) >> 32) as u32, short: (hash::pair(short, 2) >> 32) as u32, entry, phrases: [Lists::NONE; 3], form }
}

/// Marks the first word, and a sentence that capitals say nothing about.
fn mark_sentence(text: &str, layout: &Layout, facts: &mut [Fact], tokens: std::ops::Range<usize>) {
    let is_word = |at: &usize| layout.tokens[*at].kind == TokenKind::Word;
    let Some(first) = tokens.clone().find(is_word) else { return };
    facts[first].form |= form::INITIAL;
    let (mut words, mut capitals, mut smalls) = (0, 0, 0);
    for at in tokens.clone().filter(is_word) {
        words += 1;
        capitals += usize::from(facts[at].is(form::CAPITALS));
        smalls += usize::from(facts[at].is(form::SMALL));
    }
    // "I" is a capital that small writers keep.
    let only_capitals = words >= 2 && smalls == 0 && capitals * 2 > words;
    let only_smalls =
        words >= 2 && facts[first].is(form::SMALL) && tokens.clone().filter(is_word).all(|at| facts[at].is(form::SMALL) || layout.tokens[at].of(text) == "I");
    if only_capitals || only_smalls {
        for at in tokens {
            facts[at].form |= form::CASELESS;
        }
    }
}

/// Marks the tokens that are part of a listed phrase; the longest from each word on.
fn mark_phrases(facts: &mut [Fact], lexicon: &Lexicon) {
    for first in 0..facts.len() {
        if !facts[first].in_list(Lists::STARTS_PHRASE) || (facts[first].is(form::SMALL) && !facts[first].is(form::CASELESS)) {
            continue;
        }
        let mut key = word_key(facts[first].lower);
        let mut best = None;
        for length in 2..=LONGEST_PHRASE.min(facts.len() - first) {
            key = phrase_key(key, facts[first + length - 1].lower);
            let found = lexicon.get(key).lists & Lists::ALL;
            if !found.is_empty() {
                best = Some((length, found));
            }
        }
        if let Some((length, found)) = best {
            facts[first].phrases[0] |= found;
            facts[first + length - 1].phrases[2] |= found;
            for inner in &mut facts[first + 1..first + length - 1] {
                inner.phrases[1] |= found;
            }
        }
    }
}

/// How a word is used in the whole document: how often each of these holds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Usage {
    /// One count a kind of use; see [`Usage::KINDS`].
    pub(super) counts: [u8; Usage::KINDS],
    /// The first places where it stands with a capital: the token, with the words before and after it.
    pub(super) places: [Place; Usage::PLACES],
}

/// One place where a word stands, as token index and hashes of its neighbours; 0 past the edge of the sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    /// One more than the token's index; 0 for none.
    pub(super) at: u32,
    pub(super) left: u32,
    pub(super) right: u32,
}

impl Usage {
    /// In small letters; with a capital inside a sentence; after a title; after a first name; before an organisation word;
    /// before a place word; after a word of place; after "the"; before a verb of saying; before a family name; first of several capitals; last of several.
    pub(super) const KINDS: usize = 12;

    /// So many places are looked at.
    pub(super) const PLACES: usize = 6;
}

/// What words say of the name next to them.
pub(super) struct Cues {
    place: [u64; 5],
    the: u64,
    saying: [u64; 8],
}

impl Cues {
    pub(super) fn new() -> Self {
        Cues {
            place: ["in", "at", "from", "near", "across"].map(hash::word),
            the: hash::word("the"),
            saying: ["said", "says", "told", "added", "told", "tweeted", "asked", "called"].map(hash::word),
        }
    }
}

/// Counts the uses of token `at` into `bits`, one bit a kind.
pub(super) fn uses(facts: &[Fact], at: usize, sentence: &std::ops::Range<usize>, cues: &Cues) -> u16 {
    let fact = &facts[at];
    if fact.is(form::CASELESS) {
        return 0;
    }
    if fact.is(form::SMALL) {
        return 1;
    }
    let before = (at > sentence.start).then(|| &facts[at - 1]);
    let after = (at + 1 < sentence.end).then(|| &facts[at + 1]);
    let mut bits = 0;
    let mut set = |kind: u16, holds: bool| bits |= u16::from(holds) << kind;
    set(1, !fact.is(form::INITIAL));
    if let Some(b) = before {
        set(2, b.in_list(Lists::TITLE));
        set(3, b.is(form::CAPITAL) && b.in_list(Lists::FIRST));
        set(6, cues.place.contains(&b.lower));
        set(7, b.lower == cues.the);
        set(11, b.is(form::CAPITAL) && !b.is(form::INITIAL) && !after.is_some_and(|a| a.is(form::CAPITAL)));
    }
    if let Some(a) = after {
        set(4, a.is(form::CAPITAL) && a.in_list(Lists::ORGANISATION_WORD));
        set(5, a.is(form::CAPITAL) && a.in_list(Lists::PLACE_WORD));
        set(8, cues.saying.contains(&a.lower));
        set(9, a.is(form::CAPITAL) && a.in_list(Lists::FAMILY));
        set(10, a.is(form::CAPITAL) && !before.is_some_and(|b| b.is(form::CAPITAL)));
    }
    bits
}

/// How every capitalised word of the document is used in it.
pub(super) fn usage(layout: &Layout, facts: &[Fact], cues: &Cues) -> Table<Usage> {
    let mut table: Table<Usage> = Table::default();
    for fact in facts.iter().filter(|f| f.is(form::CAPITAL | form::INNER)) {
        table.entry(fact.lower).or_default();
    }
    for sentence in &layout.sentences {
        for at in sentence.tokens.clone() {
            let fact = &facts[at];
            if !fact.is(form::SMALL | form::CAPITAL | form::INNER) {
                continue;
            }
            let Some(usage) = table.get_mut(&fact.lower) else { continue };
            let bits = uses(facts, at, &sentence.tokens, cues);
            for (kind, count) in usage.counts.iter_mut().enumerate() {
                *count = count.saturating_add((bits >> kind & 1) as u8);
            }
            if fact.is(form::CAPITAL | form::INNER)
                && let Some(place) = usage.places.iter_mut().find(|p| p.at == 0)
            {
                let near = |n: Option<usize>| n.filter(|n| sentence.tokens.contains(n)).map_or(0, |n| facts[n].lower as u32);
                *place = Place { at: at as u32 + 1, left: near(at.checked_sub(1)), right: near(Some(at + 1)) };
            }
        }
    }
    table
}

/// For the acronyms that the document explains, as in "World Health Organization (WHO)": the first and the last word of what they stand for.
pub(super) fn acronyms(text: &str, layout: &Layout, facts: &[Fact]) -> Table<(usize, usize)> {
    let mut table: Table<(usize, usize)> = Table::default();
    for sentence in &layout.sentences {
        let range = sentence.tokens.clone();
        for at in range.clone().skip(2) {
            let word = layout.tokens[at].of(text);
            let letters = word.bytes().filter(u8::is_ascii_uppercase).count();
            let explained = letters >= 2
                && word.len() <= 10
                && at + 1 < range.end
                && layout.tokens[at - 1].of(text) == "("
                && layout.tokens[at + 1].of(text) == ")"
                && facts[at - 2].is(form::CAPITAL);
            if !explained || table.contains_key(&facts[at].lower) {
                continue;
            }
            // Back over as many capitals as the acronym has.
            let last = at - 2;
            let (mut first, mut found) = (last, 1);
            let mut n = last;
            while found < letters && n > range.start {
                n -= 1;
                if facts[n].is(form::CAPITAL) {
                    (first, found) = (n, found + 1);
                } else if !facts[n].is(form::JOINT) {
                    break;
                }
            }
            if first < last {
                table.insert(facts[at].lower, (first, last));
            }
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    #[test]
    fn an_acronym_is_explained_by_the_capitals_before_its_bracket() {
        let text = "She left the World Health Organization (WHO) and the bank (XYZ).";
        let document = Document::new(text);
        let layout = document.layout();
        let facts = facts(text, layout, &Lexicon::default());
        let found = acronyms(text, layout, &facts);
        let word = |at: usize| layout.tokens[at].of(text);
        let spans: Vec<(&str, &str)> = found.values().map(|(first, last)| (word(*first), word(*last))).collect();
        assert_eq!(spans, [("World", "Organization")]);
    }
}
