//! Articles from files and from standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::marker::PhantomData;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;

use galley::formats::{LONGEST_TEXT, json_mistake};
use serde::Deserialize;
use serde::de::DeserializeOwned;
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
    #[error("{path}:{line}:{column}: {reason}; expected {expected}")]
    Malformed { path: String, line: usize, column: usize, reason: String, expected: &'static str },
    #[error("{path}:{line}: {what} is longer than {} MB; split it first", most / 1_000_000)]
    TooLong { path: String, line: usize, what: String, most: usize },
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
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut status = ExitCode::SUCCESS;
    let mut articles = paths.iter().flat_map(|p| read(p)).peekable();
    loop {
        let mut some = Vec::new();
        let mut bytes = 0;
        let length = |article: &Result<Article, InputError>| article.as_ref().map_or(0, |a| a.text.len());
        while let Some(next) = articles.next_if(|next| some.is_empty() || some.len() < processors() * AHEAD && bytes + length(next) <= BYTES_AHEAD) {
            bytes += length(&next);
            some.push(next);
        }
        if some.is_empty() {
            break;
        }
        for done in in_parallel(some, processors(), |article| article.map(&work)) {
            let output = match done {
                Ok(output) => output,
                Err(error) => {
                    status = ExitCode::from(2);
                    Output { said: format!("galley: {error}"), ..Output::default() }
                }
            };
            if !output.said.is_empty() {
                say!("{}", output.said);
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
    say!("galley: standard output: {error}");
    ExitCode::from(2)
}

/// How many threads work at a time.
pub(crate) fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// `work` done to each of `items` by several threads; the results stand in the items' order.
pub(crate) fn in_parallel<T: Send, R: Send>(items: Vec<T>, threads: usize, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let count = items.len();
    let line = Mutex::new(items.into_iter().enumerate());
    let next = || line.lock().unwrap_or_else(std::sync::PoisonError::into_inner).next();
    let take = || std::iter::from_fn(next).map(|(n, item)| (n, work(item))).collect::<Vec<_>>();
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads.min(count)).map(|_| scope.spawn(take)).collect();
        let mut done = take();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(n, _)| *n);
    done.into_iter().map(|(_, result)| result).collect()
}

/// What one line of JSON holds.
pub(crate) trait Line: DeserializeOwned {
    /// What is expected of a line, in words.
    const EXPECTED: &'static str;

    /// The text in it that is longer than may be read, in words.
    fn too_long(&self) -> Option<String>;
}

#[derive(Deserialize)]
struct ArticleLine {
    id: serde_json::Value,
    text: String,
}

impl Line for ArticleLine {
    const EXPECTED: &'static str = "an object with \"id\" and \"text\"";

    fn too_long(&self) -> Option<String> {
        (self.text.len() > LONGEST_TEXT).then(|| "the text".to_owned())
    }
}

impl From<ArticleLine> for Article {
    fn from(line: ArticleLine) -> Self {
        Article { id: name(&line.id), text: line.text }
    }
}

/// An id as it stands in the output: text as it is, anything else as JSON.
pub(crate) fn name(id: &serde_json::Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

/// Articles as they come.
type Articles = Box<dyn Iterator<Item = Result<Article, InputError>>>;

/// The lines of JSON in `path`, read as they are asked for; blank ones are passed over.
pub(crate) fn lines<L: Line + 'static>(path: &str) -> Box<dyn Iterator<Item = Result<L, InputError>>> {
    match File::open(path) {
        Ok(file) => Box::new(Lines::new(path, Box::new(BufReader::new(file)))),
        Err(reason) => Box::new(std::iter::once(Err(InputError::Unreadable { path: path.into(), reason }))),
    }
}

/// The articles in `path`: a text file is one, a `.jsonl` file one a line. "-" is standard input, one text, or lines of JSON
/// where its first character is "{", blank lines and a byte order mark apart. Lines are read as they are asked for.
pub(crate) fn read(path: &str) -> Articles {
    let opened: std::io::Result<Box<dyn BufRead>> = match path {
        "-" => Ok(Box::new(BufReader::new(std::io::stdin()))),
        _ => File::open(path).map(|f| Box::new(BufReader::new(f)) as Box<dyn BufRead>),
    };
    let begun = opened.and_then(|mut reader| {
        let head = if path == "-" { head(&mut reader)? } else { Vec::new() };
        Ok((head, reader))
    });
    let (head, reader) = match begun {
        Ok(begun) => begun,
        Err(reason) => return once(Err(InputError::Unreadable { path: path.into(), reason })),
    };
    let lines = path.ends_with(".jsonl") || without_mark(&head).trim_ascii_start().starts_with(b"{");
    let reader: Box<dyn BufRead> = Box::new(std::io::Cursor::new(head).chain(reader));
    if lines { Box::new(Lines::<ArticleLine>::new(path, reader).map(|line| line.map(Article::from))) } else { once(whole(path, reader)) }
}

fn once(article: Result<Article, InputError>) -> Articles {
    Box::new(std::iter::once(article))
}

/// What comes before the first character that is not blank, and that character's line as far as it is there.
fn head(reader: &mut dyn BufRead) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::new();
    while without_mark(&head).trim_ascii().is_empty() && head.len() <= LONGEST_TEXT {
        if reader.take(1 << 16).read_until(b'\n', &mut head)? == 0 {
            break;
        }
    }
    Ok(head)
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// The text in `reader`, all of it.
fn whole(path: &str, reader: impl Read) -> Result<Article, InputError> {
    let mut bytes = Vec::new();
    let most = LONGEST_TEXT as u64 + 1;
    reader.take(most).read_to_end(&mut bytes).map_err(|reason| InputError::Unreadable { path: path.into(), reason })?;
    let text = String::from_utf8(bytes);
    let id = Path::new(path).file_name().map_or(path.to_owned(), |n| n.to_string_lossy().into_owned());
    match text {
        Ok(text) if text.len() <= LONGEST_TEXT => Ok(Article { id, text }),
        Ok(_) => Err(too_long(path, 1, "the text".to_owned(), LONGEST_TEXT)),
        // Cut inside a character, it is too long before it is anything else.
        Err(e) if e.as_bytes().len() > LONGEST_TEXT => Err(too_long(path, 1, "the text".to_owned(), LONGEST_TEXT)),
        Err(e) => Err(InputError::NotUtf8 { path: path.into(), at: e.utf8_error().valid_up_to() }),
    }
}

fn too_long(path: &str, line: usize, what: String, most: usize) -> InputError {
    InputError::TooLong { path: path.into(), line, what, most }
}

/// Lines of JSON.
struct Lines<L> {
    path: String,
    reader: Box<dyn BufRead>,
    of: PhantomData<L>,
    /// Lines read.
    line: usize,
    /// Bytes read.
    before: usize,
    done: bool,
}

/// The longest line that is read, in bytes: a text of the greatest length, most of its characters escaped.
const LONGEST_LINE: usize = 4 * LONGEST_TEXT;

impl<L> Lines<L> {
    fn new(path: &str, reader: Box<dyn BufRead>) -> Self {
        Lines { path: path.to_owned(), reader, of: PhantomData, line: 0, before: 0, done: false }
    }
}

impl<L: Line> Iterator for Lines<L> {
    type Item = Result<L, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = Vec::new();
        while !self.done {
            bytes.clear();
            self.line += 1;
            match self.reader.by_ref().take(LONGEST_LINE as u64).read_until(b'\n', &mut bytes) {
                Ok(0) => self.done = true,
                Ok(read) => {
                    let before = self.before;
                    self.before += read;
                    if read == LONGEST_LINE && !bytes.ends_with(b"\n") {
                        // The rest of the line would be taken for others.
                        self.done = true;
                        return Some(Err(too_long(&self.path, self.line, "the line".to_owned(), LONGEST_LINE)));
                    }
                    let line = if before == 0 { without_mark(&bytes) } else { &bytes };
                    let skipped = bytes.len() - line.len();
                    if !line.trim_ascii().is_empty() {
                        return Some(parse_line(&self.path, self.line, before + skipped, line));
                    }
                }
                Err(reason) => {
                    self.done = true;
                    return Some(Err(InputError::Unreadable { path: self.path.clone(), reason }));
                }
            }
        }
        None
    }
}

