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

mod clause;
mod complement;
mod cues;
mod draft;
mod frames;
mod idioms;
mod kind;
mod labels;
mod lexicon;
mod marks;
mod pairing;
mod phrase;
mod reason;
mod report;
mod resolution;
mod source_key;
mod surnames;
mod units;

#[cfg(test)]
mod tests;

pub use draft::Candidate;
pub use frames::log_odds;
pub use report::SIGNS;
pub use source_key::source_key;

use crate::entities::Entities;
use crate::text::{Span, View};

/// The kinds of quotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// Words between marks that somebody said or wrote.
    Direct,
    /// A reported clause without marks.
    Indirect,
    /// A reported clause with marked words in it.
    Mixed,
    /// A word that the writer keeps at arm's length, or mentions as a word.
    Scare,
    /// The title of a work.
    Title,
}

impl QuoteKind {
    /// The name in files: "direct".
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Indirect => "indirect",
            QuoteKind::Mixed => "mixed",
            QuoteKind::Scare => "scare",
            QuoteKind::Title => "title",
        }
    }
}

/// What a source of words is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceType {
    /// A person with a name.
    Named,
    /// One person without a name: "a source", "a spokeswoman".
    Anonymous,
    /// Several: "officials", "two people".
    Collective,
    /// An agency, company or paper.
    Organisation,
    /// A statement, letter or report.
    Document,
}

impl SourceType {
    /// The name in files: "anonymous".
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            SourceType::Named => "named",
            SourceType::Anonymous => "anonymous",
            SourceType::Collective => "collective",
            SourceType::Organisation => "organisation",
            SourceType::Document => "document",
        }
    }
}

/// Who said it.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The words that name the source, with title and determiner, in bytes of the view.
    pub span: Span,
    /// The fullest name that the document gives the source; `None` where it has none.
    pub resolved: Option<String>,
    /// The entity it was resolved to: an index into [`Entities::entities`].
    pub entity: Option<usize>,
    /// What it is.
    pub source_type: SourceType,
}

/// One quotation: one contiguous utterance, or one piece of an interrupted one.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// In bytes of the view. Direct, scare and title include their marks; mixed is the whole reported clause;
    /// indirect is the reported clause with its "that", without the final stop.
    pub span: Span,
    /// Its kind.
    pub kind: QuoteKind,
    /// Pieces of one utterance share it.
    pub group: usize,
    /// For mixed: the marked parts, marks included, in order.
    pub quoted: Vec<Span>,
    /// The verb or phrase that reports it.
    pub cue: Option<Span>,
    /// Who said it, where that is known.
    pub speaker: Option<Speaker>,
    /// To whom.
    pub addressee: Option<Span>,
    /// The rule that found it or its speaker, such as `quotes.said_after`.
    pub rule: &'static str,
    /// Why, in words that a person can check.
    pub reason: String,
    /// How sure, from 0 to 1.
    pub score: f32,
}

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
