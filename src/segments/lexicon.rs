//! Words by class and phrases by kind: what the model file knows of wording.

use std::collections::HashMap;

use super::Kind;
use crate::tagger::hash;

/// Where in a segment a phrase tells something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is all of it.
    Whole,
    /// It begins with it.
    Start,
    /// It stands anywhere.
    Part,
    /// It is all of it, and that is certain.
    Is,
    /// It begins with it, and that is certain.
    From,
    /// The same, where a colon follows.
    FromColon,
    /// A segment begins before it wherever it stands with a capital.
    Cut,
    /// The same, and another after it.
    CutOut,
}

/// What one phrase tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    pub(super) place: Place,
    pub(super) kind: Kind,
}

/// Classes of words, one bit each, in the order of their names; those without a constant are features only.
pub(super) mod class {
    pub(crate) const NAMES: [&str; 16] = [
        "function",
        "verb",
        "said",
        "month",
        "day",
        "zone",
        "preposition",
        "agency",
        "social",
        "photo",
        "brand",
        "section",
        "role",
        "imperative",
        "scene",
        "counted",
    ];
    pub(crate) const FUNCTION: u32 = 1;
    pub(crate) const VERB: u32 = 1 << 1;
    pub(crate) const SAID: u32 = 1 << 2;
    pub(crate) const MONTH: u32 = 1 << 3;
    pub(crate) const DAY: u32 = 1 << 4;
    pub(crate) const ZONE: u32 = 1 << 5;
    pub(crate) const PREPOSITION: u32 = 1 << 6;
    pub(crate) const AGENCY: u32 = 1 << 7;
    pub(crate) const SOCIAL: u32 = 1 << 8;
    pub(crate) const PHOTO: u32 = 1 << 9;
    pub(crate) const BRAND: u32 = 1 << 10;
    pub(crate) const SCENE: u32 = 1 << 14;
    pub(crate) const COUNTED: u32 = 1 << 15;
    /// Ends in "-ing"; told by the letters, in no list.
    pub(crate) const ING: u32 = 1 << 16;
}

/// One entry of the table: a word, or the first words of a phrase.
#[derive(Clone, Debug, Default, PartialEq)]
struct Entry {
    class: u32,
    /// True where a longer phrase begins so.
    goes_on: bool,
    signs: Vec<Sign>,
}

/// The lists, ready to be looked up by the hashes of words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Lexicon {
    source: [String; 2],
    entries: HashMap<u64, Entry, Keyed>,
    /// One bit a word that may stand in the table, by the low bits of its hash: most words do not.
    sieve: Vec<u64>,
}

/// The keys are hashes already.
#[derive(Clone, Copy, Debug, Default)]
struct Keyed;

impl std::hash::BuildHasher for Keyed {
    type Hasher = Itself;
    fn build_hasher(&self) -> Itself {
        Itself(0)
    }
}

/// A hasher that gives back the last number it was given.
struct Itself(u64);

impl std::hash::Hasher for Itself {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|b| self.0 = hash::pair(self.0, u64::from(*b)));
    }
    fn write_u64(&mut self, n: u64) {
        self.0 = n;
    }
}

const SIEVE: u64 = 1 << 15;

impl Lexicon {
    /// Reads the two lists: phrases ("kind, place, words" a line) and words ("class, words" a line), columns parted by tabs,
    /// lines that start with "#" left out. `None` where a line is none of these.
    pub(super) fn read(phrases: &str, words: &str) -> Option<Self> {
        let mut lexicon = Lexicon { source: [phrases.to_owned(), words.to_owned()], sieve: vec![0; SIEVE as usize / 64], ..Lexicon::default() };
        for line in words.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            let (name, words) = line.split_once('\t')?;
            let bit = class::NAMES.iter().position(|n| *n == name)?;
            for word in words.split(' ') {
                lexicon.entry(hash::word(word)).class |= 1 << bit;
            }
        }
        for line in phrases.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            let mut columns = line.split('\t');
            let (kind, place, phrase) = (columns.next()?, columns.next()?, columns.next()?);
            let sign = match (kind, place) {
                ("cut", "whole") => Sign { place: Place::CutOut, kind: Kind::Other },
                ("cut", _) => Sign { place: Place::Cut, kind: Kind::Other },
                (kind, "whole") => Sign { place: Place::Whole, kind: Kind::named(kind)? },
                (kind, "start") => Sign { place: Place::Start, kind: Kind::named(kind)? },
                (kind, "is") => Sign { place: Place::Is, kind: Kind::named(kind)? },
                (kind, "from") if phrase.ends_with(':') => Sign { place: Place::FromColon, kind: Kind::named(kind)? },
                (kind, "from") => Sign { place: Place::From, kind: Kind::named(kind)? },
                (kind, "part") => Sign { place: Place::Part, kind: Kind::named(kind)? },
                _ => return None,
            };
            let keys: Vec<u64> = phrase.split(' ').map(super::key::key_of).filter(|k| *k != 0).collect();
            let Some((last, first)) = keys.split_last() else { continue };
            let mut so_far = 0;
            for key in first {
                so_far = if so_far == 0 { *key } else { hash::pair(so_far, *key) };
                lexicon.entry(so_far).goes_on = true;
            }
            so_far = if so_far == 0 { *last } else { hash::pair(so_far, *last) };
            lexicon.entry(so_far).signs.push(sign);
        }
        Some(lexicon)
    }

    fn entry(&mut self, key: u64) -> &mut Entry {
        let bit = key % SIEVE;
        self.sieve[bit as usize / 64] |= 1 << (bit % 64);
        self.entries.entry(key).or_default()
    }

    /// The two lists as they were read.
    pub(super) fn source(&self) -> &[String; 2] {
        &self.source
    }

    fn get(&self, key: u64) -> Option<&Entry> {
        let bit = key % SIEVE;
        if self.sieve[bit as usize / 64] & 1 << (bit % 64) == 0 {
            return None;
        }
        self.entries.get(&key)
    }

    /// The classes of the word with this key.
    pub(super) fn class(&self, key: u64) -> u32 {
        self.get(key).map_or(0, |e| e.class)
    }

    /// Every phrase that `keys` begin with: how many words it takes, and what it tells.
    pub(super) fn phrases(&self, keys: impl Iterator<Item = u64>, mut found: impl FnMut(usize, Sign)) {
        let mut so_far = 0;
        for (n, key) in keys.enumerate() {
            so_far = if n == 0 { key } else { hash::pair(so_far, key) };
            let Some(entry) = self.get(so_far) else { return };
            entry.signs.iter().for_each(|sign| found(n + 1, *sign));
            if !entry.goes_on {
                return;
            }
        }
    }
}
