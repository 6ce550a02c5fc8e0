//! What the browser keeps: IndexedDB with five stores. `records` has what the list shows, `seeds` what each document started
//! from, `log` its operation log, one entry a gesture, only ever appended to; `held` says by which token of which tab each
//! document is worked on, `aside` has what a document could not take.
//!
//! Transactions come one after the other. Writes wait in a [`Line`]; what could not be written stays there and is tried
//! again, so that no log ever has a hole.

mod forget;
mod js;
mod labels;
mod read;
mod schema;
mod send;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use idb::{Database, DatabaseEvent, Error, Factory, Request as _, Transaction, TransactionMode};
use leptos::prelude::set_timeout;

use crate::app::keeping::{Failure, Line, Loss, Outcome, Standing, Write};
pub(super) use js::{from_js, json, to_js};
pub(super) use read::{Kept, Listed};
use schema::{NAME, VERSION, build};

/// How long to wait before what failed is tried again.
const AGAIN: Duration = Duration::from_secs(2);

/// What there is to hear of the database.
pub(super) enum News {
    /// Something is kept.
    Kept,
    /// Nothing can be written, now or at all.
    Trouble(Trouble),
    /// A document cannot be written any more: its id, and why.
    Parked(String, String),
    /// A document is no longer this tab's, and this was not written of it.
    Lost(String, Loss, Vec<Write>),
}

/// Why nothing can be written.
pub(super) enum Trouble {
    /// The browser keeps nothing; why.
    Missing(String),
    /// There is no space left; it is tried again.
    Full,
    /// Anything else; it is tried again.
    Other(String),
}

/// The database. Clones are the same one.
#[derive(Clone)]
pub(super) struct Store(Rc<RefCell<Inner>>);

type Task = Box<dyn FnOnce(&Store)>;

struct Inner {
    phase: Phase,
    line: Line,
    /// Transactions to be made before the next write.
    tasks: VecDeque<Task>,
    /// True while a transaction is under way.
    busy: bool,
    /// True until what failed is tried again.
    resting: bool,
    era: u32,
    tell: Rc<dyn Fn(News)>,
}

enum Phase {
    Opening,
    Open(Rc<Database>),
    /// The browser keeps nothing; why.
    Missing(String),
}

