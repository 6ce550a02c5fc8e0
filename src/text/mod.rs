//! Text and its structure: spans, offset units, tokens, sentences, paragraphs, and cleaned readings.

mod abbreviations;
mod borders;
mod buffer;
mod capitals;
mod cutter;
mod document;
mod hyphens;
mod layout;
mod link;
mod offsets;
pub mod order;
mod paragraph;
mod sentence;
mod span;
mod span_set;
mod token;
mod view;

pub use borders::{border_after, border_before};
pub use buffer::TextBuffer;
pub(crate) use capitals::capitalised;
pub use cutter::tokenise;
pub use document::Document;
pub use hyphens::unicode_hyphens;
pub use layout::{Layout, Paragraph, Sentence};
pub use offsets::OffsetMap;
pub use paragraph::split_paragraphs;
pub use span::Span;
pub use span_set::SpanSet;
pub use token::{Token, TokenKind, is_apostrophe, is_ignorable, is_quote_mark};
pub(crate) use view::ViewParts;
pub use view::{Replacement, View};
