//! What the words of a marked stretch look like.

use super::lexicon::{CONJUNCTION, DETERMINER, PREPOSITION, flags};
use crate::text::Span;

/// Words in the marked stretch.
pub(super) fn words(text: &str, inner: Span) -> usize {
    inner.of(text).split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count()
}

/// True where every longer word starts with a capital: “Keep the Lights On”.
pub(super) fn is_title_case(text: &str, inner: Span) -> bool {
    let mut capitals = 0;
    for (n, word) in inner.of(text).split_whitespace().enumerate() {
        let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else { continue };
        if first.is_uppercase() || first.is_numeric() {
            capitals += 1;
        } else if n == 0 || word.len() > 3 && !flags(word).has(DETERMINER | PREPOSITION | CONJUNCTION) {
            return false;
        }
    }
    capitals > 0
}
