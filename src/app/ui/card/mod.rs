//! The card of what is selected: what it is, why, how sure, and what can be done with it.

mod artifact;
mod decide;
mod entity;
mod quote;

use std::sync::Arc;

use leptos::prelude::*;

use decide::{Decide, Reason};

use super::state::use_app;
use super::{mark, words};
use crate::annotation::{Annotation, Layer};
use crate::app::diff;
use crate::app::groups::{group_of, label_name};
use crate::app::ui::dom::on_click;

/// The card, or a line on how to get one.
#[component]
pub(super) fn Card() -> impl IntoView {
    let state = use_app();
    let shown = Memo::new(move |_| {
        let id = state.selection.selected.get()?;
        state.desk.with(|d| d.as_ref().and_then(|d| d.annotation(&id)).cloned())
    });
    view! {
        <section class="card" id="card" tabindex="-1" aria-label="Selected annotation">
            <h2 class="unseen">"Selected annotation"</h2>
            {move || match shown.get() {
                None => view! { <p class="empty">"Nothing selected. Click a mark in the article, or press "<kbd>"N"</kbd>". Select words to mark them."</p> }.into_any(),
                Some(annotation) => view! { <Selected annotation/> }.into_any(),
            }}
        </section>
    }
}

/// The card of one annotation.
#[component]
fn Selected(
    /// What is selected.
    annotation: Arc<Annotation>,
) -> impl IntoView {
    let state = use_app();
    let text = if annotation.is_verdict() {
        "The whole article".to_owned()
    } else {
        // The first piece stands for a finding in several places.
        let piece = if annotation.layer == Layer::Artifact { annotation.pieces()[0] } else { annotation.span };
        state.desk.with_untracked(|d| d.as_ref().and_then(|d| d.text().get(piece.range())).unwrap_or_default().to_owned())
    };
    let text = if annotation.layer == Layer::Artifact { diff::visible(&text) } else { text };
    let sign = group_of(&annotation).map_or("", |(_, g)| g.letter);
    let swatch = match annotation.layer {
        Layer::Entity => format!("sw {}", group_of(&annotation).map_or_else(String::new, |(_, g)| g.key.into_owned())),
        Layer::Quote => "sw quote".into(),
        Layer::Cue | Layer::Speaker => "sw cue".into(),
        Layer::Artifact if crate::app::finding::is_structure(&annotation) => "sw part".into(),
        Layer::Artifact => "sw damage".into(),
    };
    let body = match annotation.layer {
        Layer::Entity => view! { <entity::EntityCard annotation=annotation.clone()/> }.into_any(),
        Layer::Quote => view! { <quote::QuoteCard annotation=annotation.clone()/> }.into_any(),
        Layer::Artifact => view! { <artifact::ArtifactCard annotation=annotation.clone()/> }.into_any(),
        Layer::Cue | Layer::Speaker => view! { <Reason annotation=annotation.clone()/><Decide annotation=annotation.clone()/> }.into_any(),
    };
    view! {
        <div class="card-head">
            <b class=swatch aria-hidden="true">{sign}</b>
            <span class="kind">{label_name(&annotation).into_owned()}</span>
            <span class="gap"></span>
            <span class=format!("status {}", words::status(&annotation))>{words::status(&annotation)}</span>
            <button class="icon narrow-only" aria-label="Close the card" on:click=on_click(move |_| state.deselect())>"×"</button>
        </div>
        <h3 class:long={text.len() > 160}>{words::excerpt(&text, 420)}</h3>
        {body}
        <mark::Tools annotation=annotation.clone()/>
        <Stack annotation/>
    }
}

/// What else covers the same place.
#[component]
fn Stack(
    /// What is selected.
    annotation: Arc<Annotation>,
) -> impl IntoView {
    let state = use_app();
    // Of a long quotation only what lies around and across it: what is in it is reached by going there.
    let whole = annotation.span.len() > 160;
    let covers = |a: &Annotation| a.span.start() <= annotation.span.start() || a.span.end() >= annotation.span.end();
    let others: Vec<_> = state.overlapping(annotation.span).into_iter().filter(|a| a.id != annotation.id && (!whole || covers(a))).collect();
    let more = others.len().saturating_sub(6);
    (!others.is_empty() && !annotation.is_verdict()).then(|| {
        view! {
            <div class="stack" role="group" aria-label="Also here">
                <span>"Also here "<kbd>"["</kbd>" "<kbd>"]"</kbd></span>
                {others.into_iter().take(6).map(|other| {
                    let id = other.id.clone();
                    let words = state.desk.with_untracked(|d| d.as_ref().and_then(|d| d.text().get(other.span.range())).map(|w| words::excerpt(w, 40))).unwrap_or_default();
                    view! { <button class="here" on:click=on_click(move |_| state.select(&id))><b>{label_name(&other).into_owned()}</b>" "{words}</button> }
                }).collect_view()}
                {(more > 0).then(|| view! { <small>{format!("and {more} more")}</small> })}
            </div>
        }
    })
}
