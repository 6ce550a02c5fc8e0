//! Coreference damage: names and phrases that a faulty resolver wrote over other words.
//!
//! First a cheap look for signs that clean news hardly ever shows ([`signs`]); only where there is one, the rest is done. All
//! of it reads the view through the mechanical repairs: what is found must not depend on whether these were made. Names and phrases that stand more than once are [`candidates`]; the model reads the slot
//! of each ([`features`], [`model`]), then all of them together ([`judge`]) and how the places of one chain fit behind
//! mentions that survived ([`align`]). The [`verdict`] on the document comes before any place is marked ([`detect`]).

mod align;
mod candidates;
mod detect;
mod features;
mod judge;
mod model;
mod overwriting;
mod quotations;
mod reading;
mod signs;
#[cfg(test)]
mod tests;
#[cfg(not(target_arch = "wasm32"))]
pub mod train;
mod verdict;

pub(super) use detect::find;
pub use model::{DamageModel, ModelError};
pub use overwriting::Overwriting;
pub(super) use quotations::find as find_in_quotations;
