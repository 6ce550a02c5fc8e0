//! Articles come on the desk and leave it: what keeps the work hears of each.

use super::AppState;
use crate::annotation::{Seed, Workspace};
use crate::app::ingest;
use crate::app::ui::dom;
use crate::formats::Article;

impl AppState {
    /// Opens `text` as a new article; false where there is none in it.
    pub(in crate::app::ui) fn open(self, text: &str, title: Option<String>, notes: Vec<String>) -> bool {
        if text.trim().is_empty() {
            self.say_bad("There is no text in it.");
            return false;
        }
        let mut seed = Seed::of_text(&dom::fresh_id(), text);
        seed.title = title.unwrap_or_else(|| ingest::title(text));
        self.fresh(seed, true);
        if !notes.is_empty() {
            self.say(notes.join(" "));
        }
        true
    }

    /// Opens a sample: it is kept once something is done to it.
    pub(in crate::app::ui) fn open_sample(self, text: &str) {
        self.fresh(Seed { title: ingest::title(text), ..Seed::of_text(&dom::fresh_id(), text) }, false);
    }

    /// Opens a document that a file held, with all that was decided about it.
    pub(in crate::app::ui) fn open_seed(self, seed: Seed) {
        self.fresh(seed, true);
    }

    /// A new document on the desk; kept `at_once`, or once something is done to it.
    fn fresh(self, seed: Seed, at_once: bool) {
        let desk = Workspace::new(seed);
        self.settle_typing();
        if let Some(keeping) = self.desk.keeping() {
            keeping.begin(&desk, at_once);
        }
        self.put(desk);
    }

    /// Clears the desk: back to the start page.
    pub(in crate::app::ui) fn close(self) {
        self.settle_typing();
        if let Some(keeping) = self.desk.keeping() {
            keeping.leave();
        }
        self.notices.hide();
        self.clear();
    }

    /// Keeps the document on the desk as a new one, with all that was decided about it.
    pub(in crate::app::ui) fn keep_anew(self) {
        self.settle_typing();
        let kept = self.desk.with_untracked(|d| {
            let mut d = d.clone()?;
            d.offer(&[]);
            Some(Seed { id: dom::fresh_id(), title: d.title().to_owned(), file: d.seed().file.clone(), ..Article::of_workspace(&d).into_seed() })
        });
        if let Some(kept) = kept {
            self.open_seed(kept);
        }
    }
}
