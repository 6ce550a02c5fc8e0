//! What of the page is open.

use leptos::prelude::*;

use crate::app::shown::{Dialog, Tab};

/// What of the page is open.
#[derive(Clone, Copy)]
pub(in crate::app::ui) struct Windows {
    /// The window over the page.
    pub(in crate::app::ui) dialog: RwSignal<Option<Dialog>>,
    /// What the list shows.
    pub(in crate::app::ui) tab: RwSignal<Tab>,
    /// True where the panel at the right is open on a narrow screen.
    pub(in crate::app::ui) panel_open: RwSignal<bool>,
    /// True while the text is edited.
    pub(in crate::app::ui) editing: RwSignal<bool>,
    /// True where the card shows the tools for the mark.
    pub(in crate::app::ui) tools_open: RwSignal<bool>,
    /// True where it shows all mentions together.
    pub(in crate::app::ui) mentions_open: RwSignal<bool>,
    /// True where the single keys act.
    pub(in crate::app::ui) keys_on: RwSignal<bool>,
}

impl Windows {
    /// As a person left it.
    pub(super) fn new(keys_on: bool) -> Self {
        Self {
            dialog: RwSignal::new(None),
            tab: RwSignal::new(Tab::default()),
            panel_open: RwSignal::new(false),
            editing: RwSignal::new(false),
            tools_open: RwSignal::new(false),
            mentions_open: RwSignal::new(false),
            keys_on: RwSignal::new(keys_on),
        }
    }

    /// As it is where an article comes or goes: what a person opened for the work stays open.
    pub(super) fn reset(self) {
        self.editing.set(false);
    }
}
