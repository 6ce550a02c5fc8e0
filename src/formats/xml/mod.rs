//! XML: what may stand in it, its one writer, and its reader's bounds.

mod escape;
mod read;
mod write;

pub(super) use escape::{escape, escape_content, id, replaced};
pub(super) use read::parse;
pub(super) use write::Writer;
