//! Words that are no names.

use crate::lexicon::{STARTERS, WordSet};

/// Words that start headings and sentences and are no names, beside [`STARTERS`].
const ORDINARY: WordSet = WordSet::new(
    "About Acting Additionally Afterwards Again Against Almost Along Already Always Amid Any Anyone Asked Back Be Being Can Could Deputy Did Do Does \
     Don Due Earlier Few First Following Former Further Get Given Go Good Had Has Have Incoming Indeed Into Is Just Last Late Let Like May Moments \
     More Much Never New None Nothing Of Officials Only Or Other Others Out Over People Perhaps Police Prosecutors Recent Second Shortly Should \
     Something Sources Spokespeople Than Three Through Thus Today Two Unless Up Upon Very Was Weeks Well Were Whether Will Within Without Would Yes \
     Yesterday",
);

/// True for a word that starts sentences and headings and is no name.
pub(in crate::entities) fn is_ordinary(word: &str) -> bool {
    STARTERS.has(word) || ORDINARY.has(word)
}
