//! Named entities: recognised, classified, and linked within one document.

mod amounts;
mod calendar;
mod consistency;
mod context;
mod dateline;
mod edges;
mod gender;
mod heads;
mod joins;
mod label;
mod link;
mod lists;
mod missed;
pub mod model;
mod names;
mod numbers;
mod reading;
mod series;
mod small;
mod words;

pub use label::{EntityLabel, Gender, PlaceKind};

use std::collections::BTreeSet;

use crate::text::{Span, TokenKind, View, order};
use model::{EntityModel, Page};
use reading::{Found, Reading};

/// One mention of an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// In bytes of the view; a title before a person and a possessive ending are outside.
    pub span: Span,
    /// Its class.
    pub label: EntityLabel,
    /// The entity that it mentions: an index into [`Entities::entities`].
    pub entity: usize,
    /// How sure, from 0 to 1.
    pub score: f32,
    /// The rule or model that found it, such as `entities.date`.
    pub rule: &'static str,
    /// What it means where that is certain: an ISO date, a number with its currency, a share.
    pub value: Option<String>,
    /// For a LOC, where it is known.
    pub place_kind: Option<PlaceKind>,
}

/// One entity of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The label that its mentions share.
    pub label: EntityLabel,
    /// Its fullest name in the document.
    pub name: String,
    /// For a PERSON, where first name, title or pronouns show it.
    pub gender: Option<Gender>,
}

/// All entities of a document with their mentions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entities {
    /// In order; they do not overlap.
    pub mentions: Vec<Mention>,
    /// In order of first mention.
    pub entities: Vec<Entity>,
}

impl Entities {
    /// The mentions that overlap `span` of the view, in order.
    #[must_use]
    pub fn mentions_in(&self, span: Span) -> &[Mention] {
        let first = self.mentions.partition_point(|m| m.span.end() <= span.start());
        let last = self.mentions.partition_point(|m| m.span.start() < span.end());
        &self.mentions[first..last.max(first)]
    }
}

/// Finds and links the entities that `view` shows.
#[must_use]
pub fn recognise(view: &View<'_>, model: Option<&EntityModel>) -> Entities {
    let reading = Reading::new(view);
    let measures = measures(&reading);
    let Some(model) = model else {
        let names = names_by_rule(&reading, &measures);
        let mut mentions = measures;
        mentions.extend(names);
        order::sort_by(&mut mentions, |m| m.span.start() as u128);
        mentions.extend(seen_in_full(&reading, &mentions));
        order::sort_by(&mut mentions, |m| m.span.start() as u128);
        return link::link(&reading, mentions, &|_| None);
    };
    let page = Page::new(view.text(), view.layout(), model.lexicon());
    let names = consistency::settle(&reading, &page, model, names_by_model(&reading, &model.names(&page)));
    let mut entities = link::link(&reading, merge(measures, names), &|name| model.gender(name));
    for mention in
        entities.mentions.iter_mut().filter(|m| !matches!(m.label, EntityLabel::Date | EntityLabel::Time | EntityLabel::Money | EntityLabel::Percent))
    {
        mention.score = calibrated(mention.score);
    }
    entities
}

/// How often names with this score are right: what was measured on the development sets (`galley evaluate entities --calibration`),
/// with straight lines between. The recogniser by itself is too sure.
fn calibrated(score: f32) -> f32 {
    const MEASURED: [(f32, f32); 9] =
        [(0.0, 0.0), (0.35, 0.35), (0.45, 0.44), (0.55, 0.48), (0.65, 0.55), (0.76, 0.6), (0.86, 0.74), (0.96, 0.84), (1.0, 0.93)];
    let next = MEASURED.iter().position(|(raw, _)| score < *raw).unwrap_or(MEASURED.len() - 1).max(1);
    let ((a, right_a), (b, right_b)) = (MEASURED[next - 1], MEASURED[next]);
    (right_a + (score - a) / (b - a) * (right_b - right_a)).clamp(0.0, 1.0)
}

fn names_by_model(r: &Reading<'_>, names: &[model::Name]) -> Vec<Mention> {
    names
        .iter()
        .map(|n| Mention {
            span: r.span(n.start, n.end),
            label: n.label,
            entity: 0,
            score: n.score,
            rule: "entities.model",
            value: None,
            place_kind: n.place_kind,
        })
        .collect()
}

