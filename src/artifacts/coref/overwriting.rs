//! What is known of a document that was overwritten.

use crate::artifacts::{Category, Finding, Tier};
use crate::text::Span;

/// What is known of a document on which the verdict falls. It is looked for once: the view leaves the places out, and the
/// findings tell of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Overwriting {
    /// The verdict's sentence.
    pub(super) verdict: String,
    /// The damaged places, in bytes of the source.
    pub(super) places: Vec<Finding>,
}

impl Overwriting {
    /// The places where a name was written over other words: what stands there was not written by the author, so neither
    /// names nor speakers are read there.
    pub fn unread(&self) -> impl Iterator<Item = Span> {
        self.places.iter().filter(|f| f.tier == Tier::Finding && f.category != Category::CorefLostPossessive).map(|f| f.span)
    }
}
