//! `galley train frames`: counts in which frames a verb reports something, for the table in `src/quotes/frames.tsv`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use galley::quotes::{Candidate, candidates};
use galley::text::{Document, OffsetMap, View};
use serde::Deserialize;

/// From what, to where.
#[derive(Args)]
pub(crate) struct Arguments {
    /// .jsonl files with {"text", "quotes": [{"content": [[start, end], …]}, …]} a line, offsets in code points.
    #[arg(required = true)]
    gold: Vec<PathBuf>,
    /// The file that gets the table: verb, form, frame and rate a line.
    #[arg(long)]
    to: PathBuf,
    /// The least rate that the table keeps, in hundredths.
    #[arg(long, default_value_t = 40)]
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
/// How many uses the rate of the next wider class counts for.
const PRIOR: f64 = 3.0;
/// The rate of a verb of which nothing is known.
const UNKNOWN: f64 = 0.2;
/// Frames seen less often are left out.
const FEWEST: u32 = 2;

/// Uses, and those that report something.
#[derive(Clone, Copy, Default)]
struct Count {
    uses: u32,
    reports: u32,
}

impl Count {
    fn rate(self, wider: f64) -> f64 {
        (f64::from(self.reports) + PRIOR * wider) / (f64::from(self.uses) + PRIOR)
    }
}

type Key = (&'static str, &'static str, &'static str);

/// Counts, and writes the table.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match train(arguments) {
        Ok(lines) => {
            eprintln!("{}: {lines} frames", arguments.to.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("galley: {error}");
            ExitCode::from(2)
        }
    }
}

fn train(arguments: &Arguments) -> Result<usize, String> {
    let mut counts: BTreeMap<Key, Count> = BTreeMap::new();
    for path in &arguments.gold {
        let content = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        for (n, line) in content.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
            let gold: Gold = serde_json::from_str(line).map_err(|e| format!("{}:{}: {e}", path.display(), n + 1))?;
            count(&gold, &mut counts);
        }
    }
    let lines = table(&counts, f64::from(arguments.least) / 100.0);
    std::fs::write(&arguments.to, lines.concat()).map_err(|e| format!("{}: {e}", arguments.to.display()))?;
    Ok(lines.len())
}

fn count(gold: &Gold, counts: &mut BTreeMap<Key, Count>) {
    let document = Document::new(&gold.text);
    let map = OffsetMap::new(&gold.text);
    let quotes: Vec<Vec<(usize, usize)>> =
        gold.quotes.iter().map(|q| q.content.iter().map(|(s, e)| (map.char_to_byte(*s), map.char_to_byte(*e))).collect()).collect();
    for candidate in candidates(&View::plain(&document)) {
        let count = counts.entry((candidate.verb, candidate.form, candidate.frame)).or_default();
        count.uses += 1;
        count.reports += u32::from(quotes.iter().any(|q| is_same(&candidate, q)));
    }
}

/// True where the complement and the quotation, which may lie in pieces, have most of their bytes in common.
fn is_same(candidate: &Candidate, quote: &[(usize, usize)]) -> bool {
    let span = candidate.span;
    let common: usize = quote.iter().map(|(s, e)| span.end().min(*e).saturating_sub(span.start().max(*s))).sum();
    let length: usize = quote.iter().map(|(s, e)| e - s).sum();
    common as f64 >= OVERLAP * length.max(span.len()) as f64
}

/// The lines of the table: the rate of a verb in a form and frame leans on that of the verb in the frame, and of the frame in the form.
fn table(counts: &BTreeMap<Key, Count>, least: f64) -> Vec<String> {
    let mut of_frame: BTreeMap<(&str, &str), Count> = BTreeMap::new();
    let mut of_verb: BTreeMap<(&str, &str), Count> = BTreeMap::new();
    for ((verb, form, frame), count) in counts {
        for wider in [of_frame.entry((*form, *frame)).or_default(), of_verb.entry((*verb, *frame)).or_default()] {
            wider.uses += count.uses;
            wider.reports += count.reports;
        }
    }
    let mut lines = Vec::new();
    for ((verb, form, frame), count) in counts {
        let wide = of_frame.get(&(*form, *frame)).copied().unwrap_or_default().rate(UNKNOWN);
        let wider = of_verb.get(&(*verb, *frame)).copied().unwrap_or_default().rate(wide);
        let rate = count.rate(wider);
        if count.uses >= FEWEST && rate >= least {
            lines.push(format!("{verb}\t{form}\t{frame}\t{:.0}\n", rate * 100.0));
        }
    }
    lines.sort_unstable();
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frequent_report_is_kept_and_a_rare_one_is_not() {
        let mut counts = BTreeMap::new();
        counts.insert(("vow", "finite", "to"), Count { uses: 20, reports: 18 });
        counts.insert(("go", "finite", "to"), Count { uses: 50, reports: 1 });
        counts.insert(("rail", "finite", "against"), Count { uses: 1, reports: 1 });
        // (18 + 3 × 0.82) / 23, where 0.82 is the rate of "vow … to", which leans on that of all verbs with "to".
        assert_eq!(table(&counts, 0.4), ["vow\tfinite\tto\t89\n"]);
    }
}
