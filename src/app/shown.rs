//! What of the page is shown: the list, the window over it, a note, and how the engine is.

use crate::annotation::{Filter, Layer, Status};
use crate::wire::Pass;

/// How the engine is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum EngineState {
    /// It has said nothing yet about the text.
    #[default]
    Reading,
    /// It has read the text.
    Done {
        /// With what.
        pass: Pass,
        /// How long that took, in microseconds.
        micros: u32,
    },
    /// It stopped; why.
    Broken(String),
}

/// What the list at the right shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Quotations by speaker.
    #[default]
    Quotations,
    /// Names by entity.
    Names,
    /// Findings by severity and family.
    Damage,
    /// What waits for a decision.
    Review,
}

/// A window over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Who said what.
    Said,
    /// The text before and after the repairs.
    Compare,
    /// The keys.
    Keys,
    /// Files to take away.
    Export,
    /// The same, of all articles that the list shows.
    ExportList,
    /// How the article is set.
    Comfort,
    /// What a narrow bar has no room for.
    More,
    /// What was done.
    History,
    /// The same mark in all places.
    Everywhere,
    /// Marking by typing.
    ByText,
    /// Marking what a search found.
    Hits,
    /// Labels of a person's own.
    Labels,
    /// What of a web page was left out.
    LeftOut,
}

/// Something the page says at its foot for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A sentence or two.
    pub text: String,
    /// True where "Undo" belongs to it.
    pub undo: bool,
    /// True where something did not work.
    pub bad: bool,
}

/// How much a screen reader hears of the marks while it reads the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// The bare text.
    Off,
    /// Where quotations begin and end, and who speaks.
    #[default]
    Quotations,
    /// Names with their kind, too.
    Everything,
}

impl Voice {
    /// All, from the least to the most, with what a screen reader hears.
    pub const ALL: [(Voice, &'static str); 3] =
        [(Voice::Off, "the bare text"), (Voice::Quotations, "quotations and who speaks"), (Voice::Everything, "quotations and names")];

    /// In settings and style classes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Voice::Off => "off",
            Voice::Quotations => "quotations",
            Voice::Everything => "everything",
        }
    }

    /// The one of that name; of any other, the one to begin with.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().map(|(voice, _)| voice).find(|v| v.name() == name).unwrap_or_default()
    }

    /// The next one, round at the end, and what is said of it.
    #[must_use]
    pub fn next(self) -> (Self, &'static str) {
        match self {
            Voice::Off => (Voice::Quotations, "Quotations and their speakers are announced."),
            Voice::Quotations => (Voice::Everything, "Quotations and names are announced."),
            Voice::Everything => (Voice::Off, "Marks are not announced."),
        }
    }
}

/// Cues and speakers are part of their quotation and not reviewed by themselves.
pub const REVIEWED: [Layer; 3] = [Layer::Entity, Layer::Quote, Layer::Artifact];

/// What the review begins with: all that waits.
#[must_use]
pub fn everything() -> Filter {
    Filter { layers: REVIEWED.to_vec(), statuses: vec![Status::Suggested], ..Filter::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_is_found_by_its_name() {
        for (voice, _) in Voice::ALL {
            assert_eq!(Voice::named(voice.name()), voice);
        }
        assert_eq!(Voice::named("shouting"), Voice::Quotations);
        assert_eq!(Voice::Off.next().0.next().0.next().0, Voice::Off);
    }
}
