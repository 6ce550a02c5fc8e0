//! The stores of the database, and what stands in them beside documents' own values.

use idb::{Database, Error, IndexParams, KeyPath, ObjectStoreParams};
use serde::{Deserialize, Serialize};

use crate::annotation::Entry;

pub(super) const NAME: &str = "galley";
/// 2 has `held` and `aside`.
pub(super) const VERSION: u32 = 2;
pub(super) const STORES: [&str; 5] = ["records", "seeds", "log", "held", "aside"];
/// `held` has a person's own rules too, under a key that `src/boot/shelf.js` knows: they go where everything is forgotten.
/// The key in `held` under which stands how often everything has been forgotten.
pub(super) const ERA: &str = "*";
/// One entry of the log, with the document that it belongs to.
#[derive(Serialize, Deserialize)]
pub(super) struct Logged {
    pub(super) document: String,
    pub(super) entry: Entry,
}

/// Who may write to a document.
#[derive(Serialize, Deserialize)]
pub(super) struct Held {
    pub(super) id: String,
    pub(super) token: String,
}

/// How often everything has been forgotten.
#[derive(Serialize)]
pub(super) struct Era {
    pub(super) id: &'static str,
    pub(super) era: u32,
}

/// Makes the stores that are not there yet.
pub(super) fn build(database: &Database) -> Result<(), Error> {
    let there = database.store_names();
    let missing = |name: &str| there.iter().all(|n| n != name);
    for name in ["records", "seeds", "held"].into_iter().filter(|n| missing(n)) {
        let mut keyed = ObjectStoreParams::new();
        keyed.key_path(Some(KeyPath::new_single("id")));
        database.create_object_store(name, keyed)?;
    }
    for name in ["log", "aside"].into_iter().filter(|n| missing(n)) {
        let mut numbered = ObjectStoreParams::new();
        numbered.auto_increment(true);
        let store = database.create_object_store(name, numbered)?;
        store.create_index("document", KeyPath::new_single("document"), Some(IndexParams::new()))?;
    }
    Ok(())
}
