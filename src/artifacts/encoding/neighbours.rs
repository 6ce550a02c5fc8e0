//! What stands around a damaged character: endings of contractions, borders of words, addresses.

use crate::artifacts::contractions::takes_not;
use crate::text::{border_after, border_before};

/// So many bytes of a word or address are looked over on either side.
const REACH: usize = 120;

/// The character before `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The letters that `rest` starts with, where nothing else of a word follows them.
fn letters(rest: &str) -> &str {
    let length = rest.bytes().take(16).take_while(u8::is_ascii_alphabetic).count();
    if rest[length..].starts_with(char::is_alphanumeric) { "" } else { &rest[..length] }
}

/// True where an apostrophe would be missing between `word`, which ends there, and the ending that `rest` starts with.
pub(super) fn takes_ending(word: &str, rest: &str) -> bool {
    match letters(rest) {
        "s" | "S" => word.len() > 1,
        _ => contracts(word, rest),
    }
}

/// The same for the endings that make a contraction of a few words: what else could stand there is no word.
pub(super) fn contracts(word: &str, rest: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    match letters(rest) {
        "t" => lower.strip_suffix('n').is_some_and(takes_not),
        "m" => lower == "i",
        "re" => matches!(lower.as_str(), "we" | "you" | "they" | "who" | "what" | "there"),
        "ve" => matches!(lower.as_str(), "i" | "we" | "you" | "they" | "who" | "could" | "would" | "should" | "might"),
        "ll" | "d" => matches!(lower.as_str(), "i" | "he" | "she" | "it" | "we" | "you" | "they" | "who" | "that" | "there"),
        "s" => matches!(lower.as_str(), "it" | "he" | "she" | "that" | "what" | "who" | "there" | "let" | "here"),
        _ => false,
    }
}

/// The ASCII letters that end at `at`.
pub(super) fn word_before(text: &str, at: usize) -> &str {
    let length = text.as_bytes()[..at].iter().rev().take(REACH).take_while(|b| b.is_ascii_alphabetic()).count();
    &text[at - length..at]
}

/// True where a word, or what opens before one, starts at `at`: nothing, a blank, a bracket or a dash stands before it.
pub(super) fn opens(text: &str, at: usize, end: usize) -> bool {
    before(text, at).is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–')) && text[end..].starts_with(char::is_alphanumeric)
}

/// True where a word or clause ends at `at`, and what stands there up to `end` closes it.
pub(super) fn closes(text: &str, at: usize, end: usize) -> bool {
    let inside = before(text, at).is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '.' | '!' | '?' | '…'));
    inside && text[end..].chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '?' | '!' | ')' | ']'))
}

/// True where blanks stand on both sides.
pub(super) fn stands_alone(text: &str, at: usize, end: usize) -> bool {
    before(text, at) == Some(' ') && text[end..].starts_with(' ')
}

/// The run of what is no white space around `at`.
pub(super) fn token(text: &str, at: usize) -> &str {
    let blank = |b: &u8| b.is_ascii_whitespace();
    let bytes = text.as_bytes();
    let start = at - bytes[at.saturating_sub(REACH)..at].iter().rev().take_while(|b| !blank(b)).count();
    let end = at + bytes[at..].iter().take(REACH).take_while(|b| !blank(b)).count();
    &text[border_after(text, start)..border_before(text, end)]
}

/// True for an address of the web or a query in one, where escapes belong.
pub(super) fn is_address(token: &str) -> bool {
    token.contains("://") || token.contains("www.") || token.contains(['@', '/', '\\']) || token.contains("?") && token.contains('=')
}
