//! What rules find in a text, added to what the engine found there.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Rules;
use super::place::{self, Place};
use super::rule::{Marks, Rule, slug};
use crate::annotation::{Analysis, Annotation, AttributeName, Attributes, Layer, Origin, Status, Value};
use crate::text::{Replacement, Span, order};

/// One place that a rule found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// In bytes of the text.
    pub span: Span,
    /// The number of the rule.
    pub rule: usize,
}

impl Rules {
    /// The places that the rules find in `text`, in order. `analysis` is the engine's, of the same text, and says where the
    /// quotations are.
    #[must_use]
    pub fn hits(&self, text: &str, analysis: &Analysis) -> Vec<Hit> {
        let quotations = if self.need_quotations() { quotations(analysis) } else { Vec::new() };
        self.find(text, Some(&quotations))
    }

    /// The places that the rules find in `text`, whether they lie in a quotation or not: what can be told of an article that
    /// nobody has read.
    #[must_use]
    pub fn places(&self, text: &str) -> Vec<Hit> {
        self.find(text, None)
    }

    fn find(&self, text: &str, quotations: Option<&[Span]>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (number, rule) in self.as_slice().iter().enumerate() {
            for line in place::lines(text, rule.within) {
                rule.pattern.find(text, line, |found| {
                    let span = Span::new(found.start, found.end);
                    let fits = match (rule.place, quotations) {
                        (Place::Anywhere | Place::Lines, _) | (_, None) => true,
                        (Place::InQuotations, Some(quotations)) => overlapping(quotations, span).any(|q| q.contains(span)),
                        (Place::OutsideQuotations, Some(quotations)) => overlapping(quotations, span).next().is_none(),
                    };
                    if fits {
                        hits.push(Hit { span, rule: number });
                    }
                });
            }
        }
        order::sort_by(&mut hits, |hit| order::outer_first(hit.span, 0));
        hits
    }

    /// Adds what the rules find in `text` to `analysis`, the engine's of the same text, and takes away what they withdraw.
    /// Where a rule finds a name or changes something, it is believed before the engine.
    pub fn apply(&self, text: &str, analysis: &mut Analysis) {
        self.apply_once(text, analysis, |_| true);
    }

    /// The same in a text that has been repaired already: rules whose replacement they would find again are left out, since
    /// they would go on for ever.
    pub fn apply_again(&self, text: &str, analysis: &mut Analysis) {
        self.apply_once(text, analysis, |rule| rule.replace.as_ref().is_none_or(|with| !rule.pattern.is_in(with) && !rule.pattern.has_groups(with)));
    }

    fn apply_once(&self, text: &str, analysis: &mut Analysis, wanted: impl Fn(&Rule) -> bool) {
        let hits: Vec<Hit> = self.hits(text, analysis).into_iter().filter(|hit| wanted(&self.as_slice()[hit.rule])).collect();
        if hits.is_empty() {
            return;
        }
        for (number, rule) in self.as_slice().iter().enumerate() {
            if let Marks::Never { of } = &rule.marks {
                let places: Vec<Span> = hits.iter().filter(|hit| hit.rule == number).map(|hit| hit.span).collect();
                withdraw(analysis, &places, of);
            }
        }
        let mut made = Made::after(analysis);
        let mut marked: Vec<Annotation> = Vec::new();
        for hit in &hits {
            let rule = &self.as_slice()[hit.rule];
            match &rule.marks {
                Marks::Never { .. } => {}
                Marks::Entity { label } => marked.push(made.entity(text, rule, label, hit.span)),
                Marks::Finding { severity, message } => {
                    let message = if message.is_empty() { &rule.name } else { message };
                    marked.push(made.finding(text, rule, severity.as_str(), message, hit.span));
                }
            }
        }
        give_way(analysis, &mut marked);
        analysis.annotations.append(&mut marked);
        order::sort_by(&mut analysis.annotations, |a| order::outer_first(a.span, a.layer as u8));
        let there: BTreeSet<&str> = analysis.annotations.iter().map(|a| a.id.as_str()).collect();
        analysis.relations.retain(|r| there.contains(r.from.as_str()) && there.contains(r.to.as_str()));
    }
}

