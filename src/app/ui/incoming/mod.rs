//! What comes in: text and files that are pasted, dropped or chosen.

mod annotated;
mod door;
pub(super) mod drop;
mod read;
mod take;

pub(super) use door::Door;
pub(super) use take::files;
