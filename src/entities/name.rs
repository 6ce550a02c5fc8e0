//! A name, a date or an amount on its way through the passes.

use std::ops::Range;

use super::label::{EntityLabel, PlaceKind};
use super::reading::Reading;
use crate::text::Span;

/// A name that is at least this sure speaks for others.
pub(super) const CLEAR: f32 = 0.7;

/// A name, a date or an amount before it is known which entity it mentions.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Name {
    /// In bytes of the view. It may end inside its last token ("World War I", where "I." is one), or begin inside its first.
    pub(super) span: Span,
    pub(super) label: EntityLabel,
    /// How sure, from 0 to 1.
    pub(super) score: f32,
    /// The rule or model that found it last.
    pub(super) rule: &'static str,
    /// What it means where that is certain: an ISO date, a number with its currency, a share.
    pub(super) value: Option<String>,
    /// For a LOC, where it is known.
    pub(super) place_kind: Option<PlaceKind>,
}

impl Name {
    /// A name without a value.
    pub(super) fn new(span: Span, label: EntityLabel, score: f32, rule: &'static str, place_kind: Option<PlaceKind>) -> Self {
        Name { span, label, score, rule, value: None, place_kind }
    }

    /// Its tokens.
    pub(super) fn tokens(&self, r: &Reading<'_>) -> Range<usize> {
        r.layout.tokens_in(self.span)
    }
}
