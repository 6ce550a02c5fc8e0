//! Punctuation doubled, and ellipses torn apart.

use crate::artifacts::{Category, Context, Finding};
use crate::text::{Span, TokenKind};

/// Looks at neighbouring marks.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    for n in 1..tokens.len() {
        if tokens[n].kind != TokenKind::Punctuation {
            continue;
        }
        let (before, mark) = (tokens[n - 1], tokens[n].of(text));
        let next = tokens.get(n + 1);
        let ends = next.is_none_or(|t| t.spaced || t.kind == TokenKind::QuoteMark);
        if before.kind == TokenKind::Punctuation {
            let pair = (before.of(text), mark);
            let span = before.span.cover(tokens[n].span);
            if tokens[n].spaced {
                let blank = Span::new(before.span.end(), tokens[n].span.start()).of(text) == " ";
                let alone = tokens.get(n + 1).is_none_or(|t| !t.of(text).starts_with('.')) && (n < 2 || !tokens[n - 2].of(text).starts_with('.'));
                if blank && alone && matches!(pair, (".", "..") | ("..", ".")) {
                    findings.push(context.finding(Category::PunctEllipsisSplit, span, "The three dots of an ellipsis stand apart").repair("..."));
                }
            } else if ends {
                let one = match pair {
                    (",", ",") | (";", ",") | (",", ";") | (":", ",") => ",",
                    (",", ".") | (";", ".") => ".",
                    ("?", ".") => "?",
                    (";", ";") => ";",
                    (":", ":") => ":",
                    _ => continue,
                };
                if pair.0 == "," && n >= 2 && tokens[n - 2].of(text) == "," {
                    continue; // ",,," is the debris of a table
                }
                if text[..before.span.start()].ends_with(['€', '\u{FFFD}']) {
                    continue; // "â€?." is what is left of a mark, and a stop
                }
                findings.push(context.finding(Category::PunctDoubled, span, format!("Two marks (“{}{}”) where one belongs", pair.0, pair.1)).repair(one));
            }
        } else if mark == ".." && !tokens[n].spaced && ends && before.kind == TokenKind::Word {
            let word = before.of(text);
            if word.len() >= 4 && word.bytes().all(|b| b.is_ascii_lowercase()) {
                findings.push(context.finding(Category::PunctDoubled, tokens[n].span, "Two full stops where one belongs").propose("."));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn doubled_marks() {
        fires(Category::PunctDoubled, "He left⟦,,→,⟧ then came back⟦..→.⟧ She stayed.");
        silent(Category::PunctDoubled, "“It is overâ€?. He left.");
        silent(Category::PunctDoubled, "He left the U.S.. What?! No!! Yahoo!, Acme Inc., and so on ... “Why?,” he wrote.");
    }

    #[test]
    fn torn_ellipses() {
        fires(Category::PunctEllipsisSplit, "They fully support it⟦. ..→...⟧ He left.");
        silent(Category::PunctEllipsisSplit, "We the people . . . of the city. ... He left.");
    }
}
