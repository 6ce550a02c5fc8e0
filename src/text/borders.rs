//! Character borders near a byte.

/// The last character border of `text` at or before byte `at`; its end where `at` lies behind that.
#[must_use]
pub fn border_before(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The first character border of `text` at or after byte `at`; its end where `at` lies behind that.
#[must_use]
pub fn border_after(text: &str, at: usize) -> usize {
    (at.min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_inside_a_character_is_moved_to_its_ends() {
        let text = "a—b";
        assert_eq!((0..7).map(|at| border_before(text, at)).collect::<Vec<_>>(), [0, 1, 1, 1, 4, 5, 5]);
        assert_eq!((0..7).map(|at| border_after(text, at)).collect::<Vec<_>>(), [0, 1, 4, 4, 4, 5, 5]);
    }
}
