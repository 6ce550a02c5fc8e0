//! Words that open a paragraph and were announced at the end of the one before.

use super::*;

impl Maker<'_> {
    /// The marked stretch that opens the row is what the paragraph before announced.
    pub(super) fn announced(&mut self, row: Row<'_>) {
        let Some(Announced { cue, class, source, addressee }) = self.pending.take() else { return };
        let Some(Kind::Quote(m)) = row.units.first().map(|u| u.kind) else { return };
        if self.owner[m].is_some() {
            return;
        }
        let group = self.new_group();
        self.direct(row, 0, group, Some(cue), source);
        if let Some(draft) = self.out.last_mut() {
            draft.class = class;
            draft.addressee = addressee;
        }
    }
}
