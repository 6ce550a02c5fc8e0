//! Escape sequences of programming languages left in the text.

use crate::artifacts::{Category, Finding, Page};
use crate::text::Span;

/// So many bytes of a path are looked back over.
const PATH: usize = 60;

/// Finds runs of escapes: "\n\n", "\u2019", "\xa0", "\"".
pub(super) fn find(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let text = page.text;
    let mut at = 0;
    while let Some(n) = text[at..].find('\\') {
        let start = at + n;
        let mut end = start;
        let mut meaning = String::new();
        while let Some((length, c)) = escape(&text[end..]) {
            meaning.push(c);
            end += length;
        }
        if end == start {
            at = start + 1;
            continue;
        }
        at = end;
        if is_path(text, start, end) || is_code(text, start, end) {
            continue;
        }
        let message = format!("“{}” is a program’s notation for {}", &text[start..end], name(&meaning));
        findings.push(Finding::new(Category::EncEscapeLiteral, Span::new(start, end), message).repair(meaning));
    }
}

/// The escape that `rest` starts with: its length in bytes and its meaning.
fn escape(rest: &str) -> Option<(usize, char)> {
    let after = rest.strip_prefix('\\')?;
    let hex = |digits: usize| after.get(1..1 + digits).and_then(|d| u32::from_str_radix(d, 16).ok()).and_then(char::from_u32);
    match after.chars().next()? {
        'n' | 'r' => Some((2, '\n')),
        't' => Some((2, ' ')),
        c @ ('"' | '\'' | '/') => Some((2, c)),
        'u' => hex(4).map(|c| (6, if c == '\u{A0}' { ' ' } else { c })),
        'x' => hex(2).map(|c| (4, if c == '\u{A0}' { ' ' } else { c })),
        _ => None,
    }
}

/// "C:\new", "\\server\names": a path goes on with a word on both sides.
fn is_path(text: &str, start: usize, end: usize) -> bool {
    let letter = text.as_bytes().get(start + 1).copied();
    let one = end - start == 2 && matches!(letter, Some(b'n' | b'r' | b't'));
    let goes_on = text[end..].starts_with(|c: char| c.is_ascii_lowercase());
    let before = text.as_bytes()[start.saturating_sub(PATH)..start].rsplit(u8::is_ascii_whitespace).next().unwrap_or_default();
    one && (goes_on || before.ends_with(b":") || before.windows(2).any(|w| w == b":\\"))
}

/// Between backticks, or in a line with braces and semicolons, somebody writes about code.
fn is_code(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    matches!(before, Some('`' | '%' | '\\')) || after == Some('`')
}

fn name(meaning: &str) -> String {
    match meaning {
        "\n" => "a line break".into(),
        m if m.chars().all(|c| c == '\n') => format!("{} line breaks", m.len()),
        " " => "a blank".into(),
        m => format!("“{}”", m.replace('\n', "⏎")),
    }
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn escapes_in_the_text() {
        fires(Category::EncEscapeLiteral, "he said.⟦\\n\\n→\n\n⟧The next day");
        fires(Category::EncEscapeLiteral, "It⟦\\u2019→’⟧s over,⟦\\xa0→ ⟧she said, ⟦\\\"→\"⟧no.⟦\\\"→\"⟧");
        silent(Category::EncEscapeLiteral, "Save it in C:\\new\\text or write `\\n` for a break; 40\\% of it.");
    }
}
