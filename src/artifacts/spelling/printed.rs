//! What copying from a printed page loses: the ligatures of a typeface, and the first letter of an article set large.

use super::words::{Found, Words};
use crate::artifacts::Category;
use crate::text::{TokenKind, order};

/// Letters that typefaces draw as one, likeliest lost first; a single f is lost where its neighbour is one.
const LIGATURES: &[&str] = &["fi", "ff", "fl", "ffi", "ffl"];

/// A word that a lost ligature tore must be among so many of the commonest; a tighter bar where both halves are words too.
const COMMON: u32 = 12_000;
const VERY_COMMON: u32 = 1_500;

impl Words<'_> {
    /// "T he mayor", "A fter a year", "“I t is late”: the first letter of a paragraph stands apart from its word.
    pub(super) fn drop_caps(&self, found: &mut Vec<Found>) {
        for paragraph in &self.view.layout().paragraphs {
            let mut at = paragraph.tokens.start;
            if self.tokens[at].kind == TokenKind::QuoteMark {
                at += 1;
            }
            if !paragraph.tokens.contains(&(at + 1)) || self.tokens[at].kind != TokenKind::Word || self.tokens[at + 1].kind != TokenKind::Word {
                continue;
            }
            let (letter, rest) = (self.word(at), self.word(at + 1));
            let small = rest.bytes().all(|b| b.is_ascii_lowercase());
            if letter.len() != 1 || !letter.as_bytes()[0].is_ascii_uppercase() || !small || self.next(at) != Some(at + 1) || !self.stands_alone(at + 1) {
                continue;
            }
            let whole = format!("{letter}{rest}");
            let common = self.dictionary.rank(&whole.to_ascii_lowercase()).is_some_and(|r| r < 8_000);
            // "A man", "I went" and "O man" are two words; "A fter" is none.
            let alone = matches!(letter, "A" | "I" | "O");
            let half = rest.len() == 1 && rest != "a" || !self.dictionary.knows(rest);
            if common && (!alone || half) {
                let message = format!("The first letter stands apart from its word “{whole}”, as where it was set large.");
                found.push(self.found(Category::SpaceSplitWord, self.tokens[at].span.cover(self.tokens[at + 1].span), &whole, message));
            }
        }
    }

    /// "bene ts", "tra c", "di ff cult": the letters of a ligature were lost or stand apart.
    pub(super) fn lost_ligatures(&self, found: &mut Vec<Found>) {
        let before = found.len();
        for at in 0..self.tokens.len() {
            if self.is_ligature(at) {
                found.extend(self.apart(at));
            } else if self.unknown[at] {
                let pair = at.checked_sub(1).filter(|b| self.next(*b) == Some(at)).and_then(|left| self.without_ligature(left, at, COMMON));
                let pair = pair.or_else(|| self.next(at).and_then(|next| self.without_ligature(at, next, COMMON)));
                found.extend(pair);
            }
        }
        // Where one was lost all were: "of ice" and "o ice" are two known words.
        if found.len() > before {
            for at in 0..self.tokens.len().saturating_sub(1) {
                if let Some(next) = self.next(at).filter(|next| !self.unknown[at] && !self.unknown[*next]) {
                    found.extend(self.without_ligature(at, next, VERY_COMMON));
                }
            }
        }
        order::sort_by(found, |f| order::of_place(f.span));
        found.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    }

    fn is_ligature(&self, at: usize) -> bool {
        matches!(self.word(at), "fi" | "fl" | "ff" | "ffi" | "ffl")
    }

    /// The word that `left` and `right` are with a ligature between them.
    fn without_ligature(&self, left: usize, right: usize, commonest: u32) -> Option<Found> {
        let (first, second) = (self.word(left), self.word(right));
        let letters = |w: &str| w.bytes().all(|b| b.is_ascii_lowercase());
        let starts = first.bytes().skip(1).all(|b| b.is_ascii_lowercase());
        if !starts
            || !letters(second)
            || first.len() + second.len() < 3
            || self.tokens[left].kind != TokenKind::Word
            || !self.stands_alone(left)
            || !self.stands_alone(right)
        {
            return None;
        }
        let lower = first.to_ascii_lowercase();
        let rank = |middle: &str| self.dictionary.rank(&format!("{lower}{middle}{second}")).filter(|r| *r < commonest);
        let single = first.ends_with('f').then_some("f");
        let middle = LIGATURES.iter().copied().chain(single).filter_map(|m| rank(m).map(|r| (r, m))).min()?.1;
        let whole = format!("{first}{middle}{second}");
        let message = format!("The letters “{middle}” of “{whole}” were lost, as in copies of printed pages.");
        Some(self.found(Category::SpaceSplitWord, self.tokens[left].span.cover(self.tokens[right].span), &whole, message))
    }

    /// "di ff cult", "fi nal": the ligature stands as a token of its own.
    fn apart(&self, at: usize) -> Option<Found> {
        let middle = self.word(at);
        let next = self.next(at)?;
        let before = at.checked_sub(1).filter(|b| self.next(*b) == Some(at));
        let mut best: Option<(u32, usize, String)> = None;
        for (from, left) in [(before, before.map_or("", |b| self.word(b))), (None, "")] {
            for letter in ["", "i", "l"] {
                let whole = format!("{left}{middle}{letter}{}", self.word(next));
                let rank = self.dictionary.rank(&whole.to_ascii_lowercase()).filter(|r| *r < COMMON);
                if let Some(rank) = rank.filter(|r| best.as_ref().is_none_or(|(b, ..)| *r < *b)) {
                    best = Some((rank, from.unwrap_or(at), whole));
                }
            }
        }
        let (_, from, whole) = best?;
        let message = format!("The letters “{middle}” of “{whole}” stand apart, as in copies of printed pages.");
        Some(self.found(Category::SpaceSplitWord, self.tokens[from].span.cover(self.tokens[next].span), &whole, message))
    }
}
