//! A person's own rules: their window, which is a part of the page by itself (`src/boot/house.js`), and what is to be done where
//! they changed.

use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::dom;
use super::keep::Keeper;
use super::state::AppState;

/// Opens the window: where `words`, for those that are selected or marked, if any are.
pub(super) fn open(state: AppState, words: bool) {
    state.settle_typing();
    let marked = |desk: &crate::annotation::Workspace| state.selection.selected.with_untracked(|id| desk.annotation(id.as_ref()?).map(|a| a.span));
    let with = state.desk.with_untracked(|d| {
        let Some(desk) = d.as_ref() else { return Array::new() };
        let span = state.marking.chosen.get_untracked().map(|c| c.exact).or_else(|| marked(desk)).filter(|_| words);
        let (start, end) = span.map_or((0, 0), |s| (s.start(), s.end()));
        [JsValue::from(desk.seed().id.as_str()), desk.title().into(), desk.text().into(), JsValue::from(start as u32), JsValue::from(end as u32)]
            .into_iter()
            .collect()
    });
    dom::call("rules", &with);
}

/// Hears of changes.
pub(super) fn listen(state: AppState, keeper: Keeper) {
    let _ = window_event_listener_untyped("galley:rules", move |event| {
        let told = Reflect::get(&event, &"detail".into()).ok().and_then(|d| d.as_string()).unwrap_or_default();
        match told.as_str() {
            "restart" => state.replace_engine(),
            "reread" => keeper.read(untrack(|| keeper.listed(""))),
            _ => state.say_bad(told),
        }
    });
}
