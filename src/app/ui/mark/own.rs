//! Labels of a person's own: the window in which they are made, and their colours.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::super::state::{AppState, use_app};
use super::super::window::Window;
use super::super::words::count;
use crate::annotation::{LabelDefinition, Layer, Status};
use crate::app::colour::{self, PAGES, PROPOSED};
use crate::app::labels::{FREE_KEYS, key_taken, label_for, own_group};
use crate::app::ui::dom::{on_click, on_event};
use crate::entities::EntityLabel;
use crate::text::order;

/// The window.
#[component]
pub(in crate::app::ui) fn Labels() -> impl IntoView {
    let state = use_app();
    let library = state.desk.library;
    // Those of the article that the library does not have.
    let came = move || {
        state.desk.with(|d| {
            let own = d.iter().flat_map(|d| d.labels_of_its_own()).cloned();
            library.with(|library| own.filter(|l| library.iter().all(|k| k.label != l.label)).collect::<Vec<_>>())
        })
    };
    view! {
        <Window title="Labels of your own">
            <p class="hint">"They are kept in this browser, offered in every article, and go with every file that holds labels. Each has a colour that can be read on both pages, and a key if you like."</p>
            {move || library.get().into_iter().map(|label| view! { <Edit known=Some(label)/> }).collect_view()}
            {move || came().into_iter().map(|label| came_with_file(state, label)).collect_view()}
            <h3>"A new label"</h3>
            {move || { library.track(); view! { <Edit known=None/> } }}
        </Window>
    }
}

/// A label that came with the article's file: it is the article's, until it is kept for all.
fn came_with_file(state: AppState, label: LabelDefinition) -> AnyView {
    let (name, kept) = (label.name.clone(), label.clone());
    let keep = move |_| {
        let mut labels = state.desk.library.get_untracked();
        let key = kept.key.filter(|k| key_taken(*k, &labels).is_none());
        labels.push(LabelDefinition { key, ..kept.clone() });
        state.desk.keep_labels(labels);
    };
    let remove = move |_| {
        if let Some(changed) = state.gesture(|d| d.remove_label(&label.label)) {
            state.say_with_undo(format!("{}.", changed.name));
        }
    };
    view! {
        <div class="own-label row" role="group" aria-label=format!("Label {name}")>
            <strong>{name.clone()}</strong><span class="hint">"came with this article"</span><span class="gap"></span>
            <button class="btn" on:click=on_click(keep)>"Keep for all articles"</button>
            <button class="btn danger" on:click=on_click(remove)>"Remove"</button>
        </div>
    }
    .into_any()
}

/// One label to change, or to make.
#[component]
fn Edit(
    /// The label, if there is one yet.
    known: Option<LabelDefinition>,
) -> impl IntoView {
    let state = use_app();
    let is_new = known.is_none();
    let old = known.as_ref().map(|k| k.label.clone());
    let others: Vec<LabelDefinition> = state.desk.library.with_untracked(|all| all.iter().filter(|l| Some(&l.label) != old.as_ref()).cloned().collect());
    let free = PROPOSED.into_iter().find(|p| others.iter().all(|o| o.colour.as_deref() != Some(p))).unwrap_or(PROPOSED[0]);
    let first = known.unwrap_or_else(|| LabelDefinition {
        label: String::new(),
        layer: Layer::Entity,
        name: String::new(),
        key: FREE_KEYS.chars().find(|k| key_taken(*k, &others).is_none()),
        colour: Some(free.to_owned()),
    });
    let having = old.as_ref().map_or(0, |label| {
        state.desk.with_untracked(|d| {
            d.iter().flat_map(|d| d.annotations()).filter(|a| a.label == *label && a.layer == first.layer && a.status != Status::Rejected).count()
        })
    });
    let title = if is_new { "New label".to_owned() } else { format!("Label {}", first.name) };
    let name = RwSignal::new(first.name);
    let key = RwSignal::new(first.key.map(String::from).unwrap_or_default());
    let shade = RwSignal::new(first.colour.unwrap_or_else(|| free.to_owned()));
    let trouble = RwSignal::new(None::<String>);
    let (others, old) = (StoredValue::new(others), StoredValue::new(old));
    let verdict = move || {
        let beside: Vec<(String, colour::Rgb)> =
            others.with_value(|o| o.iter().filter_map(|o| Some((o.name.clone(), colour::parse(o.colour.as_deref()?)?))).collect());
        colour::parse(&shade.get()).map(|c| colour::verdict(c, &beside))
    };
    // What stands in the way of the label as it is filled in; else the label.
    let filled = move || {
        let typed = name.get_untracked().trim().to_owned();
        let named = label_for(&typed).ok_or("Give it a name with a letter or a digit in it.")?;
        let old = old.get_value();
        // One that is there keeps what it is called in files: marks in other articles have it.
        let label = old.clone().unwrap_or(named);
        let taken = |label: &str| state.desk.tags.with_untracked(|tags| tags.iter().any(|t| t.label == label));
        if old.is_none() && (taken(&label) || ["NORP", "TIME", "MONEY", "PERCENT"].contains(&label.as_str())) {
            return Err("There is a label with that name.".to_owned());
        }
        let key = key.get_untracked().chars().next().map(|k| k.to_ascii_lowercase());
        if let Some(why) = key.and_then(|k| others.with_value(|o| key_taken(k, o))) {
            return Err(why);
        }
        if !untrack(verdict).is_some_and(|v| v.good) {
            return Err("That colour cannot be read. Take a darker one.".to_owned());
        }
        Ok(LabelDefinition { label, layer: Layer::Entity, name: typed, key, colour: Some(shade.get_untracked()) })
    };
    let keep = move |_| match filled() {
        Ok(label) => {
            let mut labels = others.get_value();
            labels.push(label);
            order::sort_with(&mut labels, |a, b| a.label.cmp(&b.label));
            state.desk.keep_labels(labels);
        }
        Err(why) => trouble.set(Some(why)),
    };
    let remove = move |_| {
        state.desk.keep_labels(others.get_value());
        state.say("The label is removed. Marks that have it keep it.");
    };
    view! {
        <div class="own-label" role="group" aria-label=title>
            <div class="row">
                <label>"Name "<input prop:value=name maxlength="40" on:input=on_event(move |event| name.set(event_target_value(&event)))/></label>
                <label>"Key "<input class="key" prop:value=move || key.get().to_uppercase() maxlength="1" on:input=on_event(move |event| key.set(event_target_value(&event)))/></label>
                <label>"Colour "<input type="color" prop:value=shade on:input=on_event(move |event| shade.set(event_target_value(&event)))/></label>
                <button class="btn" class:primary=is_new on:click=on_click(keep)>{if is_new { "Add" } else { "Change" }}</button>
                {(!is_new).then(|| view! { <button class="btn danger" on:click=on_click(remove)>"Remove"</button> })}
            </div>
            {move || verdict().map(|v| view! {
                <p class="hint verdict" class:bad=!v.good role="status">{v.words}
                    {v.instead.map(|instead| { let hex = colour::hex(instead); let shown = hex.clone(); view! { " "<button class="btn small" on:click=on_click(move |_| shade.set(hex.clone()))>{format!("Take {shown}")}</button> } })}
                </p>
            })}
            {move || trouble.get().map(|t| view! { <p class="bad" role="alert">{t}</p> })}
            {(!is_new).then(|| view! { <p class="hint">{format!("In files it is {}. {} in this article.", old.get_value().unwrap_or_default(), count(having, "mark has it", "marks have it"))}</p> })}
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
