//! Keys: what a press means stands in [`commands`]; here it is done.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::keep::{Keeper, neighbours};
use super::state::AppState;
use super::{comfort, dom, find, house, mark, screen};
use crate::annotation::{Layer, Source};
use crate::app::commands::{Command, Held, Way, command};
use crate::app::finding::is_structure;
use crate::app::hand::Paint;
use crate::app::labels::Tag;
use crate::app::shown::{Dialog, Tab};

/// Listens to the keys of the whole page.
pub(super) fn listen(state: AppState, keeper: Keeper) {
    let _ = window_event_listener(ev::keydown, move |event| {
        if state.desk.with_untracked(Option::is_some) && pressed(state, keeper, &event) {
            event.prevent_default();
        }
    });
    let _ = window_event_listener(ev::keyup, move |event| {
        if event.key().eq_ignore_ascii_case("h") {
            state.sheet.clean.set(false);
        }
    });
    let _ = window_event_listener(ev::blur, move |_| state.sheet.clean.set(false));
}

/// Does what a key says; false where it says nothing, or is the browser's.
fn pressed(state: AppState, keeper: Keeper, event: &KeyboardEvent) -> bool {
    let held = Held { control: event.ctrl_key() || event.meta_key(), alt: event.alt_key(), shift: event.shift_key() };
    let key = event.key();
    let means = command(&key, held);
    if means == Some(Command::Leave) {
        leave(state);
        return false;
    }
    // Pressed in the page's own search, Ctrl F is the browser's: there are two ways to find.
    if in_field(event) {
        return false;
    }
    let open = state.windows.dialog.with_untracked(Option::is_some);
    // What takes back what is seen behind a window may be pressed over it.
    let over_window = matches!(means, Some(Command::Undo | Command::Redo | Command::Export));
    if open && !over_window || !held.control && !state.windows.keys_on.get_untracked() {
        return false;
    }
    if state.marking.caret.with_untracked(Option::is_some) && mark::caret::pressed(state, event) {
        return true;
    }
    if let Some(tag) = label_of(state, event, held) {
        return give_label(state, &tag, held.alt || held.shift);
    }
    means.is_some_and(|means| run(state, keeper, means, event))
}

/// Does it; false where there is nothing to do it to.
fn run(state: AppState, keeper: Keeper, command: Command, event: &KeyboardEvent) -> bool {
    let selected = state.selection.selected.get_untracked();
    let show = |dialog: Dialog| state.windows.dialog.set(Some(dialog));
    match command {
        Command::Step(way) => state.step(way == Way::Back, |_| true),
        Command::StepWaiting(way) => state.step_waiting(way == Way::Back),
        Command::StepQuotation(way) => state.step(way == Way::Back, |a| a.layer == Layer::Quote),
        Command::StepDamage(way) => state.step(way == Way::Back, |a| a.layer == Layer::Artifact && !is_structure(a)),
        Command::StepMention(way) => same_entity(state, way == Way::Back),
        Command::Cycle(way) => state.cycle(way == Way::On),
        Command::Find => find::open(state),
        Command::Review => {
            state.windows.tab.set(Tab::Review);
            state.windows.panel_open.set(true);
            state.step_waiting(false);
        }
        Command::Card => return to_card(state, event),
        Command::Leave => leave(state),
        Command::Accept => state.accept(),
        Command::Reject => state.reject(),
        Command::Repair => state.repair_selected(),
        Command::RepairAlike | Command::DismissAlike => {
            let Some(id) = selected else { return false };
            let repairs = command == Command::RepairAlike;
            let ids = state.alike(&id, repairs);
            if repairs { drop(state.repair(&ids)) } else { state.dismiss(&ids) }
        }
        Command::Speaker => state.choose_speaker(),
        Command::SpeakerUnknown => {
            let Some(quote) = state.selection.choosing_speaker.get_untracked().or(selected) else { return false };
            state.set_speaker(&quote, Source::Unknown);
        }
        Command::Undo => state.undo(),
        Command::Redo => state.redo(),
        Command::LabelFirst => mark::paint::choose(state),
        Command::Caret => mark::caret::toggle(state),
        Command::ByTyping => show(Dialog::ByText),
        Command::Everywhere if selected.is_none() => return false,
        Command::Everywhere => show(Dialog::Everywhere),
        Command::Rule => house::open(state, true),
        Command::Nudge { start, back, letter } => return mark::edges::nudge(state, start, back, letter),
        Command::Merge => return mark::edges::merge_next(state),
        Command::Cue => return mark_cue(state),
        Command::Delete => {
            if mark::set::remove(state) {
                return true;
            }
            let Some(id) = selected else { return false };
            return state.gesture(|d| d.delete(&[&id])).is_some();
        }
        Command::Export => show(Dialog::Export),
        Command::Article(way) => return neighbours::go(state, keeper, way == Way::Back),
        Command::Voice => {
            let (voice, told) = state.sheet.voice.get_untracked().next();
            state.hear(voice);
            state.say(told);
        }
        Command::Bare => state.sheet.clean.set(true),
        Command::Type(way) => comfort::step(way == Way::On),
        Command::Said => show(Dialog::Said),
        Command::Compare => show(Dialog::Compare),
        Command::Keys => show(Dialog::Keys),
    }
    true
}

