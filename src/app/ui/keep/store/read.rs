//! What the database has: the list, a document, and what was put aside.

use idb::{Error, Query, Transaction, TransactionMode};
use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::js::{answer, answered, from_js, get, json};
use super::schema::{Held, STORES};
use super::{Store, js};
use crate::app::keeping::{Aside, Failure, Write};
use crate::app::shelf::Record;
use crate::text::order;

/// A document as it was kept: nothing of it is sure to be readable.
pub(in crate::app::ui::keep) struct Kept {
    /// Its seed; undefined where there is none.
    pub(in crate::app::ui::keep) seed: JsValue,
    /// What the list shows of it.
    pub(in crate::app::ui::keep) record: JsValue,
    /// Its log: the keys and the entries, in order.
    pub(in crate::app::ui::keep) log: Vec<(f64, JsValue)>,
    /// What is not in the database yet, and comes after it.
    pub(in crate::app::ui::keep) pending: Vec<Write>,
    /// True where the database knows that this tab holds it.
    pub(in crate::app::ui::keep) held: bool,
}

/// What the list is made of.
#[derive(Default)]
pub(in crate::app::ui::keep) struct Listed {
    /// What can be read.
    pub(in crate::app::ui::keep) records: Vec<Record>,
    /// The ids of documents whose record is missing or cannot be read.
    pub(in crate::app::ui::keep) broken: Vec<String>,
}

impl Store {
    /// What the list is made of.
    pub(in crate::app::ui::keep) fn records(&self, done: impl FnOnce(Result<Listed, String>) + 'static) {
        let ask = |transaction: &Transaction| -> Result<[JsValue; 3], Error> {
            let (records, seeds) = (transaction.object_store("records")?, transaction.object_store("seeds")?);
            Ok([records.get_all(None, None)?.into(), records.get_all_keys(None, None)?.into(), seeds.get_all_keys(None, None)?.into()])
        };
        let listed = |[records, keys, seeds]: [JsValue; 3]| {
            let keys = Array::from(&answer(&keys));
            let mut listed = Listed::default();
            for (n, value) in Array::from(&answer(&records)).iter().enumerate() {
                let Some(key) = keys.get(n as u32).as_string() else { continue };
                match from_js::<Record>(value) {
                    Ok(record) if record.id == key => listed.records.push(record),
                    _ => listed.broken.push(key),
                }
            }
            let known: std::collections::BTreeSet<String> = order::set(keys.iter().filter_map(|k| k.as_string()));
            listed.broken.extend(Array::from(&answer(&seeds)).iter().filter_map(|k| k.as_string()).filter(|id| !known.contains(id)));
            listed
        };
        self.exclusive(move |store| {
            let after = store.clone();
            store.transact(&["records", "seeds"], TransactionMode::ReadOnly, ask, move |asked| {
                let over = |listed: Listed| Listed { records: after.0.borrow().line.over(listed.records), ..listed };
                done(asked.map(listed).map(over).map_err(super::in_words));
                after.free();
            });
        });
    }

    /// One document, to be read and no more.
    pub(in crate::app::ui::keep) fn document(&self, id: &str, done: impl FnOnce(Result<Kept, String>) + 'static) {
        self.open_document(id, None, done);
    }

    /// One document, to be worked on under `token`: from now on, what another tab still wants to write to it is refused.
    pub(in crate::app::ui::keep) fn claim(&self, id: &str, token: &str, done: impl FnOnce(Result<Kept, String>) + 'static) {
        self.open_document(id, Some(token.to_owned()), done);
    }

    fn open_document(&self, id: &str, token: Option<String>, done: impl FnOnce(Result<Kept, String>) + 'static) {
        let id = id.to_owned();
        self.exclusive(move |store| {
            let mode = if token.is_some() { TransactionMode::ReadWrite } else { TransactionMode::ReadOnly };
            let (after, key, claimed) = (store.clone(), JsValue::from_str(&id), token.is_some());
            let wanted = id.clone();
            let ask = move |transaction: &Transaction| -> Result<[JsValue; 4], Error> {
                let seed: JsValue = transaction.object_store("seeds")?.get(Query::Key(key.clone()))?.into();
                if let Some(token) = token {
                    let held = transaction.object_store("held")?;
                    answered(seed.clone(), move |seed| {
                        if let (false, Ok(value)) = (seed.is_undefined(), js::to_js(&Held { id: wanted, token })) {
                            let _ = held.put(&value, None);
                        }
                    });
                }
                let record = transaction.object_store("records")?.get(Query::Key(key.clone()))?.into();
                let index = transaction.object_store("log")?.index("document")?;
                let keys = index.get_all_keys(Some(Query::Key(key.clone())), None)?.into();
                Ok([seed, record, keys, index.get_all(Some(Query::Key(key)), None)?.into()])
            };
            store.transact(&STORES, mode, ask, move |asked| {
                let again = after.clone();
                match asked {
                    // No space even for that: it is read, and held as soon as there is.
                    Err(Failure::Full) if claimed => again.document(&id, done),
                    asked => done(asked.map(|requests| after.kept(&id, &requests, claimed)).map_err(super::in_words)),
                }
                again.free();
            });
        });
    }

    fn kept(&self, id: &str, [seed, record, keys, log]: &[JsValue; 4], claimed: bool) -> Kept {
        let keys = Array::from(&answer(keys));
        let log = Array::from(&answer(log)).into_iter().enumerate().map(|(n, logged)| (keys.get(n as u32).as_f64().unwrap_or(-1.0), get(&logged, "entry")));
        let seed = answer(seed);
        let held = claimed && !seed.is_undefined();
        Kept { seed, record: answer(record), log: log.collect(), pending: self.0.borrow().line.pending(id).cloned().collect(), held }
    }

    /// All that is kept of a document, as JSON, whatever it is.
    pub(in crate::app::ui::keep) fn raw(&self, id: &str, done: impl FnOnce(Result<String, String>) + 'static) {
        self.document(id, move |kept| {
            done(kept.map(|kept| {
                let whole = js_sys::Object::new();
                let log: Array = kept.log.iter().map(|(_, entry)| entry.clone()).collect();
                for (name, value) in [("seed", &kept.seed), ("record", &kept.record), ("log", &log)] {
                    let _ = js_sys::Reflect::set(&whole, &name.into(), value);
                }
                json(&whole)
            }));
        });
    }

    /// What was put aside, with its keys.
    pub(in crate::app::ui::keep) fn asides(&self, done: impl FnOnce(Vec<(f64, Aside)>) + 'static) {
        let ask = |transaction: &Transaction| -> Result<[JsValue; 2], Error> {
            let aside = transaction.object_store("aside")?;
            Ok([aside.get_all_keys(None, None)?.into(), aside.get_all(None, None)?.into()])
        };
        self.exclusive(move |store| {
            let after = store.clone();
            store.transact(&["aside"], TransactionMode::ReadOnly, ask, move |asked| {
                let [keys, values] = asked.map(|requests| requests.map(|r| Array::from(&answer(&r)))).unwrap_or_default();
                let pairs = keys.iter().zip(values.iter());
                done(pairs.filter_map(|(key, value)| Some((key.as_f64()?, from_js(value).ok()?))).collect());
                after.free();
            });
        });
    }
}
