//! The document on the desk: it is held by this tab alone, and every gesture goes into its log.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::hold::{Current, Hold};
use super::lock::Lock;
use super::restored::{Opened, restored};
use super::tabs::Message;
use super::{Ailing, Keeper, OPEN, OPENING, dom};
use crate::annotation::{Entry, Workspace};
use crate::app::keeping::{Standing, What};
use crate::app::shelf::Record;
use crate::app::ui::state::{AppState, Keeping};

/// How often another tab is asked for its document before it is taken from it, and how long between two askings.
const TRIES: u32 = 30;
const BETWEEN: Duration = Duration::from_millis(50);

/// The keeper, as the desk knows it.
struct Kept {
    keeper: Keeper,
    state: AppState,
}

impl Keeping for Kept {
    fn begin(&self, desk: &Workspace, at_once: bool) {
        self.keeper.begin(self.state, desk, at_once);
    }

    fn leave(&self) {
        self.keeper.leave();
    }

    fn keep(&self, desk: &Workspace, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.keeper.save(desk, entries);
        }
    }

    fn recount(&self, desk: &Workspace) {
        self.keeper.recount(desk);
    }

    fn keep_labels(&self) {
        self.keeper.keep_labels(self.state);
    }
}

impl Keeper {
    /// Has the desk tell of every gesture.
    pub(super) fn hear_of_gestures(self, state: AppState) {
        state.desk.kept_by(Rc::new(Kept { keeper: self, state }));
    }

    /// A new document came on the desk. A sample is kept once something is done to it.
    fn begin(self, state: AppState, desk: &Workspace, at_once: bool) {
        self.leave();
        let id = desk.seed().id.clone();
        let hold = Hold { id: id.clone(), token: dom::fresh_id(), lock: Lock::default() };
        self.current.set_value(Current { id: id.clone(), hold, created: dom::now(), ..Current::default() });
        let mine = id.clone();
        let got = move |lock: Option<Lock>| {
            let Some(lock) = lock else { return };
            if self.current.with_value(|c| c.id == mine) {
                self.current.update_value(|c| c.hold.lock = lock);
            } else {
                lock.release();
            }
        };
        Lock::ask(&id.clone(), false, got, move || self.lost(state, &id));
        if at_once {
            self.save(desk, Vec::new());
        }
        self.judge();
    }

    /// Keeps the figures that the list shows, after the engine has read the text.
    fn recount(self, desk: &Workspace) {
        // What was drawn, and did not stop the page, can be opened again.
        if dom::setting(OPENING).is_some_and(|id| !id.is_empty()) {
            request_animation_frame(|| dom::keep_setting(OPENING, ""));
        }
        let id = &desk.seed().id;
        self.current.update_value(|c| c.read |= c.id == *id);
        let current = self.current.get_value();
        if current.stored && !current.gone && current.id == *id {
            let record = self.record(desk, &current);
            self.show(record.clone());
            self.write(id, "", What::Counts(record));
        }
    }

    fn record(self, desk: &Workspace, current: &Current) -> Record {
        let now = dom::now();
        Record { read: current.read, ..Record::of(desk, current.created, now) }
    }

    fn save(self, desk: &Workspace, entries: Vec<Entry>) {
        let current = self.current.get_value();
        if current.id != desk.seed().id || current.gone {
            return;
        }
        let record = self.record(desk, &current);
        self.show(record.clone());
        let (id, token) = (&current.id, &current.hold.token);
        if !current.stored {
            self.current.update_value(|c| c.stored = true);
            dom::keep_setting(OPEN, id);
            dom::ask_to_persist();
            self.write(id, token, What::Begin { seed: Box::new(desk.seed().clone()), record: record.clone() });
        }
        if !entries.is_empty() {
            self.write(id, token, What::Go { entries, record });
        }
        self.judge();
    }

    /// The document leaves the desk.
    fn leave(self) {
        self.let_go();
        dom::keep_setting(OPEN, "");
        dom::keep_setting(OPENING, "");
        self.judge();
    }

    /// Other tabs may have the document, once all of it is written.
    pub(super) fn let_go(self) {
        self.asked.update_value(|n| *n += 1);
        let current = self.current.get_value();
        self.current.set_value(Current::default());
        if !current.id.is_empty() {
            self.leaving.update_value(|all| all.push(current.hold));
            self.release_written();
        }
    }

    /// Lets go of the documents that have left the desk, and are written.
    pub(super) fn release_written(self) {
        let clear = |hold: &Hold| self.with_store(|store| store.standing(&hold.id)).is_none_or(|s| s == Standing::Clear);
        let (written, waiting): (Vec<Hold>, Vec<Hold>) = self.leaving.get_value().into_iter().partition(clear);
        self.leaving.set_value(waiting);
        written.iter().for_each(|hold| hold.lock.release());
    }

    /// This tab's hold of a document that has left the desk with something still to be written.
    pub(super) fn still_held(self, id: &str) -> Option<Hold> {
        let mut found = None;
        self.leaving.update_value(|all| {
            if let Some(n) = all.iter().position(|h| h.id == id) {
                found = Some(all.remove(n));
            }
        });
        found
    }

