//! Cheap signs of overwriting that hardly ever stand in clean news: what makes the detector look closer, and what it shows as evidence.
//!
//! On about two thousand clean articles "he" before a name and a name before "n't" never occurred; a capital article inside
//! a sentence two to five times in a thousand ("Series A round").

use crate::text::{Document, Span, Token, TokenKind};

use super::reading::is_function_word;

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

/// One sign and where it stands, in bytes of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

/// All signs of a document, in order.
pub(super) fn signs(document: &Document<'_>) -> Vec<Sign> {
    let text = document.text();
    let tokens = &document.layout().tokens;
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
            Some(Kind::NameTwice)
        } else if is_capitalised(text, &tokens[at - 1]) {
            let run = tokens[at..].iter().take(7).take_while(|t| is_capitalised(text, t)).skip(1);
            run.clone().any(|t| t.of(text) == before && before.len() > 2).then_some(Kind::SurnameBeforeFullName)
        } else {
            None
        };
        found.extend(kind.map(|kind| Sign { kind, span: tokens[at - 1].span.cover(tokens[at].span) }));
    }
    found
}

fn is_capitalised(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Word && token.of(text).starts_with(char::is_uppercase)
}

/// True where only blanks stand between the two.
fn joined(text: &str, before: &Token, after: &Token) -> bool {
    text[before.span.end()..after.span.start()].bytes().all(|b| b == b' ')
}

/// The last words of the text where they stand after its last sentence, without a stop: a replacement whose place lay past the end.
pub(super) fn tail(document: &Document<'_>) -> Option<Span> {
    let text = document.text();
    let tokens = &document.layout().tokens;
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

    fn kinds(text: &str) -> Vec<Kind> {
        signs(&Document::new(text)).iter().map(|s| s.kind).collect()
    }

    #[test]
    fn sees_what_overwriting_leaves() {
        assert_eq!(kinds("It was true that he Ortiz refusing, but Ortiz n’t go."), [Kind::PronounBeforeName, Kind::NameBeforeNot]);
        assert_eq!(
            kinds("They called Ortiz Ortiz then, after Kwan Paul Kwan left A source there."),
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
        assert_eq!(tail(&Document::new(text)).map(|s| s.of(text)), Some("Lena Ortiz"));
        assert_eq!(tail(&Document::new("The council met in the hall on Monday and talked about the new harbour until late at night. It then closed.")), None);
    }
}
