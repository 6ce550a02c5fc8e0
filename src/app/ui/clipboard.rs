//! What is put on the clipboard.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::state::Notices;
use crate::wire::promise::settle;

/// Puts a table on the clipboard, as text and as HTML; as text alone where the browser takes no more.
pub(super) fn copy_table(notices: Notices, text: &str, html: &str) {
    let made = || -> Option<JsValue> {
        let kind: js_sys::Function = js_sys::Reflect::get(&js_sys::global(), &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
        let parts = js_sys::Object::new();
        for (kind, content) in [("text/plain", text), ("text/html", html)] {
            let options = web_sys::BlobPropertyBag::new();
            options.set_type(kind);
            let blob = web_sys::Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&content.into()), &options).ok()?;
            js_sys::Reflect::set(&parts, &kind.into(), &blob).ok()?;
        }
        js_sys::Reflect::construct(&kind, &js_sys::Array::of1(&parts)).ok()
    };
    let clipboard = window().navigator().clipboard();
    if JsValue::from(clipboard.clone()).is_undefined() {
        return copy(notices, text, "Table");
    }
    let Some(item) = made() else { return copy(notices, text, "Table") };
    let plain = text.to_owned();
    settle(&clipboard.write(&js_sys::Array::of1(&item)), move |_| notices.say("Table copied."), move |_| copy(notices, &plain, "Table"));
}

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
