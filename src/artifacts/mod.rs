//! Corruption artifacts: found, explained, and repaired where the repair is certain.

use crate::Models;
use crate::entities::Entities;
use crate::quotes::Quotation;
use crate::text::{Document, Replacement, Span, View};

/// How much a finding matters to somebody who wants to quote the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A matter of style or layout.
    Info,
    /// Disturbs reading.
    Low,
    /// Changes how the text reads or is processed.
    Medium,
    /// Words are lost or wrong.
    High,
    /// A fact or a quotation is wrong.
    Critical,
}

impl Severity {
    /// The name in files: "low".
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Low => "low",
            Severity::Medium => "medium",
            Severity::High => "high",
            Severity::Critical => "critical",
        }
    }
}

/// How much a finding may be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tier {
    /// Precise enough to count and to repair.
    Finding,
    /// Worth a look; never repaired unasked.
    Hint,
}

impl Tier {
    /// The name in files: "finding".
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Tier::Finding => "finding",
            Tier::Hint => "hint",
        }
    }
}

/// One artifact.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where, in bytes of the source; the whole text for a verdict on the document.
    pub span: Span,
    /// Its places where one finding stands for several; empty otherwise. They lie in `span`, in order.
    pub parts: Vec<Span>,
    /// `family.code`, as in `space.before_punct`.
    pub category: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// How far to rely on it.
    pub tier: Tier,
    /// What is wrong, in one sentence with the evidence.
    pub message: String,
    /// The repair, in places of the source; empty where there is none.
    pub edits: Vec<Replacement>,
    /// True where the repair is certain: `galley repair` applies it, and later stages read through it.
    pub certain: bool,
    /// The rule that found it, such as `artifacts.space.before_punct`.
    pub rule: &'static str,
    /// How sure, from 0 to 1.
    pub score: f32,
}

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
    /// Trained models and word lists.
    pub models: &'a Models,
}

/// Finds what can be seen in the characters alone.
#[must_use]
pub fn mechanical(document: &Document<'_>) -> Vec<Finding> {
    let _ = document;
    Vec::new()
}

/// The repairs through which the later stages read the text.
#[must_use]
pub fn readable_through(findings: &[Finding]) -> Vec<Replacement> {
    findings.iter().filter(|f| f.certain).flat_map(|f| f.edits.iter().cloned()).collect()
}

/// Adds what needs the names and quotations to `findings`, and puts all of them in order.
pub fn contextual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let _ = context;
    findings.extend([]);
    findings.sort_by_key(|f| (f.span.start(), std::cmp::Reverse(f.span.end()), f.category));
}
