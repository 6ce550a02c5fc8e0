//! What was done, step by step: any of it can be gone back to.

use leptos::prelude::*;

use super::dom;
use super::state::use_app;
use super::window::{Window, opener};
use super::words::count;
use crate::app::shown::Dialog;
use crate::app::ui::dom::on_click;

/// The story of the text in its window: how it came, and all that was done to it since, in one list.
#[component]
pub(super) fn History() -> impl IntoView {
    let state = use_app();
    let steps = Memo::new(move |_| {
        state.desk.with(|d| {
            let Some(d) = d else { return Default::default() };
            let (steps, standing) = d.history();
            let seed = d.seed();
            let mut came = if seed.file.is_empty() { "Pasted".to_owned() } else { format!("Opened from {}", seed.file) };
            if !seed.edits.is_empty() {
                came += &format!(", with {} in the file", count(seed.edits.len(), "repair", "repairs"));
            }
            let steps = steps.into_iter().map(|s| (s.name.clone(), dom::day_and_time(s.time)));
            (std::iter::once((came, String::new())).chain(steps).collect::<Vec<_>>(), standing)
        })
    });
    view! {
        <Window title="History">
            <p class="hint">"Every step can be gone back to; nothing is lost by going back, until something new is done."</p>
            <ol class="history">
                {move || {
                    let (list, standing) = steps.get();
                    list.into_iter().enumerate().map(|(n, (name, time))| view! {
                        <li class:undone={n > standing}>
                            <button class="plain" aria-current=(n == standing).then_some("step") on:click=on_click(move |_| state.go_to(n))>{name}</button>
                            <small>{time}</small>
                        </li>
                    }).collect_view()
                }}
            </ol>
            {opener("btn", "Before, after", None, None, Dialog::Compare)}
        </Window>
    }
}
