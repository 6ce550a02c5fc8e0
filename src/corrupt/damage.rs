//! What ruining an article gives.

use crate::text::Span;

/// One damaged place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// In bytes of the ruined text.
    pub span: Span,
    /// The category that a detector should give it.
    pub category: &'static str,
    /// False where nobody could see it in the ruined text ("Ortiz" for "Ms. Ortiz").
    pub visible: bool,
    /// What stood there.
    pub original: String,
}

/// A ruined article with its damaged places, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrupted {
    /// The ruined text.
    pub text: String,
    /// What is wrong with it.
    pub damage: Vec<Damage>,
}
