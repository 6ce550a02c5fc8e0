//! Words by list: a [`WordSet`] cannot be written down unsorted or with a word twice, so that no list needs a test of its order; a list
//! that is another one with something more or less is told so ([`WordClass`]).

mod numbers;
mod small_words;
mod starters;
mod word_set;

pub(crate) use numbers::{NUMBERS, number};
pub(crate) use small_words::{FURTHER_SMALL_WORDS, SMALL_WORDS};
pub(crate) use starters::STARTERS;
pub(crate) use word_set::{PhraseSet, WordClass, WordSet};
