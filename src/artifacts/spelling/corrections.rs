//! The words that a misspelling may have been meant for.

use super::lexicon::Dictionary;
use crate::text::order;

/// One correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Correction {
    pub(super) word: String,
    /// Its place in the order of frequency.
    pub(super) rank: u32,
    /// How unlike a slip of the hand the change is: the smaller, the likelier.
    pub(super) cost: u32,
}

impl Dictionary {
    /// True for an unknown word that a slip of the hand makes of a common one: not to be learned from text.
    #[must_use]
    pub fn is_likely_slip(&self, word: &str) -> bool {
        corrections(self, word).first().is_some_and(|c| c.cost <= 1 && c.rank < 6_000)
    }
}

/// The common words at one insertion, deletion, change or exchange of neighbours from `word` (lower case), likeliest first.
pub(super) fn corrections(dictionary: &Dictionary, word: &str) -> Vec<Correction> {
    let letters: Vec<char> = word.chars().collect();
    let mut found: Vec<Correction> = Vec::new();
    let mut consider = |candidate: String, cost: u32| {
        let Some(rank) = dictionary.rank(&candidate) else { return };
        match found.iter_mut().find(|c| c.word == candidate) {
            Some(known) => known.cost = known.cost.min(cost),
            None => found.push(Correction { word: candidate, rank, cost }),
        }
    };
    let with = |at: usize, skip: usize, insert: &[char]| -> String { letters[..at].iter().chain(insert).chain(&letters[at + skip..]).collect() };
    for at in 0..=letters.len() {
        // The first letter is hardly ever wrong.
        let first = if at == 0 { 4 } else { 0 };
        for c in 'a'..='z' {
            let doubled = letters.get(at) == Some(&c) || at > 0 && letters[at - 1] == c;
            consider(with(at, 0, &[c]), first + u32::from(!doubled));
            if letters.get(at).is_some_and(|l| *l != c) {
                consider(with(at, 1, &[c]), first + if are_neighbours(letters[at], c) { 1 } else { 2 });
            }
        }
        if at < letters.len() {
            let doubled = at > 0 && letters[at] == letters[at - 1];
            // A letter more at the end is an ending: of a plural, or of another language.
            let last = if at + 1 == letters.len() { 2 } else { 0 };
            consider(with(at, 1, &[]), first + if doubled { 0 } else { 2 + last });
        }
        if at + 1 < letters.len() && letters[at] != letters[at + 1] {
            consider(with(at, 2, &[letters[at + 1], letters[at]]), first);
        }
    }
    // A word ten times as common makes up for one step of cost.
    order::sort_by(&mut found, |c| (u128::from(c.rank) + 60).pow(2) * 10u128.pow(c.cost.min(6)));
    found
}

/// True for vowels that are confused in writing, and for keys side by side.
fn are_neighbours(a: char, b: char) -> bool {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let beside = |row: &&str| match (row.find(a), row.find(b)) {
        (Some(a), Some(b)) => a.abs_diff(b) == 1,
        _ => false,
    };
    (vowel(a) && vowel(b)) || ROWS.iter().any(beside) || matches!((a, b), ('c', 's' | 'k') | ('s' | 'k', 'c') | ('s', 'z') | ('z', 's'))
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::small;
    use super::*;

    #[test]
    fn the_right_word_comes_first() {
        let dictionary = small();
        for (wrong, right) in [
            ("accoding", "according"),
            ("goverment", "government"),
            ("attorny", "attorney"),
            ("recieve", "receive"),
            ("seperate", "separate"),
            ("occured", "occurred"),
            ("untill", "until"),
            ("adress", "address"),
            ("comittee", "committee"),
            ("presidnet", "president"),
            ("beleive", "believe"),
            ("offical", "official"),
        ] {
            let found = corrections(&dictionary, wrong);
            assert_eq!(found.first().map(|c| c.word.as_str()), Some(right), "{wrong}: {found:?}");
            assert!(!dictionary.knows(wrong), "{wrong}");
        }
    }
}
