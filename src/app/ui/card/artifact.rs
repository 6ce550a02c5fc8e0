//! The card of a finding.

use std::sync::Arc;

use leptos::prelude::*;

use super::decide::Reason;
use crate::annotation::{Annotation, Layer, Origin, Status};
use crate::app::describe::sentence;
use crate::app::diff::{Piece, pieces};
use crate::app::ui::compare::changed_words;
use crate::app::ui::dom;
use crate::app::ui::dom::{on_click, on_event};
use crate::app::ui::state::use_app;
use crate::artifacts::{Category, Family};

/// The card.
#[component]
pub(super) fn ArtifactCard(
    /// What is selected.
    annotation: Arc<Annotation>,
) -> impl IntoView {
    let state = use_app();
    let id = annotation.id.clone();
    let message = annotation.text_attribute("message").map(sentence).unwrap_or_default();
    let severity = annotation.text_attribute("severity").unwrap_or("info").to_owned();
    let hint = annotation.text_attribute("tier") == Some("hint");
    let structure = crate::app::finding::is_structure(&annotation);
    let (diff, left_out) = state.desk.with_untracked(|d| d.as_ref().map_or_else(|| (Vec::new(), 0), |d| pieces(d.text(), &annotation.edits)));
    let repairable = !annotation.edits.is_empty();
    let certain = crate::app::health::is_certain(&annotation);
    let alike = state.alike(&id, false);
    let alike_repairable = state.alike(&id, true);
    let (many, many_repairable) = (alike.len(), alike_repairable.len());
    let in_quotation = repairable
        && state.desk.with_untracked(|d| {
            d.iter().flat_map(|d| d.annotations()).any(|q| {
                q.layer == Layer::Quote
                    && q.status != Status::Rejected
                    && annotation.edits.iter().any(|e| e.span.start() >= q.span.start() && e.span.end() <= q.span.end() && e.span != q.span)
            })
        });
    let by_hand = (annotation.origin == Origin::Manual).then(|| annotation.clone());
    let places = annotation.parts.len();
    let open = annotation.status == Status::Suggested;
    let reopen = id.clone();
    view! {
        <p class="message">{message}</p>
        {(!diff.is_empty()).then(|| view! {
            <p class="diff" aria-label="Repair">{diff.into_iter().map(piece).collect_view()}</p>
            {(left_out > 0).then(|| view! { <p class="hint">{format!("and {left_out} more changes")}</p> })}
        })}
        {in_quotation.then(|| view! { <p class="caution">"This changes words inside a quotation: compare with the source."</p> })}
        <dl>
            {structure.then(|| view! { <dt>"Part"</dt><dd>"of the article, no damage"</dd> })}
            {(!structure).then(|| view! { <dt>"Severity"</dt><dd><span class=format!("severity {severity}")>{severity.clone()}</span>{hint.then_some(" (a hint: have a look)")}</dd> })}
            {(places > 1).then(|| view! { <dt>"Places"</dt><dd>{places}</dd> })}
            {repairable.then(|| view! { <dt>"Repair"</dt><dd>{if certain { "certain" } else { "proposed: look before you apply it" }}</dd> })}
        </dl>
        {by_hand.map(|annotation| view! { <ByHand annotation/> })}
        <Reason annotation=annotation.clone()/>
        {if open {
            view! {
                <div class="row decide">
                    {repairable.then(|| view! { <button class="btn primary" on:click=on_click(move |_| state.repair_selected())>"Apply "<kbd>"F"</kbd></button> })}
                    <button class="btn" on:click=on_click(move |_| state.reject())>"Dismiss "<kbd>"X"</kbd></button>
                    {(!repairable).then(|| view! { <button class="btn" on:click=on_click(move |_| state.accept())>"Confirm "<kbd>"A"</kbd></button> })}
                </div>
                {(many > 1).then(|| view! {
                    <div class="row">
                        {(many_repairable > 1).then(|| view! { <button class="btn small" on:click=on_click(move |_| { state.repair(&alike_repairable); })>{format!("Apply all {many_repairable} of this kind")}</button> })}
                        <button class="btn small" on:click=on_click(move |_| state.dismiss(&alike))>{format!("Dismiss all {many}")}</button>
                    </div>
                })}
            }.into_any()
        } else {
            view! { <div class="row decide"><button class="btn" on:click=on_click(move |_| { state.gesture(|d| d.reopen(&[&reopen])); })>"Decide again"</button></div> }.into_any()
        }}
    }
}

/// Of damage that a person marked: what kind it is, and what should stand there.
#[component]
fn ByHand(
    /// What is selected.
    annotation: Arc<Annotation>,
) -> impl IntoView {
    let state = use_app();
    let id = StoredValue::new(annotation.id.clone());
    let label = annotation.label.clone();
    let words = state.desk.with_untracked(|d| d.as_ref().and_then(|d| d.text().get(annotation.span.range()).map(ToOwned::to_owned))).unwrap_or_default();
    let relabel = move |event: web_sys::Event| drop(state.gesture(|d| d.relabel(&[&id.get_value()], &event_target_value(&event))));
    let put_right = move || drop(state.try_gesture(|d| d.put_right(&id.get_value(), &dom::value_of("put-right"))));
    let kinds = Family::ALL.iter().map(|family| {
        let of_family = Category::ALL.iter().filter(|c| c.family() == *family && !c.is_verdict());
        let options = of_family.map(|c| view! { <option value=c.label() selected={c.label() == label}>{c.title()}</option> }).collect_view();
        view! { <optgroup label=family.title()>{options}</optgroup> }
    });
    let kinds = kinds.collect_view();
    view! {
        <div class="fields">
            <label>"Kind"<select on:change=on_event(relabel)><option value="manual.damage" selected={label == "manual.damage"}>"Damage"</option>{kinds}</select></label>
            <label>"Right is"<input id="put-right" prop:value=words on:keydown=move |event| if event.key() == "Enter" { event.prevent_default(); put_right() }/></label>
        </div>
        <div class="row"><button class="btn primary" on:click=on_click(move |_| put_right())>"Repair it"</button></div>
    }
}

fn piece(piece: Piece) -> AnyView {
    match piece {
        Piece::Kept(text) => changed_words(text, None),
        Piece::Deleted(text) => changed_words(text, Some(true)),
        Piece::Inserted(text) => changed_words(text, Some(false)),
    }
}
