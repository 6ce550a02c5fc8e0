//! Hyphens of Unicode that are read as the common one: U+2010, and U+2011, which keeps its words on one line.

use super::{Replacement, Span};

/// The hyphens inside words of `text`, each to be read as "-". They are no damage; a name is the same name with them.
#[must_use]
pub fn unicode_hyphens(text: &str) -> Vec<Replacement> {
    if !text.contains(['\u{2010}', '\u{2011}']) {
        return Vec::new();
    }
    let inside = |at: usize, length: usize| text[..at].ends_with(char::is_alphanumeric) && text[at + length..].starts_with(char::is_alphanumeric);
    text.match_indices(['\u{2010}', '\u{2011}'])
        .filter(|(at, hyphen)| inside(*at, hyphen.len()))
        .map(|(at, hyphen)| Replacement { span: Span::new(at, at + hyphen.len()), text: "-".to_owned() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_inside_words_are_read_as_the_common_one() {
        let found = unicode_hyphens("Anne\u{2010}Sophie \u{2011} well\u{2011}known-");
        assert_eq!(found.iter().map(|r| r.span.start()).collect::<Vec<_>>(), [4, 22]);
        assert!(unicode_hyphens("Anne-Sophie").is_empty());
    }
}
