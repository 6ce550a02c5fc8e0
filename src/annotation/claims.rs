//! Which suggestions of a reading a person has already answered.

use std::collections::{BTreeMap, BTreeSet};

use super::{Anchor, Annotation, Item, Layer, Status};
use crate::text::{Span, order};

/// The suggestions of one reading that items answer.
///
/// Each suggestion that a decision was made about is looked for at its own place first. Where the reading has it there, the
/// item answers it and nothing else. Where it has not (other models, other rules, another version), the item answers what
/// corresponds to it:
/// * what was accepted as it was: what has its label and shares at least half of what the two cover together;
/// * what was moved, split, merged or relabelled: what shares half with what lay there before, whatever its label, and what
///   overlaps the mark as it is now and shares a third with the two together;
/// * what was rejected or deleted: what has its label and shares three quarters. A rejection says no more than that;
/// * what a person marked: what has its label and shares half with it;
/// * what came with a file that does not say what it replaced: all that overlaps it and did not come with it.
#[derive(Debug)]
pub(super) struct Claims<'i> {
    /// By layer and place: where an item lies, and where the suggestions lay that it answers.
    exact: BTreeMap<(Layer, Span), Vec<Claim<'i>>>,
    /// What items without their own suggestion in this reading answer, by layer.
    near: BTreeMap<Layer, Neighbours<'i>>,
    /// Where what came with a file lies, by layer: places in order, none touching another.
    covered: BTreeMap<Layer, Vec<(Span, &'i str)>>,
    /// Suggestions that came with a file.
    beside: BTreeSet<(Layer, Span)>,
    /// Rejections by the words rejected.
    rejected: BTreeMap<&'i str, Vec<&'i Item>>,
}

#[derive(Clone, Copy, Debug)]
struct Claim<'i> {
    id: &'i str,
    /// A rejection, and a finding, speaks of one label alone.
    label: Option<&'i str>,
    /// The number of the suggestion that lay there; none for the item's own place.
    anchor: Option<usize>,
}

/// Places in order, and the length of the longest.
#[derive(Debug, Default)]
struct Neighbours<'i> {
    places: Vec<Near<'i>>,
    longest: usize,
}

/// A place whose item answers what corresponds to it.
#[derive(Clone, Copy, Debug)]
struct Near<'i> {
    span: Span,
    id: &'i str,
    rule: Rule<'i>,
}

/// What corresponds to a place.
#[derive(Clone, Copy, Debug)]
enum Rule<'i> {
    /// What has this label and shares half.
    SameLabel(&'i str),
    /// What shares half.
    Half,
    /// What overlaps this span and shares a third.
    Third(Span),
    /// What has this label and shares three quarters.
    Rejected(&'i str),
}

impl Near<'_> {
    fn corresponds(&self, suggestion: &Annotation) -> bool {
        let span = suggestion.span;
        let (shared, all) = (shared(self.span, span), self.span.cover(span).len());
        match self.rule {
            Rule::SameLabel(label) => suggestion.label == label && 2 * shared >= all,
            Rule::Half => 2 * shared >= all,
            Rule::Third(now) => now.overlaps(span) && 3 * shared >= all,
            Rule::Rejected(label) => suggestion.label == label && 4 * shared >= 3 * all,
        }
    }
}

