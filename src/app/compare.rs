//! Two states of a text side by side, paragraph by paragraph.

use crate::annotation::Edits;

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
