//! What a reader gives: an article, what had to be put right in it, or why there is none.

use std::collections::BTreeSet;
use std::fmt;

use thiserror::Error;

use super::article::Article;
use super::limits;
use super::place::Notes;
use crate::annotation::{Annotation, Relation};

/// An article that was read, and what had to be put right.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The article.
    pub article: Article,
    /// For the person who imports, one line each.
    pub notes: Vec<String>,
}

/// Part of a file that could not be read: a line, a file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Where: "b.txt"; empty where the error says it.
    pub place: String,
    /// Why.
    pub error: ImportError,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() { write!(f, "{}", self.error) } else { write!(f, "{}: {}", self.place, self.error) }
    }
}

/// What there is in a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// The articles that could be read, in order.
    pub articles: Vec<Imported>,
    /// What could not be read, in order.
    pub refused: Vec<Refused>,
}

impl Contents {
    /// One article and nothing else.
    pub(super) fn one(imported: Imported) -> Self {
        Self { articles: vec![imported], refused: Vec::new() }
    }

    /// Adds what is in another file, which is at `place`.
    pub(super) fn add(&mut self, place: &str, contents: Result<Contents, ImportError>) {
        match contents {
            Ok(contents) => {
                self.articles.extend(contents.articles);
                let inside = |r: Refused| Refused { place: if r.place.is_empty() { place.to_owned() } else { format!("{place}: {}", r.place) }, ..r };
                self.refused.extend(contents.refused.into_iter().map(inside));
            }
            Err(error) => self.refused.push(Refused { place: place.to_owned(), error }),
        }
    }
}

/// Why a file could not be read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ImportError {
    /// Not text at all, or not in UTF-8.
    #[error("not UTF-8 at byte {at}; save the file as UTF-8")]
    NotUtf8 {
        /// The first byte that is wrong.
        at: usize,
    },
    /// An image, a program, an office document.
    #[error("not a text file, nor one of annotations")]
    NotText,
    /// An archive that cannot be read.
    #[error("{reason}")]
    Archive {
        /// Why.
        reason: String,
    },
    /// A file of a known format with a mistake in it.
    #[error("{format}, {place}: {reason}")]
    Malformed {
        /// The format.
        format: &'static str,
        /// Where.
        place: String,
        /// What is wrong.
        reason: String,
    },
    /// A table that has no texts, or not clearly.
    #[error("{reason}")]
    Table {
        /// What it is, and what can be done.
        reason: String,
    },
    /// JSON that is none of the formats.
    #[error("JSON, but of no format that Galley knows")]
    UnknownJson,
    /// Annotations without the text that they are about.
    #[error("{format}: the file has annotations but not the text that they are about")]
    NoText {
        /// The format.
        format: &'static str,
    },
    /// A text that no page could show.
    #[error("the text has {megabytes} MB; Galley reads texts of up to {} MB: split it first", limits::TEXT / 1_000_000)]
    TooLong {
        /// Its size, rounded up.
        megabytes: usize,
    },
    /// A native document of a newer Galley.
    #[error("the file is of version {version} of Galley's format; this Galley reads version 1")]
    Version {
        /// The version.
        version: u32,
    },
}

impl ImportError {
    /// A mistake that a parser names.
    pub(super) fn malformed(format: &'static str, reason: &dyn fmt::Display) -> Self {
        ImportError::Malformed { format, place: "the file".into(), reason: reason.to_string() }
    }

    /// A mistake in line `line`, counted from 1.
    pub(super) fn in_line(format: &'static str, line: usize, reason: &str) -> Self {
        ImportError::Malformed { format, place: format!("line {line}"), reason: reason.to_owned() }
    }
}

/// Puts a document together: order, ids of relations, relations without ends left out.
pub(super) fn finish(name: &str, words: &str, mut annotations: Vec<Annotation>, relations: Vec<Relation>, notes: Notes) -> Imported {
    annotations.sort_by_key(|a| (a.span.start(), std::cmp::Reverse(a.span.end()), a.layer));
    let mut article = Article { annotations, relations, ..Article::of_text(name, words) };
    let there: BTreeSet<&str> = article.annotations.iter().map(|a| a.id.as_str()).collect();
    let ends = |r: &Relation| there.contains(r.from.as_str()) && there.contains(r.to.as_str());
    article.relations = std::mem::take(&mut article.relations).into_iter().filter(ends).collect();
    for (n, relation) in article.relations.iter_mut().enumerate() {
        relation.id = format!("r{}", n + 1);
    }
    Imported { article, notes: notes.lines() }
}
