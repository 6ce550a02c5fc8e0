//! A second article inside the first.

use std::collections::BTreeSet;

use super::dateline::dateline;
use super::lines::{Lines, is_finished};
use crate::artifacts::{Category, Finding};
use crate::text::Span;

/// So many paragraphs after the sign of an end make a second article.
const PARAGRAPHS: usize = 3;

/// Two signs are needed: that an article ended (credit, copyright, end mark), and that one begins (dateline, byline,
/// headline). Round-ups and live blogs repeat one of them.
pub(super) fn find(lines: &Lines<'_>, signs: &[Finding]) -> Option<Finding> {
    let count = lines.paragraphs.len();
    let ends: BTreeSet<Span> = signs.iter().filter(|f| matches!(f.category, Category::StructCredit | Category::StructCopyright)).map(|f| f.span).collect();
    let headers = (0..count).filter(|n| lines.paragraph(*n).ends_with(" DOCUMENTS") && lines.paragraph(*n).len() < 40).count();
    for n in 1..count.saturating_sub(PARAGRAPHS) {
        let line = lines.paragraph(n);
        let ended = is_end_mark(line) || ends_article(lines, &ends, n);
        if !ended {
            continue;
        }
        let next = n + 1;
        let begins = (next..(next + 3).min(count)).find(|m| dateline(lines.paragraph(*m)).is_some() || begins_with_byline(lines.paragraph(*m)));
        let headline = headline_at(lines, next);
        let Some(at) = begins.or(headline.then_some(next)) else { continue };
        if count - at < PARAGRAPHS {
            continue;
        }
        let message = format!("“{}” ends an article, and with “{}” another one begins", shortened(line), shortened(lines.paragraph(at)));
        let mut finding = lines.context.finding(Category::SpliceTwoArticlesDocument, lines.paragraphs[at].span, message);
        if headers > 1 {
            finding = finding.with_score(0.98);
        }
        return Some(finding);
    }
    None
}

fn is_end_mark(line: &str) -> bool {
    matches!(line.trim(), "###" | "-30-" | "ENDS" | "# # #" | "– 30 –" | "*****")
}

/// True where paragraph `n` is one of `ends`, which were found to be credits or copyright notices, or would be one at the end of a text.
fn ends_article(lines: &Lines<'_>, ends: &BTreeSet<Span>, n: usize) -> bool {
    let place = lines.context.view.to_source(lines.paragraphs[n].span);
    let line = lines.paragraph(n);
    ends.contains(&place) || (line.len() < 200 && line.trim_end_matches('.').ends_with("contributed to this report"))
}

fn begins_with_byline(line: &str) -> bool {
    line.starts_with("By ") && line.len() < 80 && !is_finished(line)
}

/// A short line without a stop before a finished paragraph.
fn headline_at(lines: &Lines<'_>, n: usize) -> bool {
    let line = lines.paragraph(n);
    let words = lines.words(n);
    (4..=16).contains(&words)
        && !is_finished(line)
        && line.starts_with(char::is_uppercase)
        && !line.contains(':')
        && n + 1 < lines.paragraphs.len()
        && is_finished(lines.paragraph(n + 1))
        && lines.words(n + 1) > 12
}

fn shortened(line: &str) -> String {
    if line.chars().count() <= 40 { line.to_owned() } else { line.chars().take(38).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn a_second_article() {
        fires(
            Category::SpliceTwoArticlesDocument,
            "OSLO (AP) — The council met on Friday.\n\nIt was late.\n\nMara Lindt contributed to this report.\n\n⟦BERGEN (AP) — The harbour was closed on Monday.⟧\n\nIt was cold.\n\nShips waited.\n\nThey left.",
        );
        silent(
            Category::SpliceTwoArticlesDocument,
            "OSLO (AP) — The council met on Friday.\n\nBERGEN (AP) — The harbour was closed on Monday.\n\nIt was cold.\n\nShips waited.\n\nThey left.",
        );
    }
}
