//! The same words, sentence or paragraph twice.

mod blocks;
mod keys;
mod reduplicated;
mod words;

pub(super) use self::reduplicated::is_reduplicated;
use super::{Context, Finding};
use keys::Keys;

/// Finds what stands twice.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let keys = Keys::of(context);
    words::find(context, &keys, findings);
    blocks::find(context, &keys, findings);
}
