//! A repair on its way, and what repairs are found in.

use crate::story::article::Article;
use crate::story::model::{Certainty, Place, Utterance};
use crate::story::reading::Reading;

/// One repair, before those of one place are settled. Word ranges are of the damaged article.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) doc: usize,
    pub(super) words: std::ops::Range<usize>,
    pub(super) insert: String,
    pub(super) certainty: Certainty,
    pub(super) support: Place,
}

/// What the parts are found in.
pub(super) struct Desk<'s> {
    pub(super) articles: &'s [Article<'s>],
    pub(super) readings: &'s [Reading],
    pub(super) utterances: &'s [Utterance],
}
