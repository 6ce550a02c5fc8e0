//! The sheet of keys, and whether they act.

use leptos::prelude::*;

use super::dom;
use super::state::use_app;
use super::window::Window;
use crate::app::commands::{Line, SHEET};
use crate::app::shown::Voice;
use crate::app::ui::dom::on_event;

/// The sheet in its window.
#[component]
pub(super) fn KeySheet() -> impl IntoView {
    let state = use_app();
    let keys_on = state.windows.keys_on;
    let switch = move |_| {
        keys_on.update(|on| *on = !*on);
        dom::keep_setting("keys", if keys_on.get_untracked() { "on" } else { "off" });
    };
    let hear = move |event: web_sys::Event| state.hear(Voice::named(&event_target_value(&event)));
    view! {
        <Window title="Keys">
            <p class="hint">"They act while no box for text has the focus."</p>
            <div class="key-sheet">
                {SHEET.iter().map(|(heading, lines)| view! { <section><h3>{*heading}</h3><dl>{lines.iter().map(line).collect_view()}</dl></section> }).collect_view()}
            </div>
            <div class="row">
                <label class="check"><input type="checkbox" prop:checked=move || keys_on.get() on:change=on_event(switch)/>"Single keys act"</label>
                <label>"A screen reader hears "<select on:change=on_event(hear)>
                    {Voice::ALL.map(|(voice, name)| view! { <option value=voice.name() selected=move || state.sheet.voice.get() == voice>{name}</option> }).collect_view()}
                </select></label>
            </div>
        </Window>
    }
}

fn line(line: &Line) -> AnyView {
    view! { <dt>{line.keys().map(|key| view! { <kbd>{key}</kbd>" " }).collect_view()}</dt><dd>{line.words}</dd> }.into_any()
}