/// Where words are quoted, in order and apart: the whole of a direct quotation, the parts in marks of a mixed one.
fn quotations(analysis: &Analysis) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for a in analysis.annotations.iter().filter(|a| a.layer == Layer::Quote) {
        match (a.text_attribute("kind"), a.attributes.quoted()) {
            (Some("indirect"), _) => {}
            (_, []) => spans.extend(a.pieces()),
            (_, parts) => spans.extend(parts),
        }
    }
    order::sort_by(&mut spans, |s| order::outer_first(*s, 0));
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start() < last.end() => *last = last.cover(span),
            _ => apart.push(span),
        }
    }
    apart
}

/// Those of `spans`, which are in order and apart, that share something with `span`.
fn overlapping(spans: &[Span], span: Span) -> impl Iterator<Item = &Span> {
    let first = spans.partition_point(|s| s.end() <= span.start());
    spans[first..].iter().take_while(move |s| s.start() < span.end())
}

/// What is made here, numbered after what there is.
struct Made {
    entities: usize,
    findings: usize,
    /// The entities of names that rules find, by label and name.
    named: BTreeMap<(String, String), String>,
    next_entity: usize,
}

impl Made {
    fn after(analysis: &Analysis) -> Self {
        let highest = |prefix: &str, ids: &mut dyn Iterator<Item = &str>| ids.filter_map(|id| id.strip_prefix(prefix)?.parse().ok()).max().unwrap_or(0);
        let ids = || analysis.annotations.iter().map(|a| a.id.as_str());
        let mut known = analysis.annotations.iter().filter_map(|a| a.attributes.entity());
        let next_entity = highest("E", &mut known);
        // A name that the engine knows in other places too is the same one.
        let named = analysis.annotations.iter().filter(|a| a.layer == Layer::Entity).filter_map(|a| {
            let name = a.text_attribute("name")?;
            Some(((a.label.clone(), name.to_owned()), a.attributes.entity()?.to_owned()))
        });
        let named = named.collect();
        Self { entities: highest("e", &mut ids()), findings: highest("a", &mut ids()), named, next_entity }
    }

    fn entity(&mut self, text: &str, rule: &Rule, label: &str, span: Span) -> Annotation {
        self.entities += 1;
        let name = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let next = &mut self.next_entity;
        let entity = self.named.entry((label.to_owned(), name.clone())).or_insert_with(|| {
            *next += 1;
            format!("E{next}")
        });
        let attributes = Attributes::from([("entity".into(), entity.as_str().into()), ("name".into(), name.into()), ("reason".into(), reason(rule))]);
        annotation(format!("e{}", self.entities), Layer::Entity, label, span, attributes, rule)
    }

    fn finding(&mut self, text: &str, rule: &Rule, severity: &str, message: &str, span: Span) -> Annotation {
        self.findings += 1;
        let mut attributes: Vec<(AttributeName, Value)> =
            vec![("severity".into(), severity.into()), ("message".into(), message.into()), ("tier".into(), "finding".into()), ("reason".into(), reason(rule))];
        let mut edits = Vec::new();
        let mut fix = Value::Null;
        if let Some(with) = &rule.replace {
            let line = line_around(text, span);
            let new = rule.pattern.expand(text, line, span.range(), with);
            let whole = if new.is_empty() && rule.place == Place::Lines { with_its_end(text, span) } else { span };
            fix = new.as_str().into();
            if whole.of(text) != new {
                edits.push(Replacement { span: whole, text: new });
            }
        }
        attributes.push(("certain".into(), (!edits.is_empty()).into()));
        attributes.push(("fix".into(), fix));
        let attributes = attributes.into_iter().collect();
        Annotation { edits, ..annotation(format!("a{}", self.findings), Layer::Artifact, &rule.category(), span, attributes, rule) }
    }
}

