//! The review: what waits for a decision, by layer, label, sureness, decision and words; one by one, or all that is shown.

use leptos::prelude::*;

use super::state::{AppState, use_app};
use super::words::count;
use crate::annotation::{Layer, Progress, Status};
use crate::app::groups::label_name;
use crate::app::shown::REVIEWED;
use crate::app::ui::dom::{on_click, on_event};

/// How far the review is, of what is filtered while its list is shown.
pub(super) fn progress(state: AppState) -> Progress {
    let filter = state.filter_in_use();
    state.desk.with(|d| d.as_ref().map(|d| d.progress(&filter)).unwrap_or_default())
}

/// What is shown, and what can be done with all of it.
#[component]
pub(super) fn Controls() -> impl IntoView {
    let state = use_app();
    let filter = state.filter;
    let progress = Memo::new(move |_| progress(state));
    // The labels of the layers that are chosen, by what they are called.
    let labels = Memo::new(move |_| {
        let layers = filter.with(|f| f.layers.clone());
        state.desk.with(|d| {
            let mut found: Vec<(String, String)> = Vec::new();
            for annotation in d.iter().flat_map(|d| d.annotations()).filter(|a| layers.contains(&a.layer) && a.layer != Layer::Quote) {
                if !found.iter().any(|(label, _)| *label == annotation.label) {
                    found.push((annotation.label.clone(), label_name(annotation).into_owned()));
                }
            }
            crate::app::arrange(&mut found, |(_, name)| name.clone());
            found
        })
    });
    let waiting = Memo::new(move |_| {
        let filter = filter.get();
        state.desk.with(|d| d.as_ref().map_or(0, |d| d.waiting(&filter).len()))
    });
    let set_layer = move |event: web_sys::Event| {
        let layers = match event_target_value(&event).as_str() {
            "entity" => vec![Layer::Entity],
            "quote" => vec![Layer::Quote],
            "artifact" => vec![Layer::Artifact],
            _ => REVIEWED.to_vec(),
        };
        filter.update(|f| {
            f.layers = layers;
            f.labels.clear();
        });
    };
    let set_label = move |event: web_sys::Event| {
        let label = event_target_value(&event);
        filter.update(|f| f.labels = if label.is_empty() { Vec::new() } else { vec![label] });
    };
    let set_sure = move |event: web_sys::Event| {
        let (from, to) = match event_target_value(&event).as_str() {
            "unsure" => (None, Some(0.7)),
            "likely" => (Some(0.7), Some(0.9)),
            "sure" => (Some(0.9), None),
            _ => (None, None),
        };
        filter.update(|f| (f.score_from, f.score_to) = (from, to));
    };
    let set_status = move |event: web_sys::Event| {
        let statuses = match event_target_value(&event).as_str() {
            "accepted" => vec![Status::Accepted],
            "rejected" => vec![Status::Rejected],
            "all" => Vec::new(),
            _ => vec![Status::Suggested],
        };
        filter.update(|f| f.statuses = statuses);
    };
    let all = move |accept: bool| {
        move |_| {
            let filter = filter.get_untracked();
            if let Some(changed) = state.gesture(|d| if accept { d.accept_all(&filter) } else { d.reject_all(&filter) }) {
                state.say_with_undo(format!("{}.", changed.name));
            }
        }
    };
    let next = move |_| state.step_waiting(false);
    let chosen = move |label: &str| filter.with(|f| f.labels.first().is_some_and(|l| l == label));
    view! {
        <div class="review-filter" role="group" aria-label="What is reviewed">
            <label>"Layer "<select on:change=on_event(set_layer)><option value="all">"All"</option><option value="entity">"Names"</option><option value="quote">"Quotations"</option><option value="artifact">"Damage"</option></select></label>
            <label>"Label "<select on:change=on_event(set_label)>
                <option value="">"All"</option>
                {move || labels.get().into_iter().map(|(label, name)| { let selected = chosen(&label); view! { <option value=label selected=selected>{name}</option> } }).collect_view()}
            </select></label>
            <label>"Sure "<select on:change=on_event(set_sure)><option value="">"Any"</option><option value="unsure">"Unsure (under 0.7)"</option><option value="likely">"Likely (0.7 to 0.9)"</option><option value="sure">"Sure (over 0.9)"</option></select></label>
            <label>"Decided "<select on:change=on_event(set_status)><option value="waiting">"Not yet"</option><option value="accepted">"Accepted"</option><option value="rejected">"Rejected"</option><option value="all">"Any"</option></select></label>
            <label class="words">"Words "<input type="search" placeholder="in the mark" prop:value=move || filter.with(|f| f.text.clone()) on:input=on_event(move |event| { let text = event_target_value(&event); filter.update(|f| f.text = text.trim().to_owned()); })/></label>
        </div>
        <p class="review-count" role="status">{move || { let p = progress.get(); format!("Reviewed {} of {}: {} accepted, {} rejected.", p.reviewed(), p.total(), p.accepted, p.rejected) }}</p>
        <div class="row">
            <button class="btn small" prop:disabled=move || waiting.get() == 0 on:click=on_click(next)>"Next "<kbd>"Shift N"</kbd></button>
            <button class="btn small" prop:disabled=move || waiting.get() == 0 on:click=on_click(all(true))>{move || format!("Accept all {} shown", count(waiting.get(), "", "").trim_end())}</button>
            <button class="btn small" prop:disabled=move || waiting.get() == 0 on:click=on_click(all(false))>{move || format!("Reject all {} shown", count(waiting.get(), "", "").trim_end())}</button>
        </div>
    }
}
