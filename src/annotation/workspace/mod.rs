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
mod places;
mod replay;

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use places::Places;
pub use replay::Replayed;

use super::claims::Claims;
use super::fit::{annotation_fits, item_fits, span_fits};
use super::{
    Anchor, Annotation, Attributes, Change, EditError, Edits, Entry, History, Item, LabelDefinition, Layer, Origin, Relation, RelationKind, Remap, Slot,
    Status, Step, TextEdit,
};
use crate::Analysis;
use crate::text::{Span, order};

/// What a workspace starts from. Stored once for each document; the log holds the rest.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Seed {
    /// Unique among a person's documents.
    pub id: String,
    /// For people.
    #[serde(default)]
    pub title: String,
    /// BCP 47, "en".
    #[serde(default)]
    pub lang: String,
    /// The name of the file that it came from; empty where it was pasted.
    #[serde(default)]
    pub file: String,
    /// The text as it was pasted or read.
    pub text: String,
    /// Repairs that an imported file had already made to it, batch by batch.
    #[serde(default)]
    pub edits: Vec<Edits>,
    /// Annotations of the text after those repairs that came with an imported file and are not for the detectors to redo.
    #[serde(default)]
    pub items: Vec<Item>,
    /// Relations that came with it.
    #[serde(default)]
    pub links: Vec<(Slot, Vec<String>)>,
    /// Gestures that had been made when the file was written, done again on opening: undo goes back through them.
    #[serde(default)]
    pub history: History,
    /// Suggestions that came with it, of the text after all repairs and gestures; shown until the detectors have run.
    #[serde(default)]
    pub suggestions: Vec<Annotation>,
    /// Where suggestions lay that came with marks which do not say what they replaced; of the same text.
    #[serde(default)]
    pub beside: Vec<(Layer, Span)>,
    /// Relations between suggestions, likewise.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// Labels of a person's own.
    #[serde(default)]
    pub labels: Vec<LabelDefinition>,
}

