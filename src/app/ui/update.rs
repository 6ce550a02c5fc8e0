//! The note that a newer version of the page is there. It waits until it is asked for.

use crate::app::ui::dom::on_click;
use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

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
    let applied = Reflect::get(&js_sys::global(), &"galley".into()).and_then(|galley| {
        let function: Function = Reflect::get(&galley, &"applyUpdate".into())?.dyn_into()?;
        function.call0(&galley)
    });
    if applied.is_err() {
        let _ = window().location().reload();
    }
}
