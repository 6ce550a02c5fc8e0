//! The command line: annotate, repair, convert; train and evaluate the models.

#[macro_use]
mod say;

mod annotate;
mod convert;
mod corrupt;
mod evaluate;
mod input;
mod models;
mod repair;
mod rules;
mod save;
mod story;
mod train;
mod train_damage;
mod train_dictionary;
mod train_frames;
mod train_furniture;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Finds entities, quotations and corruption artifacts in news articles.
#[derive(Parser)]
#[command(name = "galley", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write one annotated document a line (native format) for every article.
    Annotate(annotate::Arguments),
    /// Write annotated documents in another format; what the format cannot hold is counted on standard error.
    #[command(after_help = convert::list())]
    Convert(convert::Arguments),
    /// Ruin clean articles on purpose and write them with the damaged places, to measure detectors and train the damage model.
    Corrupt(corrupt::Arguments),
    /// Write the text with every certain repair applied.
    Repair(repair::Arguments),
    /// Try a file of your own rules.
    #[command(subcommand)]
    Rules(rules::Command),
    /// Compare articles on one event: what they quote alike and otherwise, names, facts, repairs.
    Story(story::Arguments),
    /// Measure the models on text with known answers.
    Evaluate(evaluate::Arguments),
    /// Make a model.
    #[command(subcommand)]
    Train(Train),
}

#[derive(Subcommand)]
enum Train {
    /// The damage model, from articles that are ruined on purpose.
    Damage(train_damage::Arguments),
    /// The spelling dictionary, from open word lists.
    Dictionary(train_dictionary::Arguments),
    /// The table of verbs that report something by their frame, from articles with marked quotations.
    Frames(train_frames::Arguments),
    /// The furniture model, from pages whose every line is labelled.
    Furniture(train_furniture::Arguments),
    /// What word vectors tell of words, as a table for the recogniser's lexicon.
    Words(train::words::Arguments),
    /// The recogniser of names, from corpora, word lists and that table.
    Entities(train::Arguments),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Convert(arguments) => convert::run(&arguments),
        Command::Corrupt(arguments) => corrupt::run(&arguments),
        Command::Repair(arguments) => repair::run(&arguments),
        Command::Rules(command) => rules::run(&command),
        Command::Story(arguments) => story::run(&arguments),
        Command::Evaluate(arguments) => evaluate::run(&arguments),
        Command::Train(Train::Damage(arguments)) => train_damage::run(&arguments),
        Command::Train(Train::Dictionary(arguments)) => train_dictionary::run(&arguments),
        Command::Train(Train::Frames(arguments)) => train_frames::run(&arguments),
        Command::Train(Train::Furniture(arguments)) => train_furniture::run(&arguments),
        Command::Train(Train::Words(arguments)) => train::words::run(&arguments),
        Command::Train(Train::Entities(arguments)) => train::run(&arguments),
    }
}
