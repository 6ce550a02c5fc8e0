//! Straight and curly marks in one article, and accents in place of marks.

use crate::artifacts::{Category, Context, Finding};
use crate::text::{Replacement, Span, TokenKind};

/// So many marks of each style make a mix; fewer may be a quoted message or code.
const ENOUGH: usize = 2;

/// Finds the minority style, once, and accents that stand for marks.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (text, layout) = (context.view.text(), context.view.layout());
    let (mut straight, mut curly) = (Vec::new(), Vec::new());
    for token in &layout.tokens {
        if token.kind != TokenKind::QuoteMark {
            continue;
        }
        match token.of(text) {
            "\"" => straight.push(token.span),
            "“" | "”" => curly.push(token.span),
            _ => {}
        }
    }
    accents(context, findings);
    if straight.len() < ENOUGH || curly.len() < ENOUGH {
        return;
    }
    let to_curly = curly.len() > straight.len();
    let minority = if to_curly { &straight } else { &curly };
    let message = format!("{} curly and {} straight double marks", curly.len(), straight.len());
    let mut finding = context.finding(Category::QuoteStyleMix, minority[0], message);
    let parts: Vec<Span> = minority.iter().map(|s| context.view.to_source(*s)).collect();
    if !to_curly {
        finding = finding.propose_edits(parts.iter().map(|s| Replacement { span: *s, text: "\"".into() }).collect());
    }
    findings.push(finding.with_parts(parts));
}

/// "don`t", "`yes'": a grave or acute accent that stands alone.
fn accents(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let text = context.view.text();
    for (at, mark) in text.match_indices(['`', '´']) {
        let before = text[..at].chars().next_back();
        let after = &text[at + mark.len()..];
        let letter_after = after.starts_with(char::is_alphabetic);
        let between_letters = before.is_some_and(char::is_alphabetic) && letter_after;
        // Closed by a single mark before the line ends, and by no other accent: that would be code.
        let closes = after.find(['\'', '’', '´', '`', '\n']).is_some_and(|n| n > 0 && n < 200 && after[n..].starts_with(['\'', '’', '´']));
        let opens = mark == "`" && before.is_none_or(|c| c.is_whitespace() || c == '(') && letter_after && closes;
        if between_letters || opens {
            let message = format!("An accent (“{mark}”) stands in place of {}", if opens { "a quotation mark" } else { "an apostrophe" });
            findings.push(context.finding(Category::QuoteBacktick, Span::new(at, at + mark.len()), message).repair("'"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn a_mix_is_one_finding() {
        fires(Category::QuoteStyleMix, "\"Yes,\" he said. \"No,\" she said. ⟦“→\"⟧Maybe,⟦”→\"⟧ they said.");
        silent(Category::QuoteStyleMix, "He’s called a \"maverick\" (code: print \"hi\")");
    }

    #[test]
    fn accents_in_place_of_marks() {
        fires(Category::QuoteBacktick, "He said ⟦`→'⟧yes' twice.");
        fires(Category::QuoteBacktick, "They don⟦`→'⟧t know.");
        silent(Category::QuoteBacktick, "Run `ls` and then `cd`; Brontë’s café.");
    }
}
