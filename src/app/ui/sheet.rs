//! The article: blocks of flat runs, proof-reader's marks at the left, speakers at the right.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::dom;
use super::screen;
use super::state::{AppState, use_app};
use super::words;
use crate::annotation::{Layer, RelationKind};
use crate::app::hand::Paint;
use crate::app::runs::{Drawn, Run, draw};
use crate::app::ui::dom::on_click;
use crate::text::Span;

/// Classes of runs that follow what is selected, and not the text.
const FOLLOWING: [&str; 5] = ["is-selected", "is-speaker", "is-cue", "is-addressee", "is-same"];

/// The sheet.
#[component]
pub(super) fn Sheet() -> impl IntoView {
    let state = use_app();
    let drawn = move || {
        let shown = state.sheet.drawn.get();
        let blocks = state.desk.blocks.get();
        state.desk.with(|d| {
            let Some(d) = d else { return Vec::new() };
            let rows = draw(d.text(), &blocks[..blocks.len().min(shown)], d.annotations(), d.relations());
            rows.into_iter().map(|(key, drawn)| (key, Arc::new(drawn))).collect()
        })
    };
    let hidden = move || {
        let mut class = String::from("sheet");
        state.sheet.hidden.with(|h| {
            for key in h {
                class.push_str(" no-");
                class.push_str(key);
            }
        });
        if state.sheet.clean.get() {
            class.push_str(" clean");
        }
        if state.marking.paint.with(|p| matches!(p, Paint::With(_))) {
            class.push_str(" painting");
        }
        class.push_str(" voice-");
        class.push_str(state.sheet.voice.get().name());
        if state.selection.choosing_speaker.with(Option::is_some) {
            class.push_str(" choosing");
        }
        if state.desk.blocks.with(|b| b.len() > 150) {
            class.push_str(" long");
        }
        class
    };
    let left = move || state.desk.blocks.with(|b| b.len().saturating_sub(state.sheet.drawn.get()));
    follow_selection(state);
    // The keys act on the article at once, and a screen reader begins there.
    request_animation_frame(dom::focus_sheet);
    view! {
        <div class="leaf">
            <article class=hidden id="sheet" tabindex="0" role=move || state.marking.caret.with(Option::is_some).then_some("application") aria-label=move || if state.marking.caret.with(Option::is_some) { "Article, with a caret" } else { "Article" } on:click=on_click(move |event| clicked(state, &event)) on:mouseover=move |event| name_mark(state, &event)>
                <For each=drawn key=|(key, _)| *key let((_, block))>
                    <Block block/>
                </For>
            </article>
            <super::mark::overlay::Overlay/>
        </div>
        <Show when=move || { left() > 0 }>
            <p class="more"><button class="btn" on:click=on_click(move |_| state.draw_more())>{move || format!("Show more: {} paragraphs follow", left())}</button></p>
        </Show>
    }
}

/// One block.
#[component]
fn Block(
    /// What it shows.
    block: Arc<Drawn>,
) -> impl IntoView {
    let marks = block.marks.iter().map(|mark| {
        let class = format!("pm f-{}", mark.family);
        view! { <span class=class title=mark.name.clone() data-at=mark.at aria-hidden="true">{mark.sign}</span> }
    });
    let voices = block.voices.iter().map(|voice| {
        view! {
            <span class="voice" class:unnamed=!voice.known data-at=voice.at aria-hidden="true">{voice.name.clone()}<small>{voice.detail.clone()}</small></span>
        }
    });
    view! {
        <div class="p" class:continues=block.continues>
            <div class="no">{marks.collect_view()}</div>
            <p class="t" dir="auto">{block.runs.iter().map(run).collect_view()}</p>
            <div class="who">{voices.collect_view()}</div>
        </div>
    }
}

fn run(run: &Run) -> AnyView {
    let text = run.text.clone();
    if run.class.is_empty() {
        return text.into_any();
    }
    view! { <span class=run.class.clone() data-o=run.start data-l=run.letter data-b=run.before.clone() data-c=run.after.clone()>{text}</span> }.into_any()
}

/// A mark under the mouse says what it is.
fn name_mark(state: AppState, event: &ev::MouseEvent) {
    let Some(run) = event.target().and_then(|t| t.dyn_into::<Element>().ok()).and_then(|t| t.closest("[data-o]").ok().flatten()) else { return };
    if run.has_attribute("title") {
        return;
    }
    let Some(at) = screen::run_at(state, &run) else { return };
    let names: Vec<String> = state.stack(at).iter().map(|a| words::tooltip(a)).collect();
    let _ = run.set_attribute("title", &names.join("; "));
}

