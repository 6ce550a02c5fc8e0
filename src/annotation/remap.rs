//! Where annotations lie after the text has changed.

use super::{Annotation, Edits, Layer, TextEdit, Value, attribute};
use crate::text::{Replacement, Span};

/// Carries spans over one batch of edits.
///
/// The rules, for a span and the edit that touches it:
/// * inside the span: the span grows or shrinks with it, its first and last characters included;
/// * exactly the span: the span covers what was inserted;
/// * all of the span and more: the span becomes empty, and is kept so that an undo can bring it back;
/// * across one end: what was inserted stays outside;
/// * an insertion that touches an end stays outside, unless it continues the word there ("Smith" + "son"),
///   or would tear a mark from its letter.
#[derive(Debug)]
pub struct Remap<'e> {
    before: &'e str,
    edits: &'e [TextEdit],
    /// Bytes by which the text has moved before edit number n.
    moved: Vec<isize>,
}

impl<'e> Remap<'e> {
    /// For `edits` of the text `before`.
    #[must_use]
    pub fn new(before: &'e str, edits: &'e Edits) -> Self {
        let edits = edits.as_slice();
        let mut sum = 0;
        let mut moved = vec![0];
        for edit in edits {
            sum += edit.insert.len() as isize - edit.delete.len() as isize;
            moved.push(sum);
        }
        Self { before, edits, moved }
    }

    /// Where `span` of the old text lies in the new. An end inside a character counts as its start, one past the text as
    /// the text's end.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        let span = span.on_borders(self.before);
        let (s, e) = (span.start(), span.end());
        // The last edit that starts at or before the span, or the first after it.
        let n = self.edits.partition_point(|edit| edit.at <= s);
        if let Some(edit) = n.checked_sub(1).map(|n| &self.edits[n])
            && (if span.is_empty() { s <= edit.end() } else { e <= edit.end() })
        {
            let at = self.after(n - 1, edit.at);
            return if (s, e) == (edit.at, edit.end()) && !span.is_empty() { Span::new(at, at + edit.insert.len()) } else { Span::empty(at) };
        }
        let start = match n.checked_sub(1).map(|n| &self.edits[n]) {
            Some(edit) if s < edit.end() && s == edit.at => self.after(n - 1, s),
            Some(edit) if s <= edit.end() => self.after(n - 1, edit.at) + edit.insert.len() - self.glued_before(edit, s),
            _ => self.after(n, s),
        };
        let n = self.edits.partition_point(|edit| edit.at < e);
        let end = match (n.checked_sub(1).map(|n| &self.edits[n]), self.edits.get(n)) {
            (_, Some(edit)) if edit.at == e => self.after(n, e) + self.glued_after(edit, e),
            (Some(edit), _) if e < edit.end() => self.after(n - 1, edit.at),
            (Some(edit), _) if e == edit.end() => self.after(n - 1, edit.at) + edit.insert.len(),
            _ => self.after(n, e),
        };
        if start <= end { Span::new(start, end) } else { Span::empty(end) }
    }

    /// `at` of the old text, moved by the first `n` edits.
    fn after(&self, n: usize, at: usize) -> usize {
        at.saturating_add_signed(self.moved[n])
    }

    /// Bytes at the end of an insertion that begin the word that starts at `at`.
    fn glued_before(&self, edit: &TextEdit, at: usize) -> usize {
        let (before, after) = self.before.split_at(at);
        let starts_word = after.starts_with(char::is_alphanumeric) && !before.ends_with(char::is_alphanumeric);
        if !edit.delete.is_empty() || !starts_word {
            return 0;
        }
        edit.insert.chars().rev().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum()
    }

    /// Bytes at the beginning of an insertion that end the word that ends at `at`.
    fn glued_after(&self, edit: &TextEdit, at: usize) -> usize {
        let (before, after) = self.before.split_at(at);
        let ends_word = before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        if !edit.delete.is_empty() {
            return 0;
        }
        edit.insert.chars().take_while(|c| (ends_word && c.is_alphanumeric()) || is_mark(*c)).map(char::len_utf8).sum()
    }

    /// Carries all that `annotation` says about places: its span, parts, quoted pieces and repairs. A repair whose words
    /// changed is dropped.
    pub fn annotation(&self, annotation: &mut Annotation) {
        annotation.span = self.span(annotation.span);
        if !annotation.parts.is_empty() {
            annotation.parts.iter_mut().for_each(|p| *p = self.span(*p));
            annotation.parts.retain(|p| !p.is_empty());
            if let [first, rest @ ..] = annotation.parts.as_slice() {
                annotation.span = rest.iter().fold(*first, |all, p| all.cover(*p));
            }
        }
        let quoted = annotation.attributes.quoted_mut();
        quoted.iter_mut().for_each(|q| *q = self.span(*q));
        quoted.retain(|q| !q.is_empty());
        if annotation.layer == Layer::Artifact && !annotation.edits.is_empty() {
            let stale = |r: &Replacement| self.edits.iter().any(|e| e.at <= r.span.end() && r.span.start() <= e.end());
            if annotation.edits.iter().any(stale) {
                annotation.edits.clear();
                annotation.attributes.set(attribute::FIX, Value::Null);
            } else {
                annotation.edits.iter_mut().for_each(|r| r.span = self.span(r.span));
            }
        }
    }
}

