//! `galley story`.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::Args;
use galley::formats::LONGEST_TEXT;
use galley::rules::Rules;
use galley::story::{self, StoryDocument, StoryLine};
use galley::{Analysis, Layers, Models, analyse};
use serde::Deserialize;

use crate::input::{self, in_parallel, name, processors};
use crate::{models, rules};

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
        for line in input::lines::<Line>(path) {
            match line {
                Ok(story) => done = done.and_then(|()| write(&story, &with, &mut out)),
                Err(error) => bad(error.to_string()),
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

impl input::Line for Line {
    const EXPECTED: &'static str = "an object with \"id\" and \"documents\", each with \"id\" and \"text\"";

    fn too_long(&self) -> Option<String> {
        self.documents.iter().find(|d| d.text.len() > LONGEST_TEXT).map(|long| format!("the text of {}", name(&long.id)))
    }
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
    in_parallel(documents.iter().collect(), processors(), |document: &Text| with.analyse(&document.text))
}
