//! Single keys, and the sheet that lists them.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::Window;
use super::state::{AppState, Dialog, Tab, Voice, use_app};
use super::{card, comfort, dom, find, keep, mark, screen};
use crate::annotation::Layer;

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
            ("/  Ctrl F", "find in the text; Enter and Shift Enter go through"),
            ("R", "the review: what waits, by what you filter"),
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
            ("Alt 1  Shift 1 …", "mark exactly what is selected, without snapping to words"),
            ("L", "label first: every selection is marked, until Esc"),
            ("C", "a caret in the article, to select and mark by keys"),
            ("T", "mark by typing the words"),
            ("G", "all places with the same words"),
            ("Alt →  Alt ←", "move the end by a word; with Ctrl by a letter"),
            ("Alt Shift →  Alt Shift ←", "move the start"),
            ("M", "merge with the next"),
            ("K", "the selected words are the cue of the selected quotation"),
            ("Del", "delete the mark"),
        ],
    ),
    ("Keeping", &[("Ctrl S", "take a file away"), ("J  Shift J", "next, previous article of the list")]),
    (
        "With the caret",
        &[
            ("←  →", "by word; with Alt by letter, with Ctrl by sentence"),
            ("↑  ↓", "by line; with Ctrl by paragraph"),
            ("Home  End", "to the ends of the paragraph; with Ctrl of the article"),
            ("Shift", "with any of them selects"),
            ("Enter", "takes the mark here; again, the next larger one"),
            ("Esc", "leaves"),
        ],
    ),
    (
        "Looking",
        &[
            ("V", "what a screen reader hears of the marks"),
            ("H", "hold for the bare text"),
            ("+  −", "larger, smaller type"),
            ("W", "who said what"),
            ("B", "before and after"),
            ("?", "this sheet"),
        ],
    ),
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
            // Pressed in the page's own search, the key is the browser's: there are two ways to find.
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
                ("f", false) if state.dialog.with_untracked(Option::is_none) => find::open(state),
                _ if state.caret.with_untracked(Option::is_some) && mark::caret::pressed(state, &event) => {}
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
        ("n", true) => state.step_waiting(false),
        ("p", true) => state.step_waiting(true),
        ("q", back) => state.step(back, |a| a.layer == Layer::Quote),
        ("d", back) => state.step(back, |a| a.layer == Layer::Artifact && !crate::app::runs::is_structure(a)),
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
        ("/", _) => find::open(state),
        ("r", false) => {
            state.tab.set(Tab::Review);
            state.sheet_open.set(true);
            state.step_waiting(false);
        }
        ("v", false) => next_voice(state),
        ("j", back) => return keep::neighbours::go(state, back),
        ("+" | "=", _) => comfort::step(true),
        ("-", false) => comfort::step(false),
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

/// The next of the three ways in which a screen reader hears the marks.
fn next_voice(state: AppState) {
    let (voice, told) = match state.voice.get_untracked() {
        Voice::Off => (Voice::Quotations, "Quotations and their speakers are announced."),
        Voice::Quotations => (Voice::Everything, "Quotations and names are announced."),
        Voice::Everything => (Voice::Off, "Marks are not announced."),
    };
    state.voice.set(voice);
    dom::keep_setting("voice", voice.name());
    state.say(told);
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
    if state.chosen.with_untracked(Option::is_some) && state.caret.with_untracked(Option::is_none) {
        screen::select_nothing();
        state.chosen.set(None);
        return;
    }
    if state.paint.with_untracked(|p| *p != mark::Paint::Off) {
        mark::paint::stop(state);
        return;
    }
    if state.caret.with_untracked(Option::is_some) {
        mark::caret::leave(state);
        screen::select_nothing();
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
    let hear = move |event: web_sys::Event| {
        let voice = match event_target_value(&event).as_str() {
            "off" => Voice::Off,
            "everything" => Voice::Everything,
            _ => Voice::Quotations,
        };
        state.voice.set(voice);
        dom::keep_setting("voice", voice.name());
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
            <div class="row">
                <label class="check"><input type="checkbox" prop:checked=move || state.keys_on.get() on:change=switch/>"Single keys act"</label>
                <label>"A screen reader hears "<select on:change=hear>
                    {[(Voice::Off, "the bare text"), (Voice::Quotations, "quotations and who speaks"), (Voice::Everything, "quotations and names")].map(|(v, name)| view! { <option value=v.name() selected=move || state.voice.get() == v>{name}</option> }).collect_view()}
                </select></label>
            </div>
        </Window>
    }
}
