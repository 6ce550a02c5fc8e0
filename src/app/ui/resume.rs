//! A reload goes on where it was: what was selected, a speaker that was being typed, the place in the article. The tab remembers it,
//! and nothing else does.

use leptos::prelude::*;

use super::state::AppState;
use super::{dom, screen};

/// Where a tab was.
#[derive(Clone, Debug, Default, PartialEq)]
struct Place {
    document: String,
    /// The first byte of the text that was in view.
    at: usize,
    /// How far the article was scrolled, in pixels.
    scrolled: i32,
    selected: Option<String>,
    /// The quotation whose speaker was being chosen, and what was typed.
    speaker: Option<(String, String)>,
}

const NAME: &str = "place";
/// Parts a remembered place: no id and no name has it.
const BORDER: char = '\u{1}';

impl Place {
    fn now(state: AppState) -> Option<Self> {
        let document = state.desk.with_untracked(|d| d.as_ref().map(|d| d.seed().id.clone()))?;
        let speaker = state.selection.choosing_speaker.get_untracked().map(|quote| (quote, dom::value_of("speaker")));
        Some(Self {
            document,
            at: screen::first_in_view(state).unwrap_or(0),
            scrolled: dom::by_id("proof").map_or(0, |p| p.scroll_top()),
            selected: state.selection.selected.get_untracked(),
            speaker,
        })
    }

    fn written(&self) -> String {
        let (quote, typed) = self.speaker.clone().unwrap_or_default();
        [self.document.clone(), self.at.to_string(), self.scrolled.to_string(), self.selected.clone().unwrap_or_default(), quote, typed].join("\u{1}")
    }

    fn read(written: &str) -> Option<Self> {
        let parts: Vec<&str> = written.split(BORDER).collect();
        let [document, at, scrolled, selected, quote, typed] = parts[..] else { return None };
        Some(Self {
            document: document.to_owned(),
            at: at.parse().ok()?,
            scrolled: scrolled.parse().ok()?,
            selected: Some(selected.to_owned()).filter(|s| !s.is_empty()),
            speaker: Some((quote.to_owned(), typed.to_owned())).filter(|(quote, _)| !quote.is_empty()),
        })
    }
}

/// Remembers the place when the page goes, and goes back there when the same article comes on the desk again.
pub(super) fn follow(state: AppState) {
    let _ = window_event_listener(leptos::ev::pagehide, move |_| {
        dom::remember(NAME, &Place::now(state).map(|p| p.written()).unwrap_or_default());
    });
    let Some(place) = dom::remembered(NAME).and_then(|written| Place::read(&written)) else { return };
    let waiting = StoredValue::new(Some(place.clone()));
    let scrolled = StoredValue::new(false);
    Effect::new(move || {
        state.desk.track();
        let Some(place) = waiting.get_value() else { return };
        let here = state.desk.with_untracked(|d| {
            let d = d.as_ref()?;
            Some((d.seed().id == place.document, !d.annotations().is_empty(), place.selected.as_ref().is_none_or(|id| d.annotation(id).is_some())))
        });
        let Some((same, read, there)) = here else { return };
        if !same {
            return waiting.set_value(None);
        }
        if !scrolled.get_value() {
            scrolled.set_value(true);
            state.draw_up_to(place.at);
            back(place.scrolled);
        }
        if !read {
            return;
        }
        waiting.set_value(None);
        let Some(id) = place.selected.clone().filter(|_| there) else { return };
        state.select_quietly(&id);
        if let Some((quote, typed)) = place.speaker.clone().filter(|(quote, _)| *quote == id) {
            state.selection.choosing_speaker.set(Some(quote));
            request_animation_frame(move || dom::fill("speaker", &typed));
        }
        // What selects brings the mark into view; the place comes after it.
        set_timeout(move || back(place.scrolled), std::time::Duration::from_millis(80));
    });
}

fn back(scrolled: i32) {
    request_animation_frame(move || {
        if let Some(proof) = dom::by_id("proof") {
            proof.set_scroll_top(scrolled);
        }
    });
}
