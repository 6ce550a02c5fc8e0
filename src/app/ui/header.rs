//! The bar at the top: the article's title, what can be done with the whole of it.

use leptos::prelude::*;

use super::keep;
use super::state::use_app;
use super::theme::ThemeSwitch;
use super::window::{Window, opener};
use crate::app::shown::Dialog;
use crate::app::ui::dom::{on_click, on_event};

/// The bar.
#[component]
pub(super) fn Header() -> impl IntoView {
    let state = use_app();
    let title = Memo::new(move |_| state.desk.with(|d| d.as_ref().map_or_else(String::new, |d| d.title().to_owned())));
    let undo = Memo::new(move |_| state.desk.with(|d| d.as_ref().and_then(|d| d.undo_name().map(ToOwned::to_owned))));
    let redo = Memo::new(move |_| state.desk.with(|d| d.as_ref().and_then(|d| d.redo_name().map(ToOwned::to_owned))));
    Effect::new(move || document().set_title(&format!("{} · Galley", title.get())));
    on_cleanup(|| document().set_title("Galley"));
    let named = |verb: &str, name: Option<String>| name.map_or_else(|| format!("Nothing to {}", verb.to_lowercase()), |name| format!("{verb}: {name}"));
    view! {
        <header class="bar">
            <h1 class="unseen">"Galley"</h1>
            <h1 class="unseen">{move || title.get()}</h1>
            <button class="wordmark" title="Back to the start page" aria-label="Galley: back to the start page" on:click=on_click(move |_| state.close())>"Galley"<span aria-hidden="true">"."</span></button>
            <input class="title" aria-label="Title of the article" prop:value=move || title.get() on:change=on_event(move |event| { let value = event_target_value(&event); state.gesture(|d| d.set_title(value.trim())); })/>
            <button class="btn" class:wide-only=move || !state.windows.editing.get() class:on=move || state.windows.editing.get() aria-pressed=move || state.windows.editing.get().to_string() on:click=on_click(move |_| state.windows.editing.update(|e| *e = !*e))>{move || if state.windows.editing.get() { "Done editing" } else { "Edit text" }}</button>
            <keep::neighbours::Neighbours/>
            <keep::saved::Saved/>
            <span class="gap"></span>
            {opener("btn wide-only", "Who said what", None, None, Dialog::Said)}
            {opener("btn wide-only", "Before, after", None, None, Dialog::Compare)}
            <button class="icon" prop:disabled=move || undo.with(Option::is_none) title=move || named("Undo", undo.get()) aria-label=move || named("Undo", undo.get()) on:click=on_click(move |_| state.undo())>"↶"</button>
            <button class="icon" prop:disabled=move || redo.with(Option::is_none) title=move || named("Redo", redo.get()) aria-label=move || named("Redo", redo.get()) on:click=on_click(move |_| state.redo())>"↷"</button>
            {opener("btn wide-only", "History", None, None, Dialog::History)}
            {opener("btn wide-only", "Export", None, Some("Take a file away (Ctrl S)"), Dialog::Export)}
            <button class="icon wide-only" title="Type size, line width, printing" aria-label="Type size, line width, printing" on:click=on_click(move |_| state.windows.dialog.set(Some(Dialog::Comfort)))>"Aa"</button>
            <ThemeSwitch/>
            <button class="icon small-only" aria-label="More" on:click=on_click(move |_| state.windows.dialog.set(Some(Dialog::More)))>"☰"</button>
        </header>
    }
}

/// The windows that the bar of a narrow screen has no room for.
const MORE: [(&str, Dialog); 7] = [
    ("Who said what", Dialog::Said),
    ("Before, after", Dialog::Compare),
    ("History", Dialog::History),
    ("Export", Dialog::Export),
    ("Type size, line width, printing", Dialog::Comfort),
    ("Mark by typing", Dialog::ByText),
    ("Labels of your own", Dialog::Labels),
];

/// What the bar of a narrow screen has no room for.
#[component]
pub(super) fn More() -> impl IntoView {
    let state = use_app();
    let edit = move |_| {
        state.windows.dialog.set(None);
        state.windows.editing.update(|e| *e = !*e);
    };
    view! {
        <Window title="More">
            <div class="menu">
                <button class="btn" on:click=on_click(edit)>{move || if state.windows.editing.get() { "Done editing" } else { "Edit text" }}</button>
                {MORE.map(|(words, dialog)| opener("btn", words, None, None, dialog)).into_iter().collect_view()}
            </div>
        </Window>
    }
}
