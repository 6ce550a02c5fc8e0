//! `galley train dictionary`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use galley::artifacts::spelling::{Dictionary, DictionaryError};
use thiserror::Error;

/// Common words that are kept.
const COMMON: usize = 24_000;

/// Which word lists to put together.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Hunspell affix rules that all word lists share.
    #[arg(long)]
    affixes: PathBuf,
    /// Hunspell word lists: American, British.
    #[arg(long)]
    words: Vec<PathBuf>,
    /// Words in the order of their frequency, the first column of a table.
    #[arg(long)]
    frequencies: PathBuf,
    /// The file to write.
    #[arg(long)]
    out: PathBuf,
}

#[derive(Debug, Error)]
enum BuildError {
    #[error("{0}: {1}")]
    File(String, std::io::Error),
    #[error(transparent)]
    Dictionary(#[from] DictionaryError),
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match build(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say!("galley: {error}");
            ExitCode::from(2)
        }
    }
}

fn build(arguments: &Arguments) -> Result<(), BuildError> {
    let affixes = without_comments(&read(&arguments.affixes)?);
    let mut stems = BTreeSet::new();
    for path in &arguments.words {
        // The first line is the number of the others.
        stems.extend(read(path)?.lines().skip(1).map(str::to_owned));
    }
    let words = format!("{}\n{}", stems.len(), stems.into_iter().collect::<Vec<_>>().join("\n"));
    let plain = Dictionary::read(&Dictionary::file(&affixes, &words, "", ""))?;
    let table = read(&arguments.frequencies)?;
    let seen = table.lines().filter_map(|l| l.split('\t').next()).filter(|w| w.bytes().all(|b| b.is_ascii_lowercase()));
    let (known, unknown): (Vec<&str>, Vec<&str>) = seen.partition(|w| plain.knows(w));
    let common = known[..known.len().min(COMMON)].join("\n");
    let ranked = Dictionary::read(&Dictionary::file(&affixes, &words, &common, ""))?;
    let further: Vec<&str> = unknown.into_iter().filter(|w| w.len() > 4 && !ranked.is_likely_slip(w) && !lost_apostrophe(&plain, w)).collect();
    write(&arguments.out, &Dictionary::file(&affixes, &words, &common, &further.join("\n")))
}

/// "doesnt"
fn lost_apostrophe(dictionary: &Dictionary, word: &str) -> bool {
    word.strip_suffix('t').is_some_and(|stem| stem.ends_with('n') && dictionary.knows(&format!("{stem}'t")))
}

fn without_comments(affixes: &str) -> String {
    affixes.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).collect::<Vec<_>>().join("\n")
}

fn read(path: &Path) -> Result<String, BuildError> {
    std::fs::read_to_string(path).map_err(|e| BuildError::File(path.display().to_string(), e))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), BuildError> {
    std::fs::write(path, bytes).map_err(|e| BuildError::File(path.display().to_string(), e))
}
