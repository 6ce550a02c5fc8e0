//! `galley annotate`.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use galley::annotation::Layer;
use galley::formats::native::NativeLine;
use galley::together::{Gathering, Kind, Together};
use galley::{Analysis, Layers, analyse};

use crate::input::{self, Article, Output};
use crate::{models, rules};

/// What to annotate.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The layers to find; all of them unless given.
    #[arg(long, value_delimiter = ',')]
    layers: Vec<LayerName>,
    /// Mark what stands in three or more of the articles too, and tell which are copies of one another. The files are read twice.
    #[arg(long)]
    together: bool,
    /// A file of your own rules (TOML); see `galley rules --help`.
    #[arg(long, value_name = "FILE")]
    rules: Option<String>,
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
    let (rules, status) = match rules::given(arguments.rules.as_deref()) {
        Ok(given) => given,
        Err(status) => return status,
    };
    let together = match gathered(arguments) {
        Ok(together) => together,
        Err(status) => return status,
    };
    // A rule may ask for quotations that are not to be written.
    let read = Layers { quote: layers.quote || rules.need_quotations() || together.is_some(), ..layers };
    let done = input::each(&arguments.paths, |article| {
        let mut analysis = analyse(&article.text, &models, read);
        if let Some(together) = &together {
            together.mark(&article.text, &mut analysis);
        }
        if !rules.is_empty() {
            rules.apply(&article.text, &mut analysis);
        }
        if layers != Layers::ALL && (together.is_some() || !rules.is_empty()) {
            only(layers, &mut analysis);
        }
        if article.text.len() > LONG {
            return Output::written_later(move |out| write_line(&article, &analysis, out));
        }
        let mut bytes = Vec::new();
        match write_line(&article, &analysis, &mut bytes) {
            Ok(()) => Output { bytes, ..Output::default() },
            Err(error) => Output { said: format!("galley: {}: {error}", article.id), ..Output::default() },
        }
    });
    rules::worse(status, done)
}

/// What the articles say together, where that is asked for: what cannot be read is told when it is annotated.
fn gathered(arguments: &Arguments) -> Result<Option<Together>, ExitCode> {
    if !arguments.together {
        return Ok(None);
    }
    if arguments.paths.iter().any(|path| path == "-") {
        say!("galley: --together reads every article twice, and standard input can be read but once: give files");
        return Err(ExitCode::from(2));
    }
    let mut gathering = Gathering::default();
    for article in arguments.paths.iter().flat_map(|path| input::read(path)).flatten() {
        gathering.add(&article.id, &article.text);
    }
    let together = gathering.finish();
    for copy in together.copies() {
        let (first, second) = (together.id(copy.first), together.id(copy.second));
        match copy.kind {
            Kind::Same => say!("{second}: the same words as {first}"),
            Kind::Cut => say!("{second}: a part of {first}"),
            Kind::Version => say!("{second}: another version of {first}"),
        }
    }
    Ok(Some(together))
}

/// Leaves of `analysis` what lies on `layers`.
fn only(layers: Layers, analysis: &mut Analysis) {
    let wanted = |layer| match layer {
        Layer::Entity => layers.entity,
        Layer::Quote | Layer::Cue | Layer::Speaker => layers.quote,
        Layer::Artifact => layers.artifact,
    };
    analysis.annotations.retain(|a| wanted(a.layer));
    analysis.relations.retain(|_| layers.quote);
}

/// What is found in a longer text, in bytes, is written as it is made: findings that repeat quote long stretches of it, and as a whole would need a
/// multiple of its room.
const LONG: usize = 1 << 20;

fn write_line(article: &Article, analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &NativeLine { id: &article.id, text: &article.text, analysis })?;
    out.write_all(b"\n")
}
