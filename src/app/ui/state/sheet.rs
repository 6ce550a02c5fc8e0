//! How the article is drawn.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::app::shown::Voice;

/// Blocks that are drawn at first, and that are added when the end comes near.
pub(super) const SHEAF: usize = 120;

/// How the article is drawn.
#[derive(Clone, Copy)]
pub(in crate::app::ui) struct Sheet {
    /// How many blocks are drawn.
    pub(in crate::app::ui) drawn: RwSignal<usize>,
    /// The groups that are switched off, by key.
    pub(in crate::app::ui) hidden: RwSignal<BTreeSet<String>>,
    /// True while only the text shows.
    pub(in crate::app::ui) clean: RwSignal<bool>,
    /// How much a screen reader hears of the marks.
    pub(in crate::app::ui) voice: RwSignal<Voice>,
}

impl Sheet {
    /// As a person left it.
    pub(super) fn new(voice: Voice) -> Self {
        Self { drawn: RwSignal::new(SHEAF), hidden: RwSignal::new(BTreeSet::new()), clean: RwSignal::new(false), voice: RwSignal::new(voice) }
    }

    /// As it is where an article comes: its beginning. What a person switched off stays so.
    pub(super) fn reset(self) {
        self.drawn.set(SHEAF);
    }
}
