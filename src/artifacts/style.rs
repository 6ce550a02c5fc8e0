//! Matters of style that an editor evens out: one finding a kind, and only where both ways stand in the article.

use super::{Context, Finding};
use crate::artifacts::Category;
use crate::text::{Replacement, Span, TokenKind};

/// Looks for dashes made of hyphens and for two ways of one abbreviation.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let (mut hyphens, mut dotted, mut plain) = (Vec::new(), Vec::new(), Vec::new());
    for (n, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Punctuation if token.of(text) == "--" && tokens.get(n + 1).is_some_and(|t| t.spaced == token.spaced) => hyphens.push(token.span),
            TokenKind::Word if token.span.len() == 4 && token.of(text) == "U.S." => dotted.push(token.span),
            TokenKind::Word if token.span.len() == 2 && token.of(text) == "US" => plain.push(token.span),
            _ => {}
        }
    }
    if !hyphens.is_empty() {
        findings.push(several(context, Category::StyleAsciiDash, &hyphens, "—", format!("{} dashes are typed as two hyphens", hyphens.len())));
    }
    if !dotted.is_empty() && !plain.is_empty() {
        let (minority, majority_text) = if dotted.len() < plain.len() { (&dotted, "US") } else { (&plain, "U.S.") };
        // An even split is no style.
        if minority.len() * 4 <= dotted.len() + plain.len() {
            let message = format!("“U.S.” stands {} times and “US” {} times", dotted.len(), plain.len());
            findings.push(several(context, Category::StyleAbbreviation, minority, majority_text, message));
        }
    }
}

fn several(context: &Context<'_>, category: Category, places: &[Span], fix: &str, message: String) -> Finding {
    let parts: Vec<Span> = places.iter().map(|s| context.view.to_source(*s)).collect();
    let edits = parts.iter().map(|s| Replacement { span: *s, text: fix.to_owned() }).collect();
    Finding::new(category, parts[0], message).propose_edits(edits).with_parts(parts)
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn one_finding_a_kind() {
        fires(Category::StyleAsciiDash, "He left ⟦--→—⟧ at last ⟦--→—⟧ for Oslo.");
        fires(Category::StyleAbbreviation, "U.S. law, U.S. courts and U.S. judges, a ⟦US→U.S.⟧ plan");
        silent(Category::StyleAbbreviation, "US law and US courts, he told us.");
    }
}
