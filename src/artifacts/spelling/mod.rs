//! Misspelt words, words run together and words torn apart: what needs a dictionary.

mod corrections;
mod detect;
mod lexicon;

pub(super) use detect::find;
pub use lexicon::{Dictionary, DictionaryError};
