//! The lists at the right: quotations by speaker, names by entity, findings by how bad they are.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::state::{AppState, use_app};
use super::window::opener;
use super::words;
use crate::annotation::{Annotation, Layer, Status, Workspace};
use crate::app::Places;
use crate::app::groups::{family, family_name, group_of, label_name};
use crate::app::health::severity;
use crate::app::said;
use crate::app::shown::{Dialog, Tab};
use crate::app::ui::dom::on_click;
use crate::text::Span;

/// Rows that are shown at first, and that are added on demand.
const SHEAF: usize = 200;

/// One row.
#[derive(Clone, PartialEq)]
struct Row {
    id: String,
    swatch: String,
    letter: &'static str,
    /// What stands before it on the page, and after it.
    around: (String, String),
    title: String,
    detail: String,
    status: Status,
    paragraph: usize,
    /// The same finding in other places: one row stands for all.
    alike: Vec<Row>,
}

/// Rows under a heading.
#[derive(Clone, PartialEq)]
struct Group {
    title: String,
    count: usize,
    rows: Vec<Row>,
    /// Rows that were not made, because there is no room for them.
    left: usize,
}

/// The lists with their tabs.
#[component]
pub(super) fn Lists() -> impl IntoView {
    let state = use_app();
    let limit = RwSignal::new(SHEAF);
    let groups = Memo::new(move |_| {
        let (tab, limit) = (state.windows.tab.get(), limit.get());
        let mut groups = state.desk.with(|d| {
            d.as_ref().map_or_else(Vec::new, |d| match tab {
                Tab::Quotations => quotations(state, d),
                Tab::Names => names(state, d),
                Tab::Damage => damage(state, d),
                Tab::Review => review(state, d, limit),
            })
        });
        let total: usize = groups.iter().map(|g| g.rows.len() + g.left).sum();
        let mut room = limit;
        for group in &mut groups {
            group.rows.truncate(room);
            room -= group.rows.len();
        }
        groups.retain(|g| !g.rows.is_empty());
        (groups, total)
    });
    let tab = move |this: Tab, name: &'static str| {
        view! {
            <button role="tab" class="tab" id=format!("tab-{name}") aria-controls="list" aria-selected=move || (state.windows.tab.get() == this).to_string() tabindex=move || if state.windows.tab.get() == this { 0 } else { -1 }
                on:click=on_click(move |_| { limit.set(SHEAF); state.windows.tab.set(this); })>{name}</button>
        }
    };
    let empty = move || match state.windows.tab.get() {
        Tab::Quotations => "No quotations found.",
        Tab::Names => "No names found.",
        Tab::Damage => "No damage found.",
        Tab::Review => "Nothing here. Either all of it is decided, or the filter leaves nothing.",
    };
    view! {
        <section class="lists">
            <div class="tabs" role="tablist" aria-label="Lists" on:keydown=turn_tab>
                {tab(Tab::Quotations, "Quotations")}{tab(Tab::Names, "Names")}{tab(Tab::Damage, "Damage")}{tab(Tab::Review, "Review")}
            </div>
            <div class="list" class:of-quotations=move || state.windows.tab.get() == Tab::Quotations id="list" role="tabpanel" aria-label="List" tabindex="-1" on:keydown=move |event| walk(&event)>
                {move || (state.windows.tab.get() == Tab::Quotations && groups.with(|(g, _)| !g.is_empty())).then(|| opener("btn small", "As a table", Some("W"), None, Dialog::Said))}
                <Show when=move || state.windows.tab.get() == Tab::Review><super::review::Controls/></Show>
                {move || groups.with(|(groups, _)| groups.is_empty()).then(|| view! { <p class="empty">{empty()}</p> })}
                {move || groups.get().0.into_iter().map(|group| view! { <Rows group/> }).collect_view()}
                {move || {
                    let (total, shown) = (groups.with(|(_, total)| *total), limit.get());
                    (total > shown).then(|| view! { <button class="btn" on:click=on_click(move |_| limit.update(|l| *l += SHEAF))>{format!("Show more ({} follow)", total - shown)}</button> })
                }}
            </div>
        </section>
    }
}

