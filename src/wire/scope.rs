//! What a worker of any program is in: its own global scope.

use wasm_bindgen::prelude::*;
use web_sys::DedicatedWorkerGlobalScope;

/// The worker itself.
pub(super) fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Posts a message to whoever started the worker.
#[cfg(any(feature = "worker", feature = "patterns"))]
pub(super) fn post(message: &impl serde::Serialize) {
    match serde_wasm_bindgen::to_value(message) {
        Ok(value) => {
            let _ = scope().post_message(&value);
        }
        Err(error) => web_sys::console::error_1(&error.into()),
    }
}

/// Milliseconds since the worker began.
#[cfg(any(feature = "worker", feature = "patterns"))]
pub(super) fn now() -> f64 {
    scope().performance().map_or(0.0, |p| p.now())
}
