//! Where in a file each rule begins and ends, with the comment that stands right above it.

use std::ops::Range;

use toml_edit::{Document, Item};

/// The rules of `file`, in bytes: each from the comment right above it to where the next one begins. What stands before the
/// first is the file's own.
#[must_use]
pub fn pieces(file: &str) -> Vec<Range<usize>> {
    let base = file.len() - file.strip_prefix('\u{feff}').unwrap_or(file).len();
    let body = &file[base..];
    let found = match Document::parse(body) {
        Ok(document) => {
            let tables = document.get("rule").and_then(Item::as_array_of_tables);
            let heads = tables.into_iter().flatten().filter_map(|t| t.span()).map(|s| line_start(body, s.start));
            cut(body, heads.collect())
        }
        Err(_) => by_lines(body),
    };
    found.into_iter().map(|p| p.start + base..p.end + base).collect()
}

/// The same by the look of the lines alone, where `body` is no TOML.
pub(super) fn by_lines(body: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut heads = Vec::new();
    for line in body.split_inclusive('\n') {
        if line.trim_start().starts_with("[[") {
            heads.push(at);
        }
        at += line.len();
    }
    cut(body, heads)
}

fn cut(body: &str, heads: Vec<usize>) -> Vec<Range<usize>> {
    let starts: Vec<usize> = heads.into_iter().map(|head| with_comment(body, head)).collect();
    let ends = starts.iter().skip(1).copied().chain([body.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end.max(start)).collect()
}

fn line_start(body: &str, at: usize) -> usize {
    body[..at].rfind('\n').map_or(0, |n| n + 1)
}

/// Where the comment begins that stands right above the line at `head`.
fn with_comment(body: &str, head: usize) -> usize {
    let mut start = head;
    while start > 0 {
        let above = line_start(body, start - 1);
        if !body[above..start].trim_start().starts_with('#') {
            break;
        }
        start = above;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_has_its_comment() {
        let file = "\u{feff}# Ours.\n\n# One.\n# Of two.\n[[rule]]\nname = \"a\"\ntext = '''\n[[rule]]\n'''\n\n[[rule]]\nname = \"b\" # b\n";
        let all: Vec<&str> = pieces(file).into_iter().map(|p| &file[p]).collect();
        assert_eq!(all.len(), 2, "what stands in a text is no head");
        assert!(all[0].starts_with("# One.") && all[0].ends_with("'''\n\n"));
        assert_eq!(all[1], "[[rule]]\nname = \"b\" # b\n");
        let broken = format!("{file}[[rule]]\nname = \"\n# Last.\n[[rule]]\n");
        assert_eq!(pieces(&broken).len(), 5, "where it is no TOML, the lines say it");
        assert!(pieces("# nothing\n").is_empty());
    }
}
