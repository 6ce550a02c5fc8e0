//! What an entity may be.

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

/// Which pronoun the text would use for a person, as far as first name, title and pronouns show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// "she".
    Female,
    /// "he".
    Male,
}
