//! Galley's own format: one JSON object a document, lossless. Offsets in files are code points.
//!
//! What the contract says (`document`, `annotations`, `relations`, `edits`) is what other programs read. A document that a
//! person has worked on says more, in fields that they may pass over:
//!
//! * `labels`: labels of the person's own, each with `label`, `layer`, `name`, `key`, `colour`;
//! * `replaces` of an annotation: the person has it in hand, and these are the suggestions that it answers, each with
//!   `layer`, `label`, `start`, `end`, `text`, and up to 16 characters `before` and `after`. They are not made again;
//! * `repair` of a finding: what its repair changes, `start`, `end`, `text`, where the attribute `fix` does not say it;
//! * `desk`: what the work started from and every gesture, with undo and redo, in bytes. It is Galley's alone; where the rest
//!   of the file says something else, the rest holds.

mod desk;
mod document;
mod line;
mod read;
mod write;

pub use document::{Header, NativeAnnotation, NativeDesk, NativeDocument, NativeEdit, Repair, Replaced};
pub use line::NativeLine;
pub(super) use read::read;

use super::article::Article;

/// One document a line.
pub(super) fn write(articles: &[Article]) -> String {
    super::json::lines(articles.iter().map(NativeDocument::of))
}
