//! Templates without their values, and placeholders where a data set hid names and addresses.

use super::found::{Found, window};
use crate::artifacts::{Category, Finding, Page};
use crate::text::{Span, TokenKind};

/// The template or placeholder at `at`.
pub(super) fn at(text: &str, at: usize) -> Found {
    let rest = window(text, at, 120);
    let line = rest.split('\n').next().unwrap_or(rest);
    let before = text[..at].chars().next_back();
    let free_before = before.is_none_or(|c| !c.is_alphanumeric());
    let made = |category: Category, length: usize, message: String| Some((vec![Finding::new(category, Span::new(at, at + length), message)], at + length));
    match line.as_bytes()[0] {
        b'{' | b'$' => {
            let (open, close) = [("{{", "}}"), ("{%", "%}"), ("${", "}"), ("{", "}")].into_iter().find(|(open, _)| line.starts_with(open))?;
            let length = line[open.len()..].find(close)? + open.len() + close.len();
            let inner = &line[open.len()..length - close.len()];
            inner.contains(char::is_alphabetic).then_some(())?;
            // "{name}": one identifier and nothing else.
            let identifier = inner.len() <= 24 && inner.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') && inner.len() >= 2;
            (open != "{" || identifier).then_some(())?;
            made(Category::MarkupTemplate, length, format!("The template’s “{}” was never filled in", inner.trim()))
        }
        b'%' => {
            let conversion = line.starts_with("%s") || line.starts_with("%d");
            let free_after = conversion && !line[2..].starts_with(char::is_alphanumeric);
            (free_after
                && before.is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '“' | '('))
                && !text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit()))
            .then_some(())?;
            made(Category::MarkupTemplate, 2, format!("“{}” stands where a program should have put a value", &line[..2]))
        }
        b'@' => {
            let name = line[1..].split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next().unwrap_or_default();
            let digits = name.strip_prefix("entity").is_some_and(|d| !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()));
            ((digits || name == "placeholder") && free_before).then_some(())?;
            made(Category::MarkupAnonEntity, 1 + name.len(), format!("“@{name}” stands where a name was"))
        }
        b'[' | b'_' => bracketed(line).and_then(|(category, length)| {
            made(
                category,
                length,
                format!("“{}” stands where {} was", &line[..length], if category == Category::MarkupPlaceholder { "an address" } else { "a name or word" }),
            )
        }),
        _ => None,
    }
}

/// "[PERSON]", "__UNK__": the category and the length.
fn bracketed(line: &str) -> Option<(Category, usize)> {
    if line.starts_with("[object Object]") {
        return Some((Category::MarkupTemplate, 15));
    }
    if line.starts_with("__UNK__") {
        return Some((Category::MarkupAnonEntity, 7));
    }
    let close = line.find(']')?;
    let category = class_of(&line[1..close])?;
    Some((category, close + 1))
}

fn class_of(name: &str) -> Option<Category> {
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_' || c == '-');
    match name {
        "PERSON" | "PER" | "ORG" | "ORGANIZATION" | "LOC" | "LOCATION" | "GPE" | "NAME" | "UNK" | "unk" | "MASK" | "ENTITY" | "TGT" | "CITY" | "COUNTRY"
        | "DATE" | "REDACTED_NAME" => Some(Category::MarkupAnonEntity),
        "EMAIL" | "URL" | "PHONE" | "LINK" | "USER" | "email" | "url" => Some(Category::MarkupPlaceholder),
        _ => None,
    }
}

/// Words that only a program writes: "undefined contributed", "NaN", "lorem ipsum", "<unk>"; and links of embedded posts.
pub(super) fn words(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    for (n, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Word => {
                let word = token.of(text);
                let first = n == 0 || text[tokens[n - 1].span.end()..token.span.start()].contains('\n');
                let message = match word {
                    "undefined" if first || matches!(tokens[n - 1].of(text), "By" | "by" | "Dear" | "Hello") => {
                        "“undefined” stands where a program should have put a value"
                    }
                    "NaN" => "“NaN” is a program’s “not a number”",
                    "lorem" | "Lorem" if tokens.get(n + 1).is_some_and(|t| t.of(text) == "ipsum") => "Dummy text of a template",
                    _ => {
                        in_angles(page, n, findings);
                        continue;
                    }
                };
                findings.push(Finding::new(Category::MarkupTemplate, token.span, message));
            }
            TokenKind::Link => {
                let link = token.of(text);
                if link.starts_with("pic.twitter.com/") || link.contains("//t.co/") || link.starts_with("t.co/") {
                    findings.push(Finding::new(Category::MarkupEmbed, token.span, "The link of an embedded post or picture").propose(""));
                }
            }
            _ => {}
        }
    }
}

/// What stands for a mail address that a page hides from programs.
const HIDDEN: &[&str] = &[
    "[email protected]",
    "[email\u{A0}protected]",
    "(JavaScript must be enabled to view this email address)",
    "This email address is being protected from spambots. You need JavaScript enabled to view it.",
];

/// Mail addresses that a page hid.
pub(super) fn hidden_addresses(page: &Page<'_>, findings: &mut Vec<Finding>) {
    for notice in HIDDEN {
        for (at, _) in page.text.match_indices(notice) {
            let span = Span::new(at, at + notice.len());
            findings.push(Finding::new(Category::MarkupPlaceholder, span, "A mail address stood here, which the page hides from programs"));
        }
    }
}

/// "<unk>", "<PERSON>", "<EMAIL>".
fn in_angles(page: &Page<'_>, n: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    let word = tokens[n].span;
    if word.len() > 14 || text.as_bytes().get(word.end()) != Some(&b'>') || word.start() == 0 || text.as_bytes()[word.start() - 1] != b'<' {
        return;
    }
    if let Some(category) = class_of(word.of(text)) {
        let span = Span::new(word.start() - 1, word.end() + 1);
        findings.push(Finding::new(category, span, format!("“{}” stands where a name or address was", span.of(text))));
    }
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn templates() {
        fires(Category::MarkupTemplate, "Hello ⟦{{ first_name }}⟧, you have ⟦%s⟧ messages");
        fires(Category::MarkupTemplate, "⟦undefined⟧ contributed to ⟦{city_name}⟧");
        silent(Category::MarkupTemplate, "{1,2} or 100 %s; it was undefined, 100 % sure");
    }

    #[test]
    fn placeholders() {
        fires(Category::MarkupAnonEntity, "⟦@entity12⟧ told ⟦[PERSON]⟧ that ⟦<unk>⟧ and ⟦__UNK__⟧ left");
        fires(Category::MarkupPlaceholder, "Write to ⟦[EMAIL]⟧ or ⟦<URL>⟧ for more");
        fires(Category::MarkupPlaceholder, "Write to Mara Lindt at ⟦[email protected]⟧, .⟦(JavaScript must be enabled to view this email address)⟧");
        silent(Category::MarkupAnonEntity, "@entityframework tweeted [name withheld] <name>");
        fires(Category::MarkupEmbed, "So sad ⟦pic.twitter.com/abc→⟧ today");
    }
}
