//! Follows what is selected on the sheet, by mouse, by touch and by key.

use leptos::ev;
use leptos::prelude::*;

use super::super::state::AppState;
use super::super::{dom, screen};
use super::{handles, own, paint};
use crate::app::hand::Chosen;

/// Follows the browser's selection; it serves mouse, touch, and Shift with the arrows alike.
pub(in crate::app::ui) fn listen(state: AppState) {
    let timer: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    let _ = window_event_listener_untyped("selectionchange", move |_| schedule(state, timer));
    // The event comes to the document, and reaches the window in browsers that let it bubble alone.
    let heard = move |_: web_sys::Event| schedule(state, timer);
    dom::on_document("selectionchange", heard);
    let _ = window_event_listener(ev::pointerdown, move |event| state.marking.pointing.set_value(Some(event.pointer_type())));
    let lifted = move |event: &web_sys::Event| {
        state.marking.pointing.set_value(None);
        // The last of a double click's events comes after this one.
        let on_sheet = screen::is_on_sheet(event);
        set_timeout(
            move || {
                if on_sheet {
                    look(state);
                    paint::lifted(state);
                }
                state.deliver_held();
            },
            std::time::Duration::from_millis(30),
        );
    };
    let _ = window_event_listener(ev::pointerup, move |event| lifted(&event));
    let _ = window_event_listener(ev::pointercancel, move |event| lifted(&event));
    handles::listen(state);
    own::paint_groups(state);
    keep_selection(state);
}

fn schedule(state: AppState, timer: StoredValue<Option<TimeoutHandle>>) {
    if let Some(timer) = timer.get_value() {
        timer.clear();
    }
    timer.set_value(set_timeout_with_handle(move || look(state), std::time::Duration::from_millis(120)).ok());
}

/// Takes over what the browser says is selected.
fn look(state: AppState) {
    let chosen = screen::selection(state).and_then(|span| state.desk.with_untracked(|d| d.as_ref().and_then(|d| Chosen::of(d.text(), span))));
    if state.marking.chosen.get_untracked() != chosen {
        state.marking.chosen.set(chosen);
        if chosen.is_some() {
            // On a narrow screen the panel would lie over the bar of labels.
            state.windows.panel_open.set(false);
            paint::moved(state);
        }
    }
}

/// The browser forgets what was selected where the sheet is drawn anew; it is selected again, unless the text is another.
fn keep_selection(state: AppState) {
    Effect::new(move |before: Option<u64>| {
        let revision = state.desk.with(|d| d.as_ref().map_or(0, |d| d.text_revision()));
        let kept = state.marking.chosen.get_untracked();
        if before != Some(revision) {
            state.marking.chosen.set(None);
            state.marking.caret.set(None);
        } else if let Some(kept) = kept {
            request_animation_frame(move || {
                // Whoever types elsewhere meanwhile would type into nothing.
                let elsewhere = document().active_element().is_some_and(|e| e.closest("input, textarea, dialog").ok().flatten().is_some());
                if elsewhere {
                    return;
                }
                if state.marking.chosen.get_untracked() == Some(kept) && screen::selection(state) != Some(kept.exact) {
                    let back = state.marking.caret.get_untracked().is_some_and(|c| c.is_back());
                    screen::select(state, kept.exact, back);
                }
            });
        }
        revision
    });
}
