//! Where what comes in goes: on the desk, or on the shelf.

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