impl<'i> Claims<'i> {
    /// What `items` answer of a reading that gave `suggestions`; `beside` are suggestions that came with a file.
    pub(super) fn new<'s>(items: &'i BTreeMap<String, Item>, suggestions: impl Iterator<Item = &'s Annotation>, beside: &[(Layer, Span)]) -> Self {
        let mut claims = Self { exact: BTreeMap::new(), near: BTreeMap::new(), covered: BTreeMap::new(), beside: BTreeSet::new(), rejected: BTreeMap::new() };
        let mut anchors = 0;
        for item in items.values() {
            claims.places(item, &mut anchors);
        }
        let mut met = vec![false; anchors];
        for suggestion in suggestions {
            for claim in claims.exact.get(&(suggestion.layer, suggestion.span)).into_iter().flatten() {
                if let Some(anchor) = claim.anchor.filter(|_| claim.label.is_none_or(|l| l == suggestion.label)) {
                    met[anchor] = true;
                }
            }
        }
        let mut from = 0;
        for item in items.values() {
            claims.neighbours(item, &met[from..from + item.anchors.len()]);
            from += item.anchors.len();
        }
        claims.put_in_order();
        if !claims.covered.is_empty() {
            claims.beside.extend(beside);
        }
        claims
    }

    /// Where `item` and the suggestions that it answers lie.
    fn places(&mut self, item: &'i Item, anchors: &mut usize) {
        let annotation = &item.annotation;
        let rejected = annotation.status == Status::Rejected;
        let narrow = |label: &'i str| (rejected || annotation.layer == Layer::Artifact).then_some(label);
        let mut claim = |layer, span: Span, label, anchor| {
            if !span.is_empty() {
                self.exact.entry((layer, span)).or_default().push(Claim { id: &annotation.id, label: narrow(label), anchor });
            }
        };
        claim(annotation.layer, annotation.span, &annotation.label, None);
        for anchor in &item.anchors {
            claim(anchor.layer, anchor.span, &anchor.label, Some(*anchors));
            *anchors += 1;
            if rejected {
                self.rejected.entry(&anchor.text).or_default().push(item);
            }
        }
    }

    /// What `item` answers beside the places themselves; `met` says which of its suggestions this reading has.
    fn neighbours(&mut self, item: &'i Item, met: &[bool]) {
        let annotation = &item.annotation;
        let (span, id) = (annotation.span, annotation.id.as_str());
        if annotation.layer == Layer::Artifact || (!met.is_empty() && met.iter().all(|m| *m)) {
            return;
        }
        let rejected = annotation.status == Status::Rejected;
        let mut near = |layer, span: Span, rule| {
            if !span.is_empty() {
                let list = self.near.entry(layer).or_default();
                list.longest = list.longest.max(span.len());
                list.places.push(Near { span, id, rule });
            }
        };
        near(annotation.layer, span, if rejected { Rule::Rejected(&annotation.label) } else { Rule::SameLabel(&annotation.label) });
        let changed = |anchor: &Anchor| anchor.span != span || anchor.label != annotation.label;
        for (anchor, _) in item.anchors.iter().zip(met).filter(|(anchor, met)| !**met && !anchor.span.is_empty()) {
            if rejected {
                near(anchor.layer, anchor.span, Rule::Rejected(&anchor.label));
            } else if changed(anchor) {
                near(anchor.layer, anchor.span, Rule::Half);
                if !span.is_empty() {
                    near(anchor.layer, anchor.span.cover(span), Rule::Third(span));
                }
            }
        }
        if item.foreign && !span.is_empty() {
            self.covered.entry(annotation.layer).or_default().push((span, id));
        }
    }

    fn put_in_order(&mut self) {
        for list in self.near.values_mut() {
            order::sort_by(&mut list.places, |near| order::of_place(near.span));
        }
        for list in self.covered.values_mut() {
            order::sort_by(list, |(span, _)| order::of_place(*span));
            let mut joined: Vec<(Span, &str)> = Vec::with_capacity(list.len());
            for (span, id) in list.drain(..) {
                match joined.last_mut() {
                    Some((last, _)) if span.start() < last.end() => *last = last.cover(span),
                    _ => joined.push((span, id)),
                }
            }
            *list = joined;
        }
    }

    /// The item that answers `suggestion`.
    pub(super) fn answered(&self, suggestion: &Annotation) -> Option<&'i str> {
        let (layer, span) = (suggestion.layer, suggestion.span);
        let exact = self.exact.get(&(layer, span)).into_iter().flatten();
        let exact = exact.into_iter().find(|c| c.label.is_none_or(|l| l == suggestion.label)).map(|c| c.id);
        exact.or_else(|| self.nearest(suggestion)).or_else(|| self.covering(layer, span))
    }

    /// The item to whose place `suggestion` corresponds best.
    fn nearest(&self, suggestion: &Annotation) -> Option<&'i str> {
        let span = suggestion.span;
        let Neighbours { places, longest } = self.near.get(&suggestion.layer)?;
        // A third cannot be shared by one more than three times as long.
        let reach = (*longest).min(3 * span.len());
        let from = places.partition_point(|near| near.span.start() + reach < span.start());
        let near = places[from..].iter().take_while(|near| near.span.start() < span.end());
        near.filter(|near| near.corresponds(suggestion)).max_by_key(|near| shared(near.span, span)).map(|near| near.id)
    }

    /// The item from a file that lies over `span`, where nothing came with it there.
    fn covering(&self, layer: Layer, span: Span) -> Option<&'i str> {
        let places = self.covered.get(&layer)?;
        let at = places.partition_point(|(place, _)| place.end() <= span.start());
        let (_, id) = places.get(at).filter(|(place, _)| place.overlaps(span) && !self.beside.contains(&(layer, span)))?;
        Some(id)
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
