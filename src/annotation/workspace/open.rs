//! A document opened from its seed.

use std::sync::Arc;

use super::places::Places;
use super::{Seed, Workspace};
use crate::annotation::fit::{annotation_fits, item_fits, span_fits};
use crate::annotation::{Annotation, Edits, Entry, History, ids};
use crate::text::order;

impl Workspace {
    /// Starts from `seed`. Repairs and annotations in it that do not fit its text are left out; a reader of files checks
    /// them first.
    #[must_use]
    pub fn new(mut seed: Seed) -> Self {
        if !seed.history.steps.is_empty() {
            return Self::with_history(seed);
        }
        let mut text = seed.text.clone();
        seed.edits.retain_mut(|batch| match Edits::new(&text, batch.as_slice().to_vec()) {
            Ok(fitting) => {
                text = fitting.apply(&text);
                *batch = fitting;
                true
            }
            Err(_) => false,
        });
        let items = order::map(seed.items.iter().filter(|i| item_fits(i, &text)).map(|i| (i.annotation.id.clone(), i.clone())));
        let mut desk = Self {
            title: seed.title.clone(),
            items,
            links: order::map(seed.links.iter().cloned()),
            labels: Vec::new(),
            offered: Vec::new(),
            done: Vec::new(),
            undone: Vec::new(),
            log: Vec::new(),
            suggested: Vec::new(),
            suggested_relations: seed.relations.clone(),
            beside: Vec::new(),
            merged: Vec::new(),
            relations: Vec::new(),
            places: Places::default(),
            next_id: 0,
            revision: 0,
            text_revision: 0,
            now: 0,
            text,
            seed,
        };
        for label in desk.seed.labels.clone() {
            desk.set_label(&label.label.clone(), &Some(label));
        }
        desk.bring();
        desk.merge();
        desk
    }

    /// Does again what had been done when `seed` was written, as far as it can be followed.
    fn with_history(mut seed: Seed) -> Self {
        let whole = seed.clone();
        let History { steps, standing } = std::mem::take(&mut seed.history);
        let mut desk = Self::replay(seed, steps.into_iter().map(Entry::Step)).desk;
        while desk.done.len() > standing && desk.step_back().is_some() {}
        desk.now = 0;
        // What is kept of a document is its seed, all of it.
        desk.seed = whole;
        desk.bring();
        desk.merge();
        desk
    }

    /// Puts the suggestions that came with the seed on the desk, where they lie in the text as it stands.
    fn bring(&mut self) {
        self.suggested = self.seed.suggestions.iter().filter(|a| annotation_fits(a, &self.text)).cloned().map(Arc::new).collect();
        self.beside = self.seed.beside.iter().copied().filter(|(_, span)| span_fits(*span, &self.text)).collect();
        let used = ids::highest(self.items.keys().chain(self.suggested.iter().map(|a| &a.id)).map(String::as_str));
        self.next_id = self.next_id.max(used);
    }

    /// What this desk can be opened from again as it stands, with every gesture that was made and what is suggested.
    #[must_use]
    pub fn snapshot(&self) -> Seed {
        let (steps, standing) = self.history();
        let history = History { steps: steps.into_iter().cloned().collect(), standing };
        let mut suggestions: Vec<Annotation> = self.suggested.iter().map(|a| Annotation::clone(a)).collect();
        order::sort_with(&mut suggestions, Self::in_order);
        let labels = self.seed.labels.iter().chain(&self.offered).cloned().collect();
        Seed { history, suggestions, labels, relations: self.suggested_relations.clone(), beside: self.beside.clone(), ..self.seed.clone() }
    }
}
