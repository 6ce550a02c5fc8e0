//! Where what comes in goes: on the desk, or on the shelf.

use leptos::prelude::*;

use crate::app::ui::keep::Keeper;
use crate::app::ui::state::AppState;

/// Where what comes in goes.
#[derive(Clone, Copy)]
pub(in crate::app::ui) struct Door {
    /// A single article goes on the desk.
    pub(in crate::app::ui) state: AppState,
    /// Several go on the shelf.
    pub(in crate::app::ui) keeper: Keeper,
}

impl Door {
    /// The page's, from context.
    pub(in crate::app::ui) fn used() -> Self {
        Self { state: expect_context(), keeper: expect_context() }
    }
}
