//! What goes for good.

use crate::text::order;
use std::collections::BTreeSet;

use idb::{Error, ObjectStore, Query, Transaction, TransactionMode};
use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::js::{answered, get, to_js};
use super::schema::{ERA, Era, STORES};
use super::{Store, in_words, send};

impl Store {
    /// Removes documents for good, seeds and logs too; all of them where `ids` is none, with what was put aside. Removes all
    /// that it is asked to, or nothing. Whatever is still to be written to them, here or in another tab, is refused.
    pub(in crate::app::ui::keep) fn forget(&self, ids: Option<Vec<String>>, done: impl FnOnce(Result<(), String>) + 'static) {
        self.0.borrow_mut().line.forget(ids.as_ref().map(|ids| order::set(ids.iter().cloned())).as_ref());
        let era = self.0.borrow().era;
        let all = ids.is_none();
        let ask = move |transaction: &Transaction| match ids {
            Some(ids) => ids.iter().try_for_each(|id| remove(transaction, &JsValue::from_str(id))),
            None => remove_all(transaction, era),
        };
        self.exclusive(move |store| {
            let after = store.clone();
            store.transact(&STORES, TransactionMode::ReadWrite, ask, move |asked| {
                if all && asked.is_ok() {
                    after.0.borrow_mut().era = era + 1;
                }
                after.resume();
                done(asked.map_err(in_words));
                after.free();
            });
        });
    }

    /// Removes something that was put aside.
    pub(in crate::app::ui::keep) fn drop_aside(&self, key: f64, done: impl FnOnce(Result<(), String>) + 'static) {
        let ask = move |transaction: &Transaction| transaction.object_store("aside")?.delete(Query::Key(JsValue::from_f64(key))).map(|_| ());
        self.exclusive(move |store| {
            let after = store.clone();
            store.transact(&["aside"], TransactionMode::ReadWrite, ask, move |asked| {
                done(asked.map_err(in_words));
                after.free();
            });
        });
    }

    /// Another tab has forgotten everything: what was in line for it is not to be written, and what begins now may be.
    pub(in crate::app::ui::keep) fn forgotten_elsewhere(&self, ids: Option<&BTreeSet<String>>) {
        self.0.borrow_mut().line.forget(ids);
        if ids.is_none() {
            self.learn_era();
        }
    }

    /// Reads how often everything has been forgotten.
    pub(in crate::app::ui::keep) fn learn_era(&self) {
        self.exclusive(|store| {
            let after = store.clone();
            let ask = |transaction: &Transaction| -> Result<JsValue, Error> { Ok(transaction.object_store("held")?.get(Query::Key(ERA.into()))?.into()) };
            store.transact(&["held"], TransactionMode::ReadOnly, ask, move |asked| {
                if let Ok(request) = asked {
                    after.0.borrow_mut().era = send::era_of(&get(&request, "result"));
                }
                after.free();
            });
        });
    }
}

fn remove(transaction: &Transaction, id: &JsValue) -> Result<(), Error> {
    for name in ["records", "seeds", "held"] {
        transaction.object_store(name)?.delete(Query::Key(id.clone()))?;
    }
    for name in ["log", "aside"] {
        let store = transaction.object_store(name)?;
        let keys = store.index("document")?.get_all_keys(Some(Query::Key(id.clone())), None)?;
        answered(keys, move |found| remove_keys(&store, &found));
    }
    Ok(())
}

fn remove_keys(store: &ObjectStore, keys: &JsValue) {
    for key in Array::from(keys).iter() {
        let _ = store.delete(Query::Key(key));
    }
}

/// Everything, but that it was done: what another tab had in line for it then is not written.
fn remove_all(transaction: &Transaction, era: u32) -> Result<(), Error> {
    for name in STORES {
        transaction.object_store(name)?.clear()?;
    }
    if let Ok(value) = to_js(&Era { id: ERA, era: era + 1 }) {
        transaction.object_store("held")?.put(&value, None)?;
    }
    Ok(())
}
