//! The card of a finding.

use std::sync::Arc;

use leptos::prelude::*;

use super::decide::Reason;
use crate::annotation::{Annotation, Layer, Status};
use crate::app::describe::sentence;
use crate::app::diff::{Piece, pieces};
use crate::app::ui::state::use_app;

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
        <Reason annotation=annotation.clone()/>
        {if open {
            view! {
                <div class="row">
                    {repairable.then(|| view! { <button class="btn primary" on:click=move |_| state.repair_selected()>"Apply "<kbd>"F"</kbd></button> })}
                    <button class="btn" on:click=move |_| state.reject()>"Dismiss "<kbd>"X"</kbd></button>
                    {(!repairable).then(|| view! { <button class="btn" on:click=move |_| state.accept()>"Confirm "<kbd>"A"</kbd></button> })}
                </div>
                {(many > 1).then(|| view! {
                    <div class="row">
                        {(many_repairable > 1).then(|| view! { <button class="btn small" on:click=move |_| { state.repair(&alike_repairable); }>{format!("Apply all {many_repairable} of this kind")}</button> })}
                        <button class="btn small" on:click=move |_| state.dismiss(&alike)>{format!("Dismiss all {many}")}</button>
                    </div>
                })}
            }.into_any()
        } else {
            view! { <div class="row"><button class="btn" on:click=move |_| { state.gesture(|d| d.reopen(&[&reopen])); }>"Decide again"</button></div> }.into_any()
        }}
    }
}

fn piece(piece: Piece) -> AnyView {
    match piece {
        Piece::Kept(text) => view! { <span>{text}</span> }.into_any(),
        Piece::Deleted(text) => view! { <del>{text}</del> }.into_any(),
        Piece::Inserted(text) => view! { <ins>{text}</ins> }.into_any(),
    }
}
