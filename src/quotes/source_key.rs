//! One key for the ways in which a source without a name is written.

use super::lexicon::{DETERMINER, PEOPLE_NOUN, PERSON_NOUN, is_of_source};

/// The key of the source that `name` writes: two that differ only in article, capitals or number share it, "A senior official",
/// "the senior official" and "senior officials". The names of people and bodies keep all but their article and capitals.
#[must_use]
pub fn source_key(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut words: Vec<&str> = lower.split_whitespace().collect();
    // An article or a count; what it belongs to follows. "his aide" is not "her aide": a possessive stays.
    while words.len() > 1 && is_of_source(words[0], DETERMINER) && !matches!(words[0], "his" | "her" | "its" | "their" | "my" | "our" | "your") {
        words.remove(0);
    }
    let singular: Vec<&str> = words
        .iter()
        .map(|word| match word.strip_suffix('s') {
            Some(one) if is_of_source(word, PEOPLE_NOUN) && is_of_source(one, PERSON_NOUN) => one,
            _ => word,
        })
        .collect();
    singular.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn article_capitals_and_number_make_no_difference() {
        for name in ["A senior official", "the senior official", "Senior officials", "two senior officials", "Another senior official"] {
            assert_eq!(source_key(name), "senior official", "{name}");
        }
        assert_eq!(source_key("a source familiar with the call"), source_key("The source familiar with the call"));
    }

    #[test]
    fn different_sources_keep_different_keys() {
        assert_ne!(source_key("a senior official"), source_key("a junior official"));
        assert_ne!(source_key("his aide"), source_key("her aide"));
        assert_ne!(source_key("James Jones"), source_key("James Jone"));
        assert_eq!(source_key("Others"), "others");
    }
}
