//! The models as the project ships them, read from the folder `models`.

use std::path::Path;

use galley::Models;
use galley::wire::models::MODELS;

/// All models that the page loads; one that is missing or damaged is said so, and left out.
pub(crate) fn models() -> Models {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("models");
    let mut models = Models::default();
    for file in MODELS {
        let installed = std::fs::read(folder.join(file.name)).map_err(|error| error.to_string()).and_then(|bytes| (file.install)(&mut models, bytes));
        if let Err(message) = installed {
            eprintln!("without {}: {message}", file.name);
        }
    }
    models
}
