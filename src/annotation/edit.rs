//! Changes of the text.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text::{Span, order};

/// One change of a text: at byte `at`, `delete` gives way to `insert`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextEdit {
    /// First byte that changes, on a character border.
    pub at: usize,
    /// What stands there before; empty for an insertion.
    pub delete: String,
    /// What stands there afterwards; empty for a deletion.
    pub insert: String,
}

impl TextEdit {
    /// The change of `span` of `text` to `insert`.
    #[must_use]
    pub fn replacing(text: &str, span: Span, insert: &str) -> Self {
        Self { at: span.start(), delete: span.of(text).to_owned(), insert: insert.to_owned() }
    }

    /// One past the last byte that changes, in the text before.
    #[must_use]
    pub fn end(&self) -> usize {
        self.at + self.delete.len()
    }

    /// By how many bytes the text after it moves.
    fn shift(&self) -> isize {
        self.insert.len() as isize - self.delete.len() as isize
    }
}

/// Why an edit does not fit its text.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum EditError {
    /// The text does not have the deleted words at that place.
    #[error("the edit at byte {at} deletes {delete:?}, but the text has something else there")]
    Mismatch {
        /// Where the edit is.
        at: usize,
        /// What it would delete.
        delete: String,
    },
    /// Two edits of one batch change the same characters.
    #[error("two edits overlap at byte {at}")]
    Overlap {
        /// Where the second of them is.
        at: usize,
    },
}

/// Edits made together: each `at` counts in the text before all of them; in order, with at least one kept byte between two.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Edits(Vec<TextEdit>);

impl Edits {
    /// Puts `edits` of `text` in order, drops those that change nothing, cuts from each what it does not change, and
    /// joins neighbours.
    ///
    /// # Errors
    /// If one deletes what `text` does not have at its place, or two overlap.
    pub fn new(text: &str, mut edits: Vec<TextEdit>) -> Result<Self, EditError> {
        order::sort_by(&mut edits, |e| order::pair(e.at, e.end()));
        let mut joined: Vec<TextEdit> = Vec::with_capacity(edits.len());
        for edit in edits {
            if text.get(edit.at..edit.end()) != Some(edit.delete.as_str()) {
                return Err(EditError::Mismatch { at: edit.at, delete: edit.delete });
            }
            let edit = trimmed(edit);
            if edit.delete == edit.insert {
                continue;
            }
            match joined.last_mut() {
                Some(last) if edit.at < last.end() => return Err(EditError::Overlap { at: edit.at }),
                Some(last) if edit.at == last.end() => {
                    last.delete.push_str(&edit.delete);
                    last.insert.push_str(&edit.insert);
                }
                _ => joined.push(edit),
            }
        }
        Ok(Self(joined))
    }

    /// The edits, in order.
    #[must_use]
    pub fn as_slice(&self) -> &[TextEdit] {
        &self.0
    }

    /// True where nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text after the edits. They must have been made for `text`.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let grown: usize = self.0.iter().map(|e| e.insert.len()).sum();
        let mut out = String::with_capacity(text.len() + grown);
        let mut at = 0;
        for edit in &self.0 {
            out.push_str(&text[at..edit.at]);
            out.push_str(&edit.insert);
            at = edit.end();
        }
        out.push_str(&text[at..]);
        out
    }

    /// The edits that lead back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let mut moved = 0isize;
        let back = self.0.iter().map(|e| {
            let at = e.at.saturating_add_signed(moved);
            moved += e.shift();
            TextEdit { at, delete: e.insert.clone(), insert: e.delete.clone() }
        });
        Self(back.collect())
    }

    /// These edits of `text` and then `next`, which are of what they make of it, as one.
    ///
    /// # Errors
    /// If they do not fit one another and the text.
    pub fn then(&self, text: &str, next: &Self) -> Result<Self, EditError> {
        let middle = self.apply(text);
        let after = next.apply(&middle);
        // Of each edit, the place in the middle, and by how much it moves what follows: back to the text, or on to what comes of it.
        let back = self.inverse();
        let first = back.0.iter().map(|e| (e.at, e.end(), e.shift(), 0));
        let second = next.0.iter().map(|e| (e.at, e.end(), 0, e.shift()));
        let mut all: Vec<(usize, usize, isize, isize)> = first.chain(second).collect();
        order::sort_by(&mut all, |(at, end, ..)| order::pair(*at, *end));
        let mut edits = Vec::new();
        let (mut to_text, mut to_after) = (0isize, 0isize);
        let mut rest = all.into_iter().peekable();
        while let Some((at, mut end, mut text_by, mut after_by)) = rest.next() {
            // What touches or overlaps in the middle is one edit.
            while let Some((_, e, t, a)) = rest.next_if(|(at, ..)| *at <= end) {
                end = end.max(e);
                text_by += t;
                after_by += a;
            }
            let from = at.saturating_add_signed(to_text);
            let came = at.saturating_add_signed(to_after);
            to_text += text_by;
            to_after += after_by;
            let mismatch = || EditError::Mismatch { at: from, delete: String::new() };
            let delete = text.get(from..end.saturating_add_signed(to_text)).ok_or_else(mismatch)?.to_owned();
            let insert = after.get(came..end.saturating_add_signed(to_after)).ok_or_else(mismatch)?.to_owned();
            edits.push(TextEdit { at: from, delete, insert });
        }
        Self::new(text, edits)
    }

    /// The same change as edits that are made one after the other, as the native format lists them: each `at` counts in
    /// the text as it was just before that edit.
    #[must_use]
    pub fn in_sequence(&self) -> Vec<TextEdit> {
        let inverse = self.inverse();
        self.0.iter().zip(inverse.0).map(|(e, back)| TextEdit { at: back.at, ..e.clone() }).collect()
    }
}

