//! `galley annotate`.

use std::io::Write as _;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use galley::formats::native::NativeDocument;
use galley::{Layers, analyse};

use crate::{input, models};

/// What to annotate.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The layers to find; all of them unless given.
    #[arg(long, value_delimiter = ',')]
    layers: Vec<LayerName>,
    /// Text files, or .jsonl files with {"id", "text"} a line; - is standard input.
    #[arg(required = true)]
    paths: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LayerName {
    Entity,
    Quote,
    Artifact,
}

/// Writes one document a line; the exit status is 2 where an article could not be read.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let has = |name| arguments.layers.is_empty() || arguments.layers.contains(&name);
    let layers = Layers { entity: has(LayerName::Entity), quote: has(LayerName::Quote), artifact: has(LayerName::Artifact) };
    let models = models::models();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut status = ExitCode::SUCCESS;
    for article in arguments.paths.iter().flat_map(|p| input::read(p)) {
        let article = match article {
            Ok(article) => article,
            Err(error) => {
                eprintln!("galley: {error}");
                status = ExitCode::from(2);
                continue;
            }
        };
        let analysis = analyse(&article.text, &models, layers);
        let document = NativeDocument::new(&article.id, &article.text, &analysis.annotations, &analysis.relations);
        let written = serde_json::to_writer(&mut out, &document).map_err(std::io::Error::from).and_then(|()| out.write_all(b"\n"));
        if let Err(error) = written {
            // A closed pipe ("| head") is the reader's wish, not an error of ours.
            if error.kind() != std::io::ErrorKind::BrokenPipe {
                eprintln!("galley: standard output: {error}");
                return ExitCode::from(2);
            }
            return status;
        }
    }
    status
}
