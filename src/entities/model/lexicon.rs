//! What is known of words and phrases before reading: which lists they stand in, and with which words they keep company.

use crate::bits::bit_set;
use crate::tagger::{ModelError, hash};
use crate::text::order;

bit_set! {
    /// The lists that a word or phrase stands in.
    pub struct Lists(u16);
}

impl Lists {
    /// First names of women.
    pub const FEMALE: Self = Self::only(0);
    /// First names of men.
    pub const MALE: Self = Self::only(1);
    /// First names.
    pub const FIRST: Self = Self::only(2);
    /// Family names.
    pub const FAMILY: Self = Self::only(3);
    /// Cities.
    pub const CITY: Self = Self::only(4);
    /// Countries.
    pub const COUNTRY: Self = Self::only(5);
    /// States, provinces, regions, rivers, mountains.
    pub const REGION: Self = Self::only(6);
    /// Companies, agencies, parties, teams, newspapers.
    pub const ORGANISATION: Self = Self::only(7);
    /// Nationalities, religions, parties' followers.
    pub const GROUP: Self = Self::only(8);
    /// What stands before a person's name.
    pub const TITLE: Self = Self::only(9);
    /// What organisations' names end or start with: "Ministry", "Inc.".
    pub const ORGANISATION_WORD: Self = Self::only(10);
    /// What places' names end or start with: "River", "Mount".
    pub const PLACE_WORD: Self = Self::only(11);
    /// Events, works, laws, products.
    pub const MISC: Self = Self::only(12);
    /// What people do: "lawyer".
    pub const OCCUPATION: Self = Self::only(13);
    /// The word starts a phrase of several words.
    pub const STARTS_PHRASE: Self = Self::only(15);

    /// Every list but the flag.
    pub const ALL: Self = Self::from_bits(!Self::STARTS_PHRASE.bits());
}

/// What is known of one word or phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The lists that it stands in.
    pub lists: Lists,
    /// The fine cluster of the word plus one; 0 for none. Ten bits.
    pub cluster: u16,
    /// What the word leans towards being with a capital: a number of one of the lexicon's likelihoods plus one; 0 for none. Six bits.
    pub leaning: u8,
}

/// How likely a word with a capital is to be part of a person, an organisation, a place, a group or another name, or of none, in 255ths.
pub type Likely = [u8; 6];

/// The bits of a cluster; the leaning takes those above.
const CLUSTER_BITS: u32 = 10;

impl Entry {
    /// No list, no cluster.
    pub const EMPTY: Entry = Entry { lists: Lists::NONE, cluster: 0, leaning: 0 };

    fn packed(self) -> u32 {
        u32::from(self.lists.bits()) | u32::from(self.cluster) << 16 | u32::from(self.leaning) << (16 + CLUSTER_BITS)
    }

    fn unpacked(value: u32) -> Self {
        Entry {
            lists: Lists::from_bits(value as u16),
            cluster: (value >> 16) as u16 & ((1 << CLUSTER_BITS) - 1),
            leaning: (value >> (16 + CLUSTER_BITS)) as u8,
        }
    }
}

/// Words and phrases by the hash of their lower-case form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lexicon {
    /// Open addressing; key 0 is free.
    keys: Vec<u32>,
    values: Vec<u32>,
    /// For each fine cluster, the wider one.
    wider: Vec<u8>,
    /// For each leaning, how likely each class is.
    likely: Vec<Likely>,
}

/// The longest phrase, in tokens.
pub const LONGEST_PHRASE: usize = 6;

/// The key of a word: of its lower-case form.
#[must_use]
pub fn word_key(lower: u64) -> u64 {
    hash::pair(11, lower)
}

/// The key of a phrase of one word more than the phrase with the key `so_far`.
#[must_use]
pub fn phrase_key(so_far: u64, lower: u64) -> u64 {
    hash::pair(so_far, lower)
}

/// So many bits of a key are kept: one unknown word in two hundred is taken for a listed one, and every entry takes a bit less room for each.
const KEY_BITS: u32 = 25;

fn short(key: u64) -> u32 {
    ((key >> (64 - KEY_BITS)) as u32).max(1)
}

impl Lexicon {
    /// From entries by key, the wider cluster of each fine one, and the likelihoods of each leaning.
    #[must_use]
    pub fn new(entries: &[(u64, Entry)], wider: Vec<u8>, likely: Vec<Likely>) -> Self {
        let mut shorts: Vec<(u32, Entry)> = entries.iter().map(|(k, e)| (short(*k), *e)).collect();
        order::sort_by(&mut shorts, |e| e.0.into());
        // Two keys that fall together: both are known as what either is.
        shorts.dedup_by(|b, a| {
            let same = a.0 == b.0;
            if same {
                let lists = a.1.lists | b.1.lists;
                a.1 = Entry { lists, ..if a.1.cluster == 0 { b.1 } else { a.1 } };
            }
            same
        });
        Self::build(&shorts, wider, likely)
    }

