//! A caret in the article: the way to select and mark by keys alone. The text itself cannot be typed into.

use leptos::prelude::*;

use super::super::state::AppState;
use super::super::{screen, words};
use super::paint;
use crate::annotation::{Unit, stepped};
use crate::app::blocks::block_at;
use crate::app::groups::label_name;
use crate::app::hand::{Caret, Chosen, Paint};
use crate::text::Span;

/// On or off. It begins at the selected mark, or where the article can be seen.
pub(in crate::app::ui) fn toggle(state: AppState) {
    if state.marking.caret.with_untracked(Option::is_some) {
        leave(state);
        return;
    }
    let selected = state.selection.selected.with_untracked(|id| {
        let id = id.as_ref()?;
        state.desk.with_untracked(|d| d.as_ref()?.annotation(id).map(|a| a.span.start()))
    });
    let Some(at) = selected.or_else(|| screen::first_in_view(state)) else { return };
    let at = in_block(state, at, false);
    state.marking.caret.set(Some(Caret::at(at)));
    state.windows.panel_open.set(false);
    let here = state.desk.with_untracked(|d| d.as_ref().map(|d| told(state, d.text(), at, Unit::Word))).unwrap_or_default();
    state.notices.spoken.set(format!("Caret on. Arrows go by word, with Alt by letter. {here}"));
}

/// Off.
pub(in crate::app::ui) fn leave(state: AppState) {
    state.marking.caret.set(None);
    state.notices.spoken.set("Caret off.".into());
}

/// Puts the caret where the mouse clicked.
pub(in crate::app::ui) fn put(state: AppState, at: usize) {
    let at = in_block(state, at, false);
    state.marking.caret.set(Some(Caret::at(at)));
}

/// `at`, or the next place (the last, going `back`) that is on the sheet: blank lines are not.
fn in_block(state: AppState, at: usize, back: bool) -> usize {
    state.desk.blocks.with_untracked(|blocks| {
        let Some(n) = block_at(blocks, at) else { return blocks.first().map_or(0, |b| b.span.start()) };
        if at <= blocks[n].span.end() {
            return at;
        }
        match blocks.get(n + 1) {
            Some(next) if !back => next.span.start(),
            _ => blocks[n].span.end(),
        }
    })
}

/// What a key does while the caret is on; false where it does nothing of its own.
pub(in crate::app::ui) fn pressed(state: AppState, event: &web_sys::KeyboardEvent) -> bool {
    let Some(caret) = state.marking.caret.get_untracked() else { return false };
    let key = event.key();
    let (control, alt) = (event.ctrl_key() || event.meta_key(), event.alt_key());
    if key == "Enter" && !control && !alt {
        if matches!(state.marking.paint.get_untracked(), Paint::With(_)) && paint::apply(state) {
            return true;
        }
        state.pick(caret.at);
        return true;
    }
    let back = matches!(key.as_str(), "ArrowLeft" | "ArrowUp" | "Home" | "PageUp");
    let to = state.desk.with_untracked(|d| {
        let text = d.as_ref()?.text();
        let step = |unit: Unit| Some((stepped(text, caret.at, unit, back), unit));
        match (key.as_str(), control, alt) {
            ("ArrowLeft" | "ArrowRight", false, true) => step(Unit::Letter),
            ("ArrowLeft" | "ArrowRight", false, false) => step(Unit::Word),
            ("ArrowLeft" | "ArrowRight", true, false) => step(Unit::Sentence),
            ("ArrowUp" | "ArrowDown", false, false) => line(state, caret.at, back).map(|at| (at, Unit::Word)).or_else(|| step(Unit::Paragraph)),
            ("ArrowUp" | "ArrowDown", true, false) => step(Unit::Paragraph),
            ("Home" | "End", true, false) => Some((if back { 0 } else { text.len() }, Unit::Paragraph)),
            ("Home" | "End", false, false) => {
                let block = state.desk.blocks.with_untracked(|b| block_at(b, caret.at).map(|n| b[n].span))?;
                Some((if back { block.start() } else { block.end() }, Unit::Word))
            }
            _ => None,
        }
    });
    let Some((to, unit)) = to else { return false };
    go(state, caret, in_block(state, to, back), event.shift_key(), unit);
    true
}

fn go(state: AppState, caret: Caret, to: usize, extend: bool, unit: Unit) {
    let caret = caret.moved(to, extend);
    state.marking.caret.set(Some(caret));
    let span = caret.span();
    screen::reveal(state, Span::new(to, to), false);
    let chosen = state.desk.with_untracked(|d| {
        let text = d.as_ref()?.text();
        (!span.is_empty()).then(|| Chosen::of(text, span)).flatten()
    });
    state.marking.chosen.set(chosen);
    match chosen {
        Some(chosen) => screen::select(state, chosen.exact, caret.is_back()),
        None => screen::select_nothing(),
    }
    let said = state.desk.with_untracked(|d| {
        let text = d.as_ref()?.text();
        Some(match chosen {
            Some(_) => format!("{}, selected", words::excerpt(span.of(text).trim(), 120)),
            None => told(state, text, to, unit),
        })
    });
    state.notices.spoken.set(said.unwrap_or_default());
}

/// What stands at `at`, and which marks are there: "Lena; person".
fn told(state: AppState, text: &str, at: usize, unit: Unit) -> String {
    let end = match unit {
        Unit::Letter => stepped(text, at, Unit::Letter, false),
        Unit::Word => stepped(text, at, Unit::Word, false),
        _ => stepped(text, at, Unit::Sentence, false),
    };
    let mut told = words::excerpt(text[at..end].trim(), 160);
    if told.is_empty() {
        told.push_str("end of the article");
    }
    for annotation in state.stack(at) {
        told.push_str(&format!("; {}", label_name(&annotation).to_lowercase()));
    }
    told
}

/// The place one line up or down, under the caret as it is drawn.
fn line(state: AppState, at: usize, up: bool) -> Option<usize> {
    let (x, top, height) = screen::caret_box(state, at)?;
    for step in 1..=6 {
        let by = height * 0.6 * f64::from(step);
        let y = top + height / 2.0 + if up { -by } else { by };
        let Some(place) = screen::place_at(state, x, y) else { continue };
        if screen::caret_box(state, place).is_some_and(|(_, other, _)| (other - top).abs() > height / 2.0) {
            return Some(place);
        }
    }
    None
}
