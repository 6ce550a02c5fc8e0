//! What is selected, what lies in the same place, what comes next; and the decision about it.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::dom;
use super::state::AppState;
use crate::annotation::{Annotation, Changed, Filter, Layer, Source, Status, Workspace};
use crate::app::arrange;
use crate::app::groups::group_of;
use crate::app::hand::Paint;
use crate::app::shown::{Tab, Voice, everything};
use crate::text::Span;

impl AppState {
    /// Selects an annotation, draws as much of the text as it needs, and brings it into view.
    pub(super) fn select(self, id: &str) {
        self.selection.spot.set_value(None);
        self.selection.picked.set_value(None);
        self.show_selected(id);
        if let Some(spoken) = self.desk.with_untracked(|d| d.as_ref().and_then(|d| super::words::spoken(d, id))) {
            self.notices.spoken.set(spoken);
        }
    }

    /// Selects an annotation and says nothing: what was done says it.
    pub(super) fn select_quietly(self, id: &str) {
        self.selection.spot.set_value(None);
        self.selection.picked.set_value(None);
        self.show_selected(id);
    }

    fn show_selected(self, id: &str) {
        let start = self.desk.with_untracked(|d| d.as_ref().and_then(|d| d.annotation(id)).map(|a| a.span.start()));
        let Some(start) = start else { return };
        self.draw_up_to(start);
        self.selection.selected.set(Some(id.to_owned()));
        self.selection.asked.update(|n| *n = n.wrapping_add(1));
        // On a narrow screen the panel would lie over the words that are marked next.
        self.windows.panel_open.set(self.marking.paint.with_untracked(|p| *p == Paint::Off));
    }

    /// Nothing is selected.
    pub(super) fn deselect(self) {
        self.selection.selected.set(None);
        self.selection.choosing_speaker.set(None);
        self.windows.panel_open.set(false);
    }

    /// True where the group of `annotation` is switched on.
    pub(super) fn is_shown(self, annotation: &Annotation) -> bool {
        group_of(annotation).is_none_or(|(_, group)| self.sheet.hidden.with_untracked(|h| !h.contains(group.key.as_ref())))
    }

    /// The annotations that cover byte `at` and are shown, the smallest first.
    pub(super) fn stack(self, at: usize) -> Vec<Arc<Annotation>> {
        self.desk.with_untracked(|d| {
            let Some(d) = d.as_ref() else { return Vec::new() };
            let list = d.annotations();
            let end = list.partition_point(|a| a.span.start() <= at + 4);
            let covers = |a: &&Arc<Annotation>| {
                let near = |s: &Span| (s.start() <= at && at < s.end()) || (s.is_empty() && s.start().abs_diff(at) <= 4);
                a.layer != Layer::Speaker && a.status != Status::Rejected && !a.is_verdict() && a.pieces().iter().any(near) && self.is_shown(a)
            };
            let mut stack: Vec<_> = list[..end].iter().filter(covers).cloned().collect();
            arrange(&mut stack, |a| a.span.len());
            stack
        })
    }

    /// Everything that shows and shares a letter with `span`, the smallest first: inside it, around it, across its ends.
    pub(super) fn overlapping(self, span: Span) -> Vec<Arc<Annotation>> {
        self.desk.with_untracked(|d| {
            let Some(d) = d.as_ref() else { return Vec::new() };
            let list = d.annotations();
            let end = list.partition_point(|a| a.span.start() < span.end().max(span.start() + 1));
            let shares = |a: &&Arc<Annotation>| {
                let meets = |s: &Span| {
                    s.start() < span.end() && span.start() < s.end() || *s == span || (s.is_empty() && span.start() <= s.start() && s.start() <= span.end())
                };
                a.layer != Layer::Speaker && a.status != Status::Rejected && !a.is_verdict() && a.pieces().iter().any(meets) && self.is_shown(a)
            };
            let mut found: Vec<_> = list[..end].iter().filter(shares).cloned().collect();
            arrange(&mut found, |a| (a.span.len(), a.span.start()));
            found
        })
    }

    /// Selects at byte `at`: the smallest annotation; clicked there again, the next larger one.
    pub(super) fn pick(self, at: usize) {
        let stack = self.stack(at);
        let again = self.selection.picked.get_value() == Some(at);
        let here = self.selection.selected.with_untracked(|id| id.as_ref().and_then(|id| stack.iter().position(|a| a.id == *id)));
        let next = match here {
            Some(here) if again || here == 0 => stack.get((here + 1) % stack.len()),
            _ => stack.first(),
        };
        if let Some(next) = next {
            self.select(&next.id);
            self.selection.picked.set_value(Some(at));
        }
    }

    /// Selects the next larger (or smaller) of the annotations that overlap where going through them began.
    pub(super) fn cycle(self, outward: bool) {
        let Some(id) = self.selection.selected.get_untracked() else { return };
        let Some(span) = self.desk.with_untracked(|d| d.as_ref().and_then(|d| d.annotation(&id)).map(|a| a.span)) else { return };
        let spot = self.selection.spot.get_value().filter(|s| self.overlapping(*s).iter().any(|a| a.id == id)).unwrap_or(span);
        let stack = self.overlapping(spot);
        let Some(here) = stack.iter().position(|a| a.id == id) else { return };
        if stack.len() < 2 {
            self.notices.spoken.set("Nothing else is here.".into());
            return;
        }
        let next = if outward { here + 1 } else { here + stack.len() - 1 } % stack.len();
        self.select(&stack[next].id.clone());
        self.selection.spot.set_value(Some(spot));
    }

