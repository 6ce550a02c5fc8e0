//! A paragraph as a row of units, and what single units of it are.

use super::cues::{BASE, CUE, Flags, ING, NOUNISH, PAST, THIRD, VERB};
use super::lexicon::{
    ADVERB, AUXILIARY, BODY_NOUN, CONJUNCTION, DETERMINER, DOCUMENT_NOUN, MODAL, NEGATION, PEOPLE_NOUN, PERSON_NOUN, PREPOSITION, PRONOUN, SUBORDINATOR, TIME,
    TITLE, WH,
};
use super::unit::{Kind, Start, Unit};
use crate::lexicon::WordSet;

/// A half-open range of units.
pub(super) type Range = std::ops::Range<usize>;

/// How far a sentence is followed, in units: keeps text without full stops from costing more than linear time.
pub(super) const LONGEST_SENTENCE: usize = 200;

/// The units of a paragraph with the text they lie in.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub text: &'a str,
    pub units: &'a [Unit],
    /// True where the paragraph is a headline: capitals say nothing in it.
    pub headline: bool,
}

impl Row<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.units.get(at).map_or("", |u| u.span.of(self.text))
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.units.get(at).map(|u| u.kind)
    }

    pub(super) fn has(&self, at: usize, flags: Flags) -> bool {
        self.units.get(at).is_some_and(|u| u.has(flags))
    }

    pub(super) fn is_quote(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(Unit::is_quote)
    }

    /// One past the last unit of the sentence that `at` lies in. A sentence that may start after marks counts where `soft` is set.
    pub(super) fn sentence_end(&self, at: usize, soft: bool) -> usize {
        let limit = self.units.len().min(at + LONGEST_SENTENCE);
        (at + 1..limit).find(|n| self.starts(*n, soft)).unwrap_or(limit)
    }

    /// The first unit of the sentence that `at` lies in.
    pub(super) fn sentence_start(&self, at: usize, soft: bool) -> usize {
        (0..=at).rev().take(LONGEST_SENTENCE).find(|n| self.starts(*n, soft)).unwrap_or(at.saturating_sub(LONGEST_SENTENCE))
    }

    pub(super) fn starts(&self, at: usize, soft: bool) -> bool {
        match self.units.get(at).map(|u| u.start) {
            Some(Start::Sentence) => true,
            Some(Start::AfterQuote) => soft,
            _ => at == 0,
        }
    }

    /// True for "also", "later", "sharply".
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        let Some(unit) = self.units.get(at) else { return false };
        unit.kind == Kind::Word
            && !unit.has(PRONOUN | VERB)
            && (unit.has(ADVERB) && !unit.has(DETERMINER)
                || (!unit.capital
                    && self.word(at).ends_with("ly")
                    && self.word(at).len() > 4
                    && !matches!(self.word(at), "family" | "ally" | "rally" | "assembly" | "italy")))
    }

    /// A word that may stand inside a noun phrase.
    pub(super) fn is_nominal(&self, at: usize) -> bool {
        let Some(unit) = self.units.get(at) else { return false };
        match unit.kind {
            Kind::Number => true,
            Kind::Clitic => self.is_possessive(at),
            Kind::Word => {
                if unit.has(TITLE | PERSON_NOUN | PEOPLE_NOUN | DOCUMENT_NOUN | BODY_NOUN)
                    && !(unit.has(CUE) && !unit.has(NOUNISH) && !unit.capital)
                    && !unit.has(DETERMINER | PRONOUN)
                {
                    return true;
                }
                if unit.has(PREPOSITION | CONJUNCTION | SUBORDINATOR | WH | AUXILIARY | MODAL | NEGATION | PRONOUN | DETERMINER) {
                    return false;
                }
                if unit.has(TIME) && !self.is_possessive(at + 1) {
                    return false;
                }
                if unit.has(VERB) {
                    if unit.has(ING) && !unit.has(CUE) && at > 0 && unit.start == Start::Inside {
                        // "the budget hearing": an -ing noun after another noun or a determiner.
                        let before = &self.units[at - 1];
                        return before.has(DETERMINER)
                            || before.kind == Kind::Word && !before.has(VERB | PREPOSITION | CONJUNCTION | SUBORDINATOR | ADVERB) && self.is_nominal(at - 1);
                    }
                    let inner_name = unit.capital && !self.headline && unit.start == Start::Inside;
                    return inner_name || (unit.has(NOUNISH) && unit.has(BASE | THIRD) && !unit.has(PAST));
                }
                !self.is_adverb(at) || self.units.get(at + 1).is_some_and(|n| n.has(PAST))
            }
            _ => false,
        }
    }

    /// 's or a lone apostrophe, read as a possessive.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Clitic)
            && matches!(self.word(at).trim_start_matches(['\'', '’', 'ʼ']), "s" | "S" | "")
            && at > 0
            && !self.has(at - 1, PRONOUN | WH)
    }

    /// A pronoun that is a whole subject: "he", "they", "others".
    pub(super) fn is_pronoun(&self, at: usize) -> bool {
        const SOME: WordSet = WordSet::new("Few Many Most None Others Some both few many most none others some");
        self.units
            .get(at)
            .is_some_and(|u| u.kind == Kind::Word && u.has(PRONOUN) && !u.has(DETERMINER) || matches!(u.kind, Kind::Word) && SOME.has(self.word(at)))
    }
}
