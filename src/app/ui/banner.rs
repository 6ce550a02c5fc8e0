//! How the article is, at the head of the sheet.

use leptos::prelude::*;

use super::start::EngineTrouble;
use super::state::use_app;
use super::window::opener;
use crate::app::blocks::READ;
use crate::app::health::{Health, Verdict, health};
use crate::app::shown::{Dialog, EngineState, Tab};
use crate::app::ui::dom::on_click;

/// The banner, or what is wrong with the engine.
#[component]
pub(super) fn Banner() -> impl IntoView {
    let state = use_app();
    let found = Memo::new(move |_| state.desk.with(|d| d.as_ref().map(|d| (health(d.annotations()), d.edits().next().is_some()))));
    let shown = move || match state.reading.engine_state.get() {
        EngineState::Broken(why) => view! { <EngineTrouble why/> }.into_any(),
        EngineState::Reading => {
            view! { <div class="health reading"><b>"Reading…"</b><span>"The text is here already; the marks follow."</span></div> }.into_any()
        }
        EngineState::Done { .. } => found.get().map(|(health, repaired)| view! { <Verdicts health repaired/> }).into_any(),
    };
    let unread = Memo::new(move |_| {
        let _ = state.desk.blocks.get();
        state.desk.with_untracked(|d| d.as_ref().and_then(|d| (d.text().len() > READ).then(|| d.text().len())))
    });
    let megabytes = |bytes: usize| format!("{:.1} MB", bytes as f64 / 1e6);
    view! {
        <div class="banner">
            {move || unread.get().map(|length| view! { <p class="hint">{format!("A long text: the first {} of {} are read and marked. Split it to have all of it read.", megabytes(READ), megabytes(length))}</p> })}
            {shown}
        </div>
    }
}

/// The verdict with what stands behind it.
#[component]
fn Verdicts(
    /// What was found.
    health: Health,
    /// True where the text is no longer as it was pasted.
    repaired: bool,
) -> impl IntoView {
    let state = use_app();
    let class = match health.verdict {
        Verdict::Sound => "health sound",
        Verdict::Care => "health care",
        Verdict::Unsafe => "health unsafe",
    };
    let heading = health.heading();
    let certain = health.certain;
    let left_out = state.desk.with_untracked(|d| d.as_ref().map_or(0, |d| d.seed().left_out.len()));
    let damaged = health.has_findings();
    view! {
        <section class=class aria-label="How the article is">
            <b>{heading}</b>
            <span>{health.sentences.join(" ")}</span>
            <div class="row">
                {(certain > 0).then(|| view! { <button class="btn primary" on:click=on_click(move |_| state.repair_certain())>{format!("Repair {certain} certain")}</button> })}
                {damaged.then(|| view! { <button class="btn" on:click=on_click(move |_| { state.windows.tab.set(Tab::Damage); state.windows.panel_open.set(true); })>"List"</button> })}
                {(left_out > 0).then(|| view! { <button class="btn" on:click=on_click(move |_| state.windows.dialog.set(Some(Dialog::LeftOut)))>{format!("Left out: {left_out}")}</button> })}
                {(repaired || certain > 0).then(|| opener("btn", if repaired { "Show original" } else { "Show what changes" }, None, None, Dialog::Compare))}
            </div>
        </section>
    }
}
