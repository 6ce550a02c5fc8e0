//! The page's side: starts the worker, sends it texts, and hands its answers on.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use super::link::{Effect, Event, Link};
use super::promise::in_words;
use super::whole::Parts;
use super::{FromWorker, Pass, ToWorker};
use crate::Analysis;
use crate::annotation::{Edits, between};
use crate::session::{Mirror, Update};

/// How long the worker may be silent, in milliseconds, beside what a long text takes. Generous: a busy machine is no fault.
const PATIENCE: u32 = 40_000;
/// What a byte of text may take in addition, in milliseconds: a megabyte has a minute more.
const PER_BYTE: f64 = 0.06;

/// What the page learns.
#[derive(Clone, Debug)]
pub enum News {
    /// What the newest text holds, as far as it has been read.
    Found {
        /// Of the text, as [`Engine::read`] numbered it.
        revision: u32,
        /// Everything that is known of the text.
        analysis: Analysis,
        /// True where the whole text has been read since the last change.
        settled: bool,
        /// With what it was read.
        pass: Pass,
        /// How long the engine has taken over this text, in microseconds.
        micros: u32,
    },
    /// A model is missing; the rest works.
    ModelFailed {
        /// Which.
        name: String,
        /// Why.
        message: String,
    },
    /// The worker stopped, also after a second attempt.
    Broken(String),
}

/// The engine in its worker. Clones are the same engine.
#[derive(Clone)]
pub struct Engine(Rc<RefCell<Inner>>);

struct Inner {
    link: Link,
    worker: Option<Running>,
    revision: u32,
    text: String,
    /// What the document was opened from.
    opened: Opened,
    /// True where the text is another document than the worker has.
    other: bool,
    /// The text that the worker has; none before it was sent one.
    sent: Option<String>,
    /// The edits that were sent last, until the first answer to them: their number, and the text before them.
    unanswered: Option<(u32, String, Edits)>,
    /// What the worker knows, of the text that it last answered for.
    mirror: Mirror,
    /// The parts of an update that have come.
    parts: Parts,
    clock: Option<i32>,
    clock_handler: Option<Closure<dyn Fn()>>,
    tell: Rc<dyn Fn(News)>,
    this: Weak<RefCell<Inner>>,
}

/// A text as it was pasted, and what was done to it before it was opened, one batch after the other.
#[derive(Debug, Default)]
struct Opened {
    pasted: String,
    edits: Vec<Edits>,
}

impl Opened {
    /// What leads from the pasted text to `text`.
    fn up_to(&self, text: &str) -> Vec<Edits> {
        let there = self.edits.iter().fold(self.pasted.clone(), |before, edits| edits.apply(&before));
        let mut edits = self.edits.clone();
        if there != text {
            edits.push(between(&there, text));
        }
        edits
    }
}

struct Running {
    worker: Worker,
    _message: Closure<dyn Fn(MessageEvent)>,
    _error: Closure<dyn Fn(ErrorEvent)>,
}

impl Engine {
    /// Starts the worker; `tell` hears what comes.
    pub fn start(tell: impl Fn(News) + 'static) -> Self {
        let engine = Engine(Rc::new_cyclic(|this| {
            RefCell::new(Inner {
                link: Link::new(),
                worker: None,
                revision: 0,
                text: String::new(),
                opened: Opened::default(),
                other: true,
                sent: None,
                unanswered: None,
                mirror: Mirror::new(),
                parts: Parts::default(),
                clock: None,
                clock_handler: None,
                tell: Rc::new(tell),
                this: this.clone(),
            })
        }));
        let silent = Rc::downgrade(&engine.0);
        engine.0.borrow_mut().clock_handler = Some(Closure::new(move || happen(&silent, Event::Silent, None)));
        engine.retry();
        engine
    }

    /// Asks for a reading of another document: `pasted`, with `edits` made to it since, one batch after the other, each for
    /// the text that those before it left. The answers carry the number that this returns.
    pub fn open(&self, pasted: &str, edits: Vec<Edits>) -> u32 {
        let opened = Opened { pasted: pasted.to_owned(), edits };
        let text = opened.edits.iter().fold(opened.pasted.clone(), |before, edits| edits.apply(&before));
        {
            let mut inner = self.0.borrow_mut();
            inner.other = true;
            inner.opened = opened;
        }
        self.read(&text)
    }

    /// Asks for a reading of `text`, which the document has become.
    pub fn read(&self, text: &str) -> u32 {
        let revision = {
            let mut inner = self.0.borrow_mut();
            inner.revision += 1;
            text.clone_into(&mut inner.text);
            inner.revision
        };
        happen(&Rc::downgrade(&self.0), Event::Ask { revision }, None);
        revision
    }

    /// Ends the worker. What was asked is not answered.
    pub fn stop(&self) {
        let mut inner = self.0.borrow_mut();
        inner.rest();
        if let Some(running) = inner.worker.take() {
            running.worker.set_onmessage(None);
            running.worker.terminate();
        }
    }

    /// Ends the worker and starts another, which reads the same text.
    pub fn replace(&self) {
        happen(&Rc::downgrade(&self.0), Event::Replace, None);
    }

    /// Starts the worker again after it stopped for good.
    pub fn retry(&self) {
        happen(&Rc::downgrade(&self.0), Event::Retry, None);
    }
}

