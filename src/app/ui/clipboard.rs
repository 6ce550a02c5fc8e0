//! What is put on the clipboard.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::state::Notices;
use crate::wire::promise::settle;

/// Puts `text` on the clipboard, and says how that went.
pub(super) fn copy(notices: Notices, text: &str, what: &'static str) {
    let clipboard = window().navigator().clipboard();
    // The clipboard is missing where the page is not served securely.
    if JsValue::from(clipboard.clone()).is_undefined() {
        notices.say_bad("The browser lets this page have no clipboard. Download the table instead.");
        return;
    }
    settle(
        &clipboard.write_text(text),
        move |_| notices.say(format!("{what} copied.")),
        move |_| notices.say_bad("The browser did not allow copying. Download the table instead."),
    );
}
