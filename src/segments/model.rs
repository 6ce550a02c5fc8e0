//! The furniture model: what every segment of a text is.
//!
//! The file, all numbers little-endian: "GFM1", then the phrases and the words, each with its length before it (u32), then the
//! weights as [`crate::tagger`] keeps them.

use thiserror::Error;

use super::cut::{Segment, segments};
use super::features::Page;
use super::lexicon::{Lexicon, class};
use super::profile::{Profile, profiles};
use super::words::{Word, words};
use super::{Kind, Labelled};
use super::{certain, lists, pictures};
use crate::tagger::{self, Model, Room, Sequence};
use crate::text::Document;

const MAGIC: &[u8; 4] = b"GFM1";

/// The kinds that the weights tell apart; the rest is told by phrases.
pub(super) const TAGS: [Kind; 17] = [
    Kind::Body,
    Kind::Nav,
    Kind::Related,
    Kind::Share,
    Kind::Ad,
    Kind::Newsletter,
    Kind::Caption,
    Kind::Credit,
    Kind::Byline,
    Kind::Bio,
    Kind::Timestamp,
    Kind::Comments,
    Kind::Tags,
    Kind::Copyright,
    Kind::Headline,
    Kind::Deck,
    Kind::Other,
];

/// So many segments are weighed at once, and so many on each side are looked at beside them.
const WINDOW: usize = 4096;
const MARGIN: usize = 48;

/// A list after a colon is of the article if it has no more items.
const LISTED: u32 = 16;

/// How likely what is certain by its form is no body.
const CERTAIN: f32 = 0.97;

/// Why the bytes of a model could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ModelError {
    /// Not a furniture model, or one of another version.
    #[error("not a furniture model of this version; build it again with \"galley train furniture\"")]
    NotAModel,
    /// Cut off or altered.
    #[error("the furniture model is damaged; fetch it again")]
    Damaged,
    /// The weights cannot be read.
    #[error(transparent)]
    Weights(#[from] tagger::ModelError),
}

/// Phrases, words and weights. Never altered.
#[derive(Clone, Debug, PartialEq)]
pub struct FurnitureModel {
    pub(super) lexicon: Lexicon,
    pub(super) weights: Model,
}

/// A text cut into segments, with what they are made of.
pub(super) struct Cut {
    pub(super) segments: Vec<Segment>,
    pub(super) words: Vec<Word>,
    pub(super) profiles: Vec<Profile>,
}

impl Cut {
    /// Cuts `document`.
    pub(super) fn of(document: &Document<'_>, lexicon: &Lexicon) -> Self {
        let words = words(document.text(), lexicon);
        let segments = segments(document, &words, lexicon);
        let mut profiles = profiles(&segments, &words, lexicon);
        certain::mark(&segments, &words, &mut profiles);
        Cut { segments, words, profiles }
    }
}

impl FurnitureModel {
    /// Reads what [`write`](Self::write) wrote.
    ///
    /// # Errors
    /// Where `bytes` are not a model of this version, or not all of one.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::NotAModel)?;
        let (phrases, rest) = list(rest).ok_or(ModelError::Damaged)?;
        let (words, rest) = list(rest).ok_or(ModelError::Damaged)?;
        let lexicon = Lexicon::read(phrases, words).ok_or(ModelError::Damaged)?;
        let weights = Model::from_bytes(rest)?;
        if weights.tags().names().iter().map(String::as_str).ne(TAGS.iter().map(|k| k.name())) {
            return Err(ModelError::NotAModel);
        }
        Ok(FurnitureModel { lexicon, weights })
    }

    /// The model as bytes, the same on every machine.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        for list in self.lexicon.source() {
            bytes.extend((list.len() as u32).to_le_bytes());
            bytes.extend(list.as_bytes());
        }
        bytes.extend(self.weights.to_bytes());
        bytes
    }

    /// The count of features with a weight.
    #[must_use]
    pub fn features(&self) -> usize {
        self.weights.rows()
    }

    /// Cuts `document` into segments and says of each what it is.
    #[must_use]
    pub fn label(&self, document: &Document<'_>) -> Vec<Labelled> {
        let cut = Cut::of(document, &self.lexicon);
        let page = Page::of(&cut.segments, &cut.words, &cut.profiles);
        let mut labelled = Vec::with_capacity(cut.segments.len());
        let (mut sequence, mut scores, mut room) = (Sequence::default(), Vec::new(), Room::default());
        let count = cut.segments.len();
        let mut start = 0;
        while start < count {
            let end = (start + WINDOW).min(count);
            let (from, to) = (start.saturating_sub(MARGIN), (end + MARGIN).min(count));
            page.features(from..to, &|_| true, &mut sequence);
            self.weights.scores(&sequence, &mut scores);
            let chances = self.weights.marginals_in(&scores, &mut room);
            for n in start..end {
                let row = &chances[(n - from) * TAGS.len()..][..TAGS.len()];
                labelled.push(verdict(&cut.segments[n], &cut.profiles[n], row));
            }
            start = end;
        }
        lists::mend(&cut.profiles, &mut labelled);
        pictures::mend(&cut.segments, &cut.words, &cut.profiles, &mut labelled);
        labelled
    }
}

/// What the chances of all kinds make of a segment.
fn verdict(segment: &Segment, profile: &Profile, chances: &[f32]) -> Labelled {
    let (mut best, mut kind) = (0.0, Kind::Other);
    for (chance, tag) in chances.iter().zip(TAGS).skip(1) {
        if *chance > best {
            (best, kind) = (*chance, tag);
        }
    }
    let is_loose =
        matches!(kind, Kind::Nav | Kind::Other | Kind::Newsletter | Kind::Share | Kind::Comments | Kind::Related | Kind::Ad | Kind::Bio | Kind::Caption);
    for told in [Kind::Media, Kind::Paywall, Kind::Correction, Kind::Contact, Kind::Subhead] {
        let bit = 1 << told as u32;
        if is_loose && (profile.whole & bit != 0 || told != Kind::Subhead && profile.starts & bit != 0 && profile.holds & bit != 0) {
            kind = told;
            break;
        }
    }
    let mut furniture = 1.0 - chances[0];
    if profile.listed && profile.row <= LISTED {
        furniture = less_likely(furniture, 10.0);
    }
    if profile.finished && profile.verbs > 0 && profile.words >= 4 {
        // A sentence is less likely furniture than its words alone make it, and one that says who said it much less.
        let odds = if profile.classes & class::SAID != 0 { 30.0 } else { 3.0 };
        furniture = less_likely(furniture, odds);
    }
    // What says who said it is no furniture, whatever it begins with.
    let told = profile.finished && profile.verbs > 0 && profile.classes & class::SAID != 0;
    match profile.sure {
        Some(sure) if !told => Labelled { span: segment.span, after: segment.after, kind: sure, furniture: furniture.max(CERTAIN), sure: true },
        _ => Labelled { span: segment.span, after: segment.after, kind, furniture, sure: false },
    }
}

/// `chance` where what it says is `times` less likely than it looked.
fn less_likely(chance: f32, times: f32) -> f32 {
    chance / (times - (times - 1.0) * chance)
}

/// The list that `bytes` begin with, and the rest.
fn list(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (list, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    Some((std::str::from_utf8(list).ok()?, rest))
}
