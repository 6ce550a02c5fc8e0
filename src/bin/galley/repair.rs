//! `galley repair`.

use std::collections::BTreeMap;
use std::process::ExitCode;

use clap::Args;
use galley::annotation::Annotation;
use galley::text::{Document, View};
use galley::{Layers, analyse};

use crate::input::{self, Output};
use crate::models;

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
    input::each(&arguments.paths, |article| {
        let analysis = analyse(&article.text, &models, Layers::ALL);
        let is_certain = |a: &&Annotation| a.attributes.get("certain") == Some(&true.into());
        let certain: Vec<&Annotation> = analysis.annotations.iter().filter(is_certain).collect();
        let edits: Vec<_> = certain.iter().flat_map(|a| a.edits.iter().cloned()).collect();
        let document = Document::new(&article.text);
        Output {
            bytes: View::through(&document, edits).text().as_bytes().to_vec(),
            said: format!("{}: {}", article.id, summary(&certain)),
            ..Output::default()
        }
    })
}

/// "14 repairs: space.tokenised_document 12, enc.nbsp 2".
fn summary(certain: &[&Annotation]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for annotation in certain {
        *counts.entry(annotation.label.as_str()).or_default() += annotation.edits.len();
    }
    let total: usize = counts.values().sum();
    let kinds: Vec<String> = counts.iter().map(|(label, count)| format!("{label} {count}")).collect();
    if kinds.is_empty() { "nothing to repair".to_owned() } else { format!("{total} repairs: {}", kinds.join(", ")) }
}
