//! A document in work: its text, what the detectors suggest, and what a person decided about it.
//!
//! One method is one gesture. Each returns [`Changed`], and appends to a log that the caller stores:
//!
//! ```
//! use galley::annotation::{Layer, Seed, Workspace};
//! use galley::text::Span;
//!
//! let mut desk = Workspace::new(Seed::of_text("story-1", "Lena Ortis spoke."));
//! let changed = desk.add(Layer::Entity, "PERSON", Span::new(0, 10));
//! let id = changed.ids[0].clone();
//! desk.replace(Span::new(9, 10), "z").unwrap();
//! assert_eq!(desk.annotation(&id).unwrap().span.of(desk.text()), "Lena Ortiz");
//!
//! // A crash, and everything is back: what was stored is the seed and the log.
//! let log = desk.take_log();
//! let again = Workspace::restore(Seed::of_text("story-1", "Lena Ortis spoke."), log).unwrap();
//! assert_eq!(again.text(), "Lena Ortiz spoke.");
//! assert_eq!(again.annotations(), desk.annotations());
//! ```
//!
//! All offsets are bytes of [`Workspace::text`]; an [`OffsetMap`](crate::text::OffsetMap) over it (or over one paragraph)
//! turns them into the page's UTF-16 units at the border. Nothing here knows a browser, a clock or a file.

mod history;
mod merge;
mod open;
mod places;
mod replay;
mod seed;
mod text;

use std::collections::BTreeMap;
use std::sync::Arc;

use places::Places;
pub use replay::Replayed;
pub use seed::Seed;

use super::{Anchor, Annotation, Change, Edits, Entry, Item, LabelDefinition, Layer, Origin, Relation, RelationKind, Remap, Slot, Status, Step};
use crate::Analysis;
use crate::text::{Span, order};

/// What a gesture changed, so that only that is drawn again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changed {
    /// Counts up with every change of anything.
    pub revision: u64,
    /// Where marks have to be drawn again, in bytes of the text as it is now; in order, none touching another.
    pub spans: Vec<Span>,
    /// How the text changed; empty where it did not.
    pub edits: Edits,
    /// The annotations that the gesture made or changed.
    pub ids: Vec<String>,
    /// What was done, for the history and for a screen reader; empty where nothing was.
    pub name: String,
}

/// A document in work. See the module's own description.
#[derive(Clone, Debug)]
pub struct Workspace {
    seed: Seed,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) items: BTreeMap<String, Item>,
    pub(super) links: BTreeMap<Slot, Vec<String>>,
    /// By name.
    labels: Vec<LabelDefinition>,
    /// Labels that every document of the person's is offered, without those that this one has itself.
    offered: Vec<LabelDefinition>,
    /// Gestures that stand, oldest first.
    done: Vec<Step>,
    /// Gestures that were undone, the next to redo last.
    undone: Vec<Step>,
    /// What the caller has not yet taken to store.
    log: Vec<Entry>,
    /// What the detectors suggest, with ids that stay the same from run to run.
    pub(super) suggested: Vec<Arc<Annotation>>,
    suggested_relations: Vec<Relation>,
    /// Where the suggestions lie that came with a file beside marks that do not say what they replaced.
    pub(super) beside: Vec<(Layer, Span)>,
    /// What is shown: items and the suggestions that no item answers, in order of place.
    merged: Vec<Arc<Annotation>>,
    relations: Vec<Relation>,
    /// Where each annotation is in `merged`.
    places: Places,
    next_id: u32,
    revision: u64,
    text_revision: u64,
    now: u64,
}

impl Workspace {
    // What there is to see.

    /// What it started from.
    #[must_use]
    pub fn seed(&self) -> &Seed {
        &self.seed
    }

    /// The title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The text as it stands, repairs made.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as it was pasted.
    #[must_use]
    pub fn original(&self) -> &str {
        &self.seed.text
    }

