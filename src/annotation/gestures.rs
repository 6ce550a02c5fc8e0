//! What a person does to annotations, one method a gesture. An id that is not there, or a change that changes nothing,
//! makes no step.

use super::names::{self, counted, decision, quoted};
use super::{
    Anchor, Annotation, Attributes, Change, Changed, EditError, Edits, Item, LabelDefinition, Layer, Origin, Status, Step, TextEdit, Value, Workspace,
};
use crate::text::{Span, order};

impl Workspace {
    /// Accepts these annotations.
    pub fn accept(&mut self, ids: &[&str]) -> Changed {
        self.decide(ids, Status::Accepted)
    }

    /// Rejects these annotations. The words and their surroundings are remembered: the detectors do not bring them back.
    pub fn reject(&mut self, ids: &[&str]) -> Changed {
        self.decide(ids, Status::Rejected)
    }

    /// Takes decisions back without undoing what came after them.
    pub fn reopen(&mut self, ids: &[&str]) -> Changed {
        self.decide(ids, Status::Suggested)
    }

    fn decide(&mut self, ids: &[&str], status: Status) -> Changed {
        self.modify(ids, decision(status), "annotations", |a| a.status = status)
    }

    /// Adds an annotation. What lies there already stays: annotations may overlap.
    pub fn add(&mut self, layer: Layer, label: &str, span: Span) -> Changed {
        self.add_all(layer, label, &[span], &Attributes::new())
    }

    /// Adds annotations that differ in their place alone: all hits of a search, all occurrences of a name. A suggestion of
    /// the same layer and place is taken over; what is already so is left alone.
    pub fn add_all(&mut self, layer: Layer, label: &str, spans: &[Span], attributes: &Attributes) -> Changed {
        let mut changes = Vec::new();
        let mut texts = Vec::new();
        let text = self.text.clone();
        for span in spans.iter().filter(|s| !s.is_empty()) {
            let Some(words) = text.get(span.range()) else { continue };
            let there = self.annotations().iter().find(|a| a.layer == layer && a.span == *span && (a.label == label || layer != Layer::Artifact)).cloned();
            let mut item = match there {
                Some(there) if there.label == label && there.status == Status::Accepted => continue,
                Some(there) => match self.in_hand(&there.id) {
                    Some(item) => item,
                    None => continue,
                },
                None => Item::made(self.new_annotation(layer, label, *span)),
            };
            if item.annotation.label != label {
                item.annotation.label = label.to_owned();
                item.annotation.origin = Origin::Manual;
            }
            item.annotation.status = Status::Accepted;
            item.annotation.attributes.extend(attributes.clone());
            let id = item.annotation.id.clone();
            changes.push(self.item_change(&id, Some(item)));
            texts.push(words);
        }
        let called = self.called(label);
        let name = format!("Mark {} as {called}", counted(&texts, "places"));
        self.perform(name, changes)
    }

    /// What a label is called: a person's own as they call it.
    fn called(&self, label: &str) -> String {
        self.labels().find(|l| l.label == label).map_or_else(|| names::label(label), |own| own.name.clone())
    }

    /// Gives these annotations another label; it counts as accepted.
    pub fn relabel(&mut self, ids: &[&str], label: &str) -> Changed {
        self.modify(ids, &format!("Label {}:", self.called(label)), "annotations", |a| {
            if a.label != label {
                a.label = label.to_owned();
                a.origin = Origin::Manual;
            }
            a.status = Status::Accepted;
        })
    }

    /// Makes an annotation one of another layer, in the same place: the old one is deleted, a new one made.
    pub fn recast(&mut self, id: &str, layer: Layer, label: &str, attributes: &Attributes) -> Changed {
        let nothing = Changed { revision: self.revision(), ..Changed::default() };
        let Some(mut old) = self.in_hand(id).filter(|i| i.annotation.layer != layer) else { return nothing };
        let mut annotation = self.new_annotation(layer, label, old.annotation.span);
        annotation.parts.clone_from(&old.annotation.parts);
        annotation.attributes.clone_from(attributes);
        annotation.attributes.extend(old.annotation.attributes.get("note").map(|n| ("note".into(), n.clone())));
        let name = format!("Mark {} as {} instead", quoted(annotation.span.of(&self.text)), self.called(label));
        let new_id = annotation.id.clone();
        let gone = if old.anchors.is_empty() && !old.foreign {
            None
        } else {
            old.annotation.status = Status::Rejected;
            Some(old)
        };
        let changes = vec![self.item_change(&new_id, Some(Item::made(annotation))), self.item_change(id, gone)];
        self.perform(name, changes)
    }

