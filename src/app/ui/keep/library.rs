//! The list of kept articles on the start page.

use leptos::prelude::*;

use super::beside::Beside;
use super::reading::Progress;
use super::use_keeper;
use crate::app::shelf::{Order, Record, bin, shelf};
use crate::app::shown::Dialog;
use crate::app::ui::dom::{on_click, on_event};
use crate::app::ui::state::use_app;
use crate::app::ui::words::{self, count};
use crate::app::ui::{dom, export};

/// The shelf, and the bin.
#[component]
pub(in crate::app::ui) fn Library() -> impl IntoView {
    let state = use_app();
    let keeper = use_keeper();
    let search = RwSignal::new(String::new());
    keeper.look_for("");
    let order = keeper.order;
    let shown = Memo::new(move |_| keeper.records.with(|all| keeper.in_texts.with(|texts| shelf(all, &search.get(), texts, order.get()))));
    let thrown = Memo::new(move |_| keeper.records.with(|all| bin(all)));
    let forgetting = RwSignal::new(false);
    let on_shelf = move || keeper.records.with(|all| all.iter().filter(|r| r.deleted.is_none()).count());
    let unread = move || shown.with(|s| s.iter().filter(|r| !r.read).map(|r| r.id.clone()).collect::<Vec<_>>());
    let choose = move |event: web_sys::Event| keeper.set_order(Order::named(&event_target_value(&event)));
    let ids = move || shown.with_untracked(|s| s.iter().map(|r| r.id.clone()).collect::<Vec<_>>());
    let export = move |_| {
        keeper.queue.set(ids());
        state.windows.dialog.set(Some(Dialog::ExportList));
    };
    view! {
        <Refused/>
        <Beside/>
        <Show when=move || { keeper.records.with(|all| !all.is_empty()) }>
            <section class="library" aria-labelledby="library-title">
                <div class="row library-head">
                    <h2 id="library-title">"On this device"</h2>
                    <span class="hint">{move || summary(&shown.get())}</span>
                    <Show when=move || { on_shelf() > 1 }>
                        <span class="library-tools"><input type="search" class="library-search" aria-label="Search titles, file names and texts" placeholder="Search titles, files, texts" on:input=on_event(move |event| { let words = event_target_value(&event); keeper.look_for(&words); search.set(words); })/>
                        <select aria-label="Order" on:change=on_event(choose)>{Order::ALL.map(|(o, name)| view! { <option selected=move || order.get() == o>{name}</option> }).collect_view()}</select></span>
                    </Show>
                </div>
                <div class="row reading" role="status">
                    {move || match (keeper.reading.get(), unread().len()) {
                        (Some(Progress { done, all }), _) => view! {
                            <progress max=all value=done aria-label="Articles read"></progress>
                            <span>{format!("{done} of {all} read")}</span>
                            <button class="btn small" on:click=on_click(move |_| keeper.stop_reading())>"Stop"</button>
                        }.into_any(),
                        (None, 0) => ().into_any(),
                        (None, n) => view! {
                            <span>{if n == 1 { "1 article is not read yet.".to_owned() } else { format!("{n} articles are not read yet.") }}</span>
                            <button class="btn small" on:click=on_click(move |_| keeper.read(untrack(unread)))>{if n == 1 { "Read it" } else { "Read them" }}</button>
                        }.into_any(),
                    }}
                </div>
                <ul class="shelf">
                    <For each=move || shown.get() key=|r| r.clone() let(record)><Kept record shown/></For>
                </ul>
                <Show when=move || { shown.with(Vec::is_empty) && on_shelf() > 0 }><p class="hint">"No title, no file name and no text holds these words."</p></Show>
                <div class="row library-foot">
                    <Show when=move || { shown.with(|s| !s.is_empty()) }>
                        <button class="btn" on:click=on_click(export)>{move || match (shown.with(Vec::len), on_shelf()) {
                            (1, _) => "Export it…".to_owned(),
                            (some, all) if some < all => format!("Export these {some}…"),
                            (all, _) => format!("Export all {all}…"),
                        }}</button>
                        <button class="btn" on:click=on_click(move |_| export::everything(state, keeper))>"Download everything"</button>
                    </Show>
                    <button class="btn danger apart" on:click=on_click(move |_| forgetting.set(true))>"Forget everything…"</button>
                </div>
                <Show when=move || forgetting.get()><Forget forgetting/></Show>
                <Show when=move || { thrown.with(|t| !t.is_empty()) }>
                    <details class="bin">
                        <summary>{move || format!("Bin: {}", count(thrown.with(Vec::len), "article", "articles"))}</summary>
                        <ul class="shelf">
                            {move || thrown.get().into_iter().map(|record| {
                                let (back, gone) = (record.id.clone(), record.id.clone());
                                view! {
                                    <li class="kept">
                                        <span class="kept-title">{record.title.clone()}</span>
                                        <span class="gap"></span>
                                        <button class="btn" aria-label=format!("Put back {}", record.title) on:click=on_click(move |_| keeper.bin(&back, false))>"Put back"</button>
                                        <button class="btn" aria-label=format!("Delete {} for good", record.title) on:click=on_click(move |_| keeper.forget(state, Some(vec![gone.clone()]), || {}))>"Delete for good"</button>
                                    </li>
                                }
                            }).collect_view()}
                        </ul>
                    </details>
                </Show>
            </section>
        </Show>
    }
}

