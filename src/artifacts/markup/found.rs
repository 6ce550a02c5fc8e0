//! What the readers of markup share.

use crate::artifacts::Finding;
use crate::text::border_before;

/// What was found at a place, and the byte after it.
pub(super) type Found = Option<(Vec<Finding>, usize)>;

/// The next `limit` bytes or fewer of `text` from `at` on, cut at a character.
pub(super) fn window(text: &str, at: usize, limit: usize) -> &str {
    &text[at..border_before(text, at + limit)]
}
