//! Borders of words: two that were run together, and one that was torn.

use super::cuts::{ENDS_OF_NAMES, SMALL_WORDS};
use super::words::{Found, Words};
use crate::artifacts::Category;
use crate::text::capitalised;

/// So many joined words, and as many as other unknown ones, show that blanks were lost throughout.
const FULL: usize = 3;

/// Compounds that no dictionary lists are shorter.
const LONG: usize = 16;

impl Words<'_> {
    /// True where most unknown words in small letters are two that were run together.
    pub(super) fn is_full_of_joined_words(&self) -> bool {
        let (mut joined, mut others) = (0, 0);
        for at in 0..self.tokens.len() {
            if self.unknown[at] && self.is_lower(at) && self.word(at).len() >= 4 {
                match self.cuts.cut(self.dictionary, self.word(at)) {
                    Some(_) => joined += 1,
                    None => others += 1,
                }
            }
        }
        joined >= FULL && joined >= others
    }

    /// "tothe", "saidon", "Agencyreported": two very common words, one of them a small word.
    pub(super) fn joined(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        if !self.stands_alone(at) || self.is_foreign(at) {
            return None;
        }
        let (cut, sure) = self.cuts.cut(self.dictionary, word).or_else(|| self.cut_at_known(word))?;
        let both_stand_elsewhere = || self.counts.contains_key(&word[..cut]) && self.counts.contains_key(&word[cut..]);
        let particle = ENDS_OF_NAMES.has(&word[cut..]);
        if !(sure || self.glued || cut > 3 && !particle && both_stand_elsewhere()) {
            return None;
        }
        // A name that stands more than once is a name.
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
        if capital && (self.counts.get(word).is_some_and(|n| *n > 1) || self.is_in_a_name(at)) {
            return None;
        }
        let fix = format!("{} {}", &word[..cut], &word[cut..]);
        let mut found = self.found(Category::SpaceJoinedWords, self.tokens[at].span, &fix, format!("“{word}” is no word; “{fix}” are two."));
        found.certain = sure && self.glued;
        Some(found)
    }

    /// "furiousopposition", "Hospitalinto": where other words are run together too, what might be a compound is two words.
    pub(super) fn compound(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let plain = word.len() >= 9 && word.bytes().all(|b| b.is_ascii_alphabetic()) && word[1..].bytes().all(|b| b.is_ascii_lowercase());
        let lower = word.to_ascii_lowercase();
        let once = self.counts.get(word) == Some(&1);
        if !self.glued || self.unknown[at] || !plain || !once || self.dictionary.knows(word) || self.dictionary.knows(&lower) || !self.stands_alone(at) {
            return None;
        }
        let rank = |w: &str| self.dictionary.rank(w).filter(|r| *r < 9_000).map(u64::from);
        let small = |w: &str| SMALL_WORDS.has(w);
        let cuts = (4..=lower.len() - 4).filter_map(|n| Some((rank(&lower[..n])? * rank(&lower[n..])?, n)));
        let (_, cut) = cuts.min()?;
        let (left, right) = lower.split_at(cut);
        if !(small(left) || small(right) || word.len() >= LONG) {
            return None;
        }
        let fix = format!("{} {}", &word[..cut], right);
        Some(self.found(Category::SpaceJoinedWords, self.tokens[at].span, &fix, format!("“{word}” is no word; “{fix}” are two.")))
    }

    /// "cyberattackbefore" where other words are run together too: any known word and a small word of four letters or more.
    fn cut_at_known(&self, word: &str) -> Option<(usize, bool)> {
        if !self.glued || word.len() < 9 || !word.is_ascii() {
            return None;
        }
        let lower = word.to_ascii_lowercase();
        let small = |w: &str| w.len() >= 2 && SMALL_WORDS.has(w);
        let known = |w: &str| w.len() >= 4 && (self.dictionary.knows(w) || self.dictionary.knows(&capitalised(w)));
        // "Typhoonis": a name of the text and a verb or preposition.
        let tail = lower.len() - 2;
        if word.starts_with(|c: char| c.is_ascii_uppercase()) && matches!(&lower[tail..], "is" | "in" | "of" | "to") && tail >= 5 && known(&lower[..tail]) {
            return Some((tail, false));
        }
        (2..=lower.len() - 2)
            .rev()
            .find(|n| {
                let (left, right) = lower.split_at(*n);
                small(right) && right.len() >= 3 && known(left) || small(left) && known(right) && right.len() >= 6
            })
            .or_else(|| {
                // "expertshave", "Affairsspokesperson": two common words, one of them not small.
                (4..=lower.len() - 4).find(|n| {
                    let (left, right) = lower.split_at(*n);
                    let common = |w: &str| self.dictionary.rank(w).is_some_and(|r| r < 8_000);
                    common(left) && common(right) && self.counts.contains_key(&word[..*n])
                        || self.counts.contains_key(&word[..*n]) && known(left) && known(right)
                })
            })
            .map(|n| (n, false))
    }

    /// True where a capital stands before or behind in the same sentence: "Ana Holland", "Sutherland Street".
    fn is_in_a_name(&self, at: usize) -> bool {
        let capital = |n: usize| self.word(n).starts_with(|c: char| c.is_ascii_uppercase());
        let known_after = self.next(at).is_some_and(capital);
        known_after && !self.glued
    }

    /// A half has two letters; or one, where that is no word and the other half is none.
    fn may_be_half(&self, left: usize, right: usize) -> bool {
        let letter = |n: usize| self.word(n).len() == 1 && !matches!(self.word(n), "a" | "A" | "i" | "I" | "o" | "O");
        let long = |n: usize| self.word(n).len() > 1;
        long(left) && long(right)
            || letter(left) && self.unknown[right] && self.word(right).len() > 3 && self.is_lower(left)
            || letter(right) && self.unknown[left]
    }

    /// "pres ident": together a common word, and at least one of the halves is none.
    pub(super) fn torn(&self, at: usize) -> Option<Found> {
        let before = at.checked_sub(1).filter(|b| self.next_over_break(*b) == Some(at));
        let pairs = [self.next_over_break(at).map(|n| (at, n)), before.map(|b| (b, at))];
        pairs.into_iter().flatten().find_map(|(left, right)| {
            let whole = format!("{}{}", self.word(left), self.word(right));
            let broken = self.breaks_behind(left);
            let letters = whole.bytes().skip(1).all(|b| b.is_ascii_lowercase()) && self.may_be_half(left, right);
            let lower = whole.to_ascii_lowercase();
            let common = self.dictionary.rank(&lower).is_some_and(|r| r < if broken { 20_000 } else { 8_000 });
            // At a line's end a hyphen was lost; a name may be what it parted.
            let neither = self.unknown[left] && self.unknown[right];
            let known = common || (broken || neither) && whole.len() >= 5 && (self.dictionary.knows(&whole) || self.counts.contains_key(whole.as_str()));
            if !letters || whole.len() < 5 + usize::from(!broken) || !known || !self.stands_alone(left) || !self.stands_alone(right) {
                return None;
            }
            let span = self.tokens[left].span.cover(self.tokens[right].span);
            let message = format!("“{}” is no word; “{whole}” is.", self.word(if self.unknown[left] { left } else { right }));
            let mut found = self.found(Category::SpaceSplitWord, span, &whole, message);
            found.shows_a_scan = broken;
            found.certain = neither && whole.len() > 5;
            Some(found)
        })
    }
}
