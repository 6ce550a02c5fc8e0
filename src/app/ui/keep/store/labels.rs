//! Labels of a person's own, which belong to no article. They stand in `held`, under a key that no document has: a store of their
//! own would be another version of the database, which a tab with an older page could not open. They are kept as a seed that has nothing else: what
//! reads and writes those is there already.

use idb::{Error, Query, Transaction, TransactionMode};
use wasm_bindgen::prelude::*;

use super::js::{answer, from_js, to_js};
use super::{Store, in_words};
use crate::annotation::{LabelDefinition, Seed};

/// The key.
const LABELS: &str = "*labels";

impl Store {
    /// Keeps `labels` in place of what was kept before, or reads what is kept where there are none to be kept.
    pub(in crate::app::ui::keep) fn labels(&self, labels: Option<Vec<LabelDefinition>>, done: impl FnOnce(Result<Vec<LabelDefinition>, String>) + 'static) {
        let ask = move |transaction: &Transaction| -> Result<JsValue, Error> {
            let held = transaction.object_store("held")?;
            if let Some(labels) = labels
                && let Ok(value) = to_js(&Seed { id: LABELS.to_owned(), labels, ..Seed::default() })
            {
                held.put(&value, None)?;
            }
            Ok(held.get(Query::Key(LABELS.into()))?.into())
        };
        self.exclusive(move |store| {
            let after = store.clone();
            store.transact(&["held"], TransactionMode::ReadWrite, ask, move |asked| {
                // None are kept yet, or what is kept cannot be read.
                let read = |request: JsValue| from_js::<Seed>(answer(&request)).map_or_else(|_| Vec::new(), |kept| kept.labels);
                done(asked.map(read).map_err(in_words));
                after.free();
            });
        });
    }
}
