//! Single keys, and the sheet that lists them.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::Window;
use super::state::{AppState, Dialog, use_app};
use super::{card, dom, mark};
use crate::annotation::{Layer, Status};

/// The keys, in words, by what they are for.
const KEYS: &[(&str, &[(&str, &str)])] = &[
    (
        "Going through",
        &[
            ("N  P", "next, previous annotation"),
            ("Shift N  Shift P", "next, previous that waits for a decision"),
            ("Q  Shift Q", "next, previous quotation"),
            ("D  Shift D", "next, previous finding of damage"),
            ("E  Shift E", "next, previous mention of the same name"),
            ("]  [", "the larger, the smaller of several in one place"),
            ("Enter", "to the card of what is selected"),
            ("Esc", "back, or select nothing"),
        ],
    ),
    (
        "Deciding",
        &[
            ("A  X", "accept, reject (dismiss), and go on"),
            ("F", "apply the repair, and go on"),
            ("Shift F  Shift X", "repair, dismiss all of this kind"),
            ("S  U", "set the speaker; speaker unknown"),
            ("Ctrl Z  Ctrl Shift Z", "undo, redo"),
        ],
    ),
    (
        "Marking",
        &[
            ("1 … 8", "mark the selected words, or give the selected mark another label"),
            ("T", "mark by typing the words"),
            ("G", "all places with the same words"),
            ("Alt →  Alt ←", "move the end by a word; with Ctrl by a letter"),
            ("Alt Shift →  Alt Shift ←", "move the start"),
            ("M", "merge with the next"),
            ("K", "the selected words are the cue of the selected quotation"),
            ("Del", "delete the mark"),
        ],
    ),
    ("Keeping", &[("Ctrl S", "take a file away")]),
    ("Looking", &[("H", "hold for the bare text"), ("W", "who said what"), ("B", "before and after"), ("?", "this sheet")]),
];

/// Listens to the keys of the whole page.
pub(super) fn listen(state: AppState) {
    state.keys_on.set(dom::setting("keys").as_deref() != Some("off"));
    let _ = window_event_listener(ev::keydown, move |event| {
        if state.desk.with_untracked(Option::is_none) {
            return;
        }
        let key = event.key();
        if event.ctrl_key() || event.meta_key() {
            if in_field(&event) {
                return;
            }
            if event.alt_key() && mark::pressed(state, &event) {
                event.prevent_default();
                return;
            }
            match (key.to_lowercase().as_str(), event.shift_key()) {
                ("z", false) => state.undo(),
                ("z", true) | ("y", false) => state.redo(),
                ("s", false) => state.dialog.set(Some(Dialog::Export)),
                _ => return,
            }
            event.prevent_default();
            return;
        }
        if key == "Escape" {
            escape(state);
            return;
        }
        if in_field(&event) || state.dialog.with_untracked(Option::is_some) || !state.keys_on.get_untracked() {
            return;
        }
        if mark::pressed(state, &event) || (!event.alt_key() && pressed(state, &key, event.shift_key(), &event)) {
            event.prevent_default();
        }
    });
    let _ = window_event_listener(ev::keyup, move |event| {
        if event.key().eq_ignore_ascii_case("h") {
            state.clean.set(false);
        }
    });
    let _ = window_event_listener(ev::blur, move |_| state.clean.set(false));
}

