//! `galley train damage`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use galley::artifacts::coref::train;

use crate::input;

/// What to train on, and where the model goes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A folder of token files (a token and a tag a line, a blank line after each paragraph), one article each.
    #[arg(long)]
    data: PathBuf,
    /// The model file to write.
    #[arg(long)]
    out: PathBuf,
    /// How often each article is ruined in every way.
    #[arg(long, default_value_t = 4)]
    passes: usize,
    /// Articles to measure the model on.
    #[arg(long)]
    held_out: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let articles = match articles(&arguments.data) {
        Ok(articles) => articles,
        Err(error) => {
            say!("galley: {}: {error}", arguments.data.display());
            return ExitCode::from(2);
        }
    };
    let model = train::train(&articles, arguments.passes);
    say!("{model:?}");
    if let Err(error) = std::fs::write(&arguments.out, model.write()) {
        say!("galley: {}: {error}", arguments.out.display());
        return ExitCode::from(2);
    }
    for path in &arguments.held_out {
        let held_out: Vec<String> = input::read(path).filter_map(|a| a.ok().map(|a| a.text)).collect();
        out!("{path}\n{}", train::measure(&model, &held_out));
    }
    ExitCode::SUCCESS
}

/// The articles in `folder`, in the order of their file names.
pub(crate) fn articles(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder)?.filter_map(|e| e.ok().map(|e| e.path())).filter(|p| p.extension().is_some_and(|e| e == "tsv")).collect();
    paths.sort();
    paths.iter().map(|p| std::fs::read_to_string(p).map(|s| article(&s))).collect()
}

/// The running text of a token file; the address in its first line is left out.
fn article(tokens: &str) -> String {
    let mut text = String::new();
    let mut open = false;
    let mut glue = true;
    for line in tokens.lines() {
        let token = line.split('\t').next().unwrap_or_default().trim();
        if token.is_empty() {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            (open, glue) = (false, true);
            continue;
        }
        if token.starts_with("http") {
            continue;
        }
        let mark = matches!(token, "\"" | "''" | "``" | "“" | "”");
        let closes = matches!(token, "," | "." | ";" | ":" | "!" | "?" | ")" | "]" | "%" | "-" | "/" | "”")
            || token.starts_with(['\'', '’']) && token.len() < 6
            || matches!(token, "n't" | "n’t")
            || (mark && open);
        if !glue && !closes {
            text.push(' ');
        }
        text.push_str(token);
        glue = matches!(token, "(" | "[" | "$" | "-" | "/" | "#" | "“") || (mark && !open);
        if mark {
            open = !open;
        }
    }
    text
}
