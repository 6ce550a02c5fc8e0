//! Which words are known: those of the dictionary, and those that English makes of them.

use super::cuts::{ENDS_OF_NAMES, SMALL_WORDS};
use super::lexicon::Dictionary;
use crate::lexicon::WordSet;
use crate::text::capitalised;

/// Endings with which English makes words that no dictionary lists, from a word as it is.
const ENDINGS: &[&str] = &[
    "s", "es", "d", "ed", "r", "rs", "er", "ers", "ing", "ish", "ism", "ist", "dom", "less", "like", "ness", "wise", "gate", "able", "ists", "hood", "ship",
    "fold", "ization", "isation",
];

/// Beginnings that do the same.
const BEGINNINGS: &[&str] = &[
    "anti", "auto", "bio", "co", "counter", "cyber", "de", "eco", "electro", "euro", "ex", "extra", "geo", "hydro", "hyper", "inter", "mega", "meta", "micro",
    "mid", "mini", "mis", "multi", "nano", "neo", "neuro", "non", "out", "over", "para", "photo", "poly", "post", "pre", "pro", "pseudo", "psycho", "radio",
    "re", "self", "semi", "socio", "sub", "super", "techno", "tele", "trans", "ultra", "un", "under", "up", "down", "petro", "agro", "crypto", "narco", "kilo",
    "milli", "thermo", "electro", "bi", "tri", "uni", "mono", "intra", "infra", "macro", "omni", "under", "ultra",
];

/// Words one letter from a common one that the word lists leave out.
const ALSO: WordSet = WordSet::new("benefitted benefitting binging capita charnel fiving focussed focussing improv");

/// True for a word of the dictionary, and for one that English makes of such words.
pub(super) fn is_known(dictionary: &Dictionary, word: &str) -> bool {
    if dictionary.knows(word) {
        return true;
    }
    let lower = word.to_ascii_lowercase();
    if ALSO.has(lower.as_str()) {
        return true;
    }
    if dictionary.knows(&lower) || dictionary.knows(&capitalised(&lower)) || dictionary.knows(&lower.to_ascii_uppercase()) {
        return true;
    }
    let ending = ENDINGS.iter().any(|e| lower.strip_suffix(e).is_some_and(|stem| stem.len() > 3 && takes(stem, e) && dictionary.knows(stem)));
    let beginning = BEGINNINGS.iter().any(|b| lower.strip_prefix(b).is_some_and(|stem| stem.len() > 3 && dictionary.knows(stem)));
    ending || beginning || is_compound(dictionary, &lower)
}

/// False where English doubles the last consonant or drops the e: "occured" and "argueing" are slips.
fn takes(stem: &str, ending: &str) -> bool {
    let vowel = |b: &u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let [.., third, second, last] = stem.as_bytes() else { return false };
    let doubles = !vowel(third) && vowel(second) && !vowel(last) && !matches!(last, b'w' | b'x' | b'y');
    match ending {
        "d" | "r" | "rs" => *last == b'e',
        "ed" | "er" | "ers" | "ing" => *last != b'e' && !doubles,
        _ => true,
    }
}

/// "livestream": two known words of four letters or more, both common.
fn is_compound(dictionary: &Dictionary, word: &str) -> bool {
    let common = |w: &str| dictionary.rank(w).is_some_and(|r| r < 9_000);
    // "expertshave" is two; "afterparty" and "layover" are compounds.
    let small = |w: &str| SMALL_WORDS.has(w) && !ENDS_OF_NAMES.has(w);
    word.len() > 7 && (4..=word.len() - 4).any(|n| common(&word[..n]) && common(&word[n..]) && !small(&word[..n]) && !small(&word[n..]))
}

#[cfg(test)]
mod tests {}
