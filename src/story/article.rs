//! What goes into a story.

use crate::annotation::Analysis;

/// One article with what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// Its text.
    pub text: &'a str,
    /// What the desk found, all layers of it; places are bytes of `text`.
    pub analysis: &'a Analysis,
}