fn parse_line<L: Line>(path: &str, line: usize, before: usize, bytes: &[u8]) -> Result<L, InputError> {
    let text = std::str::from_utf8(bytes).map_err(|e| InputError::NotUtf8 { path: path.into(), at: before + e.valid_up_to() })?;
    let parsed: L = serde_json::from_str(text).map_err(|error| {
        let (_, column, reason) = json_mistake(&error, text, line);
        InputError::Malformed { path: path.into(), line, column, reason, expected: L::EXPECTED }
    })?;
    match parsed.too_long() {
        Some(what) => Err(too_long(path, line, what, LONGEST_TEXT)),
        None => Ok(parsed),
    }
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

    #[test]
    fn a_bad_line_is_named_and_the_others_are_read() {
        let lines = "\u{feff}{\"id\": 1, \"text\": \"a\"}\n\n{\"id\": \"é\", \"text\": }\n{\"id\": \"c\", \"text\": \"c\"}";
        let reader = Box::new(std::io::Cursor::new(lines));
        let read: Vec<_> = Lines::<ArticleLine>::new("a.jsonl", reader).map(|line| line.map(Article::from)).collect();
        let ids: Vec<_> = read.iter().flatten().map(|a| a.id.as_str()).collect();
        assert_eq!(ids, ["1", "c"]);
        let error = read.iter().find_map(|r| r.as_ref().err()).unwrap().to_string();
        assert!(error.starts_with("a.jsonl:3:21: expected value; expected an object"), "{error}");
    }

    #[test]
    fn lines_of_json_may_follow_blank_ones() {
        let mut input = std::io::Cursor::new("\u{feff}\n \n{\"id\": 1}\nmore");
        assert_eq!(head(&mut input).unwrap(), "\u{feff}\n \n{\"id\": 1}\n".as_bytes());
        assert_eq!(head(&mut std::io::Cursor::new(" \n")).unwrap(), b" \n");
    }
}
