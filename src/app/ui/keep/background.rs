//! The articles on the shelf are read in the background, for the counts of the list.

use std::rc::Rc;

use leptos::prelude::*;

use super::Keeper;
use super::reading::{Fetch, Reading};
use super::restored::restored;
use crate::annotation::Workspace;
use crate::app::keeping::What;
use crate::app::shelf::Record;

impl Keeper {
    /// Asks the database for documents.
    pub(in crate::app::ui) fn fetch(self) -> Fetch {
        Rc::new(move |id, done| {
            let wanted = id.to_owned();
            self.with_store(|store| store.document(&wanted.clone(), move |kept| done(kept.and_then(|kept| restored(kept, &wanted))))).is_some()
        })
    }

    /// Reads the articles on the shelf that nobody has read, or those of `ids`, in the background.
    pub(in crate::app::ui) fn read(self, ids: Vec<String>) {
        let under_way = self.reader.with_value(|r| r.as_ref().is_some_and(|r| r.add(&ids)));
        if under_way || ids.is_empty() {
            return;
        }
        let each = move |desk: Workspace, old: Record, found: bool| {
            if found {
                self.count(&desk, &old);
            }
        };
        let done = move |why: Option<String>| {
            if let Some(why) = why {
                self.refused.update(|r| r.push(format!("The engine stopped, so the rest of the list is not read: {why}")));
            }
        };
        self.reader.set_value(Some(Reading::begin(self.fetch(), ids, self.reading, each, done)));
    }

    /// Stops reading; what was read stays read.
    pub(in crate::app::ui) fn stop_reading(self) {
        self.reader.with_value(|r| {
            if let Some(reading) = r {
                reading.stop();
            }
        });
    }

    /// Keeps the figures of an article that was read in the background. Reading is no change: its time stays.
    fn count(self, desk: &Workspace, old: &Record) {
        if self.current.with_value(|c| c.id == old.id) {
            return; // it is on the desk, which knows better
        }
        let record = Record { read: true, ..Record::of(desk, old.created, old.changed) };
        self.records.update(|all| {
            if let Some(shown) = all.iter_mut().find(|r| r.id == record.id) {
                *shown = shown.with_counts_of(&record);
            }
        });
        self.write(&record.id.clone(), "", What::Counts(record));
    }
}
