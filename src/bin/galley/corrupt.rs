//! `galley corrupt`.

use std::process::ExitCode;

use clap::Args;
use galley::corrupt::{Damage, Mode, Options, corrupt};
use galley::fnv;
use galley::text::OffsetMap;
use serde_json::{Value, json};

use crate::input::{self, Output};

/// What to ruin, and how.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The same seed ruins the same text in the same way.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The share of the coreference replacements that are done, from 0 to 1.
    #[arg(long, default_value_t = 1.0)]
    keep: f64,
    /// Replace mentions at indices that earlier replacements made stale (the default).
    #[arg(long)]
    stale: bool,
    /// Replace mentions where they stand.
    #[arg(long, conflicts_with = "stale")]
    in_place: bool,
    /// Only put blanks between the tokens.
    #[arg(long, conflicts_with_all = ["stale", "in_place"])]
    tokenise_only: bool,
    /// Only blank the hyphenated words.
    #[arg(long, conflicts_with_all = ["stale", "in_place", "tokenise_only"])]
    hyphens_only: bool,
    /// Text files, or .jsonl files with {"id", "text"} a line; - is standard input.
    #[arg(required = true)]
    paths: Vec<String>,
}

/// Writes one ruined article a line: {"id", "text", "artifacts": [{"start", "end", "category", …}]}, offsets in code points.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let mode = match arguments {
        Arguments { in_place: true, .. } => Mode::InPlace,
        Arguments { tokenise_only: true, .. } => Mode::TokeniseOnly,
        Arguments { hyphens_only: true, .. } => Mode::HyphensOnly,
        _ => Mode::Stale,
    };
    input::each(&arguments.paths, |article| {
        let ruined = corrupt(&article.text, Options { seed: article_seed(arguments.seed, &article.id), keep: arguments.keep, mode });
        let line = json!({"id": article.id, "text": ruined.text, "artifacts": artifacts(&ruined.text, &ruined.damage, mode)});
        Output { bytes: format!("{line}\n").into_bytes(), ..Output::default() }
    })
}

/// Each article has its own seed, so that it is ruined alike whatever stands beside it in the list.
fn article_seed(seed: u64, id: &str) -> u64 {
    id.bytes().fold(fnv::START ^ seed.wrapping_mul(0x9E37_79B9_7F4A_7C15), fnv::step)
}

fn artifacts(text: &str, damage: &[Damage], mode: Mode) -> Vec<Value> {
    let map = OffsetMap::new(text);
    let whole =
        |category: &str, tier: &str| json!({"start": 0, "end": map.chars(), "category": category, "tier": tier, "severity": "high", "scope": "document"});
    let mut all = Vec::new();
    if matches!(mode, Mode::Stale | Mode::TokeniseOnly) {
        all.push(whole("space.tokenised_document", "must"));
        all.push(whole("struct.paragraphs_lost", "may"));
    }
    if damage.iter().any(|d| d.visible && d.category.starts_with("coref.")) {
        all.push(whole("coref.overwritten_document", "must"));
    }
    all.extend(damage.iter().map(|d| {
        let severity = if d.category == "space.tokenised" { "low" } else { "high" };
        json!({
            "start": map.byte_to_char(d.span.start()), "end": map.byte_to_char(d.span.end()), "text": d.span.of(text), "category": d.category,
            "tier": if d.visible { "must" } else { "may" }, "severity": severity, "orig": d.original,
        })
    }));
    all
}
