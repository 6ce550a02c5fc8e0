//! Lines of script and style sheets.

use crate::artifacts::{Category, Finding, Page};
use crate::text::Span;

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
        let span = Span::new(at, at + body.len());
        if SCRIPT.iter().any(|s| body.contains(s)) && body.contains([';', '{', '}']) {
            findings.push(Finding::new(Category::MarkupScript, span, "A line of a web page’s script").repair(""));
        } else if let Some(style) = style_sheet(body) {
            let span = Span::new(at + style.start, at + style.end);
            findings.push(Finding::new(Category::MarkupCss, span, "Part of a web page’s style sheet").repair(""));
        }
    }
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
        silent(Category::MarkupCss, "the set {1,2} of a function (the { sign) and {note: nothing}");
        silent(Category::MarkupScript, "The main function (to lead) was lost.");
    }
}