    /// Changes a label of a person's own, also its name in the annotations that have it.
    pub fn change_label(&mut self, label: &str, definition: LabelDefinition) -> Changed {
        let Some(before) = self.label(label).cloned() else {
            return self.put_label(definition);
        };
        if before == definition {
            return Changed { revision: self.revision(), ..Changed::default() };
        }
        let name = format!("Label “{}”", definition.name);
        let mut changes = Vec::new();
        if label != definition.label {
            changes.push(Change::Label { label: label.to_owned(), before: Some(before), after: None });
            let having: Vec<String> = self.annotations().iter().filter(|a| a.layer == definition.layer && a.label == label).map(|a| a.id.clone()).collect();
            for id in having {
                if let Some(mut item) = self.in_hand(&id) {
                    item.annotation.label.clone_from(&definition.label);
                    changes.push(self.item_change(&id, Some(item)));
                }
            }
        }
        let there = self.label(&definition.label).cloned();
        changes.push(Change::Label { label: definition.label.clone(), before: there, after: Some(definition) });
        self.perform(name, changes)
    }

    /// Moves both ends of an annotation; it counts as accepted.
    pub fn move_to(&mut self, id: &str, span: Span) -> Changed {
        if span.is_empty() || self.text.get(span.range()).is_none() {
            return Changed { revision: self.revision(), ..Changed::default() };
        }
        self.modify(&[id], "Move the edges of", "annotations", |a| {
            if a.span != span {
                a.span = span;
                a.parts.clear();
                a.origin = Origin::Manual;
                a.status = Status::Accepted;
            }
        })
    }

    /// Sets an attribute ("kind", "name", "note"), or takes it away; for anything but a note it counts as accepted.
    pub fn set_attribute(&mut self, id: &str, name: &str, value: Option<Value>) -> Changed {
        self.modify(&[id], &format!("Set {name} of"), "annotations", |a| {
            match &value {
                Some(value) => a.attributes.insert(name.to_owned().into(), value.clone()),
                None => a.attributes.remove(name),
            };
            if name != "note" {
                a.status = Status::Accepted;
            }
        })
    }

    /// Writes a note to an annotation, or takes it away where `note` is blank.
    pub fn set_note(&mut self, id: &str, note: &str) -> Changed {
        let note = note.trim();
        self.set_attribute(id, "note", (!note.is_empty()).then(|| note.into()))
    }

    /// Takes annotations away. A suggestion becomes a rejection, and so does what came with a file that does not say what it
    /// replaced; what a person made is gone.
    pub fn delete(&mut self, ids: &[&str]) -> Changed {
        let mut changes = Vec::new();
        let mut texts = Vec::new();
        for id in ids {
            let Some(mut item) = self.in_hand(id) else { continue };
            texts.push(item.annotation.span.of(&self.text).to_owned());
            if item.anchors.is_empty() && !item.foreign {
                changes.push(self.item_change(id, None));
            } else if item.annotation.status != Status::Rejected {
                item.annotation.status = Status::Rejected;
                changes.push(self.item_change(id, Some(item)));
            }
        }
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        self.perform(format!("Delete {}", counted(&texts, "annotations")), changes)
    }

    /// Cuts an annotation in two at byte `at`; white space at the cut belongs to neither.
    pub fn split(&mut self, id: &str, at: usize) -> Changed {
        let nothing = Changed { revision: self.revision(), ..Changed::default() };
        let Some(mut first) = self.in_hand(id) else { return nothing };
        let whole = first.annotation.span;
        let (Some(left), Some(right)) = (self.text.get(whole.start()..at.max(whole.start())), self.text.get(at.min(whole.end())..whole.end())) else {
            return nothing;
        };
        let left = Span::new(whole.start(), whole.start() + left.trim_end().len());
        let right = Span::new(whole.end() - right.trim_start().len(), whole.end());
        if left.is_empty() || right.is_empty() || left.overlaps(right) {
            return nothing;
        }
        let name = format!("Split {}", quoted(whole.of(&self.text)));
        first.annotation.parts.clear();
        first.annotation.origin = Origin::Manual;
        first.annotation.status = Status::Accepted;
        let second = Annotation { id: self.fresh_id(first.annotation.layer), span: right, ..first.annotation.clone() };
        first.annotation.span = left;
        let second_id = second.id.clone();
        let changes = vec![self.item_change(id, Some(first)), self.item_change(&second_id, Some(Item::made(second)))];
        self.perform(name, changes)
    }

    /// Makes two annotations of one layer one, from the first character of either to the last; the first one's label and
    /// attributes hold.
    pub fn merge_annotations(&mut self, id: &str, with: &str) -> Changed {
        let nothing = Changed { revision: self.revision(), ..Changed::default() };
        let (Some(mut item), Some(other)) = (self.in_hand(id), self.in_hand(with)) else { return nothing };
        if id == with || item.annotation.layer != other.annotation.layer {
            return nothing;
        }
        item.annotation.span = item.annotation.span.cover(other.annotation.span);
        item.annotation.parts.clear();
        item.annotation.origin = Origin::Manual;
        item.annotation.status = Status::Accepted;
        item.anchors.extend(other.anchors);
        item.foreign |= other.foreign;
        let name = format!("Merge into {}", quoted(item.annotation.span.of(&self.text)));
        let changes = vec![self.item_change(id, Some(item)), self.item_change(with, None)];
        self.perform(name, changes)
    }