    /// Every annotation: what a person decided, rejected ones included, and the suggestions that nobody has answered. In
    /// order of place, outer before inner.
    #[must_use]
    pub fn annotations(&self) -> &[Arc<Annotation>] {
        &self.merged
    }

    /// The annotation with this id.
    #[must_use]
    pub fn annotation(&self, id: &str) -> Option<&Arc<Annotation>> {
        self.places.get(id).and_then(|n| self.merged.get(n))
    }

    /// The relations between annotations that are shown.
    #[must_use]
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// Labels of a person's own, by name: the document's, and those that it is offered.
    pub fn labels(&self) -> impl Iterator<Item = &LabelDefinition> {
        let mut labels: Vec<&LabelDefinition> = self.labels.iter().chain(&self.offered).collect();
        order::sort_with(&mut labels, |a, b| a.label.cmp(&b.label));
        labels.into_iter()
    }

    /// The labels that belong to this document: those that came with its file.
    pub fn labels_of_its_own(&self) -> impl Iterator<Item = &LabelDefinition> {
        self.labels.iter()
    }

    /// Offers the document these labels, in place of those that it was offered before: no gesture, and nothing that is kept with it.
    /// A label that it has itself, or that a gesture of its history made or removed, is its own.
    pub fn offer(&mut self, labels: &[LabelDefinition]) {
        let changes = || self.done.iter().chain(&self.undone).flat_map(|s| &s.changes);
        let touched = |name: &str| changes().any(|c| matches!(c, Change::Label { label, .. } if label == name));
        let offered = labels.iter().filter(|l| self.label(&l.label).is_none() && !touched(&l.label)).cloned().collect();
        self.offered = offered;
        self.revision += 1;
    }

    /// Counts up with every change of anything.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The revision at which the text last changed: what an analysis is asked and answered for.
    #[must_use]
    pub fn text_revision(&self) -> u64 {
        self.text_revision
    }

    /// The edits that were made to the pasted text, in the order in which they were made, undone ones left out.
    pub fn edits(&self) -> impl DoubleEndedIterator<Item = &Edits> {
        let steps = self.done.iter().flat_map(|s| &s.changes);
        self.seed.edits.iter().chain(steps.filter_map(|c| if let Change::Text { edits, .. } = c { Some(edits) } else { None }))
    }

    /// The annotations as they lie in the pasted text, for showing or exporting it. What lies wholly in words that a
    /// repair put in has no place there and is left out.
    #[must_use]
    pub fn annotations_of_original(&self) -> Vec<Annotation> {
        let mut annotations: Vec<Annotation> = self.merged.iter().map(|a| Annotation::clone(a)).collect();
        self.carried_back(|remap| annotations.iter_mut().for_each(|a| remap.annotation(a)));
        annotations.retain(|a| !a.span.is_empty());
        annotations
    }

    /// What a person has in hand, as it lies in the pasted text.
    #[must_use]
    pub fn items_of_original(&self) -> Vec<Item> {
        let mut items: Vec<Item> = self.items.values().cloned().collect();
        self.carried_back(|remap| items.iter_mut().for_each(|i| carry_item(remap, i)));
        items
    }

    /// Carries places of the text as it stands back to the pasted text, over one batch of edits after the other.
    fn carried_back(&self, mut carry: impl FnMut(&Remap<'_>)) {
        let mut text = self.text.clone();
        let batches: Vec<Edits> = self.edits().map(Edits::inverse).collect();
        for back in batches.iter().rev() {
            carry(&Remap::new(&text, back));
            text = back.apply(&text);
        }
    }

    /// The entries that have been added to the log since the last call: the caller stores them, in order.
    pub fn take_log(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.log)
    }

    /// Says what time it is, in milliseconds since 1970, for the gestures that follow.
    pub fn set_time(&mut self, now: u64) {
        self.now = now;
    }

