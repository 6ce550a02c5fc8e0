//! Straight and curly marks in one article, and accents in place of marks.

use crate::artifacts::{Context, Finding};
use crate::text::{Replacement, Span, TokenKind};

/// So many marks of each style make a mix; fewer may be a quoted message or code.
const ENOUGH: usize = 2;

/// Finds the minority style, once, and accents that stand for marks.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (text, layout) = (context.view.text(), context.view.layout());
    let (mut straight, mut curly) = (Vec::new(), Vec::new());
    for (n, token) in layout.tokens.iter().enumerate() {
        if token.kind != TokenKind::QuoteMark {
            continue;
        }
        match token.of(text) {
            "\"" => straight.push(token.span),
            "“" | "”" => curly.push(token.span),
            "`" | "´" => accent(context, n, findings),
            _ => {}
        }
    }
    if straight.len() < ENOUGH || curly.len() < ENOUGH {
        return;
    }
    let to_curly = curly.len() > straight.len();
    let minority = if to_curly { &straight } else { &curly };
    let message = format!("{} curly and {} straight double marks", curly.len(), straight.len());
    let mut finding = context.finding("quote.style_mix", minority[0], message);
    let parts: Vec<Span> = minority.iter().map(|s| context.view.to_source(*s)).collect();
    if !to_curly {
        finding = finding.propose_edits(parts.iter().map(|s| Replacement { span: *s, text: "\"".into() }).collect());
    }
    findings.push(finding.with_parts(parts));
}

/// "`yes'": a backtick that a single mark closes.
fn accent(context: &Context<'_>, n: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let (mark, next) = (tokens[n].of(text), tokens.get(n + 1));
    let between_letters = n > 0 && !tokens[n].spaced && tokens[n - 1].kind == TokenKind::Word && next.is_some_and(|t| !t.spaced && t.kind == TokenKind::Word);
    let opens = mark == "`"
        && tokens[n].spaced
        && next.is_some_and(|t| !t.spaced && t.kind == TokenKind::Word)
        && tokens[n + 1..].iter().take(40).any(|t| !t.spaced && matches!(t.of(text), "'" | "’" | "´"));
    if between_letters || opens {
        let message = format!("An accent (“{mark}”) stands in place of {}", if opens { "a quotation mark" } else { "an apostrophe" });
        findings.push(context.finding("quote.backtick", tokens[n].span, message).repair("'"));
    }
}

#[cfg(test)]
mod tests {
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn a_mix_is_one_finding() {
        fires("quote.style_mix", "\"Yes,\" he said. \"No,\" she said. ⟦“→\"⟧Maybe,⟦”→\"⟧ they said.");
        silent("quote.style_mix", "He’s called a \"maverick\" (code: print \"hi\")");
    }

    #[test]
    fn accents_in_place_of_marks() {
        fires("quote.backtick", "He said ⟦`→'⟧yes' twice.");
        fires("quote.backtick", "They don⟦`→'⟧t know.");
        silent("quote.backtick", "Run `ls` and then `cd`; Brontë’s café.");
    }
}
