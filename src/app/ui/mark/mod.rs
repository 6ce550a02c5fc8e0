//! Marking by hand: words are selected, and the bar at the foot of the sheet offers labels for them. By mouse, by touch,
//! and by key; label first or words first; and every other place with the same words, after a look at them.

mod bar;
pub(super) mod caret;
pub(super) mod edges;
mod handles;
mod listen;
pub(super) mod overlay;
pub(super) mod own;
pub(super) mod paint;
pub(super) mod places;
pub(super) mod set;

pub(super) use bar::{MarkBar, Strip};
pub(super) use edges::Tools;
pub(super) use listen::listen;
