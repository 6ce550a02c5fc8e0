//! Files dropped anywhere, and text pasted anywhere.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, Element};

use super::door::Door;
use super::take;

/// How deep a dragged file is inside the page's elements; above 0 the overlay shows.
#[derive(Clone, Copy)]
struct Dragged(RwSignal<i32>);

/// Listens to drops and pastes on the whole window.
pub(in crate::app::ui) fn listen(door: Door) {
    let depth = RwSignal::new(0);
    provide_context(Dragged(depth));
    let holds_files = |data: Option<DataTransfer>| {
        data.is_some_and(|d| {
            let types = d.types();
            (0..types.length()).any(|n| types.get(n).as_string().is_some_and(|t| t == "Files" || t == "text/plain"))
        })
    };
    let _ = window_event_listener(ev::dragenter, move |event| {
        if holds_files(event.data_transfer()) {
            event.prevent_default();
            depth.update(|d| *d += 1);
        }
    });
    let _ = window_event_listener(ev::dragover, move |event| {
        if holds_files(event.data_transfer()) {
            event.prevent_default();
        }
    });
    let _ = window_event_listener(ev::dragleave, move |_| depth.update(|d| *d = (*d - 1).max(0)));
    let _ = window_event_listener(ev::drop, move |event| {
        depth.set(0);
        let Some(data) = event.data_transfer() else { return };
        if in_field(event.target().and_then(|t| t.dyn_into().ok())) && data.files().is_none_or(|f| f.length() == 0) {
            return;
        }
        event.prevent_default();
        take::clipboard(door, &data);
    });
    let _ = window_event_listener_untyped("paste", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::ClipboardEvent>() else { return };
        if in_field(event.target().and_then(|t| t.dyn_into().ok())) {
            return;
        }
        if let Some(data) = event.clipboard_data()
            && take::clipboard(door, &data)
        {
            event.prevent_default();
        }
    });
}

/// True in a box of the page that takes its own text.
fn in_field(target: Option<Element>) -> bool {
    target.is_some_and(|t| t.closest("input, textarea:not(.take), select, [contenteditable]").ok().flatten().is_some())
}

/// What is seen while a file is over the page.
#[component]
pub(in crate::app::ui) fn Overlay() -> impl IntoView {
    let Dragged(depth) = expect_context();
    view! {
        <Show when=move || { depth.get() > 0 }>
            <div class="drop-overlay" aria-hidden="true"><p>"Drop it anywhere"<small>"Files, folders, or a piece of text"</small></p></div>
        </Show>
    }
}
