//! What a segment of a page can be.

/// What a segment is: the article's body, or page furniture of some kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The running text of the article.
    Body,
    /// Menus, section names, buttons, notices on cookies.
    Nav,
    /// Links to other stories and lists of them.
    Related,
    /// Sharing and following.
    Share,
    /// Advertisements and pleas for support.
    Ad,
    /// Newsletters and their forms.
    Newsletter,
    /// What is left of players, galleries, embedded posts.
    Media,
    /// A post of a social network.
    Embed,
    /// What stands under a picture.
    Caption,
    /// Who took the picture, who else reported.
    Credit,
    /// Who wrote the article.
    Byline,
    /// Who the author is.
    Bio,
    /// When it was published or changed.
    Timestamp,
    /// What stands before the rest of an article that is for subscribers.
    Paywall,
    /// Readers' comments and their forms.
    Comments,
    /// What the publisher corrected.
    Correction,
    /// How to reach the author or the publisher.
    Contact,
    /// What the article is filed under.
    Tags,
    /// Rights and imprint.
    Copyright,
    /// The article's headline.
    Headline,
    /// The lines under the headline that sum the article up.
    Deck,
    /// A heading inside the article.
    Subhead,
    /// Furniture of no certain kind.
    Other,
}

impl Kind {
    /// All kinds, in the order of their numbers.
    pub const ALL: [Kind; 23] = [
        Kind::Body,
        Kind::Nav,
        Kind::Related,
        Kind::Share,
        Kind::Ad,
        Kind::Newsletter,
        Kind::Media,
        Kind::Embed,
        Kind::Caption,
        Kind::Credit,
        Kind::Byline,
        Kind::Bio,
        Kind::Timestamp,
        Kind::Paywall,
        Kind::Comments,
        Kind::Correction,
        Kind::Contact,
        Kind::Tags,
        Kind::Copyright,
        Kind::Headline,
        Kind::Deck,
        Kind::Subhead,
        Kind::Other,
    ];

    /// Its name in data and model files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Body => "body",
            Kind::Nav => "nav",
            Kind::Related => "related",
            Kind::Share => "share",
            Kind::Ad => "ad",
            Kind::Newsletter => "newsletter",
            Kind::Media => "media",
            Kind::Embed => "embed",
            Kind::Caption => "caption",
            Kind::Credit => "credit",
            Kind::Byline => "byline",
            Kind::Bio => "bio",
            Kind::Timestamp => "timestamp",
            Kind::Paywall => "paywall",
            Kind::Comments => "comments",
            Kind::Correction => "correction",
            Kind::Contact => "contact",
            Kind::Tags => "tags",
            Kind::Copyright => "copyright",
            Kind::Headline => "headline",
            Kind::Deck => "deck",
            Kind::Subhead => "subhead",
            Kind::Other => "other",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Kind> {
        Self::ALL.into_iter().find(|k| k.name() == name)
    }

    /// True for what belongs to the article though it is no running text: headline, deck, subhead, byline, timestamp.
    #[must_use]
    pub fn is_structure(self) -> bool {
        matches!(self, Kind::Headline | Kind::Deck | Kind::Subhead | Kind::Byline | Kind::Timestamp)
    }
}
