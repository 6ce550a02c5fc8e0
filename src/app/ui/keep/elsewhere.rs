//! What happens to documents that are not on the desk, and what other tabs do.

use std::collections::BTreeSet;
use std::time::Duration;

use leptos::prelude::*;

use super::hold::Hold;
use super::lock::Lock;
use super::restored::restored;
use super::tabs::Message;
use super::{Keeper, dom};
use crate::annotation::{Seed, Workspace};
use crate::app::keeping::What;
use crate::app::shelf::{Order, Record};
use crate::app::ui::state::AppState;
use crate::text::order;

/// How long another tab has to answer.
const PATIENCE: Duration = Duration::from_millis(1500);

impl Keeper {
    /// Another tab has said something.
    pub(super) fn told(self, state: AppState, message: Message) {
        match message {
            Message::Release { id } => self.hand_over(state, &id),
            Message::Rename { id, title } => {
                if self.current.with_value(|c| c.id == id) {
                    state.settle_typing();
                    state.gesture(|desk| desk.set_title(&title));
                    self.say(&Message::Renamed { id });
                }
            }
            Message::Renamed { id } => {
                if self.renaming.with_value(|r| r.as_ref() == Some(&id)) {
                    self.renaming.set_value(None);
                }
            }
            Message::Forgotten { ids } => {
                let set: Option<BTreeSet<String>> = ids.as_ref().map(|ids| order::set(ids.iter().cloned()));
                self.with_store(|store| store.forgotten_elsewhere(set.as_ref()));
                self.deleted(ids.as_deref());
                self.list();
                self.list_asides();
                self.learn_labels(state);
                self.judge();
            }
            Message::Listed => self.list_again(),
            Message::Labels => self.learn_labels(state),
        }
    }

    /// These documents are gone for good, all where none is named: what is on the desk of them is in this tab alone.
    pub(super) fn deleted(self, ids: Option<&[String]>) {
        let goes = |id: &String| ids.is_none_or(|ids| ids.contains(id));
        if ids.is_none() {
            self.stop_reading();
        }
        self.leaving.get_value().iter().filter(|h| goes(&h.id)).for_each(|h| h.lock.release());
        self.leaving.update_value(|all| all.retain(|h| !goes(&h.id)));
        self.current.update_value(|c| c.gone |= c.stored && goes(&c.id));
        self.texts.update_value(|all| all.retain(|(id, ..)| !goes(id)));
        self.broken.update(|all| all.retain(|b| !goes(&b.id)));
        self.list_parked();
    }

    /// Puts a document into the bin, or takes it out.
    pub(in crate::app::ui) fn bin(self, id: &str, deleted: bool) {
        let time = deleted.then(dom::now);
        self.records.update(|all| {
            if let Some(record) = all.iter_mut().find(|r| r.id == id) {
                record.deleted = time;
            }
        });
        self.write(id, "", What::Binned(time));
        self.say(&Message::Listed);
    }

    /// Gives a document that is not on the desk another title: a gesture like any other. Where another tab has it on its
    /// desk, that tab makes it.
    pub(in crate::app::ui) fn rename(self, state: AppState, id: &str, title: String) {
        if let Some(hold) = self.still_held(id) {
            return self.rename_held(state, hold, title);
        }
        let wanted = id.to_owned();
        let got = move |lock: Option<Lock>| match lock {
            Some(lock) => self.rename_held(state, Hold { id: wanted, token: dom::fresh_id(), lock }, title),
            None => {
                self.show_title(&wanted, &title);
                self.renaming.set_value(Some(wanted.clone()));
                self.say(&Message::Rename { id: wanted.clone(), title });
                let unanswered = move || {
                    if self.renaming.with_value(|r| r.as_ref() == Some(&wanted)) {
                        self.renaming.set_value(None);
                        state
                            .say_bad(format!("{} is open in another tab that does not answer. Rename it there, or close that tab first.", self.named(&wanted)));
                        self.list();
                    }
                };
                set_timeout(unanswered, PATIENCE);
            }
        };
        let mine = id.to_owned();
        Lock::ask(id, false, got, move || self.lost(state, &mine));
    }

