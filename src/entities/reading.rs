//! A text as the entity rules read it: tokens with the class of each.

use super::words::{Class, class_of, entry};
use crate::lexicon::WordSet;
use crate::text::{Layout, Span, Token, TokenKind, View};

/// A token without a class.
const NONE: u16 = u16::MAX;

/// What the rules read from.
pub(super) struct Reading<'v> {
    pub(super) text: &'v str,
    pub(super) layout: &'v Layout,
    /// For each token, its entry in the list of words with a class, or [`NONE`].
    entries: Vec<u16>,
    /// For each token, the end of its sentence, as a token index.
    limits: Vec<u32>,
}

/// What a rule found from one token on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// One past its last token.
    pub(super) end: usize,
    /// What it means, where that is certain.
    pub(super) value: Option<String>,
}

impl<'v> Reading<'v> {
    pub(super) fn new(view: &'v View<'_>) -> Self {
        let (text, layout) = (view.text(), view.layout());
        let of = |t: &Token| (t.kind == TokenKind::Word).then(|| entry(t.of(text))).flatten().unwrap_or(NONE);
        let entries = layout.tokens.iter().map(of).collect();
        let mut limits = vec![0; layout.tokens.len()];
        for sentence in &layout.sentences {
            limits[sentence.tokens.clone()].fill(sentence.tokens.end as u32);
        }
        Reading { text, layout, entries, limits }
    }

    pub(super) fn len(&self) -> usize {
        self.layout.tokens.len()
    }

    pub(super) fn token(&self, at: usize) -> Option<&'v Token> {
        self.layout.tokens.get(at)
    }

    /// The characters of token `at`; empty past the end.
    pub(super) fn word(&self, at: usize) -> &'v str {
        self.token(at).map_or("", |t| t.of(self.text))
    }

    /// Token `at` is `word`, in any case.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Token `at` is one of `words`, in any case.
    pub(super) fn is_one(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|w| word.eq_ignore_ascii_case(w))
    }

    /// True where token `at` is one of `words`, in any case.
    pub(super) fn is_of(&self, at: usize, words: WordSet) -> bool {
        words.has_in_any_case(self.word(at))
    }

    pub(super) fn class(&self, at: usize) -> Option<Class> {
        self.entries.get(at).filter(|e| **e != NONE).map(|e| class_of(*e))
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|t| t.kind)
    }

    /// The token before `at`, in the same sentence.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|b| self.limits[*b] == self.limits[at])
    }

    /// One past the last token of the sentence that holds `at`.
    pub(super) fn sentence_end(&self, at: usize) -> usize {
        self.limits.get(at).map_or(at, |l| *l as usize)
    }

    /// Token `at` starts with a capital.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// The span of tokens `start..end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        self.layout.tokens[start].span.cover(self.layout.tokens[end - 1].span)
    }
}
