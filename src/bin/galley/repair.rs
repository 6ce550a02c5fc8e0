//! `galley repair`.

use std::process::ExitCode;

use clap::Args;
use galley::{Repaired, repair};

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
        let repaired = repair(&article.text, &models);
        let said = format!("{}: {}", article.id, summary(&repaired));
        Output { bytes: repaired.text.into_bytes(), said, ..Output::default() }
    })
}

/// "14 repairs: space.tokenised_document 12, enc.nbsp 2".
fn summary(repaired: &Repaired) -> String {
    let total: usize = repaired.counts.values().sum();
    let kinds: Vec<String> = repaired.counts.iter().map(|(label, count)| format!("{label} {count}")).collect();
    if kinds.is_empty() { "nothing to repair".to_owned() } else { format!("{total} repairs: {}", kinds.join(", ")) }
}
