//! The session in the worker.

use std::collections::BTreeSet;
use std::ops::Range;

use super::carried::Carried;
use super::mirror::shift;
use super::reconcile::{self, Ids, rename};
use super::update::Splices;
use super::window::Window;
use super::{Mirror, Update};
use crate::analysis::Work;
use crate::annotation::{Annotation, EditError, Edits, Layer, Relation, Value, between};
use crate::text::{Span, order};
use crate::{Analysis, Layers, Models, analyse};

/// Texts of up to this many bytes are read whole at every edit.
const SMALL: usize = 24_000;

/// A text that is being edited, and what is known of it.
#[derive(Debug)]
pub struct Session {
    text: String,
    revision: u32,
    models: Models,
    layers: Layers,
    small: usize,
    /// What the listener knows, of the text as it stands.
    known: Mirror,
    /// The overwritten places that were found and are not mended.
    carried: Carried,
    ids: Ids,
    /// The reading of the whole text that is under way; `None` where it is done.
    work: Option<Work>,
}

impl Session {
    /// Opens `text`. Nothing is known of it before the first [`Session::settle`].
    #[must_use]
    pub fn open(revision: u32, text: String, models: Models, layers: Layers) -> Self {
        Self {
            text,
            revision,
            models,
            layers,
            small: SMALL,
            known: Mirror::new(),
            carried: Carried::default(),
            ids: Ids::default(),
            work: Some(Work::new(layers)),
        }
    }

    /// Opens `pasted` with `edits` made to it since, one batch after the other: what was overwritten in the pasted text, and
    /// is not mended by the edits, is found.
    ///
    /// # Errors
    /// If an edit was made for another text.
    pub fn open_edited(revision: u32, pasted: String, edits: Vec<Edits>, models: Models, layers: Layers) -> Result<Self, EditError> {
        let edits: Vec<Edits> = edits.into_iter().filter(|e| !e.is_empty()).collect();
        if edits.is_empty() {
            return Ok(Self::open(revision, pasted, models, layers));
        }
        let mut text = pasted.clone();
        for batch in &edits {
            text = Edits::new(&text, batch.as_slice().to_vec())?.apply(&text);
        }
        Ok(Self { carried: Carried::since(pasted, edits, layers), ..Self::open(revision, text, models, layers) })
    }

    /// Reads texts of up to `bytes` bytes whole at every edit, longer ones around the edit first.
    #[must_use]
    pub fn reading_whole_up_to(mut self, bytes: usize) -> Self {
        self.small = bytes;
        self
    }

    /// The text as it stands.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Of the text as it stands.
    #[must_use]
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// What has been found in the text as it stands; incomplete until the session is settled.
    #[must_use]
    pub fn analysis(&self) -> &Analysis {
        self.known.analysis()
    }

