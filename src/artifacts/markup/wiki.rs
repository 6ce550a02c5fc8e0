//! Markdown, wiki and forum markup. Only what comes in pairs: an asterisk may be a footnote.

use super::found::{Found, window};
use crate::artifacts::{Category, Finding};
use crate::text::{Replacement, Span};

/// A pair lies on one line, this close together.
const FAR: usize = 300;

/// The construct at `at`, where `text` has "*" or "[".
pub(super) fn at(text: &str, at: usize) -> Found {
    let rest = window(text, at, FAR);
    let line = rest.split('\n').next().unwrap_or(rest);
    if line.starts_with("**") {
        bold(text, at, line)
    } else if line.starts_with("[[") {
        wiki_link(at, line)
    } else {
        link(at, line).or_else(|| forum(at, line))
    }
}

/// "## Heading" at the start of a line; the marks and their blank go.
pub(super) fn heading(text: &str, at: usize) -> Found {
    let rest = window(text, at, 8);
    let marks = rest.bytes().take_while(|b| *b == b'#').count();
    let body = &rest[marks..];
    if !(at == 0 || text[..at].ends_with('\n')) || marks > 6 || !body.starts_with(' ') || !body[1..].starts_with(char::is_alphabetic) {
        return None;
    }
    let span = Span::new(at, at + marks + 1);
    Some((vec![Finding::new(Category::MarkupMarkdown, span, "The mark of a Markdown heading").repair("")], span.end()))
}

/// "**bold**"
fn bold(text: &str, at: usize, line: &str) -> Found {
    let body = &line[2..];
    let length = body.find("**")?;
    let inner = &body[..length];
    let tight = !inner.is_empty() && !inner.starts_with([' ', '*']) && !inner.ends_with(' ') && inner.contains(char::is_alphabetic);
    if !tight || text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '*') {
        return None;
    }
    let end = at + 2 + length + 2;
    let stars = [Span::new(at, at + 2), Span::new(end - 2, end)];
    let edits = stars.iter().map(|s| Replacement { span: *s, text: String::new() }).collect();
    let finding = Finding::new(Category::MarkupMarkdown, Span::new(at, end), format!("“**{inner}**” is Markdown for bold letters")).repair_edits(edits);
    Some((vec![finding], end))
}

/// "[the report](https://…)"
fn link(at: usize, line: &str) -> Found {
    let close = line.find("](")?;
    let label = &line[1..close];
    let target = &line[close + 2..];
    let length = target.find(')')?;
    let address = &target[..length];
    if label.is_empty()
        || label.contains('[')
        || !(address.starts_with("http") || address.starts_with('/') || address.starts_with("www.") || address.starts_with("mailto:"))
        || address.contains(' ')
    {
        return None;
    }
    let end = at + close + 2 + length + 1;
    let finding = Finding::new(Category::MarkupMarkdown, Span::new(at, end), format!("A Markdown link on “{label}”")).repair(label);
    Some((vec![finding], end))
}

/// "[[Article|words]]"
fn wiki_link(at: usize, line: &str) -> Found {
    let length = line[2..].find("]]")?;
    let inner = &line[2..2 + length];
    let shown = inner.rsplit('|').next().unwrap_or(inner);
    if shown.is_empty() || inner.contains('[') {
        return None;
    }
    let end = at + length + 4;
    let finding = Finding::new(Category::MarkupWiki, Span::new(at, end), format!("A wiki link on “{shown}”")).repair(shown);
    Some((vec![finding], end))
}

/// "[b]words[/b]", "[url=…]words[/url]"
fn forum(at: usize, line: &str) -> Found {
    let close = line.find(']')?;
    let tag = line[1..close].split('=').next().unwrap_or_default().to_ascii_lowercase();
    if !matches!(tag.as_str(), "b" | "i" | "u" | "url" | "quote" | "img" | "size" | "color" | "font") {
        return None;
    }
    let closing = format!("[/{tag}]");
    let body = &line[close + 1..];
    let length = body.to_ascii_lowercase().find(&closing)?;
    let end = at + close + 1 + length + closing.len();
    let finding = Finding::new(Category::MarkupBbcode, Span::new(at, end), format!("Forum markup around “{}”", &body[..length]));
    let edits = vec![
        Replacement { span: Span::new(at, at + close + 1), text: String::new() },
        Replacement { span: Span::new(end - closing.len(), end), text: String::new() },
    ];
    Some((vec![finding.repair_edits(edits)], end))
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, repairs, silent};

    #[test]
    fn pairs_go() {
        fires(Category::MarkupMarkdown, "see ⟦[the report](http://x.y)→the report⟧ today");
        fires(Category::MarkupWiki, "born in ⟦[[Oslo, Norway|Oslo]]→Oslo⟧ in 1950");
        repairs("This is **very** bold, and so is [b]this[/b].", "This is very bold, and so is this.");
        fires(Category::MarkupMarkdown, "⟦## →⟧Council puts off vote\n\nIt met.");
        silent(Category::MarkupMarkdown, "# 1 in the #metoo charts\n#vote now");
        silent(Category::MarkupMarkdown, "5 * 3 * 2, footnote*, f**k, _underscore_name_, 2**3 and 4**5, [sic] (as before)");
    }
}
