//! What was done, step by step: any of it can be gone back to.

use leptos::prelude::*;

use super::dom;
use super::state::use_app;
use super::window::Window;

/// The history in its window.
#[component]
pub(super) fn History() -> impl IntoView {
    let state = use_app();
    let steps = Memo::new(move |_| {
        state.desk.with(|d| {
            d.as_ref().map_or_else(Default::default, |d| {
                let (steps, standing) = d.history();
                (steps.into_iter().map(|s| (s.name.clone(), s.time)).collect::<Vec<_>>(), standing)
            })
        })
    });
    view! {
        <Window title="History">
            <p class="hint">"Every step can be gone back to; nothing is lost by going back, until something new is done."</p>
            <ol class="history">
                <li><button class="plain" aria-current=move || (steps.with(|s| s.1) == 0).then_some("step") on:click=move |_| state.go_to(0)>"As it came"</button></li>
                {move || {
                    let (list, standing) = steps.get();
                    list.into_iter().enumerate().map(|(n, (name, time))| view! {
                        <li class:undone={n >= standing}>
                            <button class="plain" aria-current=(n + 1 == standing).then_some("step") on:click=move |_| state.go_to(n + 1)>{name}</button>
                            <small>{dom::clock(time)}</small>
                        </li>
                    }).collect_view()
                }}
            </ol>
        </Window>
    }
}
