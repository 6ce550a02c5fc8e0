//! What a headline looks like.

/// A headline has no more words.
const MOST_WORDS: usize = 18;

/// True for three to eighteen words that open with a capital, a figure or a mark, and are no address. Where a headline stands, and how it
/// ends, is the caller's to see.
pub(in crate::artifacts) fn looks_like_headline(line: &str) -> bool {
    let opens = line.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '‘' | '\''));
    opens && (3..=MOST_WORDS).contains(&line.split_whitespace().take(MOST_WORDS + 1).count()) && !line.contains("://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_a_capital() {
        assert!(looks_like_headline("Council keeps the ferry") && looks_like_headline("“We stay,” says council"));
        assert!(!looks_like_headline("and so it went") && !looks_like_headline("Two words") && !looks_like_headline(&"Word ".repeat(19)));
        assert!(!looks_like_headline("See https://example.org for more"));
    }
}
