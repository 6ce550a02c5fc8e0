//! Undo and redo.

use super::Workspace;
use crate::annotation::{Change, Changed, Edits, Entry, Step};
use crate::text::Span;

impl Workspace {
    /// Every gesture, oldest first, and how many of them stand: those after it were undone.
    #[must_use]
    pub fn history(&self) -> (Vec<&Step>, usize) {
        (self.done.iter().chain(self.undone.iter().rev()).collect(), self.done.len())
    }

    /// What undo would take back.
    #[must_use]
    pub fn undo_name(&self) -> Option<&str> {
        self.done.last().map(|s| s.name.as_str())
    }

    /// What redo would make again.
    #[must_use]
    pub fn redo_name(&self) -> Option<&str> {
        self.undone.last().map(|s| s.name.as_str())
    }

    /// Takes the last gesture back; none where there is nothing to take back.
    pub fn undo(&mut self) -> Option<Changed> {
        let old = self.merged.clone();
        let (name, edits) = self.step_back()?;
        self.log.push(Entry::Undo);
        Some(self.finish(&old, edits, format!("Undo: {name}")))
    }

    /// Makes the last gesture that was taken back again.
    pub fn redo(&mut self) -> Option<Changed> {
        let old = self.merged.clone();
        let (name, edits) = self.step_forward()?;
        self.log.push(Entry::Redo);
        Some(self.finish(&old, edits, format!("Redo: {name}")))
    }

    /// Undoes or redoes until `standing` gestures of [`history`](Self::history) stand.
    pub fn go_to(&mut self, standing: usize) -> Option<Changed> {
        let mut last = None;
        while self.done.len() != standing {
            let changed = if self.done.len() > standing { self.undo() } else { self.redo() }?;
            // Only the whole text is known to cover the marks of several steps.
            last = Some(Changed { spans: vec![Span::new(0, self.text.len())], ..changed });
        }
        last
    }

    pub(super) fn step_back(&mut self) -> Option<(String, Edits)> {
        let step = self.done.pop()?;
        let mut made = Edits::default();
        for change in step.changes.iter().rev() {
            if let Change::Text { edits, .. } = change {
                made = edits.inverse();
            }
            self.take_back(change);
        }
        let name = step.name.clone();
        self.undone.push(step);
        Some((name, made))
    }

    pub(super) fn step_forward(&mut self) -> Option<(String, Edits)> {
        let step = self.undone.pop()?;
        let mut made = Edits::default();
        for change in &step.changes {
            if let Change::Text { edits, .. } = change {
                made = edits.clone();
            }
            self.make(change);
        }
        let name = step.name.clone();
        self.done.push(step);
        Some((name, made))
    }
}
