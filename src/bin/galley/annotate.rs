//! `galley annotate`.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use galley::formats::native::NativeLine;
use galley::{Analysis, Layers, analyse};

use crate::input::{self, Article, Output};
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
        if article.text.len() > LONG {
            return Output::written_later(move |out| write_line(&article, &analysis, out));
        }
        let mut bytes = Vec::new();
        match write_line(&article, &analysis, &mut bytes) {
            Ok(()) => Output { bytes, ..Output::default() },
            Err(error) => Output { said: format!("galley: {}: {error}", article.id), ..Output::default() },
        }
    })
}

/// What is found in a longer text, in bytes, is written as it is made: findings that repeat quote long stretches of it, and as a whole would need a
/// multiple of its room.
const LONG: usize = 1 << 20;

fn write_line(article: &Article, analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &NativeLine { id: &article.id, text: &article.text, analysis })?;
    out.write_all(b"\n")
}