/// Why it is there, for a person.
fn reason(rule: &Rule) -> Value {
    format!("house rule “{}”", rule.name).into()
}

fn annotation(id: String, layer: Layer, label: &str, span: Span, attributes: Attributes, rule: &Rule) -> Annotation {
    let (parts, edits, origin, status) = (Vec::new(), Vec::new(), Origin::Auto, Status::Suggested);
    Annotation { id, layer, label: label.to_owned(), span, parts, attributes, edits, origin, rule: format!("house.{}", slug(&rule.name)), score: 1.0, status }
}

fn line_around(text: &str, span: Span) -> Range<usize> {
    let start = text[..span.start()].rfind('\n').map_or(0, |n| n + 1);
    let end = text[span.end()..].find('\n').map_or(text.len(), |n| span.end() + n);
    start..start + text[start..end].trim_end_matches('\r').len()
}

/// A line that goes takes one of the two gaps about it along: what stood before it then stands before what follows.
fn with_its_end(text: &str, span: Span) -> Span {
    let line = line_around(text, span);
    let blank = |c: char| matches!(c, '\n' | '\r' | ' ' | '\t');
    let behind = text[line.end..].len() - text[line.end..].trim_start_matches(blank).len();
    if line.end + behind < text.len() {
        return Span::new(line.start, line.end + behind);
    }
    Span::new(text[..line.start].trim_end_matches(blank).len(), text.len())
}

/// Withdraws what lies at `places`, which are in order and apart: what one covers, and what one covers half of.
fn withdraw(analysis: &mut Analysis, places: &[Span], of: &[String]) {
    let named = |a: &Annotation| {
        let family = a.label.split('.').next().unwrap_or_default();
        let is = |name: &String| *name == a.label || *name == a.layer.as_str() || (a.layer == Layer::Artifact && name == family);
        if of.is_empty() { a.layer == Layer::Artifact } else { of.iter().any(is) }
    };
    let covered = |piece: Span| {
        overlapping(places, piece).any(|place| {
            let shared = piece.end().min(place.end()) - piece.start().max(place.start());
            2 * shared >= piece.len()
        })
    };
    analysis.annotations.retain_mut(|a| {
        if a.is_verdict() || overlapping(places, a.span).next().is_none() || !named(a) {
            return true;
        }
        if a.parts.len() < 2 {
            return !covered(a.span);
        }
        a.parts.retain(|piece| !covered(*piece));
        let (Some(first), Some(last)) = (a.parts.first(), a.parts.last()) else { return false };
        a.span = first.cover(*last);
        a.edits.retain(|edit| overlapping(places, edit.span).next().is_none());
        true
    });
}

/// Names of the engine that a rule's name overlaps are withdrawn, and repairs that a rule's repair overlaps are no longer
/// made unasked. Of two rules the earlier holds.
fn give_way(analysis: &mut Analysis, marked: &mut Vec<Annotation>) {
    let mut names: Vec<Span> = Vec::new();
    let mut changed: Vec<Span> = Vec::new();
    marked.retain_mut(|a| {
        if a.layer == Layer::Entity {
            let free = overlapping(&names, a.span).next().is_none();
            if free {
                let at = names.partition_point(|s| s.start() < a.span.start());
                names.insert(at, a.span);
            }
            return free;
        }
        if let Some(edit) = a.edits.first() {
            if overlapping(&changed, edit.span).next().is_none() {
                let at = changed.partition_point(|s| s.start() < edit.span.start());
                changed.insert(at, edit.span);
            } else {
                a.attributes.set("certain", false);
            }
        }
        true
    });
    analysis.annotations.retain_mut(|a| {
        if a.layer == Layer::Entity {
            return overlapping(&names, a.span).next().is_none();
        }
        if a.is_certain() && a.edits.iter().any(|e| overlapping(&changed, e.span).next().is_some()) {
            a.attributes.set("certain", false);
        }
        true
    });
}
