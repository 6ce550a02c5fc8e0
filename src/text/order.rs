//! Lists in order of place.
//!
//! The standard sort is compiled anew for every type that it sorts, and was a tenth of what a browser downloads to analyse a
//! text. Here keys of one type are sorted, by one copy of it, and the items follow.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::Span;

/// Sorts `items` by `key`, the smallest first. Those with equal keys stay in the order they had.
pub fn sort_by<T>(items: &mut [T], key: impl Fn(&T) -> u128) {
    let mut keys: Vec<(u128, usize)> = items.iter().enumerate().map(|(n, item)| (key(item), n)).collect();
    if !sort(&mut keys) {
        return;
    }
    follow(items, keys.into_iter().map(|(_, n)| n).collect());
}

/// Sorts `items` by `compare`. Those that compare equal stay in the order they had.
pub fn sort_with<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places: Vec<usize> = (0..items.len()).collect();
    sort_places(&mut places, &mut |a, b| compare(&items[a], &items[b]));
    follow(items, places);
}

#[inline(never)]
fn sort_places(places: &mut [usize], compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    // Mostly two sorted lists, one behind the other, which the stable sort merges.
    places.sort_by(|a, b| compare(*a, *b));
}

/// Puts every item where `places`, in order, say that it comes from.
fn follow<T>(items: &mut [T], mut places: Vec<usize>) {
    // In place, one cycle of the permutation after the other: a second copy of a long list would be what a reading takes most of.
    for start in 0..places.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut places[at], at);
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// A set of `items`. Collecting one sorts first, with a copy of the standard sort for each type.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// The same of a map; of two values with one key the later one is kept.
pub fn map<K: Ord, V>(items: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(items);
    map
}

/// False where the keys were in order already.
#[inline(never)]
fn sort(keys: &mut [(u128, usize)]) -> bool {
    let unsorted = !keys.is_sorted();
    if unsorted {
        keys.sort_unstable();
    }
    unsorted
}

/// The key that puts spans in order of start, and of those that start together the shorter first.
#[must_use]
pub fn of_place(span: Span) -> u128 {
    pair(span.start(), span.end())
}

/// The key that puts spans in order of start, and of those that start together the longer first, equal ones by `rank`.
#[must_use]
pub fn outer_first(span: Span, rank: u8) -> u128 {
    pair(span.start(), u32::MAX as usize - span.end()) << 8 | u128::from(rank)
}

/// The key of two numbers, the first before the second.
#[must_use]
pub fn pair(first: usize, second: usize) -> u128 {
    (first as u128) << 64 | second as u128
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_and_keeps_equals_in_order() {
        let mut words = vec!["roof", "a", "wall", "of", "b"];
        sort_by(&mut words, |w| w.len() as u128);
        assert_eq!(words, ["a", "b", "of", "roof", "wall"]);
        sort_by(&mut words, |w| w.len() as u128);
        assert_eq!(words, ["a", "b", "of", "roof", "wall"]);
        sort_by(&mut Vec::<&str>::new(), |w| w.len() as u128);
    }

    #[test]
    fn sorts_by_comparing_and_keeps_equals_in_order() {
        let mut words = vec!["roof", "a", "wall", "of", "b"];
        sort_with(&mut words, |a, b| b.len().cmp(&a.len()));
        assert_eq!(words, ["roof", "wall", "of", "a", "b"]);
        assert_eq!(set(["b", "a", "b"]).into_iter().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(map([("b", 1), ("a", 2), ("b", 3)]).into_iter().collect::<Vec<_>>(), [("a", 2), ("b", 3)]);
    }

    #[test]
    fn the_outer_span_comes_first() {
        let mut spans = vec![Span::new(4, 9), Span::new(0, 3), Span::new(0, 8)];
        sort_by(&mut spans, |s| outer_first(*s, 0));
        assert_eq!(spans, [Span::new(0, 8), Span::new(0, 3), Span::new(4, 9)]);
        sort_by(&mut spans, |s| of_place(*s));
        assert_eq!(spans, [Span::new(0, 3), Span::new(0, 8), Span::new(4, 9)]);
    }

    proptest::proptest! {
        #[test]
        fn any_list_is_sorted_as_by_the_standard_sort(keys in proptest::collection::vec(0u128..6, 0..40)) {
            let mut items: Vec<(u128, usize)> = keys.into_iter().enumerate().map(|(n, key)| (key, n)).collect();
            let mut sorted = items.clone();
            sorted.sort_by_key(|(key, _)| *key);
            sort_by(&mut items, |(key, _)| *key);
            proptest::prop_assert_eq!(items, sorted);
        }
    }
}
