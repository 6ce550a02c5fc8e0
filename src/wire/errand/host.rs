//! The worker's side: answers each errand as it comes.

use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

use super::message::Answer;
use super::run as do_errand;
use crate::wire::PROTOCOL;
use crate::wire::scope::scope;

/// Listens, and says so.
pub fn run() {
    std::panic::set_hook(Box::new(|info| {
        // The page hears it as the worker's error event.
        wasm_bindgen::throw_str(&info.to_string());
    }));
    let listener = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        post(&match serde_wasm_bindgen::from_value(event.data()) {
            Ok(errand) => do_errand(errand),
            Err(error) => Answer::Refused { reason: format!("The page was not understood: {error}") },
        });
    });
    scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    post(&Answer::Ready { protocol: PROTOCOL });
}

fn post(answer: &Answer) {
    // Nothing as null and maps as objects, as on the page's side.
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    match answer.serialize(&serializer) {
        Ok(value) => drop(scope().post_message(&value)),
        Err(error) => web_sys::console::error_1(&error.into()),
    }
}
