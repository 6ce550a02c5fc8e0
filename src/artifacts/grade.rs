//! How much a finding matters, and how far to rely on it.

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
    /// No damage: what a piece of the article is, where it is no running text.
    Structure,
}

impl Tier {
    /// The name in files: "finding".
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Tier::Finding => "finding",
            Tier::Hint => "hint",
            Tier::Structure => "structure",
        }
    }
}
