//! Exchange formats: one table, one file a format.
//!
//! [`FORMATS`] lists them; [`Format::write`] writes articles, [`import`] reads any of them by their content, not by the name
//! of the file. What a format would lose is counted for one article by [`Format::losses`] before it is written.
//!
//! `catalogue` and `sniff` know of the formats without knowing how they are written or read; the page uses them alone.
//! What all readers and writers share stands in leaves: `article`, `links`, `place`, `imported`, `sound`, `limits`, `file`,
//! `table`, `tiles`, `json`, `xml`, `zip`.

mod article;
mod brat;
mod cas;
mod catalogue;
mod conll;
mod csv;
mod docbin;
mod doccano;
mod file;
mod gate;
mod html;
mod import;
mod imported;
mod json;
mod label_studio;
mod limits;
mod links;
mod loss;
pub mod native;
mod office;
mod place;
mod prodigy;
mod registry;
mod rows;
mod sniff;
mod sound;
mod spacy;
pub mod table;
mod tei;
#[cfg(test)]
mod tests;
mod tiles;
mod web_annotation;
mod webanno;
mod xml;
mod zip;

pub use article::{Article, Marks};
pub use catalogue::{Characters, FORMATS, Format, Keeps, Overlap, Slots};
pub use file::File;
pub use import::import;
pub use imported::{Contents, ImportError, Imported, Refused};
pub use json::mistake as json_mistake;
pub use limits::TEXT as LONGEST_TEXT;
pub use loss::Loss;
pub use place::Unit;
pub use sniff::is_annotated;
pub use zip::pack;
