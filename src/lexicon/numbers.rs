//! Words for numbers.

/// "one" to "nineteen", the tens, and what multiplies the number before it, in order of the words.
pub(crate) const NUMBERS: &[(&str, f64)] = &[
    ("billion", 1e9),
    ("eight", 8.0),
    ("eighteen", 18.0),
    ("eighty", 80.0),
    ("eleven", 11.0),
    ("fifteen", 15.0),
    ("fifty", 50.0),
    ("five", 5.0),
    ("forty", 40.0),
    ("four", 4.0),
    ("fourteen", 14.0),
    ("hundred", 1e2),
    ("million", 1e6),
    ("nine", 9.0),
    ("nineteen", 19.0),
    ("ninety", 90.0),
    ("one", 1.0),
    ("seven", 7.0),
    ("seventeen", 17.0),
    ("seventy", 70.0),
    ("six", 6.0),
    ("sixteen", 16.0),
    ("sixty", 60.0),
    ("ten", 10.0),
    ("thirteen", 13.0),
    ("thirty", 30.0),
    ("thousand", 1e3),
    ("three", 3.0),
    ("trillion", 1e12),
    ("twelve", 12.0),
    ("twenty", 20.0),
    ("two", 2.0),
];

/// The value of a word for a number, in small letters.
pub(crate) fn number(word: &str) -> Option<f64> {
    NUMBERS.binary_search_by_key(&word, |(w, _)| w).ok().map(|n| NUMBERS[n].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_can_be_searched() {
        assert!(NUMBERS.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!((number("seven"), number("trillion"), number("dozen")), (Some(7.0), Some(1e12), None));
    }
}
