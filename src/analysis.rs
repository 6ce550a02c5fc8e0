//! The way of the data, from text to annotations.

use std::sync::Arc;

use crate::annotation::{Annotation, Relation, assemble};
use crate::artifacts::coref::DamageModel;
use crate::artifacts::spelling::Dictionary;
use crate::artifacts::{self, Finding, Overwriting};
use crate::entities::model::EntityModel;
use crate::entities::{self, Entities};
use crate::quotes::{self, Quotation};
use crate::text::{Document, Layout, View, ViewParts};

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
pub struct Models {
    /// Which names and phrases were written over other words.
    pub damage: Option<Arc<DamageModel>>,
    /// The words of English; without it nothing is said of spelling.
    pub dictionary: Option<Arc<Dictionary>>,
    /// The recogniser of names; `models/entities.bin`. Without it names are found by short lists and context alone.
    pub entities: Option<Arc<EntityModel>>,
}

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
    let mut work = Work::new(layers);
    loop {
        if let Some(analysis) = work.step(text, models) {
            return analysis;
        }
    }
}

/// The work of one analysis, one stage at a time: whoever shares its thread can do other things in between.
#[derive(Debug)]
pub(crate) struct Work {
    layers: Layers,
    /// The stage that comes next.
    stage: Stage,
    layout: Layout,
    view: ViewParts,
    findings: Vec<Finding>,
    overwriting: Option<Overwriting>,
    entities: Entities,
    quotations: Vec<Quotation>,
}

/// The stages, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Layout,
    Mechanical,
    View,
    Entities,
    Quotes,
    Contextual,
    Assemble,
}

impl Work {
    /// Nothing done yet.
    pub(crate) fn new(layers: Layers) -> Self {
        Self {
            layers,
            stage: Stage::Layout,
            layout: Layout::default(),
            view: ViewParts::default(),
            findings: Vec::new(),
            overwriting: None,
            entities: Entities::default(),
            quotations: Vec::new(),
        }
    }

    /// Does the next stage; the last one gives the analysis. `text` and `models` must be the same at every step.
    pub(crate) fn step(&mut self, text: &str, models: &Models) -> Option<Analysis> {
        let layers = self.layers;
        let document = match self.stage {
            Stage::Layout => Document::new(text),
            _ => Document::with_layout(text, std::mem::take(&mut self.layout)),
        };
        let mut view = View::with(&document, std::mem::take(&mut self.view));
        let mut analysis = None;
        self.stage = match self.stage {
            Stage::Layout => Stage::Mechanical,
            Stage::Mechanical => {
                self.findings = artifacts::mechanical(&document);
                Stage::View
            }
            Stage::View => {
                self.overwriting = Overwriting::of(&document, models, &self.findings);
                view = View::through(&document, artifacts::readable_through(self.overwriting.as_ref(), &self.findings));
                Stage::Entities
            }
            Stage::Entities => {
                if layers.entity || layers.quote || layers.artifact {
                    self.entities = entities::recognise(&view, models);
                }
                Stage::Quotes
            }
            Stage::Quotes => {
                if layers.quote || layers.artifact {
                    self.quotations = quotes::find(&view, &self.entities);
                }
                Stage::Contextual
            }
            Stage::Contextual => {
                if layers.artifact {
                    let (entities, quotations, overwriting) = (&self.entities, self.quotations.as_slice(), self.overwriting.as_ref());
                    let context = artifacts::Context { document: &document, view: &view, entities, quotations, overwriting, models };
                    artifacts::contextual(&context, &mut self.findings);
                } else {
                    self.findings.clear();
                }
                Stage::Assemble
            }
            Stage::Assemble => {
                let entities = if layers.entity { std::mem::take(&mut self.entities) } else { Entities::default() };
                let quotations = if layers.quote { std::mem::take(&mut self.quotations) } else { Vec::new() };
                analysis = Some(assemble(&view, &entities, &quotations, std::mem::take(&mut self.findings)));
                Stage::Layout
            }
        };
        self.view = view.into_parts();
        self.layout = document.into_layout();
        analysis
    }
}
