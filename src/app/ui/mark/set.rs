//! Words become a mark, a speaker, a cue.

use leptos::prelude::*;

use super::super::screen;
use super::super::state::AppState;
use super::super::words::excerpt;
use crate::annotation::{Layer, Matching, RelationKind, Source, Status, occurrences};
use crate::app::hand::{Caret, Chosen, taken_out};
use crate::app::labels::Tag;
use crate::text::Span;

/// Marks what is chosen, and selects the new mark.
pub(in crate::app::ui) fn set(state: AppState, chosen: Chosen, tag: &Tag, exactly: bool) {
    let (layer, label) = (tag.layer, tag.label.as_str());
    let Some(span) = state.desk.with_untracked(|d| d.as_ref().map(|d| chosen.span(d.text(), layer, exactly))) else { return };
    // A cue belongs to the quotation that is selected.
    let quote = state
        .selection
        .selected
        .get_untracked()
        .filter(|id| state.desk.with_untracked(|d| d.as_ref().and_then(|d| d.annotation(id)).is_some_and(|a| a.layer == Layer::Quote)));
    let changed = match (layer, &quote) {
        (Layer::Cue, Some(quote)) => state.gesture(|d| d.set_cue(quote, Some(span))),
        _ => state.gesture(|d| d.add_all(layer, label, &[span], &tag.attributes())),
    };
    screen::select_nothing();
    state.marking.chosen.set(None);
    if let Some(caret) = state.marking.caret.get_untracked() {
        state.marking.caret.set(Some(Caret::at(caret.at)));
    }
    match changed.and_then(|c| c.ids.first().cloned()) {
        Some(id) => {
            state.select_quietly(&id);
            say_marked(state, tag, span);
        }
        None => state.notices.spoken.set(format!("Marked as {} already.", tag.name.to_lowercase())),
    }
}

/// "Marked as person: Lena Ortiz. 3 more places with the same words."
fn say_marked(state: AppState, tag: &Tag, span: Span) {
    let told = state.desk.with_untracked(|d| {
        let d = d.as_ref()?;
        let words = d.text().get(span.range())?;
        let mut told = format!("Marked as {}: {}.", tag.name.to_lowercase(), excerpt(words, 60));
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
        state.notices.spoken.set(told);
    }
}

/// Takes the selected words out of the text; false where none are.
pub(in crate::app::ui) fn remove(state: AppState) -> bool {
    let Some(chosen) = state.marking.chosen.get_untracked() else { return false };
    let Some(span) = state.desk.with_untracked(|d| d.as_ref().map(|d| taken_out(d.text(), chosen.exact))) else { return false };
    screen::select_nothing();
    state.marking.chosen.set(None);
    if let Some(changed) = state.try_gesture(|d| d.replace(span, "")) {
        state.say_with_undo(format!("{}.", changed.name));
    }
    true
}

/// Makes the selected words the speaker or the addressee of the selected quotation.
pub(super) fn source(state: AppState, kind: RelationKind) {
    let (Some(quote), Some(chosen)) = (state.selected_quote(), state.marking.chosen.get_untracked()) else { return };
    let words = Source::Words(chosen.snapped);
    state.gesture(|d| if kind == RelationKind::Speaker { d.set_speaker(&quote, words) } else { d.set_addressee(&quote, words) });
    screen::select_nothing();
    state.marking.chosen.set(None);
}

/// Gives what is selected another label of its layer.
pub(in crate::app::ui) fn relabel(state: AppState, tag: &Tag) -> bool {
    let Some(id) = state.selection.selected.get_untracked() else { return false };
    let same = state.desk.with_untracked(|d| d.as_ref().and_then(|d| d.annotation(&id)).is_some_and(|a| a.layer == tag.layer && a.layer == Layer::Entity));
    same && state.gesture(|d| d.relabel(&[&id], &tag.label)).is_some()
}
