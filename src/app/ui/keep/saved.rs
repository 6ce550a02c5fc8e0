//! How safe the work is, in the bar; and the note where another tab has the article.

use leptos::prelude::*;

use super::use_keeper;
use crate::app::safety::{Safety, Unkept};
use crate::app::shown::Dialog;
use crate::app::ui::dom;
use crate::app::ui::dom::on_click;
use crate::app::ui::state::use_app;

/// "Saved on this device 12:04".
#[component]
pub(in crate::app::ui) fn Saved() -> impl IntoView {
    let state = use_app();
    let keeper = use_keeper();
    let words = move || match keeper.safety.get() {
        Safety::Nothing => String::new(),
        Safety::Writing => "Saving…".into(),
        Safety::Kept(time) => format!("Saved on this device {}", dom::clock(time)),
        Safety::Unkept(why) => format!("Not saved: {}", why.reason()),
    };
    let unkept = move || matches!(keeper.safety.get(), Safety::Unkept(_));
    view! {
        <span class="saved" class:bad=unkept role="status">{words}</span>
        <Show when=unkept><button class="btn" on:click=on_click(move |_| state.windows.dialog.set(Some(Dialog::Export)))>"Download it now"</button></Show>
    }
}

/// The note where another tab has the article.
#[component]
pub(in crate::app::ui) fn Elsewhere() -> impl IntoView {
    let state = use_app();
    let keeper = use_keeper();
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
                    <p><strong>{title}" is open in another tab."</strong>" An article is worked on in one tab at a time, so that no work is overwritten. What was done there comes along."</p>
                    <button class="btn primary" on:click=on_click(move |_| keeper.take_over(state, &id))>"Continue here"</button>
                    <button class="btn" on:click=on_click(move |_| keeper.elsewhere.set(None))>"Leave it there"</button>
                </div>
            }
        })}
    }
}

/// What it means that work is in this tab alone, and what helps.
#[component]
pub(in crate::app::ui) fn Unsaved() -> impl IntoView {
    let state = use_app();
    let keeper = use_keeper();
    let why = Memo::new(move |_| match keeper.safety.get() {
        Safety::Unkept(why) => Some(why),
        _ => None,
    });
    let again = move || matches!(why.get(), Some(Unkept::Full | Unkept::Failing(_) | Unkept::Parked(_)));
    view! {
        {move || why.get().map(|why| view! {
            <div class="trouble unsaved" role="alert">
                <p><strong>{why.heading()}</strong>" "{why.advice()}</p>
                <div class="row">
                    <Show when=again><button class="btn" on:click=on_click(move |_| keeper.try_again())>"Try again now"</button></Show>
                    {(why == Unkept::Deleted).then(|| view! { <button class="btn" on:click=on_click(move |_| state.keep_anew())>"Keep it as a new article"</button> })}
                </div>
            </div>
        })}
    }
}

/// On the start page, where the browser keeps nothing: said before there is work to lose.
#[component]
pub(in crate::app::ui) fn NotKept() -> impl IntoView {
    let keeper = use_keeper();
    let why = move || match keeper.safety.get() {
        Safety::Unkept(why) => Some(why),
        _ => None,
    };
    view! {
        {move || why().map(|why| view! {
            <div class="trouble" role="alert">
                <p><strong>{why.heading()}</strong>" "{why.advice()}</p>
                <p class="hint">{format!("The reason given: {}.", why.reason())}</p>
            </div>
        })}
    }
}
