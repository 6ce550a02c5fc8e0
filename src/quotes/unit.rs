//! One word, mark of punctuation or marked stretch of a paragraph.

use super::cues::Flags;
use super::lexicon::{ADVERB, AUXILIARY, BE, CONJUNCTION, DETERMINER, MODAL, NEGATION, PREPOSITION, PRONOUN, SUBORDINATOR, TIME, TITLE, WH};
use crate::text::Span;

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    /// 's, n't, 'll.
    Clitic,
    Comma,
    Colon,
    Semicolon,
    Dash,
    /// Full stop, question mark, exclamation mark.
    Stop,
    OpenBracket,
    CloseBracket,
    /// A marked stretch, an index into the list of them.
    Quote(usize),
    Other,
}

/// What begins at a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// Nothing.
    Inside,
    /// A sentence.
    Sentence,
    /// Perhaps a sentence: a marked stretch that ends with a stop stands before.
    AfterQuote,
}

/// One word, mark of punctuation, or marked stretch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub kind: Kind,
    /// In bytes of the view.
    pub span: Span,
    /// What the word can be.
    pub flags: Flags,
    /// Which verb the word is a form of; see [`super::lexicon::verb`]. 0 for none.
    pub verb: u16,
    /// Starts with a capital.
    pub capital: bool,
    pub start: Start,
}

impl Unit {
    pub(super) fn has(&self, flags: Flags) -> bool {
        self.flags.has(flags)
    }

    pub(super) fn is_quote(&self) -> bool {
        matches!(self.kind, Kind::Quote(_))
    }

    /// A capitalised word that is not one of the closed classes: part of a name, or the first word of a sentence.
    pub(super) fn is_name(&self) -> bool {
        self.capital
            && self.kind == Kind::Word
            && !self.has(DETERMINER | PRONOUN | PREPOSITION | CONJUNCTION | SUBORDINATOR | WH | AUXILIARY | BE | MODAL | NEGATION | TIME)
            && (!self.has(ADVERB) || self.has(TITLE))
    }
}