/// The rows of one heading.
#[component]
fn Rows(
    /// The heading and its rows.
    group: Group,
) -> impl IntoView {
    let state = use_app();
    view! {
        <h3>{group.title}<i>{group.count}</i></h3>
        <ul>{group.rows.into_iter().map(|row| entry(state, row)).collect_view()}</ul>
    }
}

/// A row, and the rows behind it.
fn entry(state: AppState, mut row: Row) -> AnyView {
    let alike = std::mem::take(&mut row.alike);
    if alike.is_empty() {
        return view! { <li>{button(state, row)}</li> }.into_any();
    }
    let open = RwSignal::new(false);
    let number = alike.len() + 1;
    let first = row.clone();
    let alike = StoredValue::new(alike);
    view! {
        <li>
            {button(state, first)}
            <button class="btn small alike" aria-expanded=move || open.get().to_string() on:click=on_click(move |_| open.update(|o| *o = !*o))>
                {move || if open.get() { format!("{number} places ▴") } else { format!("{number} places ▾") }}
            </button>
            {move || open.get().then(|| view! { <ul class="alike">{alike.get_value().into_iter().map(|row| view! { <li>{button(state, row)}</li> }).collect_view()}</ul> })}
        </li>
    }
    .into_any()
}

fn button(state: AppState, row: Row) -> AnyView {
    let (id, chosen, current) = (row.id.clone(), row.id.clone(), row.id);
    let class = match row.status {
        Status::Suggested => "item",
        Status::Accepted => "item accepted",
        Status::Rejected => "item rejected",
    };
    let (before, after) = row.around;
    view! {
        <button class=class class:chosen=move || state.selection.selected.with(|s| s.as_ref() == Some(&chosen)) aria-current=move || state.selection.selected.with(|s| s.as_ref() == Some(&current)).then_some("true") on:click=on_click(move |_| state.select(&id))>
            <b class=row.swatch aria-hidden="true">{row.letter}</b>
            <span><span class="words"><span class="around">{before}</span>{row.title}<span class="around">{after}</span></span><small>{row.detail}</small></span>
            <i><span class="unseen">"paragraph "</span>{row.paragraph}</i>
        </button>
    }
    .into_any()
}

/// One row for equal findings: the same words with the same thing wrong.
fn joined(rows: Vec<Row>) -> Vec<Row> {
    let mut joined: Vec<Row> = Vec::new();
    let mut places = Places::default();
    for row in rows {
        let place = places.of(format!("{}\n{}", row.detail, row.title), joined.len());
        match joined.get_mut(place) {
            Some(first) => first.alike.push(row),
            None => joined.push(row),
        }
    }
    joined
}

fn quotations(state: AppState, desk: &Workspace) -> Vec<Group> {
    let rows = said::rows(desk.text(), desk.annotations(), desk.relations());
    let mut groups: Vec<Group> = said::by_speaker(rows)
        .into_iter()
        .map(|(speaker, rows)| Group {
            title: speaker.unwrap_or_else(|| "Not named".into()),
            count: rows.len(),
            rows: rows.iter().filter_map(|r| desk.annotation(&r.id)).map(|a| row(state, desk, a, format!("{}{}", label_name(a), decided(a)))).collect(),
            left: 0,
        })
        .collect();
    let rest = desk
        .annotations()
        .iter()
        .filter(|a| a.layer == Layer::Quote && (a.status == Status::Rejected || matches!(a.text_attribute("kind"), Some("scare" | "title"))));
    let rest: Vec<Row> = rest.map(|a| row(state, desk, a, format!("{}{}", label_name(a), decided(a)))).collect();
    if !rest.is_empty() {
        groups.push(Group { title: "Titles, scare quotes, rejected".into(), count: rest.len(), rows: rest, left: 0 });
    }
    groups
}

