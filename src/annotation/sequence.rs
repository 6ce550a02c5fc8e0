//! Edits that were made one after the other, put together.

use super::{Edits, TextEdit};
use crate::text::TextBuffer;

/// Places that one batch has at most: each further one is put in order among them.
const MOST: usize = 2_000;

/// The edits of `sequence`, made to `text` one after the other (each `at` counts in the text as it was just before that
/// edit), as few batches. None where one does not fit the text that those before it left.
#[must_use]
pub fn batches(text: &str, sequence: Vec<TextEdit>) -> Option<Vec<Edits>> {
    let mut buffer = TextBuffer::new(text);
    let mut batches = Vec::new();
    let mut open = Composed::default();
    for edit in sequence {
        if !buffer.replace(edit.at, &edit.delete, &edit.insert) {
            return None;
        }
        if open.0.len() == MOST {
            batches.push(std::mem::take(&mut open));
        }
        open.push(&edit);
    }
    batches.push(open);
    let mut edits = Vec::with_capacity(batches.len());
    let mut before = text.to_owned();
    for batch in batches {
        let batch = Edits::new(&before, batch.0.into_iter().map(|p| p.edit).collect()).ok()?;
        if !batch.is_empty() {
            before = batch.apply(&before);
            edits.push(batch);
        }
    }
    Some(edits)
}

/// Edits put together: places in order, none touching another.
#[derive(Debug, Default)]
struct Composed(Vec<Place>);

/// One place that changes.
#[derive(Debug)]
struct Place {
    /// In bytes of the text before all of them.
    edit: TextEdit,
    /// Where the inserted words begin in the text after all of them so far.
    now: usize,
}

impl Place {
    fn end(&self) -> usize {
        self.now + self.edit.insert.len()
    }
}

impl Composed {
    /// Adds `edit` of the text after all so far.
    fn push(&mut self, edit: &TextEdit) {
        let (at, end) = (edit.at, edit.end());
        let first = self.0.partition_point(|p| p.end() < at);
        let last = first + self.0[first..].partition_point(|p| p.now <= end);
        // By how much the text before the first of them has moved.
        let moved = first.checked_sub(1).map_or(0, |n| self.0[n].end() as isize - self.0[n].edit.end() as isize);
        let place = match &self.0[first..last] {
            [] => Place { edit: TextEdit { at: at.saturating_add_signed(-moved), ..edit.clone() }, now: at },
            touched => joined(touched, edit, moved),
        };
        let by = edit.insert.len() as isize - edit.delete.len() as isize;
        self.0.splice(first..last, [place]);
        self.0[first + 1..].iter_mut().for_each(|p| p.now = p.now.saturating_add_signed(by));
    }
}

/// The places `touched`, and `edit` over them, as one.
fn joined(touched: &[Place], edit: &TextEdit, moved: isize) -> Place {
    let (first, last) = (&touched[0], &touched[touched.len() - 1]);
    let now = edit.at.min(first.now);
    // Of what was inserted before, what the edit leaves at its two sides stays.
    let mut insert = first.edit.insert.get(..edit.at.saturating_sub(first.now)).unwrap_or("").to_owned();
    insert.push_str(&edit.insert);
    if edit.end() < last.end() {
        insert.push_str(last.edit.insert.get(edit.end().saturating_sub(last.now)..).unwrap_or(""));
    }
    // Of what it deletes, what stood in the text before is deleted there.
    let mut delete = String::new();
    let mut at = edit.at;
    for place in touched {
        delete.push_str(deleted(edit, at, place.now));
        delete.push_str(&place.edit.delete);
        at = place.end();
    }
    delete.push_str(deleted(edit, at, edit.end()));
    Place { edit: TextEdit { at: now.saturating_add_signed(-moved), delete, insert }, now }
}

/// What `edit` deletes from byte `from` to byte `to` of the text before it.
fn deleted(edit: &TextEdit, from: usize, to: usize) -> &str {
    let inside = |at: usize| at.clamp(edit.at, edit.end()) - edit.at;
    if from < to { edit.delete.get(inside(from)..inside(to)).unwrap_or("") } else { "" }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Span;

    /// Makes edits of `text` by numbers, one after the other; gives the text after them, too.
    fn made(text: &str, places: &[(usize, usize, String)]) -> (String, Vec<TextEdit>) {
        let mut after = text.to_owned();
        let mut sequence = Vec::new();
        for (at, length, insert) in places {
            let borders: Vec<usize> = after.char_indices().map(|(at, _)| at).chain([after.len()]).collect();
            let from = at % borders.len();
            let span = Span::new(borders[from], borders[(from + length).min(borders.len() - 1)]);
            sequence.push(TextEdit::replacing(&after, span, insert));
            after.replace_range(span.range(), insert);
        }
        (after, sequence)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn batches_lead_where_the_edits_lead(
            text in "[ab 🚢é]{0,16}",
            places in prop::collection::vec((0usize..24, 0usize..6, "[xy 🚢]{0,3}"), 0..14),
        ) {
            let (after, sequence) = made(&text, &places);
            let batches = batches(&text, sequence).expect("the edits were made for the text");
            prop_assert!(batches.len() <= 1);
            let there = batches.iter().fold(text.clone(), |text, batch| batch.apply(&text));
            prop_assert_eq!(&there, &after);
            prop_assert_eq!(batches.iter().rev().fold(there, |text, batch| batch.inverse().apply(&text)), text);
        }
    }

    #[test]
    fn what_does_not_fit_leads_nowhere() {
        let edit = |at, delete: &str| TextEdit { at, delete: delete.into(), insert: String::new() };
        assert_eq!(batches("abc", vec![edit(0, "a"), edit(0, "a")]), None);
        assert_eq!(batches("é", vec![edit(1, "")]), None);
        assert_eq!(batches("abc", Vec::new()), Some(Vec::new()));
    }

    #[test]
    fn many_edits_are_few_batches() {
        let text = "the harbour. ".repeat(6_000);
        let places: Vec<usize> = (0..6_000).map(|n| n * 7_919 % 6_000).collect();
        let sequence = places.iter().map(|n| TextEdit { at: n * 13, delete: "t".into(), insert: "T".into() }).collect();
        let batches = batches(&text, sequence).unwrap();
        assert_eq!(batches.len(), 3);
        assert_eq!(batches.iter().fold(text.clone(), |text, batch| batch.apply(&text)), text.replace("the", "The"));
    }
}
