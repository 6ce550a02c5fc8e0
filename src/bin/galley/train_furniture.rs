//! `galley train furniture`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use galley::segments::train::{LabelledPage, Plan, train};

use crate::train_damage::articles;

/// What to train on, and where the model goes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Files of pages whose lines are labelled, a page a line of JSON; their "train" split is used.
    #[arg(long, required = true)]
    pages: Vec<PathBuf>,
    /// Pages of this source are left out: it is a public benchmark.
    #[arg(long, default_value = "scrapinghub/article-extraction-benchmark")]
    leave_out: Vec<String>,
    /// A folder of token files of clean articles (a token and a tag a line, a blank line after each paragraph).
    #[arg(long)]
    clean: Option<PathBuf>,
    /// The folder with phrases.tsv and words.tsv.
    #[arg(long, default_value = "models/furniture")]
    lists: PathBuf,
    /// Leave out every publisher whose name's hash leaves no rest by this number, to measure on them.
    #[arg(long)]
    held_out: Option<u64>,
    /// The model file to write.
    #[arg(long)]
    out: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match train_and_write(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("galley: {error}");
            ExitCode::from(2)
        }
    }
}

fn train_and_write(arguments: &Arguments) -> Result<(), String> {
    let mut pages = Vec::new();
    for path in &arguments.pages {
        pages.extend(read_pages(path)?);
    }
    pages.retain(|p| p.split == "train" && !arguments.leave_out.contains(&p.source) && !arguments.held_out.is_some_and(|n| p.is_held_out(n)));
    let clean = match &arguments.clean {
        Some(folder) => articles(folder).map_err(|e| format!("{}: {e}", folder.display()))?,
        None => Vec::new(),
    };
    let list = |name: &str| {
        let path = arguments.lists.join(name);
        std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
    };
    let model = train(&pages, &clean, &list("phrases.tsv")?, &list("words.tsv")?, &Plan::default()).map_err(|e| e.to_string())?;
    eprintln!("{} pages, {} clean articles, {} features with a weight", pages.len(), clean.len(), model.features());
    std::fs::write(&arguments.out, model.write()).map_err(|e| format!("{}: {e}", arguments.out.display()))
}

/// The labelled pages in a file.
pub(crate) fn read_pages(path: &std::path::Path) -> Result<Vec<LabelledPage>, String> {
    let content = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let lines = content.lines().enumerate().filter(|(_, l)| !l.trim().is_empty());
    lines.map(|(n, line)| serde_json::from_str(line).map_err(|e| format!("{}:{}: {e}", path.display(), n + 1))).collect()
}