    fn build(entries: &[(u32, Entry)], wider: Vec<u8>, likely: Vec<Likely>) -> Self {
        let size = (entries.len() * 2).next_power_of_two().max(16);
        let mut lexicon = Lexicon { keys: vec![0; size], values: vec![0; size], wider, likely };
        for (key, entry) in entries {
            let mut at = *key as usize & (size - 1);
            while lexicon.keys[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            lexicon.keys[at] = *key;
            lexicon.values[at] = entry.packed();
        }
        lexicon
    }

    /// What is known of `key`.
    #[must_use]
    pub fn get(&self, key: u64) -> Entry {
        if self.keys.is_empty() {
            return Entry::default();
        }
        let key = short(key);
        let mask = self.keys.len() - 1;
        let mut at = key as usize & mask;
        loop {
            if self.keys[at] == key {
                return Entry::unpacked(self.values[at]);
            }
            if self.keys[at] == 0 {
                return Entry::default();
            }
            at = (at + 1) & mask;
        }
    }

    /// The wider cluster of `entry`; `None` for a word without.
    #[must_use]
    pub fn wider(&self, entry: Entry) -> Option<u8> {
        self.wider.get(usize::from(entry.cluster.checked_sub(1)?)).copied()
    }

    /// What a word with a capital is likely to be part of; `None` where nothing is known.
    #[must_use]
    pub fn likely(&self, entry: Entry) -> Option<Likely> {
        self.likely.get(usize::from(entry.leaning.checked_sub(1)?)).copied()
    }

    /// The file: counts, the wider clusters, the likelihoods, the gaps between sorted keys, the entries; both in planes of one byte,
    /// of which the higher ones pack well.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut entries: Vec<(u32, u32)> = self.keys.iter().copied().zip(self.values.iter().copied()).filter(|(k, _)| *k != 0).collect();
        order::sort_by(&mut entries, |(k, v)| order::pair(*k as usize, *v as usize));
        let mut out = Vec::new();
        out.extend((entries.len() as u32).to_le_bytes());
        out.extend((self.wider.len() as u32).to_le_bytes());
        out.extend((self.likely.len() as u32).to_le_bytes());
        out.extend_from_slice(&self.wider);
        out.extend(self.likely.iter().flatten());
        let gaps: Vec<u32> = entries.iter().scan(0, |last, (key, _)| Some(key - std::mem::replace(last, *key))).collect();
        for shift in [0, 8, 16, 24] {
            out.extend(gaps.iter().map(|gap| (gap >> shift) as u8));
        }
        for shift in [0, 8, 16, 24] {
            out.extend(entries.iter().map(|(_, value)| (value >> shift) as u8));
        }
        out
    }

    /// Reads what [`Lexicon::to_bytes`] wrote.
    ///
    /// # Errors
    /// If the bytes are cut off or altered.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut rest = bytes;
        let mut take = |count: usize| {
            let (taken, left) = rest.split_at_checked(count).ok_or(ModelError::Damaged)?;
            rest = left;
            Ok::<_, ModelError>(taken)
        };
        let number = |b: &[u8]| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize;
        let count = number(take(4)?);
        let (clusters, leanings) = (number(take(4)?), number(take(4)?));
        let wider = take(clusters)?.to_vec();
        let (likely, _) = take(leanings.saturating_mul(size_of::<Likely>()))?.as_chunks();
        let likely = likely.to_vec();
        if count > bytes.len() {
            return Err(ModelError::Damaged);
        }
        let mut planes = || {
            let mut numbers = vec![0u32; count];
            for shift in [0, 8, 16, 24] {
                numbers.iter_mut().zip(take(count)?).for_each(|(n, b)| *n |= u32::from(*b) << shift);
            }
            Ok::<_, ModelError>(numbers)
        };
        let (gaps, values) = (planes()?, planes()?);
        let keys = gaps.iter().scan(0u32, |last, gap| {
            *last = last.wrapping_add(*gap);
            Some(*last)
        });
        let entries: Vec<(u32, Entry)> = keys.map(|k| k.max(1)).zip(values.into_iter().map(Entry::unpacked)).collect();
        Ok(Self::build(&entries, wider, likely))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in_and_survives_its_file() {
        let key = |w: &str| word_key(hash::word(w));
        let paris = Entry { lists: Lists::CITY, cluster: 1023, leaning: 2 };
        let entries = [(key("paris"), paris), (key("ortiz"), Entry { lists: Lists::FAMILY, ..Entry::EMPTY })];
        let mut wider = vec![0; 1023];
        wider[1022] = 7;
        let lexicon = Lexicon::new(&entries, wider, vec![[0; 6], [1, 2, 3, 4, 5, 6]]);
        let again = Lexicon::from_bytes(&lexicon.to_bytes()).unwrap();
        assert_eq!(lexicon, again);
        assert_eq!(again.get(key("paris")), paris);
        assert_eq!((again.wider(paris), again.likely(paris)), (Some(7), Some([1, 2, 3, 4, 5, 6])));
        assert_eq!((again.wider(Entry::EMPTY), again.likely(Entry::EMPTY)), (None, None));
        assert_eq!(again.get(key("ortiz")).lists, Lists::FAMILY);
        assert_eq!(again.get(key("nowhere")), Entry::EMPTY);
        let file = lexicon.to_bytes();
        assert!((0..file.len()).all(|end| Lexicon::from_bytes(&file[..end]).is_err()));
    }
}
