//! Brackets without partner.

use crate::artifacts::{Category, Context, Finding};
use crate::text::{Token, TokenKind};

/// A paragraph of so many words or fewer may be a list item or caption, where brackets are free.
const FEW_WORDS: usize = 4;

/// Pairs the brackets of each paragraph.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (text, layout) = (context.view.text(), context.view.layout());
    // A bracket may close paragraphs later (an aside of the editor): what stays open waits, and excuses a later closing one.
    let mut open: Vec<usize> = Vec::new();
    let mut lonely: Vec<(usize, bool)> = Vec::new();
    for paragraph in &layout.paragraphs {
        let words = layout.tokens[paragraph.tokens.clone()].iter().filter(|t| t.kind == TokenKind::Word).count();
        let before = open.len();
        for n in paragraph.tokens.clone() {
            if layout.tokens[n].kind != TokenKind::Punctuation {
                continue;
            }
            match layout.tokens[n].of(text) {
                "(" | "[" if !is_smiley(&layout.tokens, text, n) => open.push(n),
                ")" | "]" if is_smiley(&layout.tokens, text, n) => {}
                close @ (")" | "]") => {
                    let wanted = if close == ")" { "(" } else { "[" };
                    match open.iter().rposition(|m| layout.tokens[*m].of(text) == wanted) {
                        Some(at) => {
                            open.truncate(at);
                        }
                        None if words > FEW_WORDS && !is_list_mark(&layout.tokens, text, n, paragraph.tokens.start) => lonely.push((n, false)),
                        None => {}
                    }
                }
                _ => {}
            }
        }
        // What the paragraph opened and left open.
        if words > FEW_WORDS && open.len() > before {
            lonely.extend(open.drain(before..).map(|n| (n, true)));
        }
        open.truncate(before);
    }
    // One that opens and one that closes later belong together after all.
    let mut n = 0;
    while n < lonely.len() {
        if lonely[n].1 && lonely.get(n + 1).is_some_and(|next| !next.1) {
            n += 2;
            continue;
        }
        let (token, opens) = lonely[n];
        let message = if opens { "This bracket is never closed" } else { "This bracket was never opened" };
        findings.push(context.finding(Category::PunctBracketUnbalanced, layout.tokens[token].span, message).with_score(0.8));
        n += 1;
    }
}

/// ":)", ":(", ";-)".
fn is_smiley(tokens: &[Token], text: &str, n: usize) -> bool {
    n > 0 && !tokens[n].spaced && matches!(tokens[n - 1].of(text), ":" | ";" | "=" | "-" | "^")
}

/// "1)", "a)" at the start of an item.
fn is_list_mark(tokens: &[Token], text: &str, n: usize, start: usize) -> bool {
    if n == start {
        return true;
    }
    let before = &tokens[n - 1];
    let short = before.of(text).chars().count() <= 2 || before.kind == TokenKind::Number;
    short && (n - 1 == start || before.spaced) && !tokens[n].spaced
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn brackets_without_partner() {
        fires(Category::PunctBracketUnbalanced, "The House voted on Friday ⟦(⟧the Senate will follow next week.");
        fires(Category::PunctBracketUnbalanced, "The House voted on Friday, the Senate will follow⟦)⟧ next week.");
        silent(Category::PunctBracketUnbalanced, "He lists three reasons: 1) money, b) time and (c) luck (or fate). She smiled :) and left :(");
        silent(Category::PunctBracketUnbalanced, "(The council met on Friday to vote on the plan.\n\nIt was put off until next week by the mayor.)");
    }
}
