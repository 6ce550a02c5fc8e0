//! Named entities: recognised, classified, and linked within one document.
//!
//! A text is read once ([`reading`]); dates and amounts are measured ([`measures`]); names are found by the trained recogniser ([`model`])
//! and go through the passes ([`passes`]), or by short lists where there is no model ([`by_rule`]); what is left is linked ([`link`]).

mod amounts;
mod by_rule;
mod calendar;
mod gender;
mod label;
mod link;
mod lists;
mod measures;
mod mention;
pub mod model;
mod name;
mod numbers;
mod passes;
mod reading;
#[cfg(test)]
mod tests;
mod words;

pub use label::{EntityLabel, Gender, PlaceKind};
pub use mention::{Entities, Entity, Mention};

use crate::text::View;
use measures::measures;
use model::{EntityModel, Page};
use name::Name;
use reading::Reading;

/// Finds and links the entities that `view` shows.
#[must_use]
pub fn recognise(view: &View<'_>, model: Option<&EntityModel>) -> Entities {
    let reading = Reading::new(view);
    let measures = measures(&reading);
    let Some(model) = model else {
        return link::link(&reading, by_rule::names_and_measures(&reading, measures), &|_| None);
    };
    let page = Page::new(view.text(), view.layout(), model.lexicon());
    let names = passes::run(&reading, &page, model, names_by_model(&reading, &model.names(&page)));
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

fn names_by_model(r: &Reading<'_>, names: &[model::Tagged]) -> Vec<Name> {
    names.iter().map(|n| Name::new(r.span(n.start, n.end), n.label, n.score, "entities.model", n.place_kind)).collect()
}

/// Both lists in one, in order. Where two overlap, a longer name holds ("Euro 2016", "Good Friday Agreement"), else the measure.
fn merge(measures: Vec<Name>, names: Vec<Name>) -> Vec<Name> {
    let mut merged: Vec<Name> = Vec::with_capacity(measures.len() + names.len());
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
