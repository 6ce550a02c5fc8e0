//! A cleaned reading of a document, with the way back to the source.

use super::order;
use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Document, Layout, Span};

/// One replacement that a view makes: the reader sees `text` where the source has `span`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replacement {
    /// What is replaced, in bytes of the source; empty for an insertion.
    pub span: Span,
    /// What is read instead; empty for a deletion.
    pub text: String,
}

/// A reading of a document with some places replaced, so that what reads it need not know about damage.
///
/// A view of an undamaged document borrows everything and costs nothing.
#[derive(Clone, Debug)]
pub struct View<'d> {
    text: Cow<'d, str>,
    layout: Cow<'d, Layout>,
    /// Every replacement in order, with where it lies in the view.
    replaced: Vec<Replaced>,
    source_length: usize,
}

/// A view without its document, to be kept for [`View::with`]. An undamaged document's is empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct ViewParts {
    text: String,
    layout: Layout,
    replaced: Vec<Replaced>,
}

impl ViewParts {
    /// Lets go of paragraphs and tokens: who only asks for places from here on needs none.
    pub(crate) fn forget_layout(&mut self) {
        self.layout = Layout::default();
    }
}

/// A replacement that was made: the two places that stand for each other, in bytes.
#[derive(Clone, Copy, Debug)]
struct Replaced {
    source: Span,
    view: Span,
}

impl<'d> View<'d> {
    /// The document as it is.
    #[must_use]
    pub fn plain(document: &'d Document<'_>) -> Self {
        View { text: Cow::Borrowed(document.text()), layout: Cow::Borrowed(document.layout()), replaced: Vec::new(), source_length: document.text().len() }
    }

    /// The document read through `replacements`. They may come in any order; of two that overlap the earlier one holds
    /// (at the same start, the longer), and one that changes nothing, or does not lie on character borders of the source, is dropped.
    #[must_use]
    pub fn through(document: &'d Document<'_>, mut replacements: Vec<Replacement>) -> Self {
        let source = document.text();
        replacements.retain(|r| source.get(r.span.range()).is_some_and(|old| old != r.text));
        if replacements.is_empty() {
            return View::plain(document);
        }
        order::sort_by(&mut replacements, |r| order::outer_first(r.span, 0));
        let mut text = String::with_capacity(source.len());
        let mut replaced: Vec<Replaced> = Vec::with_capacity(replacements.len());
        let mut at = 0;
        for r in replacements {
            if r.span.start() < at {
                continue;
            }
            text.push_str(&source[at..r.span.start()]);
            let start = text.len();
            text.push_str(&r.text);
            at = r.span.end();
            let made = Replaced { source: r.span, view: Span::new(start, text.len()) };
            match replaced.last_mut() {
                // What is inserted where something was just deleted stands for it.
                Some(last) if r.span.is_empty() && last.source.end() == r.span.start() => last.view = last.view.cover(made.view),
                _ => replaced.push(made),
            }
        }
        text.push_str(&source[at..]);
        let layout = Layout::of(&text);
        View { text: Cow::Owned(text), layout: Cow::Owned(layout), replaced, source_length: source.len() }
    }

    /// The view of `document` that `parts` were kept of.
    #[must_use]
    pub(crate) fn with(document: &'d Document<'_>, parts: ViewParts) -> Self {
        if parts.replaced.is_empty() {
            return View::plain(document);
        }
        View { text: Cow::Owned(parts.text), layout: Cow::Owned(parts.layout), replaced: parts.replaced, source_length: document.text().len() }
    }

    /// What must be kept to make the view again.
    #[must_use]
    pub(crate) fn into_parts(self) -> ViewParts {
        if self.replaced.is_empty() {
            return ViewParts::default();
        }
        ViewParts { text: self.text.into_owned(), layout: self.layout.into_owned(), replaced: self.replaced }
    }