/// What the list holds together: "50 articles, 12 not safe to quote, 340 to review".
fn summary(shown: &[Record]) -> String {
    if shown.len() < 2 {
        return String::new();
    }
    let unsafe_ones = shown.iter().filter(|r| r.damage == 2).count();
    let waiting: usize = shown.iter().map(|r| r.waiting).sum();
    let mut parts = vec![count(shown.len(), "article", "articles")];
    if unsafe_ones > 0 {
        parts.push(format!("{unsafe_ones} not safe to quote"));
    }
    if waiting > 0 {
        parts.push(format!("{} to review", words::thousands(waiting)));
    }
    parts.join(", ")
}

/// What could not be taken in, with the reasons.
#[component]
fn Refused() -> impl IntoView {
    let refused = use_keeper().refused;
    view! {
        <Show when=move || refused.with(|r| !r.is_empty())>
            <div class="trouble" role="alert">
                <p><strong>{move || match refused.with(Vec::len) {
                    1 => "One file was not taken in.".to_owned(),
                    n => format!("{n} files were not taken in."),
                }}</strong>" The files themselves are untouched."</p>
                <ul class="refused">{move || refused.get().into_iter().map(|why| view! { <li>{why}</li> }).collect_view()}</ul>
                <button class="btn" on:click=on_click(move |_| refused.update(Vec::clear))>"Close"</button>
            </div>
        </Show>
    }
}

/// One article on the shelf.
#[component]
fn Kept(
    /// What is known of it.
    record: Record,
    /// The list that it stands in.
    shown: Memo<Vec<Record>>,
) -> impl IntoView {
    let state = use_app();
    let keeper = use_keeper();
    let naming = RwSignal::new(false);
    let (open, rename, throw) = (StoredValue::new(record.id.clone()), record.id.clone(), record.id.clone());
    let here = record.id.clone();
    let title = StoredValue::new(record.title.clone());
    let mut counts: Vec<String> = Some(record.file.clone()).filter(|f| !f.is_empty()).into_iter().collect();
    counts.push(count(record.words, "word", "words"));
    if record.read {
        counts.extend([
            count(record.entities, "name", "names"),
            count(record.quotations, "quotation", "quotations"),
            count(record.findings, "finding", "findings"),
            format!("{} to review", words::thousands(record.waiting)),
        ]);
    }
    counts.push(dom::day_and_time(record.changed));
    let counts = counts.join(" · ");
    let reopen = move || {
        keeper.queue.set(shown.with_untracked(|s| s.iter().map(|r| r.id.clone()).collect()));
        keeper.reopen(state, &open.get_value());
    };
    let named = move |event: web_sys::Event| {
        naming.set(false);
        let wanted = event_target_value(&event).trim().to_owned();
        if !wanted.is_empty() && title.with_value(|t| *t != wanted) {
            keeper.rename(state, &rename, wanted);
        }
    };
    let named = StoredValue::new_local(named);
    let verdict = if record.read { format!("verdict v{}", record.damage) } else { "verdict unread".to_owned() };
    view! {
        <li class="kept">
            <Show
                when=move || naming.get()
                fallback=move || view! {
                    <button class="kept-open" on:click=on_click(move |_| reopen())>
                        <span class="kept-title">{title.get_value()}</span>
                    </button>
                }
            >
                <input class="kept-name" aria-label="Title" prop:value=title.get_value() autofocus on:change=on_event(move |event| named.with_value(|f| f(event))) on:blur=move |_| naming.set(false)/>
            </Show>
            <span class=verdict>{record.verdict()}</span>
            <button class="btn small" aria-label=format!("Rename {}", record.title) on:click=on_click(move |_| naming.set(true))>"Rename"</button>
            <button class="btn small" aria-label=format!("Put {} in the bin", record.title) on:click=on_click(move |_| keeper.bin(&throw, true))>"Bin"</button>
            <small class="kept-counts">{counts}{move || keeper.in_texts.with(|all| all.iter().find(|(id, _)| *id == here).map(|(_, words)| view! { <span class="around">{words.clone()}</span> }))}</small>
        </li>
    }
}

/// Asks before everything goes, and proves that it went.
#[component]
fn Forget(
    /// True while it is asked.
    forgetting: RwSignal<bool>,
) -> impl IntoView {
    let state = use_app();
    let keeper = use_keeper();
    let forget = move |_| {
        dom::used_space(move |before| {
            keeper.forget(state, None, move || {
                dom::forget_settings();
                state.replace_engine();
                dom::used_space(move |after| {
                    forgetting.set(false);
                    let sizes = match (before, after) {
                        (Some(before), Some(after)) => {
                            format!(" This page used {} before, and uses {} now, most of it the program itself.", size(before), size(after))
                        }
                        _ => String::new(),
                    };
                    state.say(format!("Every article, its history and every setting are gone from this device.{sizes}"));
                });
            });
        });
    };
    view! {
        <div class="trouble" role="alertdialog" aria-label="Forget everything">
            <p><strong>"Every article on this device, with all the work on it, is deleted for good, the bin too."</strong>" What you have downloaded stays."</p>
            <button class="btn danger" on:click=on_click(forget)>"Forget everything"</button>
            <button class="btn" on:click=on_click(move |_| forgetting.set(false))>"Keep it"</button>
        </div>
    }
}

fn size(bytes: f64) -> String {
    if bytes < 1e6 { format!("{} KB", (bytes / 1e3).ceil()) } else { format!("{:.1} MB", bytes / 1e6) }
}
