//! The words of the sentence that a fact stands in.

use std::ops::Range;

use super::super::reading::Reading;

/// A sentence's words that tell something: keys with whether they are of a name; sorted.
pub(super) fn content(reading: &Reading, at: usize, without: &Range<usize>) -> Vec<(u32, bool)> {
    let sentence = reading.words[at].sentence;
    let start = reading.words[..at].iter().rposition(|w| w.sentence != sentence).map_or(0, |n| n + 1);
    let mut words: Vec<(u32, bool)> = reading.words[start..]
        .iter()
        .enumerate()
        .take(LONGEST)
        .take_while(|(_, w)| w.sentence == sentence)
        .filter(|(n, w)| !without.contains(&(start + n)) && !w.function && !w.damaged && w.value.is_none())
        .map(|(_, w)| (w.key, w.name))
        .collect();
    words.sort_unstable();
    words.dedup_by_key(|(key, _)| *key);
    words
}

/// Words of a sentence that are looked at.
const LONGEST: usize = 120;

/// How many words two sentences share: all, and those of no name.
pub(super) fn shared(a: &[(u32, bool)], b: &[(u32, bool)]) -> (usize, usize) {
    let common: Vec<bool> = a.iter().filter_map(|(key, name)| b.iter().find(|(other, _)| other == key).map(|(_, n)| *name || *n)).collect();
    (common.len(), common.iter().filter(|name| !**name).count())
}
