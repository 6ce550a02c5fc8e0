//! Why a mark is there, and the decision about it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::annotation::{Annotation, Status};
use crate::app::describe;
use crate::app::runs::sureness;
use crate::app::ui::state::use_app;

/// Why it is there, and how sure that is.
#[component]
pub(super) fn Reason(
    /// What is selected.
    annotation: Arc<Annotation>,
) -> impl IntoView {
    let rule = annotation.rule.clone();
    view! {
        <dl>
            <dt>"Why"</dt>
            <dd title=rule.clone()>{describe::reason(&annotation)}<small class="rule">{rule.clone()}</small></dd>
            <dt>"Sure"</dt>
            <dd>{format!("{} ({:.2})", sureness(annotation.score), annotation.score)}</dd>
        </dl>
    }
}

/// Accept and reject.
#[component]
pub(super) fn Decide(
    /// What is selected.
    annotation: Arc<Annotation>,
) -> impl IntoView {
    let state = use_app();
    let id = annotation.id.clone();
    match annotation.status {
        Status::Suggested => view! {
            <div class="row">
                <button class="btn primary" on:click=move |_| state.accept()>"Accept "<kbd>"A"</kbd></button>
                <button class="btn" on:click=move |_| state.reject()>"Reject "<kbd>"X"</kbd></button>
            </div>
        }
        .into_any(),
        Status::Accepted | Status::Rejected => view! {
            <div class="row">
                <button class="btn" on:click=move |_| { state.gesture(|d| d.reopen(&[&id])); }>"Decide again"</button>
                {(annotation.status == Status::Accepted).then(|| view! { <button class="btn" on:click=move |_| state.reject()>"Reject "<kbd>"X"</kbd></button> })}
                {(annotation.status == Status::Rejected).then(|| view! { <button class="btn" on:click=move |_| state.accept()>"Accept "<kbd>"A"</kbd></button> })}
            </div>
        }
        .into_any(),
    }
}
