//! What is asked, and what is answered.

use serde::{Deserialize, Serialize};

use crate::formats::{Article, Loss};

/// What the page wants done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Errand {
    /// Write these articles in a format.
    Write {
        /// Its name among [`FORMATS`](crate::formats::FORMATS).
        format: String,
        /// The articles.
        articles: Vec<Article>,
    },
    /// Read a file of whatever format.
    Read {
        /// The file's name.
        name: String,
        /// What is in it.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The worker listens.
    Ready {
        /// [`PROTOCOL`](crate::wire::PROTOCOL) of the worker.
        protocol: u32,
    },
    /// The file.
    Written {
        /// Its name.
        name: String,
        /// What is in it.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
        /// What the articles lost, added up.
        losses: Vec<Loss>,
    },
    /// The articles, and what had to be put right in each.
    Articles {
        /// One pair an article.
        articles: Vec<(Article, Vec<String>)>,
        /// Files of an archive and lines that could not be read, a sentence for each.
        refused: Vec<String>,
    },
    /// It could not be done; why.
    Refused {
        /// For a person.
        reason: String,
    },
}