    /// Selects the next (or last) shown annotation that `wanted` takes, round at the end.
    pub(super) fn step(self, back: bool, wanted: impl Fn(&Annotation) -> bool) {
        let next = self.desk.with_untracked(|d| {
            let d = d.as_ref()?;
            let list: Vec<_> =
                d.annotations().iter().filter(|a| a.layer != Layer::Speaker && a.status != Status::Rejected && self.is_shown(a) && wanted(a)).collect();
            let here = self.selection.selected.with_untracked(|id| {
                id.as_ref().and_then(|id| d.annotations().iter().find(|a| a.id == *id)).map(|a| (a.span.start(), std::cmp::Reverse(a.span.end()), a.id.clone()))
            });
            let key = |a: &Annotation| (a.span.start(), std::cmp::Reverse(a.span.end()), a.id.clone());
            let found = match (here, back) {
                (None, false) => list.first(),
                (None, true) => list.last(),
                (Some(here), false) => list.iter().find(|a| key(a) > here).or(list.first()),
                (Some(here), true) => list.iter().rev().find(|a| key(a) < here).or(list.last()),
            };
            found.map(|a| a.id.clone())
        });
        if let Some(next) = next {
            self.select(&next);
        }
    }

    /// The quotation that is selected.
    pub(super) fn selected_quote(self) -> Option<String> {
        let id = self.selection.selected.get()?;
        self.desk.with(|d| d.as_ref()?.annotation(&id).filter(|a| a.layer == Layer::Quote).map(|a| a.id.clone()))
    }

    /// The quotation that is selected, without following it.
    pub(super) fn selected_quote_untracked(self) -> Option<String> {
        untrack(|| self.selected_quote())
    }

    /// What the keys of the review go through: what is filtered while its list is shown, and all that waits otherwise.
    pub(super) fn filter_in_use(self) -> Filter {
        if self.windows.tab.get() == Tab::Review { self.filter.get() } else { everything() }
    }

    /// Selects the next (or last) suggestion of the review that waits and whose group is on.
    pub(super) fn step_waiting(self, back: bool) {
        let filter = untrack(|| self.filter_in_use());
        let next = self.desk.with_untracked(|d| {
            let d = d.as_ref()?;
            let mut from = self.selection.selected.get_untracked();
            for _ in 0..d.annotations().len() {
                from = if back { d.previous_waiting(from.as_deref(), &filter) } else { d.next_waiting(from.as_deref(), &filter) };
                if d.annotation(from.as_ref()?).is_some_and(|a| self.is_shown(a)) {
                    return from;
                }
            }
            None
        });
        match next {
            Some(next) => self.select(&next),
            None => self.say("Nothing waits for a decision here."),
        }
    }

    /// Accepts what is selected and goes on to the next that waits.
    pub(super) fn accept(self) {
        self.decide(Workspace::accept);
    }

    /// Rejects what is selected and goes on to the next that waits.
    pub(super) fn reject(self) {
        self.decide(Workspace::reject);
    }

    /// A screen reader hears this much of the marks from now on.
    pub(super) fn hear(self, voice: Voice) {
        self.sheet.voice.set(voice);
        dom::keep_setting("voice", voice.name());
    }

    /// Begins choosing the speaker of the quotation that is selected.
    pub(super) fn choose_speaker(self) {
        let quote = self.selection.selected.with_untracked(|id| {
            let id = id.as_ref()?;
            self.desk.with_untracked(|d| d.as_ref()?.annotation(id).filter(|a| a.layer == Layer::Quote).map(|a| a.id.clone()))
        });
        if quote.is_some() {
            self.selection.choosing_speaker.set(quote);
            self.windows.panel_open.set(true);
        }
    }

    /// Says who said `quote`.
    pub(super) fn set_speaker(self, quote: &str, source: Source<'_>) {
        self.selection.choosing_speaker.set(None);
        self.gesture(|d| d.set_speaker(quote, source));
    }

    fn decide(self, act: impl FnOnce(&mut Workspace, &[&str]) -> Changed) {
        let Some(id) = self.selection.selected.get_untracked() else { return };
        let next =
            self.desk.with_untracked(|d| d.as_ref().and_then(|d| next_waiting(d, &id, &self.sheet.hidden.get_untracked(), &untrack(|| self.filter_in_use()))));
        self.gesture(|desk| act(desk, &[&id]));
        if let Some(next) = next.filter(|next| *next != id) {
            self.select(&next);
        }
    }
}

/// The next annotation after `id` that waits for a decision and whose group is on.
fn next_waiting(desk: &Workspace, id: &str, hidden: &BTreeSet<String>, filter: &Filter) -> Option<String> {
    let mut from = id.to_owned();
    for _ in 0..desk.annotations().len() {
        from = desk.next_waiting(Some(&from), filter)?;
        let on = desk.annotation(&from).and_then(|a| group_of(a)).is_some_and(|(_, group)| !hidden.contains(group.key.as_ref()));
        if on || from == id {
            return Some(from);
        }
    }
    None
}
