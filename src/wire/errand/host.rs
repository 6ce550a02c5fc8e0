//! The worker's side: answers each errand as it comes.

use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::{Answer, run as do_errand};
use crate::wire::PROTOCOL;

/// Listens, and says so.
pub fn run() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
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

/// Hits that are told at most.
const MOST: usize = 20_000;

/// Finds a pattern with the browser's own `RegExp`.
pub(super) fn find(text: &str, pattern: &str, flags: &str) -> Answer {
    let Ok(kind) = js_sys::Reflect::get(&js_sys::global(), &"RegExp".into()).map(JsCast::unchecked_into::<js_sys::Function>) else {
        return Answer::Refused { reason: "This browser has no patterns.".into() };
    };
    let pattern: js_sys::RegExp = match js_sys::Reflect::construct(&kind, &js_sys::Array::of2(&pattern.into(), &flags.into())) {
        Ok(pattern) => pattern.unchecked_into(),
        Err(error) => {
            let told = js_sys::Reflect::get(&error, &"message".into()).ok().and_then(|m| m.as_string()).unwrap_or_default();
            // "Invalid regular expression: /(/gu: Unterminated group"
            return Answer::Refused { reason: told.rsplit(": ").next().unwrap_or(&told).to_owned() };
        }
    };
    let (mut places, mut empty, mut more) = (Vec::new(), false, false);
    for hit in js_sys::JsString::from(text).match_all(&pattern) {
        let Ok(hit) = hit else { break };
        let number = |name: &str| js_sys::Reflect::get(&hit, &name.into()).ok().and_then(|n| n.as_f64()).unwrap_or_default() as u32;
        let words = js_sys::Reflect::get_u32(&hit, 0).unwrap_or_default();
        let (start, length) = (number("index"), words.dyn_ref::<js_sys::JsString>().map_or(0, |w| w.length()));
        if length == 0 {
            empty = true;
        } else if places.len() == MOST {
            more = true;
            break;
        } else {
            places.push((start, start + length));
        }
    }
    Answer::Hits { places, empty, more }
}

fn post(answer: &Answer) {
    // Nothing as null and maps as objects, as on the page's side.
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    match answer.serialize(&serializer) {
        Ok(value) => drop(scope().post_message(&value)),
        Err(error) => web_sys::console::error_1(&error.into()),
    }
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
