//! Which annotation is selected.

use leptos::prelude::*;

use crate::text::Span;

/// Which annotation the card shows, and how one came to it.
#[derive(Clone, Copy)]
pub(in crate::app::ui) struct Selection {
    /// The id of the annotation that the card shows.
    pub(in crate::app::ui) selected: RwSignal<Option<String>>,
    /// Counts how often something was asked to be shown: the same again, too.
    pub(in crate::app::ui) asked: RwSignal<u32>,
    /// The quotation whose speaker is being chosen.
    pub(in crate::app::ui) choosing_speaker: RwSignal<Option<String>>,
    /// The mark from which stacked ones were gone through.
    pub(in crate::app::ui) spot: StoredValue<Option<Span>>,
    /// Where the last click was, in bytes of the text.
    pub(in crate::app::ui) picked: StoredValue<Option<usize>>,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            selected: RwSignal::new(None),
            asked: RwSignal::new(0),
            choosing_speaker: RwSignal::new(None),
            spot: StoredValue::new(None),
            picked: StoredValue::new(None),
        }
    }
}

impl Selection {
    /// As it is where an article comes or goes.
    pub(super) fn reset(self) {
        self.selected.set(None);
        self.choosing_speaker.set(None);
        self.spot.set_value(None);
        self.picked.set_value(None);
    }
}
