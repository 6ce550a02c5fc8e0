//! Marking by hand: words are selected, and the bar at the foot of the sheet offers labels for them. By mouse, by touch,
//! and by key; and every other place with the same words, after a look at them.

use leptos::ev;
use leptos::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

use super::state::{AppState, Dialog, use_app};
use super::words::{count, excerpt};
use super::{Window, dom};
use crate::annotation::{Annotation, Attributes, Layer, Matching, RelationKind, Source, Status, Value, Workspace, occurrences, snapped};
use crate::text::Span;

/// The labels that keys and the bar set: key, layer, label, name, and the group that colours it.
pub(super) const LABELS: &[(&str, Layer, &str, &str, &str)] = &[
    ("1", Layer::Entity, "PERSON", "Person", "person"),
    ("2", Layer::Entity, "ORG", "Organisation", "org"),
    ("3", Layer::Entity, "LOC", "Place", "loc"),
    ("4", Layer::Entity, "DATE", "Date, time", "time"),
    ("5", Layer::Entity, "MISC", "Other", "misc"),
    ("6", Layer::Quote, "QUOTE", "Quotation", "quote"),
    ("7", Layer::Cue, "CUE", "Cue", "cue"),
    ("8", Layer::Artifact, "manual.damage", "Damage", "damage"),
];

/// What is selected to be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    /// As it would be marked: whole words, without the marks around them.
    pub(super) snapped: Span,
    /// Exactly what is selected.
    pub(super) exact: Span,
}

