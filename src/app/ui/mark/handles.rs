//! The edges of the selected mark, moved by dragging their handles, with the mouse or a finger.

use leptos::ev;
use leptos::prelude::*;

use super::super::screen;
use super::super::state::AppState;
use crate::annotation::{Layer, Unit, snapped, stepped};
use crate::app::hand::Drag;
use crate::text::Span;

/// Takes a handle in hand.
pub(super) fn taken(state: AppState, event: &web_sys::PointerEvent, start: bool, edge: (f64, f64)) {
    event.prevent_default();
    event.stop_propagation();
    state.marking.drag.set(Some(Drag { start, off: (f64::from(event.client_x()) - edge.0, f64::from(event.client_y()) - edge.1), span: None }));
}

/// Follows the pointer.
pub(super) fn listen(state: AppState) {
    let _ = window_event_listener(ev::pointermove, move |event| {
        let Some(drag) = state.marking.drag.get_untracked() else { return };
        event.prevent_default();
        let Some(at) = screen::place_at(state, f64::from(event.client_x()) - drag.off.0, f64::from(event.client_y()) - drag.off.1) else { return };
        let span = moved(state, drag.start, at, event.alt_key());
        if span.is_some() && span != drag.span {
            screen::highlight("galley-edge", &span.into_iter().filter_map(|s| screen::range_of(state, s)).collect::<Vec<_>>());
            state.marking.drag.set(Some(Drag { span, ..drag }));
        }
    });
    let _ = window_event_listener(ev::pointerup, move |_| {
        let Some(drag) = state.marking.drag.get_untracked() else { return };
        end(state);
        let Some(id) = state.selection.selected.get_untracked() else { return };
        let Some(span) = drag.span else { return };
        state.gesture(|d| d.move_to(&id, span));
    });
    let _ = window_event_listener(ev::pointercancel, move |_| end(state));
}

fn end(state: AppState) {
    if state.marking.drag.with_untracked(Option::is_some) {
        screen::highlight("galley-edge", &[]);
        state.marking.drag.set(None);
    }
}

/// The selected mark with one edge at `at`: on whole words, unless `exactly`.
fn moved(state: AppState, start: bool, at: usize, exactly: bool) -> Option<Span> {
    let id = state.selection.selected.get_untracked()?;
    state.desk.with_untracked(|d| {
        let d = d.as_ref()?;
        let text = d.text();
        let annotation = d.annotation(&id)?;
        let span = annotation.span;
        let (from, to) = if start { (at, span.end()) } else { (span.start(), at) };
        if from >= to {
            return None;
        }
        if exactly {
            return Some(Span::new(from, to));
        }
        // The pointer is rarely between two words: the nearer border is meant.
        let near = |at: usize| {
            let (word_start, word_end) = (
                stepped(text, stepped(text, at, Unit::Letter, false), Unit::Word, true),
                stepped(text, stepped(text, at, Unit::Letter, true), Unit::Word, false),
            );
            let inside = word_start < at && at < word_end;
            if !inside {
                at
            } else if at - word_start <= word_end - at {
                word_start
            } else {
                word_end
            }
        };
        let (from, to) = if start { (near(from), to) } else { (from, near(to)) };
        if from >= to {
            return None;
        }
        let span = Span::new(from, to);
        if annotation.layer == Layer::Quote { Some(span) } else { snapped(text, span) }
    })
}
