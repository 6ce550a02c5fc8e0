//! What a detector yields.

use crate::text::{Replacement, Span};

use super::catalogue::Category;
use super::grade::{Severity, Tier};

/// One artifact.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where, in bytes of the source; the whole text for a verdict on the document.
    pub span: Span,
    /// Its places where one finding stands for several; empty otherwise. They lie in `span`, in order.
    pub parts: Vec<Span>,
    /// What kind of damage.
    pub category: Category,
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
    /// What a repair of the whole span must keep at its start and end, where the view reads less than the source's span there.
    pub(super) kept: Option<Box<(String, String)>>,
}

impl Finding {
    /// A finding of `category` at `span` of the source, with the severity and tier that the catalogue gives it.
    #[must_use]
    pub fn new(category: Category, span: Span, message: impl Into<String>) -> Self {
        Finding {
            span,
            parts: Vec::new(),
            category,
            severity: category.severity(),
            tier: category.tier(),
            message: message.into(),
            edits: Vec::new(),
            certain: false,
            rule: category.rule(),
            score: if category.tier() == Tier::Hint { 0.5 } else { 0.9 },
            kept: None,
        }
    }

    /// With a repair to propose: `text` in place of the whole span.
    #[must_use]
    pub fn propose(self, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if let Some((before, after)) = self.kept.as_deref() {
            text = format!("{before}{text}{after}");
        }
        let edit = Replacement { span: self.span, text };
        self.propose_edits(vec![edit])
    }

    /// With a repair to propose, as edits of the source.
    #[must_use]
    pub fn propose_edits(mut self, edits: Vec<Replacement>) -> Self {
        self.edits = edits;
        self
    }

    /// With a certain repair: `text` in place of the whole span.
    #[must_use]
    pub fn repair(self, text: impl Into<String>) -> Self {
        let mut finding = self.propose(text);
        finding.certain = true;
        finding
    }

    /// With a certain repair, as edits of the source.
    #[must_use]
    pub fn repair_edits(self, edits: Vec<Replacement>) -> Self {
        let mut finding = self.propose_edits(edits);
        finding.certain = true;
        finding
    }

    /// With several places; `span` then covers them all.
    #[must_use]
    pub fn with_parts(mut self, parts: Vec<Span>) -> Self {
        if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
            self.span = first.cover(*last);
        }
        self.parts = parts;
        self
    }

    /// With another severity than the catalogue's.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// With another score.
    #[must_use]
    pub fn with_score(mut self, score: f32) -> Self {
        self.score = score;
        self
    }

    /// As a hint.
    #[must_use]
    pub fn hint(mut self) -> Self {
        self.tier = Tier::Hint;
        self.certain = false;
        self.score = self.score.min(0.5);
        self
    }
}
