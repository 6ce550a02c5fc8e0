//! A repair as a person reads it: a little of the text before, what goes, what comes, a little after.

use crate::text::border_before;
use crate::text::{Replacement, Span};

/// One piece of a repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Stays.
    Kept(String),
    /// Goes.
    Deleted(String),
    /// Comes.
    Inserted(String),
}

/// How much of the text around a repair is shown, in bytes.
const CONTEXT: usize = 32;
/// How many changes of one repair are shown.
const MOST: usize = 12;

/// The repair `edits` of `text`, which are in order and do not overlap. The second value is how many changes were left out.
#[must_use]
pub fn pieces(text: &str, edits: &[Replacement]) -> (Vec<Piece>, usize) {
    let shown = &edits[..edits.len().min(MOST)];
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return (Vec::new(), 0) };
    let mut pieces = Vec::new();
    let start = word_start(text, first.span.start());
    if start > 0 && !text[..start].ends_with('\n') {
        pieces.push(Piece::Kept("…".into()));
    }
    let mut at = start;
    for edit in shown {
        keep(&mut pieces, text, Span::new(at, edit.span.start().max(at)));
        if !edit.span.is_empty() {
            pieces.push(Piece::Deleted(visible(edit.span.of(text))));
        }
        if !edit.text.is_empty() {
            pieces.push(Piece::Inserted(visible(&edit.text)));
        }
        at = edit.span.end().max(at);
    }
    let end = word_end(text, last.span.end());
    keep(&mut pieces, text, Span::new(at, end.max(at)));
    if end < text.len() && !text[end..].starts_with('\n') {
        pieces.push(Piece::Kept("…".into()));
    }
    (pieces, edits.len() - shown.len())
}

/// What stays between two changes; the middle of a long stretch is left out.
fn keep(pieces: &mut Vec<Piece>, text: &str, span: Span) {
    if span.len() > 2 * CONTEXT + 8 {
        let head = word_end(text, span.start());
        let tail = word_start(text, span.end());
        pieces.push(Piece::Kept(format!("{} … {}", &text[span.start()..head], &text[tail..span.end()])));
    } else if !span.is_empty() {
        pieces.push(Piece::Kept(span.of(text).to_owned()));
    }
}

/// Some bytes before `at`, at the start of a word and in the same line.
fn word_start(text: &str, at: usize) -> usize {
    let from = border_before(text, at.saturating_sub(CONTEXT));
    let line = text[from..at].rfind('\n').map_or(from, |n| from + n + 1);
    if line == 0 || text[..line].ends_with(['\n', ' ']) { line } else { text[line..at].find(' ').map_or(line, |n| line + n + 1) }
}

/// Some bytes after `at`, at the end of a word and in the same line.
fn word_end(text: &str, at: usize) -> usize {
    let to = border_before(text, at + CONTEXT).max(at);
    let line = text[at..to].find('\n').map_or(to, |n| at + n);
    if line == text.len() || text[line..].starts_with(['\n', ' ']) { line } else { text[at..line].rfind(' ').map_or(line, |n| at + n) }
}

/// White space and invisible characters as signs that can be seen.
#[must_use]
pub fn visible(text: &str) -> String {
    let blank = !text.is_empty() && text.chars().all(|c| c.is_whitespace() || is_invisible(c));
    text.chars()
        .map(|c| match c {
            '\n' => '⏎',
            '\t' => '⇥',
            ' ' if blank => '␣',
            '\u{a0}' => '⍽',
            c if is_invisible(c) => '·',
            c => c,
        })
        .collect()
}

fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, text: &str) -> Replacement {
        Replacement { span: Span::new(start, end), text: text.into() }
    }

    fn shown(text: &str, edits: &[Replacement]) -> String {
        pieces(text, edits)
            .0
            .into_iter()
            .map(|p| match p {
                Piece::Kept(t) => t,
                Piece::Deleted(t) => format!("[-{t}-]"),
                Piece::Inserted(t) => format!("[+{t}+]"),
            })
            .collect()
    }

    #[test]
    fn shows_the_words_around() {
        assert_eq!(shown("She is gone, accoding to the clerk.", &[edit(13, 21, "according")]), "She is gone, [-accoding-][+according+] to the clerk.");
        assert_eq!(shown("A b ,\nnext line", &[edit(3, 4, "")]), "A b[-␣-],");
    }

    #[test]
    fn leaves_out_the_middle() {
        let text = format!("“{}”", "word ".repeat(60));
        let found = shown(&text, &[edit(0, 3, "\""), edit(text.len() - 3, text.len(), "\"")]);
        assert!(found.starts_with("[-“-][+\"+]word word") && found.ends_with("[-”-][+\"+]") && found.len() < 140, "{found}");
    }

    #[test]
    fn counts_what_it_does_not_show() {
        let edits: Vec<_> = (0..20).map(|n| edit(n * 2, n * 2 + 1, "")).collect();
        assert_eq!(pieces(&" a".repeat(20), &edits).1, 8);
    }
}