impl Chosen {
    fn of(text: &str, exact: Span) -> Option<Self> {
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
    let _ = window_event_listener(ev::mouseup, move |_| schedule(state, timer));
}

fn schedule(state: AppState, timer: StoredValue<Option<TimeoutHandle>>) {
    if let Some(timer) = timer.get_value() {
        timer.clear();
    }
    let look = move || {
        let chosen = dom::selection(state).and_then(|span| state.desk.with_untracked(|d| d.as_ref().and_then(|d| Chosen::of(d.text(), span))));
        if state.chosen.get_untracked() == chosen {
            return;
        }
        state.chosen.set(chosen);
    };
    timer.set_value(set_timeout_with_handle(look, std::time::Duration::from_millis(120)).ok());
}

/// Marks what is chosen, and selects the new mark.
pub(super) fn set(state: AppState, chosen: Chosen, layer: Layer, label: &str, exactly: bool) {
    let Some(span) = state.desk.with_untracked(|d| d.as_ref().map(|d| chosen.span(d.text(), layer, exactly))) else { return };
    let mut attributes = Attributes::new();
    if layer == Layer::Quote {
        attributes.insert("kind".into(), "direct".into());
    } else if layer == Layer::Artifact {
        attributes.insert("message".into(), "Marked by hand".into());
        attributes.insert("severity".into(), "medium".into());
        attributes.insert("fix".into(), Value::Null);
        attributes.insert("tier".into(), "finding".into());
    }
    // A cue belongs to the quotation that is selected.
    let quote = state
        .selected
        .get_untracked()
        .filter(|id| state.desk.with_untracked(|d| d.as_ref().and_then(|d| d.annotation(id)).is_some_and(|a| a.layer == Layer::Quote)));
    let changed = match (layer, &quote) {
        (Layer::Cue, Some(quote)) => state.gesture(|d| d.set_cue(quote, Some(span))),
        _ => state.gesture(|d| d.add_all(layer, label, &[span], &attributes)),
    };
    dom::select_nothing();
    state.chosen.set(None);
    if let Some(id) = changed.and_then(|c| c.ids.first().cloned()) {
        state.select(&id);
    }
}

/// The bar of labels, while words are selected.
#[component]
pub(super) fn MarkBar() -> impl IntoView {
    let state = use_app();
    let words = move || {
        let chosen = state.chosen.get()?;
        state.desk.with(|d| d.as_ref().and_then(|d| d.text().get(chosen.snapped.range()).map(|w| excerpt(w, 60))))
    };
    let as_speaker = move || state.selected_quote();
    view! {
        <Show when=move || { state.chosen.with(Option::is_some) && !state.editing.get() }>
            <div class="mark-bar" role="toolbar" aria-label="Mark the selected words" on:mousedown=move |event| event.prevent_default()>
                <span class="mark-words">{move || words().map(|w| format!("“{w}”"))}</span>
                {LABELS.iter().map(|(key, layer, label, name, group)| view! {
                    <button class="btn small" title=format!("{name}; with Alt, exactly what is selected") on:click=move |event| if let Some(chosen) = state.chosen.get_untracked() { set(state, chosen, *layer, label, event.alt_key()) }>
                        <b class=format!("sw {group}") aria-hidden="true"></b>{*name}" "<kbd>{*key}</kbd>
                    </button>
                }).collect_view()}
                <Show when=move || as_speaker().is_some()>
                    <button class="btn small" on:click=move |_| source(state, RelationKind::Speaker)>"Its speaker"</button>
                    <button class="btn small" on:click=move |_| source(state, RelationKind::Addressee)>"Its addressee"</button>
                </Show>
                <button class="btn small" on:click=move |_| { state.editing.set(true); }>"Edit text"</button>
            </div>
        </Show>
    }
}

/// Makes the selected words the speaker or the addressee of the selected quotation.
fn source(state: AppState, kind: RelationKind) {
    let (Some(quote), Some(chosen)) = (state.selected_quote(), state.chosen.get_untracked()) else { return };
    let words = Source::Words(chosen.snapped);
    state.gesture(|d| if kind == RelationKind::Speaker { d.set_speaker(&quote, words) } else { d.set_addressee(&quote, words) });
    dom::select_nothing();
    state.chosen.set(None);
}

/// A key of the set that marks and edits; false where it means nothing here.
pub(super) fn pressed(state: AppState, event: &web_sys::KeyboardEvent) -> bool {
    let key = event.key();
    if event.alt_key() {
        let back = match key.as_str() {
            "ArrowLeft" => true,
            "ArrowRight" => false,
            _ => return false,
        };
        return nudge(state, event.shift_key(), back, event.ctrl_key() || event.meta_key());
    }
    let digit = LABELS.iter().position(|(k, ..)| *k == key);
    if let (Some(n), false) = (digit, event.shift_key()) {
        let (_, layer, label, ..) = LABELS[n];
        if let Some(chosen) = state.chosen.get_untracked() {
            set(state, chosen, layer, label, false);
            return true;
        }
        return relabel(state, layer, label);
    }
    match key.to_lowercase().as_str() {
        "delete" | "backspace" => {
            let Some(id) = state.selected.get_untracked() else { return false };
            state.gesture(|d| d.delete(&[&id])).is_some()
        }
        "g" if state.selected.with_untracked(Option::is_some) => {
            state.dialog.set(Some(Dialog::Everywhere));
            true
        }
        "m" => merge_next(state),
        "k" => match (state.selected_quote(), state.chosen.get_untracked()) {
            (Some(_), Some(chosen)) => {
                set(state, chosen, Layer::Cue, "CUE", false);
                true
            }
            _ => false,
        },
        "t" => {
            state.dialog.set(Some(Dialog::ByText));
            true
        }
        _ => false,
    }
}

/// Gives what is selected another label of its layer.
fn relabel(state: AppState, layer: Layer, label: &str) -> bool {
    let Some(id) = state.selected.get_untracked() else { return false };
    let same = state.desk.with_untracked(|d| d.as_ref().and_then(|d| d.annotation(&id)).is_some_and(|a| a.layer == layer && layer == Layer::Entity));
    same && state.gesture(|d| d.relabel(&[&id], label)).is_some()
}

/// Moves one end of what is selected by a word, or by one grapheme.
pub(super) fn nudge(state: AppState, start: bool, back: bool, grapheme: bool) -> bool {
    let Some(id) = state.selected.get_untracked() else { return false };
    let moved = state.desk.with_untracked(|d| {
        let d = d.as_ref()?;
        let span = d.annotation(&id)?.span;
        let at = if start { span.start() } else { span.end() };
        let to = if grapheme { by_grapheme(d.text(), at, back) } else { by_word(d.text(), at, back, start) }?;
        let (s, e) = if start { (to, span.end()) } else { (span.start(), to) };
        (s < e).then(|| Span::new(s, e))
    });
    moved.is_some_and(|span| state.gesture(|d| d.move_to(&id, span)).is_some())
}

fn by_grapheme(text: &str, at: usize, back: bool) -> Option<usize> {
    if back { text[..at].graphemes(true).next_back().map(|g| at - g.len()) } else { text[at..].graphemes(true).next().map(|g| at + g.len()) }
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
fn merge_next(state: AppState) -> bool {
    let Some(id) = state.selected.get_untracked() else { return false };
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
pub(super) fn Tools(
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
            let caret = dom::caret(state).filter(|at| span.start() < *at && *at < span.end());
            let half = span.start() + span.len() / 2;
            let spaces = span.of(d.text()).char_indices().filter(|(_, c)| c.is_whitespace()).map(|(n, _)| span.start() + n);
            caret.or_else(|| spaces.min_by_key(|at| at.abs_diff(half)))
        });
        match middle {
            Some(at) => drop(state.gesture(|d| d.split(&id, at))),
            None => state.say("There is no space in it to split at. Click between two letters of it first."),
        }
    };
    let write_note = move |event: web_sys::Event| {
        let note = event_target_value(&event);
        state.gesture(|d| d.set_note(&id.get_value(), &note));
    };
    view! {
        <details class="tools" open=state.tools_open.get_untracked() on:toggle=move |event| state.tools_open.set(dom::is_open(&event))>
            <summary>"Edit the mark"</summary>
            {edges.then(|| view! {
                <div class="row edges" role="group" aria-label="Move the edges by a word">
                    <span>"Start"</span>
                    <button class="icon" aria-label="Start one word back" title="Alt Shift ←" on:click=move |_| { nudge(state, true, true, false); }>"◂"</button>
                    <button class="icon" aria-label="Start one word on" title="Alt Shift →" on:click=move |_| { nudge(state, true, false, false); }>"▸"</button>
                    <span>"End"</span>
                    <button class="icon" aria-label="End one word back" title="Alt ←" on:click=move |_| { nudge(state, false, true, false); }>"◂"</button>
                    <button class="icon" aria-label="End one word on" title="Alt →" on:click=move |_| { nudge(state, false, false, false); }>"▸"</button>
                </div>
                <div class="row">
                    <button class="btn small" on:click=split>"Split"</button>
                    <button class="btn small" on:click=move |_| { merge_next(state); }>"Merge with next "<kbd>"M"</kbd></button>
                    <button class="btn small" on:click=move |_| state.dialog.set(Some(Dialog::Everywhere))>"All places… "<kbd>"G"</kbd></button>
                </div>
            })}
            <label class="note">"Note"<textarea rows="2" prop:value=note on:change=write_note></textarea></label>
            <button class="btn small" on:click=move |_| { state.gesture(|d| d.delete(&[&id.get_value()])); }>"Delete the mark "<kbd>"Del"</kbd></button>
        </details>
    }
}

