//! The numbers of ids: "a12" has the 12th.

/// The number that `id` ends in; 0 for one so large that no document of ours gave it, so that there is always a next.
pub(crate) fn number(id: &str) -> u32 {
    let digits = id.trim_start_matches(|c: char| !c.is_ascii_digit());
    digits.parse().ok().filter(|n| *n < u32::MAX / 2).unwrap_or(0)
}

/// The highest number of `ids`: the one behind it is free. 0 where there are none.
pub(crate) fn highest<'a>(ids: impl IntoIterator<Item = &'a str>) -> u32 {
    ids.into_iter().map(number).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_number_has_one_behind_it() {
        assert_eq!(highest([]), 0);
        assert_eq!(highest(["a2", "r10", "E3", "note"]), 10);
        assert_eq!(highest(["a2", "a4294967295", "a99999999999999999999"]), 2);
    }
}
