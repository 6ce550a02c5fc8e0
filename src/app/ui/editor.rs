//! The text as text, to be edited; the sheet beside it follows.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};

use super::dom;
use super::keep::{Keeper, use_keeper};
use super::state::{AppState, use_app};
use crate::app::ui::dom::on_event;

/// How long typing has to rest before the sheet follows.
const REST: Duration = Duration::from_millis(150);
/// The longest that it may go on before the sheet follows all the same, and what is typed is saved.
const LONGEST_WAIT: Duration = Duration::from_millis(450);
/// The longest text that a box of the browser edits without trouble, in bytes.
const LONGEST: usize = 2_000_000;

/// What is typed, and no gesture yet. Clones are the same.
#[derive(Clone)]
struct Typing(Rc<Inner>);

struct Inner {
    state: AppState,
    keeper: Keeper,
    /// The document that the box is of.
    document: String,
    area: RefCell<Option<HtmlTextAreaElement>>,
    timer: Cell<Option<TimeoutHandle>>,
    /// Since when something has been typed that is no gesture yet, in milliseconds since 1970.
    since: Cell<Option<u64>>,
}

impl Typing {
    /// A letter came: the sheet follows once typing rests, and in any case before long.
    fn typed(&self, event: &web_sys::Event) {
        if let Some(area) = event.target().and_then(|t| t.dyn_into().ok()) {
            *self.0.area.borrow_mut() = Some(area);
        }
        let now = dom::now();
        let since = self.0.since.get().unwrap_or(now);
        self.0.since.set(Some(since));
        self.0.keeper.set_typing(true);
        if let Some(timer) = self.0.timer.take() {
            timer.clear();
        }
        let left = LONGEST_WAIT.saturating_sub(Duration::from_millis(now.saturating_sub(since)));
        let this = self.clone();
        self.0.timer.set(set_timeout_with_handle(move || this.settle(), REST.min(left)).ok());
    }

    /// Writes the text into the box, where it is another.
    fn fill(&self, area: HtmlElement) {
        let Ok(area) = area.dyn_into::<HtmlTextAreaElement>() else { return };
        *self.0.area.borrow_mut() = Some(area.clone());
        self.0.state.desk.with_untracked(|d| {
            let Some(d) = d else { return };
            if self.0.since.get().is_none() && area.value() != d.text() {
                area.set_value(d.text());
            }
        });
    }

    /// Makes a gesture of what was typed.
    fn settle(&self) {
        if let Some(timer) = self.0.timer.take() {
            timer.clear();
        }
        if self.0.since.take().is_none() {
            return;
        }
        let state = self.0.state;
        let here = state.desk.with_untracked(|d| d.as_ref().is_some_and(|d| d.seed().id == self.0.document));
        let value = self.0.area.borrow().as_ref().map(HtmlTextAreaElement::value);
        if let (true, Some(value)) = (here, value) {
            state.gesture(|desk| desk.replace_text(&value));
        }
        self.0.keeper.set_typing(false);
    }
}

/// The box.
#[component]
pub(super) fn Editor() -> impl IntoView {
    let state = use_app();
    let too_long = state.desk.with_untracked(|d| d.as_ref().is_some_and(|d| d.text().len() > LONGEST));
    if too_long {
        return view! { <div class="editor"><p class="hint">"This text is too long to edit as one piece. Repairs still work; or split it into several articles."</p></div> }.into_any();
    }
    let document = state.desk.with_untracked(|d| d.as_ref().map(|d| d.seed().id.clone()).unwrap_or_default());
    let typing = Typing(Rc::new(Inner { state, keeper: use_keeper(), document, area: RefCell::new(None), timer: Cell::new(None), since: Cell::new(None) }));
    // Whatever is done next is done to the text as it is in the box.
    let settle = typing.clone();
    state.desk.set_typing(Some(Rc::new(move || settle.settle())));
    // The box keeps its own text; it is written to only where the text came from elsewhere: a repair, an undo.
    let shown = typing.clone();
    Effect::new(move || {
        let _ = state.desk.blocks.get();
        match dom::by_id("editor") {
            Some(area) => shown.fill(area),
            None => {
                let shown = shown.clone();
                dom::once_there("editor", move |area| shown.fill(area));
            }
        }
    });
    on_cleanup(move || {
        state.settle_typing();
        state.desk.set_typing(None);
    });
    let left = typing.clone();
    view! {
        <div class="editor">
            <label class="unseen" for="editor">"Text of the article"</label>
            <textarea id="editor" spellcheck="false" on:input=on_event(move |event| typing.typed(&event)) on:blur=move |_| left.settle()></textarea>
        </div>
    }
    .into_any()
}
