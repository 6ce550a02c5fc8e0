//! What a rule finds that stands before a cue.

use super::super::*;

/// What a rule finds.
pub(super) enum Found {
    /// The cue reports nothing that stands before it.
    Nothing,
    /// What stands before the cue, and perhaps around it.
    Before(Vec<Content>),
    /// What follows a cue that opens its sentence: "As Ames noted, the roof leaked".
    After(Content),
}
