//! The way of the data, from text to annotations.

use crate::annotation::{Annotation, Relation, assemble};
use crate::artifacts::{self, Finding};
use crate::entities::{self, Entities};
use crate::quotes::{self, Quotation};
use crate::text::{Document, View};

/// What one text holds. A pure function of the text, the models and the layers asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// In order of their place in the source text; spans are bytes of it.
    pub annotations: Vec<Annotation>,
    /// Between annotations of this analysis.
    pub relations: Vec<Relation>,
}

/// The trained models and word lists that the engine reads with. Each may be missing: the engine then does without.
#[derive(Clone, Debug, Default)]
pub struct Models {}

/// Which layers to compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layers {
    /// People, places, organisations, times, amounts.
    pub entity: bool,
    /// Quotations with cue and speaker.
    pub quote: bool,
    /// Damage.
    pub artifact: bool,
}

impl Layers {
    /// All of them.
    pub const ALL: Layers = Layers { entity: true, quote: true, artifact: true };
}

impl Default for Layers {
    fn default() -> Self {
        Layers::ALL
    }
}

/// Finds everything that the asked layers cover in `text`. Never fails: any text has an analysis.
#[must_use]
pub fn analyse(text: &str, models: &Models, layers: Layers) -> Analysis {
    let document = Document::new(text);
    let mut findings: Vec<Finding> = artifacts::mechanical(&document);
    let view = View::through(&document, artifacts::readable_through(&findings));
    let entities = if layers.entity || layers.quote || layers.artifact { entities::recognise(&view, models) } else { Entities::default() };
    let quotations: Vec<Quotation> = if layers.quote || layers.artifact { quotes::find(&view, &entities) } else { Vec::new() };
    if layers.artifact {
        artifacts::contextual(&artifacts::Context { document: &document, view: &view, entities: &entities, quotations: &quotations, models }, &mut findings);
    } else {
        findings.clear();
    }
    let entities_asked = if layers.entity { &entities } else { &Entities::default() };
    let quotations_asked: &[Quotation] = if layers.quote { &quotations } else { &[] };
    assemble(&view, entities_asked, quotations_asked, findings)
}
