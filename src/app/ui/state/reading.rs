//! How the engine reads the article.

use leptos::prelude::*;

use crate::app::shown::EngineState;
use crate::wire::client::{Engine, News};

/// How the engine reads the article.
#[derive(Clone, Copy)]
pub(in crate::app::ui) struct Reading {
    /// How the engine is.
    pub(in crate::app::ui) engine_state: RwSignal<EngineState>,
    /// What it said while something was being selected.
    pub(super) held: StoredValue<Option<News>, LocalStorage>,
    pub(super) engine: StoredValue<Option<Engine>, LocalStorage>,
    /// The text that was last sent to it: its number there and the text's revision here.
    pub(super) asked: StoredValue<(u32, u64)>,
    /// After a repair of all that was certain: the text's revision, and how often what it uncovered is repaired too.
    pub(super) uncovered: StoredValue<(u64, usize)>,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            engine_state: RwSignal::new(EngineState::Reading),
            held: StoredValue::new_local(None),
            engine: StoredValue::new_local(None),
            asked: StoredValue::new((0, 0)),
            uncovered: StoredValue::new((0, 0)),
        }
    }
}