/// The label whose key is pressed. With Alt or Shift keyboards write another sign; the key itself is the same. Some browsers
/// keep Alt and a digit for themselves, so that Shift does the same.
fn label_of(state: AppState, event: &KeyboardEvent, held: Held) -> Option<Tag> {
    if held.control {
        return None;
    }
    let (key, code) = (event.key(), event.code());
    // Where a layout has a key of the page's on a digit, it is that.
    let own_sign = matches!(key.as_str(), "/" | "?" | "[" | "]");
    let typed = match code.strip_prefix("Digit").or(code.strip_prefix("Key").filter(|_| held.alt)) {
        Some(sign) if (held.alt || held.shift) && !own_sign => sign.to_lowercase(),
        _ => key.to_lowercase(),
    };
    state.desk.tags.with_untracked(|tags| tags.iter().find(|t| t.key.is_some_and(|k| typed.chars().eq([k]))).cloned())
}

/// What the key of a label does: it is chosen to paint with, marks what is selected, or relabels the selected mark.
fn give_label(state: AppState, tag: &Tag, exactly: bool) -> bool {
    if state.marking.paint.with_untracked(|p| *p == Paint::Choosing) {
        mark::paint::with(state, tag.clone());
        return true;
    }
    if let Some(chosen) = state.marking.chosen.get_untracked() {
        mark::set::set(state, chosen, tag, exactly);
        return true;
    }
    if state.marking.paint.with_untracked(|p| *p != Paint::Off) {
        mark::paint::with(state, tag.clone());
        return true;
    }
    mark::set::relabel(state, tag)
}

/// The selected words are the cue of the selected quotation.
fn mark_cue(state: AppState) -> bool {
    let cue = state.desk.tags.with_untracked(|tags| tags.iter().find(|t| t.layer == Layer::Cue).cloned());
    let (Some(_), Some(chosen), Some(cue)) = (state.selected_quote_untracked(), state.marking.chosen.get_untracked(), cue) else { return false };
    mark::set::set(state, chosen, &cue, false);
    true
}

/// The focus goes to the card; a button that has the focus takes Enter for itself.
fn to_card(state: AppState, event: &KeyboardEvent) -> bool {
    let on_control = target(event).is_some_and(|t| t.closest("button, a, summary").ok().flatten().is_some());
    if on_control || state.selection.selected.with_untracked(Option::is_none) {
        return false;
    }
    let Some(card) = dom::by_id("card") else { return false };
    let _ = card.focus();
    true
}

/// The next mention of the entity that is selected.
fn same_entity(state: AppState, back: bool) {
    let entity = state.selection.selected.with_untracked(|id| {
        let id = id.as_ref()?;
        state.desk.with_untracked(|d| d.as_ref()?.annotation(id)?.text_attribute("entity").map(ToOwned::to_owned))
    });
    match entity {
        Some(entity) => state.step(back, move |a| a.layer == Layer::Entity && a.text_attribute("entity") == Some(&entity)),
        None => state.step(back, |a| a.layer == Layer::Entity),
    }
}

/// Back, a step at a time: out of what is being done, out of a panel, and at last nothing is selected.
fn leave(state: AppState) {
    if state.windows.dialog.with_untracked(Option::is_some) {
        return;
    }
    if state.selection.choosing_speaker.with_untracked(Option::is_some) {
        state.selection.choosing_speaker.set(None);
        return;
    }
    if state.marking.chosen.with_untracked(Option::is_some) && state.marking.caret.with_untracked(Option::is_none) {
        screen::select_nothing();
        state.marking.chosen.set(None);
        return;
    }
    if state.marking.paint.with_untracked(|p| *p != Paint::Off) {
        mark::paint::stop(state);
        return;
    }
    if state.marking.caret.with_untracked(Option::is_some) {
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

fn target(event: &KeyboardEvent) -> Option<Element> {
    event.target().and_then(|t| t.dyn_into().ok())
}

/// True in a box that takes its own keys.
fn in_field(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|t| t.closest("input, textarea, select, [contenteditable]").ok().flatten().is_some())
}
