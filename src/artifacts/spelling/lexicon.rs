//! The words of English, and how common they are.

use std::collections::HashMap;

use thiserror::Error;

use crate::text::capitalised;

/// What stands between the sections of a dictionary file.
const SECTION: &str = "\n=====\n";

/// Why a dictionary could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DictionaryError {
    /// The bytes are not text, or not the four sections.
    #[error("not a dictionary file; build it again with \"galley train dictionary\"")]
    NotADictionary,
    /// The affix rules or the word list are wrong.
    #[error("the dictionary's word list cannot be read: {0}")]
    Unreadable(String),
}

/// A spelling dictionary for British and American English together, with the common words in order of their frequency.
#[derive(Clone)]
pub struct Dictionary {
    words: spellbook::Dictionary,
    /// Place in the order of frequency, the commonest first; `u32::MAX` for words that are known but rank nowhere.
    ranks: HashMap<Box<str>, u32>,
}

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dictionary").field("common", &self.ranks.len()).finish_non_exhaustive()
    }
}

impl Dictionary {
    /// Reads a dictionary file: Hunspell affix rules, Hunspell word list, common words in order of frequency, further words.
    ///
    /// # Errors
    /// Where `bytes` are not such a file.
    pub fn read(bytes: &[u8]) -> Result<Self, DictionaryError> {
        let text = std::str::from_utf8(bytes).map_err(|_| DictionaryError::NotADictionary)?;
        let mut sections = text.split(SECTION);
        let (Some(affixes), Some(words), Some(common), Some(further)) = (sections.next(), sections.next(), sections.next(), sections.next()) else {
            return Err(DictionaryError::NotADictionary);
        };
        let words = spellbook::Dictionary::new(affixes, words).map_err(|e| DictionaryError::Unreadable(e.to_string()))?;
        let mut ranks: HashMap<Box<str>, u32> = common.split_whitespace().zip(0..).map(|(w, n)| (w.into(), n)).collect();
        ranks.extend(further.split_whitespace().map(|w| (w.into(), u32::MAX)));
        Ok(Dictionary { words, ranks })
    }

    /// The bytes of a dictionary file.
    #[must_use]
    pub fn file(affixes: &str, words: &str, common: &str, further: &str) -> Vec<u8> {
        [affixes, words, common, further].join(SECTION).into_bytes()
    }

    /// True for a word of the language, in the capitals that it stands in or with none.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.ranks.contains_key(word) || self.words.check(word)
    }

    /// True for a word that is spelt with a capital alone: of "october", not of "mill".
    #[must_use]
    pub fn is_name(&self, word: &str) -> bool {
        !self.words.check(word) && self.words.check(&capitalised(word))
    }

    /// The place of a lower-case word in the order of frequency, from 0.
    #[must_use]
    pub fn rank(&self, word: &str) -> Option<u32> {
        self.ranks.get(word).copied().filter(|r| *r != u32::MAX)
    }
}

/// A small dictionary for tests of other modules.
#[cfg(test)]
pub(in crate::artifacts) fn small() -> Dictionary {
    Dictionary::read(include_bytes!("../../../models/dictionary.bin")).unwrap()
}
