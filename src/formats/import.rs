//! Reading any format, told apart by content.

use std::path::Path;

use serde_json::Value;
use thiserror::Error;

use super::{Article, brat, cas, conll, gate, html, jsonl, label_studio, native, office, tei, web_annotation, webanno, zip};

/// An article that was read, and what had to be put right.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The article.
    pub article: Article,
    /// For the person who imports, one line each.
    pub notes: Vec<String>,
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
    /// JSON that is none of the formats.
    #[error("JSON, but of no format that Galley knows")]
    UnknownJson,
    /// Annotations without the text that they are about.
    #[error("{format}: the file has annotations but not the text that they are about")]
    NoText {
        /// The format.
        format: &'static str,
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
    pub(super) fn malformed(format: &'static str, reason: &dyn std::fmt::Display) -> Self {
        ImportError::Malformed { format, place: "the file".into(), reason: reason.to_string() }
    }
}

/// The articles in a file. `name` names them where the file does not; it decides nothing else.
///
/// # Errors
/// If the content is of a known format with a mistake in it, or of none.
pub fn import(name: &str, bytes: &[u8]) -> Result<Vec<Imported>, ImportError> {
    if is_archive(bytes) {
        let files = zip::unpack(bytes)?;
        if let Some(document) = document(name, &files) {
            return Ok(vec![document?]);
        }
        let (articles, refused) = import_files(&files);
        return refused.into_iter().next().map_or(Ok(articles), |(_, error)| Err(error));
    }
    let text = utf8(bytes)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let id = Path::new(name).file_name().map_or_else(|| name.to_owned(), |n| n.to_string_lossy().into_owned());
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        match json(start, &id) {
            // "[Sports] The harbour…" is an article.
            Err(ImportError::Malformed { format: "JSON", .. }) if !start.starts_with("{\"") && !start.starts_with("[{") => {}
            result => return result,
        }
    }
    if let Some(data) = html::data(text) {
        return Ok(vec![html::read(data)?]);
    }
    if start.starts_with('<') {
        if start.contains("<TEI") {
            return Ok(vec![tei::read(text, &id)?]);
        }
        if start.contains("http://www.omg.org/XMI") {
            return Ok(vec![cas::read_xmi(text, &id)?]);
        }
    }
    if text.starts_with("#FORMAT=WebAnno TSV 3") {
        return Ok(vec![webanno::read(text, &id)?]);
    }
    if conll::is_u(text) {
        return Ok(conll::read_u(text));
    }
    if conll::is_columns(text) {
        return Ok(conll::read_columns(text));
    }
    Ok(vec![Imported { article: Article::of_text(&id, text), notes: Vec::new() }])
}

/// As [`import`], but what can be read of an archive is read: with it, a sentence for each file that cannot.
///
/// # Errors
/// As [`import`], of a file that is no archive, and of an archive that cannot be opened.
pub fn import_each(name: &str, bytes: &[u8]) -> Result<(Vec<Imported>, Vec<String>), ImportError> {
    if !is_archive(bytes) {
        return Ok((import(name, bytes)?, Vec::new()));
    }
    let files = zip::unpack(bytes)?;
    if let Some(document) = document(name, &files) {
        return Ok((vec![document?], Vec::new()));
    }
    let (articles, refused) = import_files(&files);
    Ok((articles, refused.into_iter().map(|(name, error)| format!("{name}: {error}.")).collect()))
}

/// The article in the archive of a word processor. None where it is another archive.
fn document(name: &str, files: &[(String, Vec<u8>)]) -> Option<Result<Imported, ImportError>> {
    let names: Vec<&str> = files.iter().map(|(n, _)| n.as_str()).collect();
    let read = office::read(&names, |wanted| files.iter().find(|(n, _)| n == wanted).map(|(_, bytes)| bytes.clone()))?;
    let id = Path::new(name).file_name().map_or_else(|| name.to_owned(), |n| n.to_string_lossy().into_owned());
    Some(read.map(|text| Imported { article: Article::of_text(&id, &text), notes: Vec::new() }))
}

fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

fn utf8(bytes: &[u8]) -> Result<&str, ImportError> {
    let wrong = |at: usize| if bytes.iter().take(4096).any(|b| *b == 0) { ImportError::NotText } else { ImportError::NotUtf8 { at } };
    std::str::from_utf8(bytes).map_err(|e| wrong(e.valid_up_to()))
}

/// The articles in several files that belong together: an `.ann` file goes with the `.txt` file of its name. With them,
/// what could not be read, and why.
fn import_files(files: &[(String, Vec<u8>)]) -> (Vec<Imported>, Vec<(String, ImportError)>) {
    let stem = |name: &str| name.rsplit_once('.').map_or(name.to_owned(), |(s, _)| s.to_owned());
    let annotated = |name: &str| files.iter().find(|(n, _)| n.ends_with(".ann") && stem(n) == stem(name));
    let (mut articles, mut refused) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        // What comes with annotations and is none itself; the rest of a Mac archive.
        let beside = [".ann", ".conf", "TypeSystem.xml", "labelling-config.xml"].iter().any(|e| name.ends_with(e)) || name.starts_with("__MACOSX/");
        if beside {
            continue;
        }
        let read = match annotated(name).filter(|_| name.ends_with(".txt")) {
            Some((_, annotations)) => {
                let id = Path::new(name).file_name().map_or_else(|| name.clone(), |n| n.to_string_lossy().into_owned());
                utf8(bytes).and_then(|text| utf8(annotations).and_then(|a| brat::read(&id, text, a))).map(|read| vec![read])
            }
            None => import(name, bytes),
        };
        match read {
            Ok(read) => articles.extend(read),
            Err(error) => refused.push((name.clone(), error)),
        }
    }
    (articles, refused)
}

/// The articles in JSON: one value, or one a line.
fn json(text: &str, id: &str) -> Result<Vec<Imported>, ImportError> {
    let whole = serde_json::from_str::<Value>(text);
    let values: Vec<Value> = match whole {
        Ok(value) => {
            if web_annotation::knows(&value) {
                return Ok(vec![web_annotation::read(&value, None)?]);
            }
            match value {
                // A list of documents; spaCy's training list is a list of pairs, which are lists themselves.
                Value::Array(values) if values.iter().all(|v| v.is_object() || v.is_array()) && !values.is_empty() => values,
                value => vec![value],
            }
        }
        Err(whole) => {
            let mut values = Vec::new();
            for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
                let value = serde_json::from_str(line);
                // Where not even the first line is JSON, the mistake is in the whole.
                let place = if n == 0 { format!("line {}", whole.line()) } else { format!("line {}", n + 1) };
                values.push(value.map_err(|e| ImportError::Malformed {
                    format: "JSON",
                    place,
                    reason: if n == 0 { whole.to_string() } else { e.to_string() },
                })?);
            }
            values
        }
    };
    let mut articles = Vec::new();
    for (n, value) in values.into_iter().enumerate() {
        articles.push(json_document(value, n, id)?);
    }
    Ok(articles)
}

fn json_document(value: Value, n: usize, id: &str) -> Result<Imported, ImportError> {
    if value.get("format").and_then(Value::as_str) == Some("galley") {
        return native::read(value);
    }
    if let Some(imported) = gate::read(&value, n).or_else(|| cas::read_json(&value, n)).or_else(|| label_studio::read(&value, n)) {
        return Ok(imported);
    }
    if let Some(result) = jsonl::read(&value, n) {
        return result;
    }
    // A line with a text and nothing else is an article.
    let text = value.get("text").and_then(Value::as_str).ok_or(ImportError::UnknownJson)?;
    let name = super::json::id(&value, "id").unwrap_or_else(|| if n == 0 { id.to_owned() } else { format!("{id}-{}", n + 1) });
    Ok(Imported { article: Article::of_text(&name, text), notes: Vec::new() })
}
