//! `galley story`.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;

use clap::Args;
use galley::formats::{LONGEST_TEXT, json_mistake};
use galley::rules::Rules;
use galley::story::{self, StoryDocument, StoryLine};
use galley::{Analysis, Layers, Models, analyse};
use serde::Deserialize;

use crate::{input, models, rules};

/// What to compare.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A file of your own rules (TOML); what they find belongs to each article.
    #[arg(long, value_name = "FILE")]
    rules: Option<String>,
    /// Text files, the articles of one story; or .jsonl files with a story a line: {"id", "documents": [{"id", "text"}, …]}.
    #[arg(required = true)]
    paths: Vec<String>,
}

/// Writes one story a line; the exit status is 2 where an article could not be read.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let models = models::models();
    let mut out = BufWriter::new(io::stdout().lock());
    let (rules, mut status) = match rules::given(arguments.rules.as_deref()) {
        Ok(given) => given,
        Err(status) => return status,
    };
    let with = With { models: &models, rules: &rules };
    let mut bad = |message: String| {
        say!("galley: {message}");
        status = ExitCode::from(2);
    };
    let (lines, articles): (Vec<&String>, Vec<&String>) = arguments.paths.iter().partition(|p| p.ends_with(".jsonl"));
    let mut done = Ok(());
    if !articles.is_empty() {
        let mut story = Line { id: "story".into(), documents: Vec::new() };
        for article in articles.iter().flat_map(|path| input::read(path)) {
            match article {
                Ok(article) => story.documents.push(Text { id: article.id.into(), text: article.text }),
                Err(error) => bad(error.to_string()),
            }
        }
        if !story.documents.is_empty() {
            done = write(&story, &with, &mut out);
        }
    }
    for path in lines {
        for line in stories(path) {
            match line {
                Ok(story) => done = done.and_then(|()| write(&story, &with, &mut out)),
                Err(message) => bad(message),
            }
        }
    }
    match done.and_then(|()| out.flush()) {
        // A closed pipe ("| head") is the reader's wish, not an error of ours.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => status,
        Err(error) => {
            say!("galley: standard output: {error}");
            ExitCode::from(2)
        }
        Ok(()) => status,
    }
}

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    documents: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    id: serde_json::Value,
    text: String,
}

/// An id as it stands in the output: text as it is, anything else as JSON.
fn name(id: &serde_json::Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

fn write(line: &Line, with: &With<'_>, out: &mut dyn Write) -> io::Result<()> {
    let analyses = analyses(&line.documents, with);
    let articles: Vec<story::Article<'_>> = line.documents.iter().zip(&analyses).map(|(d, analysis)| story::Article { text: &d.text, analysis }).collect();
    let story = story::read(&articles);
    let ids: Vec<String> = line.documents.iter().map(|d| name(&d.id)).collect();
    let documents: Vec<StoryDocument<'_>> =
        line.documents.iter().zip(&analyses).zip(&ids).map(|((d, analysis), id)| StoryDocument { id, text: &d.text, analysis }).collect();
    serde_json::to_writer(&mut *out, &StoryLine { id: &name(&line.id), documents: &documents, story: &story })?;
    out.write_all(b"\n")
}

/// What articles are read with.
struct With<'w> {
    models: &'w Models,
    rules: &'w Rules,
}

impl With<'_> {
    fn analyse(&self, text: &str) -> Analysis {
        let mut analysis = analyse(text, self.models, Layers::ALL);
        if !self.rules.is_empty() {
            self.rules.apply(text, &mut analysis);
        }
        analysis
    }
}

/// What is found in each article, on all processors.
fn analyses(documents: &[Text], with: &With<'_>) -> Vec<Analysis> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(documents.len()).max(1);
    let mut found: Vec<(usize, Analysis)> = std::thread::scope(|scope| {
        let work = |first: usize| documents.iter().enumerate().skip(first).step_by(threads).map(|(n, d)| (n, with.analyse(&d.text))).collect::<Vec<_>>();
        let others: Vec<_> = (1..threads).map(|first| scope.spawn(move || work(first))).collect();
        let mut found = work(0);
        for other in others {
            found.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        found
    });
    found.sort_unstable_by_key(|(n, _)| *n);
    found.into_iter().map(|(_, analysis)| analysis).collect()
}

/// The stories of the lines of `path`; a line that is none is a message that names the place.
fn stories(path: &str) -> Box<dyn Iterator<Item = Result<Line, String>> + '_> {
    let reader = match File::open(path) {
        Ok(file) => BufReader::new(file),
        Err(reason) => return Box::new(std::iter::once(Err(format!("{path}: {reason}")))),
    };
    Box::new(reader.split(b'\n').enumerate().filter_map(move |(n, bytes)| {
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(reason) => return Some(Err(format!("{path}: {reason}"))),
        };
        let bytes = if n == 0 { bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes) } else { &bytes };
        (!bytes.trim_ascii().is_empty()).then(|| parse(path, n + 1, bytes))
    }))
}

fn parse(path: &str, line: usize, bytes: &[u8]) -> Result<Line, String> {
    let text = std::str::from_utf8(bytes).map_err(|e| format!("{path}:{line}: not UTF-8 at byte {} of the line; save the file as UTF-8", e.valid_up_to()))?;
    let story: Line = serde_json::from_str(text).map_err(|error| {
        let (_, column, reason) = json_mistake(&error, text, line);
        format!("{path}:{line}:{column}: {reason}; expected an object with \"id\" and \"documents\", each with \"id\" and \"text\"")
    })?;
    match story.documents.iter().find(|d| d.text.len() > LONGEST_TEXT) {
        Some(long) => Err(format!("{path}:{line}: the text of {} is longer than {} MB; split it first", name(&long.id), LONGEST_TEXT / 1_000_000)),
        None => Ok(story),
    }
}
