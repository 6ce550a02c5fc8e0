//! HTML tags.

use super::found::{Found, window};
use crate::artifacts::{Category, Finding};
use crate::lexicon::WordSet;
use crate::text::Span;

/// A longer tag is none: somebody wrote "<" and, much later, ">".
const LONGEST: usize = 400;

/// Tags that part blocks; the others stand inside a line.
const BLOCKS: WordSet =
    WordSet::new("article aside blockquote br center div dl figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li nav ol p pre section table tr ul");

/// Tags inside a line, and those that make no break of their own.
const INLINE: WordSet = WordSet::new(
    "a abbr amp-img b button cite code del em embed font i iframe img input ins label link mark meta noscript object option param path picture q \
     script select small source span strike strong style sub sup svg tbody td th thead time tweet u video",
);

/// Where comments, scripts and style sheets close for the last time; after that, none needs to be looked for.
pub(super) struct Closings {
    comment: Option<usize>,
    script: Option<usize>,
    style: Option<usize>,
}

impl Closings {
    pub(super) fn of(text: &str) -> Self {
        if !text.contains('<') {
            return Self { comment: None, script: None, style: None };
        }
        Self { comment: text.rfind("-->"), script: text.rfind("</script>"), style: text.rfind("</style>") }
    }
}

/// The tag or comment at `at`, where `text` has "<".
pub(super) fn at(text: &str, at: usize, closings: &Closings) -> Found {
    let rest = window(text, at, LONGEST);
    if rest.starts_with("<!--") {
        closings.comment.filter(|last| *last > at)?;
        let end = text[at..].find("-->").map(|n| at + n + 3)?;
        return Some((vec![Finding::new(Category::MarkupTag, Span::new(at, end), "A comment of a web page’s source").repair("")], end));
    }
    let body = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    let length = body.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(body.len());
    let name = body[..length].to_ascii_lowercase();
    let block = BLOCKS.has(name.as_str());
    if !block && !INLINE.has(name.as_str()) {
        return None;
    }
    let after = body[length..].chars().next()?;
    if !(after == '>' || after == '/' || after.is_whitespace()) {
        return None;
    }
    let close = rest[1..].find(['<', '>']).map(|n| n + 1).filter(|n| rest.as_bytes()[*n] == b'>')?;
    let mut end = at + close + 1;
    let (category, last) = if name == "script" { (Category::MarkupScript, closings.script) } else { (Category::MarkupCss, closings.style) };
    if matches!(name.as_str(), "script" | "style")
        && !rest.starts_with("</")
        && last.is_some_and(|last| last >= end)
        && let Some(closing) = text[end..].find(if name == "script" { "</script>" } else { "</style>" })
    {
        end += closing + name.len() + 3;
        return Some((vec![Finding::new(category, Span::new(at, end), format!("A <{name}> block of a web page")).repair("")], end));
    }
    let line_edge = text[..at].ends_with('\n') || at == 0 || text[end..].starts_with('\n') || end == text.len();
    let fix = if block && !line_edge { "\n" } else { "" };
    let message = format!("“{}” is a tag of a web page", shortened(&text[at..end]));
    Some((vec![Finding::new(Category::MarkupTag, Span::new(at, end), message).repair(fix)], end))
}

fn shortened(tag: &str) -> String {
    if tag.chars().count() <= 30 { tag.to_owned() } else { tag.chars().take(28).chain("…>".chars()).collect() }
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn tags_go() {
        fires(Category::MarkupTag, "He left.⟦<br />→\n⟧She stayed.");
        fires(Category::MarkupTag, "⟦<p class=\"x\">→⟧He left ⟦<b>→⟧now⟦</b>→⟧.⟦</p>→⟧");
        fires(Category::MarkupScript, "He left.⟦<script>var x = \"<b>\";</script>→⟧ Now.");
        silent(Category::MarkupTag, "a < b and c > d, 1 <2> 3, I <3 you, <name withheld>");
    }
}
