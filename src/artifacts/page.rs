//! What a mechanical detector reads.

use super::spelling::Dictionary;
use crate::text::{Document, Layout, Span, Token};

/// The document with what several mechanical detectors need of it, computed once.
#[derive(Debug)]
pub struct Page<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// Its text.
    pub text: &'a str,
    /// The words of the language, where they are at hand.
    pub dictionary: Option<&'a Dictionary>,
}

impl<'a> Page<'a> {
    /// Reads `document` once; `dictionary` tells torn words from whole ones.
    #[must_use]
    pub fn of(document: &'a Document<'a>, dictionary: Option<&'a Dictionary>) -> Self {
        Page { document, text: document.text(), dictionary }
    }

    /// Its paragraphs, sentences and tokens.
    #[must_use]
    pub fn layout(&self) -> &'a Layout {
        self.document.layout()
    }

    /// Its tokens.
    #[must_use]
    pub fn tokens(&self) -> &'a [Token] {
        &self.document.layout().tokens
    }

    /// The span of the whole text.
    #[must_use]
    pub fn whole(&self) -> Span {
        Span::new(0, self.text.len())
    }
}