    /// The annotations that a person has in hand, those too whose words are deleted.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.items.values()
    }

    // The detectors.

    /// Takes what the detectors found in the text as it was at `text_revision`. A late answer to an older text is
    /// dropped. What a person decided stands: a suggestion that an item answers is not shown again.
    pub fn set_analysis(&mut self, text_revision: u64, analysis: Analysis) -> Option<Changed> {
        if text_revision != self.text_revision {
            return None;
        }
        let (suggested, relations) = self.reconciled(analysis);
        self.suggested = suggested.into_iter().map(Arc::new).collect();
        self.suggested_relations = relations;
        self.revision += 1;
        self.merge();
        Some(Changed { revision: self.revision, spans: vec![Span::new(0, self.text.len())], ..Changed::default() })
    }

    /// An id that nothing has had.
    pub(super) fn fresh_id(&mut self, layer: Layer) -> String {
        self.next_id += 1;
        format!("{}{}", layer.id_prefix(), self.next_id)
    }

    // Making changes: all gestures come here.

    /// Makes `changes` one gesture named `name`. At most one of them changes the text.
    pub(super) fn perform(&mut self, name: String, changes: Vec<Change>) -> Changed {
        if changes.is_empty() {
            return Changed { revision: self.revision, ..Changed::default() };
        }
        let old = self.merged.clone();
        let mut made = Edits::default();
        let mut ids = Vec::new();
        for change in &changes {
            match change {
                Change::Text { edits, .. } => made = edits.clone(),
                Change::Item { id, after: Some(_), .. } => ids.push(id.clone()),
                _ => {}
            }
            self.make(change);
        }
        let step = Step { name: name.clone(), time: self.now, changes };
        self.undone.clear();
        self.log.push(Entry::Step(step.clone()));
        self.done.push(step);
        Changed { ids, ..self.finish(&old, made, name) }
    }

    fn make(&mut self, change: &Change) {
        match change {
            Change::Item { id, after, .. } => put(&mut self.items, id, &after.as_deref().cloned()),
            Change::Link { slot, after, .. } => put(&mut self.links, slot, after),
            Change::Label { label, after, .. } => self.set_label(label, after),
            Change::Title { after, .. } => self.title.clone_from(after),
            Change::Text { edits, .. } => self.carry(edits),
        }
    }

    /// The document's own label of this name.
    pub(super) fn label(&self, label: &str) -> Option<&LabelDefinition> {
        self.labels.iter().find(|l| l.label == label)
    }

    fn set_label(&mut self, label: &str, definition: &Option<LabelDefinition>) {
        self.labels.retain(|l| l.label != label);
        self.labels.extend(definition.clone());
        order::sort_with(&mut self.labels, |a, b| a.label.cmp(&b.label));
    }

    fn take_back(&mut self, change: &Change) {
        match change {
            Change::Item { id, before, .. } => put(&mut self.items, id, &before.as_deref().cloned()),
            Change::Link { slot, before, .. } => put(&mut self.links, slot, before),
            Change::Label { label, before, .. } => self.set_label(label, before),
            Change::Title { before, .. } => self.title.clone_from(before),
            Change::Text { edits, before } => {
                self.carry(&edits.inverse());
                for item in before {
                    self.items.insert(item.annotation.id.clone(), item.clone());
                }
            }
        }
    }

    /// Changes the text and carries everything over.
    fn carry(&mut self, edits: &Edits) {
        let before = std::mem::take(&mut self.text);
        let remap = Remap::new(&before, edits);
        for item in self.items.values_mut() {
            carry_item(&remap, item);
        }
        for annotation in &mut self.suggested {
            remap.annotation(Arc::make_mut(annotation));
        }
        self.suggested.retain(|a| !a.span.is_empty());
        self.beside.iter_mut().for_each(|(_, span)| *span = remap.span(*span));
        self.text = edits.apply(&before);
        self.text_revision = self.revision + 1;
    }

    /// The change of the text by `edits`, with what undoing it could not find again.
    pub(super) fn text_change(&self, edits: Edits) -> Change {
        let after = edits.apply(&self.text);
        let back = edits.inverse();
        let (there, here) = (Remap::new(&self.text, &edits), Remap::new(&after, &back));
        let lost = |item: &&Item| {
            let mut carried = Item::clone(item);
            carry_item(&there, &mut carried);
            carry_item(&here, &mut carried);
            carried != **item
        };
        Change::Text { before: self.items.values().filter(lost).cloned().collect(), edits }
    }

    // Small helpers for the gestures.

    /// The item with this id; a suggestion is taken in hand as it is.
    pub(super) fn in_hand(&self, id: &str) -> Option<Item> {
        if let Some(item) = self.items.get(id) {
            return Some(item.clone());
        }
        let annotation = Annotation::clone(self.annotation(id)?);
        let anchors = vec![Anchor::of(&annotation, &self.text)];
        Some(Item { annotation, anchors, foreign: false })
    }

    /// The change from the item as it is to `after`.
    pub(super) fn item_change(&self, id: &str, after: Option<Item>) -> Change {
        Change::Item { id: id.to_owned(), before: self.items.get(id).cloned().map(Box::new), after: after.map(Box::new) }
    }

    /// The change of the relations in `slot`.
    pub(super) fn link_change(&self, slot: Slot, after: Option<Vec<String>>) -> Change {
        Change::Link { before: self.links.get(&slot).cloned(), slot, after }
    }

    /// The ids that relations of `kind` from `from` reach.
    pub fn targets(&self, from: &str, kind: RelationKind) -> impl Iterator<Item = &str> {
        self.relations.iter().filter(move |r| r.from == from && r.kind == kind).map(|r| r.to.as_str())
    }

    /// Gives the document a title.
    pub fn set_title(&mut self, title: &str) -> Changed {
        if title == self.title {
            return Changed { revision: self.revision, ..Changed::default() };
        }
        self.perform(format!("Title “{title}”"), vec![Change::Title { before: self.title.clone(), after: title.to_owned() }])
    }

    /// Gives the document a title that is found in it: no gesture, and nothing where a person gave it one.
    pub fn entitle(&mut self, title: String) {
        let titles = |s: &Step| s.changes.iter().any(|c| matches!(c, Change::Title { .. }));
        if !self.done.iter().chain(&self.undone).any(titles) {
            self.title.clone_from(&title);
            self.seed.title = title;
            self.revision += 1;
        }
    }

    /// Adds or changes a label of a person's own.
    pub fn put_label(&mut self, definition: LabelDefinition) -> Changed {
        let before = self.label(&definition.label).cloned();
        self.perform(format!("Label “{}”", definition.name), vec![Change::Label { label: definition.label.clone(), before, after: Some(definition) }])
    }

    /// Takes a label of a person's own out of the list; annotations that have it keep it.
    pub fn remove_label(&mut self, label: &str) -> Changed {
        let before = self.label(label).cloned();
        let name = before.as_ref().map_or(label, |b| &b.name);
        let name = format!("Remove the label “{name}”");
        let changes = before.map(|before| Change::Label { label: label.to_owned(), before: Some(before), after: None });
        self.perform(name, changes.into_iter().collect())
    }

    /// A new annotation of a person's own.
    pub(super) fn new_annotation(&mut self, layer: Layer, label: &str, span: Span) -> Annotation {
        let made = Annotation::suggested(self.fresh_id(layer), layer, label, span, ("", 1.0));
        Annotation { origin: Origin::Manual, status: Status::Accepted, ..made }
    }
}

fn put<K: Ord + Clone, V: Clone>(map: &mut BTreeMap<K, V>, key: &K, value: &Option<V>) {
    match value {
        Some(value) => map.insert(key.clone(), value.clone()),
        None => map.remove(key),
    };
}

fn carry_item(remap: &Remap<'_>, item: &mut Item) {
    remap.annotation(&mut item.annotation);
    for anchor in &mut item.anchors {
        anchor.span = remap.span(anchor.span);
    }
}
