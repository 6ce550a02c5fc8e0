//! Nothing is lost: every gesture is written to the browser's database as it is made, and comes back after a reload, a
//! closed tab or a crash.

pub(super) mod library;
mod lock;
pub(super) mod neighbours;
pub(super) mod reading;
pub(super) mod saved;
mod store;

use leptos::prelude::*;

use super::dom;
use super::state::AppState;
use crate::annotation::{Entry, Seed, Workspace};
use crate::app::shelf::{Order, Record, shelf};
use lock::Lock;
use reading::{Progress, Reading};
use store::{Kept, Store, Write, Written};

/// How safe the work is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Safety {
    /// Nothing to keep yet.
    #[default]
    Nothing,
    /// Being written.
    Writing,
    /// All of it is on this device, since when (milliseconds since 1970).
    Kept(u64),
    /// It is in this tab alone; why.
    Unkept(String),
}

/// What keeps the articles.
#[derive(Clone, Copy)]
pub(super) struct Keeper {
    /// How safe the work is.
    pub(super) safety: RwSignal<Safety>,
    /// All that is kept, for the list.
    pub(super) records: RwSignal<Vec<Record>>,
    /// An article that another tab has open, and that was asked for here.
    pub(super) elsewhere: RwSignal<Option<String>>,
    /// How far the reading in the background is; none where nothing is being read.
    pub(super) reading: RwSignal<Option<Progress>>,
    /// What could not be taken in, a sentence a file.
    pub(super) refused: RwSignal<Vec<String>>,
    /// The order of the list.
    pub(super) order: RwSignal<Order>,
    /// The articles that are worked through, as the list had them when one of them was opened.
    pub(super) queue: RwSignal<Vec<String>>,
    reader: StoredValue<Option<Reading>, LocalStorage>,
    store: StoredValue<Option<Store>, LocalStorage>,
    lock: StoredValue<Lock, LocalStorage>,
    current: StoredValue<Current>,
}

/// The document on the desk.
#[derive(Clone, Debug, Default)]
struct Current {
    id: String,
    created: u64,
    /// True once its seed is in line to be written: a sample that is only looked at is not kept.
    stored: bool,
    /// True once the engine has read it.
    read: bool,
}

/// What the browser remembers about the document that was last open.
const OPEN: &str = "open";
/// The order of the list, as it is remembered.
const ORDER: &str = "order";

impl Keeper {
    /// Keeps nothing yet.
    pub(super) fn new() -> Self {
        Self {
            safety: RwSignal::new(Safety::Nothing),
            records: RwSignal::new(Vec::new()),
            elsewhere: RwSignal::new(None),
            reading: RwSignal::new(None),
            refused: RwSignal::new(Vec::new()),
            order: RwSignal::new(dom::setting(ORDER).map_or_else(Order::default, |name| Order::named(&name))),
            queue: RwSignal::new(Vec::new()),
            reader: StoredValue::new_local(None),
            store: StoredValue::new_local(None),
            lock: StoredValue::new_local(Lock::default()),
            current: StoredValue::new(Current::default()),
        }
    }

    /// Opens the database, and what was open when the page was left.
    pub(super) fn start(self, state: AppState) {
        let store = Store::open(move |news| self.hear(news));
        self.store.set_value(Some(store));
        self.list();
        // The browser asks before the page goes only while something is in this tab alone.
        let _ = window_event_listener(leptos::ev::beforeunload, move |event| {
            if self.with_store(Store::is_behind) == Some(true) {
                event.prevent_default();
            }
        });
        if let Some(id) = dom::setting(OPEN).filter(|id| !id.is_empty()) {
            self.reopen(state, &id, false);
        }
    }

    fn with_store<T>(self, act: impl FnOnce(&Store) -> T) -> Option<T> {
        self.store.try_with_value(Clone::clone).flatten().map(|store| act(&store))
    }

    fn hear(self, news: Written) {
        match news {
            Written::Kept if self.with_store(Store::is_behind) == Some(false) => self.safety.set(Safety::Kept(dom::now())),
            Written::Kept => {}
            Written::Failed(reason) => self.safety.set(Safety::Unkept(reason)),
        }
    }

    /// Reads the list anew.
    pub(super) fn list(self) {
        self.with_store(|store| {
            store.records(move |records| {
                if let Ok(records) = records {
                    self.records.set(records);
                }
            })
        });
    }

    /// A new document came on the desk. A sample is kept once something is done to it.
    pub(super) fn begin(self, desk: &Workspace, at_once: bool) {
        self.leave();
        let id = desk.seed().id.clone();
        self.current.set_value(Current { id: id.clone(), created: dom::now(), ..Current::default() });
        self.hold(&id, false, None);
        self.safety.set(Safety::Nothing);
        if at_once {
            self.write(desk, Vec::new());
        }
    }

