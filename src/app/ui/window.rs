//! A window over the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::dom;
use super::state::Windows;

/// A window over the page. Escape and the button close it.
#[component]
pub(super) fn Window(
    /// Its heading.
    title: &'static str,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let windows: Windows = expect_context();
    dom::once_there("window", |window| {
        if let Some(dialog) = window.dyn_ref::<web_sys::HtmlDialogElement>()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog class="window" id="window" aria-labelledby="window-title" on:close=move |_| windows.dialog.set(None)>
            <div class="window-head">
                <h2 id="window-title">{title}</h2>
                <button class="btn" on:click=move |_| windows.dialog.set(None)>"Close"</button>
            </div>
            {children()}
        </dialog>
    }
}
