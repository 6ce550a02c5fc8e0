//! Where sentences end.

use std::ops::Range;

use super::Token;
use super::abbreviations::{Abbreviation, abbreviation};
use super::token::{TokenKind, is_quote_mark};

/// Words that start a sentence far more often than they follow an abbreviation inside one. Sorted.
const STARTERS: &[&str] = &[
    "A", "After", "Although", "An", "And", "As", "At", "Before", "But", "By", "For", "He", "Her", "His", "How", "However", "I", "If", "In", "It", "Its", "On",
    "She", "Since", "So", "That", "The", "Their", "There", "These", "They", "This", "Those", "Though", "To", "We", "What", "When", "While", "Who", "Why",
    "With", "You",
];

/// The sentences among `tokens[range]`, as token ranges that tile it. The range is one paragraph.
#[must_use]
pub(super) fn split_sentences(text: &str, tokens: &[Token], range: Range<usize>) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut first = range.start;
    let mut at = range.start;
    while at < range.end {
        if let Some(after) = end_of_sentence(text, tokens, at, range.end) {
            sentences.push(first..after);
            first = after;
            at = after;
        } else {
            at += 1;
        }
    }
    if first < range.end {
        sentences.push(first..range.end);
    }
    sentences
}

/// Where the sentence that token `at` would end is over: one past its closing marks.
fn end_of_sentence(text: &str, tokens: &[Token], at: usize, limit: usize) -> Option<usize> {
    let token = tokens[at].of(text);
    let ends_with_dot = tokens[at].kind == TokenKind::Word && token.len() > 1 && token.ends_with('.');
    let terminal = tokens[at].kind == TokenKind::Punctuation && token.starts_with(['.', '!', '?', '…', '。', '！', '？']);
    if !terminal && !ends_with_dot {
        return None;
    }
    let mut after = at + 1;
    while after < limit && closes(text, tokens, after) {
        after += 1;
    }
    if after >= limit {
        return Some(limit);
    }
    let next = next_word(text, tokens, after, limit)?;
    let starts_upper = next.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let opened = is_quote_mark(tokens[after].of(text).chars().next().unwrap_or(' '));
    if ends_with_dot {
        let word = token.trim_end_matches('.');
        return match abbreviation(word) {
            Some(Abbreviation::Leading) => None,
            _ if word.chars().count() == 1 => None,
            _ => (STARTERS.binary_search(&next).is_ok() || (after > at + 1 && starts_upper)).then_some(after),
        };
    }
    let ellipsis = token.len() > 1 && token.starts_with('.') || token == "…";
    let glued = !tokens[after].spaced;
    if glued && !(starts_upper && next.chars().nth(1).is_some_and(char::is_lowercase)) {
        return None;
    }
    if ellipsis && !starts_upper {
        return None;
    }
    (starts_upper || (opened && !next.starts_with(char::is_lowercase)) || !next.starts_with(char::is_alphabetic)).then_some(after)
}

/// True for a mark or bracket that closes what went before: a bracket, or a quotation mark that no space separates
/// (or, in tokenised text, one that another opening mark or a capital follows after a space).
fn closes(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let s = token.of(text);
    match token.kind {
        TokenKind::Punctuation => matches!(s, ")" | "]"),
        TokenKind::QuoteMark if !token.spaced => true,
        // Standing apart, in tokenised text: a mark that can only close, or a straight one.
        TokenKind::QuoteMark => !glued_to_next(tokens, at) && matches!(s, "”" | "’" | "»" | "''" | "›" | "\"" | "'"),
        _ => false,
    }
}

fn glued_to_next(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|t| !t.spaced)
}

/// The first word at or after `at`, past opening marks and brackets.
fn next_word<'t>(text: &'t str, tokens: &[Token], at: usize, limit: usize) -> Option<&'t str> {
    tokens[at..limit].iter().find(|t| !matches!(t.kind, TokenKind::QuoteMark | TokenKind::Punctuation)).map(|t| t.of(text))
}

#[cfg(test)]
mod tests {
    use crate::text::Layout;

    fn check(text: &str) {
        let plain = text.replace('|', "");
        let layout = Layout::of(&plain);
        let found: Vec<&str> = layout.sentences.iter().map(|s| s.span.of(&plain)).collect();
        let expected: Vec<&str> = text.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        check("U.S. Attorney Preet Bharara met Sen. Schumer on Feb. 8. |He left the U.S. |The end.");
        check("George W. Bush spoke. |Acme Inc. said so.");
    }

    #[test]
    fn closing_marks_belong_to_the_sentence() {
        check("\"I was fired.\" |He left. |“It is over.” |The rest (of it.) |So.");
        check("“So what?” said Harry. |“Who … knows?” he asked.");
    }

    #[test]
    fn reads_tokenised_text() {
        check("\" I did not resign . Moments ago I was fired , \" Bharara wrote . |He left .".replace("resign . ", "resign . |").as_str());
    }

    #[test]
    fn starters_can_be_searched() {
        assert!(super::STARTERS.windows(2).all(|w| w[0] < w[1]));
    }
}