    /// True where the whole text has been read since the last change.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.work.is_none()
    }

    /// Changes the models; the text will be read again with them.
    pub fn change_models<R>(&mut self, change: impl FnOnce(&mut Models) -> R) -> R {
        let result = change(&mut self.models);
        self.carried.clear(self.layers);
        self.work = Some(Work::new(self.layers));
        result
    }

    /// Changes the text to `text`, as whatever edits lead there, and says what these are; see [`Session::edit`].
    pub fn replace(&mut self, revision: u32, text: String) -> (Edits, Update) {
        let edits = between(&self.text, &text);
        let update = self.take(revision, &edits, text);
        (edits, update)
    }

    /// Makes `edits` to the text, and reads at once what stands around them (all of it, where the text is short).
    /// The update is one to what [`Mirror::edit`] leaves.
    ///
    /// # Errors
    /// If the edits were made for another text. Nothing changes then.
    pub fn edit(&mut self, revision: u32, edits: &Edits) -> Result<Update, EditError> {
        let edits = Edits::new(&self.text, edits.as_slice().to_vec())?;
        let text = edits.apply(&self.text);
        Ok(self.take(revision, &edits, text))
    }

    fn take(&mut self, revision: u32, edits: &Edits, text: String) -> Update {
        self.known.edit(&self.text, edits);
        self.carried.edit(&self.text, edits);
        self.text = text;
        self.revision = revision;
        self.work = Some(Work::new(self.layers));
        if self.text.len() <= self.small {
            loop {
                if let Some(update) = self.settle() {
                    return update;
                }
            }
        }
        match changed(edits) {
            Some(changed) => self.read_around(changed),
            None => Update { revision, ..Update::default() },
        }
    }

    /// Does the next stage of reading the whole text. The last stage gives the update; before it, and where nothing is left
    /// to do, there is none.
    pub fn settle(&mut self) -> Option<Update> {
        if self.work.is_some() && self.carried.read_pasted(&self.models) {
            return None;
        }
        let mut analysis = self.work.as_mut()?.step(&self.text, &self.models)?;
        self.work = None;
        self.carried.keep(&self.text, &mut analysis.annotations);
        let known = self.known.analysis();
        let (annotations, renamed) = reconcile::annotations(&known.annotations, 0, analysis.annotations, &mut self.ids, |_, _| None);
        let mut relations = analysis.relations;
        relations.retain_mut(|r| rename(r, |id| renamed.annotations.get(id).cloned()));
        let relations = reconcile::relations(&known.relations, relations, &mut self.ids);
        Some(self.publish(true, annotations, relations))
    }

    fn publish(&mut self, settled: bool, annotations: Vec<super::Splice<Annotation>>, relations: Vec<super::Splice<Relation>>) -> Update {
        let update = Update { revision: self.revision, settled, annotations, relations };
        self.known.update(update.clone());
        update
    }

    /// Reads the lines around the changed bytes `changed` as if they were all, and takes over what can be told from them.
    fn read_around(&mut self, changed: Range<usize>) -> Update {
        let window = Window::around(&self.text, changed);
        let known = self.known.analysis();
        let inside = |span: Span| window.core.start <= span.start() && span.end() <= window.core.end;
        let touched = |span: Span| span.start() <= window.touched.end && window.touched.start <= span.end();

        // What of the old reading stands: names that the edit does not touch (the whole document knows them better than
        // a few lines do), and what reaches beyond the lines.
        let first = known.annotations.partition_point(|a| a.span.start() < window.core.start);
        let last = first + known.annotations[first..].partition_point(|a| a.span.start() < window.core.end.max(window.core.start + 1));
        let old = &known.annotations[first..last];
        let stands = |a: &Annotation| !inside(a.span) || a.is_verdict() || (a.layer == Layer::Entity && !touched(a.span));
        let mut list: Vec<Annotation> = old.iter().filter(|a| stands(a)).cloned().collect();
        let names: Vec<Span> = list.iter().filter(|a| a.layer == Layer::Entity).map(|a| a.span).collect();

        let mut found = analyse(&self.text[window.read.clone()], &self.models, self.layers);
        found.annotations.iter_mut().for_each(|a| shift(a, window.read.start as isize));
        // Many equal findings stand as one with parts, which a few lines cannot know of.
        let gathered: BTreeSet<(&str, Span)> =
            known.annotations.iter().filter(|a| a.layer == Layer::Artifact).flat_map(|a| a.parts.iter().map(|p| (a.label.as_str(), *p))).collect();
        found.annotations.retain(|a| {
            let known_name = a.layer == Layer::Entity && names.iter().any(|n| n.overlaps(a.span));
            inside(a.span) && !a.is_verdict() && !known_name && !gathered.contains(&(a.label.as_str(), a.span))
        });
        // The ids of the window must not be mistaken for the session's.
        for annotation in &mut found.annotations {
            annotation.id.insert(0, '+');
            for name in reconcile::REFERENCES {
                if let Some(Value::Text(id)) = annotation.attributes.get_mut(name) {
                    id.insert(0, '+');
                }
            }
        }
        list.extend(found.annotations);
        order::sort_by(&mut list, |a| order::outer_first(a.span, a.layer as u8));

        let entity = |label: &str, name: &str| {
            let named = |a: &&Annotation| a.layer == Layer::Entity && a.label == label && a.text_attribute("name") == Some(name);
            known.annotations.iter().find(named).and_then(|a| a.text_attribute("entity")).map(str::to_owned)
        };
        let (annotations, renamed) = reconcile::annotations(old, first, list, &mut self.ids, entity);

        // What was read anew has the relations of the new reading alone; those of what is gone go with it.
        let mut wanted = found.relations;
        wanted.retain_mut(|r| rename(r, |id| renamed.annotations.get(&format!("+{id}")).cloned()));
        let left: BTreeSet<&str> = renamed.annotations.values().map(String::as_str).collect();
        let gone: BTreeSet<&str> = old.iter().map(|a| a.id.as_str()).filter(|id| !left.contains(id)).collect();
        let anew: BTreeSet<&str> = renamed.annotations.iter().filter(|(before, _)| before.starts_with('+')).map(|(_, id)| id.as_str()).collect();
        let mut splices = Splices::new();
        for (n, relation) in known.relations.iter().enumerate() {
            let same = |r: &Relation| r.kind == relation.kind && r.from == relation.from && r.to == relation.to;
            let stays = if gone.contains(relation.from.as_str()) || gone.contains(relation.to.as_str()) {
                false
            } else if anew.contains(relation.from.as_str()) {
                let found = wanted.iter().position(same);
                found.map(|n| wanted.remove(n)).is_some()
            } else {
                true
            };
            if !stays {
                splices.remove(n);
            }
        }
        for relation in wanted {
            splices.insert(known.relations.len(), Relation { id: self.ids.next("r"), ..relation });
        }
        let relations = splices.finish();
        self.publish(false, annotations, relations)
    }
}

/// The bytes of the text after `edits` that they changed, from the first to the last.
fn changed(edits: &Edits) -> Option<Range<usize>> {
    let edits = edits.in_sequence();
    let (first, last) = (edits.first()?, edits.last()?);
    Some(first.at..last.at + last.insert.len())
}
