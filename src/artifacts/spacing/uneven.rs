//! White space that a page's layout left: two blanks after some sentences and one after the others, rows of empty lines.

use crate::artifacts::{Category, Finding, Page};
use crate::text::{Replacement, Span, TokenKind};

/// So many wide gaps between sentences are no slip of the hand.
const FEWEST: usize = 3;
/// From so many line breaks on, a gap between paragraphs is the layout's.
const BREAKS: usize = 4;

/// Looks at what stands between the sentences and between the paragraphs.
pub(super) fn find(page: &Page<'_>, findings: &mut Vec<Finding>) {
    between_sentences(page, findings);
    between_paragraphs(page, findings);
}

/// Two blanks after some sentences, where most have one: paragraphs stood there. A typist who puts two puts them everywhere.
fn between_sentences(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let (text, tokens) = (page.text, page.tokens());
    let mut wide = Vec::new();
    let mut narrow = 0;
    for pair in page.layout().sentences.windows(2) {
        let gap = Span::new(pair[0].span.end(), pair[1].span.start());
        match gap.of(text) {
            " " => narrow += 1,
            "  " if is_after_a_stop(text, gap.start()) && begins_one(text, gap.end()) => wide.push(gap),
            _ => {}
        }
    }
    if wide.len() < FEWEST || wide.len() * 2 > narrow || tokens.iter().all(|t| t.kind != TokenKind::Word) {
        return;
    }
    let message = format!("Two blanks stand after {} sentences and one after {narrow} others: paragraphs may have ended there", wide.len());
    let edits = wide.iter().map(|span| Replacement { span: *span, text: " ".into() }).collect();
    findings.push(Finding::new(Category::SpaceDouble, page.whole(), message).propose_edits(edits).with_parts(wide));
}

fn is_after_a_stop(text: &str, at: usize) -> bool {
    text[..at].trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', '…'])
}

fn begins_one(text: &str, at: usize) -> bool {
    text[at..].trim_start_matches(['"', '“', '‘', '\'', '(']).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Three empty lines and more, and lines of nothing but blanks, as the tags of a page leave them.
fn between_paragraphs(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let text = page.text;
    let mut wide = Vec::new();
    for pair in page.layout().paragraphs.windows(2) {
        let gap = &text[pair[0].span.end()..pair[1].span.start()];
        let Some(first) = gap.find('\n') else { continue };
        let start = pair[0].span.end() + if gap[..first].ends_with('\r') { first - 1 } else { first };
        let lines: Vec<&str> = gap[first + 1..].split('\n').map(|l| l.trim_end_matches('\r')).collect();
        // The last piece is the indentation of what follows, the others are lines of their own.
        let (indent, empty) = lines.split_last().map_or(("", &[] as &[&str]), |(last, rest)| (*last, rest));
        let blank_line = empty.iter().any(|l| l.len() >= 2);
        if lines.len() >= BREAKS || blank_line && (indent.len() >= 2 || lines.len() > 2) {
            wide.push(Span::new(start, pair[1].span.start()));
        }
    }
    if wide.len() < 2 {
        return;
    }
    let message = format!("Rows of empty lines and blanks, as the tags of a web page leave them, stand at {} places", wide.len());
    let edits = wide.iter().map(|span| Replacement { span: *span, text: "\n\n".into() }).collect();
    findings.push(Finding::new(Category::SpaceRun, page.whole(), message).repair_edits(edits).with_parts(wide));
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn two_blanks_after_some_sentences() {
        let one = "She came. He went. They sat. It rained. We ate. The cat slept. All was well. ";
        fires(Category::SpaceDouble, &format!("{one}The wall held.⟦  → ⟧It was new. The sea rose.⟦  → ⟧“We stay.”⟦  → ⟧Then it fell."));
        silent(Category::SpaceDouble, "She came.  He went.  They sat.  It rained.  We ate.  The cat slept.");
        silent(Category::SpaceDouble, &format!("{one}The wall held.  It was new."));
    }

    #[test]
    fn rows_of_empty_lines() {
        fires(Category::SpaceRun, "The wall held.⟦\n\n\n\n\n→\n\n⟧It was new.⟦\n     \n            →\n\n⟧The sea rose.");
        silent(Category::SpaceRun, "The wall held.\n\n\nIt was new.\n\n\nThe sea rose.\n\n\nIt fell.");
        silent(Category::SpaceRun, "The wall held,\n    and it was new,\n\n    and the sea rose,\n    and it fell.");
    }
}
