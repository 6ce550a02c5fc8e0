//! `galley rules`, and the files of rules that other commands take.

use std::fmt::Write as _;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use clap::Subcommand;
use galley::rules::{Check, RuleFile, Rules};
use galley::{Analysis, Layers, analyse};

use crate::input::{self, Output};
use crate::models;

/// What to do with a file of rules.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Tell mistakes in a file of rules with line and column, and count what each rule finds in articles.
    #[command(after_help = KEYS)]
    Check {
        /// The rules (TOML).
        file: String,
        /// Text files, or .jsonl files with {"id", "text"} a line; - is standard input.
        paths: Vec<String>,
    },
}

const KEYS: &str = "A rule is a table of its own:

  [[rule]]
  name = \"newsletter\"                # its findings have the category house.newsletter
  text = \"Sign up for our letter\"    # words as they stand; or: pattern = '...'
  where = \"lines\"                    # anywhere, lines, quotations, outside quotations
  replace = \"\"                       # makes it a certain repair; $1 is a group of the pattern

  ignore-case, whole-words, on         true or false
  first-lines, last-lines              a number of lines at the head or the foot
  mark = \"finding\"                   with severity and message; or:
  mark = \"entity\"                    with label = \"SHIP\"; or:
  mark = \"never\"                     with of = [\"word.misspelling\", \"PERSON\", \"entity\"]";

/// The rules in the file `path`, none where there is no path, and the exit status so far. Mistakes are told; the rules
/// without one are used.
///
/// # Errors
/// With the exit status, if the file cannot be read.
pub(crate) fn given(path: Option<&str>) -> Result<(Rules, ExitCode), ExitCode> {
    let Some(path) = path else { return Ok((Rules::default(), ExitCode::SUCCESS)) };
    let file = read(path)?;
    let status = if file.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) };
    Ok((file.into_rules(), status))
}

/// The worse of two exit statuses.
pub(crate) fn worse(a: ExitCode, b: ExitCode) -> ExitCode {
    if a == ExitCode::SUCCESS { b } else { a }
}

fn read(path: &str) -> Result<RuleFile, ExitCode> {
    let text = std::fs::read(path).map_err(|error| error.to_string());
    let text =
        text.and_then(|bytes| String::from_utf8(bytes).map_err(|e| format!("not UTF-8 at byte {}; save the file as UTF-8", e.utf8_error().valid_up_to())));
    let text = text.map_err(|reason| {
        say!("galley: {path}: {reason}");
        ExitCode::from(2)
    })?;
    let file = RuleFile::read(&text);
    for problem in &file.problems {
        say!("galley: {path}:{problem}");
    }
    Ok(file)
}

/// Tries rules on articles. The exit status is 2 where the file has a mistake, or an article cannot be read.
pub(crate) fn run(command: &Command) -> ExitCode {
    let Command::Check { file, paths } = command;
    let (rules, status) = match given(Some(file)) {
        Ok(given) => given,
        Err(status) => return status,
    };
    let names: Vec<&str> = rules.as_slice().iter().map(|r| r.name.as_str()).collect();
    let check = Mutex::new((Check::default(), 0usize));
    let models = models::models();
    let layers = Layers { entity: false, quote: true, artifact: false };
    let done = input::each(paths, |article| {
        let analysis = if rules.need_quotations() { analyse(&article.text, &models, layers) } else { Analysis::default() };
        let hits = rules.hits(&article.text, &analysis);
        let here = {
            let mut check = check.lock().unwrap_or_else(PoisonError::into_inner);
            check.1 += 1;
            check.0.take(&rules, &hits)
        };
        let found: Vec<String> = here.iter().zip(&names).filter(|(n, _)| **n > 0).map(|(n, name)| format!("{name} {n}")).collect();
        let line = if found.is_empty() { "nothing".to_owned() } else { found.join(", ") };
        Output { bytes: format!("{}: {line}\n", article.id).into_bytes(), ..Output::default() }
    });
    let (check, articles) = check.into_inner().unwrap_or_else(PoisonError::into_inner);
    if articles > 0 {
        say!("{}", summary(&names, &check, articles).trim_end());
    } else if status == ExitCode::SUCCESS {
        say!("{file}: {}", if names.len() == 1 { "1 rule, no mistake".to_owned() } else { format!("{} rules, no mistake", names.len()) });
    }
    worse(status, done)
}

/// What each rule found in all articles, which found nothing, and which find the same places.
fn summary(names: &[&str], check: &Check, articles: usize) -> String {
    let mut out = String::new();
    for (name, (places, found_in)) in names.iter().zip(&check.counts) {
        let _ = match places {
            0 => writeln!(out, "{name}: found nowhere"),
            1 => writeln!(out, "{name}: 1 place in 1 of {articles} articles"),
            _ => writeln!(out, "{name}: {places} places in {found_in} of {articles} articles"),
        };
    }
    for overlap in &check.overlaps {
        let (first, second) = (names[overlap.first], names[overlap.second]);
        let _ = writeln!(out, "{first} and {second} find the same words, {} times; where both replace them, {first} does", overlap.places);
    }
    out
}
