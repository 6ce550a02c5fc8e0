//! Word lists of the rules. They are short and sure; the long lists are in the model's lexicon.

pub(super) mod ordinary;
pub(super) mod organisations;
pub(super) mod people;
pub(super) mod places;

/// True where the sorted `list` holds `word`.
pub(super) fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [
            places::COUNTRIES,
            places::REGIONS,
            places::CITIES,
            places::PLACE_WORDS,
            people::FIRST_NAMES,
            people::TITLES,
            people::GROUPS,
            organisations::ORGANISATIONS,
            organisations::ORGANISATION_WORDS,
            ordinary::ORDINARY,
        ] {
            assert!(list.windows(2).all(|w| w[0] < w[1]), "{:?}", list.windows(2).find(|w| w[0] >= w[1]));
        }
    }
}
