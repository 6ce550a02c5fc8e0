//! The messages of a long update (`parts.rs`) put together again.

use crate::session::Update;

/// The parts of an update that have come.
#[derive(Debug, Default)]
pub(super) struct Parts(Vec<Update>);

impl Parts {
    /// Takes a part in; the whole where it is the last.
    pub(super) fn take(&mut self, part: Update, last: bool) -> Option<Update> {
        self.0.push(part);
        if !last {
            return None;
        }
        let mut parts = std::mem::take(&mut self.0).into_iter();
        let mut whole = parts.next()?;
        for part in parts {
            whole.annotations.extend(part.annotations);
            whole.relations.extend(part.relations);
        }
        Some(whole)
    }

    /// Forgets what has come: there will be no more of it.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}
