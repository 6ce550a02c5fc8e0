//! Why a mark is there, and the decision about it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::annotation::{Annotation, Origin, Status};
use crate::app::describe;
use crate::app::runs::sureness;
use crate::app::ui::dom::on_click;
use crate::app::ui::state::use_app;

/// Why it is there, and how sure that is.
#[component]
pub(super) fn Reason(
    /// What is selected.
    annotation: Arc<Annotation>,
) -> impl IntoView {
    // What a person set is theirs: no rule stands behind it any more, and no doubt.
    if annotation.origin == Origin::Manual {
        return view! { <dl><dt>"Why"</dt><dd>"Set by you."</dd></dl> }.into_any();
    }
    let rule = annotation.rule.clone();
    let decided = (annotation.status == Status::Accepted).then_some(", accepted by you");
    view! {
        <dl>
            <dt>"Why"</dt>
            <dd title=rule.clone()>{describe::reason(&annotation)}<small class="rule">{rule.clone()}</small></dd>
            <dt>"Sure"</dt>
            <dd>{format!("{} ({:.2})", sureness(annotation.score), annotation.score)}{decided}</dd>
        </dl>
    }
    .into_any()
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
            <div class="row decide">
                <button class="btn primary" on:click=on_click(move |_| state.accept())>"Accept "<kbd>"A"</kbd></button>
                <button class="btn" on:click=on_click(move |_| state.reject())>"Reject "<kbd>"X"</kbd></button>
            </div>
        }
        .into_any(),
        Status::Accepted | Status::Rejected => view! {
            <div class="row decide">
                <button class="btn" on:click=on_click(move |_| { state.gesture(|d| d.reopen(&[&id])); })>"Decide again"</button>
                {(annotation.status == Status::Accepted).then(|| view! { <button class="btn" on:click=on_click(move |_| state.reject())>"Reject "<kbd>"X"</kbd></button> })}
                {(annotation.status == Status::Rejected).then(|| view! { <button class="btn" on:click=on_click(move |_| state.accept())>"Accept "<kbd>"A"</kbd></button> })}
            </div>
        }
        .into_any(),
    }
}
