//! Reading kept articles by the engine, one after the other, in a worker of its own: the desk never waits for the list, nor
//! the list for the desk. The list's counts are read so, and what a file of many articles is written from.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use leptos::prelude::*;

use super::restored::Opened;
use crate::annotation::Workspace;
use crate::app::blocks::opening;
use crate::app::ingest;
use crate::app::shelf::Record;
use crate::wire::Pass;
use crate::wire::client::{Engine, News};

/// How far a reading of several articles is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app::ui) struct Progress {
    /// Articles that were read.
    pub(in crate::app::ui) done: usize,
    /// All of them.
    pub(in crate::app::ui) all: usize,
}

/// Asks the database for a document; false where the browser keeps none.
pub(in crate::app::ui) type Fetch = Rc<dyn Fn(&str, Box<dyn FnOnce(Result<Opened, String>)>) -> bool>;

/// What hears of each article, and whether the engine could read it.
type Each = Rc<dyn Fn(Workspace, Record, bool)>;

/// A reading of several articles. Clones are the same one.
#[derive(Clone)]
pub(in crate::app::ui) struct Reading(Rc<RefCell<Inner>>);

struct Inner {
    fetch: Fetch,
    line: VecDeque<String>,
    progress: Progress,
    shown: RwSignal<Option<Progress>>,
    engine: Option<Engine>,
    /// The article that is being read, and the number of its text.
    now: Option<(u32, Workspace, Record)>,
    /// Articles in a row that the engine stopped on: one may be the article's fault, three are not.
    stopped: u8,
    /// Why the engine is not asked any more.
    dead: Option<String>,
    each: Each,
    done: Option<Box<dyn FnOnce(Option<String>)>>,
}

impl Reading {
    /// Begins to read `ids`, in this order. `each` hears of every article, `done` of the end, with the reason where the engine
    /// stopped for good: articles from then on come as they were kept.
    pub(in crate::app::ui) fn begin(
        fetch: Fetch,
        ids: Vec<String>,
        shown: RwSignal<Option<Progress>>,
        each: impl Fn(Workspace, Record, bool) + 'static,
        done: impl FnOnce(Option<String>) + 'static,
    ) -> Self {
        let progress = Progress { done: 0, all: ids.len() };
        shown.set(Some(progress));
        let reading = Reading(Rc::new(RefCell::new(Inner {
            fetch,
            line: ids.into(),
            progress,
            shown,
            engine: None,
            now: None,
            stopped: 0,
            dead: None,
            each: Rc::new(each),
            done: Some(Box::new(done)),
        })));
        // The two hold each other until the end.
        let this = reading.clone();
        let engine = Engine::start(move |news| this.hear(news));
        reading.0.borrow_mut().engine = Some(engine);
        reading.next();
        reading
    }

    /// More articles, after those that are in line; false where the reading has ended.
    pub(in crate::app::ui) fn add(&self, ids: &[String]) -> bool {
        let mut inner = self.0.borrow_mut();
        if inner.done.is_none() {
            return false;
        }
        inner.line.extend(ids.iter().cloned());
        inner.progress.all += ids.len();
        inner.shown.set(Some(inner.progress));
        true
    }

    /// Ends it; what was read stays read.
    pub(in crate::app::ui) fn stop(&self) {
        let mut inner = self.0.borrow_mut();
        inner.line.clear();
        inner.now = None;
        inner.done = None;
        inner.shown.set(None);
        if let Some(engine) = inner.engine.take() {
            engine.stop();
        }
    }

    fn end(&self, why: Option<String>) {
        let done = self.0.borrow_mut().done.take();
        self.stop();
        if let Some(done) = done {
            done(why);
        }
    }

    fn next(&self) {
        let (fetch, id) = {
            let mut inner = self.0.borrow_mut();
            (Rc::clone(&inner.fetch), inner.line.pop_front())
        };
        let Some(id) = id else {
            let why = self.0.borrow_mut().dead.take();
            return self.end(why);
        };
        let this = self.clone();
        let asked = fetch(
            &id,
            Box::new(move |opened| {
                if this.0.borrow().done.is_none() {
                    return;
                }
                match opened {
                    Ok(opened) => this.read(opened.desk, opened.record),
                    // It was forgotten meanwhile, or cannot be opened, as the list says.
                    Err(_) => this.went_on(),
                }
            }),
        );
        if !asked {
            self.end(Some("the browser keeps no articles".into()));
        }
    }

    fn read(&self, desk: Workspace, record: Record) {
        let Some(engine) = self.0.borrow().engine.clone() else { return };
        if self.0.borrow().dead.is_some() {
            return self.tell(desk, record, false);
        }
        // The number comes with the asking, and an answer never during it.
        let (pasted, edits) = opening(&desk);
        let number = engine.open(&pasted, edits);
        self.0.borrow_mut().now = Some((number, desk, record));
    }

    fn went_on(&self) {
        {
            let mut inner = self.0.borrow_mut();
            inner.progress.done += 1;
            inner.shown.set(Some(inner.progress));
        }
        self.next();
    }

    fn hear(&self, news: News) {
        match news {
            News::Found { revision, analysis, settled: true, pass: Pass::Full, .. } => {
                let now = self.0.borrow_mut().now.take_if(|(number, ..)| *number == revision);
                let Some((_, mut desk, record)) = now else { return };
                desk.set_analysis(desk.text_revision(), analysis);
                ingest::entitle(&mut desk);
                self.0.borrow_mut().stopped = 0;
                self.tell(desk, record, true);
            }
            News::Found { .. } | News::ModelFailed { .. } => {}
            News::Broken(why) => {
                let now = {
                    let mut inner = self.0.borrow_mut();
                    inner.stopped += 1;
                    if inner.stopped >= 3 {
                        inner.dead = Some(why);
                    }
                    inner.now.take()
                };
                if let Some((_, desk, record)) = now {
                    self.tell(desk, record, false);
                }
            }
        }
    }

    fn tell(&self, desk: Workspace, record: Record, found: bool) {
        let each = Rc::clone(&self.0.borrow().each);
        each(desk, record, found);
        self.went_on();
    }
}
