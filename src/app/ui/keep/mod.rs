//! Nothing is lost: every gesture is written to the browser's database as it is made, and comes back after a reload, a
//! closed tab or a crash.
//!
//! `article` has the document on the desk, `elsewhere` what happens to those that are not, `tabs` what tabs tell one
//! another, `store` the database, `restored` how a document comes out of it.

mod article;
mod background;
pub(super) mod beside;
mod elsewhere;
mod hold;
pub(super) mod library;
mod lock;
pub(super) mod neighbours;
pub(super) mod reading;
mod restored;
pub(super) mod saved;
mod store;
mod tabs;
mod texts;

use std::rc::Rc;

use leptos::prelude::*;

use super::dom;
use super::state::AppState;
use crate::app::keeping::{Aside, Loss, Standing, What, Write};
use crate::app::safety::{Safety, Unkept};
use crate::app::shelf::{InText, Order, Record, shelf};
use hold::{Current, Hold};
use reading::{Progress, Reading};
use restored::{later_entries, restored};
use store::{Listed, News, Store, Trouble, json, to_js};
use tabs::{Message, Tabs};

/// A document that cannot be opened, or cannot be written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ailing {
    /// Its id.
    pub(super) id: String,
    /// Its title, as far as it is known.
    pub(super) title: String,
    /// Why, in words.
    pub(super) why: String,
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
    /// The texts that hold what is sought in the list.
    pub(super) in_texts: RwSignal<Vec<InText>>,
    /// The articles that are worked through, as the list had them when one of them was opened.
    pub(super) queue: RwSignal<Vec<String>>,
    /// Parts of logs that their documents could not take, with their keys in the database.
    pub(super) asides: RwSignal<Vec<(f64, Aside)>>,
    /// Documents that cannot be opened.
    pub(super) broken: RwSignal<Vec<Ailing>>,
    /// Documents that are in this tab alone, since the browser refuses to keep them.
    pub(super) parked: RwSignal<Vec<Ailing>>,
    reader: StoredValue<Option<Reading>, LocalStorage>,
    store: StoredValue<Option<Store>, LocalStorage>,
    tabs: StoredValue<Tabs, LocalStorage>,
    current: StoredValue<Current, LocalStorage>,
    /// Documents that have left the desk with something still to be written.
    leaving: StoredValue<Vec<Hold>, LocalStorage>,
    /// Counts what was asked to be opened: only the last is.
    asked: StoredValue<u32>,
    /// Counts what was sought in the list: only the last is.
    sought: StoredValue<u32>,
    /// Texts that were looked through, with their ids and when each article was last changed.
    texts: StoredValue<Vec<(String, u64, Rc<str>)>, LocalStorage>,
    /// A rename that another tab has been asked to make.
    renaming: StoredValue<Option<String>>,
    /// True while something is typed that is no gesture yet.
    typing: StoredValue<bool>,
    /// Why nothing can be written.
    trouble: StoredValue<Option<Unkept>>,
    /// When something was last kept.
    kept: StoredValue<u64>,
}

