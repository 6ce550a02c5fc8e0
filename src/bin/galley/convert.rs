//! `galley convert`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use galley::formats::{FORMATS, File, Format, import};

use crate::save::save;

/// What to convert, and into what.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The format to write; see the list below.
    #[arg(long, value_parser = format)]
    to: &'static Format,
    /// The file to write; standard output unless given.
    #[arg(long, short)]
    output: Option<PathBuf>,
    /// Files of any format that Galley reads, told apart by content; - is standard input.
    #[arg(required = true)]
    paths: Vec<String>,
}

/// The formats, for the help.
pub(crate) fn list() -> String {
    let lines = FORMATS.iter().map(|f| format!("  {:18} {}{}\n", f.name, f.about, if f.imports { "" } else { " (written only)" }));
    format!("Formats:\n{}", lines.collect::<String>())
}

fn format(name: &str) -> Result<&'static Format, String> {
    Format::named(name).ok_or_else(|| format!("no such format; one of {}", FORMATS.iter().map(|f| f.name).collect::<Vec<_>>().join(", ")))
}

/// Writes all articles that could be read in one file; the exit status is 2 where one could not. Where none could, nothing is
/// written, and nothing over a file of which part could not be read.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let mut articles = Vec::new();
    let mut unread: Vec<&str> = Vec::new();
    for path in &arguments.paths {
        let bytes = if path == "-" { read_standard_input() } else { std::fs::read(path) };
        match bytes.map_err(|e| e.to_string()).and_then(|bytes| import(path, &bytes).map_err(|e| e.to_string())) {
            Ok(read) => {
                for imported in read.articles {
                    imported.notes.iter().for_each(|note| say!("galley: {path}: {}: {note}", imported.article.id));
                    articles.push(imported.article);
                }
                if !read.refused.is_empty() {
                    unread.push(path);
                }
                read.refused.iter().for_each(|refused| say!("galley: {path}: {refused}"));
            }
            Err(error) => {
                say!("galley: {path}: {error}");
                unread.push(path);
            }
        }
    }
    if articles.is_empty() {
        say!("galley: no article could be read; nothing is written");
        return ExitCode::from(2);
    }
    for article in &articles {
        for loss in arguments.to.losses(article) {
            say!("galley: {}: {} {}", article.id, loss.count, loss.what);
        }
    }
    let file = arguments.to.write(&articles);
    let written = match &arguments.output {
        Some(path) if unread.iter().any(|input| same(path, input)) => {
            Err(format!("{}: not written over, since it could not be read whole; name another file", path.display()))
        }
        Some(path) => save(path, &file.bytes).map_err(|e| format!("{}: {e}", path.display())),
        None => print(&file).map_err(|e| format!("standard output: {e}")),
    };
    if let Err(error) = written {
        say!("galley: {error}");
        return ExitCode::from(2);
    }
    if unread.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

/// True where both are one file.
fn same(a: &Path, b: &str) -> bool {
    let place = |p: &Path| std::fs::canonicalize(p).unwrap_or_else(|_| p.to_owned());
    b != "-" && place(a) == place(Path::new(b))
}

fn read_standard_input() -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut bytes)?;
    Ok(bytes)
}

fn print(file: &File) -> std::io::Result<()> {
    match std::io::stdout().lock().write_all(&file.bytes) {
        // A closed pipe ("| head") is the reader's wish, not an error of ours.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