    /// Another tab took a document over: what is done here would not be kept, so the desk is cleared and the person told.
    pub(super) fn lost(self, state: AppState, id: &str) {
        self.still_held(id);
        if self.current.with_value(|c| c.id == id) {
            // What was typed last goes into line, is refused there, and kept beside the document.
            state.settle_typing();
            self.current.set_value(Current::default());
            self.elsewhere.set(Some(id.to_owned()));
        }
    }

    /// Another tab asks for a document: it is saved, and let go.
    pub(super) fn hand_over(self, state: AppState, id: &str) {
        if self.current.with_value(|c| c.id == id) {
            state.settle_typing();
            self.let_go();
            self.elsewhere.set(Some(id.to_owned()));
        }
    }

    /// Puts a kept document on the desk again: all that was done to it is done again.
    pub(in crate::app::ui) fn reopen(self, state: AppState, id: &str) {
        self.open(state, id, false);
    }

    /// The same, for a document that another tab has: it is asked to let go of it, and loses it where it does not answer.
    pub(in crate::app::ui) fn take_over(self, state: AppState, id: &str) {
        self.say(&Message::Release { id: id.to_owned() });
        self.open(state, id, true);
    }

    fn open(self, state: AppState, id: &str, insist: bool) {
        state.settle_typing();
        // What other tabs remember as open last stays so until this one has it.
        self.let_go();
        self.elsewhere.set(None);
        if let Some(hold) = self.still_held(id) {
            return self.claim(state, hold);
        }
        let asked = self.asked.get_value();
        self.hold(state, id.to_owned(), asked, if insist { TRIES } else { 0 });
    }

    /// Asks for the lock of a document until it is there; after the last of the `tries` it is taken.
    fn hold(self, state: AppState, id: String, asked: u32, tries: u32) {
        let (wanted, mine) = (id.clone(), id.clone());
        let got = move |lock: Option<Lock>| match lock {
            // Another document was asked for meanwhile.
            Some(lock) if self.asked.get_value() != asked => lock.release(),
            Some(lock) => self.claim(state, Hold { id: wanted, token: dom::fresh_id(), lock }),
            None if self.asked.get_value() != asked => {}
            None if tries > 0 => set_timeout(move || self.hold(state, wanted, asked, tries - 1), BETWEEN),
            None => self.elsewhere.set(Some(wanted)),
        };
        Lock::ask(&id, tries == 1, got, move || self.lost(state, &mine));
    }

    fn claim(self, state: AppState, hold: Hold) {
        let asked = self.asked.get_value();
        self.with_store(|store| {
            store.claim(&hold.id.clone(), &hold.token.clone(), move |kept| {
                if self.asked.get_value() != asked {
                    self.leaving.update_value(|all| all.push(hold));
                    return self.release_written();
                }
                match kept.and_then(|kept| restored(kept, &hold.id)) {
                    Ok(opened) => self.put(state, hold, opened),
                    Err(why) => {
                        dom::keep_setting(OPEN, "");
                        self.leaving.update_value(|all| all.push(hold.clone()));
                        self.release_written();
                        state.say_bad(format!("{} cannot be opened: {why}.", self.named(&hold.id)));
                        self.ail(hold.id, why);
                    }
                }
            });
        });
    }

    /// Lists a document among those that cannot be opened.
    fn ail(self, id: String, why: String) {
        if self.records.with_untracked(|all| all.iter().any(|r| r.id == id)) {
            let title = self.named(&id);
            self.broken.update(|all| {
                all.retain(|b| b.id != id);
                all.push(Ailing { id, title, why });
            });
        }
    }

    /// What the database has to hear of a document before more of it is written.
    pub(super) fn settle_opened(self, hold: &Hold, opened: &Opened) {
        if opened.rest.is_some() {
            // They come after what cannot be followed, and are kept with it.
            self.with_store(|store| store.recall(&hold.id));
        }
        if !opened.held {
            self.write(&hold.id, &hold.token, What::Hold);
        }
        if let Some((keys, aside)) = &opened.rest {
            self.write(&hold.id, &hold.token, What::Cut { keys: keys.clone(), aside: aside.clone() });
            self.list_asides();
        }
    }

    fn put(self, state: AppState, hold: Hold, opened: Opened) {
        self.settle_opened(&hold, &opened);
        let Opened { desk, record, rest, .. } = opened;
        let id = hold.id.clone();
        dom::keep_setting(OPENING, &id);
        dom::keep_setting(OPEN, &id);
        self.current.set_value(Current { id, hold, created: record.created, stored: true, read: record.read, gone: false });
        self.kept.set_value(record.changed);
        state.put(desk);
        self.judge();
        if let Some((_, aside)) = rest {
            let steps = super::super::words::count(aside.entries as usize, "later step", "later steps");
            state.say_bad(format!(
                "Its history can be followed only so far: {steps} could not be done again ({}). The article is open as it stood before; the rest is kept on the start page, to be downloaded.",
                aside.why
            ));
        }
    }
}
