//! On the start page: what is in the database or in this tab, and is no article that can be opened.

use leptos::prelude::*;

use super::{Aside, Keeper, use_keeper};
use crate::app::ui::dom;
use crate::app::ui::dom::on_click;
use crate::app::ui::state::use_app;
use crate::app::ui::words::count;

/// Everything of that kind.
#[component]
pub(in crate::app::ui) fn Beside() -> impl IntoView {
    let state = use_app();
    let keeper = use_keeper();
    view! {
        <Show when=move || keeper.parked.with(|p| !p.is_empty())>
            <div class="trouble beside" role="alert">
                <p><strong>"In this tab alone."</strong>" The browser refuses to keep these articles. Open one and download it before the tab is closed."</p>
                <ul>{move || keeper.parked.get().into_iter().map(|ailing| {
                    let (open, drop) = (ailing.id.clone(), ailing.id);
                    view! {
                        <li><span>{format!("{}: {}.", ailing.title, ailing.why)}</span>
                        <button class="btn small" on:click=on_click(move |_| keeper.reopen(state, &open))>"Open"</button>
                        <button class="btn small" on:click=on_click(move |_| keeper.discard(&drop))>"Give it up"</button></li>
                    }
                }).collect_view()}</ul>
                <button class="btn" on:click=on_click(move |_| keeper.try_again())>"Try again to save them"</button>
            </div>
        </Show>
        <Show when=move || keeper.broken.with(|b| !b.is_empty())>
            <div class="trouble beside" role="alert">
                <p><strong>"Damaged in the browser’s database."</strong>" These articles cannot be opened. What is left of each can be downloaded as it is."</p>
                <ul>{move || keeper.broken.get().into_iter().map(|ailing| {
                    let (raw, gone) = (ailing.id.clone(), ailing.id);
                    view! {
                        <li><span>{format!("{}: {}.", ailing.title, ailing.why)}</span>
                        <button class="btn small" on:click=on_click(move |_| keeper.download_raw(state, &raw))>"Download what is left"</button>
                        <button class="btn small" on:click=on_click(move |_| keeper.forget(state, Some(vec![gone.clone()]), || {}))>"Delete for good"</button></li>
                    }
                }).collect_view()}</ul>
            </div>
        </Show>
        <Show when=move || keeper.asides.with(|a| !a.is_empty())>
            <div class="trouble beside" role="status">
                <p><strong>"Kept aside."</strong>" Steps that their article could not take. The article itself is whole without them."</p>
                <ul>{move || keeper.asides.get().into_iter().map(|(key, aside)| view! { <Kept keeper key aside/> }).collect_view()}</ul>
            </div>
        </Show>
    }
}

/// One part of a log that its article could not take.
#[component]
fn Kept(
    /// What keeps it.
    keeper: Keeper,
    /// Its key in the database.
    key: f64,
    /// What it is.
    aside: Aside,
) -> impl IntoView {
    let state = use_app();
    let words = format!("“{}”, {}: {} ({}).", aside.title, dom::day_and_time(aside.time), count(aside.entries as usize, "step", "steps"), aside.why);
    let name = format!("galley-{}-aside.json", aside.document);
    view! {
        <li><span>{words}</span>
        <button class="btn small" on:click=on_click(move |_| dom::download(&name, "application/json", &aside.json))>"Download"</button>
        <button class="btn small" on:click=on_click(move |_| keeper.drop_aside(state, key))>"Delete"</button></li>
    }
}
