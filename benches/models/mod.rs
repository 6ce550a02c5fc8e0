//! The models as the project ships them.

use galley::Models;

/// All models that the page loads; one that cannot be read is said so, and left out.
pub(crate) fn models() -> Models {
    Models::shipped(|name, error| eprintln!("without {name}: {error}"))
}
