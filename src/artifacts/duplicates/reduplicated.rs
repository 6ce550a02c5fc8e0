//! Names and words that are doubled by nature.

use crate::lexicon::WordSet;

/// True for one half of such a name or word, in lower case.
pub(in crate::artifacts) fn is_reduplicated(word: &str) -> bool {
    REDUPLICATED.has(word)
}

/// Bora Bora, Duran Duran, Walla Walla, "mahi mahi".
const REDUPLICATED: WordSet = WordSet::new(
    "agar aye baden bang beri bobby bora boutros cha chi chop chow cous couscous dee dum duran fifty gaga galang hear hip humbert iloilo jay john \
     kahlil lapu ling mahi major mau nino pago phi ping pogo pom pooh rah sing sirhan tata thomas tom tuk tutti wagga walla william ylang yo yu zsa",
);

#[cfg(test)]
mod tests {}
