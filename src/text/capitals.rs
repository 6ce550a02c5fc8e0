//! Capitals.

/// `word` with a capital: "mayor" gives "Mayor".
#[must_use]
pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_letter_has_its_capital() {
        assert_eq!(["mayor", "élan", "ßa", ""].map(capitalised), ["Mayor", "Élan", "SSa", ""]);
    }
}
