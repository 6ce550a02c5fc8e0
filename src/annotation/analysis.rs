//! What is found in one text.

use super::{Annotation, Relation};

/// What one text holds. A pure function of the text, the models and the layers asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// In order of their place in the source text; spans are bytes of it.
    pub annotations: Vec<Annotation>,
    /// Between annotations of this analysis.
    pub relations: Vec<Relation>,
}
