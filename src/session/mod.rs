//! A document that is being edited, and its analysis kept up with it.
//!
//! The engine is a pure function of the text; running it on a long text at every keystroke would be felt. A [`Session`]
//! holds the text and the last analysis. An edit carries what is known over to the new text, reads the lines around the
//! edit anew at once, and leaves the rest of the document to be read again in [`Session::settle`], a stage at a time,
//! when nobody is typing. What comes out in the end is what [`analyse`](crate::analyse) says of the text.
//!
//! The listener (the page) keeps a [`Mirror`]. It makes the same edits to its own copy, so that only what really
//! changed needs to be sent: an [`Update`] is a few splices of two lists. Annotations, entities and groups of quotations
//! that stay the same keep their ids through all updates.

mod carried;
mod engine;
mod mirror;
mod reconcile;
mod retold;
mod update;
mod window;

pub use engine::Session;
pub use mirror::Mirror;
pub use retold::Retold;
pub use update::{Splice, Update};
