//! The window in which an article is taken away: formats, what each would lose, the first lines, copy, download.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use leptos::prelude::*;

use super::keep::reading::{Progress, Reading};
use super::keep::{Keeper, use_keeper};
use super::state::{AppState, use_app};
use super::window::Window;
use super::words::{count, thousands};
use super::{clipboard, dom};
use crate::annotation::Workspace;
use crate::app::ui::dom::{on_click, on_event};
use crate::formats::{Article, FORMATS, Format, Loss, Marks};
use crate::wire::errand::{Answer, Errand, send};

/// Characters of a file that the window shows.
const PREVIEW: usize = 4_000;

/// Whether files hold only what was decided, as it is remembered.
const DECIDED: &str = "decided";

/// A file that is ready.
#[derive(Clone, PartialEq)]
struct Ready {
    name: String,
    bytes: Vec<u8>,
    losses: Vec<Loss>,
}

/// Articles to take away, as they stand and as they were pasted; the second list is empty where nothing was repaired.
#[derive(Clone, Default, PartialEq)]
struct Chosen {
    now: Vec<Article>,
    pasted: Vec<Article>,
}

impl Chosen {
    fn of(desks: &[Workspace]) -> Self {
        let repaired = desks.iter().any(|d| d.edits().next().is_some());
        let pasted = if repaired { desks.iter().map(Article::of_original).collect() } else { Vec::new() };
        let mut chosen = Self { now: desks.iter().map(Article::of_workspace).collect(), pasted };
        chosen.name(desks);
        chosen
    }

    /// Names the articles that came from no file after their titles, no two alike.
    fn name(&mut self, desks: &[Workspace]) {
        let mut used = BTreeSet::new();
        for (n, desk) in desks.iter().enumerate() {
            let mut id = self.now[n].id.clone();
            if desk.seed().file.is_empty() {
                id = super::said::file_name(desk.title());
            }
            let mut free = id.clone();
            let mut copy = 1;
            while !used.insert(free.clone()) {
                copy += 1;
                free = format!("{id}-{copy}");
            }
            if let Some(pasted) = self.pasted.get_mut(n) {
                pasted.id.clone_from(&free);
            }
            self.now[n].id = free;
        }
    }
}

/// The window: for the article on the desk, or for all that the list shows.
#[component]
pub(super) fn Export() -> impl IntoView {
    let (state, keeper) = (use_app(), use_keeper());
    let format = RwSignal::new(dom::setting("format").filter(|f| Format::named(f).is_some()).unwrap_or_else(|| "native".into()));
    let pasted = RwSignal::new(false);
    let decided = RwSignal::new(dom::setting(DECIDED).as_deref() == Some("on"));
    let ready: RwSignal<Option<Result<Ready, String>>> = RwSignal::new(None);
    let articles: RwSignal<Option<Chosen>> = RwSignal::new(None);
    let progress: RwSignal<Option<Progress>> = RwSignal::new(None);
    let many = state.desk.with_untracked(Option::is_none);
    if many {
        let reading = gather(state, keeper, keeper.queue.get_untracked(), progress, move |desks, why| {
            if let Some(why) = why {
                state.say_bad(format!("The engine stopped, so the file has only what people marked and decided: {why}"));
            }
            articles.try_set(Some(Chosen::of(&desks)));
        });
        let reading = StoredValue::new_local(reading);
        on_cleanup(move || reading.with_value(Reading::stop));
    } else {
        articles.set(state.desk.with_untracked(|d| d.as_ref().map(|d| Chosen::of(std::slice::from_ref(d)))));
    }
    // Each choice is written at once: its losses and first lines are what there is to decide by.
    Effect::new(move || {
        let (name, as_pasted, only_decided) = (format.get(), pasted.get(), decided.get());
        dom::keep_setting("format", &name);
        dom::keep_setting(DECIDED, if only_decided { "on" } else { "off" });
        ready.set(None);
        let Some(mut articles) = articles.with(|a| a.as_ref().map(|a| if as_pasted { a.pasted.clone() } else { a.now.clone() })) else { return };
        if !matches!(name.as_str(), "native" | "html") {
            articles.iter_mut().for_each(|a| a.desk = None);
        }
        for article in &mut articles {
            article.marks = Some(Marks::AllButRejected);
            if only_decided {
                article.retain_decided();
            }
        }
        let errand = Errand::Write { format: name.clone(), articles };
        send(&errand, move |answer| {
            if decided.try_get_untracked() != Some(only_decided)
                || format.try_get_untracked().as_ref() != Some(&name)
                || pasted.try_get_untracked() != Some(as_pasted)
            {
                return;
            }
            ready.set(Some(match answer {
                Answer::Written { name, bytes, losses } => Ok(Ready { name, bytes, losses }),
                Answer::Refused { reason } => Err(reason),
                Answer::Articles { .. } | Answer::Ready { .. } => Err("The answer was to another question.".into()),
            }));
        });
    });
    let repaired = move || articles.with(|a| a.as_ref().is_some_and(|a| !a.pasted.is_empty()));
    let about = move || match articles.with(|a| a.as_ref().map(|a| a.now.len())) {
        None => match progress.get() {
            Some(Progress { done, all }) => format!("Reading: {done} of {all}…"),
            None => "Reading…".to_owned(),
        },
        Some(_) => "Writing…".to_owned(),
    };
    let number = keeper.queue.with_untracked(Vec::len);
    view! {
        <Window title="Export">
            {many.then(|| view! { <p class="hint">{format!("{}, as the list shows them, in one file: the format’s own where it holds several, else a ZIP.", count(number, "article", "articles"))}</p> })}
            <Choices repaired=Signal::derive(repaired) pasted decided/>
            <div class="export">
                <div class="export-formats" role="radiogroup" aria-label="Format">
                    {FORMATS.chunk_by(|a, b| a.heading == b.heading).map(|list| view! {
                        <fieldset>
                            <legend>{list[0].heading}</legend>
                            {list.iter().map(|f| view! {
                                <label class="format"><input type="radio" name="format" value=f.name prop:checked=move || format.with(|c| c == f.name) on:change=on_event(move |_| format.set(f.name.to_owned()))/><span>{f.title}<small>{f.about}</small></span></label>
                            }).collect_view()}
                        </fieldset>
                    }).collect_view()}
                </div>
                <div class="export-file" aria-live="polite">
                    {move || match ready.get() {
                        None => view! { <p class="hint">{about}</p> }.into_any(),
                        Some(Err(reason)) => view! { <p class="trouble">{reason}</p> }.into_any(),
                        Some(Ok(file)) => view! { <File file many/> }.into_any(),
                    }}
                </div>
            </div>
        </Window>
    }
}

