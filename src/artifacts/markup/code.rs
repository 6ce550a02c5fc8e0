//! Lines of script and style sheets.

use crate::artifacts::{Category, Finding, Page};
use crate::text::{Span, border_after};

/// What only a script has.
const SCRIPT: &[&str] = &[
    "googletag.",
    "document.getElementById",
    "document.write(",
    "addEventListener(",
    "window.dataLayer",
    "window._taboola",
    "function(",
    "function (",
    "=> {",
    "$(document)",
    "console.log(",
    "_gaq.push",
    "dataLayer.push",
    "jQuery(",
    "var _",
    "window.onload",
    "<![CDATA[",
];

/// Looks at every line with a brace or a call.
pub(super) fn find(page: &Page<'_>, findings: &mut Vec<Finding>) {
    if !page.text.as_bytes().iter().any(|b| matches!(b, b'{' | b'}')) && !page.text.contains(");") {
        return;
    }
    let mut start = 0;
    for line in page.text.split_inclusive('\n') {
        let body = line.trim();
        let at = start + (line.len() - line.trim_start().len());
        start += line.len();
        if body.len() > 20_000 || !(body.contains(['{', '}']) || body.contains(");")) {
            continue;
        }
        if SCRIPT.iter().any(|s| body.contains(s)) && body.contains([';', '{', '}']) {
            scripts(body, at, findings);
        } else if let Some(style) = style_sheet(body) {
            let span = Span::new(at + style.start, at + style.end);
            findings.push(Finding::new(Category::MarkupCss, span, "Part of a web page’s style sheet").repair(""));
        }
    }
}

/// What stands between two marks of one script is no longer, in bytes.
const STATEMENT: usize = 120;

/// The scripts of the line `body` at `at`. A line that is all script may go; where a text was run together with one, what is script and
/// what is text is proposed.
fn scripts(body: &str, at: usize, findings: &mut Vec<Finding>) {
    let marks: Vec<usize> = body.match_indices(['{', '}', ';', '(', ')', '=']).map(|m| m.0).collect();
    for run in marks.chunk_by(|one, next| next - one <= STATEMENT) {
        let (Some(first), Some(last)) = (run.first(), run.iter().rev().find(|m| matches!(body.as_bytes()[**m], b'}' | b';'))) else { continue };
        let end = last + 1;
        // No further back than a statement may be long: a line may be as long as the text.
        let from = border_after(body, first.saturating_sub(2 * STATEMENT));
        let start = from + begins(&body[from..*first]);
        if start >= end || !SCRIPT.iter().any(|s| body[start..end].contains(s)) {
            continue;
        }
        let rest = body[..start].trim().len() + body[end..].trim().len();
        if rest < STATEMENT / 4 {
            findings.push(Finding::new(Category::MarkupScript, Span::new(at, at + body.len()), "A line of a web page’s script").repair(""));
            return;
        }
        findings.push(Finding::new(Category::MarkupScript, Span::new(at + start, at + end), "A web page’s script inside the text").propose(""));
    }
}

/// Where the statement begins whose first mark stands behind `before`: behind the last sentence, or with the word that holds the mark.
fn begins(before: &str) -> usize {
    let sentence = [". ", "? ", "! ", ".\" ", ".” "].iter().filter_map(|end| before.rfind(end).map(|n| n + end.len())).max().unwrap_or(0);
    if before.len() - sentence <= STATEMENT / 2 { sentence } else { before.trim_end().rfind(char::is_whitespace).map_or(0, |n| n + 1) }
}

/// "@media …{", "{color:#fff}", ".story p { margin: 0; }": a brace with declarations in it.
fn style_sheet(line: &str) -> Option<std::ops::Range<usize>> {
    let open = line.find('{')?;
    let close = line[open..].find('}').map_or(line.len(), |n| open + n);
    let inner = &line[open + 1..close.max(open + 1)];
    let declaration = inner.split(';').next().unwrap_or_default();
    let (property, value) = declaration.split_once(':')?;
    let property = property.trim();
    let known = property.len() > 2 && property.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') && !value.trim().is_empty() && !value.starts_with("//");
    let whole = line.starts_with(['@', '.', '#', '{']) || inner.contains(';') || value.trim_start().starts_with('#');
    if !(line.starts_with("@media") || known && whole) {
        return None;
    }
    // The selector before the brace belongs to it, the sentence before that does not.
    let before = &line[..open];
    let start = before.rfind(['.', '#', '@']).filter(|n| before[*n..].len() < 40 && !before[*n..].starts_with(". ")).unwrap_or(open);
    let end = line.rfind('}').map_or(line.len(), |n| n + 1);
    Some(if line.starts_with(['@', '.', '#', '{']) { 0..end } else { start..end })
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn scripts_and_styles() {
        fires(Category::MarkupScript, "He left.\n⟦googletag.cmd.push(function() { });→⟧\nShe stayed.");
        fires(Category::MarkupScript, "⟦var x = document.getElementById(\"a\"); x.hide();→⟧");
        fires(Category::MarkupCss, "⟦{color:#fff}→⟧");
        fires(Category::MarkupCss, "⟦.story p { margin: 0; }→⟧\nHe left.");
        // An article in one line with a script in it is no script.
        fires(
            Category::MarkupScript,
            "The council met on Tuesday evening in the old town hall. ⟦if (!window.pq) { window.pq = {}; f.onload = function() { f.go(); }; }→⟧ About two hundred people came to listen, said the clerk.",
        );
        silent(Category::MarkupCss, "the set {1,2} of a function (the { sign) and {note: nothing}");
        silent(Category::MarkupScript, "The main function (to lead) was lost.");
    }
}
