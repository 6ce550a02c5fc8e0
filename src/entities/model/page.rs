//! A document made ready for the tagger, and which of its tokens may be part of a name.

use std::ops::Range;

use super::facts::{Cues, Fact, Table, Usage, acronyms, facts, form, usage};
use super::lexicon::{Lexicon, Likely, Lists};
use crate::text::{Layout, TokenKind};

/// A document made ready for the tagger.
pub struct Page<'t> {
    pub(super) text: &'t str,
    pub(super) layout: &'t Layout,
    pub(super) lexicon: &'t Lexicon,
    pub(super) facts: Vec<Fact>,
    pub(super) usage: Table<Usage>,
    pub(super) cues: Cues,
    pub(super) acronyms: Table<(usize, usize)>,
}

/// Tokens in a row that may be part of names, inside one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// As token indices.
    pub tokens: Range<usize>,
    /// Its sentence, as token indices.
    pub sentence: Range<usize>,
}

/// Words in small letters that stand before the capital of a name: "al-Bashir", "bin Salman".
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "ul"
            | "bin"
            | "ibn"
            | "abu"
            | "van"
            | "von"
            | "der"
            | "den"
            | "de"
            | "du"
            | "da"
            | "di"
            | "la"
            | "le"
            | "del"
            | "della"
            | "dos"
            | "das"
            | "ben"
            | "st"
            | "ter"
            | "ten"
            | "ash"
            | "an"
    )
}

impl<'t> Page<'t> {
    /// Reads the facts of every token.
    #[must_use]
    pub fn new(text: &'t str, layout: &'t Layout, lexicon: &'t Lexicon) -> Self {
        let facts = facts(text, layout, lexicon);
        let cues = Cues::new();
        let usage = usage(layout, &facts, &cues);
        let acronyms = acronyms(text, layout, &facts);
        Page { text, layout, lexicon, facts, usage, cues, acronyms }
    }

    pub(super) fn word(&self, at: usize) -> &'t str {
        self.layout.tokens[at].of(self.text)
    }

    /// The hash of token `at` in lower case.
    pub(super) fn lower(&self, at: usize) -> u64 {
        self.facts[at].lower
    }

    /// True for a word with a capital, or in a sentence that capitals say nothing about.
    #[must_use]
    pub fn counts(&self, at: usize) -> bool {
        self.facts[at].is(form::CAPITAL | form::INNER | form::CASELESS) && self.layout.tokens[at].kind == TokenKind::Word
    }

    /// The lists that token `at` stands in by itself: of [`Lists`].
    #[must_use]
    pub fn lists(&self, at: usize) -> Lists {
        self.facts[at].entry.lists & Lists::ALL
    }

    /// What the word of token `at` is likely to be part of where it has a capital; `None` for words too rare to tell.
    #[must_use]
    pub fn likely(&self, at: usize) -> Option<Likely> {
        self.lexicon.likely(self.facts[at].entry)
    }

    /// True where the word of token `at` is known, and not as a name of people.
    #[must_use]
    pub fn known_otherwise(&self, at: usize) -> bool {
        self.likely(at).is_some_and(|l| l[0] < 100)
    }

    /// How often the word of token `at` stands with a capital inside a sentence.
    #[must_use]
    pub fn count(&self, at: usize) -> usize {
        self.usage.get(&self.facts[at].lower).map_or(0, |u| usize::from(u.counts[1]))
    }

    /// True where the word of token `at` stands in small letters somewhere in the document.
    #[must_use]
    pub fn seen_small(&self, at: usize) -> bool {
        self.usage.get(&self.facts[at].lower).is_some_and(|u| u.counts[0] > 0)
    }

    /// True where the word of token `at` stands after "in", "from" or the like somewhere in the document.
    #[must_use]
    pub fn stands_as_place(&self, at: usize) -> bool {
        self.usage.get(&self.facts[at].lower).is_some_and(|u| u.counts[6] > 0)
    }

    /// True for the first word of a sentence.
    #[must_use]
    pub fn initial(&self, at: usize) -> bool {
        self.facts[at].is(form::INITIAL)
    }

    /// The runs of tokens that may be part of names, in order. All else is outside of every name.
    #[must_use]
    pub fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for sentence in &self.layout.sentences {
            let range = sentence.tokens.clone();
            let mut at = range.start;
            while at < range.end {
                let Some(first) = (at..range.end).find(|n| self.core(*n)) else { break };
                let start = self.reach_left(first, at);
                let mut end = first + 1;
                loop {
                    while end < range.end && self.core(end) {
                        end += 1;
                    }
                    match self.bridge(end, range.end) {
                        Some(next) => end = next,
                        None => break,
                    }
                }
                end = self.reach_right(end, range.end);
                runs.push(Run { tokens: start..end, sentence: range.clone() });
                at = end;
            }
        }
        runs
    }

    /// A token that can start a name by itself.
    fn core(&self, at: usize) -> bool {
        let fact = &self.facts[at];
        fact.is(form::CAPITAL | form::INNER)
            || (fact.is(form::CASELESS) && matches!(self.layout.tokens[at].kind, TokenKind::Word | TokenKind::Number | TokenKind::Clitic))
            || (fact.is(form::CASELESS) && self.word(at) == "-")
    }

    /// The first particle before `first`: "al-Bashir".
    fn reach_left(&self, first: usize, limit: usize) -> usize {
        let mut start = first;
        while start > limit
            && first - start < 4
            && (self.word(start - 1) == "-" && start - 1 > limit && is_particle(self.word(start - 2)) || is_particle(self.word(start - 1)))
        {
            start -= 1;
        }
        start
    }

    /// Where the next capital is, if only words that join stand between.
    fn bridge(&self, from: usize, limit: usize) -> Option<usize> {
        let mut at = from;
        while at < limit && at - from < 4 {
            if self.core(at) {
                return Some(at);
            }
            let fact = &self.facts[at];
            // "Ko Woo-rim", "Su Tseng-chang".
            let hyphenated = at > 0 && self.word(at - 1) == "-" && fact.is(form::SMALL);
            let joins = hyphenated
                || fact.is(form::JOINT | form::DIGIT) && !matches!(self.word(at), ":" | "!" | "+")
                || (at == from && fact.is(form::SMALL))
                || self.layout.tokens[at].kind == TokenKind::Clitic;
            if !joins {
                return None;
            }
            at += 1;
        }
        None
    }

    /// Numbers and glued pieces after the last capital: "Boeing 737", "Covid-19".
    fn reach_right(&self, end: usize, limit: usize) -> usize {
        if end < limit && self.facts[end].is(form::DIGIT) {
            return end + 1;
        }
        if end + 1 < limit && self.word(end) == "-" && (!self.layout.tokens[end + 1].spaced || self.facts[end + 1].is(form::SMALL)) {
            return end + 2;
        }
        end
    }
}
