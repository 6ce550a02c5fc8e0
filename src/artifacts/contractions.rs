//! Contractions of English: which words take which endings.

/// True for a word that contracts with "not".
pub(super) fn takes_not(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "ai", "are", "ca", "could", "dare", "did", "do", "does", "had", "has", "have", "is", "might", "must", "need", "ought", "sha", "should", "was", "were",
        "wo", "would",
    ];
    WORDS.binary_search(&word.to_ascii_lowercase().as_str()).is_ok()
}
