//! What comes out: mentions, and the entities that they mention.

use super::label::{EntityLabel, Gender, PlaceKind};
use crate::text::Span;

/// One mention of an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// In bytes of the view; a title before a person and a possessive ending are outside.
    pub span: Span,
    /// Its class.
    pub label: EntityLabel,
    /// The entity that it mentions: an index into [`Entities::entities`].
    pub entity: usize,
    /// How sure, from 0 to 1.
    pub score: f32,
    /// The rule or model that found it, such as `entities.date`.
    pub rule: &'static str,
    /// What it means where that is certain: an ISO date, a number with its currency, a share.
    pub value: Option<String>,
    /// For a LOC, where it is known.
    pub place_kind: Option<PlaceKind>,
}

/// One entity of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The label that its mentions share.
    pub label: EntityLabel,
    /// Its fullest name in the document.
    pub name: String,
    /// For a PERSON, where first name, title or pronouns show it.
    pub gender: Option<Gender>,
}

/// All entities of a document with their mentions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entities {
    /// In order; they do not overlap.
    pub mentions: Vec<Mention>,
    /// In order of first mention.
    pub entities: Vec<Entity>,
}

impl Entities {
    /// The mentions that overlap `span` of the view, in order.
    #[must_use]
    pub fn mentions_in(&self, span: Span) -> &[Mention] {
        let first = self.mentions.partition_point(|m| m.span.end() <= span.start());
        let last = self.mentions.partition_point(|m| m.span.start() < span.end());
        &self.mentions[first..last.max(first)]
    }
}
