//! Sets of words and of phrases, each written as one text.

use std::cmp::Ordering;
use std::ops::Range;

/// Words, sorted by their bytes, each once, a blank between two. Anything else does not compile:
///
/// ```ignore
/// const COLOURS: WordSet = WordSet::new("blue green red");
/// ```
///
/// A list of words would hold an address and a length for every word, which weigh as much as the word in what a browser downloads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordSet(&'static str);

/// Phrases, sorted by their bytes, each once, a bar between two: `"a great deal|a lot|plenty"`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PhraseSet(&'static str);

impl WordSet {
    /// What stands between two words.
    const SEPARATOR: u8 = b' ';

    /// The set of the words of `text`. Fails, at compile time where it makes a constant, unless each stands after the one before it.
    pub(crate) const fn new(text: &'static str) -> Self {
        check(text.as_bytes(), Self::SEPARATOR);
        Self(text)
    }

    /// True for one of the words, as it is written.
    pub(crate) fn has(self, word: &str) -> bool {
        holds(self.0, Self::SEPARATOR, word)
    }

    /// True for one of the words in any case: the set itself is in small letters.
    pub(crate) fn has_in_any_case(self, word: &str) -> bool {
        search(self.0, Self::SEPARATOR, |entry| small(word).cmp(entry.iter().copied())).is_some()
    }

    /// The words, in order.
    #[cfg(test)]
    pub(crate) fn words(self) -> impl Iterator<Item = &'static str> {
        self.0.split(char::from(Self::SEPARATOR))
    }
}

impl PhraseSet {
    /// What stands between two phrases.
    const SEPARATOR: u8 = b'|';

    /// The set of the phrases of `text`. Fails, at compile time where it makes a constant, unless each stands after the one before it.
    pub(crate) const fn new(text: &'static str) -> Self {
        check(text.as_bytes(), Self::SEPARATOR);
        Self(text)
    }

    /// True for one of the phrases, as it is written.
    pub(crate) fn has(self, phrase: &str) -> bool {
        holds(self.0, Self::SEPARATOR, phrase)
    }

    /// True for one of the phrases in any case: the set itself is in small letters.
    pub(crate) fn has_in_any_case(self, phrase: &str) -> bool {
        search(self.0, Self::SEPARATOR, |entry| small(phrase).cmp(entry.iter().copied())).is_some()
    }

    /// What stands behind "=" in the phrase that begins with `key` and it: "tbe=the".
    pub(crate) fn value(self, key: &str) -> Option<&'static str> {
        let before = |entry: &[u8]| entry.iter().position(|b| *b == b'=').unwrap_or(entry.len());
        let found = search(self.0, Self::SEPARATOR, |entry| key.as_bytes().cmp(&entry[..before(entry)]))?;
        self.0.get(found.start + key.len() + 1..found.end)
    }

    /// The phrases, in order.
    #[cfg(test)]
    pub(crate) fn phrases(self) -> impl Iterator<Item = &'static str> {
        self.0.split(char::from(Self::SEPARATOR))
    }
}

/// A set told by others: the words of some, without those of another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordClass {
    of: &'static [WordSet],
    without: Option<WordSet>,
}

impl WordClass {
    /// The words of all of `sets`.
    pub(crate) const fn of(sets: &'static [WordSet]) -> Self {
        Self { of: sets, without: None }
    }

    /// The same but for the words of `set`.
    pub(crate) const fn without(self, set: WordSet) -> Self {
        Self { without: Some(set), ..self }
    }

    /// True for one of the words, as it is written.
    pub(crate) fn has(self, word: &str) -> bool {
        self.of.iter().any(|set| set.has(word)) && !self.without.is_some_and(|set| set.has(word))
    }
}

/// The bytes of `word` with its ASCII letters made small.
fn small(word: &str) -> impl Iterator<Item = u8> {
    word.bytes().map(|b| b.to_ascii_lowercase())
}

/// True where `text`, sorted entries with `separator` between them, has `entry`.
fn holds(text: &str, separator: u8, entry: &str) -> bool {
    search(text, separator, |other| entry.as_bytes().cmp(other)).is_some()
}

/// Where in `text`, sorted entries with `separator` between them, the one stands that is looked for: `compare` says how that stands to
/// another.
fn search(text: &str, separator: u8, compare: impl Fn(&[u8]) -> Ordering) -> Option<Range<usize>> {
    let text = text.as_bytes();
    // What is left to be searched; the last entry of all counts as if a separator stood behind it.
    let (mut from, mut to) = (0, text.len() + 1);
    while from < to {
        let middle = from + (to - from) / 2;
        let start = text[from..middle].iter().rposition(|b| *b == separator).map_or(from, |n| from + n + 1);
        let end = text[middle..].iter().position(|b| *b == separator).map_or(text.len(), |n| middle + n);
        match compare(&text[start..end]) {
            Ordering::Less => to = start,
            Ordering::Equal => return Some(start..end),
            Ordering::Greater => from = end + 1,
        }
    }
    None
}

