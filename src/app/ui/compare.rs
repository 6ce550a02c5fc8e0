//! The text before and after what was changed, side by side.

use leptos::prelude::*;

use super::dom;
use super::state::use_app;
use super::window::Window;
use super::words::count;
use crate::annotation::between;
use crate::app::compare::{Line, lines};

/// The two texts in their window.
#[component]
pub(super) fn Compare() -> impl IntoView {
    let state = use_app();
    let whole = RwSignal::new(false);
    let found = Memo::new(move |_| state.desk.with(|d| d.as_ref().map_or_else(Vec::new, |d| lines(d.original(), &between(d.original(), d.text())))));
    let changed = move || found.with(|lines| lines.iter().filter(|l| l.changed).count());
    let take = move |pasted: bool| {
        state.desk.with_untracked(|d| {
            let Some(d) = d else { return };
            let (text, ending) = if pasted { (d.original(), ".original.txt") } else { (d.text(), ".txt") };
            dom::download(&(super::said::file_name(d.title()) + ending), "text/plain;charset=utf-8", text);
        });
    };
    view! {
        <Window title="Before and after">
            <div class="row said-head">
                <p>{move || match changed() {
                    0 => "The text is as it was pasted.".to_owned(),
                    n => format!("{} changed.", count(n, "paragraph", "paragraphs")),
                }}</p>
                <span class="gap"></span>
                <button class="btn" on:click=move |_| take(true)>"Download as it was pasted"</button>
                <button class="btn" on:click=move |_| take(false)>"Download as it is now"</button>
                <label class="check"><input type="checkbox" prop:checked=move || whole.get() on:change=move |_| whole.update(|w| *w = !*w)/>"Whole article"</label>
            </div>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Before and after">
            <table class="compare">
                <thead><tr><th>"As it was pasted"</th><th>"As it is now"</th></tr></thead>
                <tbody>
                    {move || found.get().into_iter().filter(|l| l.changed || whole.get()).take(400).map(|line| view! { <tr><td>{pieces(&line, true)}</td><td>{pieces(&line, false)}</td></tr> }).collect_view()}
                </tbody>
            </table>
            </div>
        </Window>
    }
}

/// One side of a line.
fn pieces(line: &Line, before: bool) -> impl IntoView + use<> {
    let pieces = if before { &line.before } else { &line.after };
    pieces
        .iter()
        .map(|(text, changed)| match (changed, before) {
            (false, _) => view! { <span>{text.clone()}</span> }.into_any(),
            (true, true) => view! { <del>{text.clone()}</del> }.into_any(),
            (true, false) => view! { <ins>{text.clone()}</ins> }.into_any(),
        })
        .collect_view()
}
