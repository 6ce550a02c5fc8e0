//! Where two words were run together in one.

use std::cell::RefCell;
use std::collections::HashMap;

use super::corrections::corrections;
use super::lexicon::Dictionary;
use crate::lexicon::{self, WordClass, WordSet};

/// Shorter words are too often abbreviations, names and foreign particles.
const SHORTEST: usize = 5;

/// Small words that another word is run together with where a link or a line ended.
pub(super) const SMALL_WORDS: WordClass = WordClass::of(&[
    lexicon::SMALL_WORDS,
    WordSet::new("against among between during even first many most off only other said says since still such these those through told under until while"),
])
.without(WordSet::new("a all an did do does i my no up"));

/// Small words so common at a border that they need no company.
const COMMONEST: WordSet = WordSet::new("and for from have of on said that the their this to was were with");

/// Small words that names, words of other languages and compounds ("leadoff") begin or end with: they need company.
pub(super) const ENDS_OF_NAMES: WordSet =
    WordSet::new("about after are as at be before between but by can down he her him if in into is it off on or out over so through under up we you");

/// Where known words were run together in a word that is none.
#[derive(Debug, Default)]
pub(super) struct Cuts {
    /// For each word that was asked for, where it is cut, and whether that needs no company.
    known: RefCell<HashMap<String, Option<(usize, bool)>>>,
}

impl Cuts {
    /// Where `word` is cut in two that are known and common, in bytes, and true where the cut is sure by itself.
    pub(super) fn cut(&self, dictionary: &Dictionary, word: &str) -> Option<(usize, bool)> {
        if let Some(known) = self.known.borrow().get(word) {
            return *known;
        }
        let cut = cut(dictionary, word);
        self.known.borrow_mut().insert(word.to_owned(), cut);
        cut
    }
}

fn cut(dictionary: &Dictionary, word: &str) -> Option<(usize, bool)> {
    let rest = word.get(1..)?;
    if word.len() < SHORTEST || !word.bytes().all(|b| b.is_ascii_alphabetic()) || rest.bytes().any(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let capital = word.as_bytes()[0].is_ascii_uppercase();
    let rank = |w: &str| dictionary.rank(w).unwrap_or(u32::MAX);
    let small = |w: &str| SMALL_WORDS.has(w);
    let mut best: Option<(u64, usize, bool)> = None;
    for at in 2..=lower.len().saturating_sub(2) {
        let (left, right) = lower.split_at(at);
        // A capital begins a name or a sentence: "Agencyreported", "Afterthe".
        let fits = if capital { left.len() > 3 || small(left) && left.len() > 1 } else { true };
        if !fits || !(small(left) || small(right)) {
            continue;
        }
        let (first, second) = (rank(left), rank(right));
        let limit = |w: &str| {
            if w.len() < 3 {
                60
            } else if w.len() == 3 {
                900
            } else {
                6_000
            }
        };
        if first > limit(left) || second > limit(right) {
            continue;
        }
        let weight = (u64::from(first) + 20) * (u64::from(second) + 20);
        let commonest = |w: &str| COMMONEST.has(w);
        // A piece of two letters ends or begins many a strange word.
        let bar = |w: &str| if w.len() < 3 { 2_000 } else { 6_000 };
        let doubtful = |w: &str| ENDS_OF_NAMES.has(w);
        let sure = !capital && (commonest(left) && right.len() > 2 && second < bar(left) || commonest(right) && left.len() > 2 && first < bar(right))
            || !capital && left.len() >= 4 && right.len() >= 4 && !doubtful(left) && !doubtful(right);
        if best.is_none_or(|(w, ..)| weight < w) {
            best = Some((weight, at, sure));
        }
    }
    let (_, at, sure) = best.or_else(|| after_article(&lower, capital, &rank))?;
    // "goverment" is one word with a slip, not "gover" and "ment".
    let slip = corrections(dictionary, &lower).first().is_some_and(|c| c.cost <= 1 && c.rank < 4_000);
    (!slip).then_some((at, sure))
}

/// "aprimary": the article run into its noun.
fn after_article(lower: &str, capital: bool, rank: &impl Fn(&str) -> u32) -> Option<(u64, usize, bool)> {
    let vowel = |noun: &str| noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    if let Some(noun) = lower.strip_prefix("an").filter(|noun| !capital && noun.len() >= 6 && vowel(noun) && rank(noun) < 6_000) {
        return Some((0, lower.len() - noun.len(), false));
    }
    let noun = lower.strip_prefix('a')?;
    (!capital && noun.len() >= 5 && !vowel(noun) && rank(noun) < 3_000).then_some((0, 1, false))
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::small;
    use super::*;

    #[test]
    fn words_are_cut_where_both_halves_are_common() {
        let dictionary = small();
        let cuts = Cuts::default();
        for (word, expected) in [
            ("tothe", Some("to the")),
            ("hissecond", Some("his second")),
            ("campaignfor", Some("campaign for")),
            ("spokeat", Some("spoke at")),
            ("aboutschools", Some("about schools")),
            ("aprimary", Some("a primary")),
            ("anamendment", Some("an amendment")),
            ("mostcritical", Some("most critical")),
            ("actionsthe", Some("actions the")),
            ("Agencyreported", None),
            ("Councilsaid", Some("Council said")),
            ("goverment", None),
        ] {
            let cut = cuts.cut(&dictionary, word).map(|(n, _)| format!("{} {}", &word[..n], &word[n..]));
            assert_eq!(cut.as_deref(), expected, "{word}");
        }
    }
}