    /// Applies the repairs of these artifacts as one gesture. Of two that overlap the first holds; one without a repair is
    /// left alone.
    ///
    /// # Errors
    /// If a repair does not fit the text; nothing is changed then.
    pub fn repair(&mut self, ids: &[&str]) -> Result<Changed, EditError> {
        let mut edits: Vec<TextEdit> = Vec::new();
        let mut given_up = Vec::new();
        let mut texts = Vec::new();
        let mut repaired = Vec::new();
        let mut artifacts: Vec<_> = ids.iter().filter_map(|id| self.annotation(id)).cloned().collect();
        order::sort_by(&mut artifacts, |a| order::of_place(a.span));
        for artifact in artifacts.iter().filter(|a| !a.edits.is_empty()) {
            let mut own: Vec<TextEdit> = Vec::new();
            for r in &artifact.edits {
                let mismatch = || EditError::Mismatch { at: r.span.start(), delete: String::new() };
                let delete = self.text.get(r.span.range()).ok_or_else(mismatch)?;
                own.push(TextEdit { at: r.span.start(), delete: delete.to_owned(), insert: r.text.clone() });
            }
            let clash = |e: &TextEdit| edits.iter().any(|o| (o.at < e.end() && e.at < o.end()) || (o.at == e.at && o.end() == e.end()));
            if own.iter().any(clash) {
                continue;
            }
            edits.extend(own);
            texts.push(artifact.span.of(&self.text).to_owned());
            repaired.push(artifact.id.clone());
            if self.items.contains_key(&artifact.id) {
                given_up.push(self.item_change(&artifact.id, None));
            }
        }
        let edits = Edits::new(&self.text, edits)?;
        self.suggested.retain(|a| !repaired.contains(&a.id));
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let name = format!("Repair {}", counted(&texts, "findings"));
        Ok(self.edit_with(name, edits, given_up))
    }

    /// Applies more repairs as part of the last gesture, which was a repair: what lay under the damage that it mended. Undo takes
    /// both back at once.
    ///
    /// # Errors
    /// If a repair does not fit the text, or the last gesture was none of the text; nothing is changed then.
    pub fn repair_further(&mut self, ids: &[&str]) -> Result<Changed, EditError> {
        let more = self.clone().repair(ids)?.edits;
        let (steps, standing) = self.history();
        let Some(step) = standing.checked_sub(1).and_then(|n| steps.get(n)).map(|s| Step::clone(s)) else { return Ok(Changed::default()) };
        let made = step.changes.iter().find_map(|c| if let Change::Text { edits, .. } = c { Some(edits) } else { None });
        let Some(made) = made.filter(|_| !more.is_empty()) else { return Ok(Changed::default()) };
        let edits = made.then(&made.inverse().apply(&self.text), &more)?;
        let mut given_up: Vec<&str> = step.changes.iter().filter_map(|c| if let Change::Item { id, .. } = c { Some(id.as_str()) } else { None }).collect();
        given_up.extend(ids);
        self.undo();
        self.suggested.retain(|a| !ids.contains(&a.id.as_str()));
        let first = given_up.into_iter().filter(|id| self.items.contains_key(*id)).map(|id| self.item_change(id, None)).collect();
        Ok(self.edit_with(step.name.clone(), edits, first))
    }

    /// Puts an artifact right by hand: `words` stand where it stood, and it is gone.
    ///
    /// # Errors
    /// If it does not lie on the text.
    pub fn put_right(&mut self, id: &str, words: &str) -> Result<Changed, EditError> {
        let Some(artifact) = self.annotation(id).cloned() else { return Ok(Changed::default()) };
        let span = artifact.span;
        let delete = self.text.get(span.range()).ok_or(EditError::Mismatch { at: span.start(), delete: String::new() })?.to_owned();
        let name = format!("Repair {}", quoted(&delete));
        let edits = Edits::new(&self.text, vec![TextEdit { at: span.start(), delete, insert: words.to_owned() }])?;
        let given_up = if self.items.contains_key(id) { vec![self.item_change(id, None)] } else { Vec::new() };
        self.suggested.retain(|a| a.id != id);
        Ok(self.edit_with(name, edits, given_up))
    }

    /// Changes annotations as one gesture: each is taken in hand, and `change` is made.
    pub(super) fn modify(&mut self, ids: &[&str], verb: &str, things: &str, change: impl Fn(&mut Annotation)) -> Changed {
        let mut changes = Vec::new();
        let mut texts = Vec::new();
        for id in ids {
            let Some(mut item) = self.in_hand(id) else { continue };
            let before = item.annotation.clone();
            change(&mut item.annotation);
            if item.annotation != before {
                if item.annotation.status == Status::Rejected {
                    // What is remembered is what was rejected, as it looked then.
                    item.anchors.push(Anchor::of(&before, &self.text));
                    item.anchors.dedup();
                }
                texts.push(item.annotation.span.of(&self.text).to_owned());
                changes.push(self.item_change(id, Some(item)));
            }
        }
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        self.perform(format!("{verb} {}", counted(&texts, things)), changes)
    }
}
