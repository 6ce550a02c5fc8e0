//! `galley train frames`: counts in which frames a verb reports something, for `src/quotes/frames.tsv`, and what else speaks for or
//! against such a use, for `src/quotes/signs.tsv`.

mod rates;
mod signs;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use galley::quotes::{Candidate, candidates};
use galley::text::{Document, OffsetMap, View};
use serde::Deserialize;

use rates::{Key, Tallies, Use};

/// From what, to where.
#[derive(Args)]
pub(crate) struct Arguments {
    /// .jsonl files with {"text", "quotes": [{"content": [[start, end], …]}, …]} a line, offsets in code points.
    #[arg(required = true)]
    gold: Vec<PathBuf>,
    /// The file that gets the table of frames: form, frame, and the verbs by rate a line.
    #[arg(long)]
    to: PathBuf,
    /// The file that gets the table of signs: sign and weight a line.
    #[arg(long)]
    signs: PathBuf,
    /// The least rate that the table of frames keeps, in hundredths.
    #[arg(long, default_value_t = 22)]
    least: u8,
}

#[derive(Deserialize)]
struct Gold {
    text: String,
    quotes: Vec<Quote>,
}

#[derive(Deserialize)]
struct Quote {
    content: Vec<(usize, usize)>,
}

/// The share of a complement and of a quotation that must be common to both: as in scoring.
const OVERLAP: f64 = 0.8;
/// Documents are dealt into so many shares, so that the signs are weighed against rates that were counted in other documents.
const SHARES: usize = 5;

/// Counts, and writes both tables.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match train(arguments) {
        Ok((frames, signs)) => {
            say!("{}: {frames} patterns; {}: {signs} signs", arguments.to.display(), arguments.signs.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            say!("galley: {error}");
            ExitCode::from(2)
        }
    }
}

fn train(arguments: &Arguments) -> Result<(usize, usize), String> {
    let mut uses = Vec::new();
    let mut documents = 0;
    for path in &arguments.gold {
        let content = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        for (n, line) in content.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
            let gold: Gold = serde_json::from_str(line).map_err(|e| format!("{}:{}: {e}", path.display(), n + 1))?;
            uses.extend(uses_in(&gold, documents % SHARES));
            documents += 1;
        }
    }
    let frames = rates::table(&Tallies::of(uses.iter()), f64::from(arguments.least) / 100.0);
    let elsewhere: Vec<Tallies> = (0..SHARES).map(|share| Tallies::of(uses.iter().filter(|u| u.share != share))).collect();
    let examples: Vec<signs::Example> =
        uses.iter().map(|u| signs::Example { rate: elsewhere[u.share].rate(&u.key), signs: u.signs, reports: u.reports }).collect();
    let signs = signs::table(&signs::fit(&examples));
    write(&arguments.to, &frames)?;
    write(&arguments.signs, &signs)?;
    Ok((frames.len(), signs.len()))
}

fn write(path: &Path, lines: &[String]) -> Result<(), String> {
    std::fs::write(path, lines.concat()).map_err(|e| format!("{}: {e}", path.display()))
}

fn uses_in(gold: &Gold, share: usize) -> Vec<Use> {
    let document = Document::new(&gold.text);
    let map = OffsetMap::new(&gold.text);
    let quotes: Vec<Vec<(usize, usize)>> =
        gold.quotes.iter().map(|q| q.content.iter().map(|(s, e)| (map.char_to_byte(*s), map.char_to_byte(*e))).collect()).collect();
    let of = |candidate: Candidate| Use {
        key: Key { verb: candidate.verb, form: candidate.form, frame: candidate.frame, reports: candidate.reports },
        signs: candidate.signs,
        reports: quotes.iter().any(|q| is_same(&candidate, q)),
        share,
    };
    candidates(&View::plain(&document)).into_iter().map(of).collect()
}

/// True where the complement and the quotation, which may lie in pieces, have most of their bytes in common.
fn is_same(candidate: &Candidate, quote: &[(usize, usize)]) -> bool {
    let spans = &candidate.spans;
    let common: usize = quote.iter().flat_map(|(s, e)| spans.iter().map(|span| span.end().min(*e).saturating_sub(span.start().max(*s)))).sum();
    let length: usize = quote.iter().map(|(s, e)| e - s).sum();
    let own: usize = spans.iter().map(|s| s.len()).sum();
    common as f64 >= OVERLAP * length.max(own) as f64
}
