//! Misspelt words in small letters.

use super::scanned::misread_shape;
use super::words::{COMMON, Found, Words};
use crate::artifacts::Category;
use crate::text::TokenKind;

/// Shorter words are too often abbreviations, names and foreign particles.
const SHORTEST: usize = 5;
/// A word of so many letters that is one letter from another is hardly ever a word of its own.
const LONG: usize = 9;

impl Words<'_> {
    /// "accoding"
    pub(super) fn misspelt(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let count = self.counts.get(word).copied().unwrap_or(0);
        if let Some(found) = self.small_l(at) {
            return Some(found);
        }
        if word.len() < SHORTEST
            || count > 2
            || self.is_broken(at)
            || !self.is_lower(at)
            || !self.stands_alone(at)
            || self.is_foreign(at)
            || self.follows_capital(at)
        {
            return None;
        }
        if let Some(right) = misread_shape(self.dictionary, word) {
            let message = format!("“{word}” is no word; a scanner takes the letters of “{right}” for it.");
            return Some(self.found(Category::WordOcr, self.tokens[at].span, &right, message));
        }
        let best = self.correction(at)?;
        // The more the change is unlike a slip, the commoner the word must be.
        let long = word.len() >= LONG;
        let limit = match best.cost {
            0..=2 if long && count == 1 => u32::MAX,
            0 | 1 => COMMON,
            2 => COMMON / 3,
            _ => return None,
        };
        // Twice the same slip in one article is rare, twice the same strange word is not.
        if best.rank > limit || (word.len() < 6 || count > 1) && best.rank > limit / 4 {
            return None;
        }
        let message = format!("“{word}” is in no dictionary; “{}” is one letter away and common.", best.word);
        Some(self.found(Category::WordTypo, self.tokens[at].span, &best.word, message))
    }

    /// "lda", "lnspector": a capital I that was read as an l, before which no consonant stands in English.
    fn small_l(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let rest = word.strip_prefix('l').filter(|rest| rest.len() > 1 && !rest.starts_with(['a', 'e', 'i', 'l', 'o', 'u', 'y']))?;
        let right = format!("I{rest}");
        // "lnk" may be an abbreviation.
        let known = self.counts.contains_key(right.as_str()) || word.len() > 3 && self.dictionary.knows(&right);
        (known && self.is_lower(at) && self.stands_alone(at)).then(|| {
            let message = format!("“{word}” is no word; a scanner takes the capital of “{right}” for an l.");
            let mut found = self.found(Category::WordOcr, self.tokens[at].span, &right, message);
            found.certain = true;
            found
        })
    }

    /// "al-Shabaab", "the Mughal durbar": the word belongs to a name or title.
    fn follows_capital(&self, at: usize) -> bool {
        let capital = |n: usize| self.tokens.get(n).is_some_and(|t| t.kind == TokenKind::Word) && self.word(n).starts_with(char::is_uppercase);
        let starts = |n: usize| self.view.layout().sentence_at(self.tokens[n].span.start()).is_some_and(|s| self.view.layout().sentences[s].tokens.start == n);
        at > 0 && capital(at - 1) && !starts(at - 1) && capital(at + 1)
    }
}
