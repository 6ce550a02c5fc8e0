//! The source text with its structure.

use super::Layout;

/// The text as it came, never altered, with its structure.
///
/// Offsets in the document are byte offsets into this text; every span that leaves the engine is one of them.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    text: &'t str,
    layout: Layout,
}

impl<'t> Document<'t> {
    /// Reads the structure of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, layout: Layout::of(text) }
    }

    /// The document of `text`, whose structure was read before.
    #[must_use]
    pub(crate) fn with_layout(text: &'t str, layout: Layout) -> Self {
        Self { text, layout }
    }

    /// Its structure, to be kept for [`Document::with_layout`].
    #[must_use]
    pub(crate) fn into_layout(self) -> Layout {
        self.layout
    }

    /// The source text.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Its paragraphs, sentences and tokens.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.layout
    }
}
