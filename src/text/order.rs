//! Lists in order of place.
//!
//! The standard sort is compiled anew for every type that it sorts, and was a tenth of what a browser downloads to analyse a
//! text. Here keys of one type are sorted, by one copy of it, and the items follow.

use super::Span;

/// Sorts `items` by `key`, the smallest first. Those with equal keys stay in the order they had.
pub fn sort_by<T>(items: &mut [T], key: impl Fn(&T) -> u128) {
    let mut keys: Vec<(u128, usize)> = items.iter().enumerate().map(|(n, item)| (key(item), n)).collect();
    if !sort(&mut keys) {
        return;
    }
    // In place, one cycle of the permutation after the other: a second copy of a long list would be what a reading takes most of.
    for start in 0..keys.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut keys[at].1, at);
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
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
