//! The worker's side: reads texts with the engine and answers.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::models::MODELS;
use super::promise::settle;
use super::{FromWorker, PROTOCOL, Pass, ToWorker};
use crate::{Layers, Models, analyse};

/// How many annotations go in one message: each is a few milliseconds of the page's time.
const PART: usize = 250;

/// Listens, and says so.
pub fn run() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        post(&FromWorker::Failed { message: info.to_string() });
    }));
    let host = Rc::new(RefCell::new(Host::default()));
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match serde_wasm_bindgen::from_value(event.data()) {
        Ok(ToWorker::Read { revision, text }) => {
            host.borrow_mut().read(revision, text);
            load(&host);
        }
        Err(error) => post(&FromWorker::Failed { message: format!("The engine did not understand the page: {error}") }),
    });
    scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    post(&FromWorker::Ready { protocol: PROTOCOL });
}

#[derive(Default)]
struct Host {
    models: Models,
    /// How many of [`MODELS`] were asked for.
    asked: usize,
    /// How many of them came or failed.
    settled: usize,
    revision: u32,
    text: String,
}

impl Host {
    fn read(&mut self, revision: u32, text: String) {
        self.revision = revision;
        self.text = text;
        self.pass();
    }

    /// Reads the text with the models that are there, and sends what it finds.
    fn pass(&self) {
        let start = now();
        let analysis = analyse(&self.text, &self.models, Layers::ALL);
        let micros = ((now() - start) * 1000.0) as u32;
        let mut rest = analysis.annotations.into_iter();
        let mut first = true;
        loop {
            let annotations: Vec<_> = rest.by_ref().take(PART).collect();
            if annotations.is_empty() && !first {
                break;
            }
            post(&FromWorker::Part { revision: self.revision, first, annotations });
            first = false;
        }
        let pass = match self.settled {
            settled if settled == MODELS.len() => Pass::Full,
            0 => Pass::Rules,
            _ => Pass::Models,
        };
        post(&FromWorker::Done { revision: self.revision, pass, relations: analysis.relations, micros });
    }

    /// Takes a model in and reads the text again with it.
    fn install(&mut self, index: usize, bytes: Result<Vec<u8>, String>) {
        let file = MODELS[index];
        if let Err(message) = bytes.and_then(|bytes| (file.install)(&mut self.models, bytes)) {
            post(&FromWorker::ModelFailed { name: file.name.into(), message });
        }
        self.settled += 1;
        self.pass();
    }
}

/// Loads the next model, and then the ones after it.
fn load(host: &Rc<RefCell<Host>>) {
    let index = {
        let mut host = host.borrow_mut();
        if host.asked > host.settled || host.asked == MODELS.len() {
            return;
        }
        host.asked += 1;
        host.asked - 1
    };
    let install = {
        let host = Rc::clone(host);
        move |bytes: Result<Vec<u8>, String>| {
            host.borrow_mut().install(index, bytes);
            load(&host);
        }
    };
    let (arrived, failed) = (install.clone(), install);
    settle(&fetch(MODELS[index].name), move |value| arrived(Ok(Uint8Array::new(&value).to_vec())), move |error| failed(Err(error)));
}

/// The bytes of a model, from wherever the build keeps it.
fn fetch(name: &str) -> Promise {
    let promise = Reflect::get(&scope(), &"galley".into()).and_then(|galley| {
        let function: Function = Reflect::get(&galley, &"model".into())?.dyn_into()?;
        function.call1(&galley, &format!("models/{name}").into())
    });
    match promise {
        Ok(promise) => Promise::resolve(&promise),
        Err(error) => Promise::reject(&error),
    }
}

fn post(message: &FromWorker) {
    match serde_wasm_bindgen::to_value(message) {
        Ok(value) => {
            let _ = scope().post_message(&value);
        }
        Err(error) => web_sys::console::error_1(&error.into()),
    }
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn now() -> f64 {
    scope().performance().map_or(0.0, |p| p.now())
}