/// A click selects what lies there; while a speaker is being chosen, a name under the mouse is the speaker.
fn clicked(state: AppState, event: &ev::MouseEvent) {
    if dom::has_selection() {
        return;
    }
    if state.marking.caret.with_untracked(Option::is_some)
        && let Some(at) = screen::place_at(state, f64::from(event.client_x()), f64::from(event.client_y()))
    {
        super::mark::caret::put(state, at);
    }
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
    let margin = target.closest("[data-at]").ok().flatten();
    if let Some(mark) = margin {
        let at: Option<usize> = mark.get_attribute("data-at").and_then(|at| at.parse().ok());
        let layer = if mark.class_list().contains("voice") { Layer::Quote } else { Layer::Artifact };
        if let (Some(at), Some(block)) = (at, screen::block_of(state, &mark)) {
            select_starting(state, block + at, layer);
        }
        return;
    }
    let Some(at) = screen::run_at(state, &target) else {
        state.deselect();
        return;
    };
    if let Some(quote) = state.selection.choosing_speaker.get_untracked()
        && let Some(name) = state.stack(at).into_iter().find(|a| a.layer == Layer::Entity)
    {
        state.set_speaker(&quote, crate::annotation::Source::Annotation(&name.id));
        return;
    }
    if state.stack(at).is_empty() {
        state.deselect();
    } else {
        state.pick(at);
    }
}

/// Selects the annotation of `layer` that starts nearest to byte `at`.
fn select_starting(state: AppState, at: usize, layer: Layer) {
    let found = state.desk.with_untracked(|d| {
        let list = d.as_ref()?.annotations();
        let starts = |a: &&Arc<crate::annotation::Annotation>| a.layer == layer && a.pieces().iter().any(|p| p.start().abs_diff(at) <= 4) && !a.is_verdict();
        list.iter().filter(starts).min_by_key(|a| a.span.start().abs_diff(at)).map(|a| a.id.clone())
    });
    if let Some(id) = found {
        state.select(&id);
    }
}

/// Outlines what is selected and what belongs to it, and brings it into view.
fn follow_selection(state: AppState) {
    let outlined: StoredValue<Vec<Element>, LocalStorage> = StoredValue::new_local(Vec::new());
    Effect::new(move |before: Option<(Option<String>, u32)>| {
        let selected = state.selection.selected.get();
        let asked = state.selection.asked.get();
        state.desk.track();
        state.sheet.drawn.track();
        let moved = before.is_none_or(|(_, last)| last != asked);
        let id = selected.clone();
        // After the sheet has been drawn.
        request_animation_frame(move || {
            outlined.update_value(|old| {
                for run in old.drain(..) {
                    for class in FOLLOWING {
                        let _ = run.class_list().remove_1(class);
                    }
                }
            });
            if let (true, Some(card)) = (moved, dom::by_id("card")) {
                card.set_scroll_top(0);
            }
            let Some(id) = id else { return };
            show_row();
            let spans = belonging(state, &id);
            let mut first = None;
            for (class, span) in spans {
                for run in screen::runs_in(state, span) {
                    let _ = run.class_list().add_1(class);
                    if class == "is-selected" && first.is_none() {
                        first = Some(run.clone());
                    }
                    outlined.update_value(|o| o.push(run));
                }
            }
            if let (true, Some(first)) = (moved, first) {
                screen::scroll_to(state, &first.get_bounding_client_rect(), true);
            }
        });
        (selected, asked)
    });
}

/// Brings the row of what is selected into view in its list.
fn show_row() {
    let row = document().query_selector("#list .item.chosen").ok().flatten();
    let (Some(row), Some(list)) = (row, dom::by_id("list")) else { return };
    let (row, view) = (row.get_bounding_client_rect(), list.get_bounding_client_rect());
    let by = if row.top() < view.top() {
        row.top() - view.top()
    } else if row.bottom() > view.bottom() {
        row.bottom() - view.bottom()
    } else {
        return;
    };
    list.set_scroll_top(list.scroll_top() + by as i32);
}

/// The spans that belong to annotation `id`, with the class that each gets.
fn belonging(state: AppState, id: &str) -> Vec<(&'static str, Span)> {
    state.desk.with_untracked(|d| {
        let Some(d) = d else { return Vec::new() };
        // A verdict is on the whole article: there is nothing to outline.
        let Some(annotation) = d.annotation(id).filter(|a| !a.is_verdict()) else { return Vec::new() };
        let mut spans: Vec<(&'static str, Span)> =
            annotation.pieces().iter().map(|p| ("is-selected", if p.is_empty() { Span::new(p.start().saturating_sub(1), p.end() + 1) } else { *p })).collect();
        match annotation.layer {
            Layer::Quote => {
                for (kind, class) in [(RelationKind::Speaker, "is-speaker"), (RelationKind::Cue, "is-cue"), (RelationKind::Addressee, "is-addressee")] {
                    spans.extend(d.targets(id, kind).filter_map(|to| d.annotation(to)).map(|a| (class, a.span)));
                }
            }
            Layer::Entity => {
                if let Some(entity) = annotation.text_attribute("entity") {
                    let same = d.annotations().iter().filter(|a| a.layer == Layer::Entity && a.id != id && a.text_attribute("entity") == Some(entity));
                    spans.extend(same.take(500).map(|a| ("is-same", a.span)));
                }
            }
            _ => {}
        }
        spans
    })
}

/// Draws more of a long text when its end comes near.
pub(super) fn grow(state: AppState) {
    let Some(proof) = dom::by_id("proof") else { return };
    if f64::from(proof.scroll_top() + proof.client_height()) > f64::from(proof.scroll_height()) - 1500.0 {
        state.draw_more();
    }
}
