//! Named entities: recognised, classified, and linked within one document.

use crate::Models;
use crate::text::{Span, View};

/// The classes of entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityLabel {
    /// A person, without title.
    Person,
    /// A company, agency, party, team, court, newspaper.
    Org,
    /// A country, city, region, natural place or facility.
    Loc,
    /// A nationality, religious or political group.
    Norp,
    /// A day or anything longer.
    Date,
    /// A part of a day.
    Time,
    /// An amount of money with its currency.
    Money,
    /// A percentage.
    Percent,
    /// An event, work, law or product.
    Misc,
}

impl EntityLabel {
    /// Every label, in the order in which lists show them.
    pub const ALL: [EntityLabel; 9] = [
        EntityLabel::Person,
        EntityLabel::Org,
        EntityLabel::Loc,
        EntityLabel::Norp,
        EntityLabel::Date,
        EntityLabel::Time,
        EntityLabel::Money,
        EntityLabel::Percent,
        EntityLabel::Misc,
    ];

    /// The name in files: "PERSON".
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            EntityLabel::Person => "PERSON",
            EntityLabel::Org => "ORG",
            EntityLabel::Loc => "LOC",
            EntityLabel::Norp => "NORP",
            EntityLabel::Date => "DATE",
            EntityLabel::Time => "TIME",
            EntityLabel::Money => "MONEY",
            EntityLabel::Percent => "PERCENT",
            EntityLabel::Misc => "MISC",
        }
    }

    /// The label with the name `name` in files.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.as_str() == name)
    }
}

/// What kind of place a LOC is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlaceKind {
    /// A state with its own government.
    Country,
    /// A city, town or village.
    City,
    /// A state, province, county, continent, or part of the world.
    Region,
    /// A mountain, river, sea, island.
    Natural,
    /// A building, airport, street, bridge.
    Facility,
}

impl PlaceKind {
    /// The name in files: "city".
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            PlaceKind::Country => "country",
            PlaceKind::City => "city",
            PlaceKind::Region => "region",
            PlaceKind::Natural => "natural",
            PlaceKind::Facility => "facility",
        }
    }
}

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

/// Finds and links the entities that `view` shows.
#[must_use]
pub fn recognise(view: &View<'_>, models: &Models) -> Entities {
    let _ = (view, models);
    Entities::default()
}
