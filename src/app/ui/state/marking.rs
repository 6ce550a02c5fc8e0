//! Marking by hand: what is in hand.

use leptos::prelude::*;

use crate::app::hand::{Caret, Chosen, Drag, Paint};

/// What is in hand.
#[derive(Clone, Copy)]
pub(in crate::app::ui) struct Marking {
    /// The words that are selected to be marked.
    pub(in crate::app::ui) chosen: RwSignal<Option<Chosen>>,
    /// The label in hand.
    pub(in crate::app::ui) paint: RwSignal<Paint>,
    /// The caret, while it is on.
    pub(in crate::app::ui) caret: RwSignal<Option<Caret>>,
    /// The edge of a mark that is being dragged.
    pub(in crate::app::ui) drag: RwSignal<Option<Drag>>,
    /// What points at the page now: "mouse", "touch".
    pub(in crate::app::ui) pointing: StoredValue<Option<String>>,
}

impl Default for Marking {
    fn default() -> Self {
        Self {
            chosen: RwSignal::new(None),
            paint: RwSignal::new(Paint::Off),
            caret: RwSignal::new(None),
            drag: RwSignal::new(None),
            pointing: StoredValue::new(None),
        }
    }
}

impl Marking {
    /// As it is where an article comes or goes: nothing of the last one's stays in hand. What points at the page does.
    pub(super) fn reset(self) {
        self.chosen.set(None);
        self.paint.set(Paint::Off);
        self.caret.set(None);
        self.drag.set(None);
    }
}