fn names(state: AppState, desk: &Workspace) -> Vec<Group> {
    // One row an entity: its first mention, with the number of all.
    let mut groups: Vec<(usize, Group)> = Vec::new();
    let mut places = Places::default();
    let mut seen: Vec<(usize, usize)> = Vec::new();
    for annotation in desk.annotations().iter().filter(|a| a.layer == Layer::Entity) {
        let Some((_, kind)) = group_of(annotation) else { continue };
        let place = match groups.iter().position(|(_, g)| g.title == kind.name) {
            Some(place) => place,
            None => {
                groups.push((groups.len(), Group { title: kind.name.into_owned(), count: 0, rows: Vec::new(), left: 0 }));
                groups.len() - 1
            }
        };
        groups[place].1.count += 1;
        let entity = annotation.text_attribute("entity").filter(|_| annotation.status != Status::Rejected);
        let number = entity.map(|entity| places.of(format!("{}\n{entity}", annotation.label), seen.len()));
        if let Some((group, index)) = number.and_then(|n| seen.get(n)) {
            let row = &mut groups[*group].1.rows[*index];
            let count = row.detail.split(' ').next().and_then(|n| n.parse::<usize>().ok()).unwrap_or(1) + 1;
            row.detail = format!("{count} mentions");
            continue;
        }
        let mut row = row(state, desk, annotation, decided(annotation).trim_start_matches(", ").to_owned());
        if let Some(name) = annotation.text_attribute("name").filter(|_| entity.is_some()) {
            row.title = name.to_owned();
            row.around = Default::default();
        }
        groups[place].1.rows.push(row);
        if entity.is_some() {
            seen.push((place, groups[place].1.rows.len() - 1));
        }
    }
    let order = |title: &str| ["Person", "Organisation", "Place", "Nationality, group", "Date, time", "Amount"].iter().position(|t| *t == title).unwrap_or(9);
    crate::app::arrange(&mut groups, |(_, g)| order(&g.title));
    groups.into_iter().map(|(_, g)| g).collect()
}

fn damage(state: AppState, desk: &Workspace) -> Vec<Group> {
    let mut groups: Vec<(u8, Group)> = Vec::new();
    for annotation in desk.annotations().iter().filter(|a| a.layer == Layer::Artifact) {
        let rejected = annotation.status == Status::Rejected;
        let hint = crate::app::finding::is_quiet(annotation);
        let title = match (rejected, hint) {
            (true, _) => "Dismissed".to_owned(),
            _ if crate::app::finding::is_structure(annotation) => continue,
            (_, true) => "Hints, style".to_owned(),
            _ => family_name(family(&annotation.label)).to_owned(),
        };
        let weight = match (rejected, hint) {
            (true, _) => 0,
            (_, true) => 1,
            _ => 2 + severity(annotation),
        };
        let row = row(
            state,
            desk,
            annotation,
            format!(
                "{}, {}{}",
                label_name(annotation),
                annotation.text_attribute("severity").unwrap_or("info"),
                if annotation.edits.is_empty() { "" } else { ", can be repaired" }
            ),
        );
        match groups.iter_mut().find(|(_, g)| g.title == title) {
            Some((heaviest, group)) => {
                *heaviest = (*heaviest).max(weight);
                group.count += 1;
                group.rows.push(row);
            }
            None => groups.push((weight, Group { title, count: 1, rows: vec![row], left: 0 })),
        }
    }
    crate::app::arrange(&mut groups, |(weight, _)| std::cmp::Reverse(*weight));
    groups.into_iter().map(|(_, g)| Group { rows: joined(g.rows), ..g }).collect()
}

fn review(state: AppState, desk: &Workspace, limit: usize) -> Vec<Group> {
    let filter = state.filter.get();
    let mut rows = Vec::new();
    let mut count = 0;
    for annotation in desk.filtered(&filter) {
        count += 1;
        if count <= limit {
            let waits = annotation.status == Status::Suggested;
            let score = if waits { format!(", {:.2}", annotation.score) } else { String::new() };
            rows.push(row(state, desk, annotation, format!("{}{score}{}", label_name(annotation), decided(annotation))));
        }
    }
    let left = count - rows.len();
    if rows.is_empty() { Vec::new() } else { vec![Group { title: "Shown".into(), count, rows, left }] }
}

