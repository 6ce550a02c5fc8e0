//! The page's side: a worker for each errand, gone when it has answered.

use std::cell::RefCell;
use std::rc::Rc;

use serde::Serialize as _;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use super::message::{Answer, Errand};
use crate::wire::PROTOCOL;
use crate::wire::client::new_worker;
use crate::wire::promise::in_words;

/// The one who waits for the answer; taken when it comes.
type Waiting = Rc<RefCell<Option<Box<dyn FnOnce(Answer)>>>>;

/// Starts a worker, sends it `errand`, and hands the answer to `done`.
pub fn send(errand: &Errand, done: impl FnOnce(Answer) + 'static) {
    let waiting: Waiting = Rc::new(RefCell::new(Some(Box::new(done))));
    let undone = undone(errand);
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    let (worker, message): (Worker, JsValue) = match (new_worker("exchange"), errand.serialize(&serializer)) {
        (Ok(worker), Ok(message)) => (worker, message),
        (Err(error), _) => {
            refuse(&waiting, in_words(&error));
            return;
        }
        (_, Err(error)) => {
            refuse(&waiting, error.to_string());
            return;
        }
    };
    let (mine, answered) = (worker.clone(), Rc::clone(&waiting));
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let answer = match serde_wasm_bindgen::from_value(event.data()) {
            Ok(Answer::Ready { protocol: PROTOCOL }) => {
                let _ = mine.post_message(&message);
                return;
            }
            Ok(Answer::Ready { .. }) => Answer::Refused { reason: "Part of the page is of another version. Reload it.".into() },
            Ok(answer) => answer,
            Err(error) => Answer::Refused { reason: format!("The answer could not be read: {error}") },
        };
        mine.terminate();
        give(&answered, answer);
    });
    worker.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
    let stopped = worker.clone();
    let fail = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
        event.prevent_default();
        stopped.terminate();
        let reason = js_sys::Reflect::get(&event, &"message".into()).ok().and_then(|m| m.as_string());
        refuse(&waiting, crash(reason.as_deref().unwrap_or("it could not be loaded"), undone));
    });
    worker.set_onerror(Some(fail.into_js_value().unchecked_ref()));
}

/// What a person is left with where `errand` was not done, and what they can do.
fn undone(errand: &Errand) -> &'static str {
    match errand {
        Errand::Read { .. } => "Nothing was taken in, and your articles are as they were. Try again, or save the file in another format.",
        Errand::Write { .. } => "Nothing was written, and your articles are as they were. Try again, or choose another format.",
    }
}

/// What is said where the worker stopped by itself.
fn crash(why: &str, undone: &str) -> String {
    let why = why.trim_start_matches("Uncaught ").trim_start_matches("Error: ");
    format!("The part of the page that does this stopped. {undone} What it said: {why}")
}

fn give(waiting: &Waiting, answer: Answer) {
    let done = waiting.borrow_mut().take();
    if let Some(done) = done {
        done(answer);
    }
}

fn refuse(waiting: &Waiting, reason: String) {
    give(waiting, Answer::Refused { reason });
}
