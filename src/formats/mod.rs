//! Exchange formats, one file each.

pub mod native;
