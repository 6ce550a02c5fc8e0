//! The worker's side: reads texts with the engine and answers.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

use super::parts::parts;
use super::promise::settle;
use super::scope::{now, post, scope};
use super::{FromWorker, PROTOCOL, Pass, ToWorker};
use crate::annotation::EditError;
use crate::models::MODELS;
use crate::session::{Session, Update};
use crate::{Layers, Models};

/// Listens, and says so.
pub fn run() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        post(&FromWorker::Failed { message: info.to_string() });
    }));
    let host = Rc::new(RefCell::new(Host::default()));
    let listener = {
        let host = Rc::clone(&host);
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match serde_wasm_bindgen::from_value(event.data()) {
            Ok(message) => {
                host.borrow_mut().take(message);
                go_on(&host);
            }
            Err(error) => post(&FromWorker::Failed { message: format!("The engine did not understand the page: {error}") }),
        })
    };
    scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    post(&FromWorker::Ready { protocol: PROTOCOL });
    // While the person looks for an article: the first reading may have the models already.
    load(&host);
}

#[derive(Default)]
struct Host {
    /// Held here until there is a document, and by its session from then on.
    models: Models,
    session: Option<Session>,
    /// How many of [`MODELS`] were asked for.
    asked: usize,
    /// How many of them came or failed.
    settled: usize,
    /// What the engine has taken over the text as it is, in milliseconds.
    spent: f64,
    /// True while the next stage is on its way.
    scheduled: bool,
}

impl Host {
    fn take(&mut self, message: ToWorker) {
        self.spent = 0.0;
        match message {
            ToWorker::Open { revision, text, edits } => {
                let models = self.session.take().map_or_else(|| std::mem::take(&mut self.models), |mut s| s.change_models(std::mem::take));
                match Session::open_edited(revision, text, edits, models, Layers::ALL) {
                    Ok(session) => self.session = Some(session),
                    Err(error) => misfit(&error),
                }
            }
            ToWorker::Edit { revision, edits } => {
                let Some(session) = &mut self.session else { return };
                let start = now();
                let update = session.edit(revision, &edits);
                self.spent += now() - start;
                match update {
                    Ok(update) => self.publish(update),
                    Err(error) => misfit(&error),
                }
            }
        }
    }

    /// Does the next stage of reading; true where there is more to do.
    fn stage(&mut self) -> bool {
        let Some(session) = &mut self.session else { return false };
        if session.is_settled() {
            return false;
        }
        let start = now();
        let update = session.settle();
        let more = !session.is_settled();
        self.spent += now() - start;
        if let Some(update) = update {
            self.publish(update);
        }
        more
    }

    fn publish(&self, update: Update) {
        let pass = match self.settled {
            settled if settled == MODELS.len() => Pass::Full,
            0 => Pass::Rules,
            _ => Pass::Models,
        };
        let micros = (self.spent * 1000.0) as u32;
        let parts = parts(update);
        let count = parts.len();
        for (n, update) in parts.into_iter().enumerate() {
            post(&FromWorker::Found { update, last: n + 1 == count, pass, micros });
        }
    }

    /// Takes a model in; the text will be read again with it.
    fn install(&mut self, index: usize, bytes: Result<Vec<u8>, String>) {
        let file = MODELS[index];
        let installed = bytes.and_then(|bytes| match &mut self.session {
            Some(session) => session.change_models(|models| (file.install)(models, bytes)),
            None => (file.install)(&mut self.models, bytes),
        });
        if let Err(message) = installed {
            post(&FromWorker::ModelFailed { name: file.name.into(), message });
        }
        self.settled += 1;
        self.spent = 0.0;
    }
}

fn misfit(error: &EditError) {
    post(&FromWorker::Failed { message: format!("An edit did not fit the engine's text: {error}") });
}

/// Goes on reading after the messages that wait have been heard, stage by stage; then loads what is missing.
fn go_on(host: &Rc<RefCell<Host>>) {
    if std::mem::replace(&mut host.borrow_mut().scheduled, true) {
        return;
    }
    let host = Rc::clone(host);
    let next = Closure::once_into_js(move || {
        host.borrow_mut().scheduled = false;
        let more = host.borrow_mut().stage();
        if more { go_on(&host) } else { load(&host) }
    });
    let scope: web_sys::WorkerGlobalScope = scope().into();
    let _ = scope.set_timeout_with_callback_and_timeout_and_arguments_0(next.unchecked_ref(), 0);
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
            go_on(&host);
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
