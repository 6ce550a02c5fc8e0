//! Exchange formats: one registry, one file a format.
//!
//! [`FORMATS`] lists them; [`Format::write`] writes articles, [`import`] reads any of them by their content, not by the name
//! of the file. What a format would lose is counted for one article by [`Format::losses`] before it is written.

mod article;
mod brat;
mod cas;
mod conll;
mod csv;
mod docbin;
mod gate;
mod html;
mod import;
mod json;
mod jsonl;
mod label_studio;
mod loss;
pub mod native;
mod office;
mod place;
mod registry;
mod tei;
#[cfg(test)]
mod tests;
mod tiles;
mod web_annotation;
mod webanno;
mod xml;
mod zip;

use std::collections::BTreeSet;

pub use article::Article;
pub use import::{ImportError, Imported, import, import_each};
pub use loss::{Keeps, Loss, Overlap};
pub use place::Unit;
pub use registry::{FORMATS, Format};
pub use zip::pack;

/// A file that an export writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without a folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    fn text(name: impl Into<String>, text: String) -> Self {
        Self { name: name.into(), bytes: text.into_bytes() }
    }
}

/// Names for the files of `articles`: their ids without an extension or anything that a file system minds, no two alike.
fn names(articles: &[Article]) -> Vec<String> {
    let mut used = BTreeSet::new();
    let name = |article: &Article| {
        let stem = [".txt", ".html", ".htm", ".md", ".json"].into_iter().find_map(|e| article.id.strip_suffix(e)).unwrap_or(&article.id);
        let clean: String = stem.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ') { c } else { '_' }).take(80).collect();
        let clean = clean.trim_matches(['.', ' ']).to_owned();
        let clean = if clean.is_empty() { "article".to_owned() } else { clean };
        let mut free = clean.clone();
        let mut n = 1;
        // File systems that fold case would write one over the other.
        while !used.insert(free.to_lowercase()) {
            n += 1;
            free = format!("{clean}-{n}");
        }
        free
    };
    articles.iter().map(name).collect()
}
