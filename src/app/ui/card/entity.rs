//! The card of a name, a date, an amount.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Decide, Reason};
use crate::annotation::Annotation;
use crate::app::groups::entity_name;
use crate::app::ui::state::use_app;
use crate::entities::EntityLabel;

/// The card.
#[component]
pub(super) fn EntityCard(
    /// What is selected.
    annotation: Arc<Annotation>,
) -> impl IntoView {
    let state = use_app();
    let entity = annotation.text_attribute("entity").map(ToOwned::to_owned);
    let name = annotation.text_attribute("name").map(ToOwned::to_owned);
    let value = annotation.text_attribute("value").map(ToOwned::to_owned);
    let place = annotation.text_attribute("place_kind").map(ToOwned::to_owned);
    let mentions = entity.as_ref().map_or_else(Vec::new, |e| {
        state.desk.with_untracked(|d| {
            d.as_ref().map_or_else(Vec::new, |d| {
                let is_entity = |id: &String| d.annotation(id).is_some_and(|a| a.layer == crate::annotation::Layer::Entity);
                d.mentions(e).into_iter().filter(is_entity).collect()
            })
        })
    });
    let here = mentions.iter().position(|id| *id == annotation.id).unwrap_or(0);
    let count = mentions.len();
    let go = move |by: usize| {
        if let Some(id) = mentions.get((here + by) % count.max(1)) {
            state.select(id);
        }
    };
    let back = go.clone();
    let id = annotation.id.clone();
    let label = annotation.label.clone();
    let all = RwSignal::new(count > 1);
    let relabel = {
        let (id, entity) = (id.clone(), entity.clone());
        move |event: web_sys::Event| {
            let label = event_target_value(&event);
            match (&entity, all.get_untracked()) {
                (Some(entity), true) => state.gesture(|d| d.relabel_entity(entity, &label)),
                _ => state.gesture(|d| d.relabel(&[&id], &label)),
            };
        }
    };
    let named = name.is_some() && entity.is_some();
    let rename = move |event: web_sys::Event| {
        let name = event_target_value(&event);
        if let Some(entity) = &entity
            && !name.trim().is_empty()
        {
            state.gesture(|d| d.rename_entity(entity, name.trim()));
        }
    };
    view! {
        {(count > 1).then(|| view! {
            <div class="row mentions">
                <button class="icon" aria-label="Previous mention" title="Previous mention (Shift E)" on:click=move |_| back(count - 1)>"◂"</button>
                <span>{format!("mention {} of {count}", here + 1)}</span>
                <button class="icon" aria-label="Next mention" title="Next mention (E)" on:click=move |_| go(1)>"▸"</button>
            </div>
        })}
        <div class="fields">
            <label>"Label"
                <select prop:value=label.clone() on:change=relabel>
                    {EntityLabel::ALL.map(|l| view! { <option value=l.as_str() selected={l.as_str() == label}>{entity_name(l.as_str())}</option> }).collect_view()}
                </select>
            </label>
            {named.then(|| view! { <label>"Name"<input prop:value=name.clone().unwrap_or_default() on:change=rename/></label> })}
            {(count > 1).then(|| view! { <label class="check"><input type="checkbox" prop:checked=move || all.get() on:change=move |_| all.update(|a| *a = !*a)/>{format!("Label all {count} mentions alike")}</label> })}
        </div>
        <dl>
            {value.map(|value| view! { <dt>"Value"</dt><dd>{value}</dd> })}
            {place.map(|place| view! { <dt>"Kind"</dt><dd>{place}</dd> })}
        </dl>
        <Reason annotation=annotation.clone()/>
        <Decide annotation=annotation/>
    }
}
