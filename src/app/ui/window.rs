//! A window over the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::dom;
use super::state::Windows;
use crate::app::shown::Dialog;
use crate::app::ui::dom::on_click;

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
                <button class="btn" on:click=on_click(move |_| windows.dialog.set(None))>"Close"</button>
            </div>
            {children()}
        </dialog>
    }
}

/// A button that opens a window: what it says, the key that does the same, and what it says under the mouse.
pub(super) fn opener(class: &'static str, words: &'static str, key: Option<&'static str>, title: Option<&'static str>, dialog: Dialog) -> AnyView {
    let windows: Windows = expect_context();
    view! { <button class=class title=title on:click=on_click(move |_| windows.dialog.set(Some(dialog)))>{words}{key.map(|k| view! { " "<kbd>{k}</kbd> })}</button> }
        .into_any()
}
