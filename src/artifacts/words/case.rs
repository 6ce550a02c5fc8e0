//! Capitals lost, and capitals throughout.

use crate::artifacts::{Category, Context, Finding};
use crate::text::{Span, TokenKind};

/// A text with fewer letters may be a caption or a message.
const LETTERS: usize = 300;
/// A line of fewer words may be a headline.
const WORDS: usize = 10;

/// Counts capitals in the text and in each paragraph.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (text, layout) = (context.view.text(), context.view.layout());
    let count = |span: Span| {
        span.of(text).chars().fold((0usize, 0usize), |(upper, lower), c| match c {
            'a'..='z' => (upper, lower + 1),
            'A'..='Z' => (upper + 1, lower),
            c if c.is_ascii() => (upper, lower),
            c => (upper + usize::from(c.is_uppercase()), lower + usize::from(c.is_lowercase())),
        })
    };
    let (upper, lower) = count(Span::new(0, text.len()));
    let sentences = layout.sentences.len().max(text.len() / 200);
    let none_at_all = upper == 0 && lower >= LETTERS / 2 && layout.sentences.len() >= 4;
    if none_at_all || upper + lower >= LETTERS && upper * 10 < sentences.max(3) {
        let message = format!("{upper} capitals in about {sentences} sentences: they were set in small letters");
        findings.push(context.finding(Category::WordCaseLossDocument, Span::new(0, text.len()), message));
        return;
    }
    if upper + lower >= LETTERS && lower * 5 < upper {
        let message = format!("{} of {} letters are capitals", upper, upper + lower);
        findings.push(context.finding(Category::WordAllcapsDocument, Span::new(0, text.len()), message));
        return;
    }
    for paragraph in &layout.paragraphs {
        let words = layout.tokens[paragraph.tokens.clone()].iter().filter(|t| t.kind == TokenKind::Word);
        let (mut total, mut small) = (0, 0);
        for word in words.clone().take(400) {
            total += 1;
            small += usize::from(is_function_word(word.of(text)));
        }
        // Capitals are asked for last: nearly no paragraph starts with two of them.
        if total < WORDS || small < 2 || !words.clone().take(2).all(|w| !w.of(text).contains(char::is_lowercase)) {
            continue;
        }
        let (upper, lower) = count(paragraph.span);
        let quoted = paragraph.span.of(text).starts_with(['"', '“', '‘', '\'']);
        if upper >= 4 * lower && !quoted {
            findings.push(context.finding(Category::WordAllcaps, paragraph.span, "A whole paragraph is set in capitals"));
        }
    }
}

fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "THE"
            | "OF"
            | "TO"
            | "AND"
            | "IN"
            | "THAT"
            | "WAS"
            | "HE"
            | "SHE"
            | "IT"
            | "ON"
            | "FOR"
            | "WITH"
            | "NOT"
            | "WOULD"
            | "HIS"
            | "HER"
            | "A"
            | "IS"
            | "AT"
            | "BY"
            | "FROM"
            | "HAD"
            | "HAS"
    )
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{findings, fires, silent};

    #[test]
    fn capitals_lost() {
        let text = "the council met again on friday and put off the vote on the bridge. mara lindt said that the plan was not ready. ".repeat(4);
        assert!(findings(&text).iter().any(|f| f.category == Category::WordCaseLossDocument));
        silent(Category::WordCaseLossDocument, &text.replace("the council", "The Council").replace("mara lindt", "Mara Lindt"));
    }

    #[test]
    fn capitals_throughout() {
        fires(Category::WordAllcaps, "⟦THE MAYOR SAID ON FRIDAY THAT HE WOULD NOT RESIGN⟧");
        silent(Category::WordAllcaps, "\"LOCK HER UP!\" they chanted");
        silent(Category::WordAllcaps, "COUNCIL PUTS OFF BRIDGE VOTE\n\nThe council met.");
    }
}
