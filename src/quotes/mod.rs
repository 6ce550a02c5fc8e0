//! Quotations: where they are, what kind, and who said them.
//!
//! The way from text to [`Quotation`]s, one module a step:
//!
//! 1. `marks` reads which characters are quotation marks at all and which way each may face; `pairing` pairs them at the
//!    least cost, paragraph by paragraph, so that a stray mark never shifts what follows.
//! 2. `units` turns a paragraph into words and punctuation with each marked stretch as one unit: cues and speakers are
//!    looked for outside the marks only; `idioms` reads "put it" as a cue.
//! 3. `report` finds every verb of speech (`cues`, `lexicon`) with its subject, addressee and content; `phrase` reads noun
//!    phrases and adverbials for it without a parser; `clause` says where a reported clause starts and ends; `complement` reads
//!    what a verb takes beside it, and `frames` has the verbs that report something by that alone ("vowed to leave").
//! 4. `draft` runs the passes in order of certainty, one file each: reports, labels and signatures (`labels`, `surnames`), unlisted
//!    and distant verbs beside a mark, what the paragraph before announced, continued and floating quotations, what is left;
//!    `kind` tells scare quotes, words as words and titles apart.
//! 5. `resolution` finds out who a source is; `reason` says why, in words that a person can check.
//!
//! What a page needs: [`Quotation::kind`], [`Quotation::speaker`] (the words, the full name, what it is), [`Quotation::cue`],
//! [`Quotation::addressee`], [`Quotation::reason`], [`Quotation::score`]; pieces of one utterance share
//! [`Quotation::group`]. A quotation without a speaker counts as unattributed; scare quotes and titles are nobody's words.

mod basis;
mod clause;
mod complement;
mod costs;
mod cues;
mod draft;
mod form;
mod frame;
mod frames;
mod idioms;
mod kind;
mod labels;
mod lexicon;
mod lost;
mod marks;
mod pairing;
mod phrase;
mod put_it;
mod quotation;
mod reason;
mod report;
mod resolution;
mod row;
mod source_key;
mod surnames;
mod unit;
mod units;
mod wording;

#[cfg(test)]
mod tests;

pub use draft::Candidate;
pub use frames::{Signs, log_odds};
pub use quotation::{Quotation, QuoteKind, SourceType, Speaker};
pub use report::SIGNS;
pub use source_key::source_key;

use crate::entities::Entities;
use crate::text::View;

/// Finds the quotations that `view` shows, in order of place.
#[must_use]
pub fn find(view: &View<'_>, entities: &Entities) -> Vec<Quotation> {
    let (text, layout) = (view.text(), view.layout());
    let marked = pairing::pair(text, layout);
    let surnames = surnames::Surnames::of(entities);
    let drafts = draft::drafts(text, layout, &marked, &surnames);
    resolution::resolve(text, layout, &marked, drafts, entities, &surnames)
}

/// The uses of verbs in `view` that may report something by their frame alone: what `galley train frames` counts.
#[must_use]
pub fn candidates(view: &View<'_>) -> Vec<Candidate> {
    let (text, layout) = (view.text(), view.layout());
    draft::candidates(text, layout, &pairing::pair(text, layout))
}
