//! Every difference between two quotations, as operations that cover both.

mod class;
mod gap;
mod level;
mod place;
mod walk;

pub(super) use walk::{Compared, compare};
