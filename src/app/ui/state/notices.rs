//! What the page says.

use leptos::prelude::*;

use crate::app::shown::Notice;

/// What the page says.
#[derive(Clone, Copy)]
pub(in crate::app::ui) struct Notices {
    /// At its foot, for a while.
    pub(in crate::app::ui) shown: RwSignal<Option<Notice>>,
    /// For screen readers alone.
    pub(in crate::app::ui) spoken: RwSignal<String>,
}

impl Default for Notices {
    fn default() -> Self {
        Self { shown: RwSignal::new(None), spoken: RwSignal::new(String::new()) }
    }
}

impl Notices {
    /// Says something at the foot of the page.
    pub(in crate::app::ui) fn say(self, text: impl Into<String>) {
        self.put(Notice { text: text.into(), undo: false, bad: false });
    }

    /// Says what was done, and offers to undo it.
    pub(in crate::app::ui) fn say_with_undo(self, text: impl Into<String>) {
        self.put(Notice { text: text.into(), undo: true, bad: false });
    }

    /// Says that something did not work.
    pub(in crate::app::ui) fn say_bad(self, text: impl Into<String>) {
        self.put(Notice { text: text.into(), undo: false, bad: true });
    }

    /// Takes away what stands at the foot.
    pub(in crate::app::ui) fn hide(self) {
        self.shown.set(None);
    }

    fn put(self, notice: Notice) {
        self.shown.set(Some(notice));
    }
}
