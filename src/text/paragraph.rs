//! Where paragraphs end.

use super::Span;

/// The paragraphs of `text`, in order, line breaks left out.
///
/// A blank line always ends a paragraph. A single line break ends one too, unless the sentence visibly goes on:
/// the line above does not end a sentence and the line below starts in lower case (text that was hard-wrapped).
/// CRLF and a lone CR count as one line break each.
#[must_use]
pub(super) fn split_paragraphs(text: &str) -> Vec<Span> {
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut blank_before = true;
    for line in lines(text) {
        let content = line.of(text);
        if content.trim().is_empty() {
            blank_before = true;
            continue;
        }
        match paragraphs.last_mut() {
            Some(open) if !blank_before && goes_on(open.of(text), content) => *open = open.cover(line),
            _ => paragraphs.push(line),
        }
        blank_before = false;
    }
    paragraphs
}

/// The lines of `text` without their breaks.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let start = at;
        let end = bytes[start..].iter().position(|b| matches!(b, b'\n' | b'\r')).map_or(bytes.len(), |n| start + n);
        at = if bytes.get(end) == Some(&b'\r') && bytes.get(end + 1) == Some(&b'\n') { end + 2 } else { end + 1 };
        Some(Span::new(start, end))
    })
}

/// True where a sentence runs over the line break between `above` and `below`.
fn goes_on(above: &str, below: &str) -> bool {
    let last = above.trim_end().chars().next_back();
    let first = below.trim_start().chars().next();
    let open = last.is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '-' | '–' | '—' | ';'));
    open && first.is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = split_paragraphs(text).iter().map(|p| p.of(text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn breaks_at_blank_lines_and_at_finished_lines() {
        check("A b.\n\nC d.", &["A b.", "C d."]);
        check("A b.\r\nC d.\rE", &["A b.", "C d.", "E"]);
        check("", &[]);
        check("\n \n", &[]);
    }

    #[test]
    fn a_wrapped_sentence_goes_on() {
        check("they participate personally\nin caucuses.", &["they participate personally\nin caucuses."]);
        check("personally\n\nin caucuses.", &["personally", "in caucuses."]);
    }
}
