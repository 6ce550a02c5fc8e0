//! A set of words or names, in order.

/// Words, sorted by their bytes, each once. Anything else does not compile:
///
/// ```ignore
/// const COLOURS: WordSet = WordSet::new(&["blue", "green", "red"]);
/// ```
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordSet(&'static [&'static str]);

impl WordSet {
    /// The set of `words`. Fails, at compile time where it makes a constant, unless each stands after the one before it.
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        let mut n = 1;
        while n < words.len() {
            assert!(is_before(words[n - 1], words[n]), "the words of a set stand sorted by their bytes, each once");
            n += 1;
        }
        Self(words)
    }

    /// True for one of the words, as it is written.
    pub(crate) fn has(self, word: &str) -> bool {
        self.0.binary_search(&word).is_ok()
    }

    /// The words, in order.
    /// The words, in order.
    #[cfg(test)]
    pub(crate) fn words(self) -> &'static [&'static str] {
        self.0
    }
}

/// True where `first` stands before `second` by its bytes, which is how `str` is ordered.
const fn is_before(first: &str, second: &str) -> bool {
    let (first, second) = (first.as_bytes(), second.as_bytes());
    let mut n = 0;
    while n < first.len() && n < second.len() {
        if first[n] != second[n] {
            return first[n] < second[n];
        }
        n += 1;
    }
    first.len() < second.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_its_words_and_no_others() {
        const COLOURS: WordSet = WordSet::new(&["Red", "blue", "blueish", "green", "ünder"]);
        assert!(COLOURS.words().iter().all(|word| COLOURS.has(word)));
        assert!(["", "b", "red", "blue-green", "under"].iter().all(|word| !COLOURS.has(word)));
    }

    #[test]
    #[should_panic(expected = "sorted")]
    fn refuses_words_out_of_order() {
        let _ = WordSet::new(&["green", "blue"]);
    }

    #[test]
    #[should_panic(expected = "each once")]
    fn refuses_a_word_twice() {
        let _ = WordSet::new(&["blue", "blue"]);
    }
}
