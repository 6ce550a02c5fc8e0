//! Misspelt names and words with a capital.

use super::corrections::corrections;
use super::famous::{Slip, is_famous, undone_slips};
use super::words::{Found, Words};
use crate::artifacts::Category;
use crate::text::TokenKind;

impl Words<'_> {
    /// "Attorny" where the article has "Attorney" in the same surroundings, "Toyko", and a name that the article spells otherwise elsewhere.
    pub(super) fn misspelt_name(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase()) && word.bytes().skip(1).any(|b| b.is_ascii_lowercase());
        if word.len() < 5 || !capital || !self.stands_alone(at) {
            return None;
        }
        let twin = self.misspelt_famous(at).or_else(|| self.misspelt_twin(at));
        if twin.is_some() || word.len() < 6 || !word[1..].bytes().all(|b| b.is_ascii_lowercase()) || self.counts.get(word) != Some(&1) {
            return twin;
        }
        let found = corrections(self.dictionary, &word.to_lowercase());
        let best = found.iter().find(|c| c.cost <= 2 && c.rank < 8_000)?;
        let right = format!("{}{}", &word[..1], &best.word[1..]);
        if best.word.as_bytes()[0] != word.as_bytes()[0].to_ascii_lowercase() {
            return None;
        }
        let twins = self.capitals.get(right.as_str()).into_iter().flatten().map(|n| *n as usize);
        if let Some(_here) = twins.into_iter().find(|n| self.same_place(*n, at)) {
            let message = format!("“{word}” is in no dictionary; the article has “{right}” in the same surroundings.");
            return Some(self.found(Category::WordTypoEntity, self.tokens[at].span, &right, message));
        }
        // "The Goverment": a common word with a capital, where no name stands beside it.
        if best.cost > 1 || best.rank > 1_500 || word.len() < 8 || self.has_name_beside(at) {
            return None;
        }
        let message = format!("“{word}” is in no dictionary; “{right}” is one letter away and common.");
        Some(self.found(Category::WordTypo, self.tokens[at].span, &right, message))
    }

    /// True where the words beside `n` and beside `at` are the same.
    fn same_place(&self, n: usize, at: usize) -> bool {
        let same = |a: &str, b: &str| a == b && a.starts_with(char::is_alphabetic);
        same(self.word(n + 1), self.word(at + 1)) || n > 0 && at > 0 && same(self.word(n - 1), self.word(at - 1))
    }

    /// True where a word with a capital stands before or behind that opens no sentence.
    fn has_name_beside(&self, at: usize) -> bool {
        let capital = |n: usize| self.tokens.get(n).is_some_and(|t| t.kind == TokenKind::Word) && self.word(n).starts_with(char::is_uppercase);
        at > 0 && capital(at - 1) && !self.opens_sentence(at - 1) || capital(at + 1)
    }

    fn opens_sentence(&self, n: usize) -> bool {
        self.view.layout().sentence_at(self.tokens[n].span.start()).is_some_and(|s| self.view.layout().sentences[s].tokens.start == n)
    }

    /// "Toyko": one slip away from a name that every reader knows, and nowhere the name of a person.
    fn misspelt_famous(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        if self.counts.get(word).is_some_and(|n| *n > 2) || is_famous(word) {
            return None;
        }
        let mut right: Option<(Slip, String)> = None;
        undone_slips(word, |made, slip| {
            let likely = match slip {
                Slip::Sure => true,
                Slip::Likely => made.len() >= 7,
                Slip::Vowel => made.len() >= 9,
            };
            if is_famous(made) && likely && right.as_ref().is_none_or(|(s, _)| slip < *s) {
                right = Some((slip, made.to_owned()));
            }
        });
        let (slip, right) = right?;
        let capital = |n: usize| self.tokens[n].kind == TokenKind::Word && self.word(n).starts_with(char::is_uppercase);
        let ordinary = |n: usize| is_famous(self.word(n)) || self.dictionary.rank(&self.word(n).to_lowercase()).is_some();
        let named = |n: usize| n > 0 && capital(n - 1) && !ordinary(n - 1);
        let places = self.capitals.get(word).map_or(&[][..], Vec::as_slice);
        if named(at) || places.iter().any(|n| named(*n as usize)) || slip != Slip::Sure && self.has_name_beside(at) && !self.counts.contains_key(right.as_str())
        {
            return None;
        }
        let message = format!("“{word}” is in no dictionary; “{right}” is one slip away.");
        Some(self.found(Category::WordTypoEntity, self.tokens[at].span, &right, message))
    }

    /// "Mellissa" once where the article has "Melissa" elsewhere: letters exchanged, doubled or halved in a name.
    fn misspelt_twin(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let count = self.counts.get(word).copied().unwrap_or(0);
        if word.len() < 6 || count > 1 {
            return None;
        }
        let mut right: Option<String> = None;
        undone_slips(word, |made, slip| {
            let times = self.counts.get(made).copied().unwrap_or(0);
            let beside = || self.capitals.get(made).into_iter().flatten().any(|n| self.same_name(*n as usize, at));
            // Two people may have names that are spelt in two ways: "Mohammed Ali" and "Mohamed Aden".
            let alike = beside();
            let enough = times >= 2 && (alike && (slip == Slip::Sure || word.len() >= 7) || slip == Slip::Sure && !self.has_name_beside(at));
            if enough && right.is_none() {
                right = Some(made.to_owned());
            }
        });
        let right = right?;
        let times = self.counts.get(right.as_str()).copied().unwrap_or(0);
        let message = format!("“{word}” stands once; the article has “{right}” {times} times.");
        Some(self.found(Category::WordTypoEntity, self.tokens[at].span, &right, message))
    }

    /// True where the same capitalised word stands before or behind both: "Ana Jagesar" and "Ana Jaggesar".
    fn same_name(&self, n: usize, at: usize) -> bool {
        let same = |a: &str, b: &str| a == b && a.len() > 2 && a.starts_with(char::is_uppercase);
        self.next(n).is_some() && self.next(at).is_some() && same(self.word(n + 1), self.word(at + 1))
            || n > 0 && at > 0 && self.next(n - 1).is_some() && self.next(at - 1).is_some() && same(self.word(n - 1), self.word(at - 1))
    }
}
