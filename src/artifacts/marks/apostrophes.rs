//! Apostrophes that a program turned into opening marks: "‘tis easy", "in the ‘90s".

use crate::artifacts::{Category, Context, Finding};
use crate::lexicon::WordSet;
use crate::text::Span;

/// Words that begin with an apostrophe and are none without it, or another.
const CLIPPED: WordSet = WordSet::new("bout cause em n neath til tis twas twere twill");
/// So many bytes on, the mark that would close a quotation is looked for.
const QUOTATION: usize = 400;

/// Looks at every single mark that opens.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let text = context.view.text();
    for (at, mark) in text.match_indices('‘') {
        let end = at + mark.len();
        let rest = &text[end..];
        let word = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
        let free = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '—' | '–' | '-'));
        if free && (is_years(word) || CLIPPED.has(word.to_ascii_lowercase().as_str())) && !is_quotation(rest) {
            let message = format!("The apostrophe of “’{word}” is turned like an opening mark");
            findings.push(context.finding(Category::QuoteWrongDirection, Span::new(at, end), message).repair("’"));
        }
    }
}

/// "90s", "08".
fn is_years(word: &str) -> bool {
    let digits = word.strip_suffix('s').unwrap_or(word);
    digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// True where a mark that closes follows in the line, before another opens.
fn is_quotation(rest: &str) -> bool {
    let mut before = '‘';
    for (n, c) in rest.char_indices().take_while(|(n, c)| *n < QUOTATION && !matches!(c, '\n' | '‘' | '”')) {
        let after = rest[n + c.len_utf8()..].chars().next();
        // "the clerks’ desk" has one, too; then nothing is said.
        if matches!(c, '’' | '\'') && !before.is_whitespace() && after.is_none_or(|c| !c.is_alphanumeric()) {
            return true;
        }
        before = c;
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn apostrophes_turned_the_wrong_way() {
        fires(Category::QuoteWrongDirection, "“Nobody minds, ⟦‘→’⟧tis late,” she said of the ⟦‘→’⟧80s and of ⟦‘→’⟧08.");
        silent(
            Category::QuoteWrongDirection,
            "He said ‘tis the season’ twice, and ‘90 percent’ and ‘80s’, ‘em’ and ‘Tis late,’ she said. ’Tis. ‘cause and effect’",
        );
    }
}
