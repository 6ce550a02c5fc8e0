//! Two states of a text side by side, paragraph by paragraph.

use crate::annotation::Edits;
use crate::text::Span;

/// A stretch of both texts that ends at a line break that both have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Pieces of the text before, each with whether it goes.
    pub before: Vec<(String, bool)>,
    /// Pieces of the text after, each with whether it came.
    pub after: Vec<(String, bool)>,
    /// True where the two differ.
    pub changed: bool,
}

/// How much of a span is not as it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Words that are other words, or came, or went.
    pub words: usize,
    /// Changes of spaces, marks and punctuation alone.
    pub marks: usize,
}

impl Touched {
    /// "as pasted", "1 word, 2 marks changed".
    #[must_use]
    pub fn in_words(self) -> String {
        let count = |n: usize, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
        match (self.words, self.marks) {
            (0, 0) => "as pasted".to_owned(),
            (words, 0) => format!("{} changed", count(words, "word")),
            (0, marks) => format!("{} changed", count(marks, "mark")),
            (words, marks) => format!("{}, {} changed", count(words, "word"), count(marks, "mark")),
        }
    }
}

/// What `edits` changed in `span` of the text that they made.
#[must_use]
pub fn touched(edits: &Edits, span: Span) -> Touched {
    let mut touched = Touched::default();
    // Edits are counted in the text before; `came` and `went` take their places to the text after.
    let (mut came, mut went) = (0, 0);
    for edit in edits.as_slice() {
        let start = edit.at + came - went;
        let end = start + edit.insert.len();
        came += edit.insert.len();
        went += edit.delete.len();
        let inside = if start == end { span.start() < start && start < span.end() } else { start < span.end() && span.start() < end };
        if !inside {
            continue;
        }
        let words = |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).count();
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        if letters(&edit.delete) == letters(&edit.insert) {
            touched.marks += 1;
        } else {
            touched.words += words(&edit.delete).max(words(&edit.insert));
        }
    }
    touched
}

/// Lines up `before` with what `edits` make of it. Blank lines are left out.
#[must_use]
pub fn lines(before: &str, edits: &Edits) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = Line::default();
    let mut at = 0;
    for edit in edits.as_slice() {
        keep(&mut lines, &mut line, &before[at..edit.at]);
        line.changed = true;
        if !edit.delete.is_empty() {
            line.before.push((super::diff::visible(&edit.delete), true));
        }
        if !edit.insert.is_empty() {
            line.after.push((super::diff::visible(&edit.insert), true));
        }
        at = edit.end();
    }
    keep(&mut lines, &mut line, &before[at..]);
    end(&mut lines, line);
    lines
}

/// Adds text that both have.
fn keep(lines: &mut Vec<Line>, line: &mut Line, text: &str) {
    for (n, part) in text.split('\n').enumerate() {
        if n > 0 {
            end(lines, std::mem::take(line));
        }
        if !part.is_empty() {
            line.before.push((part.to_owned(), false));
            line.after.push((part.to_owned(), false));
        }
    }
}

fn end(lines: &mut Vec<Line>, line: Line) {
    if line.changed || line.before.iter().any(|(text, _)| !text.trim().is_empty()) {
        lines.push(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::between;

    #[test]
    fn what_a_repair_touched_is_counted_where_it_lies() {
        let (before, after) = ("He said “we will loose it all ,” and  left.", "He said “we will lose it all,” and left.");
        let edits = between(before, after);
        let quotation = Span::new(after.find('“').unwrap(), after.find('”').unwrap() + 3);
        assert_eq!(touched(&edits, quotation), Touched { words: 1, marks: 1 });
        assert_eq!(touched(&edits, quotation).in_words(), "1 word, 1 mark changed");
        assert_eq!(touched(&edits, Span::new(0, 7)).in_words(), "as pasted");
        assert_eq!(touched(&between(before, before), quotation).in_words(), "as pasted");
        assert_eq!(Touched { words: 0, marks: 2 }.in_words(), "2 marks changed");
    }

    #[test]
    fn a_changed_line_shows_both() {
        let (before, after) = ("One two .\n\nSame here.\n", "One two.\n\nSame here.\n");
        let found = lines(before, &between(before, after));
        assert_eq!(found.len(), 2);
        assert!(found[0].changed && !found[1].changed);
        let join = |pieces: &[(String, bool)]| pieces.iter().map(|(t, c)| if *c { format!("[{t}]") } else { t.clone() }).collect::<String>();
        assert_eq!((join(&found[0].before), join(&found[0].after)), ("One two[␣].".into(), "One two.".into()));
    }

    #[test]
    fn equal_texts_have_no_changes() {
        assert!(lines("a\nb", &between("a\nb", "a\nb")).iter().all(|l| !l.changed));
    }
}
