//! A linear-chain sequence tagger: hashed features in, one tag a token out.
//!
//! The model is a conditional random field of the first order. What it is used for is decided by whoever makes the
//! features; the tagger itself knows neither words nor entities:
//!
//! 1. Choose the tags: [`TagSet::bilou`] for spans of several types, [`TagSet::plain`] for a label a token.
//! 2. For every sequence (a sentence, or a part of one), push the features of each token into a [`Sequence`]:
//!    any 32-bit hashes, made with [`hash`](mod@hash). A feature is either there or not.
//! 3. Native only: make [`train::Example`]s and call [`train::train`]; [`Model::to_bytes`] is the model file.
//! 4. Anywhere: [`Model::from_bytes`], then [`Model::decode`] gives the best valid tags, each with how sure it is.
//!
//! ```
//! use galley::tagger::{Sequence, TagSet, hash};
//! # #[cfg(not(target_arch = "wasm32"))] {
//! use galley::tagger::train::{Example, Options, train};
//! let tags = TagSet::plain(&["ok", "odd"]);
//! let sequence = |words: &[&str]| {
//!     let mut sequence = Sequence::default();
//!     for word in words {
//!         sequence.token();
//!         sequence.push(hash::feature(1, hash::word(word)));
//!     }
//!     sequence
//! };
//! let examples = vec![Example::new(sequence(&["a", "b"]), vec![0, 1]), Example::new(sequence(&["b", "a"]), vec![1, 0])];
//! let model = train(&tags, &examples, &Options { minimum_count: 1, epochs: 50, l1: 0.0, ..Options::default() });
//! let decoded = model.decode(&sequence(&["a", "b", "a"]), None);
//! assert_eq!(decoded.tags, [0, 1, 0]);
//! # }
//! ```

mod decode;
pub mod hash;
mod model;
mod predict;
mod sequence;
mod tags;
#[cfg(not(target_arch = "wasm32"))]
pub mod train;

pub use decode::{Decoded, Room};
pub use model::{Model, ModelError};
pub use sequence::Sequence;
pub use tags::{Piece, TagSet};
