//! `galley repair`.

use std::process::ExitCode;

use clap::Args;
use galley::{Repaired, repair_with};

use crate::input::{self, Output};
use crate::{models, rules};

/// What to repair.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A file of your own rules (TOML); what they replace is repaired too.
    #[arg(long, value_name = "FILE")]
    rules: Option<String>,
    /// Text files, or .jsonl files with {"id", "text"} a line; - is standard input.
    #[arg(required = true)]
    paths: Vec<String>,
}

/// Writes each text with its certain repairs on standard output, a summary on standard error.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let models = models::models();
    let (rules, status) = match rules::given(arguments.rules.as_deref()) {
        Ok(given) => given,
        Err(status) => return status,
    };
    let done = input::each(&arguments.paths, |article| {
        let repaired = repair_with(&article.text, &models, |text, analysis, reading| match reading {
            0 => rules.apply(text, analysis),
            _ => rules.apply_again(text, analysis),
        });
        let said = format!("{}: {}", article.id, summary(&repaired));
        Output { bytes: repaired.text.into_bytes(), said, ..Output::default() }
    });
    rules::worse(status, done)
}

/// "14 repairs: space.tokenised_document 12, enc.nbsp 2".
fn summary(repaired: &Repaired) -> String {
    let total: usize = repaired.counts.values().sum();
    let kinds: Vec<String> = repaired.counts.iter().map(|(label, count)| format!("{label} {count}")).collect();
    if kinds.is_empty() { "nothing to repair".to_owned() } else { format!("{total} repairs: {}", kinds.join(", ")) }
}
