//! The state of the page: a few handles, each with one job. They are copied wherever they are wanted, and given by context,
//! each by itself and all together as [`AppState`].
//!
//! Nothing here knows what is seen: components, marking, finding and keeping stand above.

mod desk;
mod engine;
mod gestures;
mod marking;
mod notices;
mod opening;
mod reading;
mod search;
mod selection;
mod sheet;
mod windows;

use leptos::prelude::*;

pub(super) use desk::{Desk, Keeping};
pub(super) use marking::Marking;
pub(super) use notices::Notices;
pub(super) use reading::Reading;
pub(super) use search::Search;
pub(super) use selection::Selection;
pub(super) use sheet::Sheet;
pub(super) use windows::Windows;

use super::dom;
use crate::annotation::{Filter, Workspace};
use crate::app::blocks::block_at;
use crate::app::shown::{Voice, everything};

/// Everything that the components share.
#[derive(Clone, Copy)]
pub(super) struct AppState {
    /// The article in work.
    pub(super) desk: Desk,
    /// How the engine reads it.
    pub(super) reading: Reading,
    /// Which annotation is selected.
    pub(super) selection: Selection,
    /// What is in hand.
    pub(super) marking: Marking,
    /// How the article is drawn.
    pub(super) sheet: Sheet,
    /// What of the page is open.
    pub(super) windows: Windows,
    /// What the page says.
    pub(super) notices: Notices,
    /// What is looked for.
    pub(super) find: Search,
    /// What the review shows.
    pub(super) filter: RwSignal<Filter>,
}

impl AppState {
    /// An empty desk, with what a person set.
    pub(super) fn new() -> Self {
        Self {
            desk: Desk::new(),
            reading: Reading::default(),
            selection: Selection::default(),
            marking: Marking::default(),
            sheet: Sheet::new(dom::setting("voice").map_or_else(Voice::default, |name| Voice::named(&name))),
            windows: Windows::new(dom::setting("keys").as_deref() != Some("off")),
            notices: Notices::default(),
            find: Search::default(),
            filter: RwSignal::new(everything()),
        }
    }

    /// Gives it to the components, and to each what it needs alone.
    pub(super) fn provide(self) {
        provide_context(self);
        provide_context(self.desk);
        provide_context(self.windows);
        provide_context(self.notices);
    }

    /// Puts a document on the desk, and has it read.
    pub(super) fn put(self, mut desk: Workspace) {
        desk.set_time(dom::now());
        self.desk.library.with_untracked(|labels| desk.offer(labels));
        self.reset();
        self.notices.hide();
        if let Some(proof) = dom::by_id("proof") {
            proof.set_scroll_top(0);
        }
        self.desk.set(Some(desk));
        self.read(true);
    }

    /// Takes the document off the desk.
    pub(super) fn clear(self) {
        // What was just said stays: it may say why the article goes.
        self.reset();
        self.desk.set(None);
    }

    /// Nothing of the article before stays in hand, whether another comes or none: the one place that says what belongs to it.
    fn reset(self) {
        self.selection.reset();
        self.reading.uncovered.set_value((0, 0));
        self.windows.reset();
        self.marking.reset();
        self.find.reset();
        self.filter.set(everything());
        self.sheet.reset();
    }

    /// What is gone is selected no longer.
    pub(super) fn forget_lost_selection(self) {
        let lost = self
            .selection
            .selected
            .with_untracked(|id| id.as_ref().is_some_and(|id| self.desk.with_untracked(|d| d.as_ref().is_none_or(|d| d.annotation(id).is_none()))));
        if lost {
            self.selection.selected.set(None);
        }
    }

    /// Makes a gesture of what was typed and is none yet.
    pub(super) fn settle_typing(self) {
        self.desk.settle_typing();
    }

    /// Says something at the foot of the page.
    pub(super) fn say(self, text: impl Into<String>) {
        self.notices.say(text);
    }

    /// Says what was done, and offers to undo it.
    pub(super) fn say_with_undo(self, text: impl Into<String>) {
        self.notices.say_with_undo(text);
    }

    /// Says that something did not work.
    pub(super) fn say_bad(self, text: impl Into<String>) {
        self.notices.say_bad(text);
    }

    /// Draws as much of a long text as byte `at` needs.
    pub(super) fn draw_up_to(self, at: usize) {
        let block = self.desk.blocks.with_untracked(|b| block_at(b, at).unwrap_or(0));
        if block + 2 > self.sheet.drawn.get_untracked() {
            self.sheet.drawn.set(block + sheet::SHEAF);
        }
    }

    /// Draws more of a long text.
    pub(super) fn draw_more(self) {
        if self.sheet.drawn.get_untracked() < self.desk.blocks.with_untracked(|b| b.len()) {
            self.sheet.drawn.update(|n| *n += sheet::SHEAF);
        }
    }
}

/// The state of the page, from context.
pub(super) fn use_app() -> AppState {
    expect_context()
}
