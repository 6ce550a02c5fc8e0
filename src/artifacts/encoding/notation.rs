//! Notations of mail, addresses and pages for characters: "=92", "=E2=80=99", "%E2%80%99", and HTML's without their semicolon.

use super::codepages::windows_1252;
use super::entities;
use super::neighbours::{before, closes, is_address, opens, stands_alone, takes_ending, token, word_before};
use crate::artifacts::{Category, Finding, Page};
use crate::text::{Span, border_before};

/// Looks at every "=", "%" and "&".
pub(super) fn find(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let text = page.text;
    let bytes = text.as_bytes();
    let mut mailed = false;
    let mut at = 0;
    while let Some(n) = bytes[at..].iter().position(|b| matches!(b, b'=' | b'%' | b'&')) {
        at += n;
        let sign = bytes[at];
        let found = match sign {
            b'&' => reference(text, at),
            _ => escaped(text, at, sign),
        };
        mailed |= sign == b'=' && found.as_ref().is_some_and(|f| f.certain);
        at = found.as_ref().map_or(at + 1, |f| f.span.end());
        findings.extend(found);
    }
    if mailed {
        soft_breaks(text, findings);
    }
}

/// A run of bytes in hexadecimal, each after `sign`.
fn escaped(text: &str, at: usize, sign: u8) -> Option<Finding> {
    let bytes = text.as_bytes();
    let hex = |b: u8| (b as char).to_digit(16).filter(|_| sign == b'%' || !b.is_ascii_lowercase()).map(|d| d as u8);
    let mut values = Vec::new();
    let mut end = at;
    while bytes.get(end) == Some(&sign)
        && let (Some(high), Some(low)) = (bytes.get(end + 1).copied().and_then(hex), bytes.get(end + 2).copied().and_then(hex))
    {
        values.push(high * 16 + low);
        end += 3;
    }
    if values.is_empty() || is_address(token(text, at)) {
        return None;
    }
    let span = Span::new(at, end);
    let says = |meant: &str| Finding::new(Category::EncEscapeLiteral, span, format!("“{}” is a program’s notation for “{meant}”", span.of(text)));
    if values.len() > 1 && values.iter().all(|b| *b >= 0x80) {
        let meant = std::str::from_utf8(&values).ok()?;
        return Some(says(meant).repair(meant));
    }
    let [value] = values.as_slice() else { return None };
    if sign == b'%' {
        let between = before(text, at).is_some_and(char::is_alphabetic) && text[end..].starts_with(char::is_alphabetic);
        return (*value == b' ' && between).then(|| says(" ").propose(" "));
    }
    let meant = windows_1252(*value).filter(|_| *value >= 0x80)?;
    let fits = match meant {
        '’' | '‘' => takes_ending(word_before(text, at), &text[end..]),
        '–' | '—' => stands_alone(text, at, end),
        _ => false,
    };
    let word = word_before(text, at).len();
    let touches = match meant {
        '“' | '‘' => opens(text, at, end),
        '”' | '’' => closes(text, at, end) && (word > 2 || before(text, at).is_some_and(|c| !c.is_alphanumeric())),
        _ => word > 1 && meant.is_alphabetic(),
    };
    let finding = says(meant.encode_utf8(&mut [0; 4]));
    if fits { Some(finding.repair(meant.to_string())) } else { touches.then(|| finding.propose(meant.to_string())) }
}

/// In mail, "=20" at a line's end is a blank, and "=" there says that the line goes on.
fn soft_breaks(text: &str, findings: &mut Vec<Finding>) {
    for (at, _) in text.match_indices("=20").filter(|(n, _)| text[n + 3..].starts_with(['\n', '\r']) || n + 3 == text.len()) {
        findings.push(Finding::new(Category::EncEscapeLiteral, Span::new(at, at + 3), "“=20” is mail’s notation for a blank at a line’s end").repair(""));
    }
    for (at, _) in text.match_indices("=\n") {
        findings
            .push(Finding::new(Category::EncEscapeLiteral, Span::new(at, at + 2), "“=” at a line’s end is mail’s notation for a line that goes on").repair(""));
    }
}

/// "&#39t", "&quotNo": a reference whose semicolon is missing.
fn reference(text: &str, at: usize) -> Option<Finding> {
    let (length, meant) = entities::without_semicolon(&text[at..])?;
    let line = &text[text[..at].rfind('\n').map_or(0, |n| n + 1).max(border_before(text, at.saturating_sub(200)))..];
    if is_address(token(text, at)) || line.lines().next().is_some_and(entities::is_about_html) {
        return None;
    }
    let span = Span::new(at, at + length);
    let message = format!("“{}” is a web page’s notation for “{meant}” without its semicolon", span.of(text));
    Some(Finding::new(Category::EncHtmlEntity, span, message).repair(meant))
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, repairs, silent};

    #[test]
    fn notation_of_mail() {
        repairs("The clerk=92s desk wasn=92t there =96 it was gone.", "The clerk’s desk wasn’t there – it was gone.");
        repairs("The clerk=E2=80=99s desk is old.=20\nIt is brown.", "The clerk’s desk is old.\nIt is brown.");
        fires(Category::EncEscapeLiteral, "the caf⟦=E9→é⟧ closed");
        silent(Category::EncEscapeLiteral, "E=MC2, x=92, a page at example.org/?q=92s&r=E2=80 and 100%20 of it, I=20 mA");
    }

    #[test]
    fn notation_of_addresses() {
        repairs("The clerk%E2%80%99s desk", "The clerk’s desk");
        silent(Category::EncEscapeLiteral, "See https://example.org/a%E2%80%99b and 50%80 or 20%AB growth");
    }

    #[test]
    fn references_without_semicolon() {
        repairs("Don&#39t and don&#x27t, &quotNo,&quot she said of Acme &amp Sons.", "Don't and don't, \"No,\" she said of Acme & Sons.");
        silent(Category::EncHtmlEntity, "AT&T, Q&A, R&D, P&amplifiers; see example.org/?a=1&quot=2&amp=3; write &amp or &quot in HTML");
    }
}
