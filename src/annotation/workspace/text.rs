//! Changes of the text.

use super::Workspace;
use crate::annotation::{Change, Changed, EditError, Edits, TextEdit, between, names};
use crate::text::Span;

impl Workspace {
    /// Makes `edits` of the text, all counted in the text as it is. Every annotation is carried over by the rules of [`Remap`].
    ///
    /// # Errors
    /// If they do not fit the text or overlap; nothing is changed then.
    pub fn edit_text(&mut self, edits: Vec<TextEdit>) -> Result<Changed, EditError> {
        let edits = Edits::new(&self.text, edits)?;
        Ok(self.edit_with(names::edits(&edits), edits, Vec::new()))
    }

    /// Replaces `span` of the text.
    ///
    /// # Errors
    /// If `span` does not lie on character borders of the text.
    pub fn replace(&mut self, span: Span, insert: &str) -> Result<Changed, EditError> {
        let delete = self.text.get(span.range()).ok_or(EditError::Mismatch { at: span.start(), delete: String::new() })?;
        self.edit_text(vec![TextEdit { at: span.start(), delete: delete.to_owned(), insert: insert.to_owned() }])
    }

    /// Replaces the whole text, as a box where it was edited gives it: only the words that differ change.
    pub fn replace_text(&mut self, text: &str) -> Changed {
        let edits = between(&self.text, text);
        self.edit_with(names::edits(&edits), edits, Vec::new())
    }

    /// A change of the text and, before it, `first`, as one gesture.
    pub(in crate::annotation) fn edit_with(&mut self, name: String, edits: Edits, first: Vec<Change>) -> Changed {
        let mut changes = first;
        if !edits.is_empty() {
            changes.push(self.text_change(edits));
        }
        self.perform(name, changes)
    }
}
