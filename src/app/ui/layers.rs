//! The panel at the left: what is shown, with counts, and who speaks.

use leptos::prelude::*;

use super::state::use_app;
use crate::app::groups::{Group, Heading, add_own, counts};
use crate::app::said;
use crate::app::ui::dom::on_click;

/// The panel.
#[component]
pub(super) fn Layers() -> impl IntoView {
    let state = use_app();
    let groups = Memo::new(move |_| {
        state.desk.with(|d| {
            d.as_ref().map_or_else(Vec::new, |d| {
                let mut groups = counts(d.annotations());
                add_own(&mut groups, d.labels());
                groups
            })
        })
    });
    let speakers = Memo::new(move |_| {
        state.desk.with(|d| {
            d.as_ref().map_or_else(Vec::new, |d| {
                let groups = said::by_speaker(said::rows(d.text(), d.annotations(), d.relations()));
                groups.into_iter().map(|(name, rows)| (name, rows.len(), rows[0].id.clone(), rows[0].letter())).collect::<Vec<_>>()
            })
        })
    });
    view! {
        <nav class="layers" aria-label="Layers">
            {move || groups.get().into_iter().map(|(heading, groups)| view! { <Section heading groups/> }).collect_view()}
            {move || {
                let speakers = speakers.get();
                (!speakers.is_empty()).then(|| view! {
                    <section class="layer-group speakers">
                        <h2>"Speakers"</h2>
                        {speakers.into_iter().map(|(name, count, first, letter)| {
                            let known = letter != "?";
                            let name = name.unwrap_or_else(|| "Not named".into());
                            view! {
                                <button class="layer" title="Go to the first quotation" on:click=on_click(move |_| state.select(&first))>
                                    <b class="sw" class:person=known class:misc=!known aria-hidden="true">{letter}</b>
                                    <span>{name}</span>
                                    <i>{count}</i>
                                </button>
                            }
                        }).collect_view()}
                    </section>
                })
            }}
        </nav>
    }
}

/// One heading with its groups.
#[component]
fn Section(
    /// The heading.
    heading: Heading,
    /// Its groups with their counts.
    groups: Vec<(Group, usize)>,
) -> impl IntoView {
    let state = use_app();
    let keys: Vec<String> = groups.iter().map(|(g, _)| g.key.to_string()).collect();
    let all_on = {
        let keys = keys.clone();
        move || state.sheet.hidden.with(|h| !keys.iter().any(|k| h.contains(k)))
    };
    let toggle_all = move |_| {
        state.sheet.hidden.update(|h| {
            let hide = !keys.iter().any(|k| h.contains(k));
            for key in &keys {
                if hide {
                    h.insert(key.clone())
                } else {
                    h.remove(key)
                };
            }
        });
    };
    view! {
        <section class="layer-group">
            <h2>{heading.name()}<button class="all" on:click=on_click(toggle_all)>{move || if all_on() { "hide" } else { "show" }}<span class="unseen">{format!(" all {}", heading.name().to_lowercase())}</span></button></h2>
            {groups.into_iter().map(|(group, count)| view! { <Layer heading group count/> }).collect_view()}
        </section>
    }
}

/// The switch of one group.
#[component]
fn Layer(
    /// Where it stands.
    heading: Heading,
    /// The group.
    group: Group,
    /// How many annotations it has.
    count: usize,
) -> impl IntoView {
    let state = use_app();
    let key = group.key.to_string();
    let on = {
        let key = key.clone();
        move || state.sheet.hidden.with(|h| !h.contains(&key))
    };
    let swatch = match heading {
        Heading::Entities => format!("sw {}", group.key),
        Heading::Quotations if group.key == "cue" => "sw cue".into(),
        Heading::Quotations => "sw quote".into(),
        Heading::Damage => "sw damage".into(),
        Heading::Structure => "sw part".into(),
    };
    let off = {
        let on = on.clone();
        move || !on()
    };
    view! {
        <button class="layer" class:off=off aria-pressed=move || on().to_string() on:click=on_click(move |_| state.sheet.hidden.update(|h| if !h.remove(&key) { h.insert(key.clone()); }))>
            <b class=swatch aria-hidden="true">{group.letter}</b>
            <span>{group.name}</span>
            <i>{count}</i>
        </button>
    }
}
