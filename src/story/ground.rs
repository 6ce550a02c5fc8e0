//! What the utterances of a story are found in.

use super::align::Stretch;
use super::article::Article;
use super::names::{Links, PersonName};
use super::reading::Reading;
use super::units::Unit;
use super::verdict::Speakers;
use super::words::Keys;

/// All articles, read.
pub(super) struct Ground<'s> {
    pub(super) articles: &'s [Article<'s>],
    pub(super) readings: &'s [Reading],
    pub(super) units: &'s [Unit],
    pub(super) links: &'s Links,
    pub(super) keys: &'s Keys,
}

impl<'s> Ground<'s> {
    /// The words of a unit.
    pub(super) fn stretch(&self, unit: usize) -> Stretch<'s> {
        let unit = &self.units[unit];
        Stretch::new(&self.readings[unit.doc], unit.words.clone())
    }

    /// Whether two quotations have one speaker, by the linked names. Two of one surname may be one whom an article has taken for another.
    pub(super) fn speakers(&self, a: usize, b: usize) -> Speakers {
        let (x, y) = (&self.units[a], &self.units[b]);
        let set = |unit: &Unit| unit.speaker.entity.as_ref().and_then(|id| self.links.set(unit.doc, id));
        let linked = set(x).zip(set(y)).is_some_and(|(one, other)| one == other);
        let (Some(one), Some(other)) = (&x.speaker.name, &y.speaker.name) else {
            let pair = x.speaker.called.as_ref().zip(y.speaker.name.as_ref()).or(y.speaker.called.as_ref().zip(x.speaker.name.as_ref()));
            let surname = pair.and_then(|(called, name)| PersonName::of(called).zip(PersonName::of(name))).is_some_and(|(called, name)| called.may_be(&name));
            return if linked || surname { Speakers::Same } else { Speakers::Unknown };
        };
        if linked || one.to_lowercase() == other.to_lowercase() {
            return Speakers::Same;
        }
        match (PersonName::of(one), PersonName::of(other)) {
            (Some(one), Some(other)) if one.last == other.last && one.first.is_some() && other.first.is_some() && one.may_be(&other) => Speakers::Same,
            (Some(one), Some(other)) if one.last == other.last => Speakers::Unknown,
            _ => Speakers::Different,
        }
    }

    /// True where both articles say by name who speaks: not by a pronoun, nor a statement that somebody put out.
    pub(super) fn speakers_are_told(&self, a: usize, b: usize) -> bool {
        self.units[a].speaker.told && self.units[b].speaker.told
    }
}
