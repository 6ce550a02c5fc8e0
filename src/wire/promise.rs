//! Waiting for a promise without a runtime for futures: each module pays for what it downloads.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

/// Calls `done` with the value of `promise`, or `failed` with its error in words.
pub(crate) fn settle(promise: &Promise, done: impl FnOnce(JsValue) + 'static, failed: impl FnOnce(String) + 'static) {
    let done: Function = Closure::once_into_js(done).unchecked_into();
    let failed: Function = Closure::once_into_js(move |error: JsValue| failed(in_words(&error))).unchecked_into();
    if let Ok(then) = js_sys::Reflect::get(promise, &"then".into())
        && let Ok(then) = then.dyn_into::<Function>()
    {
        let _ = then.call2(promise, &done, &failed);
    }
}

/// Calls `done` with the value of `promise`, or with its error in words: for what goes on in either case with the same things.
#[cfg(feature = "page")]
pub(crate) fn outcome(promise: &Promise, done: impl FnOnce(Result<JsValue, String>) + 'static) {
    // One of the two is called.
    let waiting = std::rc::Rc::new(std::cell::Cell::new(Some(done)));
    let other = std::rc::Rc::clone(&waiting);
    settle(
        promise,
        move |value| {
            if let Some(done) = waiting.take() {
                done(Ok(value));
            }
        },
        move |error| {
            if let Some(done) = other.take() {
                done(Err(error));
            }
        },
    );
}

/// An error of the browser in words.
pub(crate) fn in_words(error: &JsValue) -> String {
    error.as_string().or_else(|| error.dyn_ref::<js_sys::Error>().map(|e| String::from(e.message()))).unwrap_or_else(|| "unknown error".into())
}
