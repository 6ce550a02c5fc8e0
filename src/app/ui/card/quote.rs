//! The card of a quotation.

use std::sync::Arc;

use leptos::prelude::*;

use super::decide::{Decide, Reason};
use crate::annotation::{Annotation, Layer, RelationKind, Source, Status, between};
use crate::app::compare::touched;
use crate::app::finding::is_quiet;
use crate::app::groups::label_name;
use crate::app::health::severity;
use crate::app::ui::dom;
use crate::app::ui::dom::{on_click, on_event};
use crate::app::ui::state::use_app;

/// The kinds to choose from.
const KINDS: [(&str, &str); 5] = [("direct", "Direct"), ("indirect", "Indirect"), ("mixed", "Mixed"), ("scare", "Scare quotes"), ("title", "Title")];

/// The card.
#[component]
pub(super) fn QuoteCard(
    /// What is selected.
    annotation: Arc<Annotation>,
) -> impl IntoView {
    let state = use_app();
    let id = annotation.id.clone();
    let words = |kind: RelationKind| {
        state.desk.with_untracked(|d| {
            let d = d.as_ref()?;
            let to = d.annotation(d.targets(&id, kind).next()?)?;
            Some((to.span.of(d.text()).to_owned(), to.text_attribute("source_type").map(ToOwned::to_owned)))
        })
    };
    let speaker = state.desk.with_untracked(|d| d.as_ref().and_then(|d| d.speaker_name(&id).map(ToOwned::to_owned)));
    let speaker_words = words(RelationKind::Speaker);
    let cue = words(RelationKind::Cue);
    let addressee = words(RelationKind::Addressee);
    let source = speaker_words.as_ref().and_then(|(_, s)| s.clone()).filter(|s| s != "named");
    // "Ortiz", where the name is given in full above it.
    let as_written = speaker_words.map(|(w, _)| w).filter(|w| Some(w) != speaker.as_ref());
    let kind = annotation.text_attribute("kind").unwrap_or("direct").to_owned();
    let damage: Vec<String> = state.desk.with_untracked(|d| {
        d.as_ref().map_or_else(Vec::new, |d| {
            let inside = |a: &&Arc<Annotation>| {
                a.layer == Layer::Artifact
                    && a.status != Status::Rejected
                    && severity(a) >= 2
                    && !is_quiet(a)
                    && !a.is_verdict()
                    && a.pieces().iter().any(|p| p.start() < annotation.span.end() && annotation.span.start() < p.end())
            };
            let mut names: Vec<String> = d.annotations().iter().filter(inside).map(|a| label_name(a).into_owned()).collect();
            names.dedup();
            names
        })
    });
    let choosing = {
        let id = id.clone();
        move || state.selection.choosing_speaker.with(|q| q.as_ref() == Some(&id))
    };
    let set_kind = {
        let id = id.clone();
        move |event: web_sys::Event| {
            let kind = event_target_value(&event);
            state.gesture(|d| d.set_attribute(&id, "kind", Some(kind.as_str().into())));
        }
    };
    let unknown = speaker.is_none();
    let changed = state.desk.with_untracked(|d| {
        let d = d.as_ref().filter(|d| d.edits().next().is_some())?;
        Some(touched(&between(d.original(), d.text()), annotation.span).in_words())
    });
    view! {
        <dl>
            <dt>"Speaker"</dt>
            <dd>
                <strong class:unnamed=unknown>{speaker.unwrap_or_else(|| "not named".into())}</strong>
                {as_written.map(|w| view! { <small>{format!("“{w}”")}</small> })}
                {source.map(|s| view! { <small>{s}</small> })}
            </dd>
            {cue.map(|(w, _)| view! { <dt>"Cue"</dt><dd>{w}</dd> })}
            {addressee.map(|(w, _)| view! { <dt>"Said to"</dt><dd>{w}</dd> })}
            {changed.map(|changed| view! { <dt>"Words"</dt><dd>{changed}</dd> })}
            {(!damage.is_empty()).then(|| view! { <dt>"Damage"</dt><dd class="bad">{format!("Not quotable as it stands: {}.", damage.join(", ").to_lowercase())}</dd> })}
        </dl>
        <div class="fields">
            <label>"Kind"
                <select prop:value=kind.clone() on:change=on_event(set_kind)>
                    {KINDS.map(|(key, name)| view! { <option value=key selected={key == kind}>{name}</option> }).collect_view()}
                </select>
            </label>
        </div>
        <Reason annotation=annotation.clone()/>
        <Show when=choosing fallback=move || view! { <button class="btn" on:click=on_click(move |_| state.choose_speaker())>"Set the speaker "<kbd>"S"</kbd></button> }>
            <SpeakerChoice quote=id.clone()/>
        </Show>
        <Decide annotation=annotation/>
    }
}

/// A box for the speaker's name; a click on a name in the article does the same.
#[component]
fn SpeakerChoice(
    /// The quotation.
    quote: String,
) -> impl IntoView {
    let state = use_app();
    dom::once_there("speaker", |field| {
        let _ = field.focus();
    });
    // Names in order of how often they stand in the article, each with one mention.
    let people: Vec<(String, String)> = state.desk.with_untracked(|d| {
        let mut found: Vec<(String, String, usize)> = Vec::new();
        for a in d
            .iter()
            .flat_map(|d| d.annotations())
            .filter(|a| a.layer == Layer::Entity && matches!(a.label.as_str(), "PERSON" | "ORG") && a.status != Status::Rejected)
        {
            let Some(name) = a.text_attribute("name") else { continue };
            match found.iter_mut().find(|(n, ..)| n == name) {
                Some((.., count)) => *count += 1,
                None => found.push((name.to_owned(), a.id.clone(), 1)),
            }
        }
        crate::app::arrange(&mut found, |(.., count)| std::cmp::Reverse(*count));
        found.into_iter().map(|(name, id, _)| (name, id)).collect()
    });
    let take = {
        let (people, quote) = (people.clone(), quote.clone());
        move || {
            let typed = dom::value_of("speaker");
            let typed = typed.trim();
            if typed.is_empty() {
                return;
            }
            match people.iter().find(|(name, _)| name.eq_ignore_ascii_case(typed)) {
                Some((_, id)) => state.set_speaker(&quote, Source::Annotation(id)),
                None => state.set_speaker(&quote, Source::Name(typed)),
            }
            dom::focus_sheet();
        }
    };
    let on_enter = take.clone();
    let unknown = quote.clone();
    view! {
        <div class="speaker-choice">
            <label>"Who said it?"
                <input id="speaker" list="people" placeholder="A name" on:keydown=move |event| if event.key() == "Enter" { event.prevent_default(); on_enter() }/>
            </label>
            <datalist id="people">{people.iter().take(40).map(|(name, _)| view! { <option value=name.clone()></option> }).collect_view()}</datalist>
            <p class="hint">"Or click a name in the article."</p>
            <div class="people">
                {people.into_iter().take(6).map(|(name, id)| {
                    let quote = quote.clone();
                    view! { <button class="btn small" on:click=on_click(move |_| state.set_speaker(&quote, Source::Annotation(&id)))>{name}</button> }
                }).collect_view()}
            </div>
            <div class="row">
                <button class="btn primary" on:click=on_click(move |_| take())>"Set"</button>
                <button class="btn" on:click=on_click(move |_| state.set_speaker(&unknown, Source::Unknown))>"Unknown "<kbd>"U"</kbd></button>
                <button class="btn" on:click=on_click(move |_| state.selection.choosing_speaker.set(None))>"Cancel"</button>
            </div>
        </div>
    }
}
