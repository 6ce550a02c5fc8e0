//! Contractions of English: which words take which endings.

use crate::lexicon::WordSet;

/// True for a word that contracts with "not".
pub(super) fn takes_not(word: &str) -> bool {
    const WORDS: WordSet = WordSet::new("ai are ca could dare did do does had has have is might must need ought sha should was were wo would");
    WORDS.has(word.to_ascii_lowercase().as_str())
}
