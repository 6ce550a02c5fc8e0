//! WebAnno TSV 3.3, as INCEpTION reads it; 3.2 is read too. UTF-16 units. Annotations take whole tokens; text between sentences
//! has no place in the format.

mod read;
mod shape;
mod write;

pub(super) use read::read;
pub(super) use write::write;
