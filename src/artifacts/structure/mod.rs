//! What belongs around an article and not in it, where it is cut off, and where a second one begins.

mod boilerplate;
mod bullets;
mod dateline;
mod header;
pub(super) mod headline;
mod lines;
mod splice;
mod truncation;

use super::{Context, Finding};

use lines::Lines;

/// Finds what is not the article, and where the article is not whole.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lines = Lines::of(context);
    let before = findings.len();
    header::find(&lines, findings);
    dateline::find(&lines, findings);
    boilerplate::find(&lines, findings);
    bullets::find(&lines, findings);
    truncation::find(&lines, findings);
    let spliced = splice::find(&lines, &findings[before..]);
    findings.extend(spliced);
}
