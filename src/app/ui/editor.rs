//! The text as text, to be edited; the sheet beside it follows.

use std::time::Duration;

use leptos::prelude::*;

use super::state::use_app;

/// How long typing has to rest before the sheet follows.
const REST: Duration = Duration::from_millis(150);
/// The longest text that a box of the browser edits without trouble, in bytes.
const LONGEST: usize = 2_000_000;

/// The box.
#[component]
pub(super) fn Editor() -> impl IntoView {
    let state = use_app();
    let area: NodeRef<leptos::html::Textarea> = NodeRef::new();
    let timer: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    let too_long = state.desk.with_untracked(|d| d.as_ref().is_some_and(|d| d.text().len() > LONGEST));
    let take = move || {
        timer.set_value(None);
        if let Some(area) = area.get_untracked() {
            let value = area.value();
            state.gesture(|desk| desk.replace_text(&value));
        }
    };
    let typed = move |_| {
        timer.update_value(|t| {
            if let Some(timer) = t.take() {
                timer.clear();
            }
            *t = set_timeout_with_handle(take, REST).ok();
        });
    };
    // The box keeps its own text; it is written to only where the text came from elsewhere: a repair, an undo.
    Effect::new(move || {
        let _ = state.blocks.get();
        let Some(area) = area.get() else { return };
        state.desk.with_untracked(|d| {
            let Some(d) = d else { return };
            if timer.with_value(Option::is_none) && area.value() != d.text() {
                area.set_value(d.text());
            }
        });
    });
    let rested = move || {
        timer.update_value(|t| {
            if let Some(timer) = t.take() {
                timer.clear();
            }
        });
    };
    on_cleanup(move || {
        rested();
    });
    if too_long {
        return view! { <div class="editor"><p class="hint">"This text is too long to edit as one piece. Repairs still work; or split it into several articles."</p></div> }.into_any();
    }
    view! {
        <div class="editor">
            <label class="unseen" for="editor">"Text of the article"</label>
            <textarea id="editor" node_ref=area spellcheck="false" on:input=typed on:blur=move |_| { rested(); take(); }></textarea>
        </div>
    }
    .into_any()
}
