//! The command line: annotate, repair, convert; train and evaluate the models.

mod annotate;
mod input;
mod repair;

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
    /// Write the text with every certain repair applied.
    Repair(repair::Arguments),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Repair(arguments) => repair::run(&arguments),
    }
}