/// Fails unless the entries of `text`, with `separator` between them, are sorted, each once, and none is empty.
const fn check(text: &[u8], separator: u8) {
    let (mut last, mut from) = (0..0, 0);
    let mut at = 0;
    while at <= text.len() {
        if at == text.len() || text[at] == separator {
            assert!(from < at, "no entry of a set is empty");
            assert!(from == 0 || is_before(text, (last.start, last.end), (from, at)), "the entries of a set stand sorted by their bytes, each once");
            last = from..at;
            from = at + 1;
        }
        at += 1;
    }
}

/// True where the `first` piece of `text` stands before the `second` by its bytes, which is how `str` is ordered.
const fn is_before(text: &[u8], first: (usize, usize), second: (usize, usize)) -> bool {
    let mut n = 0;
    while first.0 + n < first.1 && second.0 + n < second.1 {
        if text[first.0 + n] != text[second.0 + n] {
            return text[first.0 + n] < text[second.0 + n];
        }
        n += 1;
    }
    first.1 - first.0 < second.1 - second.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_its_words_and_no_others() {
        const COLOURS: WordSet = WordSet::new("Red blue blueish green ünder");
        assert_eq!(COLOURS.words().count(), 5);
        assert!(COLOURS.words().all(|word| COLOURS.has(word)));
        assert!(["", "b", "red", "blue-green", "under", "Red blue", " ", "Red ", "zebra"].iter().all(|word| !COLOURS.has(word)));
        assert!(COLOURS.has_in_any_case("BLUEish") && !COLOURS.has_in_any_case("Blu") && !COLOURS.has_in_any_case("blue green"));
        const ONE: WordSet = WordSet::new("blue");
        assert!(ONE.has("blue") && !ONE.has("") && !ONE.has("blu") && !ONE.has("blues"));
    }

    #[test]
    fn phrases_may_have_blanks() {
        const AMOUNTS: PhraseSet = PhraseSet::new("a few|a great deal|plenty");
        assert!(AMOUNTS.phrases().all(|phrase| AMOUNTS.has(phrase)));
        assert!(["a", "a few|a great deal", "a great", "deal", "few"].iter().all(|phrase| !AMOUNTS.has(phrase)));
    }

    #[test]
    fn phrases_may_be_pairs() {
        const COLOURS: PhraseSet = PhraseSet::new("bleu=blue|rouge=red|rougeish=a kind of red");
        assert_eq!((COLOURS.value("rouge"), COLOURS.value("rougeish")), (Some("red"), Some("a kind of red")));
        assert!(["", "ble", "bleu=", "red", "vert"].iter().all(|word| COLOURS.value(word).is_none()));
    }

    #[test]
    fn a_class_has_the_words_of_its_sets_but_for_those_left_out() {
        const COLOURS: WordSet = WordSet::new("blue green red");
        const BRIGHT: WordClass = WordClass::of(&[COLOURS, WordSet::new("white yellow")]).without(WordSet::new("blue"));
        assert!(["green", "red", "white", "yellow"].iter().all(|word| BRIGHT.has(word)));
        assert!(!BRIGHT.has("blue") && !BRIGHT.has("black"));
        assert!(WordClass::of(&[COLOURS]).has("blue"));
    }

    #[test]
    #[should_panic(expected = "sorted")]
    fn refuses_words_out_of_order() {
        let _ = WordSet::new("green blue");
    }

    #[test]
    #[should_panic(expected = "each once")]
    fn refuses_a_word_twice() {
        let _ = WordSet::new("blue blue");
    }

    #[test]
    #[should_panic(expected = "empty")]
    fn refuses_two_separators_in_a_row() {
        let _ = WordSet::new("blue  green");
    }

    proptest::proptest! {
        #[test]
        fn is_searched_as_a_list_is(text in "[ab]{1,3}( [a-c]{1,3}){0,30}", asked in "[a-c]{0,3}") {
            let words: std::collections::BTreeSet<&str> = text.split(' ').collect();
            let sorted = words.iter().copied().collect::<Vec<_>>().join(" ");
            proptest::prop_assert_eq!(holds(&sorted, b' ', &asked), words.contains(asked.as_str()));
            proptest::prop_assert!(words.iter().all(|word| holds(&sorted, b' ', word)));
        }
    }
}
