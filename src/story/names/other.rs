//! The key that names of one body, place or thing share.

use super::super::{spelling, words};

/// Names of one country. Sorted by the first.
const COUNTRIES: &[(&str, &str)] = &[
    ("america", "united states"),
    ("britain", "united kingdom"),
    ("great britain", "united kingdom"),
    ("uk", "united kingdom"),
    ("united states of america", "united states"),
    ("us", "united states"),
    ("usa", "united states"),
];

/// The key of a name: lower case, no article, "X Department" for "Department of X", one name for a country.
pub(super) fn key(name: &str) -> String {
    let words: Vec<String> = name
        .split_whitespace()
        .map(|w| spelling::plain_letters(&words::folded(w.trim_matches(|c: char| !c.is_alphanumeric() && c != '&'))))
        .filter(|w| !w.is_empty() && w != "the")
        .collect();
    let mut words: Vec<&str> = words.iter().map(|w| w.strip_suffix("'s").unwrap_or(w)).collect();
    if let Some(at) = words.iter().position(|w| *w == "of")
        && at == 1
        && matches!(words[0], "department" | "ministry" | "university" | "bank")
        && words[0] != "university"
        && words.len() > 2
    {
        let head = words.remove(0);
        words.remove(0);
        words.push(head);
    }
    let key = words.join(" ");
    COUNTRIES.binary_search_by_key(&key.as_str(), |(from, _)| from).map_or(key, |n| COUNTRIES[n].1.to_owned())
}

/// The initials of a key of several words, small words apart: "southern district of new york" is "sdny".
pub(super) fn initials(key: &str) -> Option<String> {
    let words: Vec<&str> = key.split(' ').filter(|w| !matches!(*w, "of" | "the" | "and" | "for" | "in" | "on")).collect();
    (words.len() >= 3).then(|| words.iter().filter_map(|w| w.chars().next()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_for_the_forms_of_a_name() {
        assert_eq!(key("the Harbour Department"), key("Department of Harbour"));
        assert_eq!(key("U.S."), key("United States"));
        assert_ne!(key("Bank of Avelle"), key("Avelle"));
        assert_eq!(initials(&key("Port Avelle Harbour Board")).as_deref(), Some("pahb"));
    }
}
