//! The start page: a box to paste into, files, the list of kept articles, samples.
//!
//! It stands in `index.html`, so that it is there before this program is; here it comes to life. What changes on it is drawn
//! into the places that it keeps for that.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::incoming::{self, Door};
use super::state::use_app;
use super::theme::ThemeSwitch;
use super::{dom, export, house, keep};
use crate::app::shown::{Dialog, EngineState};
use crate::app::ui::dom::on_click;
use crate::app::{ingest, samples::SAMPLES};

/// Brings the start page to life, and hides it while an article is on the desk.
pub(super) fn enliven(door: Door) {
    let Door { state, keeper } = door;
    listen(door);
    Effect::new(move || {
        let open = state.desk.with(Option::is_some);
        if let Some(page) = dom::by_id("start") {
            page.set_hidden(open);
        }
        if let Some(area) = dom::by_id("paste").filter(|_| !open) {
            let _ = area.focus();
        }
        if open {
            // What was to open by itself is here.
            dom::mark_root("data-opening", false);
        }
    });
    // The box is smaller where there is a list; early.js draws it so from the first.
    let listing = Memo::new(move |_| keeper.records.with(|all| !all.is_empty()));
    Effect::new(move || {
        dom::mark_root("data-listing", listing.get());
        dom::keep_setting("listing", if listing.get() { "yes" } else { "" });
    });
    for (place, draw) in PLACES {
        if let Some(place) = dom::by_id(place) {
            mount_to(place, *draw).forget();
        }
    }
}

type Draw = fn() -> AnyView;

/// Where something is drawn on the start page, and what.
const PLACES: &[(&str, Draw)] = &[("start-bar", bar), ("start-notes", notes), ("start-library", library)];

fn bar() -> AnyView {
    view! { <ThemeSwitch/> }.into_any()
}

fn notes() -> AnyView {
    let state = use_app();
    view! {
        {move || match state.reading.engine_state.get() {
            EngineState::Broken(why) => Some(view! { <EngineTrouble why/> }),
            _ => None,
        }}
        <Show when=move || state.desk.with(Option::is_none)><keep::saved::NotKept/></Show>
    }
    .into_any()
}

/// The list, while the start page is seen: a gesture on the desk is not to draw it anew.
fn library() -> AnyView {
    let state = use_app();
    view! {
        <Show when=move || state.desk.with(Option::is_none)><keep::library::Library/></Show>
        <Show when=move || { state.windows.dialog.get() == Some(Dialog::ExportList) }><export::Export/></Show>
    }
    .into_any()
}

/// Listens to what stands in `index.html`.
fn listen(door: Door) {
    let state = door.state;
    let read = move || {
        let text = dom::value_of("paste");
        if !text.is_empty() {
            let ingested = ingest::text(&text);
            if state.open(&ingested.text, None, ingested.notes) {
                dom::empty("paste");
            }
        }
    };
    dom::on("rules", "click", move |_| house::open(state, false));
    dom::on("read", "click", move |_| read());
    dom::on("paste", "input", |_| dom::enable("read", !dom::value_of("paste").is_empty()));
    dom::on("paste", "keydown", move |event| {
        if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|e| e.key() == "Enter" && (e.ctrl_key() || e.meta_key())) {
            read();
        }
    });
    for id in ["files", "folder"] {
        dom::on(id, "change", move |event| {
            let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            if let Some((input, list)) = input.and_then(|i| i.files().filter(|l| l.length() > 0).map(|l| (i, l))) {
                incoming::files(door, &list);
                input.set_value("");
            }
        });
    }
    dom::on("start", "click", move |event| {
        let chosen = dom::closest(&event, "[data-sample]").and_then(|button| button.get_attribute("data-sample")?.parse::<usize>().ok());
        if let Some(text) = chosen.and_then(|n| SAMPLES.get(n)) {
            state.open_sample(text.trim_end());
        }
    });
}

/// Why there is no engine, and what to do.
#[component]
pub(super) fn EngineTrouble(
    /// What is known of the reason.
    why: String,
) -> impl IntoView {
    let state = use_app();
    view! {
        <div class="trouble" role="alert">
            <p><strong>"The engine stopped, so nothing can be found in the text."</strong>" Your text and your work are untouched."</p>
            <p>"Try again; if that does not help, reload the page, or use another or a newer browser with WebAssembly and web workers allowed. The reason given: "<code>{why}</code></p>
            <button class="btn" on:click=on_click(move |_| state.retry())>"Try again"</button>
        </div>
    }
}
