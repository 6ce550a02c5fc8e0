//! Light, dark, or as the system has it.

use leptos::prelude::*;

use super::dom;
use crate::app::ui::dom::on_click;

/// The three settings, in the order in which the button goes through them.
const THEMES: [(&str, &str, &str); 3] = [("auto", "◐", "Colours as the system has them"), ("light", "☀", "Light colours"), ("dark", "☾", "Dark colours")];

/// The switch.
#[component]
pub(super) fn ThemeSwitch() -> impl IntoView {
    let kept = dom::setting("theme").and_then(|name| THEMES.iter().position(|(n, ..)| *n == name)).unwrap_or(0);
    let theme = RwSignal::new(kept);
    Effect::new(move || {
        let (name, ..) = THEMES[theme.get()];
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", name);
        }
        dom::keep_setting("theme", name);
    });
    let next = move || THEMES[(theme.get() + 1) % THEMES.len()].2;
    view! {
        <button class="icon" title=move || format!("{}. Switch to: {}", THEMES[theme.get()].2, next().to_lowercase()) aria-label=move || format!("{}. Switch to: {}", THEMES[theme.get()].2, next().to_lowercase()) on:click=on_click(move |_| theme.update(|t| *t = (*t + 1) % THEMES.len()))>
            <span aria-hidden="true">{move || THEMES[theme.get()].1}</span>
        </button>
    }
}
