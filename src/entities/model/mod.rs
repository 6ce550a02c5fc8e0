//! The trained recogniser of names.
//!
//! Each run of capitalised words is read with its surroundings, the lexicon, and how its words are used in the whole
//! document: in small letters or with a capital, between which words, explained as an acronym.

mod facts;
mod features;
pub mod lexicon;
mod page;

use thiserror::Error;

pub use page::{Page, Run};

use super::label::{EntityLabel, Gender, PlaceKind};
use crate::tagger::{Model, ModelError, Room, Sequence, TagSet};
use lexicon::{Lexicon, Lists, word_key};

/// The types of the tagger, in order.
pub const TYPES: [EntityLabel; 5] = [EntityLabel::Person, EntityLabel::Org, EntityLabel::Loc, EntityLabel::Norp, EntityLabel::Misc];

/// The tags.
#[must_use]
pub fn tag_set() -> TagSet {
    TagSet::bilou(&TYPES.map(EntityLabel::as_str))
}

/// Why a model of entities cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EntityModelError {
    /// The file does not unpack.
    #[error("the entity model is damaged; fetch it again")]
    Packing,
    /// One of its parts is not right.
    #[error("the entity model cannot be read: {0}")]
    Part(#[from] ModelError),
}

/// Lexicon and weights.
#[derive(Clone, Debug, PartialEq)]
pub struct EntityModel {
    lexicon: Lexicon,
    tagger: Model,
}

/// A name that the model found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tagged {
    /// Its first token.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// Its class.
    pub label: EntityLabel,
    /// How sure, from 0 to 1: the least sure of its tokens.
    pub score: f32,
    /// For a place, where the lexicon knows it.
    pub place_kind: Option<PlaceKind>,
}

/// "GEM4": the kind of file and its version.
const MAGIC: &[u8; 4] = b"GEM4";

impl EntityModel {
    /// From its parts.
    #[must_use]
    pub fn new(lexicon: Lexicon, tagger: Model) -> Self {
        EntityModel { lexicon, tagger }
    }

    /// The lexicon.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Reads a model file: packed with DEFLATE, so that hosts that compress no unknown type send it small.
    ///
    /// # Errors
    /// If the bytes are no whole model of this version.
    pub fn from_bytes(packed: &[u8]) -> Result<Self, EntityModelError> {
        /// More than any model unpacks to.
        const MOST: usize = 64 << 20;
        let bytes = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(packed, MOST).map_err(|_| EntityModelError::Packing)?;
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(EntityModelError::Packing)?;
        let mut part = || {
            let (length, after) = rest.split_first_chunk::<4>().ok_or(EntityModelError::Packing)?;
            let (part, left) = after.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or(EntityModelError::Packing)?;
            rest = left;
            Ok::<_, EntityModelError>(part)
        };
        let lexicon = Lexicon::from_bytes(part()?)?;
        let tagger = Model::from_bytes(part()?)?;
        if *tagger.tags() != tag_set() {
            return Err(EntityModelError::Packing);
        }
        Ok(EntityModel { lexicon, tagger })
    }

    /// The model file.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        for part in [self.lexicon.to_bytes(), self.tagger.to_bytes()] {
            out.extend((part.len() as u32).to_le_bytes());
            out.extend(part);
        }
        miniz_oxide::deflate::compress_to_vec_zlib(&out, 10)
    }

    /// The names on `page`, in order, none over another.
    #[must_use]
    pub fn names(&self, page: &Page<'_>) -> Vec<Tagged> {
        let tags = self.tagger.tags();
        let (mut sequence, mut scores, mut room) = (Sequence::default(), Vec::new(), Room::default());
        let mut names = Vec::new();
        for run in page.runs() {
            sequence.clear();
            page.features(&run, &mut sequence);
            self.tagger.scores(&sequence, &mut scores);
            let decoded = self.tagger.decode_in(&scores, &mut room);
            for (first, end, kind) in tags.spans(&decoded.tags) {
                let score = decoded.confidence[first..end].iter().copied().fold(1.0, f32::min);
                let (start, end) = (run.tokens.start + first, run.tokens.start + end);
                let label = TYPES[kind];
                let place_kind = if label == EntityLabel::Loc { self.place_kind(page, start, end) } else { None };
                names.push(Tagged { start, end, label, score, place_kind });
            }
        }
        names
    }

    /// The lists that tokens `start..end` stand in as a whole: of [`Lists`]. No phrase is longer than [`lexicon::LONGEST_PHRASE`].
    #[must_use]
    pub fn lists_of(&self, page: &Page<'_>, start: usize, end: usize) -> Lists {
        if start >= end || end - start > lexicon::LONGEST_PHRASE {
            return Lists::NONE;
        }
        let key = (start + 1..end).fold(word_key(page.lower(start)), |key, at| lexicon::phrase_key(key, page.lower(at)));
        self.lexicon.get(key).lists & Lists::ALL
    }

    /// What kind of place the lexicon takes tokens `start..end` for, where it takes them for one kind alone.
    #[must_use]
    pub fn place_kind(&self, page: &Page<'_>, start: usize, end: usize) -> Option<PlaceKind> {
        let whole = self.lists_of(page, start, end);
        if whole.has(Lists::COUNTRY) {
            return Some(PlaceKind::Country);
        }
        if whole.has(Lists::CITY) && !whole.has(Lists::REGION) {
            return Some(PlaceKind::City);
        }
        if whole.has(Lists::REGION) && !whole.has(Lists::CITY) {
            return Some(PlaceKind::Region);
        }
        None
    }

    /// The gender that a first name shows, if one.
    #[must_use]
    pub fn gender(&self, first_name: &str) -> Option<Gender> {
        let lower: String = first_name.to_lowercase();
        let known = self.lexicon.get(word_key(crate::tagger::hash::word(&lower))).lists;
        match (known.has(Lists::FEMALE), known.has(Lists::MALE)) {
            (true, false) => Some(Gender::Female),
            (false, true) => Some(Gender::Male),
            _ => None,
        }
    }
}