/// Does what a key says; false where it says nothing.
fn pressed(state: AppState, key: &str, shift: bool, event: &web_sys::KeyboardEvent) -> bool {
    let selected = state.selected.get_untracked();
    match (key.to_lowercase().as_str(), shift) {
        ("n", false) => state.step(false, |_| true),
        ("p", false) => state.step(true, |_| true),
        ("n", true) => state.step(false, |a| a.status == Status::Suggested && a.layer != Layer::Cue),
        ("p", true) => state.step(true, |a| a.status == Status::Suggested && a.layer != Layer::Cue),
        ("q", back) => state.step(back, |a| a.layer == Layer::Quote),
        ("d", back) => state.step(back, |a| a.layer == Layer::Artifact),
        ("e", back) => same_entity(state, back),
        ("]", _) => state.cycle(true),
        ("[", _) => state.cycle(false),
        ("a", false) => state.accept(),
        ("x", false) => state.reject(),
        ("f", false) => state.repair_selected(),
        ("f", true) => {
            let Some(id) = selected else { return false };
            let ids = state.alike(&id, true);
            state.repair(&ids);
        }
        ("x", true) => {
            let Some(id) = selected else { return false };
            let ids = state.alike(&id, false);
            state.dismiss(&ids);
        }
        ("s", false) => card::choose_speaker(state),
        ("u", false) => {
            let quote = state.choosing_speaker.get_untracked().or(selected);
            let Some(quote) = quote else { return false };
            card::set_speaker(state, &quote, crate::annotation::Source::Unknown);
        }
        ("h", false) => state.clean.set(true),
        ("w", false) => state.dialog.set(Some(Dialog::Said)),
        ("b", false) => state.dialog.set(Some(Dialog::Compare)),
        ("?", _) => state.dialog.set(Some(Dialog::Keys)),
        ("enter", false) => {
            // A button that has the focus takes Enter for itself.
            let on_control = target(event).is_some_and(|t| t.closest("button, a, summary").ok().flatten().is_some());
            if on_control || selected.is_none() {
                return false;
            }
            let Some(card) = dom::by_id("card") else { return false };
            let _ = card.focus();
        }
        _ => return false,
    }
    true
}

/// The next mention of the entity that is selected.
fn same_entity(state: AppState, back: bool) {
    let entity = state.selected.with_untracked(|id| {
        let id = id.as_ref()?;
        state.desk.with_untracked(|d| d.as_ref()?.annotation(id)?.text_attribute("entity").map(ToOwned::to_owned))
    });
    match entity {
        Some(entity) => state.step(back, move |a| a.layer == Layer::Entity && a.text_attribute("entity") == Some(&entity)),
        None => state.step(back, |a| a.layer == Layer::Entity),
    }
}

fn escape(state: AppState) {
    if state.dialog.with_untracked(Option::is_some) {
        return;
    }
    if state.choosing_speaker.with_untracked(Option::is_some) {
        state.choosing_speaker.set(None);
        return;
    }
    let in_card = document().active_element().is_some_and(|a| a.closest("aside, nav, header").ok().flatten().is_some());
    if in_card {
        dom::focus_sheet();
        return;
    }
    state.deselect();
}

fn target(event: &web_sys::KeyboardEvent) -> Option<Element> {
    event.target().and_then(|t| t.dyn_into().ok())
}

/// True in a box that takes its own keys.
fn in_field(event: &web_sys::KeyboardEvent) -> bool {
    target(event).is_some_and(|t| t.closest("input, textarea, select, [contenteditable]").ok().flatten().is_some())
}

/// The sheet of keys.
#[component]
pub(super) fn KeySheet() -> impl IntoView {
    let state = use_app();
    let switch = move |_| {
        state.keys_on.update(|on| *on = !*on);
        dom::keep_setting("keys", if state.keys_on.get_untracked() { "on" } else { "off" });
    };
    view! {
        <Window title="Keys">
            <p class="hint">"They act while no box for text has the focus."</p>
            <div class="key-sheet">
                {KEYS.iter().map(|(heading, keys)| view! {
                    <section>
                        <h3>{*heading}</h3>
                        <dl>{keys.iter().map(|(key, what)| view! { <dt>{key.split("  ").map(|k| view! { <kbd>{k}</kbd>" " }).collect_view()}</dt><dd>{*what}</dd> }).collect_view()}</dl>
                    </section>
                }).collect_view()}
            </div>
            <label class="check"><input type="checkbox" prop:checked=move || state.keys_on.get() on:change=switch/>"Single keys act"</label>
        </Window>
    }
}
