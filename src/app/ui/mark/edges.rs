//! The edges of a mark, and what else can be done with it.

use leptos::prelude::*;

use super::super::dom;
use super::super::screen;
use super::super::state::{AppState, use_app};
use crate::annotation::{Annotation, Layer, Status, Unit, stepped};
use crate::app::labels::Tag;
use crate::app::shown::Dialog;
use crate::app::ui::dom::{on_click, on_event};
use crate::text::Span;

/// Moves one end of what is selected by a word, or by one grapheme.
pub(in crate::app::ui) fn nudge(state: AppState, start: bool, back: bool, grapheme: bool) -> bool {
    let Some(id) = state.selection.selected.get_untracked() else { return false };
    let moved = state.desk.with_untracked(|d| {
        let d = d.as_ref()?;
        let span = d.annotation(&id)?.span;
        let at = if start { span.start() } else { span.end() };
        let to = if grapheme { Some(stepped(d.text(), at, Unit::Letter, back)) } else { by_word(d.text(), at, back, start) }?;
        let (s, e) = if start { (to, span.end()) } else { (span.start(), to) };
        (s < e).then(|| Span::new(s, e))
    });
    moved.is_some_and(|span| state.gesture(|d| d.move_to(&id, span)).is_some())
}

/// The border of the next word: its start for a start, its end for an end.
fn by_word(text: &str, at: usize, back: bool, start: bool) -> Option<usize> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '\u{300}'..='\u{36f}');
    let borders = |at: usize| {
        let (before, after) = (text[..at].chars().next_back().is_some_and(inside), text[at..].chars().next().is_some_and(inside));
        if start { !before && after } else { before && !after }
    };
    if back {
        text[..at].char_indices().rev().map(|(n, _)| n).find(|n| borders(*n))
    } else {
        text[at..].char_indices().map(|(n, c)| at + n + c.len_utf8()).find(|n| borders(*n))
    }
}

/// Makes what is selected and the next of its layer and label one.
pub(in crate::app::ui) fn merge_next(state: AppState) -> bool {
    let Some(id) = state.selection.selected.get_untracked() else { return false };
    let next = state.desk.with_untracked(|d| {
        let d = d.as_ref()?;
        let this = d.annotation(&id)?;
        let after = |a: &&std::sync::Arc<Annotation>| a.layer == this.layer && a.span.start() >= this.span.end() && a.status != Status::Rejected;
        d.annotations().iter().find(after).map(|a| a.id.clone())
    });
    next.is_some_and(|next| state.gesture(|d| d.merge_annotations(&id, &next)).is_some())
}

/// What else can be done with what is selected: edges, split, merge, all places, note, delete.
#[component]
pub(in crate::app::ui) fn Tools(
    /// What is selected.
    annotation: std::sync::Arc<Annotation>,
) -> impl IntoView {
    let state = use_app();
    let id = StoredValue::new(annotation.id.clone());
    let note = annotation.text_attribute("note").unwrap_or("").to_owned();
    let edges = annotation.layer != Layer::Artifact;
    let split = move |_| {
        let id = id.get_value();
        let middle = state.desk.with_untracked(|d| {
            let d = d.as_ref()?;
            let span = d.annotation(&id)?.span;
            // At the cursor where it is inside, else at the space nearest to the middle.
            let caret = screen::caret(state).filter(|at| span.start() < *at && *at < span.end());
            let half = span.start() + span.len() / 2;
            let spaces = span.of(d.text()).char_indices().filter(|(_, c)| c.is_whitespace()).map(|(n, _)| span.start() + n);
            caret.or_else(|| spaces.min_by_key(|at| at.abs_diff(half)))
        });
        match middle {
            Some(at) => drop(state.gesture(|d| d.split(&id, at))),
            None => state.say("There is no space in it to split at. Click between two letters of it first."),
        }
    };
    let (layer, label) = (annotation.layer, StoredValue::new(annotation.label.clone()));
    let is_tag = move |tag: &Tag| tag.layer == layer && (layer == Layer::Quote || layer == Layer::Cue || label.with_value(|l| *l == tag.label));
    let known = state.desk.tags.with_untracked(|tags| tags.iter().any(is_tag));
    let recast = move |event: web_sys::Event| {
        let Some(tag) = event_target_value(&event).parse().ok().and_then(|n: usize| state.desk.tags.with_untracked(|t| t.get(n).cloned())) else { return };
        let id = id.get_value();
        let changed = if tag.layer == layer {
            state.gesture(|d| d.relabel(&[&id], &tag.label))
        } else {
            state.gesture(|d| d.recast(&id, tag.layer, &tag.label, &tag.attributes()))
        };
        if let Some(new) = changed.and_then(|c| c.ids.first().cloned()) {
            state.select_quietly(&new);
        }
    };
    let write_note = move |event: web_sys::Event| {
        let note = event_target_value(&event);
        state.gesture(|d| d.set_note(&id.get_value(), &note));
    };
    view! {
        <details class="tools" open=state.windows.tools_open.get_untracked() on:toggle=move |event| state.windows.tools_open.set(dom::is_open(&event))>
            <summary>"Edit the mark"</summary>
            {edges.then(|| view! {
                <div class="row edges" role="group" aria-label="Move the edges by a word">
                    <span>"Start"</span>
                    <button class="icon" aria-label="Start one word back" title="Alt Shift ←" on:click=on_click(move |_| { nudge(state, true, true, false); })>"◂"</button>
                    <button class="icon" aria-label="Start one word on" title="Alt Shift →" on:click=on_click(move |_| { nudge(state, true, false, false); })>"▸"</button>
                    <span>"End"</span>
                    <button class="icon" aria-label="End one word back" title="Alt ←" on:click=on_click(move |_| { nudge(state, false, true, false); })>"◂"</button>
                    <button class="icon" aria-label="End one word on" title="Alt →" on:click=on_click(move |_| { nudge(state, false, false, false); })>"▸"</button>
                </div>
                <div class="row">
                    <button class="btn small" on:click=on_click(split)>"Split"</button>
                    <button class="btn small" on:click=on_click(move |_| { merge_next(state); })>"Merge with next "<kbd>"M"</kbd></button>
                    <button class="btn small" on:click=on_click(move |_| state.windows.dialog.set(Some(Dialog::Everywhere)))>"All places… "<kbd>"G"</kbd></button>
                </div>
            })}
            {(!annotation.is_verdict()).then(|| view! { <div class="fields"><label>"Make it"<select on:change=on_event(recast)>
                {move || state.desk.tags.get().iter().enumerate().map(|(n, tag)| view! { <option value=n.to_string() selected=is_tag(tag)>{tag.name.clone()}</option> }).collect_view()}
                {(!known).then(|| view! { <option value="" selected=true>"…"</option> })}
            </select></label></div> })}
            <label class="note">"Note"<textarea rows="2" prop:value=note on:change=on_event(write_note)></textarea></label>
            <button class="btn small" on:click=on_click(move |_| { state.gesture(|d| d.delete(&[&id.get_value()])); })>"Delete the mark "<kbd>"Del"</kbd></button>
        </details>
    }
}
