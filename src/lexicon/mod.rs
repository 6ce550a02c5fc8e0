//! Words by list: a [`WordSet`] cannot be written down unsorted or with a word twice, so that no list needs a test of its order.

mod starters;
mod word_set;

pub(crate) use starters::STARTERS;
pub(crate) use word_set::WordSet;
