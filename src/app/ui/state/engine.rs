//! What goes to the engine, and what comes of it.

use leptos::prelude::*;

use super::AppState;
use crate::Analysis;
use crate::annotation::Workspace;
use crate::app::blocks::{opening, read_part};
use crate::app::ingest;
use crate::app::shown::EngineState;
use crate::wire::Pass;
use crate::wire::client::{Engine, News};

impl AppState {
    /// Starts the engine.
    pub(in crate::app::ui) fn start_engine(self) {
        self.reading.engine.set_value(Some(Engine::start(move |news| self.heard(news))));
    }

    /// Has the text as it is read; `other` for another document than before.
    pub(super) fn read(self, other: bool) {
        let Some(engine) = self.reading.engine.try_with_value(Clone::clone).flatten() else { return };
        let Some(revision) = self.desk.with_untracked(|d| d.as_ref().map(Workspace::text_revision)) else { return };
        if !matches!(self.reading.engine_state.get_untracked(), EngineState::Done { .. }) {
            self.reading.engine_state.set(EngineState::Reading);
        }
        self.reading.asked.set_value((u32::MAX, revision));
        let number = self.desk.with_untracked(|d| {
            let desk = d.as_ref()?;
            Some(if other {
                let (pasted, edits) = opening(desk);
                engine.open(&pasted, edits)
            } else {
                engine.read(read_part(desk.text()))
            })
        });
        let Some(number) = number else { return };
        self.reading.asked.set_value((number, revision));
    }

    /// Starts the engine again after it stopped.
    pub(in crate::app::ui) fn retry(self) {
        self.reading.engine_state.set(EngineState::Reading);
        if let Some(engine) = self.reading.engine.try_with_value(Clone::clone).flatten() {
            engine.retry();
        }
    }

    /// Puts another engine in the place of the one that there is: the same text is read again.
    pub(in crate::app::ui) fn replace_engine(self) {
        if let Some(engine) = self.reading.engine.try_with_value(Clone::clone).flatten() {
            engine.replace();
        }
    }

    fn heard(self, news: News) {
        // Drawing the sheet anew under a hand that selects would take the selection away.
        if matches!(news, News::Found { .. }) {
            let drawn = self.desk.with_untracked(|d| d.as_ref().is_some_and(|d| !d.annotations().is_empty()));
            if drawn && self.marking.pointing.with_value(Option::is_some) {
                self.reading.held.set_value(Some(news));
                return;
            }
            self.reading.held.set_value(None);
        }
        match news {
            News::Found { revision, analysis, settled, pass, micros } => {
                if self.take(revision, analysis) && settled {
                    self.reading.engine_state.set(EngineState::Done { pass, micros });
                    if pass == Pass::Full {
                        self.repair_uncovered();
                    }
                }
            }
            News::ModelFailed { name, message } => {
                self.say_bad(format!("The model {name} could not be loaded ({message}). Galley goes on without it and finds less."))
            }
            News::Broken(reason) => self.reading.engine_state.set(EngineState::Broken(reason)),
        }
    }

    /// Takes in what the engine said while something was being selected.
    pub(in crate::app::ui) fn deliver_held(self) {
        let mut held = None;
        self.reading.held.update_value(|h| held = h.take());
        if let Some(news) = held {
            self.heard(news);
        }
    }

    /// Takes an analysis in where it is of the text as it is.
    fn take(self, number: u32, analysis: Analysis) -> bool {
        let (asked, text_revision) = self.reading.asked.get_value();
        if asked != number {
            return false;
        }
        let mut taken = false;
        let mut analysis = Some(analysis);
        self.desk.change(&mut |d| {
            taken = d.as_mut().zip(analysis.take()).is_some_and(|(d, analysis)| {
                let fits = d.set_analysis(text_revision, analysis).is_some();
                ingest::entitle(d);
                fits
            });
            true
        });
        if let (true, Some(keeping)) = (taken, self.desk.keeping()) {
            self.desk.with_untracked(|d| d.iter().for_each(|d| keeping.recount(d)));
        }
        self.forget_lost_selection();
        taken
    }
}