impl Seed {
    /// A new document with nothing but its text.
    #[must_use]
    pub fn of_text(id: &str, text: &str) -> Self {
        Self { id: id.to_owned(), lang: "en".to_owned(), text: text.to_owned(), ..Self::default() }
    }
}

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
    labels: BTreeMap<String, LabelDefinition>,
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
        let items = seed.items.iter().filter(|i| item_fits(i, &text)).map(|i| (i.annotation.id.clone(), i.clone())).collect();
        let mut desk = Self {
            title: seed.title.clone(),
            items,
            links: seed.links.iter().cloned().collect(),
            labels: seed.labels.iter().map(|l| (l.label.clone(), l.clone())).collect(),
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
        let used = self.items.keys().chain(self.suggested.iter().map(|a| &a.id)).map(|id| number(id)).max();
        self.next_id = self.next_id.max(used.unwrap_or(0));
    }

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

    /// Labels of a person's own, by name.
    pub fn labels(&self) -> impl Iterator<Item = &LabelDefinition> {
        self.labels.values()
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

    /// What this desk can be opened from again as it stands, with every gesture that was made and what is suggested.
    #[must_use]
    pub fn snapshot(&self) -> Seed {
        let (steps, standing) = self.history();
        let history = History { steps: steps.into_iter().cloned().collect(), standing };
        let mut suggestions: Vec<Annotation> = self.suggested.iter().map(|a| Annotation::clone(a)).collect();
        suggestions.sort_by(Self::in_order);
        Seed { history, suggestions, relations: self.suggested_relations.clone(), beside: self.beside.clone(), ..self.seed.clone() }
    }

    /// The order in which annotations are shown: by place, outer before inner.
    #[must_use]
    pub fn in_order(a: &Annotation, b: &Annotation) -> Ordering {
        (a.span.start(), Reverse(a.span.end()), a.layer, &a.id).cmp(&(b.span.start(), Reverse(b.span.end()), b.layer, &b.id))
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
            Change::Label { label, after, .. } => put(&mut self.labels, label, after),
            Change::Title { after, .. } => self.title.clone_from(after),
            Change::Text { edits, .. } => self.carry(edits),
        }
    }

    fn take_back(&mut self, change: &Change) {
        match change {
            Change::Item { id, before, .. } => put(&mut self.items, id, &before.as_deref().cloned()),
            Change::Link { slot, before, .. } => put(&mut self.links, slot, before),
            Change::Label { label, before, .. } => put(&mut self.labels, label, before),
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

    fn finish(&mut self, old: &[Arc<Annotation>], edits: Edits, name: String) -> Changed {
        self.revision += 1;
        self.merge();
        let spans = if edits.is_empty() { differences(old, &self.merged) } else { vec![Span::new(0, self.text.len())] };
        Changed { revision: self.revision, spans, edits, ids: Vec::new(), name }
    }

    /// Builds what is shown from items, links and suggestions.
    fn merge(&mut self) {
        let claims = Claims::new(&self.items, self.suggested.iter().map(|a| &**a), &self.beside);
        let mut merged: Vec<Arc<Annotation>> = Vec::with_capacity(self.items.len() + self.suggested.len());
        // An item that has not changed keeps its allocation, so that drawing can compare pointers.
        let kept = |a: &Annotation, places: &Places, old: &[Arc<Annotation>]| {
            places.get(&a.id).and_then(|n| old.get(n)).filter(|o| ***o == *a).cloned().unwrap_or_else(|| Arc::new(a.clone()))
        };
        for item in self.items.values().filter(|i| !i.annotation.span.is_empty()) {
            merged.push(kept(&item.annotation, &self.places, &self.merged));
        }
        for suggestion in &self.suggested {
            if self.items.contains_key(&suggestion.id) || claims.answered(suggestion).is_some() {
                continue;
            }
            if claims.rejected_before(suggestion, &self.text) {
                let rejected = Annotation { status: Status::Rejected, ..Annotation::clone(suggestion) };
                merged.push(kept(&rejected, &self.places, &self.merged));
            } else {
                merged.push(Arc::clone(suggestion));
            }
        }
        merged.sort_by(|a, b| Self::in_order(a, b));
        self.places = Places::of(&merged);
        self.merged = merged;
        self.relations = self.merged_relations();
    }

    fn merged_relations(&self) -> Vec<Relation> {
        // With the places of both ends, which say whether it is shown and in which order.
        let mut relations: Vec<(usize, RelationKind, usize, Relation)> = Vec::new();
        let mut add = |from: &str, kind: RelationKind, to: &str, known: Option<&Relation>| {
            let (Some(a), Some(b)) = (self.places.get(from), self.places.get(to)) else { return };
            let new = || Relation { id: String::new(), kind, from: from.to_owned(), to: to.to_owned() };
            relations.push((a, kind, b, known.cloned().unwrap_or_else(new)));
        };
        for ((from, kind), targets) in &self.links {
            targets.iter().for_each(|to| add(from, *kind, to, None));
        }
        for relation in &self.suggested_relations {
            if self.links.is_empty() || !self.links.contains_key(&(relation.from.clone(), relation.kind)) {
                add(&relation.from, relation.kind, &relation.to, Some(relation));
            }
        }
        // By the place of the one end, then by kind, then by the place of the other, which takes fewer than 56 bits.
        order::sort_by(&mut relations, |(from, kind, to, _)| order::pair(*from, *to) | (*kind as u128) << 56);
        let number = |(n, (.., relation)): (usize, (usize, RelationKind, usize, Relation))| Relation { id: format!("r{}", n + 1), ..relation };
        relations.into_iter().enumerate().map(number).collect()
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

    /// Adds or changes a label of a person's own.
    pub fn put_label(&mut self, definition: LabelDefinition) -> Changed {
        let before = self.labels.get(&definition.label).cloned();
        self.perform(format!("Label “{}”", definition.name), vec![Change::Label { label: definition.label.clone(), before, after: Some(definition) }])
    }

    /// Takes a label of a person's own out of the list; annotations that have it keep it.
    pub fn remove_label(&mut self, label: &str) -> Changed {
        let before = self.labels.get(label).cloned();
        let changes = before.map(|before| Change::Label { label: label.to_owned(), before: Some(before), after: None });
        self.perform(format!("Remove the label “{label}”"), changes.into_iter().collect())
    }

    /// A new annotation of a person's own.
    pub(super) fn new_annotation(&mut self, layer: Layer, label: &str, span: Span) -> Annotation {
        Annotation {
            id: self.fresh_id(layer),
            layer,
            label: label.to_owned(),
            span,
            parts: Vec::new(),
            attributes: Attributes::new(),
            edits: Vec::new(),
            origin: Origin::Manual,
            rule: String::new(),
            score: 1.0,
            status: Status::Accepted,
        }
    }

    // The text.

    /// Makes `edits` of the text, all counted in the text as it is. Every annotation is carried over by the rules of [`Remap`].
    ///
    /// # Errors
    /// If they do not fit the text or overlap; nothing is changed then.
    pub fn edit_text(&mut self, edits: Vec<TextEdit>) -> Result<Changed, EditError> {
        let edits = Edits::new(&self.text, edits)?;
        Ok(self.edit_with(super::names::edits(&edits), edits, Vec::new()))
    }

    /// Replaces `span` of the text.
    ///
    /// # Errors
    /// If `span` does not lie on character borders of the text.
    pub fn replace(&mut self, span: Span, insert: &str) -> Result<Changed, EditError> {
        let delete = self.text.get(span.range()).ok_or(EditError::Mismatch { at: span.start(), delete: String::new() })?;
        self.edit_text(vec![TextEdit { at: span.start(), delete: delete.to_owned(), insert: insert.to_owned() }])
    }

    /// Replaces the whole text, as a box where it was edited gives it: only the words that differ change.
    pub fn replace_text(&mut self, text: &str) -> Changed {
        let edits = super::between(&self.text, text);
        self.edit_with(super::names::edits(&edits), edits, Vec::new())
    }

    /// A change of the text and, before it, `first`, as one gesture.
    pub(super) fn edit_with(&mut self, name: String, edits: Edits, first: Vec<Change>) -> Changed {
        let mut changes = first;
        if !edits.is_empty() {
            changes.push(self.text_change(edits));
        }
        self.perform(name, changes)
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

/// The number that an id ends in; 0 for one so large that no document of ours gave it, so that there is always a next.
fn number(id: &str) -> u32 {
    let digits = id.trim_start_matches(|c: char| !c.is_ascii_digit());
    digits.parse().ok().filter(|n| *n < u32::MAX / 2).unwrap_or(0)
}

/// Where the marks of two lists differ: the spans of what is in one of them alone, joined where they touch.
fn differences(old: &[Arc<Annotation>], new: &[Arc<Annotation>]) -> Vec<Span> {
    // A gesture changes little: what the lists begin and end with alike is passed over first.
    let same = |(a, b): &(&Arc<Annotation>, &Arc<Annotation>)| Arc::ptr_eq(a, b);
    let head = old.iter().zip(new).take_while(same).count();
    let (old, new) = (&old[head..], &new[head..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    let known: BTreeSet<*const Annotation> = old.iter().map(Arc::as_ptr).collect();
    let kept: BTreeSet<*const Annotation> = new.iter().map(Arc::as_ptr).collect();
    let gone = old.iter().filter(|a| !kept.contains(&Arc::as_ptr(a)));
    let come = new.iter().filter(|a| !known.contains(&Arc::as_ptr(a)));
    let mut spans: Vec<Span> = gone.chain(come).map(|a| a.span).collect();
    order::sort_by(&mut spans, |s| order::of_place(*s));
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.cover(span),
            _ => joined.push(span),
        }
    }
    joined
}