fn row(state: AppState, desk: &Workspace, annotation: &Annotation, detail: String) -> Row {
    let group = group_of(annotation).map(|(_, g)| g);
    let piece = if annotation.layer == Layer::Artifact { annotation.pieces()[0] } else { annotation.span };
    let words = words::excerpt(piece.of(desk.text()), 90);
    let title = match (annotation.layer, words.trim()) {
        (Layer::Artifact, _) if annotation.is_verdict() => "The whole article".to_owned(),
        (Layer::Artifact, _) => crate::app::diff::visible(&words),
        (_, words) => words.to_owned(),
    };
    Row {
        id: annotation.id.clone(),
        swatch: match annotation.layer {
            Layer::Entity => format!("sw {}", group.as_ref().map_or("misc", |g| &g.key)),
            Layer::Artifact => "sw damage".into(),
            _ => "sw quote".into(),
        },
        letter: group.map_or("", |g| g.letter),
        around: if annotation.is_verdict() { Default::default() } else { around(desk.text(), piece) },
        title,
        detail,
        alike: Vec::new(),
        status: annotation.status,
        paragraph: state.desk.blocks.with_untracked(|b| crate::app::blocks::block_at(b, annotation.span.start()).map_or(1, |n| b[n].paragraph)),
    }
}

/// A few words on both sides, of the same line. Of what is long none: it speaks for itself.
fn around(text: &str, span: Span) -> (String, String) {
    const LETTERS: usize = 22;
    if span.len() > 40 {
        return Default::default();
    }
    let line = |piece: &str, last: bool| if last { piece.rsplit('\n').next() } else { piece.split('\n').next() }.unwrap_or_default().to_owned();
    let from = text[..span.start()].char_indices().rev().nth(LETTERS).map_or(0, |(n, _)| n);
    let to = text[span.end()..].char_indices().nth(LETTERS).map_or(text.len(), |(n, _)| span.end() + n);
    let (before, after) = (line(&text[from..span.start()], true), line(&text[span.end()..to], false));
    // Whole words: the first of those before may be cut, and the last of those after.
    let before =
        if from > 0 && before.len() == span.start() - from { before.split_once(' ').map_or(before.clone(), |(_, rest)| format!("… {rest}")) } else { before };
    let after =
        if to < text.len() && after.len() == to - span.end() { after.rsplit_once(' ').map_or(after.clone(), |(rest, _)| format!("{rest} …")) } else { after };
    (before, after)
}

fn decided(annotation: &Annotation) -> &'static str {
    match annotation.status {
        Status::Suggested => "",
        Status::Accepted => ", accepted",
        Status::Rejected => ", rejected",
    }
}

/// The arrow keys go from row to row.
fn walk(event: &ev::KeyboardEvent) {
    let back = match event.key().as_str() {
        "ArrowDown" => false,
        "ArrowUp" => true,
        _ => return,
    };
    let Some(list) = super::dom::by_id("list") else { return };
    let Ok(rows) = list.query_selector_all("button.item") else { return };
    let here = document().active_element();
    let at = (0..rows.length()).find(|n| rows.get(*n).and_then(|r| r.dyn_into::<Element>().ok()) == here);
    let next = match (at, back) {
        (Some(at), false) => at + 1,
        (Some(at), true) => at.wrapping_sub(1),
        (None, _) => 0,
    };
    if let Some(row) = rows.get(next).and_then(|r| r.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = row.focus();
        row.click();
    }
}

/// The arrow keys go from tab to tab.
fn turn_tab(event: ev::KeyboardEvent) {
    let back = match event.key().as_str() {
        "ArrowRight" => false,
        "ArrowLeft" => true,
        _ => return,
    };
    let Some(here) = document().active_element() else { return };
    let next = if back { here.previous_element_sibling() } else { here.next_element_sibling() };
    if let Some(next) = next.and_then(|n| n.dyn_into::<HtmlElement>().ok()) {
        next.click();
        let _ = next.focus();
    }
}
