//! Marking by hand: words are selected, and the bar at the foot of the sheet offers labels for them. By mouse, by touch,
//! and by key; label first or words first; and every other place with the same words, after a look at them.

mod bar;
pub(super) mod caret;
mod edges;
pub(super) mod handles;
pub(super) mod overlay;
pub(super) mod own;
pub(super) mod paint;
pub(super) mod places;

use leptos::ev;
use leptos::prelude::*;

pub(super) use bar::{MarkBar, Strip};
pub(super) use edges::Tools;
pub(super) use paint::Paint;

use super::dom;
use super::screen;
use super::state::{AppState, Dialog};
use crate::annotation::{Layer, Matching, RelationKind, Source, Status, occurrences, snapped};
use crate::app::labels::Tag;
use crate::text::Span;

/// What is selected to be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    /// As it would be marked: whole words, without the marks around them.
    pub(super) snapped: Span,
    /// Exactly what is selected.
    pub(super) exact: Span,
}

impl Chosen {
    pub(super) fn of(text: &str, exact: Span) -> Option<Self> {
        text.get(exact.range())?;
        Some(Self { snapped: snapped(text, exact)?, exact })
    }

    /// What a label covers: quotations keep their marks, `exactly` keeps everything.
    fn span(self, text: &str, layer: Layer, exactly: bool) -> Span {
        if exactly {
            return self.exact;
        }
        if layer != Layer::Quote && layer != Layer::Artifact {
            return self.snapped;
        }
        // White space alone is trimmed.
        let words = self.exact.of(text);
        let start = self.exact.start() + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len()).cover(self.snapped)
    }
}

/// Follows the browser's selection; it serves mouse, touch, and Shift with the arrows alike.
pub(super) fn listen(state: AppState) {
    let timer: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    let _ = window_event_listener_untyped("selectionchange", move |_| schedule(state, timer));
    // The event comes to the document, and reaches the window in browsers that let it bubble alone.
    let heard = move |_: web_sys::Event| schedule(state, timer);
    dom::on_document("selectionchange", heard);
    let _ = window_event_listener(ev::pointerdown, move |event| state.pointing.set_value(Some(event.pointer_type())));
    let lifted = move |event: &web_sys::Event| {
        state.pointing.set_value(None);
        // The last of a double click's events comes after this one.
        let on_sheet = screen::is_on_sheet(event);
        set_timeout(
            move || {
                if on_sheet {
                    look(state);
                    paint::lifted(state);
                }
                state.deliver_held();
            },
            std::time::Duration::from_millis(30),
        );
    };
    let _ = window_event_listener(ev::pointerup, move |event| lifted(&event));
    let _ = window_event_listener(ev::pointercancel, move |event| lifted(&event));
    handles::listen(state);
    own::paint_groups(state);
    keep_selection(state);
}

fn schedule(state: AppState, timer: StoredValue<Option<TimeoutHandle>>) {
    if let Some(timer) = timer.get_value() {
        timer.clear();
    }
    timer.set_value(set_timeout_with_handle(move || look(state), std::time::Duration::from_millis(120)).ok());
}

/// Takes over what the browser says is selected.
fn look(state: AppState) {
    let chosen = screen::selection(state).and_then(|span| state.desk.with_untracked(|d| d.as_ref().and_then(|d| Chosen::of(d.text(), span))));
    if state.chosen.get_untracked() != chosen {
        state.chosen.set(chosen);
        if chosen.is_some() {
            // On a narrow screen the panel would lie over the bar of labels.
            state.sheet_open.set(false);
            paint::moved(state);
        }
    }
}

/// The browser forgets what was selected where the sheet is drawn anew; it is selected again, unless the text is another.
fn keep_selection(state: AppState) {
    Effect::new(move |before: Option<u64>| {
        let revision = state.desk.with(|d| d.as_ref().map_or(0, |d| d.text_revision()));
        let kept = state.chosen.get_untracked();
        if before != Some(revision) {
            state.chosen.set(None);
            state.caret.set(None);
        } else if let Some(kept) = kept {
            request_animation_frame(move || {
                if state.chosen.get_untracked() == Some(kept) && screen::selection(state) != Some(kept.exact) {
                    let back = state.caret.get_untracked().is_some_and(|c| c.at < c.anchor);
                    screen::select(state, kept.exact, back);
                }
            });
        }
        revision
    });
}

/// Marks what is chosen, and selects the new mark.
pub(super) fn set(state: AppState, chosen: Chosen, tag: &Tag, exactly: bool) {
    let (layer, label) = (tag.layer, tag.label.as_str());
    let Some(span) = state.desk.with_untracked(|d| d.as_ref().map(|d| chosen.span(d.text(), layer, exactly))) else { return };
    // A cue belongs to the quotation that is selected.
    let quote = state
        .selected
        .get_untracked()
        .filter(|id| state.desk.with_untracked(|d| d.as_ref().and_then(|d| d.annotation(id)).is_some_and(|a| a.layer == Layer::Quote)));
    let changed = match (layer, &quote) {
        (Layer::Cue, Some(quote)) => state.gesture(|d| d.set_cue(quote, Some(span))),
        _ => state.gesture(|d| d.add_all(layer, label, &[span], &tag.attributes())),
    };
    screen::select_nothing();
    state.chosen.set(None);
    if let Some(caret) = state.caret.get_untracked() {
        state.caret.set(Some(caret::Caret { anchor: caret.at, ..caret }));
    }
    match changed.and_then(|c| c.ids.first().cloned()) {
        Some(id) => {
            state.select_quietly(&id);
            say_marked(state, tag, span);
        }
        None => state.spoken.set(format!("Marked as {} already.", tag.name.to_lowercase())),
    }
}