/// True for what belongs to the character before it: combining marks, joiners, variation selectors, skin tones.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05BD}' | '\u{064B}'..='\u{065F}' | '\u{200D}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `text` marks the span with square brackets; `edit` is (deleted, inserted) at the first place where it stands.
    fn carried(text: &str, at: usize, delete: &str, insert: &str) -> String {
        let (start, end) = (text.find('[').unwrap(), text.find(']').unwrap() - 1);
        let plain = text.replace(['[', ']'], "");
        let edits = Edits::new(&plain, vec![TextEdit { at, delete: delete.into(), insert: insert.into() }]).unwrap();
        let span = Remap::new(&plain, &edits).span(Span::new(start, end));
        let mut after = edits.apply(&plain);
        after.insert(span.end(), ']');
        after.insert(span.start(), '[');
        after
    }

    #[test]
    fn follows_its_rules() {
        assert_eq!(carried("by [Lena Ortis] today", 12, "s", "z"), "by [Lena Ortiz] today", "last character");
        assert_eq!(carried("by [lena Ortiz] today", 3, "l", "L"), "by [Lena Ortiz] today", "first character");
        assert_eq!(carried("by [LenaOrtiz] today", 7, "", " "), "by [Lena Ortiz] today", "inside");
        assert_eq!(carried("by [Jhon] today", 3, "Jhon", "Mary"), "by [Mary] today", "exactly");
        assert_eq!(carried("by [Jhon] today", 2, " Jhon t", "-w"), "by[]-woday", "more than all");
        assert_eq!(carried("by [Lena Ortiz] today", 0, "by Lena", "of"), "of[ Ortiz] today", "across the start");
        assert_eq!(carried("by [Lena Ortiz] today", 7, " Ortiz to", "-w"), "by [Lena]-wday", "across the end");
        assert_eq!(carried("by [Lena] today", 7, "", ","), "by [Lena], today", "at the end, a mark");
        assert_eq!(carried("by [Smith] today", 8, "", "son, now"), "by [Smithson], now today", "at the end, the word goes on");
        assert_eq!(carried("by [artin] today", 3, "", "old M"), "by old [Martin] today", "at the start, the word begins earlier");
        assert_eq!(carried("by [Lena] today", 3, "", "Ms. "), "by Ms. [Lena] today", "at the start");
        assert_eq!(carried("by [Rene] today", 7, "", "\u{301} and"), "by [Rene\u{301}] and today", "a mark stays with its letter");
        assert_eq!(carried("by [Lena] today", 0, "by ", ""), "[Lena] today", "before");
        assert_eq!(carried("by [Lena] today", 8, "today", ""), "by [Lena] ", "after");
    }

    proptest! {
        #[test]
        fn carries_any_span_to_a_place(
            text in "[ab é🚢\u{301}]{0,12}",
            places in prop::collection::vec((0usize..12, 0usize..5, "[xé🚢]{0,3}"), 0..4),
            (s, e) in (0usize..60, 0usize..60),
        ) {
            let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let border = |n: usize| borders[n.min(borders.len() - 1)];
            let edits: Vec<_> = places.iter().map(|(at, len, insert)| TextEdit::replacing(&text, Span::new(border(*at), border(at + len)), insert)).collect();
            let Ok(edits) = Edits::new(&text, edits) else { return Ok(()) };
            let after = edits.apply(&text);
            let remap = Remap::new(&text, &edits);
            let span = Span::new(s.min(e), s.max(e));
            let mut annotation = Annotation {
                parts: vec![span, Span::new(s, s + e)],
                edits: vec![Replacement { span, text: String::new() }],
                ..crate::annotation::testing::annotation("q1", Layer::Artifact, "x", span)
            };
            annotation.attributes.quoted_mut().push(span);
            remap.annotation(&mut annotation);
            for place in annotation.places_mut() {
                prop_assert!(after.get(place.range()).is_some(), "{:?} of {:?}", place, after);
            }
        }

        #[test]
        fn stays_on_borders_and_in_order(
            text in "[ab ,🚢é\u{301}ש\r\n]{1,24}",
            places in prop::collection::vec((0usize..24, 0usize..5, "[xy 🚢\u{301}]{0,4}"), 0..4),
            (s, e) in (0usize..24, 0usize..24),
        ) {
            let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let border = |n: usize| borders[n.min(borders.len() - 1)];
            let edits: Vec<_> = places.iter().map(|(at, len, insert)| TextEdit::replacing(&text, Span::new(border(*at), border(at + len)), insert)).collect();
            let Ok(edits) = Edits::new(&text, edits) else { return Ok(()) };
            let after = edits.apply(&text);
            let span = Span::new(border(s.min(e)), border(s.max(e)));
            let carried = Remap::new(&text, &edits).span(span);
            prop_assert!(after.get(carried.range()).is_some(), "{:?} of {:?}", carried, after);
            // What no edit touches keeps its characters.
            if !edits.as_slice().iter().any(|x| x.at <= span.end() && span.start() <= x.end()) {
                prop_assert_eq!(carried.of(&after), span.of(&text));
                let back = edits.inverse();
                prop_assert_eq!(Remap::new(&after, &back).span(carried), span);
            }
        }
    }
}
