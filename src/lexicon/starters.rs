//! Words with a capital that say that a sentence starts with them.

use super::WordSet;

/// Words that start a sentence far more often than they stand inside one with a capital; none of them is a name.
pub(crate) const STARTERS: WordSet = WordSet::new(
    "A According After All Also Although Among An And Another As At Because Before Both But By Despite During Each Even Every For From He Her Here \
     His How However I If In Instead It Its Later Many Meanwhile Most My No Nor Not Now On Once One Our She Since So Some Still Such That The Their \
     Then There These They This Those Though To Under Until We What When Where Which While Who Why With Yet You Your",
);
