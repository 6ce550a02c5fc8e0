//! The models that the command line carries.

use galley::Models;

/// All of them. One that this build cannot read is left out with a warning: the rest still works.
pub(crate) fn models() -> Models {
    Models::shipped(|name, error| say!("galley: models/{name}: {error}"))
}
