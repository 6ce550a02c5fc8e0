//! The strip over the sheet with what can be done with it, and the bar of labels while words are selected.

use leptos::prelude::*;

use super::super::state::use_app;
use super::super::window::opener;
use super::super::words::excerpt;
use super::super::{dom, find, house};
use super::set::{self, set, source};
use super::{caret, paint};
use crate::annotation::RelationKind;
use crate::app::hand::Paint;
use crate::app::shown::{Dialog, Tab};
use crate::app::ui::dom::on_click;

/// The strip: finding, label first, the caret, labels, the review. What is on says so, and how to leave it.
#[component]
pub(in crate::app::ui) fn Strip() -> impl IntoView {
    let state = use_app();
    let painting = move || state.marking.paint.with(|p| *p != Paint::Off);
    let caret_on = move || state.marking.caret.with(Option::is_some);
    let finding = move || state.find.open.get();
    let review = move |_| {
        state.windows.tab.set(Tab::Review);
        state.windows.panel_open.set(true);
    };
    view! {
        <div class="strip" role="group" aria-label="Tools">
            <div class="strip-row">
                <button class="btn small" class:on=finding aria-pressed=move || finding().to_string() title="Find in the text (Ctrl F)" on:click=on_click(move |_| if finding() { find::close(state) } else { find::open(state) })>"Find "<kbd>"/"</kbd></button>
                <button class="btn small" class:on=move || state.sheet.clean.get() aria-pressed=move || state.sheet.clean.get().to_string() title="The text without any mark" on:click=on_click(move |_| state.sheet.clean.update(|c| *c = !*c))>"Bare text "<kbd>"H"</kbd></button>
                <button class="btn small" class:on=painting aria-pressed=move || painting().to_string() title="Choose a label, then select words: each is marked with it" on:click=on_click(move |_| paint::choose(state))>"Label first "<kbd>"L"</kbd></button>
                <button class="btn small" class:on=caret_on aria-pressed=move || caret_on().to_string() title="A caret in the article, for marking by keys alone" on:click=on_click(move |_| { caret::toggle(state); dom::focus_sheet(); })>"Caret "<kbd>"C"</kbd></button>
                {opener("btn small", "By typing", Some("T"), Some("Mark words by typing them"), Dialog::ByText)}
                {opener("btn small", "Labels…", None, Some("Labels of your own"), Dialog::Labels)}
                <button class="btn small" title="Rules of your own for every article (Shift G)" on:click=on_click(move |_| house::open(state, false))>"Rules…"</button>
                <button class="btn small" title="Go through what waits for a decision" on:click=on_click(review)>"Review "<kbd>"R"</kbd></button>
            </div>
            <Show when=finding><find::Bar/></Show>
            {move || match state.marking.paint.get() {
                Paint::Off => ().into_any(),
                Paint::Choosing => view! {
                    <div class="strip-row state"><span>"Mark with:"</span>
                        {state.desk.tags.get().iter().cloned().map(|tag| {
                            let (name, class, key) = (tag.name.clone(), format!("sw {}", tag.group), tag.key);
                            view! { <button class="btn small" on:click=on_click(move |_| paint::with(state, tag.clone()))><b class=class aria-hidden="true"></b>{name}{key.map(|k| view! { " "<kbd>{k.to_uppercase().to_string()}</kbd> })}</button> }
                        }).collect_view()}
                        <button class="btn small" on:click=on_click(move |_| paint::stop(state))>"Cancel "<kbd>"Esc"</kbd></button>
                    </div>
                }.into_any(),
                Paint::With(tag) => view! {
                    <div class="strip-row state painting"><b class=format!("sw {}", tag.group) aria-hidden="true"></b>
                        <span>"Every selection is marked as "<strong>{tag.name}</strong>"."</span>
                        <button class="btn small" on:click=on_click(move |_| state.marking.paint.set(Paint::Choosing))>"Other label"</button>
                        <button class="btn small" on:click=on_click(move |_| paint::stop(state))>"Stop "<kbd>"Esc"</kbd></button>
                    </div>
                }.into_any(),
            }}
            <Show when=caret_on>
                <div class="strip-row state">
                    <span><strong>"Caret."</strong>" "<kbd>"← →"</kbd>" word, with "<kbd>"Alt"</kbd>" letter, "<kbd>"Ctrl"</kbd>" sentence; "<kbd>"↑ ↓"</kbd>" line, with "<kbd>"Ctrl"</kbd>" paragraph. "<kbd>"Shift"</kbd>" selects, a label’s key marks, "<kbd>"Enter"</kbd>" takes the mark here."</span>
                    <button class="btn small" on:click=on_click(move |_| caret::toggle(state))>"Leave "<kbd>"Esc"</kbd></button>
                </div>
            </Show>
        </div>
    }
}

/// The bar of labels, while words are selected.
#[component]
pub(in crate::app::ui) fn MarkBar() -> impl IntoView {
    let state = use_app();
    let words = move || {
        let chosen = state.marking.chosen.get()?;
        state.desk.with(|d| d.as_ref().and_then(|d| d.text().get(chosen.snapped.range()).map(|w| excerpt(w, 60))))
    };
    let as_speaker = move || state.selected_quote();
    let shown =
        move || state.marking.chosen.with(Option::is_some) && !state.windows.editing.get() && state.marking.paint.with(|p| !matches!(p, Paint::With(_)));
    view! {
        <Show when=shown>
            <div class="mark-bar" role="toolbar" aria-label="Mark the selected words" on:mousedown=move |event| event.prevent_default()>
                <span class="mark-words">{move || words().map(|w| format!("“{w}”"))}</span>
                {move || state.desk.tags.get().iter().cloned().map(|tag| {
                    let (name, class, key) = (tag.name.clone(), format!("sw {}", tag.group), tag.key);
                    view! {
                        <button class="btn small" title=format!("{name}; with Alt, exactly what is selected") on:click=on_click(move |event| if let Some(chosen) = state.marking.chosen.get_untracked() { set(state, chosen, &tag, event.alt_key()) })>
                            <b class=class aria-hidden="true"></b>{name.clone()}{key.map(|k| view! { " "<kbd>{k.to_uppercase().to_string()}</kbd> })}
                        </button>
                    }
                }).collect_view()}
                <Show when=move || as_speaker().is_some()>
                    <button class="btn small" on:click=on_click(move |_| source(state, RelationKind::Speaker))>"Its speaker"</button>
                    <button class="btn small" on:click=on_click(move |_| source(state, RelationKind::Addressee))>"Its addressee"</button>
                </Show>
                <button class="btn small" title="Find more of the same in every article, by a rule of your own" on:click=on_click(move |_| house::open(state, true))>"Mark everywhere… "<kbd>"⇧G"</kbd></button>
                <button class="btn small" title="Take the words out of the text" on:click=on_click(move |_| { set::remove(state); })>"Delete "<kbd>"Del"</kbd></button>
                <button class="btn small" on:click=on_click(move |_| { state.windows.editing.set(true); })>"Edit text"</button>
            </div>
        </Show>
    }
}
