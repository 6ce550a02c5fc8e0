//! Articles from files and from standard input.

use std::io::{self, Read as _, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;

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

/// Writes to standard output when its turn has come.
pub(crate) type Writer = Box<dyn FnOnce(&mut dyn Write) -> io::Result<()> + Send>;

/// What came of one article.
#[derive(Default)]
pub(crate) struct Output {
    /// For standard output.
    pub(crate) bytes: Vec<u8>,
    /// For standard output after `bytes`, made only while it is written.
    pub(crate) later: Option<Writer>,
    /// A line for standard error; none where empty.
    pub(crate) said: String,
}

impl Output {
    /// What `write` writes, when its turn has come.
    pub(crate) fn written_later(write: impl FnOnce(&mut dyn Write) -> io::Result<()> + Send + 'static) -> Self {
        Self { later: Some(Box::new(write)), ..Self::default() }
    }
}

/// Articles that are in work at a time, for each processor: enough that a long one does not keep the others idle.
const AHEAD: usize = 8;

/// Articles of together so many bytes are in work at a time, or one that is longer.
const BYTES_AHEAD: usize = 4 << 20;

/// Does `work` for every article in `paths`, on all processors, and writes what comes of them in order. The exit status is
/// 2 where an article could not be read; the others are written all the same.
pub(crate) fn each(paths: &[String], work: impl Fn(Article) -> Output + Sync) -> ExitCode {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut status = ExitCode::SUCCESS;
    let mut articles = paths.iter().flat_map(|p| read(p)).peekable();
    loop {
        let mut some = Vec::new();
        let mut bytes = 0;
        let length = |article: &Result<Article, InputError>| article.as_ref().map_or(0, |a| a.text.len());
        while let Some(next) = articles.next_if(|next| some.is_empty() || some.len() < processors * AHEAD && bytes + length(next) <= BYTES_AHEAD) {
            bytes += length(&next);
            some.push(next);
        }
        if some.is_empty() {
            break;
        }
        for done in in_parallel(some, processors, |article| article.map(&work)) {
            let output = match done {
                Ok(output) => output,
                Err(error) => {
                    status = ExitCode::from(2);
                    Output { said: format!("galley: {error}"), ..Output::default() }
                }
            };
            if !output.said.is_empty() {
                eprintln!("{}", output.said);
            }
            if let Err(error) = out.write_all(&output.bytes).and_then(|()| output.later.map_or(Ok(()), |write| write(&mut out))) {
                return closed(&error, status);
            }
        }
    }
    out.flush().map_or_else(|error| closed(&error, status), |()| status)
}

/// A closed pipe ("| head") is the reader's wish, not an error of ours.
fn closed(error: &std::io::Error, status: ExitCode) -> ExitCode {
    if error.kind() == std::io::ErrorKind::BrokenPipe {
        return status;
    }
    eprintln!("galley: standard output: {error}");
    ExitCode::from(2)
}

/// `work` done to each of `items` by several threads; the results stand in the items' order.
fn in_parallel<T: Send, R: Send>(items: Vec<T>, threads: usize, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let line = Mutex::new(items.into_iter().enumerate());
    let next = || line.lock().unwrap_or_else(std::sync::PoisonError::into_inner).next();
    let take = || std::iter::from_fn(next).map(|(n, item)| (n, work(item))).collect::<Vec<_>>();
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(take)).collect();
        let mut done = take();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(n, _)| *n);
    done.into_iter().map(|(_, result)| result).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_in_parallel_stands_in_order() {
        for threads in [1, 2, 7] {
            let squares = in_parallel((0..100).collect(), threads, |n: u64| n * n);
            assert_eq!(squares, (0..100).map(|n| n * n).collect::<Vec<u64>>());
        }
    }
}