/// "Marked as person: Lena Ortiz. 3 more places with the same words."
fn say_marked(state: AppState, tag: &Tag, span: Span) {
    let told = state.desk.with_untracked(|d| {
        let d = d.as_ref()?;
        let words = d.text().get(span.range())?;
        let mut told = format!("Marked as {}: {}.", tag.name.to_lowercase(), super::words::excerpt(words, 60));
        if words.len() < 80 && d.text().len() < 400_000 {
            let marked = |s: &Span| d.annotations().iter().any(|a| a.layer == tag.layer && a.span == *s && a.status != Status::Rejected);
            match occurrences(d.text(), words, Matching::default()).iter().filter(|s| !marked(s)).count() {
                0 => {}
                1 => told.push_str(" 1 more place with the same words."),
                n => told.push_str(&format!(" {n} more places with the same words.")),
            }
        }
        Some(told)
    });
    if let Some(told) = told {
        state.spoken.set(told);
    }
}

/// Makes the selected words the speaker or the addressee of the selected quotation.
fn source(state: AppState, kind: RelationKind) {
    let (Some(quote), Some(chosen)) = (state.selected_quote(), state.chosen.get_untracked()) else { return };
    let words = Source::Words(chosen.snapped);
    state.gesture(|d| if kind == RelationKind::Speaker { d.set_speaker(&quote, words) } else { d.set_addressee(&quote, words) });
    screen::select_nothing();
    state.chosen.set(None);
}

/// A key of the set that marks and edits; false where it means nothing here.
pub(super) fn pressed(state: AppState, event: &web_sys::KeyboardEvent) -> bool {
    let key = event.key();
    if state.caret.with_untracked(Option::is_some) && caret::pressed(state, event) {
        return true;
    }
    let tags = state.tags.get_untracked();
    // With Alt or Shift keyboards write another sign; the key itself is the same. Some browsers keep Alt and a digit for
    // themselves, so that Shift does the same.
    let exactly = event.alt_key() || event.shift_key();
    let code = event.code();
    // Where a layout has a key of the page's on a digit, it is that.
    let own_sign = matches!(key.as_str(), "/" | "?" | "[" | "]");
    let typed = match code.strip_prefix("Digit").or(code.strip_prefix("Key").filter(|_| event.alt_key())) {
        Some(sign) if exactly && !own_sign => sign.to_lowercase(),
        _ => key.to_lowercase(),
    };
    let tag = tags.iter().find(|t| t.key.is_some_and(|k| typed.chars().eq([k])));
    if let (Some(tag), false) = (tag, event.ctrl_key() || event.meta_key()) {
        return label_key(state, tag, exactly);
    }
    if event.alt_key() {
        let back = match key.as_str() {
            "ArrowLeft" => true,
            "ArrowRight" => false,
            _ => return false,
        };
        return edges::nudge(state, event.shift_key(), back, event.ctrl_key() || event.meta_key());
    }
    match (key.to_lowercase().as_str(), event.shift_key()) {
        ("delete" | "backspace", _) => {
            let Some(id) = state.selected.get_untracked() else { return false };
            state.gesture(|d| d.delete(&[&id])).is_some()
        }
        ("g", false) if state.selected.with_untracked(Option::is_some) => {
            state.dialog.set(Some(Dialog::Everywhere));
            true
        }
        ("m", false) => edges::merge_next(state),
        ("k", false) => match (state.selected_quote(), state.chosen.get_untracked(), tags.iter().find(|t| t.layer == Layer::Cue)) {
            (Some(_), Some(chosen), Some(cue)) => {
                set(state, chosen, cue, false);
                true
            }
            _ => false,
        },
        ("t", false) => {
            state.dialog.set(Some(Dialog::ByText));
            true
        }
        ("l", false) => {
            paint::choose(state);
            true
        }
        ("c", false) => {
            caret::toggle(state);
            true
        }
        _ => false,
    }
}

/// What the key of a label does: it is chosen to paint with, marks what is selected, or relabels the selected mark.
fn label_key(state: AppState, tag: &Tag, exactly: bool) -> bool {
    if state.paint.with_untracked(|p| *p == Paint::Choosing) {
        paint::with(state, tag.clone());
        return true;
    }
    if let Some(chosen) = state.chosen.get_untracked() {
        set(state, chosen, tag, exactly);
        return true;
    }
    if state.paint.with_untracked(|p| *p != Paint::Off) {
        paint::with(state, tag.clone());
        return true;
    }
    relabel(state, tag)
}

/// Gives what is selected another label of its layer.
fn relabel(state: AppState, tag: &Tag) -> bool {
    let Some(id) = state.selected.get_untracked() else { return false };
    let same = state.desk.with_untracked(|d| d.as_ref().and_then(|d| d.annotation(&id)).is_some_and(|a| a.layer == tag.layer && a.layer == Layer::Entity));
    same && state.gesture(|d| d.relabel(&[&id], &tag.label)).is_some()
}