/// Both lists in one, in order. Where two overlap, a longer name holds ("Euro 2016", "Good Friday Agreement"), else the measure.
fn merge(measures: Vec<Mention>, names: Vec<Mention>) -> Vec<Mention> {
    let mut merged: Vec<Mention> = Vec::with_capacity(measures.len() + names.len());
    let mut names = names.into_iter().peekable();
    for measure in measures {
        while let Some(name) = names.next_if(|n| n.span.end() <= measure.span.start()) {
            merged.push(name);
        }
        let mut holds = true;
        while let Some(name) = names.next_if(|n| n.span.overlaps(measure.span)) {
            let amount = matches!(measure.label, EntityLabel::Money | EntityLabel::Percent);
            if holds && !amount && name.span.len() > measure.span.len() {
                merged.push(name);
                holds = false;
            } else if !holds {
                merged.push(name);
            }
        }
        if holds {
            merged.push(measure);
        }
    }
    merged.extend(names);
    // A name that reaches back over an earlier measure gives way.
    let mut end = 0;
    merged.retain(|m| {
        let free = m.span.start() >= end;
        end = if free { m.span.end() } else { end };
        free
    });
    merged
}

/// Dates, times, amounts and shares, in order, none over another.
fn measures(r: &Reading<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < r.len() {
        let Some((label, found, rule)) = measure(r, at) else {
            at += 1;
            continue;
        };
        mentions.push(Mention { span: r.span(at, found.end), label, entity: 0, score: 0.9, rule, value: found.value, place_kind: None });
        at = found.end;
    }
    mentions
}

/// The names that lists and context show between `measures`, in order.
fn names_by_rule(r: &Reading<'_>, measures: &[Mention]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let (mut at, mut next) = (0, 0);
    while let Some(token) = r.token(at) {
        while next < measures.len() && measures[next].span.end() <= token.span.start() {
            next += 1;
        }
        let measured = measures.get(next).map_or(r.len(), |m| r.layout.tokens_in(m.span).start);
        if measured <= at || r.kind(at) != Some(TokenKind::Word) || !r.capital(at) {
            at += 1;
            continue;
        }
        let (names, end) = names::names(r, at, measured);
        mentions.extend(names.into_iter().map(|n| Mention {
            span: r.span(n.start, n.end),
            label: n.label,
            entity: 0,
            score: n.score,
            rule: n.rule,
            value: None,
            place_kind: n.place_kind,
        }));
        at = end;
    }
    mentions
}

/// The date, time, amount or share from token `at` on: the longest; of two of one length the more special.
fn measure(r: &Reading<'_>, at: usize) -> Option<(EntityLabel, Found, &'static str)> {
    let may_start = r.class(at).is_some()
        || matches!(r.kind(at), Some(TokenKind::Number | TokenKind::Symbol))
        || (r.kind(at) == Some(TokenKind::Word) && (r.capital(at) || r.is_one(at, &["a", "an", "half", "the", "these", "those", "fiscal", "every"])))
        || r.kind(at) == Some(TokenKind::QuoteMark);
    if !may_start {
        return None;
    }
    let money = amounts::money(r, at).map(|f| (EntityLabel::Money, f, "entities.money"));
    let percent = amounts::percent(r, at).map(|f| (EntityLabel::Percent, f, "entities.percent"));
    let calendar = calendar::calendar(r, at).map(|(label, f)| (label, f, if label == EntityLabel::Time { "entities.time" } else { "entities.date" }));
    [money, percent, calendar].into_iter().flatten().reduce(|best, other| if other.1.end > best.1.end { other } else { best })
}

/// The family and first names, standing alone, of the people that the document names in full.
fn seen_in_full(r: &Reading<'_>, mentions: &[Mention]) -> Vec<Mention> {
    let mut families = BTreeSet::new();
    for mention in mentions.iter().filter(|m| m.label == EntityLabel::Person) {
        let mut words = mention.span.of(r.text).split_whitespace();
        if let (Some(first), Some(last)) = (words.next(), words.next_back()) {
            families.extend([first, last]);
        }
    }
    let mut found = Vec::new();
    let mut next = 0;
    for at in 0..r.len() {
        let Some(token) = r.token(at) else { break };
        while next < mentions.len() && mentions[next].span.end() <= token.span.start() {
            next += 1;
        }
        let free = mentions.get(next).is_none_or(|m| !m.span.overlaps(token.span));
        if free && families.contains(r.word(at)) {
            let (span, rule) = (token.span, "entities.seen_in_full");
            found.push(Mention { span, label: EntityLabel::Person, entity: 0, score: 0.7, rule, value: None, place_kind: None });
        }
    }
    found
}

#[cfg(test)]
mod tests;
