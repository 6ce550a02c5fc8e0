//! The bar at the foot: how far the review is, and what the keys do.

use leptos::prelude::*;

use super::state::use_app;
use super::window::opener;
use super::words::count;
use crate::app::shown::{Dialog, EngineState};
use crate::app::ui::dom::on_click;
use crate::wire::Pass;

/// The bar.
#[component]
pub(super) fn Footer() -> impl IntoView {
    let state = use_app();
    let progress = Memo::new(move |_| super::review::progress(state));
    let words = Memo::new(move |_| {
        let _ = state.desk.blocks.get();
        state.desk.with_untracked(|d| d.as_ref().map_or(0, |d| crate::app::blocks::read_part(d.text()).split_whitespace().count()))
    });
    let timing = move || match state.reading.engine_state.get() {
        EngineState::Done { micros, pass } => {
            let time = if micros < 1000 { "under 1 ms".to_owned() } else { format!("{} ms", micros / 1000) };
            let more = if pass == Pass::Full { "" } else { ", models on their way" };
            format!(", read in {time}{more}")
        }
        EngineState::Reading => ", reading…".into(),
        EngineState::Broken(_) => ", not read".into(),
    };
    view! {
        <footer class="review">
            <span class="progress-words">{move || format!("Reviewed {} of {}", progress.get().reviewed(), progress.get().total())}</span>
            <progress aria-label="Reviewed" prop:max=move || progress.get().total().max(1) as f64 prop:value=move || progress.get().reviewed() as f64></progress>
            <span class="row">
                <button class="icon" title="Previous (P)" aria-label="Previous annotation" on:click=on_click(move |_| state.step(true, |_| true))>"◂"</button>
                <button class="icon" title="Next (N)" aria-label="Next annotation" on:click=on_click(move |_| state.step(false, |_| true))>"▸"</button>
            </span>
            <span class="keys-hint"><kbd>"N"</kbd>" next "<kbd>"P"</kbd>" previous "<kbd>"A"</kbd>" accept "<kbd>"X"</kbd>" reject"</span>
            {opener("btn small", "All keys", Some("?"), None, Dialog::Keys)}
            <span class="gap"></span>
            <span class="figures">{move || format!("{}{}. Nothing leaves this page.", count(words.get(), "word", "words"), timing())}</span>
        </footer>
    }
}
