//! The article in work, and what follows from its text alone.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::annotation::{Entry, LabelDefinition, Workspace};
use crate::app::blocks::{Block, blocks};
use crate::app::labels::{Tag, tags};

/// What keeps the work: it is told of every gesture.
pub(in crate::app::ui) trait Keeping {
    /// A new document came on the desk. A sample, which is not kept `at_once`, is kept once something is done to it.
    fn begin(&self, desk: &Workspace, at_once: bool);
    /// The document leaves the desk.
    fn leave(&self);
    /// Keeps what the last gesture did.
    fn keep(&self, desk: &Workspace, entries: Vec<Entry>);
    /// Keeps the figures that the list shows, after the engine has read the text.
    fn recount(&self, desk: &Workspace);
    /// Keeps the labels of a person's own.
    fn keep_labels(&self);
}

/// The article in work; none on the start page.
#[derive(Clone, Copy)]
pub(in crate::app::ui) struct Desk {
    article: RwSignal<Option<Workspace>>,
    /// Its blocks.
    pub(in crate::app::ui) blocks: Memo<Arc<Vec<Block>>>,
    /// Labels of a person's own that every article is offered.
    pub(in crate::app::ui) library: RwSignal<Vec<LabelDefinition>>,
    /// The labels that a hand can give.
    pub(in crate::app::ui) tags: Memo<Arc<Vec<Tag>>>,
    keeping: StoredValue<Option<Rc<dyn Keeping>>, LocalStorage>,
    /// Makes a gesture of what is typed in the box of the text.
    typing: StoredValue<Option<Rc<dyn Fn()>>, LocalStorage>,
}

impl Desk {
    /// An empty one.
    pub(super) fn new() -> Self {
        let article = RwSignal::new(None::<Workspace>);
        let text_revision = Memo::new(move |_| article.with(|d| d.as_ref().map(|d| (d.seed().id.clone(), d.text_revision()))));
        let blocks = Memo::new(move |_| {
            // Read, not only tracked: a memo that nobody reads is not worked out.
            let _ = text_revision.get();
            Arc::new(article.with_untracked(|d| d.as_ref().map_or_else(Vec::new, |d| blocks(d.text()))))
        });
        let library = RwSignal::new(Vec::new());
        Self {
            article,
            blocks,
            library,
            tags: Memo::new(move |_| Arc::new(article.with(|d| tags(d.iter().flat_map(|d| d.labels()))))),
            keeping: StoredValue::new_local(None),
            typing: StoredValue::new_local(None),
        }
    }

    /// Reads it, and follows it.
    pub(in crate::app::ui) fn with<T>(self, read: impl FnOnce(&Option<Workspace>) -> T) -> T {
        self.track();
        self.with_untracked(read)
    }

    /// Reads it.
    pub(in crate::app::ui) fn with_untracked<T>(self, read: impl FnOnce(&Option<Workspace>) -> T) -> T {
        // One function reads, whatever is read: the signal's own is several kilobytes for every reader.
        let mut read = Some(read);
        let mut found = None;
        self.lend(&mut |article| found = read.take().map(|read| read(article)));
        found.unwrap_or_else(|| unreachable!("what is lent is read once"))
    }

    #[inline(never)]
    fn lend(self, read: &mut dyn FnMut(&Option<Workspace>)) {
        self.article.with_untracked(read);
    }

    /// Follows it.
    #[inline(never)]
    pub(in crate::app::ui) fn track(self) {
        self.article.track();
    }

    /// Changes it; who follows it hears of that where `change` says so.
    #[inline(never)]
    pub(super) fn change(self, change: &mut dyn FnMut(&mut Option<Workspace>) -> bool) {
        self.article.maybe_update(change);
    }

    /// Puts another on it.
    #[inline(never)]
    pub(super) fn set(self, article: Option<Workspace>) {
        self.article.set(article);
    }

    /// The labels of a person's own are these now: the article is offered them.
    pub(in crate::app::ui) fn offer(self, labels: Vec<LabelDefinition>) {
        self.change(&mut |d| {
            d.as_mut().is_some_and(|d| {
                d.offer(&labels);
                true
            })
        });
        self.library.set(labels);
    }

    /// The same, and they are kept.
    pub(in crate::app::ui) fn keep_labels(self, labels: Vec<LabelDefinition>) {
        self.offer(labels);
        if let Some(keeping) = self.keeping() {
            keeping.keep_labels();
        }
    }

    /// Says what keeps the work.
    pub(in crate::app::ui) fn kept_by(self, keeping: Rc<dyn Keeping>) {
        self.keeping.set_value(Some(keeping));
    }

    pub(super) fn keeping(self) -> Option<Rc<dyn Keeping>> {
        self.keeping.try_get_value().flatten()
    }

    /// What makes a gesture of what is typed, while the text is edited.
    pub(in crate::app::ui) fn set_typing(self, settle: Option<Rc<dyn Fn()>>) {
        self.typing.set_value(settle);
    }

    /// Makes a gesture of what was typed and is none yet: whatever comes next is done to the text as it is seen.
    pub(in crate::app::ui) fn settle_typing(self) {
        if let Some(settle) = self.typing.try_get_value().flatten() {
            settle();
        }
    }
}
