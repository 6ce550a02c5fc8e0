//! The page on the screen: components, one file a visible thing.

#![allow(unreachable_pub)] // the component macro widens what it makes

mod banner;
mod card;
mod clipboard;
mod comfort;
mod compare;
mod dom;
mod editor;
mod export;
mod find;
mod footer;
mod header;
mod history;
mod house;
mod incoming;
mod keep;
mod key_sheet;
mod keys;
mod layers;
mod left_out;
mod list;
mod margins;
mod mark;
mod notice;
mod overview;
mod print;
mod resume;
mod review;
mod said;
mod screen;
mod selected;
mod sheet;
mod start;
mod state;
mod theme;
mod update;
mod window;
mod words;

use leptos::prelude::*;

use crate::app::shown::Dialog;
use state::AppState;

/// Starts the page.
pub fn start() {
    std::panic::set_hook(Box::new(|info| dom::crashed(&info.to_string())));
    mount_to_body(App);
}

/// The whole page.
#[component]
fn App() -> impl IntoView {
    let state = AppState::new();
    let keeper = keep::Keeper::new();
    state.provide();
    provide_context(keeper);
    keys::listen(state, keeper);
    house::listen(state, keeper);
    incoming::drop::listen(incoming::Door { state, keeper });
    start::enliven(incoming::Door { state, keeper });
    mark::listen(state);
    state.start_engine();
    resume::follow(state);
    keeper.start(state);
    comfort::restore();
    let open = move || state.desk.with(Option::is_some);
    view! {
        <incoming::drop::Overlay/>
        <Show when=open><Desk/></Show>
        <keep::saved::Elsewhere/>
        <notice::Notices/>
        <update::Update/>
    }
}

/// The desk with an article on it.
#[component]
fn Desk() -> impl IntoView {
    let state = state::use_app();
    view! {
        <div class="desk" class:editing=move || state.windows.editing.get() class:panel-open=move || state.windows.panel_open.get()>
            <header::Header/>
            <layers::Layers/>
            <main class="work">
                <Show when=move || state.windows.editing.get()>
                    <editor::Editor/>
                </Show>
                <div class="proof" id="proof" tabindex="-1" on:scroll=move |_| sheet::grow(state)>
                    <mark::Strip/>
                    <keep::saved::Unsaved/>
                    <banner::Banner/>
                    <sheet::Sheet/>
                    <print::Appendix/>
                </div>
                <overview::Overview/>
                <mark::MarkBar/>
            </main>
            <aside class="side" aria-label="Selected annotation and lists">
                <card::Card/>
                <list::Lists/>
            </aside>
            <footer::Footer/>
        </div>
        {move || match state.windows.dialog.get() {
            Some(Dialog::Said) => view! { <said::Said/> }.into_any(),
            Some(Dialog::Compare) => view! { <compare::Compare/> }.into_any(),
            Some(Dialog::ExportList) => ().into_any(),
            Some(Dialog::Export) => view! { <export::Export/> }.into_any(),
            Some(Dialog::More) => view! { <header::More/> }.into_any(),
            Some(Dialog::History) => view! { <history::History/> }.into_any(),
            Some(Dialog::Everywhere) => view! { <mark::places::Everywhere/> }.into_any(),
            Some(Dialog::ByText) => view! { <mark::places::ByText/> }.into_any(),
            Some(Dialog::Hits) => view! { <mark::places::Hits/> }.into_any(),
            Some(Dialog::Labels) => view! { <mark::own::Labels/> }.into_any(),
            Some(Dialog::LeftOut) => view! { <left_out::LeftOut/> }.into_any(),
            Some(Dialog::Comfort) => view! { <comfort::Comfort/> }.into_any(),
            Some(Dialog::Keys) => view! { <key_sheet::KeySheet/> }.into_any(),
            None => ().into_any(),
        }}
    }
}
