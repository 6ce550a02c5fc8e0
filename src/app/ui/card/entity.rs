//! The card of a name, a date, an amount.

use std::sync::Arc;

use leptos::prelude::*;

use super::decide::{Decide, Reason};
use crate::annotation::{Annotation, Layer, Status};
use crate::app::describe::value_in_words;
use crate::app::groups::entity_name;
use crate::app::ui::dom;
use crate::app::ui::dom::{on_click, on_event};
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
                let is_entity = |id: &String| d.annotation(id).is_some_and(|a| a.layer == Layer::Entity);
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
    let together = entity.clone().filter(|_| count > 1);
    let parting = (count > 1).then(|| id.clone());
    let joining = entity.clone().filter(|_| is_named(&label));
    let own: Vec<(String, String)> =
        state.desk.tags.with_untracked(|t| t.iter().filter(|t| t.own && t.layer == Layer::Entity).map(|t| (t.label.clone(), t.name.clone())).collect());
    // A label that came with a file and is nobody's.
    let foreign = (EntityLabel::ALL.iter().all(|l| l.as_str() != label) && own.iter().all(|(l, _)| *l != label))
        .then(|| (label.clone(), crate::app::labels::name_for(&label)));
    let own: Vec<(String, String)> = own.into_iter().chain(foreign).collect();
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
                <button class="icon" aria-label="Previous mention" title="Previous mention (Shift E)" on:click=on_click(move |_| back(count - 1))>"◂"</button>
                <span>{format!("mention {} of {count}", here + 1)}</span>
                <button class="icon" aria-label="Next mention" title="Next mention (E)" on:click=on_click(move |_| go(1))>"▸"</button>
            </div>
        })}
        <div class="fields">
            <label>"Label"
                <select on:change=on_event(relabel)>
                    {EntityLabel::ALL.map(|l| view! { <option value=l.as_str() selected={l.as_str() == label}>{entity_name(l.as_str())}</option> }).collect_view()}
                    {own.into_iter().map(|(l, name)| { let selected = l == label; view! { <option value=l selected=selected>{name}</option> } }).collect_view()}
                </select>
            </label>
            {named.then(|| view! { <label>"Name"<input prop:value=name.clone().unwrap_or_default() on:change=on_event(rename)/></label> })}
            {(count > 1).then(|| view! { <label class="check"><input type="checkbox" prop:checked=move || all.get() on:change=on_event(move |_| all.update(|a| *a = !*a))/>{format!("Label all {count} mentions alike")}</label> })}
        </div>
        <dl>
            {value.map(|value| view! { <dt>"Value"</dt><dd>{value_in_words(&value)}</dd> })}
            {place.map(|place| view! { <dt>"Kind"</dt><dd>{place}</dd> })}
        </dl>
        {together.map(|entity| view! { <Mentions entity here=id.clone()/> })}
        {joining.map(|entity| view! { <Joining entity/> })}
        {parting.map(|id| view! { <div class="row"><button class="btn small" title="This mention is of something else with a name like it" on:click=on_click(move |_| { state.gesture(|d| d.part_entity(&id)); })>"This one is another"</button></div> })}
        <Reason annotation=annotation.clone()/>
        <Decide annotation=annotation/>
    }
}

/// True where a label names things, and not times and amounts.
fn is_named(label: &str) -> bool {
    !matches!(label, "DATE" | "TIME" | "MONEY" | "PERCENT")
}

/// The mentions of an entity together, each with the words around it.
#[component]
fn Mentions(
    /// The entity.
    entity: String,
    /// The id of the mention that is selected.
    here: String,
) -> impl IntoView {
    const MOST: usize = 60;
    let state = use_app();
    let open = state.windows.mentions_open;
    let lines = move || {
        state.desk.with_untracked(|d| {
            let Some(d) = d.as_ref() else { return Vec::new() };
            let ids = d.mentions(&entity);
            let line = |id: &String| {
                let a = d.annotation(id)?;
                let text = d.text();
                let from = text[..a.span.start()].char_indices().rev().nth(24).map_or(0, |(n, _)| n);
                let to = text[a.span.end()..].char_indices().nth(24).map_or(text.len(), |(n, _)| a.span.end() + n);
                Some((id.clone(), text[from..a.span.start()].to_owned(), a.span.of(text).to_owned(), text[a.span.end()..to].to_owned()))
            };
            ids.iter().filter_map(line).take(MOST).collect::<Vec<_>>()
        })
    };
    view! {
        <details class="together" open=open.get_untracked() on:toggle=move |event| open.set(dom::is_open(&event))>
            <summary>"All mentions together"</summary>
            {move || open.get().then(|| lines().into_iter().map(|(id, before, words, after)| {
                let current = (id == here).then_some("true");
                view! { <button class="here" aria-current=current on:click=on_click(move |_| state.select(&id))>"… "{before}<b>{words}</b>{after}" …"</button> }
            }).collect_view())}
        </details>
    }
}

/// A menu of the other entities: the one that is chosen is the same.
#[component]
fn Joining(
    /// The entity.
    entity: String,
) -> impl IntoView {
    let state = use_app();
    let others: Vec<(String, String)> = state.desk.with_untracked(|d| {
        let mut found: Vec<(String, String)> = Vec::new();
        for a in d.iter().flat_map(|d| d.annotations()).filter(|a| a.layer == Layer::Entity && a.status != Status::Rejected && is_named(&a.label)) {
            let (Some(other), Some(name)) = (a.text_attribute("entity"), a.text_attribute("name")) else { continue };
            if other != entity && !found.iter().any(|(e, _)| e == other) {
                found.push((other.to_owned(), name.to_owned()));
            }
        }
        crate::app::arrange(&mut found, |(_, name)| name.to_lowercase());
        found
    });
    let join = move |event: web_sys::Event| {
        let other = event_target_value(&event);
        if other.is_empty() {
            return;
        }
        let joined = state.gesture(|d| {
            let ids = d.mentions(&entity);
            d.join_entity(&ids.iter().map(String::as_str).collect::<Vec<_>>(), &other)
        });
        if let Some(changed) = joined {
            state.say_with_undo(format!("{}.", changed.name));
        }
    };
    (!others.is_empty()).then(|| {
        view! {
            <div class="fields"><label>"Same as"
                <select on:change=on_event(join)>
                    <option value="">"…"</option>
                    {others.into_iter().map(|(id, name)| view! { <option value=id>{name}</option> }).collect_view()}
                </select>
            </label></div>
        }
    })
}
