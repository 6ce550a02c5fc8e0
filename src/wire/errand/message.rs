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
    /// Find a pattern of the browser's own kind. It is done here because a pattern may never end, and a worker can be stopped.
    Find {
        /// The text.
        text: String,
        /// The pattern, as `RegExp` takes it.
        pattern: String,
        /// Its flags.
        flags: String,
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
    /// Where a pattern was found.
    Hits {
        /// Start and end in UTF-16 units; never empty.
        places: Vec<(u32, u32)>,
        /// True where it also fits places without any letter, which are left out.
        empty: bool,
        /// True where there are more than are told.
        more: bool,
    },
    /// It could not be done; why.
    Refused {
        /// For a person.
        reason: String,
    },
}