/// A place with the same words.
#[derive(Clone, PartialEq)]
struct Place {
    span: Span,
    before: String,
    words: String,
    after: String,
    /// The annotation of the same label that lies there already.
    has: Option<String>,
}

fn places(desk: &Workspace, words: &str, layer: Layer, label: &str, matching: Matching) -> Vec<Place> {
    let text = desk.text();
    let around = |from: usize, to: usize| text[from..to].split_whitespace().collect::<Vec<_>>().join(" ");
    let found = occurrences(text, words, matching).into_iter().map(|span| {
        let from = text[..span.start()].char_indices().rev().nth(30).map_or(0, |(n, _)| n);
        let to = text[span.end()..].char_indices().nth(30).map_or(text.len(), |(n, _)| span.end() + n);
        let has = desk.annotations().iter().find(|a| a.layer == layer && a.label == label && a.span == span && a.status == Status::Accepted);
        Place { span, before: around(from, span.start()), words: span.of(text).to_owned(), after: around(span.end(), to), has: has.map(|a| a.id.clone()) }
    });
    found.collect()
}

/// The window in which the same mark is put on, or taken off, all places with the same words.
#[component]
pub(super) fn Everywhere() -> impl IntoView {
    let state = use_app();
    let this = state.selected.with_untracked(|id| id.as_ref().and_then(|id| state.desk.with_untracked(|d| d.as_ref().and_then(|d| d.annotation(id)).cloned())));
    let Some(this) = this else { return view! { <Window title="All places"><p class="empty">"Select a mark first."</p></Window> }.into_any() };
    let words = state.desk.with_untracked(|d| d.as_ref().map_or_else(String::new, |d| this.span.of(d.text()).to_owned()));
    let mut attributes = this.attributes.clone();
    attributes.retain(|name, _| matches!(name.as_str(), "entity" | "name" | "kind" | "place_kind"));
    view! { <Window title="All places"><Checklist words=words layer=this.layer label=this.label.clone() attributes/></Window> }.into_any()
}

