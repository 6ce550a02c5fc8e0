//! Corruption artifacts: found, explained, and repaired where the repair is certain.
//!
//! Two stages. The *mechanical* detectors read the characters and tokens of the source ([`Page`]); their certain repairs
//! make the [`View`] that names and quotations are read from. The *contextual* ones read that view, the names, the
//! quotations and the models ([`Context`]). Both yield [`Finding`]s in bytes of the source. [`registry`] lists the
//! detectors, [`catalogue`] the categories with their plain words, and [`settle`] gathers what is equal.
//!
//! A repair of stage one that is certain must not change a word: the reader of the view is to see what was written.

mod catalogue;
mod certain;
mod context;
mod contractions;
pub mod coref;
mod duplicates;
pub(crate) mod encoding;
mod finding;
mod furniture;
mod grade;
mod grammar;
mod marks;
mod markup;
mod numbers;
mod page;
mod registry;
mod running_heads;
mod seams;
mod settle;
mod spacing;
pub mod spelling;
mod structure;
mod style;
#[cfg(test)]
mod testing;
mod verbatim;
mod words;

use coref::DamageModel;

use crate::text::{Document, Replacement, View};

pub use catalogue::{Category, Family};
pub use context::Context;
pub use coref::Overwriting;
pub use finding::Finding;
pub use furniture::{Furniture, Run};
pub use grade::{Severity, Tier};
pub use page::Page;

/// Finds what can be seen in the characters alone.
#[must_use]
pub fn mechanical(document: &Document<'_>) -> Vec<Finding> {
    mechanical_with(document, None)
}

/// The same where a dictionary may be at hand: words that a printed line divided are told from hyphenated ones by it.
#[must_use]
pub fn mechanical_with(document: &Document<'_>, dictionary: Option<&spelling::Dictionary>) -> Vec<Finding> {
    let page = Page::of(document, dictionary);
    let mut findings = Vec::new();
    for detector in registry::MECHANICAL {
        detector(&page, &mut findings);
    }
    certain::keep_from_notations(document.text(), &mut findings);
    findings
}

/// How the later stages read `document`: through the certain repairs of its mechanical `findings`, and past the names that
/// were written over other words, so that only those that survived are read.
/// `left_out` is what is to be read past besides: the furniture of a page.
#[must_use]
pub fn read<'d>(
    document: &'d Document<'_>,
    model: Option<&DamageModel>,
    findings: &mut [Finding],
    left_out: Vec<Replacement>,
) -> (View<'d>, Option<Overwriting>) {
    let view = View::through(document, certain_repairs(findings).collect());
    let overwriting = Overwriting::of(&view, model);
    if let Some(overwriting) = &overwriting {
        certain::keep_from_overwritten(document.text(), overwriting, findings);
    } else if left_out.is_empty() {
        return (view, None);
    }
    let unread = overwriting.iter().flat_map(Overwriting::unread).map(|span| Replacement { span, text: String::new() });
    (View::through(document, unread.chain(certain_repairs(findings)).chain(left_out).collect()), overwriting)
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
    certain::hold_back(context, findings);
    settle::settle(context.document, findings);
}
