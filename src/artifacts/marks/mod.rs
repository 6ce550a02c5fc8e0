//! Quotation marks, brackets and punctuation. Read from the view, so that tokenised and mojibake-ridden text is judged by what it says.

mod apostrophes;
mod brackets;
mod pairing;
mod punctuation;
mod reporter;
mod style;

use super::{Context, Finding};

/// Finds what is wrong with the marks.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    pairing::find(context, findings);
    apostrophes::find(context, findings);
    style::find(context, findings);
    brackets::find(context, findings);
    punctuation::find(context, findings);
}
