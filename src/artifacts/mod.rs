//! Corruption artifacts: found, explained, and repaired where the repair is certain.
//!
//! Two stages. The *mechanical* detectors read the characters and tokens of the source ([`Page`]); their certain repairs
//! make the [`View`] that names and quotations are read from. The *contextual* ones read that view, the names, the
//! quotations and the models ([`Context`]). Both yield [`Finding`]s in bytes of the source. [`registry`] lists the
//! detectors, [`catalogue`] the categories with their plain words, and [`settle`] gathers what is equal.
//!
//! A repair of stage one that is certain must not change a word: the reader of the view is to see what was written.

mod catalogue;
pub mod coref;
mod duplicates;
mod encoding;
mod finding;
mod grammar;
mod marks;
mod markup;
mod numbers;
mod page;
mod registry;
mod settle;
mod spacing;
pub mod spelling;
mod structure;
mod style;
#[cfg(test)]
mod testing;
mod verbatim;
mod words;

use crate::Models;
use crate::entities::Entities;
use crate::quotes::Quotation;
use crate::text::{Document, Replacement, Span, View};

pub use catalogue::{Category, catalogue, category, family_title};
pub use coref::Overwriting;
pub use finding::{Finding, Severity, Tier};
pub use page::Page;

/// What a detector that needs names and quotations may read.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The source.
    pub document: &'a Document<'a>,
    /// What names and quotations were read from; their spans are bytes of it.
    pub view: &'a View<'a>,
    /// The names.
    pub entities: &'a Entities,
    /// The quotations.
    pub quotations: &'a [Quotation],
    /// What the view leaves out because it was written over other words.
    pub overwriting: Option<&'a Overwriting>,
    /// Trained models and word lists.
    pub models: &'a Models,
}

impl Context<'_> {
    /// A finding of `label` at `span` of the view, placed in the source.
    #[must_use]
    pub fn finding(&self, label: &'static str, span: Span, message: impl Into<String>) -> Finding {
        Finding::new(label, self.view.to_source(span), message)
    }

    /// A replacement at `span` of the view, placed in the source.
    #[must_use]
    pub fn replacement(&self, span: Span, text: impl Into<String>) -> Replacement {
        Replacement { span: self.view.to_source(span), text: text.into() }
    }

    /// The span of the whole source.
    #[must_use]
    pub fn whole(&self) -> Span {
        Span::new(0, self.document.text().len())
    }
}

/// Finds what can be seen in the characters alone.
#[must_use]
pub fn mechanical(document: &Document<'_>) -> Vec<Finding> {
    let page = Page::of(document);
    let mut findings = Vec::new();
    for detector in registry::MECHANICAL {
        detector(&page, &mut findings);
    }
    findings
}

/// What the later stages read instead of what stands there: the certain repairs of the mechanical `findings`, and nothing
/// where a name was written over other words, so that only the names that survived are read.
#[must_use]
pub fn readable_through(overwriting: Option<&Overwriting>, findings: &[Finding]) -> Vec<Replacement> {
    let overwritten = overwriting.into_iter().flat_map(Overwriting::unread).map(|span| Replacement { span, text: String::new() });
    overwritten.chain(certain_repairs(findings)).collect()
}

/// The repairs of `findings` that are certain.
pub fn certain_repairs(findings: &[Finding]) -> impl Iterator<Item = Replacement> {
    findings.iter().filter(|f| f.certain).flat_map(|f| f.edits.iter().cloned())
}

/// Adds what needs the names and quotations to `findings`, and puts all of them in order.
pub fn contextual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for detector in registry::CONTEXTUAL {
        detector(context, findings);
    }
    settle::settle(context.document, findings);
}
