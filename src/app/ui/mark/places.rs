//! The same mark in many places: all places with the same words, all hits of a search, words that are typed. Each as one step,
//! after a look at the list.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::super::state::use_app;
use super::super::window::Window;
use super::super::words::{count, excerpt};
use crate::annotation::{Attributes, Matching, Status, Workspace, occurrences};
use crate::app::labels::Tag;
use crate::app::ui::dom::{on_click, on_event};
use crate::text::{Span, order};

/// Rows of a list that are shown.
const SHOWN: usize = 300;

/// A place that can be marked.
#[derive(Clone, PartialEq)]
struct Place {
    span: Span,
    before: String,
    words: String,
    after: String,
    /// The annotation of the same label that lies there already.
    has: Option<String>,
}

fn places(desk: &Workspace, spans: Vec<Span>, tag: &Tag) -> Vec<Place> {
    let text = desk.text();
    let around = |from: usize, to: usize| text[from..to].split_whitespace().collect::<Vec<_>>().join(" ");
    let alike = desk.annotations().iter().filter(|a| a.layer == tag.layer && a.label == tag.label && a.status == Status::Accepted);
    let standing = order::map(alike.map(|a| (a.span, a.id.as_str())));
    let found = spans.into_iter().filter(|s| text.get(s.range()).is_some()).map(|span| {
        let from = text[..span.start()].char_indices().rev().nth(30).map_or(0, |(n, _)| n);
        let to = text[span.end()..].char_indices().nth(30).map_or(text.len(), |(n, _)| span.end() + n);
        Place {
            span,
            before: around(from, span.start()),
            words: excerpt(span.of(text), 80),
            after: around(span.end(), to),
            has: standing.get(&span).map(|id| (*id).to_owned()),
        }
    });
    found.collect()
}

/// The window in which the same mark is put on, or taken off, all places with the same words.
#[component]
pub(in crate::app::ui) fn Everywhere() -> impl IntoView {
    let state = use_app();
    let this = state
        .selection
        .selected
        .with_untracked(|id| id.as_ref().and_then(|id| state.desk.with_untracked(|d| d.as_ref().and_then(|d| d.annotation(id)).cloned())));
    let Some(this) = this else { return view! { <Window title="All places"><p class="empty">"Select a mark first."</p></Window> }.into_any() };
    let words = state.desk.with_untracked(|d| d.as_ref().map_or_else(String::new, |d| this.span.of(d.text()).to_owned()));
    let mut attributes = this.attributes.clone();
    attributes.retain(|name, _| matches!(name, "entity" | "name" | "kind" | "place_kind"));
    let tag = Tag { key: None, layer: this.layer, label: this.label.clone(), name: String::new(), group: String::new(), own: false };
    view! { <Window title="All places"><SameWords words tag=Signal::derive(move || tag.clone()) attributes/></Window> }.into_any()
}

/// The window in which words are marked by typing them: a way that needs no selection at all.
#[component]
pub(in crate::app::ui) fn ByText() -> impl IntoView {
    let words = RwSignal::new(String::new());
    let (tag, choice) = tag_choice();
    view! {
        <Window title="Mark by typing">
            <div class="row">
                <label>"Words to mark "<input autofocus on:input=on_event(move |event| words.set(event_target_value(&event)))/></label>
                {choice}
            </div>
            {move || {
                let text = words.get().trim().to_owned();
                (!text.is_empty()).then(|| view! { <SameWords words=text tag attributes=Attributes::new()/> })
            }}
        </Window>
    }
}

/// The window in which the hits of a search are marked.
#[component]
pub(in crate::app::ui) fn Hits() -> impl IntoView {
    let state = use_app();
    let (tag, choice) = tag_choice();
    let hits = state.find.hits.get_untracked();
    let spans = Signal::derive(move || hits.clone());
    view! {
        <Window title="Annotate all hits">
            <div class="row">{choice}</div>
            <p>{format!("“{}” is found in {}.", excerpt(&state.find.query.get_untracked(), 60), count(state.find.hits.with_untracked(Vec::len), "place", "places"))}</p>
            <Checklist spans tag attributes=Attributes::new()/>
        </Window>
    }
}

/// A menu of labels, and what is chosen in it.
fn tag_choice() -> (Signal<Tag>, impl IntoView) {
    let state = use_app();
    let at = RwSignal::new(0usize);
    let tag = Signal::derive(move || state.desk.tags.with(|tags| tags.get(at.get()).unwrap_or(&tags[0]).clone()));
    let choice = view! {
        <label>"Label "<select on:change=on_event(move |event| at.set(event_target_value(&event).parse().unwrap_or(0)))>
            {move || state.desk.tags.get().iter().enumerate().map(|(n, tag)| view! { <option value=n.to_string()>{tag.name.clone()}</option> }).collect_view()}
        </select></label>
    };
    (tag, choice)
}

