//! Across the border to the browser's database: values, requests and their answers, and what went wrong.

use idb::{Error, Transaction};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::app::keeping::Failure;

/// A value as the database keeps it. Maps as plain objects and nothing as null: what a structured clone and a reader of any
/// kind of value both keep.
pub(in crate::app::ui::keep) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, Failure> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    value.serialize(&serializer).map_err(|e| Failure::Never(e.to_string()))
}

/// A value that the database kept.
pub(in crate::app::ui::keep) fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, String> {
    serde_wasm_bindgen::from_value(value).map_err(|e| e.to_string())
}

/// A property of an object; undefined where there is none.
pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Any value as JSON, to be downloaded.
pub(in crate::app::ui::keep) fn json(value: &JsValue) -> String {
    js_sys::JSON::stringify(value).ok().and_then(|s| s.as_string()).unwrap_or_else(|| format!("{value:?}"))
}

/// Calls `heard` with the answer to a request. One that fails ends its transaction, which hears of it.
pub(super) fn answered(request: impl Into<JsValue>, heard: impl FnOnce(JsValue) + 'static) {
    let request = request.into();
    let heard = Closure::once_into_js(move |event: web_sys::Event| heard(get(&get(&event, "target"), "result")));
    let _ = js_sys::Reflect::set(&request, &"onsuccess".into(), &heard);
}

/// The answer to a request whose transaction is complete.
pub(super) fn answer(request: &JsValue) -> JsValue {
    get(request, "result")
}

/// Calls the one or the other at the end of a transaction.
pub(super) fn ended(transaction: &mut Transaction, complete: impl FnOnce() + 'static, aborted: impl FnOnce(Failure) + 'static) {
    transaction.on_complete(move |_| complete());
    transaction.on_abort(move |event| aborted(failure_of(&get(&get(&event, "target"), "error"), false)));
    transaction.forget_callbacks();
}

/// What an error of the library means.
pub(super) fn refused(error: &Error) -> Failure {
    match error {
        Error::AddFailed(thrown) | Error::UpdateFailed(thrown) | Error::DeleteFailed(thrown) => failure_of(thrown, true),
        other => Failure::Other(other.to_string()),
    }
}

/// What an error of the browser's means; `thrown` where it came of the asking itself, which will not go better another time.
fn failure_of(error: &JsValue, thrown: bool) -> Failure {
    let text = |name: &str| get(error, name).as_string().filter(|t| !t.is_empty());
    let name = text("name").unwrap_or_default();
    let reason = text("message").unwrap_or_else(|| if name.is_empty() { "the browser refused".to_owned() } else { name.clone() });
    match name.as_str() {
        "QuotaExceededError" => Failure::Full,
        // A transaction that has ended, a database that is closing: another one may do.
        "InvalidStateError" | "TransactionInactiveError" | "AbortError" => Failure::Other(reason),
        _ if thrown => Failure::Never(reason),
        _ => Failure::Other(reason),
    }
}
