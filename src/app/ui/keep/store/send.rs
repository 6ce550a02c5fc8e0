//! One transaction of writes. Each is checked in the transaction that writes it: that the document is still this tab's, that
//! it is still there. Other tabs' transactions come before it or after it, never in between.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use idb::{Database, Error, Query, Transaction, TransactionMode};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::js::{answered, ended, from_js, get, refused, to_js};
use super::schema::{ERA, Held, Logged, STORES};
use crate::app::keeping::{Failure, Loss, Outcome, What, Write};
use crate::app::shelf::Record;

/// A write with its values as the database takes them.
struct Prepared {
    document: String,
    check: Check,
    puts: Vec<Put>,
}

/// What has to hold for a write to be made.
enum Check {
    Nothing,
    /// Everything has been forgotten this often.
    Era(u32),
    /// This tab holds the document.
    Held(String),
    /// The document is there.
    Seed,
    /// The document is listed; this is made of what the list has of it.
    Record(fn(&Record, &Record) -> Record, Box<Record>),
}

enum Put {
    Set(&'static str, JsValue),
    Add(&'static str, JsValue),
    Delete(&'static str, JsValue),
}

/// Writes `writes` in one transaction; `done` hears what became of them. `era` is how often everything has been forgotten, as
/// this tab knows.
pub(super) fn send(database: &Database, writes: &[Write], era: u32, done: impl FnOnce(Outcome) + 'static) {
    let prepared: Result<VecDeque<Prepared>, Failure> = writes.iter().map(|w| prepare(w, era)).collect();
    let begun = prepared.and_then(|p| Ok((p, database.transaction(&STORES, TransactionMode::ReadWrite).map_err(|e| refused(&e))?)));
    let (writes, mut transaction) = match begun {
        Ok(begun) => begun,
        Err(failure) => return done(Outcome::Failed(failure)),
    };
    let batch = Rc::new(RefCell::new(Batch { writes, lost: Vec::new(), failed: None }));
    // One of the two ends comes, and comes once.
    let done = Rc::new(RefCell::new(Some(done)));
    let (kept, failed) = ((Rc::clone(&batch), Rc::clone(&done)), (Rc::clone(&batch), done));
    let complete = move || {
        let lost = std::mem::take(&mut kept.0.borrow_mut().lost);
        if let Some(done) = kept.1.take() {
            done(Outcome::Kept(lost));
        }
    };
    let aborted = move |failure| {
        let own = failed.0.borrow_mut().failed.take();
        if let Some(done) = failed.1.take() {
            done(Outcome::Failed(own.unwrap_or(failure)));
        }
    };
    ended(&mut transaction, complete, aborted);
    next(&Rc::new(transaction), &batch);
}

struct Batch {
    writes: VecDeque<Prepared>,
    lost: Vec<(String, Loss)>,
    /// Why the transaction was ended by us.
    failed: Option<Failure>,
}

/// Makes the next write of the batch, and those after it.
fn next(transaction: &Rc<Transaction>, batch: &Rc<RefCell<Batch>>) {
    let Some(write) = batch.borrow_mut().writes.pop_front() else { return };
    if let Err(error) = checked(transaction, batch, write) {
        end(transaction, batch, refused(&error));
    }
}

/// All or nothing: what was put already goes with what failed.
fn end(transaction: &Transaction, batch: &RefCell<Batch>, failure: Failure) {
    batch.borrow_mut().failed = Some(failure);
    if let Ok(store) = transaction.object_store("records") {
        let _ = store.transaction().abort();
    }
}

fn checked(transaction: &Rc<Transaction>, batch: &Rc<RefCell<Batch>>, mut write: Prepared) -> Result<(), Error> {
    let key = || Query::Key(JsValue::from_str(&write.document));
    let request: JsValue = match &write.check {
        Check::Nothing => {
            put(transaction, &write.puts)?;
            next(transaction, batch);
            return Ok(());
        }
        Check::Era(_) => transaction.object_store("held")?.get(Query::Key(ERA.into()))?.into(),
        Check::Held(_) => transaction.object_store("held")?.get(key())?.into(),
        Check::Seed => transaction.object_store("seeds")?.get_key(key())?.into(),
        Check::Record(..) => transaction.object_store("records")?.get(key())?.into(),
    };
    let (transaction, batch) = (Rc::clone(transaction), Rc::clone(batch));
    answered(request, move |found| {
        let loss = match &write.check {
            Check::Nothing => None,
            Check::Era(era) => (*era != era_of(&found)).then_some(Loss::Gone),
            Check::Held(_) if found.is_undefined() => Some(Loss::Gone),
            Check::Held(token) => (get(&found, "token").as_string().as_ref() != Some(token)).then_some(Loss::Taken),
            // What is not there, or not yet, needs no figures.
            Check::Seed => {
                if found.is_undefined() {
                    write.puts.clear();
                }
                None
            }
            Check::Record(made, record) => match from_js::<Record>(found) {
                Ok(there) => match to_js(&made(&there, record)) {
                    Ok(value) => {
                        write.puts.push(Put::Set("records", value));
                        None
                    }
                    Err(failure) => return end(&transaction, &batch, failure),
                },
                Err(_) => None,
            },
        };
        match loss {
            Some(loss) => batch.borrow_mut().lose(write.document, loss),
            None => {
                if let Err(error) = put(&transaction, &write.puts) {
                    return end(&transaction, &batch, refused(&error));
                }
            }
        }
        next(&transaction, &batch);
    });
    Ok(())
}

impl Batch {
    fn lose(&mut self, document: String, loss: Loss) {
        if self.lost.iter().all(|(id, _)| *id != document) {
            self.lost.push((document, loss));
        }
    }
}

/// How often everything has been forgotten, as it stands in the database.
pub(super) fn era_of(found: &JsValue) -> u32 {
    get(found, "era").as_f64().map_or(0, |era| era as u32)
}

fn put(transaction: &Transaction, puts: &[Put]) -> Result<(), Error> {
    for put in puts {
        match put {
            Put::Set(store, value) => drop(transaction.object_store(store)?.put(value, None)?),
            Put::Add(store, value) => drop(transaction.object_store(store)?.add(value, None)?),
            Put::Delete(store, key) => drop(transaction.object_store(store)?.delete(Query::Key(key.clone()))?),
        }
    }
    Ok(())
}

fn prepare(write: &Write, era: u32) -> Result<Prepared, Failure> {
    let document = write.document.clone();
    let held = || Held { id: document.clone(), token: write.token.clone() };
    let mut puts = Puts(Vec::new());
    let check = match &write.what {
        What::Begin { seed, record } => {
            puts.put("seeds", seed)?;
            puts.put("records", record)?;
            if !write.token.is_empty() {
                puts.put("held", &held())?;
            }
            Check::Era(era)
        }
        What::Go { entries, record } => {
            for entry in entries {
                puts.add("log", &Logged { document: document.clone(), entry: entry.clone() })?;
            }
            puts.put("records", record)?;
            Check::Held(write.token.clone())
        }
        What::Hold => {
            puts.put("held", &held())?;
            Check::Seed
        }
        What::Cut { keys, aside } => {
            puts.0.extend(keys.iter().map(|key| Put::Delete("log", JsValue::from_f64(*key))));
            puts.add("aside", aside)?;
            Check::Held(write.token.clone())
        }
        What::Aside(aside) => {
            puts.add("aside", aside)?;
            Check::Nothing
        }
        What::Counts(record) => Check::Record(Record::with_counts_of, Box::new(record.clone())),
        What::Mended(record) => {
            puts.put("records", record)?;
            Check::Seed
        }
        What::Binned(deleted) => {
            let made = |there: &Record, wanted: &Record| Record { deleted: wanted.deleted, ..there.clone() };
            Check::Record(made, Box::new(Record { deleted: *deleted, ..Record::default() }))
        }
    };
    Ok(Prepared { document, check, puts: puts.0 })
}

struct Puts(Vec<Put>);

impl Puts {
    fn put<T: Serialize>(&mut self, store: &'static str, value: &T) -> Result<(), Failure> {
        self.0.push(Put::Set(store, to_js(value)?));
        Ok(())
    }

    fn add<T: Serialize>(&mut self, store: &'static str, value: &T) -> Result<(), Failure> {
        self.0.push(Put::Add(store, to_js(value)?));
        Ok(())
    }
}