    fn show_title(self, id: &str, title: &str) {
        self.records.update(|all| {
            if let Some(record) = all.iter_mut().find(|r| r.id == id) {
                title.clone_into(&mut record.title);
            }
        });
    }

    fn rename_held(self, state: AppState, hold: Hold, title: String) {
        self.with_store(|store| {
            store.claim(&hold.id.clone(), &hold.token.clone(), move |kept| {
                match kept.and_then(|kept| restored(kept, &hold.id)) {
                    Ok(mut opened) => {
                        self.settle_opened(&hold, &opened);
                        opened.desk.set_time(dom::now());
                        opened.desk.set_title(&title);
                        let record = Record { title, changed: dom::now(), ..opened.record };
                        self.show(record.clone());
                        self.write(&hold.id, &hold.token, What::Go { entries: opened.desk.take_log(), record });
                    }
                    Err(why) => state.say_bad(format!("{} cannot be renamed: {why}.", self.named(&hold.id))),
                }
                self.leaving.update_value(|all| all.push(hold));
                self.release_written();
            });
        });
    }

    /// Forgets documents for good; all of them where `ids` is none. `done` is called once they are gone; the person is told
    /// where they are not.
    pub(in crate::app::ui) fn forget(self, state: AppState, ids: Option<Vec<String>>, done: impl FnOnce() + 'static) {
        if ids.is_none() {
            self.stop_reading();
            self.queue.set(Vec::new());
        }
        self.with_store(|store| {
            store.forget(ids.clone(), move |gone| match gone {
                Ok(()) => {
                    self.deleted(ids.as_deref());
                    self.say(&Message::Forgotten { ids });
                    self.list();
                    self.list_asides();
                    self.learn_labels(state);
                    done();
                }
                Err(why) => state.say_bad(format!("Nothing was deleted: {why}.")),
            });
        });
    }

    /// Throws away something that was put aside.
    pub(in crate::app::ui) fn drop_aside(self, state: AppState, key: f64) {
        self.with_store(|store| {
            store.drop_aside(key, move |gone| match gone {
                Ok(()) => self.asides.update(|all| all.retain(|(k, _)| *k != key)),
                Err(why) => state.say_bad(format!("It was not deleted: {why}.")),
            });
        });
    }

    /// Gives up a document that the browser refuses to keep.
    pub(in crate::app::ui) fn discard(self, id: &str) {
        self.with_store(|store| store.recall(id));
        self.release_written();
        self.list_parked();
        self.list();
        self.judge();
    }

    /// Downloads all that the database has of a document, whatever it is.
    pub(in crate::app::ui) fn download_raw(self, state: AppState, id: &str) {
        let name = format!("galley-{id}.json");
        self.with_store(|store| {
            store.raw(id, move |raw| match raw {
                Ok(json) => dom::download(&name, "application/json", &json),
                Err(why) => state.say_bad(format!("It cannot be read: {why}.")),
            });
        });
    }

    /// Keeps imported documents without putting them on the desk, has them read, and lists the most damaged first.
    pub(in crate::app::ui) fn add(self, seeds: Vec<Seed>) {
        let now = dom::now();
        let ids = seeds.iter().map(|s| s.id.clone()).collect();
        let mut records = Vec::new();
        for seed in seeds {
            let desk = Workspace::new(seed);
            let record = Record::of(&desk, now, now);
            records.push(record.clone());
            self.write(&record.id.clone(), "", What::Begin { seed: Box::new(desk.seed().clone()), record });
        }
        self.records.update(|all| all.extend(records));
        dom::ask_to_persist();
        self.set_order(Order::Damage);
        self.read(ids);
    }
}
