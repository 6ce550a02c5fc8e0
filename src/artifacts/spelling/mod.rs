//! Misspelt words, words run together and words torn apart: what needs a dictionary.

mod borders;
mod corrections;
mod cuts;
mod detect;
mod famous;
mod known;
mod lexicon;
mod misspelt;
mod names;
mod printed;
mod scanned;
mod words;

pub(super) use detect::find;
#[cfg(test)]
pub(super) use lexicon::small;
pub use lexicon::{Dictionary, DictionaryError};
