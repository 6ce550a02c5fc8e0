//! A window over the page.

use leptos::prelude::*;

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
    let node: NodeRef<leptos::html::Dialog> = NodeRef::new();
    Effect::new(move || {
        if let Some(dialog) = node.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog class="window" node_ref=node aria-labelledby="window-title" on:close=move |_| windows.dialog.set(None)>
            <div class="window-head">
                <h2 id="window-title">{title}</h2>
                <button class="btn" on:click=move |_| windows.dialog.set(None)>"Close"</button>
            </div>
            {children()}
        </dialog>
    }
}
