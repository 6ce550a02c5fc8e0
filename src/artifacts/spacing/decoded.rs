//! What stands in a text beside its blanks once notations and characters that were decoded wrongly are read as what they mean: what is
//! said of a blank must not depend on whether they were repaired before.

use std::collections::BTreeMap;

use crate::artifacts::{Family, Finding};
use crate::text::{Span, order};

/// The places whose reading earlier findings are certain of.
pub(super) struct Decoded {
    /// By the end of the place in bytes: its start, and what is meant.
    places: BTreeMap<usize, (usize, String)>,
}

impl Decoded {
    /// What the certain repairs of characters among `findings` say.
    pub(super) fn of(findings: &[Finding]) -> Self {
        let edits = findings.iter().filter(|f| f.certain && f.category.family() == Family::Enc).flat_map(|f| &f.edits).filter(|edit| !edit.span.is_empty());
        Self { places: order::map(edits.map(|edit| (edit.span.end(), (edit.span.start(), edit.text.clone())))) }
    }

    /// Whether what is meant by the place of `text` that ends at byte `at` ends a sentence or clause; `None` where none does, or it
    /// means a blank.
    pub(super) fn ends_sentence(&self, text: &str, at: usize) -> Option<bool> {
        let (start, meant) = self.places.get(&at)?;
        let meant = meant.trim_end();
        let last = meant.chars().next_back()?;
        if matches!(last, '”' | '’' | '"' | '\'' | '»') {
            let inside = meant[..meant.len() - last.len_utf8()].chars().next_back().or_else(|| text[..*start].trim_end().chars().next_back());
            return Some(inside.is_some_and(|c| matches!(c, '.' | '!' | '?' | ',')));
        }
        Some(matches!(last, '.' | '!' | '?' | ':' | '…' | ';' | '*' | '•' | '—' | '-' | '–' | '|' | '_' | '='))
    }

    /// True for a token that is no token of its own in what is meant: it lies in such a place behind its start, or in one that means
    /// a blank.
    pub(super) fn is_part(&self, token: Span) -> bool {
        let place = self.places.range(token.end()..).next();
        place.is_some_and(|(_, (start, meant))| *start < token.start() || *start == token.start() && meant.trim().is_empty())
    }
}
