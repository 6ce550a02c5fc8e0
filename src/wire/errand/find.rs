//! Patterns of the browser's own kind.

use wasm_bindgen::prelude::*;

use super::message::Answer;

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
