//! Label first: with a label in hand, whatever is selected is marked with it, until Escape.

use leptos::prelude::*;

use super::super::state::AppState;
use super::set;
use crate::app::labels::Tag;

/// Whether a label is in hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::app::ui) enum Paint {
    /// None is.
    #[default]
    Off,
    /// One is being chosen.
    Choosing,
    /// This one is.
    With(Tag),
}

/// Begins, or ends.
pub(in crate::app::ui) fn choose(state: AppState) {
    if state.paint.with_untracked(|p| *p != Paint::Off) {
        stop(state);
    } else {
        state.paint.set(Paint::Choosing);
        state.sheet_open.set(false);
        state.spoken.set("Label first: choose a label.".into());
    }
}

/// Takes a label in hand. Words that are selected already are marked at once.
pub(in crate::app::ui) fn with(state: AppState, tag: Tag) {
    state.spoken.set(format!("Every selection is marked as {}, until Escape.", tag.name.to_lowercase()));
    state.paint.set(Paint::With(tag));
    super::dom::focus_sheet();
    apply(state);
}

/// Puts the label down.
pub(in crate::app::ui) fn stop(state: AppState) {
    state.paint.set(Paint::Off);
    state.spoken.set("Label first is off.".into());
}

/// Marks what is chosen with the label in hand; false where there is none, or nothing is chosen.
pub(super) fn apply(state: AppState) -> bool {
    let (Paint::With(tag), Some(chosen)) = (state.paint.get_untracked(), state.chosen.get_untracked()) else { return false };
    set(state, chosen, &tag, false);
    true
}

/// A finger or the mouse was lifted off the sheet.
pub(super) fn lifted(state: AppState) {
    if state.caret.with_untracked(Option::is_none) {
        apply(state);
    }
}

/// The selection changed without a finger on the page: on a touch screen its ends are dragged by the system. It is marked
/// once it rests; the keys of a caret mark with Enter.
pub(super) fn moved(state: AppState) {
    const REST: std::time::Duration = std::time::Duration::from_millis(900);
    let chosen = state.chosen.get_untracked();
    if state.caret.with_untracked(Option::is_some) || state.pointing.with_value(Option::is_some) || state.paint.with_untracked(|p| !matches!(p, Paint::With(_)))
    {
        return;
    }
    set_timeout(
        move || {
            if chosen.is_some() && state.chosen.get_untracked() == chosen && state.pointing.with_value(Option::is_none) {
                apply(state);
            }
        },
        REST,
    );
}
