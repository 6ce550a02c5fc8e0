//! TEI P5: names, quotations, cues and findings as elements in the text, whose content is the article, character for
//! character. Annotations that cross are written in pieces joined by `next` and `prev`. What TEI has no attribute for
//! stands in notes in `standOff`.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;
