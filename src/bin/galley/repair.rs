//! `galley repair`.

use std::process::ExitCode;

use clap::Args;
use galley::text::{Document, View};
use galley::{Layers, analyse};

use crate::{input, models};

/// What to repair.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Text files, or .jsonl files with {"id", "text"} a line; - is standard input.
    #[arg(required = true)]
    paths: Vec<String>,
}

/// Writes each text with its certain repairs on standard output, a summary on standard error.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let models = models::models();
    let mut status = ExitCode::SUCCESS;
    for article in arguments.paths.iter().flat_map(|p| input::read(p)) {
        match article {
            Ok(article) => {
                let analysis = analyse(&article.text, &models, Layers::ALL);
                let certain = |a: &&galley::annotation::Annotation| a.attributes.get("certain") == Some(&true.into());
                let edits: Vec<_> = analysis.annotations.iter().filter(certain).flat_map(|a| a.edits.iter().cloned()).collect();
                eprintln!("{}: {} repairs", article.id, edits.len());
                let document = Document::new(&article.text);
                print!("{}", View::through(&document, edits).text());
            }
            Err(error) => {
                eprintln!("galley: {error}");
                status = ExitCode::from(2);
            }
        }
    }
    status
}
