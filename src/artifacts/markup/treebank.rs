//! The notation of treebank tokenisers for brackets and quotation marks.

use super::found::{Found, window};
use crate::artifacts::{Category, Finding};
use crate::text::Span;

/// The token at `at`, where `text` has "-" or "`".
pub(super) fn at(text: &str, at: usize) -> Found {
    let rest = window(text, at, 5);
    if rest.len() == 5 && rest.ends_with('-') {
        let bracket = match rest[1..4].to_ascii_uppercase().as_str() {
            "LRB" => "(",
            "RRB" => ")",
            "LSB" => "[",
            "RSB" => "]",
            "LCB" => "{",
            "RCB" => "}",
            _ => return None,
        };
        let finding = Finding::new(Category::MarkupPtb, Span::new(at, at + 5), format!("“{rest}” is a tokeniser’s notation for “{bracket}”")).repair(bracket);
        return Some((vec![finding], at + 5));
    }
    marks(text, at)
}

/// "`` … ''", with the marks apart or not. Two single marks on both sides are a wire's style and stay.
fn marks(text: &str, at: usize) -> Found {
    let rest = window(text, at, 1200);
    let line = rest.split('\n').next().unwrap_or(rest);
    if !line.starts_with("``") || line.starts_with("```") || text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '`') {
        return None;
    }
    let close = line[2..].find("''").map(|n| at + 2 + n)?;
    let message = "A tokeniser’s notation for a quotation mark";
    let open = Finding::new(Category::MarkupPtb, Span::new(at, at + 2), message).repair("\"");
    let closing = Finding::new(Category::MarkupPtb, Span::new(close, close + 2), message).repair("\"");
    Some((vec![open, closing], at + 2))
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn brackets_and_marks() {
        fires(Category::MarkupPtb, "⟦``→\"⟧ No , ⟦''→\"⟧ he said");
        fires(Category::MarkupPtb, "the mayor ⟦-LRB-→(⟧ 46 ⟦-RRB-→)⟧ left");
        silent(Category::MarkupPtb, "''We may,'' he said of the ``old style´´, and ran `ls`.");
    }
}
