//! What the page says: a note at the foot, and words for screen readers alone.

use leptos::prelude::*;

use super::state::use_app;
use crate::app::ui::dom::on_click;

/// Both.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let state = use_app();
    // A note goes by itself: soon where there is nothing to do, later where something can be undone (the bar has "Undo" still). What
    // went wrong stays until it is closed.
    Effect::new(move |timer: Option<Option<TimeoutHandle>>| {
        if let Some(Some(timer)) = timer {
            timer.clear();
        }
        let seconds = state.notices.shown.with(|n| n.as_ref().filter(|n| !n.bad).map(|n| if n.undo { 20 } else { 8 }));
        seconds.and_then(|s| set_timeout_with_handle(move || state.notices.hide(), std::time::Duration::from_secs(s)).ok())
    });
    // The same words twice are two announcements: a space that nobody hears makes the second one new.
    let odd = StoredValue::new(false);
    let said = move || {
        odd.update_value(|o| *o = !*o);
        format!("{}{}", state.notices.spoken.get(), if odd.get_value() { "" } else { "\u{a0}" })
    };
    view! {
        <div class="notices" role="status">
            {move || state.notices.shown.get().map(|notice| view! {
                <div class="notice" class:bad=notice.bad>
                    <p>{notice.text}</p>
                    {notice.undo.then(|| view! { <button class="btn" on:click=on_click(move |_| state.undo())>"Undo"</button> })}
                    <button class="icon" aria-label="Close this note" on:click=on_click(move |_| state.notices.shown.set(None))>"×"</button>
                </div>
            })}
        </div>
        <div class="unseen" role="status" aria-live="polite">{said}</div>
    }
}
