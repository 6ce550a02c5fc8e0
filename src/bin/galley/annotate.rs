//! `galley annotate`.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use galley::formats::native::NativeDocument;
use galley::{Layers, analyse};

use crate::input::{self, Output};
use crate::models;

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
    input::each(&arguments.paths, |article| {
        let analysis = analyse(&article.text, &models, layers);
        let document = NativeDocument::new(&article.id, &article.text, &analysis.annotations, &analysis.relations);
        match serde_json::to_string(&document) {
            Ok(line) => Output { bytes: (line + "\n").into_bytes(), ..Output::default() },
            Err(error) => Output { said: format!("galley: {}: {error}", article.id), ..Output::default() },
        }
    })
}
