//! Cheap signs of overwriting that hardly ever stand in clean news: what makes the detector look closer, and what it shows as evidence.
//!
//! On about two thousand clean articles "he" before a name and a name before "n't" never occurred; a capital article inside
//! a sentence two to five times in a thousand ("Series A round").

use std::collections::HashMap;

use crate::text::{Span, Token, TokenKind, View};

use super::reading::is_function_word;
use crate::artifacts::duplicates::is_reduplicated;

/// What was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// "he Ortiz"
    PronounBeforeName,
    /// "Ortiz n't"
    NameBeforeNot,
    /// "Ortiz Ortiz"
    NameTwice,
    /// "Ortiz Lena Ortiz"
    SurnameBeforeFullName,
    /// "left A source"
    CapitalArticle,
}

/// One sign and where it stands, in bytes of the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

/// All signs of a view, in order.
pub(super) fn signs(view: &View<'_>) -> Vec<Sign> {
    let text = view.text();
    let tokens = &view.layout().tokens;
    let mut found = Vec::new();
    for at in 1..tokens.len() {
        if !is_capitalised(text, &tokens[at]) || !joined(text, &tokens[at - 1], &tokens[at]) {
            continue;
        }
        let (before, word) = (tokens[at - 1].of(text), tokens[at].of(text));
        let next = tokens.get(at + 1).filter(|n| joined(text, &tokens[at], n)).map_or("", |n| n.of(text));
        let kind = if matches!(word, "A" | "An" | "The") {
            let plain = |w: &str| w.len() > 1 && w.bytes().all(|b| b.is_ascii_lowercase());
            (plain(before) && plain(next)).then_some(Kind::CapitalArticle)
        } else if is_function_word(word) || word.len() < 3 {
            None
        } else if next.eq_ignore_ascii_case("n't") || next == "n’t" {
            Some(Kind::NameBeforeNot)
        } else if matches!(before, "he" | "she" | "they") {
            Some(Kind::PronounBeforeName)
        } else if before == word && next != word {
            (!is_reduplicated(&word.to_lowercase())).then_some(Kind::NameTwice)
        } else if is_capitalised(text, &tokens[at - 1]) {
            let run = tokens[at..].iter().take(7).take_while(|t| is_capitalised(text, t)).skip(1);
            run.clone().any(|t| t.of(text) == before && before.len() > 2).then_some(Kind::SurnameBeforeFullName)
        } else {
            None
        };
        found.extend(kind.map(|kind| Sign { kind, span: tokens[at - 1].span.cover(tokens[at].span) }));
    }
    keep_what_stands_alone_too(text, tokens, &mut found);
    found
}

/// Drops names that never stand but twice in a row: they are doubled by nature.
fn keep_what_stands_alone_too(text: &str, tokens: &[Token], signs: &mut Vec<Sign>) {
    let mut single: HashMap<&str, bool> =
        signs.iter().filter(|s| s.kind == Kind::NameTwice).filter_map(|s| s.span.of(text).split_whitespace().next()).map(|name| (name, false)).collect();
    if single.is_empty() {
        return;
    }
    for (n, token) in tokens.iter().enumerate() {
        if let Some(seen) = single.get_mut(token.of(text)) {
            let same = |m: Option<&Token>| m.is_some_and(|t| t.of(text) == token.of(text));
            *seen |= !same(n.checked_sub(1).map(|m| &tokens[m])) && !same(tokens.get(n + 1));
        }
    }
    signs.retain(|s| s.kind != Kind::NameTwice || s.span.of(text).split_whitespace().next().is_some_and(|name| single[name]));
}

fn is_capitalised(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Word && token.of(text).starts_with(char::is_uppercase)
}

/// True where only blanks stand between the two.
fn joined(text: &str, before: &Token, after: &Token) -> bool {
    text[before.span.end()..after.span.start()].bytes().all(|b| b == b' ')
}

/// The last words of the text where they stand after its last sentence, without a stop: a replacement whose place lay past the end.
pub(super) fn tail(view: &View<'_>) -> Option<Span> {
    let text = view.text();
    let tokens = &view.layout().tokens;
    let stop = tokens.iter().rposition(|t| t.kind == TokenKind::Punctuation && matches!(t.of(text), "." | "!" | "?"))?;
    let first = tokens[stop + 1..].iter().position(|t| t.kind != TokenKind::QuoteMark)? + stop + 1;
    let rest = &tokens[first..];
    let plain = rest.iter().all(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number | TokenKind::Clitic));
    // More than one may have been appended.
    (plain && rest.len() <= 24 && stop > 20).then(|| rest[0].span.cover(rest[rest.len() - 1].span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    fn kinds(text: &str) -> Vec<Kind> {
        signs(&View::plain(&Document::new(text))).iter().map(|s| s.kind).collect()
    }

    #[test]
    fn sees_what_overwriting_leaves() {
        assert_eq!(kinds("It was true that he Ortiz refusing, but Ortiz n’t go."), [Kind::PronounBeforeName, Kind::NameBeforeNot]);
        assert_eq!(
            kinds("Ortiz left. They called Ortiz Ortiz then, after Kwan Paul Kwan left A source there."),
            [Kind::NameTwice, Kind::SurnameBeforeFullName, Kind::CapitalArticle]
        );
    }

    #[test]
    fn clean_news_shows_none() {
        assert_eq!(kinds("He said Ortiz didn’t go. The Series A round of Ping An closed; then they left. Ortiz: Ortiz & Co."), []);
    }

    #[test]
    fn the_tail_is_what_follows_the_last_stop() {
        let text = "The council met in the hall on Monday and talked about the new harbour until late at night . It then closed . \n Lena Ortiz ";
        assert_eq!(tail(&View::plain(&Document::new(text))).map(|s| s.of(text)), Some("Lena Ortiz"));
        let clean = Document::new("The council met in the hall on Monday and talked about the new harbour until late at night. It then closed.");
        assert_eq!(tail(&View::plain(&clean)), None);
    }
}