/// Takes one event through the state machine and does what it says; `news` is what an answer brings.
fn happen(inner: &Weak<RefCell<Inner>>, event: Event, news: Option<News>) {
    let Some(inner) = inner.upgrade() else { return };
    let mut held = news;
    let effects = inner.borrow_mut().link.step(event);
    for effect in effects {
        // What is told is told after the borrow ends: the listener may ask for the next reading at once.
        let mut again = None;
        let news = {
            let mut inner = inner.borrow_mut();
            match effect {
                Effect::Spawn => {
                    inner.wind(0);
                    again = inner.spawn().err();
                    None
                }
                Effect::Terminate => {
                    inner.rest();
                    if let Some(running) = inner.worker.take() {
                        running.worker.terminate();
                    }
                    inner.sent = None;
                    inner.unanswered = None;
                    inner.parts.clear();
                    None
                }
                Effect::Send(revision) => {
                    again = inner.send(revision).err();
                    None
                }
                Effect::Deliver => held.take(),
                Effect::Rest => {
                    inner.rest();
                    None
                }
                Effect::Report(reason) => Some(News::Broken(reason)),
            }
        };
        if let Some(news) = news {
            let tell = Rc::clone(&inner.borrow().tell);
            tell(news);
        }
        if let Some(reason) = again {
            happen(&Rc::downgrade(&inner), Event::Stopped { reason }, None);
        }
    }
}

impl Inner {
    fn spawn(&mut self) -> Result<(), String> {
        let worker = new_worker("worker").map_err(|error| in_words(&error))?;
        let this = self.this.clone();
        let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| hear(&this, event.data()));
        let this = self.this.clone();
        let error = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            let reason = Reflect::get(&event, &"message".into()).ok().and_then(|m| m.as_string()).unwrap_or_else(|| "its file could not be loaded".into());
            happen(&this, Event::Stopped { reason }, None);
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        self.worker = Some(Running { worker, _message: message, _error: error });
        Ok(())
    }

    fn send(&mut self, revision: u32) -> Result<(), String> {
        let before = self.sent.replace(self.text.clone()).filter(|_| !self.other);
        let message = match before {
            Some(before) => {
                let edits = between(&before, &self.text);
                self.unanswered = Some((revision, before, edits.clone()));
                ToWorker::Edit { revision, edits }
            }
            None => {
                self.other = false;
                self.unanswered = None;
                self.mirror = Mirror::new();
                ToWorker::Open { revision, text: self.opened.pasted.clone(), edits: self.opened.up_to(&self.text) }
            }
        };
        let message = serde_wasm_bindgen::to_value(&message).map_err(|e| e.to_string())?;
        self.wind(self.text.len());
        match &self.worker {
            Some(running) => running.worker.post_message(&message).map_err(|error| in_words(&error)),
            None => Err("there is no worker".into()),
        }
    }

    /// Puts the parts of an update together, and takes the whole in.
    fn collect(&mut self, update: Update, last: bool, pass: Pass, micros: u32) -> Option<News> {
        let whole = self.parts.take(update, last)?;
        let (revision, settled) = (whole.revision, whole.settled);
        if let Some((_, before, edits)) = self.unanswered.take_if(|(asked, ..)| *asked == revision) {
            self.mirror.edit(&before, &edits);
        }
        self.mirror.update(whole);
        // A text that changed meanwhile gets an answer of its own: copying this one would be in vain.
        (revision == self.revision).then(|| News::Found { revision, analysis: self.mirror.analysis().clone(), settled, pass, micros })
    }

    /// Starts the clock anew for a text of `bytes`.
    fn wind(&mut self, bytes: usize) {
        self.rest();
        let (Some(window), Some(handler)) = (web_sys::window(), &self.clock_handler) else { return };
        let patience = PATIENCE as f64 + bytes as f64 * PER_BYTE;
        self.clock = window.set_timeout_with_callback_and_timeout_and_arguments_0(handler.as_ref().unchecked_ref(), patience as i32).ok();
    }

    fn rest(&mut self) {
        if let (Some(window), Some(clock)) = (web_sys::window(), self.clock.take()) {
            window.clear_timeout_with_handle(clock);
        }
    }
}

fn hear(inner: &Weak<RefCell<Inner>>, data: JsValue) {
    match serde_wasm_bindgen::from_value::<FromWorker>(data) {
        Ok(FromWorker::Ready { protocol }) => happen(inner, Event::Ready { protocol }, None),
        Ok(FromWorker::Failed { message }) => happen(inner, Event::Stopped { reason: message }, None),
        Ok(FromWorker::ModelFailed { name, message }) => {
            if let Some(inner) = inner.upgrade() {
                let tell = Rc::clone(&inner.borrow().tell);
                tell(News::ModelFailed { name, message });
            }
        }
        Ok(FromWorker::Found { update, last, pass, micros }) => {
            let Some(strong) = inner.upgrade() else { return };
            let revision = update.revision;
            let news = strong.borrow_mut().collect(update, last, pass, micros);
            happen(inner, Event::Answer { revision, done: last }, news);
        }
        Err(error) => happen(inner, Event::Stopped { reason: format!("Its answer could not be read: {error}") }, None),
    }
}

/// A worker that runs program `name` of `bin/`, as the build starts it.
pub(super) fn new_worker(name: &str) -> Result<Worker, JsValue> {
    let galley = Reflect::get(&js_sys::global(), &"galley".into())?;
    let start: Function = Reflect::get(&galley, &"startWorker".into())?.dyn_into()?;
    start.call1(&galley, &name.into())?.dyn_into()
}
