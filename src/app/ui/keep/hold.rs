//! By what this tab holds documents.

use super::lock::Lock;

/// By what this tab holds a document.
#[derive(Clone, Default)]
pub(super) struct Hold {
    pub(super) id: String,
    /// What the database knows the holder by.
    pub(super) token: String,
    pub(super) lock: Lock,
}

/// The document on the desk.
#[derive(Clone, Default)]
pub(super) struct Current {
    pub(super) id: String,
    pub(super) hold: Hold,
    pub(super) created: u64,
    /// True once its seed is in line to be written: a sample that is only looked at is not kept.
    pub(super) stored: bool,
    /// True once the engine has read it.
    pub(super) read: bool,
    /// True once it was deleted for good elsewhere: nothing more of it is written.
    pub(super) gone: bool,
}
