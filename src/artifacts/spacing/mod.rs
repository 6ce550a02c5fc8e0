//! Blanks and line breaks: too many, too few, in the wrong place.

mod blanks;
mod decoded;
mod detokenise;
mod lines;
mod missing;
mod tokenised;
mod uneven;

use super::{Finding, Page};

pub(super) use lines::is_divided;

/// Finds what is wrong with the blanks and line breaks of `page`.
pub(super) fn find(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let verdict = tokenised::find(page, findings);
    blanks::find(page, verdict, findings);
    missing::find(page, verdict, findings);
    lines::find(page, findings);
    uneven::find(page, findings);
}
