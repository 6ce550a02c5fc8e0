//! What the browser keeps: IndexedDB with three stores. `records` has what the list shows, `seeds` what each document
//! started from, `log` its operation log, one entry a gesture, only ever appended to.
//!
//! Writes go one transaction after the other, each as soon as the one before is done; what could not be written stays in
//! line and is tried again with the next, so that the log never has a hole.

use std::cell::RefCell;
use std::rc::Rc;

use idb::event::Event as _;
use idb::{Database, DatabaseEvent, Factory, IndexParams, KeyPath, ObjectStoreParams, Query, Request, TransactionMode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::annotation::{Entry, Seed};
use crate::app::shelf::Record;

const NAME: &str = "galley";
const STORES: [&str; 3] = ["records", "seeds", "log"];

/// What became of a write.
pub(super) enum Written {
    /// It is kept.
    Kept,
    /// It is not; why. It stays in line.
    Failed(String),
}

/// Something to write.
#[derive(Default)]
pub(super) struct Write {
    /// Of a new document.
    pub(super) seed: Option<Seed>,
    /// Its document.
    pub(super) document: String,
    /// To append to its log.
    pub(super) entries: Vec<Entry>,
    /// What the list shows of it from now on.
    pub(super) record: Option<Record>,
}

/// One entry of the log, with the document that it belongs to.
#[derive(Serialize, Deserialize)]
struct Logged {
    document: String,
    entry: Entry,
}

/// A document as it was kept.
pub(super) struct Kept {
    pub(super) seed: Seed,
    pub(super) log: Vec<Entry>,
    pub(super) record: Record,
}

/// The database. Clones are the same one.
#[derive(Clone)]
pub(super) struct Store(Rc<RefCell<Inner>>);

type Task = Box<dyn FnOnce(&Store)>;

struct Inner {
    phase: Phase,
    line: Vec<Write>,
    writing: bool,
    tell: Rc<dyn Fn(Written)>,
}

enum Phase {
    /// Being opened, and what is to be done then.
    Opening(Vec<Task>),
    Open(Database),
    /// The browser keeps nothing; why.
    Missing(String),
}

impl Store {
    /// Opens the database; `tell` hears what becomes of writes.
    pub(super) fn open(tell: impl Fn(Written) + 'static) -> Self {
        let store = Store(Rc::new(RefCell::new(Inner { phase: Phase::Opening(Vec::new()), line: Vec::new(), writing: false, tell: Rc::new(tell) })));
        let request = Factory::new().and_then(|f| f.open(NAME, Some(1)));
        let mut request = match request {
            Ok(request) => request,
            Err(error) => {
                store.missing(error.to_string());
                return store;
            }
        };
        request.on_upgrade_needed(|event| {
            let Ok(database) = event.database() else { return };
            let keyed = |path: &str| {
                let mut params = ObjectStoreParams::new();
                params.key_path(Some(KeyPath::new_single(path)));
                params
            };
            let _ = database.create_object_store("records", keyed("id"));
            let _ = database.create_object_store("seeds", keyed("id"));
            let mut numbered = ObjectStoreParams::new();
            numbered.auto_increment(true);
            if let Ok(log) = database.create_object_store("log", numbered) {
                let _ = log.create_index("document", KeyPath::new_single("document"), Some(IndexParams::new()));
            }
        });
        let this = store.clone();
        request.on_success(move |event| match event.database() {
            Ok(database) => this.opened(database),
            Err(error) => this.missing(error.to_string()),
        });
        let this = store.clone();
        request.on_blocked(move |_| this.tell(Written::Failed("another tab has an older version of Galley open; close that tab".into())));
        let this = store.clone();
        request.on_error(move |_| this.missing("the browser refuses to open its database".into()));
        // The handlers must outlive this call; there is one database in the life of a page.
        std::mem::forget(request);
        store
    }

    fn opened(&self, mut database: Database) {
        let this = self.clone();
        // A newer version of the page waits for this one to let go.
        database.on_version_change(move |event| {
            if let Ok(database) = event.database() {
                database.close();
            }
            this.missing("another tab has a newer version of Galley; download this article, then reload this tab".into());
        });
        let this = self.clone();
        database.on_close(move |_| this.missing("the browser closed its database; reload this tab".into()));
        let before = std::mem::replace(&mut self.0.borrow_mut().phase, Phase::Open(database));
        if let Phase::Opening(tasks) = before {
            tasks.into_iter().for_each(|task| task(self));
        }
        self.flush();
    }

    fn missing(&self, reason: String) {
        let before = std::mem::replace(&mut self.0.borrow_mut().phase, Phase::Missing(reason.clone()));
        if let Phase::Opening(tasks) = before {
            tasks.into_iter().for_each(|task| task(self));
        }
        self.tell(Written::Failed(reason));
    }

    fn tell(&self, news: Written) {
        let tell = Rc::clone(&self.0.borrow().tell);
        tell(news);
    }

    /// Does `task` when the database is open, or known to be missing.
    fn when_open(&self, task: impl FnOnce(&Store) + 'static) {
        if let Phase::Opening(tasks) = &mut self.0.borrow_mut().phase {
            tasks.push(Box::new(task));
            return;
        }
        task(self);
    }

    /// Writes, after what was to be written before.
    pub(super) fn write(&self, write: Write) {
        self.0.borrow_mut().line.push(write);
        self.flush();
    }

    /// True while something is not kept yet.
    pub(super) fn is_behind(&self) -> bool {
        let inner = self.0.borrow();
        inner.writing || !inner.line.is_empty()
    }

    fn flush(&self) {
        let line = {
            let mut inner = self.0.borrow_mut();
            if inner.writing || inner.line.is_empty() || !matches!(inner.phase, Phase::Open(_)) {
                if let (Phase::Missing(reason), false) = (&inner.phase, inner.line.is_empty()) {
                    let reason = reason.clone();
                    drop(inner);
                    self.tell(Written::Failed(reason));
                }
                return;
            }
            inner.writing = true;
            std::mem::take(&mut inner.line)
        };
        let line = Rc::new(RefCell::new(line));
        if let Err(reason) = self.send(&line) {
            self.settle(&line, Some(reason));
        }
    }

    /// Begins one transaction with all of `line`.
    fn send(&self, line: &Rc<RefCell<Vec<Write>>>) -> Result<(), String> {
        let mut transaction = match &self.0.borrow().phase {
            Phase::Open(database) => database.transaction(&STORES, TransactionMode::ReadWrite).map_err(|e| e.to_string())?,
            _ => return Err("the database is closed".into()),
        };
        let (done, undone) = ((self.clone(), Rc::clone(line)), (self.clone(), Rc::clone(line)));
        let refused: Rc<RefCell<Option<String>>> = Rc::default();
        let why = Rc::clone(&refused);
        transaction.on_complete(move |_| done.0.settle(&done.1, None));
        transaction.on_abort(move |event| {
            let reason = why.borrow_mut().take().unwrap_or_else(|| reason_of(&event));
            undone.0.settle(&undone.1, Some(reason));
        });
        transaction.forget_callbacks();
        let put = || -> Result<(), idb::Error> {
            let (records, seeds, log) = (transaction.object_store("records")?, transaction.object_store("seeds")?, transaction.object_store("log")?);
            for write in line.borrow().iter() {
                if let Some(seed) = &write.seed {
                    seeds.put(&to_js(seed), None)?;
                }
                for entry in &write.entries {
                    log.add(&to_js(&Logged { document: write.document.clone(), entry: entry.clone() }), None)?;
                }
                if let Some(record) = &write.record {
                    records.put(&to_js(record), None)?;
                }
            }
            Ok(())
        };
        let result = put();
        if let Err(error) = result {
            // All or nothing: what was put already goes with it, and the end of the transaction puts it back in line.
            *refused.borrow_mut() = Some(error.to_string());
            transaction.abort().map_err(|e| e.to_string())?;
        }
        Ok(())
    }

    /// Ends a transaction: on failure, what it held is first in line again.
    fn settle(&self, line: &Rc<RefCell<Vec<Write>>>, failed: Option<String>) {
        let written = std::mem::take(&mut *line.borrow_mut());
        {
            let mut inner = self.0.borrow_mut();
            inner.writing = false;
            if failed.is_some() {
                let later = std::mem::take(&mut inner.line);
                inner.line = written;
                inner.line.extend(later);
            }
        }
        match failed {
            Some(reason) => self.tell(Written::Failed(reason)),
            None => {
                self.tell(Written::Kept);
                self.flush();
            }
        }
    }

    /// All records.
    pub(super) fn records(&self, done: impl FnOnce(Result<Vec<Record>, String>) + 'static) {
        let ask = |transaction: &idb::Transaction| transaction.object_store("records")?.get_all(None, None);
        self.when_open(move |store| store.transact(&["records"], TransactionMode::ReadOnly, ask, move |asked| done(asked.and_then(|request| value(&request)))));
    }

    /// One document with its log.
    pub(super) fn document(&self, id: &str, done: impl FnOnce(Result<Kept, String>) + 'static) {
        let id = JsValue::from_str(id);
        let ask = move |transaction: &idb::Transaction| {
            let seed = transaction.object_store("seeds")?.get(Query::Key(id.clone()))?;
            let record = transaction.object_store("records")?.get(Query::Key(id.clone()))?;
            let log = transaction.object_store("log")?.index("document")?.get_all(Some(Query::Key(id)), None)?;
            Ok((seed, record, log))
        };
        let kept = |(seed, record, log)| {
            let log: Vec<Logged> = value(&log)?;
            Ok(Kept { seed: value(&seed)?, record: value(&record)?, log: log.into_iter().map(|l| l.entry).collect() })
        };
        self.when_open(move |store| store.transact(&STORES, TransactionMode::ReadOnly, ask, move |asked| done(asked.and_then(kept))));
    }

    /// Removes documents for good, seeds and logs too; all of them where `ids` is none. Removes all that it is asked to, or
    /// nothing.
    pub(super) fn forget(&self, ids: Option<Vec<String>>, done: impl FnOnce(Result<(), String>) + 'static) {
        let all = ids.is_none();
        let ask = move |transaction: &idb::Transaction| {
            let (records, seeds, log) = (transaction.object_store("records")?, transaction.object_store("seeds")?, transaction.object_store("log")?);
            let Some(ids) = ids else {
                for store in [records, seeds, log] {
                    store.clear()?;
                }
                return Ok(());
            };
            for id in ids {
                let id = JsValue::from_str(&id);
                records.delete(Query::Key(id.clone()))?;
                seeds.delete(Query::Key(id.clone()))?;
                let mut keys = log.index("document")?.get_all_keys(Some(Query::Key(id)), None)?;
                let (slot, log) = (Rc::new(RefCell::new(None)), transaction.object_store("log")?);
                let held = Rc::clone(&slot);
                keys.on_success(move |event| {
                    let found = event.target().and_then(|request| request.result()).ok();
                    for key in found.map(|f| js_sys::Array::from(&f).to_vec()).unwrap_or_default() {
                        let _ = log.delete(Query::Key(key));
                    }
                    held.borrow_mut().take();
                });
                *slot.borrow_mut() = Some(keys);
            }
            Ok(())
        };
        self.when_open(move |store| {
            if all {
                store.0.borrow_mut().line.clear();
            }
            store.transact(&STORES, TransactionMode::ReadWrite, ask, done);
        });
    }

    /// One transaction: `ask` makes the requests, and `done` has what it returned when all of them are answered, or hears
    /// why they are not. It hears in any case: whoever asked waits for it.
    fn transact<T: 'static>(
        &self,
        stores: &[&str],
        mode: TransactionMode,
        ask: impl FnOnce(&idb::Transaction) -> Result<T, idb::Error>,
        done: impl FnOnce(Result<T, String>) + 'static,
    ) {
        let begun = match &self.0.borrow().phase {
            Phase::Open(database) => database.transaction(stores, mode).map_err(|e| e.to_string()),
            Phase::Opening(_) => Err("the database is not open yet".into()),
            Phase::Missing(reason) => Err(reason.clone()),
        };
        let mut transaction = match begun {
            Ok(transaction) => transaction,
            Err(reason) => return done(Err(reason)),
        };
        let asked = match ask(&transaction) {
            Ok(asked) => asked,
            Err(error) => {
                // What was asked before goes with it; a transaction that cannot be aborted has ended.
                let _ = transaction.abort();
                return done(Err(error.to_string()));
            }
        };
        // One of the two ends comes, and comes once.
        let waiting = Rc::new(RefCell::new(Some((asked, done))));
        let also = Rc::clone(&waiting);
        transaction.on_complete(move |_| {
            if let Some((asked, done)) = waiting.take() {
                done(Ok(asked));
            }
        });
        transaction.on_abort(move |event| {
            if let Some((_, done)) = also.take() {
                done(Err(reason_of(&event)));
            }
        });
        transaction.forget_callbacks();
    }
}

/// What a request brought.
fn value<T: DeserializeOwned>(request: &impl Request) -> Result<T, String> {
    serde_wasm_bindgen::from_value(request.result().map_err(|e| e.to_string())?).map_err(|e| e.to_string())
}

/// Why a transaction was ended before its end.
fn reason_of(event: &web_sys::Event) -> String {
    let error = event.target().and_then(|t| js_sys::Reflect::get(&t, &"error".into()).ok()).filter(|e| e.is_object());
    let get = |name: &str| error.as_ref().and_then(|e| js_sys::Reflect::get(e, &name.into()).ok()).and_then(|v| v.as_string());
    match get("name").as_deref() {
        Some("QuotaExceededError") => "the space that the browser gives this page is full".into(),
        _ => get("message").filter(|m| !m.is_empty()).unwrap_or_else(|| "the browser refused".into()),
    }
}

fn to_js<T: Serialize>(value: &T) -> JsValue {
    // Maps as plain objects and nothing as null: what a structured clone and a reader of any kind of value both keep.
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}
