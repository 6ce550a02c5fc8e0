//! The part of a text that is read again at once after an edit.

use std::ops::Range;

use crate::text::{border_after, border_before};

/// Bytes of context read on each side of the edited lines: enough for a paragraph or two, where speakers are named.
const CONTEXT: usize = 3_000;

/// Lines are read whole up to this many bytes on each side of the edit.
const LONGEST_SIDE: usize = 4_000;

/// What is read around an edit, all in bytes of the text after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// What was inserted, up to the ends of the words that it touches.
    pub(super) touched: Range<usize>,
    /// The lines in which it stands: what is found there counts.
    pub(super) core: Range<usize>,
    /// What is read.
    pub(super) read: Range<usize>,
}

impl Window {
    /// Around the changed bytes `changed` of `text`.
    pub(super) fn around(text: &str, changed: Range<usize>) -> Self {
        let is_word = |c: char| c.is_alphanumeric();
        let touched_start = text[..changed.start].trim_end_matches(is_word).len().max(border_before(text, changed.start.saturating_sub(LONGEST_SIDE)));
        let rest = &text[changed.end..];
        let touched_end = (text.len() - rest.trim_start_matches(is_word).len()).min(border_after(text, changed.end + LONGEST_SIDE));
        let core = line_start(text, touched_start, LONGEST_SIDE)..line_end(text, touched_end, LONGEST_SIDE);
        let read = line_start(text, border_before(text, core.start.saturating_sub(CONTEXT)), CONTEXT)
            ..line_end(text, border_after(text, core.end.saturating_add(CONTEXT)), CONTEXT);
        Window { touched: touched_start..touched_end, core, read }
    }
}

/// The start of the line that holds byte `at`, or the start of a word at most `most` bytes before it.
fn line_start(text: &str, at: usize, most: usize) -> usize {
    let from = border_before(text, at.saturating_sub(most));
    let before = &text[from..at];
    match before.rfind('\n') {
        Some(n) => from + n + 1,
        None if from == 0 => 0,
        None => before.find(char::is_whitespace).map_or(at, |n| from + n),
    }
}

/// The end of the line that holds byte `at`, or the end of a word at most `most` bytes after it.
fn line_end(text: &str, at: usize, most: usize) -> usize {
    let to = border_after(text, at.saturating_add(most));
    let after = &text[at..to];
    match after.find('\n') {
        Some(n) => at + n,
        None if to == text.len() => to,
        None => after.rfind(char::is_whitespace).map_or(at, |n| at + n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_line_and_its_neighbours() {
        let text = "One line.\nA second 🚢 line here.\nThird.";
        let at = text.find("nd 🚢").unwrap();
        let window = Window::around(text, at..at);
        assert_eq!(&text[window.touched.clone()], "second");
        assert_eq!(&text[window.core.clone()], "A second 🚢 line here.");
        assert_eq!(window.read, 0..text.len());
    }

    #[test]
    fn is_bounded_in_a_text_without_lines() {
        let text = "é".repeat(100_000);
        let window = Window::around(&text, 50_000..50_000);
        assert!(window.read.len() < 4 * (CONTEXT + LONGEST_SIDE) && text.get(window.read.clone()).is_some());
        let spaced = "é ".repeat(100_000);
        let window = Window::around(&spaced, 50_001..50_001);
        assert!(window.read.len() < 4 * (CONTEXT + LONGEST_SIDE) && spaced.get(window.read).is_some());
    }
}
