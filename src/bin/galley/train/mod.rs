//! `galley train words` and `galley train entities`: make the recogniser's model file from corpora, word lists and word vectors.

mod copies;
mod corpora;
mod entities;
mod error;
mod lexicon;
pub(crate) mod words;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use galley::entities::model::EntityModel;
use galley::tagger::train::Options;

use corpora::Annotated;
pub(crate) use error::TrainError;

/// From what, to where.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder with ner/ and gazetteers/.
    #[arg(long)]
    data: PathBuf,
    /// The table that `galley train words` made.
    #[arg(long)]
    words: PathBuf,
    /// The folder that gets entities.bin; our own word lists are read from its words/.
    #[arg(long)]
    out: PathBuf,
    /// Leave out the corpora that state no licence.
    #[arg(long)]
    licensed_only: bool,
    /// The corpora to learn from.
    #[arg(long, value_delimiter = ',', default_value = corpora::DEFAULT)]
    corpora: Vec<String>,
    /// Corpora to measure on, which are not learned from.
    #[arg(long, value_delimiter = ',')]
    held_out: Vec<String>,
    /// Write the model to this file instead.
    #[arg(long)]
    to: Option<PathBuf>,
    /// Features are folded to this many bits.
    #[arg(long, default_value_t = 22)]
    bits: u32,
    /// Passes.
    #[arg(long, default_value_t = 6)]
    epochs: usize,
    /// L1.
    #[arg(long, default_value_t = 3.7)]
    l1: f32,
    /// L2.
    #[arg(long, default_value_t = 0.0)]
    l2: f32,
    /// Rate.
    #[arg(long, default_value_t = 0.1)]
    rate: f32,
    /// Extra score for wrong tags.
    #[arg(long, default_value_t = 0.0)]
    margin: f32,
    /// The share of features hidden.
    #[arg(long, default_value_t = 0.3)]
    dropout: f32,
    /// Trainings that the model is the average of.
    #[arg(long, default_value_t = 4)]
    runs: usize,
    /// Last passes that are averaged.
    #[arg(long, default_value_t = 4)]
    average: usize,
    /// The largest usual weight, in steps.
    #[arg(long, default_value_t = 11.0)]
    levels: f32,
    /// Weights under so many steps are dropped.
    #[arg(long, default_value_t = 0.5)]
    floor: f32,
}

/// Trains and writes what was asked for.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    finish(train_entities(arguments))
}

/// Says what went wrong, if anything did.
fn finish(outcome: Result<(), TrainError>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say!("galley: {error}");
            ExitCode::from(2)
        }
    }
}

fn train_entities(arguments: &Arguments) -> Result<(), TrainError> {
    let lexicon = lexicon::build(&arguments.data, &arguments.out.join("words"), &arguments.words)?;
    let mut documents = corpora::chosen(&arguments.data, arguments.corpora.iter().map(String::as_str), arguments.licensed_only)?;
    let careless = copies::careless(&documents);
    documents.extend(careless);
    let options = Options {
        bits: arguments.bits,
        minimum_count: 2,
        epochs: arguments.epochs,
        l1: arguments.l1,
        l2: arguments.l2,
        rate: arguments.rate,
        margin: arguments.margin,
        dropout: arguments.dropout,
        runs: arguments.runs,
        average: arguments.average,
        levels: arguments.levels,
        floor: arguments.floor,
        verbose: true,
        ..Options::default()
    };
    let model = entities::fit(&documents, lexicon, &options);
    let bytes = model.to_bytes();
    let path = arguments.to.clone().unwrap_or_else(|| arguments.out.join("entities.bin"));
    write(&path, &bytes)?;
    say!("{}: {} bytes", path.display(), bytes.len());
    for corpus in &arguments.held_out {
        report(&model, corpus, &corpora::read(&arguments.data, corpus)?);
    }
    Ok(())
}

fn report(model: &EntityModel, name: &str, documents: &[Annotated]) {
    let counts = entities::measure(model, documents);
    let shown: Vec<String> = counts.iter().map(|(label, c)| format!("{} {:.1}", label.as_str(), f1(*c))).collect();
    let three = counts[..3].iter().fold([0; 3], |sum, (_, c)| [sum[0] + c[0], sum[1] + c[1], sum[2] + c[2]]);
    out!("{name:12} F1 {:.1} ({})", f1(three), shown.join(", "));
}

fn f1([right, said, gold]: [usize; 3]) -> f64 {
    if said + gold == 0 { 0.0 } else { 200.0 * right as f64 / (said + gold) as f64 }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), TrainError> {
    std::fs::write(path, bytes).map_err(|reason| TrainError::Unreadable { path: path.display().to_string(), reason })
}
