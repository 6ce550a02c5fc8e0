//! The start page: a box to paste into, samples, files.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::incoming::{self, Door};
use super::state::use_app;
use super::theme::ThemeSwitch;
use super::{dom, export, keep};
use crate::app::shown::{Dialog, EngineState};
use crate::app::{ingest, samples::SAMPLES};

/// The page before there is an article.
#[component]
pub(super) fn Start() -> impl IntoView {
    let door = Door::used();
    let Door { state, keeper } = door;
    let has_text = RwSignal::new(false);
    let read = move || {
        let ingested = ingest::text(&dom::value_of("paste"));
        state.open(&ingested.text, None, ingested.notes);
    };
    dom::once_there("paste", |area| {
        let _ = area.focus();
    });
    dom::once_there("folder", |input| {
        let _ = input.set_attribute("webkitdirectory", "");
    });
    let pick_files = move |event: web_sys::Event| {
        if let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok())
            && let Some(list) = input.files().filter(|l| l.length() > 0)
        {
            incoming::files(door, &list);
            input.set_value("");
        }
    };
    view! {
        <main class="start">
            <Show when=move || { state.windows.dialog.get() == Some(Dialog::ExportList) }><export::Export/></Show>
            <div class="start-bar"><ThemeSwitch/></div>
            <div class="start-sheet" class:listing=move || { !keeper.records.with(Vec::is_empty) }>
                <h1>"Galley" <span class="dot" aria-hidden="true">"."</span></h1>
                <p class="lede">"A proof-reader’s desk for news articles. It marks the names, the quotations and who said them, and what is broken in the text, and helps you put it right."</p>
                {move || match state.reading.engine_state.get() {
                    EngineState::Broken(why) => Some(view! { <EngineTrouble why/> }),
                    _ => None,
                }}
                <keep::saved::NotKept/>
                <label class="paste-label" for="paste">"Paste an article"</label>
                <textarea
                    id="paste"
                    class="take"
                    prop:rows=move || if keeper.records.with(Vec::is_empty) { 9u32 } else { 4 }
                    spellcheck="false"
                    placeholder="Paste here, or type. Ctrl+V works anywhere on this page."
                    on:input=move |_| has_text.set(!dom::value_of("paste").is_empty())
                    on:keydown=move |event| if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) { read() }
                ></textarea>
                <div class="row">
                    <button class="btn primary" prop:disabled=move || !has_text.get() on:click=move |_| read()>"Read it" <kbd>"Ctrl ⏎"</kbd></button>
                    <label class="btn file"><input class="unseen" type="file" multiple on:change=pick_files/>"Open files…"</label>
                    <label class="btn file"><input class="unseen" id="folder" type="file" on:change=pick_files/>"Open a folder…"</label>
                    <span class="hint">"or drop files or a folder anywhere"</span>
                </div>
                <keep::library::Library/>
                <h2>"Or begin with a sample"</h2>
                <ul class="samples">
                    {SAMPLES.iter().map(|sample| view! {
                        <li><button class="sample" on:click=move |_| state.open_sample(sample.text.trim_end())>
                            <strong>{sample.title}</strong><small>{sample.about}</small>
                        </button></li>
                    }).collect_view()}
                </ul>
                <p class="trust">"Everything happens in this page. No text leaves your computer: the page’s own policy forbids it every other address, and it works without a network."</p>
            </div>
        </main>
    }
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
            <button class="btn" on:click=move |_| state.retry()>"Try again"</button>
        </div>
    }
}
