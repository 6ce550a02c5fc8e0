//! What is looked for in the article, and what was found.

use leptos::prelude::*;

use crate::text::Span;

/// What is looked for, and what was found.
#[derive(Clone, Copy)]
pub(in crate::app::ui) struct Search {
    /// True while the bar is there.
    pub(in crate::app::ui) open: RwSignal<bool>,
    /// The words, or the pattern.
    pub(in crate::app::ui) query: RwSignal<String>,
    /// True where capitals matter.
    pub(in crate::app::ui) case: RwSignal<bool>,
    /// True for whole words alone.
    pub(in crate::app::ui) whole: RwSignal<bool>,
    /// True for a regular expression.
    pub(in crate::app::ui) pattern: RwSignal<bool>,
    /// Where it is found, in bytes of the text, in order.
    pub(in crate::app::ui) hits: RwSignal<Vec<Span>>,
    /// The number of the hit that is shown.
    pub(in crate::app::ui) current: RwSignal<usize>,
    /// What there is to say beside the count.
    pub(in crate::app::ui) note: RwSignal<Option<String>>,
    /// True while a pattern is looked for.
    pub(in crate::app::ui) busy: RwSignal<bool>,
    /// Counts the searches: the answer to an old one is dropped.
    pub(in crate::app::ui) number: StoredValue<u32>,
}

impl Default for Search {
    fn default() -> Self {
        Self {
            open: RwSignal::new(false),
            query: RwSignal::new(String::new()),
            case: RwSignal::new(false),
            whole: RwSignal::new(false),
            pattern: RwSignal::new(false),
            hits: RwSignal::new(Vec::new()),
            current: RwSignal::new(0),
            note: RwSignal::new(None),
            busy: RwSignal::new(false),
            number: StoredValue::new(0),
        }
    }
}

impl Search {
    /// As it is where an article comes or goes: what was looked for stays in the field.
    pub(super) fn reset(self) {
        self.open.set(false);
        self.hits.set(Vec::new());
    }
}
