//! The text before and after what was changed, side by side.

use leptos::prelude::*;

use super::dom;
use super::state::use_app;
use super::window::Window;
use super::words::count;
use crate::annotation::between;
use crate::app::compare::{Line, lines};
use crate::app::ui::dom::{on_click, on_event};

/// The two texts in their window: what was changed, or what the certain repairs would change.
#[component]
pub(super) fn Compare() -> impl IntoView {
    let state = use_app();
    let whole = RwSignal::new(false);
    let certain = Memo::new(move |_| {
        state.desk.track();
        state.certain().len()
    });
    let edited = state.desk.with_untracked(|d| d.as_ref().is_some_and(|d| d.edits().next().is_some()));
    let ahead = RwSignal::new(!edited && certain.get_untracked() > 0);
    let found = Memo::new(move |_| {
        let ahead = ahead.get() && certain.get() > 0;
        state.desk.with(|d| {
            let Some(d) = d else { return Vec::new() };
            if !ahead {
                return lines(d.original(), &between(d.original(), d.text()));
            }
            let mut after = d.clone();
            let ids = state.certain();
            match after.repair(&ids.iter().map(String::as_str).collect::<Vec<_>>()) {
                Ok(made) => lines(d.text(), &made.edits),
                Err(_) => Vec::new(),
            }
        })
    });
    let looks_ahead = move || ahead.get() && certain.get() > 0;
    let told = move || {
        let changed = found.with(|lines| lines.iter().filter(|l| l.changed).count());
        let paragraphs = count(changed, "paragraph", "paragraphs");
        match (looks_ahead(), changed) {
            (true, _) => format!("The {} would change {paragraphs}. Nothing is changed yet.", count(certain.get(), "certain repair", "certain repairs")),
            (_, 0) => "The text is as it was pasted.".to_owned(),
            _ => format!("{paragraphs} changed."),
        }
    };
    let take = move |pasted: bool| {
        state.desk.with_untracked(|d| {
            let Some(d) = d else { return };
            let (text, ending) = if pasted { (d.original(), ".original.txt") } else { (d.text(), ".txt") };
            dom::download(&(super::said::file_name(d.title()) + ending), "text/plain;charset=utf-8", text);
        });
    };
    let repair = move |_| {
        ahead.set(false);
        state.repair_certain();
    };
    view! {
        <Window title="Before and after">
            <div class="row said-head">
                <p role="status">{told}</p>
                {move || looks_ahead().then(|| view! { <button class="btn primary" on:click=on_click(repair)>{format!("Repair {} certain", certain.get())}</button> })}
                {move || (certain.get() > 0).then(|| view! { <label class="check"><input type="checkbox" prop:checked=ahead on:change=on_event(move |_| ahead.update(|a| *a = !*a))/>"What certain repairs would do"</label> })}
                <label class="check"><input type="checkbox" prop:checked=whole on:change=on_event(move |_| whole.update(|w| *w = !*w))/>"Whole article"</label>
                <span class="gap"></span>
                <button class="btn" on:click=on_click(move |_| take(true))>"Download as it was pasted"</button>
                <button class="btn" on:click=on_click(move |_| take(false))>"Download as it is now"</button>
            </div>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Before and after">
            <table class="compare">
                <thead><tr><th>{move || if looks_ahead() { "As it is now" } else { "As it was pasted" }}</th><th>{move || if looks_ahead() { "With the certain repairs" } else { "As it is now" }}</th></tr></thead>
                <tbody>
                    {move || found.get().into_iter().filter(|l| l.changed || whole.get()).take(400).map(|line| view! { <tr><td>{pieces(&line, true)}</td><td>{pieces(&line, false)}</td></tr> }).collect_view()}
                </tbody>
            </table>
            </div>
        </Window>
    }
}

/// One side of a line.
fn pieces(line: &Line, before: bool) -> Vec<AnyView> {
    let pieces = if before { &line.before } else { &line.after };
    pieces.iter().map(|(text, changed)| changed_words(text.clone(), if *changed { Some(before) } else { None })).collect()
}

/// Words that stay, that go (`Some(true)`), that come.
pub(super) fn changed_words(text: String, goes: Option<bool>) -> AnyView {
    match goes {
        None => view! { <span>{text}</span> }.into_any(),
        Some(true) => view! { <del>{text}</del> }.into_any(),
        Some(false) => view! { <ins>{text}</ins> }.into_any(),
    }
}
