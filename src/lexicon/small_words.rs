//! The small words of English, once: what several rooms mean by a small word is told by what it has more and less.

use super::WordSet;

/// The commonest small words: no sentence goes on without one.
pub(crate) const SMALL_WORDS: WordSet = WordSet::new(
    "a about after all also an and are as at be because been before but by can could did do does for from had has have he her him his how i if in \
     into is it its more my no not of on or our out over she should so some than that the their them then there they this to up was we were what \
     when where which who will with would you your",
);

/// Further ones that tell little of what a sentence says.
pub(crate) const FURTHER_SMALL_WORDS: WordSet = WordSet::new(
    "again am any being doing down during each here hers just may me might most must nor off one only other own such these those too under until \
     upon us very while whom why",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_stands_in_both() {
        assert!(FURTHER_SMALL_WORDS.words().all(|word| !SMALL_WORDS.has(word)));
    }
}