/// The places with the same words.
#[component]
fn SameWords(
    /// The words that are looked for.
    words: String,
    /// The label to give.
    tag: Signal<Tag>,
    /// What the new marks have in common with the old.
    attributes: Attributes,
) -> impl IntoView {
    let state = use_app();
    let case = RwSignal::new(true);
    let whole = RwSignal::new(true);
    let words = StoredValue::new(words);
    let spans = Memo::new(move |_| {
        let matching = Matching { case: case.get(), whole_words: whole.get() };
        state.desk.with(|d| d.as_ref().map_or_else(Vec::new, |d| occurrences(d.text(), &words.get_value(), matching)))
    });
    view! {
        <p>{move || format!("“{}” stands in {}.", excerpt(&words.get_value(), 60), count(spans.with(Vec::len), "place", "places"))}</p>
        <div class="row">
            <label class="check"><input type="checkbox" prop:checked=move || case.get() on:change=on_event(move |_| case.update(|c| *c = !*c))/>"Same capitals"</label>
            <label class="check"><input type="checkbox" prop:checked=move || whole.get() on:change=on_event(move |_| whole.update(|c| *c = !*c))/>"Whole words"</label>
        </div>
        <Checklist spans=spans.into() tag attributes/>
    }
}

/// The places as a list to tick.
#[component]
fn Checklist(
    /// The places.
    spans: Signal<Vec<Span>>,
    /// The label to give.
    tag: Signal<Tag>,
    /// What the new marks have in common with another, beside what the label gives them.
    attributes: Attributes,
) -> impl IntoView {
    let state = use_app();
    let attributes = StoredValue::new(attributes);
    let list = Memo::new(move |_| state.desk.with(|d| d.as_ref().map_or_else(Vec::new, |d| places(d, spans.get(), &tag.get()))));
    let left_out: RwSignal<BTreeSet<Span>> = RwSignal::new(BTreeSet::new());
    let ticked = move || list.get().into_iter().filter(|p| !left_out.with(|l| l.contains(&p.span))).collect::<Vec<_>>();
    let put = move |_| {
        let spans: Vec<Span> = ticked().into_iter().map(|p| p.span).collect();
        let tag = tag.get_untracked();
        let mut given = tag.attributes();
        given.extend(attributes.get_value());
        state.windows.dialog.set(None);
        if let Some(changed) = state.gesture(|d| d.add_all(tag.layer, &tag.label, &spans, &given)) {
            state.say_with_undo(format!("{}.", changed.name));
        }
    };
    let take = move |_| {
        let ids: Vec<String> = ticked().into_iter().filter_map(|p| p.has).collect();
        state.windows.dialog.set(None);
        if let Some(changed) = state.gesture(|d| d.delete(&ids.iter().map(String::as_str).collect::<Vec<_>>())) {
            state.say_with_undo(format!("{}.", changed.name));
        }
    };
    let missing = move || ticked().into_iter().filter(|p| p.has.is_none()).count();
    let there = move || ticked().into_iter().filter(|p| p.has.is_some()).count();
    let rows = move || list.get().into_iter().take(SHOWN).collect::<Vec<_>>();
    let all = move |on: bool| move |_| left_out.set(if on { BTreeSet::new() } else { order::set(spans.get_untracked()) });
    view! {
        <Show when=move || { list.with(Vec::len) > 3 }>
            <div class="row"><button class="btn small" on:click=on_click(all(true))>"Tick all"</button><button class="btn small" on:click=on_click(all(false))>"Tick none"</button></div>
        </Show>
        <ul class="places">
            <For each=rows key=|p: &Place| (p.span, p.has.is_some()) let(place)>
                <li><label class="check">
                    <input type="checkbox" prop:checked=move || !left_out.with(|l| l.contains(&place.span)) on:change=on_event(move |_| left_out.update(|l| if !l.remove(&place.span) { l.insert(place.span); }))/>
                    <span>{place.before.clone()}" "<mark>{place.words.clone()}</mark>" "{place.after.clone()}{place.has.is_some().then_some(" · marked")}</span>
                </label></li>
            </For>
        </ul>
        {move || list.with(Vec::len).checked_sub(SHOWN).filter(|n| *n > 0).map(|n| view! { <p class="hint">{format!("and {n} more, ticked as they are")}</p> })}
        <div class="row">
            <button class="btn primary" prop:disabled=move || missing() == 0 on:click=on_click(put)>{move || format!("Mark {}", count(missing(), "more", "more"))}</button>
            <button class="btn" prop:disabled=move || there() == 0 on:click=on_click(take)>{move || format!("Take {} off", count(there(), "mark", "marks"))}</button>
        </div>
    }
}
