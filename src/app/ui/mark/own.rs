//! Labels of a person's own: the window in which they are made, and their colours.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::super::state::{AppState, use_app};
use super::super::window::Window;
use super::super::words::count;
use crate::annotation::{LabelDefinition, Layer, Status};
use crate::app::colour::{self, PAGES, PROPOSED};
use crate::app::labels::{FREE_KEYS, label_for, own_group};
use crate::entities::EntityLabel;
use crate::text::order;

/// The window.
#[component]
pub(in crate::app::ui) fn Labels() -> impl IntoView {
    let state = use_app();
    let own = Memo::new(move |_| state.desk.with(|d| d.as_ref().map_or_else(Vec::new, |d| d.labels().cloned().collect::<Vec<_>>())));
    view! {
        <Window title="Labels of your own">
            <p class="hint">"They belong to this article and stand in its files under their names. Each has a letter, a colour that can be read on both pages, and a key if you like."</p>
            {move || own.get().into_iter().map(|label| view! { <Edit known=Some(label)/> }).collect_view()}
            <h3>"A new label"</h3>
            {move || { own.track(); view! { <Edit known=None/> } }}
        </Window>
    }
}

/// One label to change, or to make.
#[component]
fn Edit(
    /// The label, if there is one yet.
    known: Option<LabelDefinition>,
) -> impl IntoView {
    let state = use_app();
    let others: Vec<LabelDefinition> =
        state.desk.with_untracked(|d| d.iter().flat_map(|d| d.labels()).filter(|l| known.as_ref().is_none_or(|k| k.label != l.label)).cloned().collect());
    let free = PROPOSED.into_iter().find(|p| others.iter().all(|o| o.colour.as_deref() != Some(p))).unwrap_or(PROPOSED[0]);
    let first = known.clone().unwrap_or_else(|| LabelDefinition {
        label: String::new(),
        layer: Layer::Entity,
        name: String::new(),
        key: FREE_KEYS.chars().find(|k| others.iter().all(|o| o.key != Some(*k))),
        colour: Some(free.to_owned()),
    });
    let name = RwSignal::new(first.name.clone());
    let key = RwSignal::new(first.key);
    let shade = RwSignal::new(first.colour.clone().unwrap_or_else(|| free.to_owned()));
    let trouble = RwSignal::new(None::<&'static str>);
    let others = StoredValue::new(others);
    let verdict = move || {
        let beside: Vec<(String, colour::Rgb)> =
            others.with_value(|o| o.iter().filter_map(|o| Some((o.name.clone(), colour::parse(o.colour.as_deref()?)?))).collect());
        colour::parse(&shade.get()).map(|c| colour::verdict(c, &beside))
    };
    let having = known.as_ref().map_or(0, |k| {
        state.desk.with_untracked(|d| {
            d.iter().flat_map(|d| d.annotations()).filter(|a| a.label == k.label && a.layer == k.layer && a.status != Status::Rejected).count()
        })
    });
    let old = StoredValue::new(known.as_ref().map(|k| k.label.clone()));
    let keep = move |_| {
        let typed = name.get_untracked();
        let Some(label) = label_for(&typed) else {
            trouble.set(Some("Give it a name with a letter or a digit in it."));
            return;
        };
        let taken = state.desk.tags.with_untracked(|tags| tags.iter().any(|t| t.label == label && old.with_value(|o| o.as_ref() != Some(&t.label))));
        if taken || ["NORP", "TIME", "MONEY", "PERCENT"].contains(&label.as_str()) {
            trouble.set(Some("There is a label with that name."));
            return;
        }
        if !untrack(verdict).is_some_and(|v| v.good) {
            trouble.set(Some("That colour cannot be read. Take a darker one."));
            return;
        }
        trouble.set(None);
        let definition =
            LabelDefinition { label, layer: Layer::Entity, name: typed.trim().to_owned(), key: key.get_untracked(), colour: Some(shade.get_untracked()) };
        match old.get_value() {
            Some(old) => state.gesture(|d| d.change_label(&old, definition)),
            None => state.gesture(|d| d.put_label(definition)),
        };
    };
    let remove = move |_| {
        if let Some(old) = old.get_value()
            && let Some(changed) = state.gesture(|d| d.remove_label(&old))
        {
            state.say_with_undo(format!("{}.", changed.name));
        }
    };
    let is_new = known.is_none();
    let title = if is_new { "New label".to_owned() } else { format!("Label {}", first.name) };
    view! {
        <div class="own-label" role="group" aria-label=title>
            <div class="row">
                <label>"Name "<input prop:value=move || name.get() maxlength="40" on:input=move |event| name.set(event_target_value(&event))/></label>
                <label>"Key "<select on:change=move |event| key.set(event_target_value(&event).chars().next())>
                    <option value="" selected=move || key.get().is_none()>"none"</option>
                    {FREE_KEYS.chars().filter(|k| others.with_value(|o| o.iter().all(|o| o.key != Some(*k)))).map(|k| view! { <option value=k.to_string() selected=move || key.get() == Some(k)>{k.to_uppercase().to_string()}</option> }).collect_view()}
                </select></label>
                <label>"Colour "<input type="color" prop:value=move || shade.get() on:input=move |event| shade.set(event_target_value(&event))/></label>
                <button class="btn" class:primary=is_new on:click=keep>{if is_new { "Add" } else { "Change" }}</button>
                {(!is_new).then(|| view! { <button class="btn danger" on:click=remove>"Remove"</button> })}
            </div>
            {move || verdict().map(|v| view! {
                <p class="hint verdict" class:bad=!v.good role="status">{v.words}
                    {v.instead.map(|instead| { let hex = colour::hex(instead); let shown = hex.clone(); view! { " "<button class="btn small" on:click=move |_| shade.set(hex.clone())>{format!("Take {shown}")}</button> } })}
                </p>
            })}
            {move || trouble.get().map(|t| view! { <p class="bad" role="alert">{t}</p> })}
            {(having > 0).then(|| view! { <p class="hint">{format!("{} in the article. They keep the label where it is removed here.", count(having, "mark has it", "marks have it"))}</p> })}
        </div>
    }
}

/// Keeps a rule of style for each label of a person's own. The page's policy allows no style in the markup; a rule that is
/// put in by its own script is none.
pub(super) fn paint_groups(state: AppState) {
    let rules = Memo::new(move |_| {
        state.desk.with(|d| {
            let mut light = String::new();
            let mut dark = String::new();
            for label in d.iter().flat_map(|d| d.labels()) {
                let Some(edge) = label.colour.as_deref().and_then(colour::parse) else { continue };
                let group = own_group(&label.label);
                for (page, rules) in PAGES.into_iter().zip([&mut light, &mut dark]) {
                    let edge = colour::readable(edge, page);
                    rules.push_str(&format!("--c-{group}:{};--f-{group}:{};", colour::hex(edge), colour::hex(colour::fill(edge, page))));
                }
            }
            (light, dark)
        })
    });
    let groups = Memo::new(move |_| {
        state.desk.with(|d| {
            let foreign =
                |a: &&std::sync::Arc<crate::annotation::Annotation>| a.layer == Layer::Entity && EntityLabel::ALL.iter().all(|l| l.as_str() != a.label);
            let used = d.iter().flat_map(|d| d.annotations()).filter(foreign).map(|a| own_group(&a.label));
            order::set(used.chain(d.iter().flat_map(|d| d.labels()).map(|l| own_group(&l.label))))
        })
    });
    Effect::new(move |put: Option<Option<u32>>| {
        let sheet = document().style_sheets().item(0).and_then(|s| s.dyn_into::<web_sys::CssStyleSheet>().ok())?;
        if let Some(Some(at)) = put {
            let _ = sheet.delete_rule(at);
        }
        let (light, dark) = rules.get();
        let mut css =
            format!("@media all{{:root{{{light}}}:root[data-theme=dark]{{{dark}}}@media(prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}");
        for group in groups.get() {
            css.push_str(&format!(
                ".e.{group},.sw.{group}{{--c:var(--c-{group},var(--other));--f:var(--f-{group},var(--other-f))}}.l-{group}{{--c2:var(--c-{group},var(--other))}}\
                 .no-{group} .e.{group}{{--e-line:none;--e-fill:none}}.no-{group} .e.{group}::after{{content:none}}"
            ));
        }
        css.push('}');
        let at = sheet.css_rules().ok()?.length();
        sheet.insert_rule_with_index(&css, at).ok()
    });
}
