//! The engine of Galley: text in, annotations out. It knows no browser, reads no file and keeps no state.
//!
//! ```
//! let analysis = galley::analyse("“We will rebuild,” said Lena Ortiz.", &galley::Models::default(), galley::Layers::ALL);
//! for annotation in &analysis.annotations {
//!     println!("{} {}", annotation.label, annotation.span.of("“We will rebuild,” said Lena Ortiz."));
//! }
//! ```
//!
//! [`analyse`] is the way in; [`annotation`] is what comes out; [`formats`] writes it down.
//! The stages stand in the order in which data passes them: [`text`], [`artifacts`] (what can be seen in the
//! characters alone), [`entities`], [`quotes`], [`artifacts`] again (what needs the names and quotations).

mod analysis;
pub mod annotation;
pub mod app;
pub mod artifacts;
mod bits;
#[cfg(not(target_arch = "wasm32"))]
pub mod corrupt;
pub mod entities;
pub mod fnv;
pub mod formats;
#[cfg(any(not(target_arch = "wasm32"), feature = "patterns"))]
pub mod house;
mod lexicon;
pub mod models;
pub mod quotes;
#[cfg(any(not(target_arch = "wasm32"), feature = "patterns"))]
pub mod random;
mod repair;
#[cfg(any(not(target_arch = "wasm32"), feature = "patterns"))]
pub mod rules;
pub mod seams;
pub mod segments;
pub mod session;
pub mod story;
pub mod tagger;
pub mod text;
#[cfg(any(not(target_arch = "wasm32"), feature = "patterns"))]
pub mod together;
pub mod wire;

pub use analysis::{Layers, analyse};
pub use annotation::Analysis;
pub use models::Models;
pub use repair::{Repaired, repair, repair_with};
