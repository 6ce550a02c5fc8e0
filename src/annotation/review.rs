//! Going through the suggestions.

use crate::text::order;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Annotation, Changed, Layer, Status, Workspace};

/// Which annotations are meant; what is empty or none means all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Of these layers.
    pub layers: Vec<Layer>,
    /// With one of these labels.
    pub labels: Vec<String>,
    /// Found by one of these rules.
    pub rules: Vec<String>,
    /// Whose words hold this, whatever the case.
    pub text: String,
    /// At least this sure.
    pub score_from: Option<f32>,
    /// At most this sure.
    pub score_to: Option<f32>,
    /// Decided so.
    pub statuses: Vec<Status>,
}

impl Filter {
    /// True where `annotation` of `text` is meant.
    #[must_use]
    pub fn admits(&self, annotation: &Annotation, text: &str) -> bool {
        (self.statuses.is_empty() || self.statuses.contains(&annotation.status)) && self.concerns(annotation, text)
    }

    /// True where `annotation` of `text` is meant or would be if it were decided otherwise: what a review counts.
    #[must_use]
    pub fn concerns(&self, annotation: &Annotation, text: &str) -> bool {
        let one_of = |list: &[String], value: &str| list.is_empty() || list.iter().any(|v| v == value);
        (self.layers.is_empty() || self.layers.contains(&annotation.layer))
            && one_of(&self.labels, &annotation.label)
            && one_of(&self.rules, &annotation.rule)
            && self.score_from.is_none_or(|least| annotation.score >= least)
            && self.score_to.is_none_or(|most| annotation.score <= most)
            && (self.text.is_empty() || annotation.span.of(text).to_lowercase().contains(&self.text.to_lowercase()))
    }
}

/// How far the review has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Accepted.
    pub accepted: usize,
    /// Rejected.
    pub rejected: usize,
    /// Waiting.
    pub waiting: usize,
}

impl Progress {
    /// Accepted and rejected.
    #[must_use]
    pub fn reviewed(self) -> usize {
        self.accepted + self.rejected
    }

    /// All of them.
    #[must_use]
    pub fn total(self) -> usize {
        self.reviewed() + self.waiting
    }
}

impl Workspace {
    /// What `filter` admits, in order of place.
    pub fn filtered<'a>(&'a self, filter: &'a Filter) -> impl Iterator<Item = &'a Arc<Annotation>> {
        self.annotations().iter().filter(|a| filter.admits(a, self.text()))
    }

    /// How far the review of what `filter` concerns has come, whatever was decided.
    #[must_use]
    pub fn progress(&self, filter: &Filter) -> Progress {
        let mut progress = Progress::default();
        for annotation in self.annotations().iter().filter(|a| filter.concerns(a, self.text())) {
            match annotation.status {
                Status::Accepted => progress.accepted += 1,
                Status::Rejected => progress.rejected += 1,
                Status::Suggested => progress.waiting += 1,
            }
        }
        progress
    }

    /// The suggestions that wait, in order of place: how many there are is what to say before [`accept`](Self::accept)
    /// takes them all.
    #[must_use]
    pub fn waiting(&self, filter: &Filter) -> Vec<String> {
        self.filtered(filter).filter(|a| a.status == Status::Suggested).map(|a| a.id.clone()).collect()
    }

    /// The next suggestion that waits after annotation `from`, round to the first at the end; the first where `from` is none.
    #[must_use]
    pub fn next_waiting(&self, from: Option<&str>, filter: &Filter) -> Option<String> {
        self.waiting_beside(from, filter, false)
    }

    /// The last suggestion that waits before annotation `from`, round to the last at the beginning.
    #[must_use]
    pub fn previous_waiting(&self, from: Option<&str>, filter: &Filter) -> Option<String> {
        self.waiting_beside(from, filter, true)
    }

    fn waiting_beside(&self, from: Option<&str>, filter: &Filter, back: bool) -> Option<String> {
        let list = self.annotations();
        let here = from.and_then(|id| list.iter().position(|a| a.id == id));
        let count = list.len();
        let step = |n: usize| match (here, back) {
            (Some(here), false) => (here + 1 + n) % count,
            (Some(here), true) => (here + count - 1 - n) % count,
            (None, false) => n,
            (None, true) => count - 1 - n,
        };
        (0..count).map(step).map(|n| &list[n]).find(|a| a.status == Status::Suggested && filter.admits(a, self.text())).map(|a| a.id.clone())
    }

    /// Accepts all that waits and that `filter` admits, as one gesture.
    pub fn accept_all(&mut self, filter: &Filter) -> Changed {
        let ids = self.waiting(filter);
        self.accept(&ids.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Rejects all that waits and that `filter` admits, as one gesture.
    pub fn reject_all(&mut self, filter: &Filter) -> Changed {
        let ids = self.waiting(filter);
        self.reject(&ids.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// The labels in use, in order, with how many annotations each has, rejected ones left out.
    #[must_use]
    pub fn labels_in_use(&self) -> Vec<(Layer, String, usize)> {
        let standing = || self.annotations().iter().filter(|a| a.status != Status::Rejected);
        let kinds: BTreeSet<(Layer, &str)> = order::set(standing().map(|a| (a.layer, a.label.as_str())));
        kinds.into_iter().map(|(layer, label)| (layer, label.to_owned(), standing().filter(|a| a.layer == layer && a.label == label).count())).collect()
    }
}
