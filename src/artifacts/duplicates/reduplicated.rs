//! Names and words that are doubled by nature.

/// True for one half of such a name or word, in lower case.
pub(in crate::artifacts) fn is_reduplicated(word: &str) -> bool {
    REDUPLICATED.binary_search(&word).is_ok()
}

/// Bora Bora, Duran Duran, Walla Walla, "mahi mahi". Sorted.
const REDUPLICATED: &[&str] = &[
    "agar", "aye", "baden", "bang", "beri", "bobby", "bora", "boutros", "cha", "chi", "chop", "chow", "cous", "couscous", "dee", "dum", "duran", "fifty",
    "gaga", "galang", "hear", "hip", "humbert", "iloilo", "jay", "john", "kahlil", "lapu", "ling", "mahi", "major", "mau", "nino", "pago", "phi", "ping",
    "pogo", "pom", "pooh", "rah", "sing", "sirhan", "tata", "thomas", "tom", "tuk", "tutti", "wagga", "walla", "william", "ylang", "yo", "yu", "zsa",
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_can_be_searched() {
        assert!(super::REDUPLICATED.windows(2).all(|w| w[0] < w[1]));
    }
}
