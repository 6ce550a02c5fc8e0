//! A document from what the database has of it, which may be anything.

use js_sys::Array;

use super::store::{Kept, from_js, json, to_js};
use crate::annotation::{Entry, Seed, Workspace};
use crate::app::keeping::{Aside, What, Write};
use crate::app::shelf::Record;
use crate::app::ui::dom;

/// A document as it stood.
pub(in crate::app::ui) struct Opened {
    pub(super) desk: Workspace,
    pub(super) record: Record,
    /// The part of its log that cannot be followed: the keys of the entries, and the entries.
    pub(super) rest: Option<(Vec<f64>, Aside)>,
    /// True where the database knows that this tab holds it.
    pub(super) held: bool,
}

/// Does again all that was done to document `id`, as far as that can be followed. What cannot be is in
/// [`rest`](Opened::rest).
///
/// # Errors
/// Where it is not there, or what it started from cannot be read.
pub(super) fn restored(kept: Kept, id: &str) -> Result<Opened, String> {
    let Kept { seed, record, log, pending, held } = kept;
    let begun = pending.iter().find_map(|w| if let What::Begin { seed, .. } = &w.what { Some(Seed::clone(seed)) } else { None });
    let seed: Seed = match begun {
        Some(seed) => seed,
        None if seed.is_undefined() => return Err("it is not there any more".into()),
        None => from_js(seed).map_err(|e| format!("what it started from is damaged ({e})"))?,
    };
    let seed = Seed { id: id.to_owned(), ..seed };
    let mut unread = None;
    let mut entries: Vec<Entry> = Vec::new();
    for (_, entry) in &log {
        match from_js(entry.clone()) {
            Ok(entry) => entries.push(entry),
            Err(why) => {
                unread = Some(format!("a step cannot be read ({why})"));
                break;
            }
        }
    }
    let later = later_entries(&pending);
    if unread.is_none() {
        entries.extend(later.iter().cloned());
    }
    let replayed = Workspace::replay(seed, entries);
    let why = replayed.stopped.map(|misfit| misfit.to_string()).or(unread);
    let rest = why.map(|why| rest(id, replayed.desk.title(), why, &log, &later, replayed.followed));
    let waiting = pending.iter().rev().find_map(|w| match &w.what {
        What::Begin { record, .. } | What::Go { record, .. } => Some(record.clone()),
        _ => None,
    });
    let now = dom::now();
    let record = waiting.or_else(|| from_js(record).ok()).unwrap_or_else(|| Record::of(&replayed.desk, now, now));
    Ok(Opened { desk: replayed.desk, record, rest, held })
}

/// The entries of a log that wait to be written.
pub(super) fn later_entries(writes: &[Write]) -> Vec<Entry> {
    let entries = |write: &Write| if let What::Go { entries, .. } = &write.what { entries.clone() } else { Vec::new() };
    writes.iter().flat_map(entries).collect()
}

/// The entries after the first `followed` ones: those of the database, and those that were still to come to it.
fn rest(id: &str, title: &str, why: String, log: &[(f64, wasm_bindgen::JsValue)], later: &[Entry], followed: usize) -> (Vec<f64>, Aside) {
    let stored = log.get(followed..).unwrap_or_default();
    let unstored = later.get(followed.saturating_sub(log.len())..).unwrap_or_default();
    let all: Array = stored.iter().map(|(_, entry)| entry.clone()).collect();
    for entry in unstored {
        if let Ok(entry) = to_js(entry) {
            all.push(&entry);
        }
    }
    let aside = Aside { document: id.to_owned(), title: title.to_owned(), why, time: dom::now(), entries: all.length(), json: json(&all) };
    (stored.iter().map(|(key, _)| *key).collect(), aside)
}