/// The places as a list to tick.
#[component]
fn Checklist(
    /// The words that are looked for.
    words: String,
    /// The layer to mark on.
    layer: Layer,
    /// The label to give.
    label: String,
    /// What the new marks have in common with the old.
    attributes: Attributes,
) -> impl IntoView {
    let state = use_app();
    let case = RwSignal::new(true);
    let whole = RwSignal::new(true);
    let words = StoredValue::new(words);
    let label = StoredValue::new(label);
    let attributes = StoredValue::new(attributes);
    let list = Memo::new(move |_| {
        let matching = Matching { case: case.get(), whole_words: whole.get() };
        state.desk.with(|d| d.as_ref().map_or_else(Vec::new, |d| places(d, &words.get_value(), layer, &label.get_value(), matching)))
    });
    let left_out: RwSignal<std::collections::BTreeSet<Span>> = RwSignal::new(std::collections::BTreeSet::new());
    let ticked = move || list.get().into_iter().filter(|p| !left_out.with(|l| l.contains(&p.span))).collect::<Vec<_>>();
    let put = move |_| {
        let spans: Vec<Span> = ticked().into_iter().map(|p| p.span).collect();
        state.dialog.set(None);
        if let Some(changed) = state.gesture(|d| d.add_all(layer, &label.get_value(), &spans, &attributes.get_value())) {
            state.say_with_undo(format!("{}.", changed.name));
        }
    };
    let take = move |_| {
        let ids: Vec<String> = ticked().into_iter().filter_map(|p| p.has).collect();
        state.dialog.set(None);
        if let Some(changed) = state.gesture(|d| d.delete(&ids.iter().map(String::as_str).collect::<Vec<_>>())) {
            state.say_with_undo(format!("{}.", changed.name));
        }
    };
    let missing = move || ticked().into_iter().filter(|p| p.has.is_none()).count();
    let there = move || ticked().into_iter().filter(|p| p.has.is_some()).count();
    view! {
        <p>{move || format!("“{}” stands in {}.", excerpt(&words.get_value(), 60), count(list.with(Vec::len), "place", "places"))}</p>
        <div class="row">
            <label class="check"><input type="checkbox" prop:checked=move || case.get() on:change=move |_| case.update(|c| *c = !*c)/>"Same capitals"</label>
            <label class="check"><input type="checkbox" prop:checked=move || whole.get() on:change=move |_| whole.update(|c| *c = !*c)/>"Whole words"</label>
        </div>
        <ul class="places">
            <For each=move || list.get() key=|p| (p.span, p.has.is_some()) let(place)>
                <li><label class="check">
                    <input type="checkbox" prop:checked=move || !left_out.with(|l| l.contains(&place.span)) on:change=move |_| left_out.update(|l| if !l.remove(&place.span) { l.insert(place.span); })/>
                    <span>{place.before.clone()}" "<mark>{place.words.clone()}</mark>" "{place.after.clone()}{place.has.is_some().then_some(" · marked")}</span>
                </label></li>
            </For>
        </ul>
        <div class="row">
            <button class="btn primary" prop:disabled=move || missing() == 0 on:click=put>{move || format!("Mark {}", count(missing(), "more", "more"))}</button>
            <button class="btn" prop:disabled=move || there() == 0 on:click=take>{move || format!("Take {} off", count(there(), "mark", "marks"))}</button>
        </div>
    }
}

/// The window in which words are marked by typing them: a way that needs no selection at all.
#[component]
pub(super) fn ByText() -> impl IntoView {
    let words = RwSignal::new(String::new());
    let label = RwSignal::new(0usize);
    let chosen = move || LABELS[label.get()];
    view! {
        <Window title="Mark by typing">
            <div class="row">
                <label>"Words to mark "<input autofocus on:input=move |event| words.set(event_target_value(&event))/></label>
                <label>"Label "<select on:change=move |event| label.set(event_target_value(&event).parse().unwrap_or(0))>
                    {LABELS.iter().enumerate().map(|(n, (_, _, _, name, _))| view! { <option value=n.to_string()>{*name}</option> }).collect_view()}
                </select></label>
            </div>
            {move || {
                let text = words.get().trim().to_owned();
                (!text.is_empty()).then(|| {
                    let (_, layer, label, ..) = chosen();
                    let attributes = if layer == Layer::Quote { Attributes::from([("kind".to_owned(), Value::from("direct"))]) } else { Attributes::new() };
                    view! { <Checklist words=text layer label=label.to_owned() attributes/> }
                })
            }}
        </Window>
    }
}