impl Store {
    /// Opens the database; `tell` hears what becomes of writes.
    pub(super) fn open(tell: impl Fn(News) + 'static) -> Self {
        let inner = Inner { phase: Phase::Opening, line: Line::default(), tasks: VecDeque::new(), busy: false, resting: false, era: 0, tell: Rc::new(tell) };
        let store = Store(Rc::new(RefCell::new(inner)));
        store.learn_era();
        let request = Factory::new().and_then(|f| f.open(NAME, Some(VERSION)));
        let mut request = match request {
            Ok(request) => request,
            Err(error) => {
                store.missing(error.to_string());
                return store;
            }
        };
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                // What cannot be made is missed by the first transaction, which says so.
                let _ = build(&database);
            }
        });
        let this = store.clone();
        request.on_success(move |event| match event.database() {
            Ok(database) => this.opened(database),
            Err(error) => this.missing(error.to_string()),
        });
        let this = store.clone();
        request.on_blocked(move |_| this.tell(News::Trouble(Trouble::Other("another tab has an older version of Galley open; close that tab".into()))));
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
        self.0.borrow_mut().phase = Phase::Open(Rc::new(database));
        self.flush();
    }

    fn missing(&self, reason: String) {
        self.0.borrow_mut().phase = Phase::Missing(reason.clone());
        self.tell(News::Trouble(Trouble::Missing(reason)));
        self.flush();
    }

    fn tell(&self, news: News) {
        let tell = Rc::clone(&self.0.borrow().tell);
        tell(news);
    }

    /// Writes, after what was to be written before.
    pub(super) fn write(&self, write: Write) {
        self.0.borrow_mut().line.push(write);
        self.flush();
    }

    /// True while some work is in this tab alone.
    pub(super) fn is_behind(&self) -> bool {
        self.0.borrow().line.is_behind()
    }

    /// How it stands with a document.
    pub(super) fn standing(&self, id: &str) -> Standing {
        self.0.borrow().line.standing(id)
    }

    /// The documents that cannot be written, and why.
    pub(super) fn parked(&self) -> Vec<(String, String)> {
        self.0.borrow().line.parked().map(|(id, why)| (id.to_owned(), why.to_owned())).collect()
    }

    /// Takes back what waits to be written of a document.
    pub(super) fn recall(&self, id: &str) -> Vec<Write> {
        self.0.borrow_mut().line.recall(id)
    }

    /// Tries at once what failed, and what was given up.
    pub(super) fn resume(&self) {
        let mut inner = self.0.borrow_mut();
        inner.resting = false;
        inner.line.unpark();
    }

    /// Does `task` when no transaction is under way, or the database is known to be missing. It must call
    /// [`free`](Self::free) at its end.
    fn exclusive(&self, task: impl FnOnce(&Store) + 'static) {
        self.0.borrow_mut().tasks.push_back(Box::new(task));
        self.flush();
    }

    /// Ends a task.
    fn free(&self) {
        self.0.borrow_mut().busy = false;
        self.flush();
    }

    /// Begins the next transaction, where there is something to do and none is under way.
    fn flush(&self) {
        let mut inner = self.0.borrow_mut();
        if inner.busy {
            return;
        }
        let database = match &inner.phase {
            Phase::Opening => return,
            Phase::Open(database) => Some(Rc::clone(database)),
            Phase::Missing(_) => None,
        };
        if let Some(task) = inner.tasks.pop_front() {
            inner.busy = true;
            drop(inner);
            return task(self);
        }
        let Some(database) = database else {
            if let (Phase::Missing(reason), false) = (&inner.phase, inner.line.is_empty()) {
                let reason = reason.clone();
                drop(inner);
                self.tell(News::Trouble(Trouble::Missing(reason)));
            }
            return;
        };
        if inner.resting || inner.line.is_empty() {
            return;
        }
        inner.busy = true;
        let (writes, era) = (inner.line.send().to_vec(), inner.era);
        drop(inner);
        let this = self.clone();
        send::send(&database, &writes, era, move |outcome| this.settle(outcome));
    }

    fn settle(&self, outcome: Outcome) {
        let kept = matches!(outcome, Outcome::Kept(_));
        let settled = {
            let mut inner = self.0.borrow_mut();
            inner.busy = false;
            let settled = inner.line.settle(outcome);
            inner.resting = settled.trouble.is_some();
            settled
        };
        for (id, loss, writes) in settled.lost {
            self.tell(News::Lost(id, loss, writes));
        }
        if let Some((id, why)) = settled.parked {
            self.tell(News::Parked(id, why));
        }
        if let Some(failure) = settled.trouble {
            self.tell(News::Trouble(match failure {
                Failure::Full => Trouble::Full,
                Failure::Never(reason) | Failure::Other(reason) => Trouble::Other(reason),
            }));
            let this = self.clone();
            set_timeout(
                move || {
                    this.0.borrow_mut().resting = false;
                    this.flush();
                },
                AGAIN,
            );
        }
        if kept {
            self.tell(News::Kept);
        }
        self.flush();
    }

    /// One transaction: `ask` makes the requests, and `done` has what it returned when all of them are answered, or hears
    /// why they are not. It hears in any case: whoever asked waits for it.
    fn transact<T: 'static>(
        &self,
        stores: &[&str],
        mode: TransactionMode,
        ask: impl FnOnce(&Transaction) -> Result<T, Error>,
        done: impl FnOnce(Result<T, Failure>) + 'static,
    ) {
        // One function does what all transactions have in common, whatever is asked.
        let asked: Rc<Cell<Option<T>>> = Rc::default();
        let (mut ask, found) = (Some(ask), Rc::clone(&asked));
        let mut all = |transaction: &Transaction| {
            asked.set(ask.take().map(|ask| ask(transaction)).transpose()?);
            Ok(())
        };
        let unasked = || Failure::Other("nothing was asked".into());
        self.transact_any(stores, mode, &mut all, Box::new(move |end| done(end.and_then(|()| found.take().ok_or_else(unasked)))));
    }

    fn transact_any(
        &self,
        stores: &[&str],
        mode: TransactionMode,
        ask: &mut dyn FnMut(&Transaction) -> Result<(), Error>,
        done: Box<dyn FnOnce(Result<(), Failure>)>,
    ) {
        let begun = match &self.0.borrow().phase {
            Phase::Open(database) => database.transaction(stores, mode).map_err(|e| js::refused(&e)),
            Phase::Opening => Err(Failure::Other("the database is not open yet".into())),
            Phase::Missing(reason) => Err(Failure::Other(reason.clone())),
        };
        let mut transaction = match begun {
            Ok(transaction) => transaction,
            Err(reason) => return done(Err(reason)),
        };
        if let Err(error) = ask(&transaction) {
            // What was asked before goes with it; a transaction that cannot be aborted has ended.
            let _ = transaction.abort();
            return done(Err(js::refused(&error)));
        }
        // One of the two ends comes, and comes once.
        let waiting = Rc::new(Cell::new(Some(done)));
        let also = Rc::clone(&waiting);
        let complete = move || {
            if let Some(done) = waiting.take() {
                done(Ok(()));
            }
        };
        let aborted = move |failure| {
            if let Some(done) = also.take() {
                done(Err(failure));
            }
        };
        js::ended(&mut transaction, complete, aborted);
    }
}

fn in_words(failure: Failure) -> String {
    match failure {
        Failure::Full => "the space that the browser gives this page is full".into(),
        Failure::Never(reason) | Failure::Other(reason) => reason,
    }
}
