//! The note that a newer version of the page is there. It waits until it is asked for.

use crate::app::ui::dom::on_click;
use leptos::prelude::*;

use super::dom;

/// The note, while a version waits.
#[component]
pub(super) fn Update() -> impl IntoView {
    let ready = RwSignal::new(false);
    let _ = window_event_listener_untyped("galley:update", move |_| ready.set(true));
    view! {
        <div class="notices update" role="status">
            <Show when=move || ready.get()>
                <div class="notice">
                    <p>"A newer version of Galley is ready. It starts when you next open the page, or now, with a reload: take unsaved work away first."</p>
                    <button class="btn" on:click=on_click(move |_| apply())>"Reload now"</button>
                    <button class="icon" aria-label="Close this note" on:click=on_click(move |_| ready.set(false))>"×"</button>
                </div>
            </Show>
        </div>
    }
}

/// Lets the waiting version take over; what starts the page knows how.
fn apply() {
    if dom::call("applyUpdate", &js_sys::Array::new()).is_none() {
        let _ = window().location().reload();
    }
}
