//! From what the stages found to annotations and relations of the source text.

use std::collections::BTreeMap;

use crate::annotation::{Analysis, Annotation, Attributes, Layer, Relation, RelationKind, Value};
use crate::artifacts::Finding;
use crate::entities::Entities;
use crate::quotes::Quotation;
use crate::text::{Span, View, order};

/// Puts the results of all stages into one list over the source text. Names and quotations lie in `view`.
#[must_use]
pub(super) fn assemble(view: &View<'_>, entities: &Entities, quotations: &[Quotation], findings: Vec<Finding>) -> Analysis {
    let mut builder = Builder::new(view);
    // Room for all at once: growing would hold the list twice.
    builder.annotations.reserve_exact(entities.mentions.len() + 3 * quotations.len() + findings.len());
    builder.entities(entities);
    builder.quotations(quotations);
    builder.findings(findings);
    builder.finish()
}

struct Builder<'a> {
    view: &'a View<'a>,
    annotations: Vec<Annotation>,
    relations: Vec<Relation>,
    /// Cues and speakers that several quotations share, by layer and place.
    shared: BTreeMap<(Layer, Span), String>,
    counts: BTreeMap<&'static str, usize>,
}

impl<'a> Builder<'a> {
    fn new(view: &'a View<'a>) -> Self {
        Self { view, annotations: Vec::new(), relations: Vec::new(), shared: BTreeMap::new(), counts: BTreeMap::new() }
    }

    fn id(&mut self, prefix: &'static str) -> String {
        let count = self.counts.entry(prefix).or_default();
        *count += 1;
        format!("{prefix}{count}")
    }

    /// Adds an annotation at `span` of the view; what lies wholly in text that the source does not have is dropped.
    fn add(&mut self, layer: Layer, label: &str, span: Span, (rule, score): (&str, f32), attributes: Attributes) -> Option<String> {
        let span = self.view.to_source(span);
        if span.is_empty() {
            return None;
        }
        let id = self.id(layer.id_prefix());
        self.annotations.push(Annotation { attributes, ..Annotation::suggested(id.clone(), layer, label, span, (rule, score)) });
        Some(id)
    }

    fn entities(&mut self, entities: &Entities) {
        for mention in &entities.mentions {
            let mut attributes = Attributes::new();
            if let Some(entity) = entities.entities.get(mention.entity) {
                attributes.insert("entity".into(), format!("E{}", mention.entity + 1).into());
                attributes.insert("name".into(), entity.name.clone().into());
            }
            if let Some(value) = &mention.value {
                attributes.insert("value".into(), value.clone().into());
            }
            if let Some(kind) = mention.place_kind {
                attributes.insert("place_kind".into(), kind.as_str().into());
            }
            self.add(Layer::Entity, mention.label.as_str(), mention.span, (mention.rule, mention.score), attributes);
        }
    }

    fn quotations(&mut self, quotations: &[Quotation]) {
        for quotation in quotations {
            let mut attributes = Attributes::from([
                ("kind".into(), quotation.kind.as_str().into()),
                ("group".into(), format!("g{}", quotation.group + 1).into()),
                ("reason".into(), quotation.reason.clone().into()),
            ]);
            let view = self.view;
            attributes.quoted_mut().extend(quotation.quoted.iter().map(|s| view.to_source(*s)));
            let Some(id) = self.add(Layer::Quote, "QUOTE", quotation.span, (quotation.rule, quotation.score), attributes) else { continue };
            if let Some(cue) = quotation.cue {
                self.relate(&id, RelationKind::Cue, Layer::Cue, cue, quotation, Attributes::new());
            }
            if let Some(speaker) = &quotation.speaker {
                let mut attributes =
                    Attributes::from([("resolved".into(), speaker.resolved.clone().into()), ("source_type".into(), speaker.source_type.as_str().into())]);
                if let Some(entity) = speaker.entity {
                    attributes.insert("entity".into(), format!("E{}", entity + 1).into());
                }
                self.relate(&id, RelationKind::Speaker, Layer::Speaker, speaker.span, quotation, attributes);
            }
            if let Some(addressee) = quotation.addressee {
                let attributes = Attributes::from([("role".into(), "addressee".into())]);
                self.relate(&id, RelationKind::Addressee, Layer::Speaker, addressee, quotation, attributes);
            }
        }
    }

    /// Joins quotation `from` with the annotation at `span`, made here unless an earlier quotation made it.
    fn relate(&mut self, from: &str, kind: RelationKind, layer: Layer, span: Span, quotation: &Quotation, attributes: Attributes) {
        let to = match self.shared.get(&(layer, span)) {
            Some(id) => id.clone(),
            None => {
                let label = if layer == Layer::Cue { "CUE" } else { "SPEAKER" };
                let Some(id) = self.add(layer, label, span, (quotation.rule, quotation.score), attributes) else { return };
                self.shared.insert((layer, span), id.clone());
                id
            }
        };
        let id = self.id("r");
        self.relations.push(Relation { id, kind, from: from.to_owned(), to });
    }

    fn findings(&mut self, findings: Vec<Finding>) {
        for finding in findings {
            let fix = match finding.edits.as_slice() {
                [only] if only.span == finding.span => Value::Text(only.text.clone()),
                _ => Value::Null,
            };
            let attributes = Attributes::from([
                ("severity".into(), finding.severity.as_str().into()),
                ("message".into(), finding.message.into()),
                ("fix".into(), fix),
                ("certain".into(), finding.certain.into()),
                ("tier".into(), finding.tier.as_str().into()),
            ]);
            let id = self.id(Layer::Artifact.id_prefix());
            let found = Annotation::suggested(id, Layer::Artifact, finding.category.label(), finding.span, (finding.rule, finding.score));
            self.annotations.push(Annotation { parts: finding.parts, edits: finding.edits, attributes, ..found });
        }
    }

    fn finish(mut self) -> Analysis {
        order::sort_by(&mut self.annotations, |a| order::outer_first(a.span, a.layer as u8));
        Analysis { annotations: self.annotations, relations: self.relations }
    }
}
