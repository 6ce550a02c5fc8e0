//! The way of the data, from text to annotations.

mod assemble;

use crate::annotation::Analysis;
use crate::artifacts::{self, Finding, Furniture, Overwriting};
use crate::entities::{self, Entities};
use crate::models::Models;
use crate::quotes::{self, Quotation};
use crate::text::{Document, Layout, Replacement, View, ViewParts, unicode_hyphens};

use assemble::assemble;

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
    furniture: Furniture,
    entities: Entities,
    quotations: Vec<Quotation>,
}

/// The stages, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Layout,
    Mechanical,
    Furniture,
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
            furniture: Furniture::default(),
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
                self.findings = artifacts::mechanical_with(&document, models.dictionary.as_deref());
                Stage::Furniture
            }
            Stage::Furniture => {
                self.furniture = Furniture::of(&document, models.furniture.as_deref());
                Stage::View
            }
            Stage::View => {
                let mut left_out: Vec<Replacement> = self.furniture.read_without(text).into_iter().collect();
                left_out.extend(unicode_hyphens(text));
                (view, self.overwriting) = artifacts::read(&document, models.damage.as_deref(), &mut self.findings, left_out);
                Stage::Entities
            }
            Stage::Entities => {
                if layers.entity || layers.quote || layers.artifact {
                    self.entities = entities::recognise(&view, models.entities.as_deref());
                }
                Stage::Quotes
            }
            Stage::Quotes => {
                if layers.quote || layers.artifact {
                    self.quotations = quotes::find(&view, &self.entities);
                    self.furniture.disown(&view, &mut self.quotations);
                }
                Stage::Contextual
            }
            Stage::Contextual => {
                if layers.artifact {
                    let (entities, quotations, overwriting) = (&self.entities, self.quotations.as_slice(), self.overwriting.as_ref());
                    let furniture = &self.furniture;
                    let dictionary = models.dictionary.as_deref();
                    let context = artifacts::Context { document: &document, view: &view, entities, quotations, overwriting, furniture, dictionary };
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
        if self.stage == Stage::Assemble {
            // The last stage maps places and reads no token; on a long text the tokens are a good part of what is held.
            self.layout = Layout::default();
            self.view.forget_layout();
        }
        analysis
    }
}
