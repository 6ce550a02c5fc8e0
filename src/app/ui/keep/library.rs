//! The list of kept articles on the start page.

use leptos::prelude::*;

use crate::app::shelf::{Order, Record, bin, shelf};
use crate::app::ui::state::use_app;
use crate::app::ui::words::count;
use crate::app::ui::{dom, export};
use crate::formats::Article;

/// The shelf, and the bin.
#[component]
pub(in crate::app::ui) fn Library() -> impl IntoView {
    let state = use_app();
    let keeper = state.keeper;
    let search = RwSignal::new(String::new());
    let order = RwSignal::new(Order::default());
    let shown = Memo::new(move |_| keeper.records.with(|all| shelf(all, &search.get(), order.get())));
    let thrown = Memo::new(move |_| keeper.records.with(|all| bin(all)));
    let forgetting = RwSignal::new(false);
    let on_shelf = move || keeper.records.with(|all| all.iter().filter(|r| r.deleted.is_none()).count());
    let choose = move |event: web_sys::Event| {
        let name = event_target_value(&event);
        order.set(Order::ALL.into_iter().find(|(_, n)| *n == name).map_or(Order::default(), |(o, _)| o));
    };
    let download = move |_| {
        let ids = shown.get_untracked().into_iter().map(|r| r.id).collect();
        keeper.all(ids, move |desks| export::write(state, "native", desks.iter().map(Article::of_workspace).collect()));
    };
    view! {
        <Show when=move || { keeper.records.with(|all| !all.is_empty()) }>
            <section class="library" aria-labelledby="library-title">
                <div class="row library-head">
                    <h2 id="library-title">"On this device"</h2>
                    <span class="gap"></span>
                    <Show when=move || { on_shelf() > 1 }>
                        <input type="search" class="library-search" aria-label="Search titles" placeholder="Search titles" on:input=move |event| search.set(event_target_value(&event))/>
                        <select aria-label="Order" on:change=choose>{Order::ALL.map(|(_, name)| view! { <option>{name}</option> }).collect_view()}</select>
                    </Show>
                </div>
                <ul class="shelf">
                    <For each=move || shown.get() key=|r| (r.id.clone(), r.changed, r.title.clone()) let(record)><Kept record/></For>
                </ul>
                <Show when=move || { shown.with(Vec::is_empty) && on_shelf() > 0 }><p class="hint">"No title holds these words."</p></Show>
                <div class="row library-foot">
                    <Show when=move || { on_shelf() > 0 }><button class="btn" on:click=download>"Download everything"</button></Show>
                    <button class="btn" on:click=move |_| forgetting.set(true)>"Forget everything…"</button>
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
                                        <button class="btn" aria-label=format!("Put back {}", record.title) on:click=move |_| keeper.bin(&back, false)>"Put back"</button>
                                        <button class="btn" aria-label=format!("Delete {} for good", record.title) on:click=move |_| keeper.forget(Some(vec![gone.clone()]), || {})>"Delete for good"</button>
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

/// One article on the shelf.
#[component]
fn Kept(
    /// What is known of it.
    record: Record,
) -> impl IntoView {
    let state = use_app();
    let keeper = state.keeper;
    let naming = RwSignal::new(false);
    let (open, rename, throw) = (record.id.clone(), record.id.clone(), record.id.clone());
    let title = StoredValue::new(record.title.clone());
    let counts = format!(
        "{} · {} · {} · {}",
        count(record.words, "word", "words"),
        count(record.entities, "name", "names"),
        count(record.quotations, "quotation", "quotations"),
        count(record.findings, "finding", "findings"),
    );
    let named = move |event: web_sys::Event| {
        naming.set(false);
        let wanted = event_target_value(&event).trim().to_owned();
        if !wanted.is_empty() && title.with_value(|t| *t != wanted) {
            keeper.rename(&rename, wanted);
        }
    };
    let named = StoredValue::new_local(named);
    let open = StoredValue::new(open);
    view! {
        <li class="kept">
            <Show
                when=move || naming.get()
                fallback=move || view! {
                    <button class="kept-open" on:click=move |_| keeper.reopen(state, &open.get_value(), false)>
                        <span class="kept-title">{title.get_value()}</span>
                    </button>
                }
            >
                <input class="kept-name" aria-label="Title" prop:value=title.get_value() autofocus on:change=move |event| named.with_value(|f| f(event)) on:blur=move |_| naming.set(false)/>
            </Show>
            <span class=format!("verdict v{}", record.damage)>{record.verdict()}</span>
            <button class="btn small" aria-label=format!("Rename {}", record.title) on:click=move |_| naming.set(true)>"Rename"</button>
            <button class="btn small" aria-label=format!("Put {} in the bin", record.title) on:click=move |_| keeper.bin(&throw, true)>"Bin"</button>
            <small class="kept-counts">{counts}" · "{format!("{} to review", record.waiting)}" · "{dom::day_and_time(record.changed)}</small>
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
    let keeper = state.keeper;
    let forget = move |_| {
        dom::used_space(move |before| {
            keeper.forget(None, move || {
                dom::forget_settings();
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
            <button class="btn danger" on:click=forget>"Forget everything"</button>
            <button class="btn" on:click=move |_| forgetting.set(false)>"Keep it"</button>
        </div>
    }
}

fn size(bytes: f64) -> String {
    if bytes < 1e6 { format!("{} KB", (bytes / 1e3).ceil()) } else { format!("{:.1} MB", bytes / 1e6) }
}