    /// Keeps what the last gesture did.
    pub(super) fn keep(self, desk: &Workspace, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.write(desk, entries);
        }
    }

    /// Keeps the figures that the list shows, after the engine has read the text.
    pub(super) fn recount(self, desk: &Workspace) {
        self.current.update_value(|c| c.read |= c.id == desk.seed().id);
        if self.current.with_value(|c| c.stored && c.id == desk.seed().id) {
            self.write(desk, Vec::new());
        }
    }

    fn write(self, desk: &Workspace, entries: Vec<Entry>) {
        let mut current = self.current.get_value();
        if current.id != desk.seed().id {
            return;
        }
        let record = Record { read: current.read, ..Record::of(desk, current.created, dom::now()) };
        let seed = (!current.stored).then(|| desk.seed().clone());
        if seed.is_some() {
            dom::keep_setting(OPEN, &current.id);
            dom::ask_to_persist();
        }
        current.stored = true;
        self.current.set_value(current.clone());
        self.records.update(|all| {
            all.retain(|r| r.id != record.id);
            all.push(record.clone());
        });
        if !matches!(self.safety.get_untracked(), Safety::Unkept(_)) {
            self.safety.set(Safety::Writing);
        }
        self.with_store(|store| store.write(Write { seed, document: current.id, entries, record: Some(record) }));
    }

    /// The document leaves the desk.
    pub(super) fn leave(self) {
        self.let_go();
        dom::keep_setting(OPEN, "");
    }

    fn let_go(self) {
        self.lock.with_value(Lock::release);
        self.current.set_value(Current::default());
    }

    /// Holds the lock of `id`; when another tab takes it, the desk is cleared and the person told.
    fn hold(self, id: &str, steal: bool, got: Option<Box<dyn FnOnce(bool)>>) {
        let mine = id.to_owned();
        let lost = move || {
            if self.current.with_value(|c| c.id == mine) {
                self.current.set_value(Current::default());
                self.elsewhere.set(Some(mine));
            }
        };
        let lock = Lock::take(
            id,
            steal,
            move |ours| {
                if let Some(got) = got {
                    got(ours)
                }
            },
            lost,
        );
        self.lock.set_value(lock);
    }

    /// Puts a kept document on the desk again: all that was done to it is done again.
    pub(super) fn reopen(self, state: AppState, id: &str, steal: bool) {
        // What other tabs remember as open last stays so until this one has it.
        self.let_go();
        self.elsewhere.set(None);
        let wanted = id.to_owned();
        let got = move |ours: bool| {
            if !ours {
                self.elsewhere.set(Some(wanted));
                return;
            }
            self.with_store(|store| {
                store.document(&wanted.clone(), move |kept| match kept.and_then(|k| restored(k, &wanted)) {
                    Ok((desk, record)) => {
                        self.current.set_value(Current { id: wanted.clone(), created: record.created, stored: true, read: record.read });
                        dom::keep_setting(OPEN, &wanted);
                        self.safety.set(Safety::Kept(record.changed));
                        state.put(desk);
                    }
                    Err(why) => {
                        dom::keep_setting(OPEN, "");
                        state.say_bad(format!("This article cannot be opened: {why}."));
                    }
                })
            });
        };
        self.hold(id, steal, Some(Box::new(got)));
    }

    /// Puts a document into the bin, or takes it out.
    pub(super) fn bin(self, id: &str, deleted: bool) {
        let mut changed = None;
        self.records.update(|all| {
            if let Some(record) = all.iter_mut().find(|r| r.id == id) {
                record.deleted = deleted.then(dom::now);
                changed = Some(record.clone());
            }
        });
        if let Some(record) = changed {
            self.put_record(record);
        }
    }

    /// Keeps what the list shows of a document that is not on the desk.
    fn put_record(self, record: Record) {
        self.with_store(|store| store.write(Write { document: record.id.clone(), record: Some(record), ..Write::default() }));
    }

    /// Orders the list, and remembers it.
    pub(super) fn set_order(self, order: Order) {
        dom::keep_setting(ORDER, order.name());
        self.order.set(order);
    }

    /// The ids of the articles on the shelf whose title holds `search`, in the order of the list.
    pub(super) fn listed(self, search: &str) -> Vec<String> {
        self.records.with(|all| shelf(all, search, self.order.get()).into_iter().map(|r| r.id).collect())
    }

    /// Gives a document that is not on the desk another title: a gesture like any other.
    pub(super) fn rename(self, id: &str, title: String) {
        let wanted = id.to_owned();
        self.with_store(|store| {
            let again = store.clone();
            store.document(id, move |kept| {
                let Ok((mut desk, record)) = kept.and_then(|k| restored(k, &wanted)) else { return };
                desk.set_time(dom::now());
                if desk.set_title(&title).name.is_empty() {
                    return;
                }
                let record = Record { title, changed: dom::now(), ..record };
                self.records.update(|all| {
                    all.retain(|r| r.id != record.id);
                    all.push(record.clone());
                });
                again.write(Write { document: wanted, entries: desk.take_log(), record: Some(record), seed: None });
            });
        });
    }

    /// Forgets documents for good; all of them where `ids` is none. `done` is called once they are gone; the person is told
    /// where they are not.
    pub(super) fn forget(self, state: AppState, ids: Option<Vec<String>>, done: impl FnOnce() + 'static) {
        self.with_store(|store| {
            store.forget(ids, move |gone| match gone {
                Ok(()) => {
                    self.list();
                    done();
                }
                Err(why) => state.say_bad(format!("Nothing was deleted: {why}.")),
            });
        });
    }

    /// Keeps imported documents without putting them on the desk, has them read, and lists the most damaged first.
    pub(super) fn add(self, seeds: Vec<Seed>) {
        let now = dom::now();
        let ids = seeds.iter().map(|s| s.id.clone()).collect();
        let mut records = Vec::new();
        for seed in seeds {
            let desk = Workspace::new(seed);
            let record = Record::of(&desk, now, now);
            records.push(record.clone());
            self.with_store(|store| {
                store.write(Write { document: record.id.clone(), seed: Some(desk.seed().clone()), entries: Vec::new(), record: Some(record) })
            });
        }
        self.records.update(|all| all.extend(records));
        dom::ask_to_persist();
        self.set_order(Order::Damage);
        self.read(ids);
    }
}

/// A document as it stood.
fn restored(kept: Kept, id: &str) -> Result<(Workspace, Record), String> {
    let record = kept.record;
    Workspace::restore(kept.seed, kept.log).map(|desk| (desk, record)).map_err(|e| format!("{id}: {e}"))
}
