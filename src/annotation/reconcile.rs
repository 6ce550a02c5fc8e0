//! Suggestions from a new run of the detectors beside what a person decided after an earlier one.

use std::collections::{BTreeMap, BTreeSet};

use super::{Annotation, Attributes, Item, Layer, Relation, Status, Value, Workspace};
use crate::Analysis;
use crate::text::{Span, order};

/// Which suggestions the items answer.
#[derive(Debug)]
pub(super) struct Claims<'i> {
    /// By layer and place: where an item lies, and where the suggestions lay that it answers.
    exact: BTreeMap<(Layer, Span), Vec<Claim<'i>>>,
    /// Items that stand, by layer, in order of place; and the longest of them.
    standing: BTreeMap<Layer, (Vec<&'i Annotation>, usize)>,
    /// Rejections by the words rejected.
    rejected: BTreeMap<&'i str, Vec<&'i Item>>,
}

#[derive(Clone, Copy, Debug)]
struct Claim<'i> {
    id: &'i str,
    /// A rejection, and a finding, speaks of one label alone.
    label: Option<&'i str>,
}

impl<'i> Claims<'i> {
    pub(super) fn new(items: &'i BTreeMap<String, Item>) -> Self {
        let mut claims = Self { exact: BTreeMap::new(), standing: BTreeMap::new(), rejected: BTreeMap::new() };
        for item in items.values() {
            let annotation = &item.annotation;
            let rejected = annotation.status == Status::Rejected;
            let narrow = |label: &'i str| (rejected || annotation.layer == Layer::Artifact).then_some(label);
            let mut claim = |layer, span: Span, label| {
                if !span.is_empty() {
                    claims.exact.entry((layer, span)).or_default().push(Claim { id: &annotation.id, label: narrow(label) });
                }
            };
            claim(annotation.layer, annotation.span, &annotation.label);
            for anchor in &item.anchors {
                claim(anchor.layer, anchor.span, &anchor.label);
                if rejected {
                    claims.rejected.entry(&anchor.text).or_default().push(item);
                }
            }
            if !rejected && !annotation.span.is_empty() && annotation.layer != Layer::Artifact {
                let (list, longest) = claims.standing.entry(annotation.layer).or_default();
                list.push(annotation);
                *longest = (*longest).max(annotation.span.len());
            }
        }
        for (list, _) in claims.standing.values_mut() {
            order::sort_by(list, |a| order::of_place(a.span));
        }
        claims
    }

    /// The item that answers `suggestion`: it lies where the item or one of its anchors does, or it has the item's label
    /// and shares at least half of what the two cover together.
    pub(super) fn answered(&self, suggestion: &Annotation) -> Option<&'i str> {
        let span = suggestion.span;
        let exact = self.exact.get(&(suggestion.layer, span)).into_iter().flatten();
        if let Some(claim) = exact.into_iter().find(|c| c.label.is_none_or(|l| l == suggestion.label)) {
            return Some(claim.id);
        }
        let (list, longest) = self.standing.get(&suggestion.layer)?;
        // Half of the union cannot be shared by one more than twice as long.
        let reach = (*longest).min(2 * span.len());
        let from = list.partition_point(|a| a.span.start() + reach < span.start());
        let near = list[from..].iter().take_while(|a| a.span.start() < span.end());
        near.into_iter().find(|a| a.label == suggestion.label && 2 * shared(a.span, span) >= a.span.cover(span).len()).map(|a| a.id.as_str())
    }

    /// True where the same words in the same surroundings have been rejected, wherever they stood then.
    pub(super) fn rejected_before(&self, suggestion: &Annotation, text: &str) -> bool {
        let candidates = self.rejected.get(suggestion.span.of(text)).into_iter().flatten();
        candidates.into_iter().any(|item| item.anchors.iter().any(|a| a.knows(suggestion, text)))
    }
}

/// Bytes that two spans share.
fn shared(a: Span, b: Span) -> usize {
    a.end().min(b.end()).saturating_sub(a.start().max(b.start()))
}

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
            let claims = Claims::new(&self.items);
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
        votes.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut renamed: BTreeMap<String, String> = BTreeMap::new();
        let mut taken: BTreeSet<&str> = BTreeSet::new();
        for ((new, old), _) in &votes {
            if !renamed.contains_key(new) && taken.insert(old) {
                renamed.insert(new.clone(), (*old).to_owned());
            }
        }
        let mut next = used.iter().filter_map(|e| e.trim_start_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok()).max().unwrap_or(0);
        for annotation in annotations {
            let Some(new) = entity(&annotation.attributes).map(str::to_owned) else { continue };
            let id = renamed.entry(new).or_insert_with(|| {
                next += 1;
                format!("E{next}")
            });
            if let Some(name) = names.get(id.as_str()) {
                annotation.attributes.insert("name".into(), (*name).clone());
            }
            annotation.attributes.insert("entity".into(), id.clone().into());
        }
    }
}

/// The id of the entity that an annotation mentions.
fn entity(attributes: &Attributes) -> Option<&str> {
    attributes.get("entity").and_then(Value::as_str)
}
