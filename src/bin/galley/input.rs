//! Articles from files and from standard input.

use std::io::Read as _;
use std::path::Path;

use serde::Deserialize;
use thiserror::Error;

/// One article to read.
pub(crate) struct Article {
    /// A text file's name, or the id of a line of JSON.
    pub(crate) id: String,
    /// Its text.
    pub(crate) text: String,
}

/// Why an article could not be read. The message names the file and the place.
#[derive(Debug, Error)]
pub(crate) enum InputError {
    #[error("{path}: {reason}")]
    Unreadable { path: String, reason: std::io::Error },
    #[error("{path}: not UTF-8 at byte {at}; save the file as UTF-8")]
    NotUtf8 { path: String, at: usize },
    #[error("{path}:{line}: {reason}; expected an object with \"id\" and \"text\"")]
    NotAnArticle { path: String, line: usize, reason: serde_json::Error },
}

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
}

/// The articles in `path`: a text file is one, a `.jsonl` file one a line. "-" is standard input, one text, or
/// lines of JSON where its first character is "{".
pub(crate) fn read(path: &str) -> Vec<Result<Article, InputError>> {
    let bytes = if path == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(reason) => return vec![Err(InputError::Unreadable { path: path.into(), reason })],
    };
    let lines_of_json = path.ends_with(".jsonl") || (path == "-" && bytes.first() == Some(&b'{'));
    if !lines_of_json {
        let id = Path::new(path).file_name().map_or(path.to_owned(), |n| n.to_string_lossy().into_owned());
        return vec![match String::from_utf8(bytes) {
            Ok(text) => Ok(Article { id, text }),
            Err(e) => Err(InputError::NotUtf8 { path: path.into(), at: e.utf8_error().valid_up_to() }),
        }];
    }
    let mut before = 0;
    let mut articles = Vec::new();
    for (n, line) in bytes.split(|b| *b == b'\n').enumerate() {
        if !line.trim_ascii().is_empty() {
            articles.push(parse_line(path, n + 1, before, line));
        }
        before += line.len() + 1;
    }
    articles
}

fn parse_line(path: &str, line: usize, before: usize, bytes: &[u8]) -> Result<Article, InputError> {
    let text = std::str::from_utf8(bytes).map_err(|e| InputError::NotUtf8 { path: path.into(), at: before + e.valid_up_to() })?;
    let parsed: Line = serde_json::from_str(text).map_err(|reason| InputError::NotAnArticle { path: path.into(), line, reason })?;
    let id = match parsed.id {
        serde_json::Value::String(id) => id,
        other => other.to_string(),
    };
    Ok(Article { id, text: parsed.text })
}