/// What the browser remembers about the document that was last open.
const OPEN: &str = "open";
/// The document that is being opened: where the page stops over it, it is not opened by itself again.
const OPENING: &str = "opening";
/// Fields whose text becomes a gesture when they are left.
const FIELDS: &str = "input.title, .card textarea, .card input";
/// The box on the start page, whose text is no article yet.
const FRESH: &str = ".start textarea";
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
            in_texts: RwSignal::new(Vec::new()),
            queue: RwSignal::new(Vec::new()),
            asides: RwSignal::new(Vec::new()),
            broken: RwSignal::new(Vec::new()),
            parked: RwSignal::new(Vec::new()),
            reader: StoredValue::new_local(None),
            store: StoredValue::new_local(None),
            tabs: StoredValue::new_local(Tabs::default()),
            current: StoredValue::new_local(Current::default()),
            leaving: StoredValue::new_local(Vec::new()),
            asked: StoredValue::new(0),
            sought: StoredValue::new(0),
            texts: StoredValue::new_local(Vec::new()),
            renaming: StoredValue::new(None),
            typing: StoredValue::new(false),
            trouble: StoredValue::new(None),
            kept: StoredValue::new(0),
        }
    }

    /// Opens the database, and what was open when the page was left.
    pub(super) fn start(self, state: AppState) {
        self.hear_of_gestures(state);
        self.tabs.set_value(Tabs::open(move |message| self.told(state, message)));
        self.store.set_value(Some(Store::open(move |news| self.hear(state, news))));
        self.list();
        self.list_asides();
        self.learn_labels(state);
        // The browser asks before the page goes only while something is in this tab alone. What is typed is no gesture yet.
        self.listen(state);
        let Some(id) = dom::setting(OPEN).filter(|id| !id.is_empty()) else { return };
        if dom::setting(OPENING).as_ref() == Some(&id) {
            dom::keep_setting(OPENING, "");
            dom::keep_setting(OPEN, "");
            state.say_bad("The page stopped the last time when it opened the article that was on the desk, so it is not opened by itself. It is on the list, and can be downloaded from there.");
            return;
        }
        self.reopen(state, &id);
    }

    /// Keeps what is typed when the page goes, or is put away, and says while it is not kept.
    fn listen(self, state: AppState) {
        let settle = move || {
            // A field gives up what it has when it loses the focus.
            if self.typing.get_value() {
                dom::leave_field();
            }
            state.settle_typing();
        };
        let _ = window_event_listener(leptos::ev::beforeunload, move |event| {
            settle();
            let deleted = self.current.with_value(|c| c.gone);
            if deleted || dom::is_filled(FRESH) || self.with_store(Store::is_behind) == Some(true) {
                event.prevent_default();
            }
        });
        let _ = window_event_listener(leptos::ev::pagehide, move |_| {
            settle();
            if !dom::has_crashed() {
                dom::keep_setting(OPENING, "");
            }
        });
        dom::on_document("visibilitychange", move |_| {
            settle();
            self.list_again();
        });
        dom::on_document("input", move |event| {
            if dom::happened_in(&event, FIELDS) {
                self.set_typing(true);
            }
        });
        for left in ["change", "focusout"] {
            dom::on_document(left, move |event| {
                if dom::happened_in(&event, FIELDS) {
                    self.set_typing(false);
                }
            });
        }
        // A field that is taken away loses the focus without a word.
        dom::on_document("focusin", move |event| {
            if self.typing.get_value() && !dom::happened_in(&event, FIELDS) {
                self.set_typing(false);
            }
        });
    }

    fn with_store<T>(self, act: impl FnOnce(&Store) -> T) -> Option<T> {
        self.store.try_with_value(Clone::clone).flatten().map(|store| act(&store))
    }

    fn write(self, document: &str, token: &str, what: What) {
        self.with_store(|store| store.write(Write { document: document.to_owned(), token: token.to_owned(), what }));
    }

    fn say(self, message: &Message) {
        self.tabs.with_value(|tabs| tabs.say(message));
    }

    fn hear(self, state: AppState, news: News) {
        match news {
            News::Kept => {
                self.trouble.set_value(None);
                if !self.safety.with_untracked(|s| matches!(s, Safety::Kept(_))) {
                    self.kept.set_value(dom::now());
                }
                self.release_written();
            }
            News::Trouble(trouble) => self.trouble.set_value(Some(match trouble {
                Trouble::Missing(reason) => Unkept::Missing(reason),
                Trouble::Full => Unkept::Full,
                Trouble::Other(reason) => Unkept::Failing(reason),
            })),
            News::Parked(id, why) => {
                self.list_parked();
                if self.current.with_value(|c| c.id != id) {
                    state.say_bad(format!("{} cannot be saved: {why}. It is in this tab alone; the start page has it.", self.named(&id)));
                }
            }
            News::Lost(id, Loss::Taken, writes) => self.put_aside(state, &id, &writes),
            News::Lost(id, Loss::Gone, _) => {
                self.deleted(Some(std::slice::from_ref(&id)));
                self.with_store(Store::learn_era);
                self.list();
            }
        }
        self.judge();
    }

    /// What was not written before another tab took the document over is kept beside it.
    fn put_aside(self, state: AppState, id: &str, writes: &[Write]) {
        self.lost(state, id);
        let entries = later_entries(writes);
        let Some(json) = (!entries.is_empty()).then(|| to_js(&entries).map(|e| json(&e)).unwrap_or_default()) else { return };
        let title = self.records.with_untracked(|all| all.iter().find(|r| r.id == id).map(|r| r.title.clone())).unwrap_or_default();
        let number = entries.len() as u32;
        let why = "it was done here while another tab took the article over".to_owned();
        let aside = Aside { document: id.to_owned(), title, why, time: dom::now(), entries: number, json };
        self.write("", "", What::Aside(aside));
        self.list_asides();
        state.say_bad(format!(
            "Another tab took {} over before the last things done here were saved. They are kept on the start page, to be downloaded.",
            self.named(id)
        ));
    }

    /// Says how safe the work is.
    fn judge(self) {
        let (id, stored, gone) = self.current.with_value(|c| (c.id.clone(), c.stored, c.gone));
        let standing = self.with_store(|store| store.standing(&id)).unwrap_or(Standing::Clear);
        let trouble = self.trouble.get_value();
        let safety = match (standing, trouble) {
            _ if gone => Safety::Unkept(Unkept::Deleted),
            (Standing::Parked(why), _) => Safety::Unkept(Unkept::Parked(why)),
            (_, Some(Unkept::Missing(why))) => Safety::Unkept(Unkept::Missing(why)),
            (Standing::Behind, Some(trouble)) => Safety::Unkept(trouble),
            (Standing::Behind, None) => Safety::Writing,
            (Standing::Clear, _) if self.typing.get_value() => Safety::Writing,
            (Standing::Clear, _) if stored => Safety::Kept(self.kept.get_value()),
            (Standing::Clear, _) => Safety::Nothing,
        };
        if self.safety.with_untracked(|s| *s != safety) {
            self.safety.set(safety);
        }
    }

    /// Something is being typed, or no longer.
    pub(super) fn set_typing(self, typing: bool) {
        self.typing.set_value(typing);
        self.judge();
    }

    /// Tries again at once to save what could not be.
    pub(super) fn try_again(self) {
        self.with_store(Store::resume);
        self.list_parked();
        self.judge();
    }

    /// A document's title in quotation marks.
    pub(super) fn named(self, id: &str) -> String {
        let title = self.records.with_untracked(|all| all.iter().find(|r| r.id == id).map(|r| super::words::excerpt(&r.title, 60)));
        title.map_or_else(|| "An article".to_owned(), |t| format!("“{t}”"))
    }

    /// Reads the list anew.
    pub(super) fn list(self) {
        self.with_store(|store| {
            store.records(move |listed| {
                let Ok(Listed { records, broken }) = listed else { return };
                self.records.set(records);
                broken.into_iter().for_each(|id| self.mend(id));
            })
        });
    }

    /// Reads the list anew where all that this tab knows is in the database.
    fn list_again(self) {
        if self.with_store(Store::is_behind) == Some(false) {
            self.list();
        }
    }

    /// A document whose record is missing or damaged gets a new one.
    fn mend(self, id: String) {
        if self.broken.with_untracked(|all| all.iter().any(|b| b.id == id)) {
            return;
        }
        self.with_store(|store| {
            store.document(&id.clone(), move |kept| match kept.and_then(|kept| restored(kept, &id)) {
                Ok(opened) => {
                    let now = dom::now();
                    let record = Record::of(&opened.desk, now, now);
                    self.show(record.clone());
                    self.write(&id, "", What::Mended(record));
                }
                Err(why) => self.broken.update(|all| all.push(Ailing { title: self.named(&id), id, why })),
            });
        });
    }

    /// Shows a record in the list, in place of the one that it has.
    fn show(self, record: Record) {
        self.records.update(|all| {
            all.retain(|r| r.id != record.id);
            all.push(record);
        });
    }

    fn list_asides(self) {
        self.with_store(|store| store.asides(move |asides| self.asides.set(asides)));
    }

    fn list_parked(self) {
        let parked = self.with_store(Store::parked).unwrap_or_default();
        self.parked.set(parked.into_iter().map(|(id, why)| Ailing { title: self.named(&id), id, why }).collect());
    }

    /// Reads the labels of a person's own, which all articles are offered.
    fn learn_labels(self, state: AppState) {
        self.with_store(|store| {
            store.labels(None, move |kept| {
                if let Ok(labels) = kept {
                    state.desk.offer(labels);
                }
            })
        });
    }

    /// Keeps the labels of a person's own.
    fn keep_labels(self, state: AppState) {
        let labels = state.desk.library.get_untracked();
        self.with_store(|store| {
            store.labels(Some(labels), move |kept| match kept {
                Ok(_) => self.say(&Message::Labels),
                Err(why) => state.say_bad(format!("The label is in this tab alone: {why}.")),
            })
        });
    }

    /// Orders the list, and remembers it.
    pub(super) fn set_order(self, order: Order) {
        dom::keep_setting(ORDER, order.name());
        self.order.set(order);
    }

    /// The ids of the articles on the shelf whose title holds `search`, in the order of the list.
    pub(super) fn listed(self, search: &str) -> Vec<String> {
        self.records.with(|all| shelf(all, search, &[], self.order.get()).into_iter().map(|r| r.id).collect())
    }
}

/// What keeps the articles, from context.
pub(super) fn use_keeper() -> Keeper {
    expect_context()
}
