//! Words as a whole: capitals lost, small words removed, endings cut, digits and letters misread by a scanner.

mod case;
mod function_words;
mod misread;
mod slips;
mod stems;

use super::{Context, Finding};

/// Finds what happened to the words.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    case::find(context, findings);
    stems::find(context, findings);
    function_words::find(context, findings);
    misread::find(context, findings);
    slips::find(context, findings);
}
