//! Label first: with a label in hand, whatever is selected is marked with it, until Escape.

use leptos::prelude::*;

use super::super::dom;
use super::super::state::AppState;
use super::set::set;
use crate::app::hand::Paint;
use crate::app::labels::Tag;

/// Begins, or ends.
pub(in crate::app::ui) fn choose(state: AppState) {
    if state.marking.paint.with_untracked(|p| *p != Paint::Off) {
        stop(state);
    } else {
        state.marking.paint.set(Paint::Choosing);
        state.windows.panel_open.set(false);
        state.notices.spoken.set("Label first: choose a label.".into());
    }
}

/// Takes a label in hand. Words that are selected already are marked at once.
pub(in crate::app::ui) fn with(state: AppState, tag: Tag) {
    state.notices.spoken.set(format!("Every selection is marked as {}, until Escape.", tag.name.to_lowercase()));
    state.marking.paint.set(Paint::With(tag));
    dom::focus_sheet();
    apply(state);
}

/// Puts the label down.
pub(in crate::app::ui) fn stop(state: AppState) {
    state.marking.paint.set(Paint::Off);
    state.notices.spoken.set("Label first is off.".into());
}

/// Marks what is chosen with the label in hand; false where there is none, or nothing is chosen.
pub(super) fn apply(state: AppState) -> bool {
    let (Paint::With(tag), Some(chosen)) = (state.marking.paint.get_untracked(), state.marking.chosen.get_untracked()) else { return false };
    set(state, chosen, &tag, false);
    true
}

/// A finger or the mouse was lifted off the sheet.
pub(super) fn lifted(state: AppState) {
    if state.marking.caret.with_untracked(Option::is_none) {
        apply(state);
    }
}

/// The selection changed without a finger on the page: on a touch screen its ends are dragged by the system. It is marked
/// once it rests; the keys of a caret mark with Enter.
pub(super) fn moved(state: AppState) {
    const REST: std::time::Duration = std::time::Duration::from_millis(900);
    let chosen = state.marking.chosen.get_untracked();
    if state.marking.caret.with_untracked(Option::is_some)
        || state.marking.pointing.with_value(Option::is_some)
        || state.marking.paint.with_untracked(|p| !matches!(p, Paint::With(_)))
    {
        return;
    }
    set_timeout(
        move || {
            if chosen.is_some() && state.marking.chosen.get_untracked() == chosen && state.marking.pointing.with_value(Option::is_none) {
                apply(state);
            }
        },
        REST,
    );
}
