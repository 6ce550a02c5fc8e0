//! The story desk: several articles on one event, side by side.
//!
//! [`read`] takes articles with their analyses and tells what corresponds: what was said and where it stands ([`Utterance`]), word by word what
//! differs ([`Op`]), who is who ([`StoryEntity`]), what is told of numbers and dates ([`Fact`]), what was copied ([`Passage`]), and what
//! one article's words mend in another ([`Proposal`]).
//!
//! The way of the data: [`reading`] (words, weights, what is garbled) → [`units`] (quotations) → [`seeds`] (what is worth comparing) →
//! [`align`] and [`verdict`] → [`claims`] → [`utterances`] with [`told`] → [`drift`]. Names, facts, passages and proposals stand beside.

mod align;
mod article;
mod claims;
mod drift;
mod facts;
mod ground;
mod json;
mod lexicon;
mod model;
mod names;
mod passages;
mod proposals;
mod reading;
mod seeds;
mod spelling;
mod told;
mod union;
mod units;
mod utterances;
mod verdict;
mod words;

pub use article::Article;
pub use json::{StoryDocument, StoryLine};
pub use model::{
    Certainty, Class, Echo, EntityMember, Fact, FactReading, Member, Op, Pair, Passage, Place, Proposal, Relation, Story, StoryEntity, Utterance, Verdict,
};

use ground::Ground;
use reading::Reading;
use words::Keys;

/// What `articles` have in common and where they differ. A pure function of them; any articles have a story.
#[must_use]
pub fn read(articles: &[Article<'_>]) -> Story {
    let mut keys = Keys::default();
    let readings: Vec<Reading> = articles.iter().map(|article| Reading::of(article, &mut keys)).collect();
    let units: Vec<units::Unit> = articles.iter().zip(&readings).enumerate().flat_map(|(doc, (article, reading))| units::of(doc, article, reading)).collect();
    let (links, entities) = names::link(articles, &readings);
    let ground = Ground { articles, readings: &readings, units: &units, links: &links, keys: &keys };
    let (utterances, echoes) = utterances::find(&ground);
    let facts = facts::find(articles, &readings, &keys);
    let passages = passages::find(&readings, &units);
    let proposals = proposals::find(articles, &readings, &keys, &utterances);
    Story { utterances, echoes, entities, facts, passages, proposals }
}
