//! Markup, code, templates and placeholders that a pipeline left in the text.

mod code;
mod found;
mod placeholders;
mod tags;
mod treebank;
mod wiki;

use super::{Finding, Page};

/// Finds what is not text.
pub(super) fn find(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let text = page.text;
    let bytes = text.as_bytes();
    let code_before = findings.len();
    code::find(page, findings);
    let code: Vec<_> = findings[code_before..].iter().map(|f| f.span).collect();
    let closings = tags::Closings::of(text);
    let mut next_code = 0;
    let mut at = 0;
    while at < bytes.len() {
        if !starts_markup(bytes[at]) {
            at += 1;
            continue;
        }
        while code.get(next_code).is_some_and(|span| span.end() <= at) {
            next_code += 1;
        }
        if let Some(span) = code.get(next_code)
            && span.start() <= at
        {
            at = span.end();
            continue;
        }
        let found = match bytes[at] {
            b'<' => tags::at(text, at, &closings),
            b'#' => wiki::heading(text, at),
            b'*' | b'[' => wiki::at(text, at).or_else(|| placeholders::at(text, at)),
            b'{' | b'@' | b'%' | b'$' | b'_' => placeholders::at(text, at),
            b'-' | b'`' => treebank::at(text, at),
            _ => None,
        };
        match found {
            Some((mut made, end)) => {
                findings.append(&mut made);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    placeholders::words(page, findings);
    placeholders::hidden_addresses(page, findings);
}

const fn starts_markup(byte: u8) -> bool {
    matches!(byte, b'<' | b'#' | b'*' | b'[' | b'{' | b'@' | b'%' | b'$' | b'_' | b'-' | b'`')
}
