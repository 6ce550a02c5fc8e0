//! Finding in the text: words, or a pattern as house rules have them, with the hits painted over the marks and counted, and all of them to be marked.

use std::time::Duration;

use js_sys::{Array, Uint32Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::dom;
use super::screen;
use super::state::{AppState, use_app};
use crate::annotation::{Matching, occurrences};
use crate::app::hand::Chosen;
use crate::app::shown::Dialog;
use crate::app::ui::dom::{on_click, on_event};
use crate::text::Span;
use crate::wire::promise::settle;

/// How long typing has to rest before a search begins.
const REST: Duration = Duration::from_millis(150);
/// Hits that are painted; a browser slows down with tens of thousands.
const PAINTED: usize = 3000;

/// Opens the bar, or puts the cursor into it. Words that are selected are looked for.
pub(super) fn open(state: AppState) {
    let words = state.marking.chosen.get_untracked().and_then(|c| state.desk.with_untracked(|d| d.as_ref().map(|d| c.exact.of(d.text()).trim().to_owned())));
    if let Some(words) = words.filter(|w| w.len() < 200 && !w.contains('\n')) {
        state.find.pattern.set(false);
        state.find.query.set(words);
    }
    state.find.open.set(true);
    state.windows.panel_open.set(false);
    request_animation_frame(|| {
        if let Some(field) = dom::by_id("find") {
            let _ = field.focus();
            screen::select_field(&field);
        }
    });
}

/// Closes the bar. The hit that was shown stays selected, so that it can be marked.
pub(super) fn close(state: AppState) {
    let here = state.find.hits.with_untracked(|h| h.get(state.find.current.get_untracked()).copied());
    state.find.open.set(false);
    state.find.number.update_value(|n| *n = n.wrapping_add(1));
    state.find.busy.set(false);
    state.find.hits.set(Vec::new());
    dom::focus_sheet();
    if let Some(here) = here {
        screen::select(state, here, false);
        state.marking.chosen.set(state.desk.with_untracked(|d| d.as_ref().and_then(|d| Chosen::of(d.text(), here))));
    }
}

/// Looks anew.
fn look(state: AppState) {
    let find = state.find;
    find.busy.set(false);
    find.number.update_value(|n| *n = n.wrapping_add(1));
    let query = find.query.get_untracked();
    find.note.set(None);
    if query.is_empty() || state.desk.with_untracked(Option::is_none) {
        find.hits.set(Vec::new());
        return;
    }
    let (case, whole) = (find.case.get_untracked(), find.whole.get_untracked());
    if !find.pattern.get_untracked() {
        let hits = state.desk.with_untracked(|d| d.as_ref().map_or_else(Vec::new, |d| occurrences(d.text(), &query, Matching { case, whole_words: whole })));
        found(state, hits);
        return;
    }
    let number = find.number.get_value();
    let Some((with, revision)) = state.desk.with_untracked(|d| {
        let desk = d.as_ref()?;
        Some(([JsValue::from(desk.text()), query.as_str().into(), case.into(), whole.into()].into_iter().collect::<Array>(), desk.text_revision()))
    }) else {
        return;
    };
    find.busy.set(true);
    let current = move || find.number.get_value() == number && state.desk.with_untracked(|d| d.as_ref().is_some_and(|d| d.text_revision() == revision));
    let answered = move |answer: JsValue| {
        if !current() {
            return;
        }
        find.busy.set(false);
        // Starts and ends in bytes, and what there is to say.
        let answer = Array::from(&answer);
        let places = Uint32Array::new(&answer.get(0)).to_vec();
        find.note.set(answer.get(1).as_string());
        found(state, places.chunks_exact(2).map(|p| Span::new(p[0] as usize, p[1] as usize)).collect());
    };
    let failed = move |why: String| {
        find.busy.set(false);
        find.hits.set(Vec::new());
        find.note.set(Some(format!("Patterns could not be loaded: {why}.")));
    };
    if let Some(promise) = dom::call("find", &with) {
        settle(promise.unchecked_ref(), answered, failed);
    }
}

fn found(state: AppState, hits: Vec<Span>) {
    let find = state.find;
    // The hit that was shown, or the first one that can be seen from here on.
    let from = find.hits.with_untracked(|h| h.get(find.current.get_untracked()).map(|s| s.start())).or_else(|| screen::first_in_view(state)).unwrap_or(0);
    let current = hits.partition_point(|h| h.start() < from);
    find.current.set(if current < hits.len() { current } else { 0 });
    find.hits.set(hits);
    show(state);
}

/// Brings the hit into view.
fn show(state: AppState) {
    if let Some(hit) = state.find.hits.with_untracked(|h| h.get(state.find.current.get_untracked()).copied()) {
        screen::reveal(state, hit, true);
    }
}

/// Goes to the next hit or the last one, round at the end.
pub(super) fn go(state: AppState, back: bool) {
    let find = state.find;
    let count = find.hits.with_untracked(Vec::len);
    if count == 0 {
        return;
    }
    find.current.update(|n| *n = (*n + if back { count - 1 } else { 1 }) % count);
    show(state);
    let said = find.hits.with_untracked(|h| {
        let hit = h.get(find.current.get_untracked())?;
        state.desk.with_untracked(|d| {
            let text = d.as_ref()?.text();
            let from = text[..hit.start()].char_indices().rev().nth(30).map_or(0, |(n, _)| n);
            let to = text[hit.end()..].char_indices().nth(30).map_or(text.len(), |(n, _)| hit.end() + n);
            Some(text[from..to].split_whitespace().collect::<Vec<_>>().join(" "))
        })
    });
    state.notices.spoken.set(format!("{} of {count}: {}", find.current.get_untracked() + 1, said.unwrap_or_default()));
}

/// Looks when something about the search or the text changes, and paints what is found.
fn follow(state: AppState) {
    let timer: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    Effect::new(move || {
        let find = state.find;
        find.query.track();
        [find.case, find.whole, find.pattern].iter().for_each(Track::track);
        let _ = state.desk.blocks.get();
        timer.update_value(|t| {
            if let Some(timer) = t.take() {
                timer.clear();
            }
            *t = set_timeout_with_handle(move || look(state), REST).ok();
        });
    });
    Effect::new(move || {
        state.desk.track();
        state.sheet.drawn.track();
        let current = state.find.current.get();
        let hits = state.find.hits.get();
        request_animation_frame(move || {
            // Closed meanwhile: nothing stays painted.
            if !state.find.open.get_untracked() {
                return;
            }
            let last =
                state.desk.blocks.with_untracked(|b| b.get(state.sheet.drawn.get_untracked().min(b.len()).saturating_sub(1)).map_or(0, |b| b.span.end()));
            let range = |h: &Span| screen::range_of(state, *h);
            let painted: Vec<_> =
                hits.iter().enumerate().filter(|(n, h)| *n != current && h.start() < last).take(PAINTED).filter_map(|(_, h)| range(h)).collect();
            screen::highlight("galley-hit", &painted);
            screen::highlight("galley-here", &hits.get(current).and_then(range).into_iter().collect::<Vec<_>>());
        });
    });
    on_cleanup(move || {
        timer.update_value(|t| {
            if let Some(timer) = t.take() {
                timer.clear();
            }
        });
        screen::highlight("galley-hit", &[]);
        screen::highlight("galley-here", &[]);
    });
}

/// The bar.
#[component]
pub(super) fn Bar() -> impl IntoView {
    let state = use_app();
    let find = state.find;
    follow(state);
    let told = move || {
        if let Some(note) = find.note.get() {
            return note;
        }
        let (count, current) = (find.hits.with(Vec::len), find.current.get());
        match (count, find.query.with(String::is_empty), find.busy.get()) {
            (_, true, _) => String::new(),
            (_, _, true) => "Looking…".into(),
            (0, ..) => "Not found".into(),
            _ => format!("{} of {count}", current + 1),
        }
    };
    let bad = move || find.note.with(Option::is_some);
    let pressed = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            go(state, event.shift_key());
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            close(state);
        }
        _ => {}
    };
    let switch = move |on: RwSignal<bool>, sign: &'static str, name: &'static str| {
        view! { <button class="btn small" class:on=move || on.get() aria-pressed=move || on.get().to_string() title=name aria-label=name on:click=on_click(move |_| on.update(|o| *o = !*o))>{sign}</button> }
    };
    let none = move || find.hits.with(Vec::is_empty);
    view! {
        <div class="strip-row find" role="search" aria-label="Find in the text" on:keydown=move |event| if event.key() == "Escape" { pressed(event) }>
            <input id="find" type="text" aria-label="Find in the text" placeholder="Find in the text" spellcheck="false" autocomplete="off" class:bad=bad prop:value=move || find.query.get() on:input=on_event(move |event| find.query.set(event_target_value(&event))) on:keydown=pressed/>
            {switch(find.case, "Aa", "Same capitals")}
            {switch(find.whole, "Words", "Whole words")}
            {switch(find.pattern, ".*", "Pattern (regular expression)")}
            <span class="found" class:bad=bad role="status">{told}</span>
            <button class="icon" aria-label="Previous hit" title="Previous hit (Shift Enter)" prop:disabled=none on:click=on_click(move |_| go(state, true))>"▴"</button>
            <button class="icon" aria-label="Next hit" title="Next hit (Enter)" prop:disabled=none on:click=on_click(move |_| go(state, false))>"▾"</button>
            <button class="btn small" prop:disabled=none on:click=on_click(move |_| state.windows.dialog.set(Some(Dialog::Hits)))>"Annotate all hits…"</button>
            <button class="icon" aria-label="Close the search" title="Close (Esc)" on:click=on_click(move |_| close(state))>"×"</button>
        </div>
    }
}
