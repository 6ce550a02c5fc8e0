//! What is found: a quotation, its kind, who said it.

use crate::text::Span;

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
    /// The entity it was resolved to: an index into [`Entities::entities`](crate::entities::Entities::entities).
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
