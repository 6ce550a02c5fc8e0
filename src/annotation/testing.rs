//! What the tests of this folder are made of.

use super::{Annotation, Attributes, Layer, Origin, Status};
use crate::text::Span;

/// A suggestion.
pub(super) fn annotation(id: &str, layer: Layer, label: &str, span: Span) -> Annotation {
    Annotation {
        id: id.into(),
        layer,
        label: label.into(),
        span,
        parts: Vec::new(),
        attributes: Attributes::new(),
        edits: Vec::new(),
        origin: Origin::Auto,
        rule: "test.rule".into(),
        score: 0.8,
        status: Status::Suggested,
    }
}