/// Which text and which marks the file has.
#[component]
fn Choices(
    /// True where the text is no longer as it was pasted.
    repaired: Signal<bool>,
    /// True for the text as it was pasted.
    pasted: RwSignal<bool>,
    /// True for what was decided alone.
    decided: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Show when=move || repaired.get()>
            <fieldset class="row which-text">
                <legend>"The text"</legend>
                <label class="check"><input type="radio" name="which" checked on:change=on_event(move |_| pasted.set(false))/>"as it stands, repairs made"</label>
                <label class="check"><input type="radio" name="which" on:change=on_event(move |_| pasted.set(true))/>"as it was pasted, marks where they lie in it"</label>
            </fieldset>
        </Show>
        <fieldset class="row which-text">
            <legend>"The marks"</legend>
            <label class="check"><input type="radio" name="marks" prop:checked=move || !decided.get() on:change=on_event(move |_| decided.set(false))/>"all but rejected"</label>
            <label class="check"><input type="radio" name="marks" prop:checked=move || decided.get() on:change=on_event(move |_| decided.set(true))/>"accepted and your own only"</label>
        </fieldset>
    }
}

/// The file: what it lost, what is in it, what to do with it.
#[component]
fn File(
    /// The file.
    file: Ready,
    /// True where it is of several articles.
    many: bool,
) -> impl IntoView {
    let state = use_app();
    let text = String::from_utf8(file.bytes.clone()).ok();
    let losses = if file.losses.is_empty() {
        view! { <p class="losses none">{if many { "Nothing of these articles is lost in this format." } else { "Nothing of this article is lost in this format." }}</p> }.into_any()
    } else {
        view! {
            <div class="losses"><p><strong>{if many { "What these articles lose in this format, added up:" } else { "What this article loses in this format:" }}</strong></p>
            <ul>{file.losses.iter().map(|l| view! { <li>{format!("{} {}", thousands(l.count), l.what)}</li> }).collect_view()}</ul></div>
        }
        .into_any()
    };
    let (preview, more) = match text.as_deref().map(|t| t.trim_start_matches('\u{feff}')) {
        Some(whole) => {
            let head: String = whole.chars().take(PREVIEW).collect();
            let more = head.len() < whole.len();
            (head, more)
        }
        None => ("An archive, or a file that is not text: there are no lines to show.".to_owned(), false),
    };
    let size = count(file.bytes.len(), "byte", "bytes");
    let name = file.name.clone();
    let copied = text.clone();
    view! {
        <div class="row">
            <strong class="file-name">{name}</strong><span class="hint">{size}</span><span class="gap"></span>
            {copied.map(|text| view! { <button class="btn" on:click=on_click(move |_| clipboard::copy(state.notices, &text, "File"))>"Copy"</button> })}
            <button class="btn primary" on:click=on_click(move |_| dom::download_bytes(&file.name, &file.bytes))>"Download"</button>
        </div>
        {losses}
        <pre class="preview" tabindex="0" aria-label="The first lines of the file">{preview}{more.then_some("\n…")}</pre>
    }
}

/// Reads articles, so that what the engine finds in them is in the file too. `done` gets them in the order of `ids`.
fn gather(
    state: AppState,
    keeper: Keeper,
    ids: Vec<String>,
    shown: RwSignal<Option<Progress>>,
    done: impl FnOnce(Vec<Workspace>, Option<String>) + 'static,
) -> Reading {
    let desks: Rc<RefCell<Vec<Workspace>>> = Rc::default();
    let found = Rc::clone(&desks);
    let labels = state.desk.library;
    let each = move |mut desk: Workspace| {
        labels.with_untracked(|labels| desk.offer(labels));
        found.borrow_mut().push(desk);
    };
    Reading::begin(keeper.fetch(), ids, shown, move |desk, _, _| each(desk), move |why| done(desks.take(), why))
}

/// Downloads every article on the shelf, with all that is known of it, as one file that opens again in Galley.
pub(super) fn everything(state: AppState, keeper: Keeper) {
    let shown = RwSignal::new(None);
    state.say("Reading every article…");
    gather(state, keeper, untrack(|| keeper.listed("")), shown, move |desks, why| {
        let number = desks.len();
        let errand = Errand::Write { format: "native".to_owned(), articles: Chosen::of(&desks).now };
        send(&errand, move |answer| match answer {
            Answer::Written { name, bytes, .. } => {
                dom::download_bytes(&name, &bytes);
                let without = if why.is_some() { " The engine stopped, so it has only what people marked and decided." } else { "" };
                state.say(format!("{} downloaded as {name}.{without}", count(number, "article", "articles")));
            }
            Answer::Refused { reason } => state.say_bad(reason),
            Answer::Articles { .. } | Answer::Ready { .. } => {}
        });
    });
}
