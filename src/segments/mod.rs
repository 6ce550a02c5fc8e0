//! A text as a row of segments: pieces of a page, each the article's body or page furniture of some kind.
//!
//! A segment ends at a line break, where two pieces were glued, at the end of a sentence, and before what can only be another
//! piece of the page (a date by itself, a row of buttons, a set phrase). So a text that was pasted without any line break has
//! segments too. [`FurnitureModel`] says what each one is: a conditional random field ([`crate::tagger`]) over what the segment
//! looks like, its words, and what stands around it.

mod certain;
mod cut;
mod features;
mod key;
mod kind;
mod letter;
mod lexicon;
mod lists;
#[cfg(not(target_arch = "wasm32"))]
pub mod measure;
mod model;
mod pictures;
mod profile;
#[cfg(not(target_arch = "wasm32"))]
pub mod train;
mod words;

pub use cut::{Break, Segment};
pub use kind::Kind;
pub use letter::is_letter;
pub use model::{FurnitureModel, ModelError};

use crate::text::Span;

/// A segment and what it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Labelled {
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// What stands before it.
    pub after: Break,
    /// What it is likeliest to be if it is no body.
    pub kind: Kind,
    /// How likely it is no body, from 0 to 1.
    pub furniture: f32,
    /// True where its form alone tells that it is furniture: a set phrase, a byline, a credit in brackets.
    pub sure: bool,
}
