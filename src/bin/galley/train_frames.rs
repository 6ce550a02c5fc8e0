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
    #[arg(long, default_value_t = 35)]
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
/// The rate of a word of which nothing is known.
const UNKNOWN: f64 = 0.15;
/// How many uses the rate of the next wider class counts for, from the widest to the narrowest: words of speech and thought or
/// not, such words in the form and frame, the word in the frame, the word in the form and frame.
const PRIORS: [f64; 4] = [8.0, 8.0, 4.0, 8.0];

/// Verbs that are none of speech, writing or thought are left out where they were seen less often than this in a frame,
const FEWEST: u32 = 3;
/// or where their rate is not this much above the least.
const OTHER: f64 = 0.1;
/// A clause with "that" after a noun or an adjective is kept at a rate so much lower: whoever is named with it, it is told as theirs.
const THAT: f64 = 0.1;

/// Uses, and those that report something.
#[derive(Clone, Copy, Default)]
struct Count {
    uses: u32,
    reports: u32,
}

impl Count {
    fn add(&mut self, other: Count) {
        self.uses += other.uses;
        self.reports += other.reports;
    }
}

/// A word with its form and frame, and whether it is one of speech, writing or thought.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    verb: &'static str,
    form: &'static str,
    frame: &'static str,
    reports: bool,
}

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
        let count = counts.entry(Key { verb: candidate.verb, form: candidate.form, frame: candidate.frame, reports: candidate.reports }).or_default();
        count.uses += 1;
        count.reports += u32::from(quotes.iter().any(|q| is_same(&candidate, q)));
    }
}

/// True where the complement and the quotation, which may lie in pieces, have most of their bytes in common.
fn is_same(candidate: &Candidate, quote: &[(usize, usize)]) -> bool {
    let spans = &candidate.spans;
    let common: usize = quote.iter().flat_map(|(s, e)| spans.iter().map(|span| span.end().min(*e).saturating_sub(span.start().max(*s)))).sum();
    let length: usize = quote.iter().map(|(s, e)| e - s).sum();
    let own: usize = spans.iter().map(|s| s.len()).sum();
    common as f64 >= OVERLAP * length.max(own) as f64
}

/// The lines of the table: the rate of a word in a form and frame leans on those of ever wider classes.
fn table(counts: &BTreeMap<Key, Count>, least: f64) -> Vec<String> {
    let mut of_class: BTreeMap<bool, Count> = BTreeMap::new();
    let mut of_pattern: BTreeMap<(bool, &str, &str), Count> = BTreeMap::new();
    let mut of_verb: BTreeMap<(&str, &str), Count> = BTreeMap::new();
    for (key, count) in counts {
        of_class.entry(key.reports).or_default().add(*count);
        of_pattern.entry((key.reports, key.form, key.frame)).or_default().add(*count);
        of_verb.entry((key.verb, key.frame)).or_default().add(*count);
    }
    let mut lines = Vec::new();
    for (key, count) in counts {
        let classes = [of_class.get(&key.reports), of_pattern.get(&(key.reports, key.form, key.frame)), of_verb.get(&(key.verb, key.frame)), Some(count)];
        let rate = classes.into_iter().zip(PRIORS).fold(UNKNOWN, |wider, (count, prior)| {
            let count = count.copied().unwrap_or_default();
            (f64::from(count.reports) + prior * wider) / (f64::from(count.uses) + prior)
        });
        // A verb that reports nothing by itself must show it better.
        let nominal = matches!(key.form, "adjective" | "noun" | "owned" | "light" | "predicate");
        let other = !key.reports && !nominal;
        let least = match key.frame {
            "that" if nominal => least - THAT,
            _ if other => least + OTHER,
            _ => least,
        };
        // What was not done is no report where the verb is none: "did not see the roof".
        let undone = other && matches!(key.form, "negated" | "not-passive");
        if undone || other && count.uses < FEWEST || rate < least {
            continue;
        }
        lines.push(format!("{}\t{}\t{}\t{:.0}\n", key.verb, key.form, key.frame, rate * 100.0));
    }
    lines.sort_unstable();
    lines.dedup_by(|a, b| a.rsplit_once('\t').map(|x| x.0) == b.rsplit_once('\t').map(|x| x.0));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frequent_report_is_kept_and_a_rare_one_is_not() {
        let key = |verb, form, frame, reports| Key { verb, form, frame, reports };
        let mut counts = BTreeMap::new();
        counts.insert(key("vow", "finite", "to", true), Count { uses: 20, reports: 18 });
        counts.insert(key("go", "finite", "to", false), Count { uses: 50, reports: 1 });
        counts.insert(key("rail", "finite", "against", true), Count { uses: 1, reports: 0 });
        // The class: (18 + 8 × 0.15) / 29 = 0.66; the pattern: (18 + 8 × 0.66) / 28 = 0.83; the verb: (18 + 4 × 0.83) / 24 = 0.89;
        // the line: (18 + 8 × 0.89) / 28 = 0.90.
        assert_eq!(table(&counts, 0.75), ["vow\tfinite\tto\t90\n"]);
    }
}
