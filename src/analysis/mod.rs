//! The way of the data, from text to annotations.

mod assemble;

use std::ops::ControlFlow;

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
    stage: Stage,
}

/// The stage that comes next, with what those before it have left for it, in order.
#[derive(Debug)]
enum Stage {
    Layout,
    Mechanical { layout: Layout },
    Furniture { layout: Layout, findings: Vec<Finding> },
    View { layout: Layout, findings: Vec<Finding>, furniture: Furniture },
    Entities(Reading),
    Quotes(Reading, Entities),
    Contextual(Reading, Entities, Vec<Quotation>),
    Assemble { view: ViewParts, findings: Vec<Finding>, entities: Entities, quotations: Vec<Quotation> },
}

/// How a text is read, and what was found before its names.
#[derive(Debug)]
struct Reading {
    pages: Pages,
    findings: Vec<Finding>,
    overwriting: Option<Overwriting>,
    furniture: Furniture,
}

/// A document and the view of it, without the text that both borrow.
#[derive(Debug)]
struct Pages {
    layout: Layout,
    view: ViewParts,
}

impl Pages {
    /// Opens the document and its view, of `text`, for `read`.
    fn open<R>(&mut self, text: &str, read: impl FnOnce(&Document<'_>, &View<'_>) -> R) -> R {
        let document = Document::with_layout(text, std::mem::take(&mut self.layout));
        let view = View::with(&document, std::mem::take(&mut self.view));
        let result = read(&document, &view);
        self.view = view.into_parts();
        self.layout = document.into_layout();
        result
    }
}

impl Work {
    /// Nothing done yet.
    pub(crate) fn new(layers: Layers) -> Self {
        Self { layers, stage: Stage::Layout }
    }

    /// Does the next stage; the last one gives the analysis, and what follows it begins anew. `text` and `models` must be the same
    /// at every step.
    pub(crate) fn step(&mut self, text: &str, models: &Models) -> Option<Analysis> {
        match std::mem::replace(&mut self.stage, Stage::Layout).run(text, models, self.layers) {
            ControlFlow::Continue(next) => {
                self.stage = next;
                None
            }
            ControlFlow::Break(analysis) => Some(analysis),
        }
    }
}

impl Stage {
    /// Does this stage and gives the next one, or the analysis.
    fn run(self, text: &str, models: &Models, layers: Layers) -> ControlFlow<Analysis, Stage> {
        ControlFlow::Continue(match self {
            Stage::Layout => Stage::Mechanical { layout: Layout::of(text) },
            Stage::Mechanical { layout } => {
                let document = Document::with_layout(text, layout);
                let findings = artifacts::mechanical_with(&document, models.dictionary.as_deref());
                Stage::Furniture { layout: document.into_layout(), findings }
            }
            Stage::Furniture { layout, findings } => {
                let document = Document::with_layout(text, layout);
                let mut furniture = Furniture::of(&document, models.furniture.as_deref());
                furniture.leave_running_heads(&findings);
                Stage::View { layout: document.into_layout(), findings, furniture }
            }
            Stage::View { layout, mut findings, furniture } => {
                let mut left_out: Vec<Replacement> = furniture.read_without(text).into_iter().collect();
                left_out.extend(unicode_hyphens(text));
                let document = Document::with_layout(text, layout);
                let (view, overwriting) = artifacts::read(&document, models.damage.as_deref(), &mut findings, left_out);
                let view = view.into_parts();
                Stage::Entities(Reading { pages: Pages { layout: document.into_layout(), view }, findings, overwriting, furniture })
            }
            Stage::Entities(mut reading) => {
                let entities = if layers.entity || layers.quote || layers.artifact {
                    reading.pages.open(text, |_, view| entities::recognise(view, models.entities.as_deref()))
                } else {
                    Entities::default()
                };
                Stage::Quotes(reading, entities)
            }
            Stage::Quotes(mut reading, entities) => {
                let mut quotations = Vec::new();
                if layers.quote || layers.artifact {
                    reading.pages.open(text, |_, view| {
                        quotations = quotes::find(view, &entities);
                        reading.furniture.disown(view, &mut quotations);
                    });
                }
                Stage::Contextual(reading, entities, quotations)
            }
            Stage::Contextual(reading, entities, quotations) => {
                let Reading { mut pages, mut findings, overwriting, furniture } = reading;
                if layers.artifact {
                    pages.open(text, |document, view| {
                        let (entities, quotations, overwriting, furniture) = (&entities, quotations.as_slice(), overwriting.as_ref(), &furniture);
                        let dictionary = models.dictionary.as_deref();
                        artifacts::contextual(&artifacts::Context { document, view, entities, quotations, overwriting, furniture, dictionary }, &mut findings);
                    });
                } else {
                    findings.clear();
                }
                // The last stage maps places and reads no token; on a long text the tokens are a good part of what is held.
                pages.view.forget_layout();
                Stage::Assemble { view: pages.view, findings, entities, quotations }
            }
            Stage::Assemble { view, findings, entities, quotations } => {
                let document = Document::with_layout(text, Layout::default());
                let entities = if layers.entity { entities } else { Entities::default() };
                let quotations = if layers.quote { quotations } else { Vec::new() };
                return ControlFlow::Break(assemble(&View::with(&document, view), &entities, &quotations, findings));
            }
        })
    }
}
