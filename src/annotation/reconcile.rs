//! Suggestions from a new run of the detectors beside what a person decided after an earlier one.

use std::collections::{BTreeMap, BTreeSet};

use super::claims::Claims;
use super::{Annotation, Attributes, Layer, Relation, Value, Workspace, ids};
use crate::Analysis;
use crate::text::{Span, order};

impl Workspace {
    /// The findings of a new run under the ids that the same findings had before: those of the items that answer them,
    /// those of the same suggestions of the last run, new ones for the rest. Entities keep their ids likewise.
    pub(super) fn reconciled(&mut self, analysis: Analysis) -> (Vec<Annotation>, Vec<Relation>) {
        let Analysis { mut annotations, mut relations } = analysis;
        let mut known: BTreeMap<(Layer, Span, String), String> = BTreeMap::new();
        for old in &self.suggested {
            known.entry((old.layer, old.span, old.label.clone())).or_insert_with(|| old.id.clone());
        }
        let claimed: Vec<Option<String>> = {
            let claims = Claims::new(&self.items, annotations.iter(), &self.beside);
            annotations.iter().map(|a| claims.answered(a).map(str::to_owned)).collect()
        };
        let mut used: BTreeSet<String> = BTreeSet::new();
        let mut renamed: BTreeMap<String, String> = BTreeMap::new();
        for (annotation, claimed) in annotations.iter_mut().zip(claimed) {
            let before = known.get(&(annotation.layer, annotation.span, annotation.label.clone())).filter(|id| !self.items.contains_key(*id));
            let free = |id: &String| !used.contains(id);
            // A relation to what an item answers is one to the item, though another suggestion may have its id already.
            let target = claimed.clone().or(before.cloned());
            let id = claimed.filter(&free).or(before.cloned().filter(&free)).unwrap_or_else(|| self.fresh_id(annotation.layer));
            used.insert(id.clone());
            renamed.insert(std::mem::replace(&mut annotation.id, id.clone()), target.unwrap_or(id));
        }
        for relation in &mut relations {
            for end in [&mut relation.from, &mut relation.to] {
                if let Some(id) = renamed.get(end.as_str()) {
                    end.clone_from(id);
                }
            }
        }
        self.keep_entities(&mut annotations);
        (annotations, relations)
    }

    /// Gives the entities of `annotations` the ids that their mentions had before, and the names that a person gave them.
    fn keep_entities(&mut self, annotations: &mut [Annotation]) {
        let mut before: BTreeMap<(Layer, Span), &str> = BTreeMap::new();
        let mut used: BTreeSet<&str> = BTreeSet::new();
        let mut names: BTreeMap<&str, &Value> = BTreeMap::new();
        let items = self.items.values().map(|i| &i.annotation);
        for old in self.suggested.iter().map(|a| &**a).chain(items) {
            if let Some(entity) = entity(&old.attributes) {
                before.insert((old.layer, old.span), entity);
                used.insert(entity);
                if let Some(name) = old.attributes.get("name").filter(|_| self.items.contains_key(&old.id)) {
                    names.insert(entity, name);
                }
            }
        }
        // Each new entity goes to the old one that most of its mentions had, the most certain first.
        let mut votes: BTreeMap<(String, &str), usize> = BTreeMap::new();
        for annotation in annotations.iter() {
            if let (Some(new), Some(old)) = (entity(&annotation.attributes), before.get(&(annotation.layer, annotation.span))) {
                *votes.entry((new.to_owned(), old)).or_default() += 1;
            }
        }
        let mut votes: Vec<_> = votes.into_iter().collect();
        order::sort_with(&mut votes, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut renamed: BTreeMap<String, String> = BTreeMap::new();
        let mut taken: BTreeSet<&str> = BTreeSet::new();
        for ((new, old), _) in &votes {
            if !renamed.contains_key(new) && taken.insert(old) {
                renamed.insert(new.clone(), (*old).to_owned());
            }
        }
        let mut next = ids::highest(used.iter().copied());
        for annotation in annotations {
            let Some(new) = entity(&annotation.attributes).map(str::to_owned) else { continue };
            let id = renamed.entry(new).or_insert_with(|| {
                next += 1;
                format!("E{next}")
            });
            if let Some(name) = names.get(id.as_str()) {
                // A speaker has the name of who it is, not one of its own.
                let attribute = if annotation.layer == Layer::Speaker { "resolved" } else { "name" };
                annotation.attributes.insert(attribute.into(), (*name).clone());
            }
            annotation.attributes.insert("entity".into(), id.clone().into());
        }
    }
}

/// The id of the entity that an annotation mentions.
fn entity(attributes: &Attributes) -> Option<&str> {
    attributes.get("entity").and_then(Value::as_str)
}
