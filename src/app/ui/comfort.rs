//! How the article is set: size of type and width of the column, which this browser remembers; and printing it.

use leptos::prelude::*;

use super::dom;
use super::state::use_app;
use super::window::Window;
use crate::app::ui::dom::{on_click, on_event};

/// What can be set: its name, the custom property that it sets, and the choices with their values. The middle one is the default.
type Setting = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const SETTINGS: [Setting; 3] = [
    ("Type size", "--type", &[("Small", "16px"), ("Medium", "18px"), ("Large", "21px"), ("Larger", "25px")]),
    ("Line width", "--measure", &[("Narrow", "27em"), ("Medium", "32.5em"), ("Wide", "42em"), ("As wide as it goes", "200em")]),
    ("Line height", "--leading", &[("Close", "1.5"), ("Medium", "1.75"), ("Open", "2.1")]),
];

/// The choice where nobody chose.
const DEFAULT: usize = 1;

fn kept((_, property, choices): &Setting) -> usize {
    let name = dom::setting(property.trim_start_matches('-'));
    name.and_then(|name| choices.iter().position(|(n, _)| *n == name)).unwrap_or(DEFAULT)
}

/// Sets the type as it was left.
pub(super) fn restore() {
    for setting in &SETTINGS {
        let chosen = kept(setting);
        if chosen != DEFAULT {
            dom::set_property(setting.1, setting.2[chosen].1);
        }
    }
}

/// The next larger or smaller size of type.
pub(super) fn step(larger: bool) {
    let (_, property, choices) = &SETTINGS[0];
    let now = kept(&SETTINGS[0]);
    let next = if larger { (now + 1).min(choices.len() - 1) } else { now.saturating_sub(1) };
    choose(property, choices[next]);
}

fn choose(property: &str, (name, value): (&str, &str)) {
    dom::set_property(property, value);
    dom::keep_setting(property.trim_start_matches('-'), name);
}

/// The window.
#[component]
pub(super) fn Comfort() -> impl IntoView {
    let state = use_app();
    let print = move |_| {
        state.windows.dialog.set(None);
        // The window goes first: it is no part of what is printed.
        set_timeout(|| drop(window().print()), std::time::Duration::from_millis(60));
    };
    view! {
        <Window title="Reading">
            <div class="comfort">
                {SETTINGS.iter().map(|setting| {
                    let (name, property, choices) = *setting;
                    let now = kept(setting);
                    view! {
                        <fieldset>
                            <legend>{name}</legend>
                            {choices.iter().enumerate().map(|(n, choice)| view! {
                                <label class="check"><input type="radio" name=property checked=n == now on:change=on_event(move |_| choose(property, *choice))/>{choice.0}</label>
                            }).collect_view()}
                        </fieldset>
                    }
                }).collect_view()}
                <p class="hint">"Hold "<kbd>"H"</kbd>" to see the bare text; "<kbd>"+"</kbd>" and "<kbd>"−"</kbd>" change the size of type."</p>
                <button class="btn" on:click=on_click(print)>"Print the article and its quotations…"</button>
            </div>
        </Window>
    }
}