/// `edit` without the characters that it deletes and inserts again at its ends.
fn trimmed(edit: TextEdit) -> TextEdit {
    if edit.delete.is_empty() || edit.insert.is_empty() {
        return edit;
    }
    let front: usize = edit.delete.chars().zip(edit.insert.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (delete, insert) = (&edit.delete[front..], &edit.insert[front..]);
    let back: usize = delete.chars().rev().zip(insert.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    TextEdit { at: edit.at + front, delete: delete[..delete.len() - back].to_owned(), insert: insert[..insert.len() - back].to_owned() }
}

/// Words and what stands between them that [`between`] compares at most: beyond it, one edit replaces all that differs.
const MOST_STEPS: usize = 1_000;

/// The edits that turn `before` into `after`, word by word, so that annotations of unchanged words keep their place.
#[must_use]
pub fn between(before: &str, after: &str) -> Edits {
    let whole = trimmed(TextEdit { at: 0, delete: before.to_owned(), insert: after.to_owned() });
    if whole.delete == whole.insert {
        return Edits::default();
    }
    if whole.delete.is_empty() || whole.insert.is_empty() {
        return Edits(vec![whole]);
    }
    let (old, new) = (pieces(&whole.delete), pieces(&whole.insert));
    let Some(kept) = common(&old, &new) else { return Edits(vec![whole]) };
    let mut edits = Vec::new();
    let (mut i, mut j, mut at) = (0, 0, whole.at);
    for (x, y) in kept.into_iter().chain([(old.len(), new.len())]) {
        let (delete, insert) = (old[i..x].concat(), new[j..y].concat());
        let end = at + delete.len();
        if !delete.is_empty() || !insert.is_empty() {
            edits.push(TextEdit { at, delete, insert });
        }
        at = end + old.get(x).map_or(0, |p| p.len());
        (i, j) = (x + 1, y + 1);
    }
    Edits::new(before, edits).unwrap_or_else(|_| Edits(vec![whole]))
}

/// Cuts `text` into runs of letters and digits and single other characters.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        let word = c.is_alphanumeric();
        if at > start && !(word && in_word) {
            pieces.push(&text[start..at]);
            start = at;
        }
        in_word = word;
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

/// The longest common subsequence of two lists by Myers' greedy algorithm (1986): pairs of indexes, rising; none where
/// the lists differ in more than [`MOST_STEPS`] places.
fn common(old: &[&str], new: &[&str]) -> Option<Vec<(usize, usize)>> {
    let most = (old.len() + new.len()).min(MOST_STEPS);
    let (n, m) = (old.len() as isize, new.len() as isize);
    // furthest[k + most] is how far diagonal k reaches into `old`; one copy a step is kept for the way back.
    let mut furthest = vec![0isize; 2 * most + 2];
    let mut trace = Vec::new();
    let offset = most as isize;
    let down = |v: &[isize], k: isize, d: isize| k == -d || (k != d && v[(k - 1 + offset) as usize] < v[(k + 1 + offset) as usize]);
    let mut found = None;
    'search: for d in 0..=most as isize {
        trace.push(furthest[(offset - d) as usize..=(offset + d).min(2 * offset) as usize].to_vec());
        for k in (-d..=d).step_by(2) {
            let mut x = if down(&furthest, k, d) { furthest[(k + 1 + offset) as usize] } else { furthest[(k - 1 + offset) as usize] + 1 };
            while x < n && x - k < m && x - k >= 0 && old[x as usize] == new[(x - k) as usize] {
                x += 1;
            }
            furthest[(k + offset) as usize] = x;
            if x >= n && x - k >= m {
                found = Some(d);
                break 'search;
            }
        }
    }
    let found = found?;
    let mut pairs = Vec::new();
    let (mut x, mut y) = (n, m);
    for d in (1..=found).rev() {
        let k = x - y;
        // `trace[d]` is the state before step d, on diagonals -d..=d.
        let at = |k: isize| trace[d as usize].get((k + d) as usize).copied().unwrap_or(0);
        let previous = if k == -d || (k != d && at(k - 1) < at(k + 1)) { k + 1 } else { k - 1 };
        let (px, py) = (at(previous), at(previous) - previous);
        while x > px && y > py {
            (x, y) = (x - 1, y - 1);
            pairs.push((x as usize, y as usize));
        }
        (x, y) = (px, py);
    }
    while x > 0 && y > 0 {
        (x, y) = (x - 1, y - 1);
        pairs.push((x as usize, y as usize));
    }
    pairs.reverse();
    Some(pairs)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn edit(at: usize, delete: &str, insert: &str) -> TextEdit {
        TextEdit { at, delete: delete.into(), insert: insert.into() }
    }

    #[test]
    fn applies_and_goes_back() {
        let text = "Teh mayor ,said so";
        let edits = Edits::new(text, vec![edit(9, " ,", ", "), edit(0, "Teh", "The")]).unwrap();
        let after = edits.apply(text);
        assert_eq!(after, "The mayor, said so");
        assert_eq!(edits.inverse().apply(&after), text);
        let mut sequence = text.to_owned();
        for e in edits.in_sequence() {
            sequence.replace_range(e.at..e.end(), &e.insert);
        }
        assert_eq!(sequence, after);
    }

    #[test]
    fn refuses_what_does_not_fit() {
        assert!(matches!(Edits::new("abc", vec![edit(1, "c", "")]), Err(EditError::Mismatch { at: 1, .. })));
        assert!(matches!(Edits::new("é", vec![edit(1, "", "x")]), Err(EditError::Mismatch { .. })));
        assert_eq!(Edits::new("abc", vec![edit(0, "ab", "x"), edit(1, "bc", "y")]), Err(EditError::Overlap { at: 1 }));
    }

    #[test]
    fn what_neither_touches_is_not_in_two_that_are_one() {
        let text = "Teh mayor ,said so today .";
        let first = Edits::new(text, vec![edit(0, "Teh", "The"), edit(9, " ,", ", ")]).unwrap();
        let middle = first.apply(text);
        let at = |words| middle.find(words).unwrap();
        let second = Edits::new(&middle, vec![edit(at("said"), "said", "wrote"), edit(at(" ."), " .", ".")]).unwrap();
        let both = first.then(text, &second).unwrap();
        let told: Vec<_> = both.as_slice().iter().map(|e| (e.delete.as_str(), e.insert.as_str())).collect();
        assert_eq!(told, [("eh", "he"), (" ,said", ", wrote"), (" ", "")]);
    }

    #[test]
    fn finds_the_words_that_changed() {
        let edits = between("Ms. Ortis said on Monday that the the ferry was late.", "Ms. Ortiz said that the ferry was very late.");
        let changed: Vec<_> = edits.as_slice().iter().map(|e| (e.delete.as_str(), e.insert.as_str())).collect();
        assert_eq!(changed, [("s", "z"), ("on Monday ", ""), ("the ", ""), ("", " very")]);
    }

    proptest! {
        #[test]
        fn two_in_a_row_are_one(a in "[ab é\n]{0,20}", b in "[ab é\n]{0,20}", c in "[ab é\n]{0,20}") {
            let (first, second) = (between(&a, &b), between(&b, &c));
            let both = first.then(&a, &second).unwrap();
            prop_assert_eq!(both.apply(&a), c.clone());
            prop_assert_eq!(both.inverse().apply(&c), a);
        }

        #[test]
        fn leads_from_any_text_to_any_other(a in "[ab 🚢é\u{301}\n]{0,30}", b in "[ab 🚢é\u{301}\n]{0,30}") {
            let edits = between(&a, &b);
            prop_assert_eq!(edits.apply(&a), b.clone());
            prop_assert_eq!(edits.inverse().apply(&b), a);
        }
    }
}
