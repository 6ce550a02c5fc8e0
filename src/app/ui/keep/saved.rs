//! How safe the work is, in the bar; and the note where another tab has the article.

use leptos::prelude::*;

use super::Safety;
use crate::app::ui::dom;
use crate::app::ui::state::{Dialog, use_app};

/// "Saved on this device 12:04".
#[component]
pub(in crate::app::ui) fn Saved() -> impl IntoView {
    let state = use_app();
    let words = move || match state.keeper.safety.get() {
        Safety::Nothing => String::new(),
        Safety::Writing => "Saving…".into(),
        Safety::Kept(time) => format!("Saved on this device {}", dom::clock(time)),
        Safety::Unkept(reason) => format!("Not saved: {reason}"),
    };
    let unkept = move || matches!(state.keeper.safety.get(), Safety::Unkept(_));
    view! {
        <span class="saved" class:bad=unkept role="status">{words}</span>
        <Show when=unkept><button class="btn" on:click=move |_| state.dialog.set(Some(Dialog::Export))>"Download it now"</button></Show>
    }
}

/// The note where another tab has the article.
#[component]
pub(in crate::app::ui) fn Elsewhere() -> impl IntoView {
    let state = use_app();
    let keeper = state.keeper;
    // The desk is cleared: what is done here would not be kept.
    Effect::new(move || {
        if keeper.elsewhere.with(Option::is_some) && state.desk.with_untracked(Option::is_some) {
            state.clear();
        }
    });
    view! {
        {move || keeper.elsewhere.get().map(|id| {
            let title = keeper.records.with(|all| all.iter().find(|r| r.id == id).map_or_else(|| "The article".to_owned(), |r| format!("“{}”", r.title)));
            view! {
                <div class="elsewhere" role="alert">
                    <p><strong>{title}" is open in another tab."</strong>" Everything done there is saved. An article is worked on in one tab at a time, so that no work is overwritten."</p>
                    <button class="btn primary" on:click=move |_| keeper.reopen(state, &id, true)>"Continue here"</button>
                    <button class="btn" on:click=move |_| keeper.elsewhere.set(None)>"Leave it there"</button>
                </div>
            }
        })}
    }
}

/// On the start page, where the browser keeps nothing: said before there is work to lose.
#[component]
pub(in crate::app::ui) fn NotKept() -> impl IntoView {
    let state = use_app();
    let why = move || match state.keeper.safety.get() {
        Safety::Unkept(reason) => Some(reason),
        _ => None,
    };
    view! {
        {move || why().map(|reason| view! {
            <div class="trouble" role="alert">
                <p><strong>"This browser keeps no articles for this page."</strong>" Everything works, but what you do is gone when the tab is closed: download it before. A private window, blocked site data or a full disk may be the reason."</p>
                <p class="hint">{format!("The reason given: {reason}.")}</p>
            </div>
        })}
    }
}