    /// What is read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its paragraphs, sentences and tokens, in bytes of the view.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// True where the view is the source, byte for byte.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.replaced.is_empty()
    }

    /// The place in the source that `span` of the view was read from.
    ///
    /// Where an end falls inside a replaced place, the whole of that place is meant. A span of the view that holds at
    /// least one copied character maps to a slice of the source that holds the same copied characters.
    #[must_use]
    pub fn to_source(&self, span: Span) -> Span {
        if self.is_plain() {
            return span;
        }
        let start = self.start_to_source(span.start());
        let end = if span.is_empty() { start } else { self.end_to_source(span.end()) };
        Span::new(start.min(end), end.max(start))
    }

    /// The place in the view that `span` of the source is read at; empty where it was deleted.
    #[must_use]
    pub fn from_source(&self, span: Span) -> Span {
        if self.is_plain() {
            return span;
        }
        let start = self.source_start_to_view(span.start());
        let end = if span.is_empty() { start } else { self.source_end_to_view(span.end()) };
        Span::new(start.min(end), end.max(start))
    }

    /// A start at `at` in the view: the first source byte that it covers.
    fn start_to_source(&self, at: usize) -> usize {
        // The last replaced place that starts at or before `at`; deletions at `at` are passed over, so that a start never takes in what is not read.
        match self.replaced.partition_point(|r| r.view.start() <= at).checked_sub(1).map(|n| self.replaced[n]) {
            None => at,
            Some(r) if at < r.view.end() => r.source.start(),
            Some(r) => r.source.end() + (at - r.view.end()),
        }
    }

    /// An end at `at` in the view: one past the last source byte that it covers.
    fn end_to_source(&self, at: usize) -> usize {
        match self.replaced.partition_point(|r| r.view.start() < at).checked_sub(1).map(|n| self.replaced[n]) {
            None => at,
            Some(r) if at <= r.view.end() => r.source.end(),
            Some(r) => (r.source.end() + (at - r.view.end())).min(self.source_length),
        }
    }

    fn source_start_to_view(&self, at: usize) -> usize {
        match self.replaced.partition_point(|r| r.source.start() <= at).checked_sub(1).map(|n| self.replaced[n]) {
            None => at,
            Some(r) if at < r.source.end() || (r.source.is_empty() && at == r.source.start()) => r.view.start(),
            Some(r) => r.view.end() + (at - r.source.end()),
        }
    }

    fn source_end_to_view(&self, at: usize) -> usize {
        match self.replaced.partition_point(|r| r.source.start() < at).checked_sub(1).map(|n| self.replaced[n]) {
            None => at,
            Some(r) if at <= r.source.end() => r.view.end(),
            Some(r) => r.view.end() + (at - r.source.end()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replace(start: usize, end: usize, text: &str) -> Replacement {
        Replacement { span: Span::new(start, end), text: text.to_owned() }
    }

    #[test]
    fn an_undamaged_document_is_borrowed() {
        let document = Document::new("All is well.");
        let view = View::through(&document, vec![replace(0, 3, "All")]);
        assert!(view.is_plain());
        assert_eq!(view.to_source(Span::new(4, 6)), Span::new(4, 6));
    }

    #[test]
    fn spans_lead_back_to_what_was_read() {
        let source = "Trump ’s men , he said";
        let document = Document::new(source);
        let view = View::through(&document, vec![replace(5, 6, ""), replace(14, 15, "")]);
        assert_eq!(view.text(), "Trump’s men, he said");
        let at = |needle: &str| Span::new(view.text().find(needle).unwrap(), view.text().find(needle).unwrap() + needle.len());
        assert_eq!(view.to_source(at("Trump")).of(source), "Trump");
        assert_eq!(view.to_source(at("’s")).of(source), "’s");
        assert_eq!(view.to_source(at("Trump’s men,")).of(source), "Trump ’s men ,");
        assert_eq!(view.from_source(Span::new(source.find("he").unwrap(), source.len())).of(view.text()), "he said");
    }

    #[test]
    fn a_replaced_place_is_taken_whole() {
        let source = "doesnâ€™t have";
        let document = Document::new(source);
        let view = View::through(&document, vec![replace(5, 5 + "â€™".len(), "’")]);
        assert_eq!(view.text(), "doesn’t have");
        assert_eq!(view.to_source(Span::new(4, 9)).of(source), "nâ€™t");
        assert_eq!(view.to_source(Span::new(0, view.text().len())).of(source), source);
    }
}
