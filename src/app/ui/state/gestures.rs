//! What a person does to the article: each is one step of its history.

use std::sync::Arc;

use leptos::prelude::*;

use super::AppState;
use crate::annotation::{Annotation, Changed, EditError, Layer, Status, Workspace};
use crate::app::health;
use crate::app::ui::dom;
use crate::repair::ROUNDS;

impl AppState {
    /// Does something to the document: one step of its history, spoken, and read again where the text changed.
    pub(in crate::app::ui) fn gesture(self, act: impl FnOnce(&mut Workspace) -> Changed) -> Option<Changed> {
        // One function does what all gestures have in common, whatever the gesture is.
        let mut act = Some(act);
        self.make(&mut |desk| act.take().map(|act| act(desk)).unwrap_or_default())
    }

    fn make(self, act: &mut dyn FnMut(&mut Workspace) -> Changed) -> Option<Changed> {
        self.settle_typing();
        let mut made = None;
        self.desk.change(&mut |desk| {
            let Some(desk) = desk.as_mut() else { return false };
            desk.set_time(dom::now());
            let changed = act(desk);
            let log = desk.take_log();
            if let Some(keeping) = self.desk.keeping() {
                keeping.keep(desk, log);
            }
            let happened = !changed.name.is_empty();
            made = Some(changed);
            happened
        });
        let changed = made.filter(|c| !c.name.is_empty())?;
        self.notices.spoken.set(changed.name.clone());
        if !changed.edits.is_empty() {
            self.read(false);
        }
        self.forget_lost_selection();
        Some(changed)
    }

    /// A gesture that may not fit the text any more.
    pub(in crate::app::ui) fn try_gesture(self, act: impl FnOnce(&mut Workspace) -> Result<Changed, EditError>) -> Option<Changed> {
        let mut failed = None;
        let changed = self.gesture(|desk| {
            act(desk).unwrap_or_else(|error| {
                failed = Some(error.to_string());
                Changed::default()
            })
        });
        if let Some(error) = failed {
            self.say_bad(error);
        }
        changed
    }

    /// Takes the last gesture back.
    pub(in crate::app::ui) fn undo(self) {
        self.gesture(|desk| desk.undo().unwrap_or_default());
        self.notices.hide();
    }

    /// Makes it again.
    pub(in crate::app::ui) fn redo(self) {
        self.gesture(|desk| desk.redo().unwrap_or_default());
    }

    /// Goes back or on until `standing` steps of the history stand.
    pub(in crate::app::ui) fn go_to(self, standing: usize) {
        self.gesture(|desk| desk.go_to(standing).unwrap_or_default());
        // Several steps may have changed the text; only the last one's edits are known.
        self.read(false);
    }

    /// Repairs what is selected and goes on to the next finding.
    pub(in crate::app::ui) fn repair_selected(self) {
        let Some(id) = self.selection.selected.get_untracked() else { return };
        let next = self.desk.with_untracked(|d| {
            let d = d.as_ref()?;
            let after = d.annotations().iter().skip_while(|a| a.id != id).skip(1);
            after
                .filter(|a| a.layer == Layer::Artifact && a.status == Status::Suggested && !a.is_verdict() && !crate::app::finding::is_structure(a))
                .map(|a| a.id.clone())
                .next()
        });
        if self.repair(&[id]).is_some()
            && let Some(next) = next
        {
            self.select(&next);
        }
    }

    /// Applies the repairs of these findings.
    pub(in crate::app::ui) fn repair(self, ids: &[String]) -> Option<Changed> {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let changed = self.try_gesture(|desk| desk.repair(&ids))?;
        if ids.len() > 1 {
            let left = self.desk.with_untracked(|d| d.as_ref().map_or(0, |d| ids.iter().filter(|id| d.annotation(id).is_some()).count()));
            let rest = match left {
                0 => String::new(),
                1 => " 1 is left: it overlaps another.".to_owned(),
                n => format!(" {n} are left: they overlap others."),
            };
            self.say_with_undo(format!("{}.{rest}", changed.name));
        }
        Some(changed)
    }

    /// Makes all certain repairs. What they uncover is repaired with them once the text has been read again.
    pub(in crate::app::ui) fn repair_certain(self) {
        if self.repair(&self.certain()).is_some() {
            self.expect_more(ROUNDS - 1);
        }
    }

    /// After the next reading of the text as it is now, what is certain then is repaired too, `rounds` times at most.
    fn expect_more(self, rounds: usize) {
        let revision = self.desk.with_untracked(|d| d.as_ref().map_or(0, Workspace::text_revision));
        self.reading.uncovered.set_value((revision, rounds));
    }

    /// The text as it is now has been read: repairs what the last repair uncovered, as one gesture with it.
    pub(super) fn repair_uncovered(self) {
        let (revision, rounds) = self.reading.uncovered.get_value();
        let ids = self.certain();
        if rounds == 0 || ids.is_empty() || self.desk.with_untracked(|d| d.as_ref().map(Workspace::text_revision)) != Some(revision) {
            return;
        }
        let told = self.notices.shown.get_untracked();
        if self.try_gesture(|d| d.repair_further(&ids.iter().map(String::as_str).collect::<Vec<_>>())).is_some() {
            let more = match ids.len() {
                1 => "One more that lay under them is repaired too.".to_owned(),
                n => format!("{n} more that lay under them are repaired too."),
            };
            self.say_with_undo(told.map_or(more.clone(), |t| format!("{} {more}", t.text)));
            self.expect_more(rounds - 1);
        }
    }

    /// Dismisses these findings.
    pub(in crate::app::ui) fn dismiss(self, ids: &[String]) {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        if let Some(changed) = self.gesture(|desk| desk.reject(&ids))
            && ids.len() > 1
        {
            self.say_with_undo(format!("{}.", changed.name));
        }
    }

    /// The ids of the findings whose repair is certain.
    pub(in crate::app::ui) fn certain(self) -> Vec<String> {
        self.desk
            .with_untracked(|d| d.as_ref().map_or_else(Vec::new, |d| d.annotations().iter().filter(|a| health::is_certain(a)).map(|a| a.id.clone()).collect()))
    }

    /// The ids of the waiting findings with the label of finding `id`; with a repair alone where `repairable`.
    pub(in crate::app::ui) fn alike(self, id: &str, repairable: bool) -> Vec<String> {
        self.desk.with_untracked(|d| {
            let Some(d) = d.as_ref() else { return Vec::new() };
            let Some(this) = d.annotation(id) else { return Vec::new() };
            let alike = |a: &&Arc<Annotation>| {
                a.layer == Layer::Artifact && a.label == this.label && a.status == Status::Suggested && (!repairable || !a.edits.is_empty())
            };
            d.annotations().iter().filter(alike).map(|a| a.id.clone()).collect()
        })
    }
}
