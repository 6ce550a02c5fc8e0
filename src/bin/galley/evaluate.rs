//! `galley evaluate`: how well the models do on text with known answers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand};
use galley::Models;
use galley::artifacts;
use galley::entities::model::EntityModel;
use galley::entities::{EntityLabel, recognise};
use galley::segments::FurnitureModel;
use galley::segments::measure::measure;
use galley::text::{Document, OffsetMap, Span};
use serde::Deserialize;

/// What to measure.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Names: exact span and label, a title before a person, "the" before an organisation and a possessive ending aside.
    Entities(EntityArguments),
    /// Page furniture: precision, recall and F1 of the furniture model's lines (of characters, for pages without separators).
    Furniture(FurnitureArguments),
}

#[derive(Args)]
struct FurnitureArguments {
    /// The model; the one that the program was built with unless given.
    #[arg(long)]
    model: Option<PathBuf>,
    /// From how likely on a segment counts as furniture.
    #[arg(long, default_values_t = [0.5, 0.7, 0.9])]
    bar: Vec<f32>,
    /// Measure on every so manyth publisher of the "train" split, which `galley train furniture --held-out` leaves out, and not on the "dev" split.
    #[arg(long)]
    held_out: Option<u64>,
    /// .jsonl files of pages whose lines are labelled.
    #[arg(required = true)]
    pages: Vec<PathBuf>,
}

#[derive(Args)]
struct EntityArguments {
    /// The model; the one that the program was built with unless given.
    #[arg(long)]
    model: Option<PathBuf>,
    /// Show so many wrong names of each file.
    #[arg(long, default_value_t = 0)]
    errors: usize,
    /// Show how often names are right, by the score that they carry.
    #[arg(long)]
    calibration: bool,
    /// .jsonl files with {"id", "text", "entities": [[start, end, label], …]} a line, offsets in code points.
    #[arg(required = true)]
    gold: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Gold {
    id: String,
    text: String,
    entities: Vec<(usize, usize, String)>,
}

/// Measures, and prints a table.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let done = match &arguments.what {
        What::Entities(arguments) => entities(arguments),
        What::Furniture(arguments) => furniture(arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say!("galley: {error}");
            ExitCode::from(2)
        }
    }
}

fn furniture(arguments: &FurnitureArguments) -> Result<(), String> {
    let model = match &arguments.model {
        Some(path) => {
            let bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
            Arc::new(FurnitureModel::read(&bytes).map_err(|e| format!("{}: {e}", path.display()))?)
        }
        None => crate::models::models().furniture.ok_or("the program was built without a furniture model")?,
    };
    for path in &arguments.pages {
        let mut pages = crate::train_furniture::read_pages(path)?;
        match arguments.held_out {
            Some(n) => pages.retain(|p| p.split == "train" && p.is_held_out(n)),
            None => pages.retain(|p| p.split == "dev"),
        }
        println!("{}, {} pages", path.display(), pages.len());
        for bar in &arguments.bar {
            let found = measure(&model, &pages, *bar);
            let ([p, r, f], [ip, ir, i]) = (found.all.scores(), found.inside.scores());
            let flagged = 100.0 * found.all.wrong as f64 / found.body.max(1) as f64;
            println!("  from {bar:.2}: all P {p:.1} R {r:.1} F1 {f:.1}; inside P {ip:.1} R {ir:.1} F1 {i:.1}; of the body flagged {flagged:.2} %");
        }
    }
    Ok(())
}

/// The labels that are measured.
const LABELS: [EntityLabel; 3] = [EntityLabel::Person, EntityLabel::Org, EntityLabel::Loc];

fn entities(arguments: &EntityArguments) -> Result<(), String> {
    let models = match &arguments.model {
        Some(path) => {
            let bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
            let model = EntityModel::from_bytes(&bytes).map_err(|e| format!("{}: {e}", path.display()))?;
            let mut models = crate::models::models();
            models.entities = Some(Arc::new(model));
            models
        }
        None => crate::models::models(),
    };
    for path in &arguments.gold {
        let content = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        // Right, found, true; by label.
        let mut counts = [[0usize; 3]; 3];
        let mut shown = 0;
        let mut reliability = Reliability::default();
        for (n, line) in content.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
            let gold: Gold = serde_json::from_str(line).map_err(|e| format!("{}:{}: {e}", path.display(), n + 1))?;
            let (want, scored) = (wanted(&gold), found(&gold.text, &models));
            scored.iter().for_each(|(name, score)| reliability.add(*score, want.contains(name)));
            let have: BTreeSet<(Span, EntityLabel)> = scored.into_keys().collect();
            for (label, counts) in LABELS.iter().zip(&mut counts) {
                let of = |set: &BTreeSet<(Span, EntityLabel)>| set.iter().filter(|e| e.1 == *label).count();
                counts[0] += want.intersection(&have).filter(|e| e.1 == *label).count();
                counts[1] += of(&have);
                counts[2] += of(&want);
            }
            for (span, label) in want.symmetric_difference(&have) {
                if shown < arguments.errors {
                    shown += 1;
                    let what = if want.contains(&(*span, *label)) { "missed" } else { "extra" };
                    out!("  {} {what} {}: {}", gold.id, label.as_str(), around(&gold.text, *span));
                }
            }
        }
        let name = path.file_stem().map_or(String::new(), |s| s.to_string_lossy().into_owned());
        let mut all = [0; 3];
        let mut parts = Vec::new();
        for (label, counts) in LABELS.iter().zip(&counts) {
            (0..3).for_each(|i| all[i] += counts[i]);
            parts.push(format!("{} {:.1}", label.as_str(), prf(*counts).2));
        }
        let (p, r, f) = prf(all);
        out!("{name:20} P {p:.1} R {r:.1} F1 {f:.1}   ({}; gold {})", parts.join(", "), all[2]);
        if arguments.calibration {
            reliability.print();
        }
    }
    Ok(())
}

/// How often names are right, by score.
#[derive(Default)]
struct Reliability {
    /// By tenth of the score: names, sum of their scores, right ones.
    tenths: [(usize, f64, usize); 10],
}

impl Reliability {
    fn add(&mut self, score: f32, right: bool) {
        let tenth = &mut self.tenths[((score * 10.0) as usize).min(9)];
        tenth.0 += 1;
        tenth.1 += f64::from(score);
        tenth.2 += usize::from(right);
    }

    fn print(&self) {
        let all: usize = self.tenths.iter().map(|t| t.0).sum();
        let off: f64 = self.tenths.iter().map(|t| (t.1 - t.2 as f64).abs()).sum();
        for (n, (count, scores, right)) in self.tenths.iter().enumerate().filter(|(_, t)| t.0 > 0) {
            let mean = |sum: f64| sum / *count as f64;
            out!(
                "    score {:.1} to {:.1}: {count:5} names, said {:.2}, right {:.2}",
                n as f64 / 10.0,
                (n + 1) as f64 / 10.0,
                mean(*scores),
                mean(*right as f64)
            );
        }
        out!("    calibration error {:.3}", off / all.max(1) as f64);
    }
}

fn prf([right, found, gold]: [usize; 3]) -> (f64, f64, f64) {
    let share = |n: usize, of: usize| if of == 0 { 0.0 } else { 100.0 * n as f64 / of as f64 };
    (share(right, found), share(right, gold), share(2 * right, found + gold))
}

/// The span in brackets with a little text around it, on one line.
fn around(text: &str, span: Span) -> String {
    let start = text[..span.start()].char_indices().rev().nth(29).map_or(0, |(at, _)| at);
    let end = text[span.end()..].char_indices().nth(30).map_or(text.len(), |(at, _)| span.end() + at);
    format!("…{}[{}]{}…", &text[start..span.start()], span.of(text), &text[span.end()..end]).replace('\n', "⏎")
}

fn wanted(gold: &Gold) -> BTreeSet<(Span, EntityLabel)> {
    let map = OffsetMap::new(&gold.text);
    let spans = gold.entities.iter().filter_map(|(start, end, label)| {
        let label = EntityLabel::parse(label).filter(|l| LABELS.contains(l))?;
        let (start, end) = (map.char_to_byte(*start), map.char_to_byte(*end));
        Some((trim(&gold.text, Span::new(start, end), label), label))
    });
    spans.collect()
}

fn found(text: &str, models: &Models) -> BTreeMap<(Span, EntityLabel), f32> {
    let document = Document::new(text);
    let mut findings = artifacts::mechanical(&document);
    let (view, _) = artifacts::read(&document, models.damage.as_deref(), &mut findings, Vec::new());
    let entities = recognise(&view, models.entities.as_deref());
    entities
        .mentions
        .iter()
        .filter(|m| LABELS.contains(&m.label))
        .map(|m| (view.to_source(m.span), m.label, m.score))
        .filter(|(span, ..)| !span.is_empty())
        .map(|(span, label, score)| ((trim(text, span, label), label), score))
        .collect()
}

/// Words before a person's name that some guides count in and others do not.
const TITLES: &[&str] = &[
    "the",
    "former",
    "then",
    "ex",
    "acting",
    "deputy",
    "vice",
    "president",
    "president-elect",
    "prime",
    "minister",
    "chancellor",
    "king",
    "queen",
    "pope",
    "prince",
    "princess",
    "sen",
    "rep",
    "gov",
    "gen",
    "col",
    "sgt",
    "lt",
    "capt",
    "maj",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "sir",
    "dame",
    "lord",
    "lady",
    "judge",
    "justice",
    "senator",
    "congressman",
    "congresswoman",
    "representative",
    "governor",
    "mayor",
    "secretary",
    "attorney",
    "general",
    "director",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "chief",
    "officer",
    "sheikh",
    "u.s",
    "us",
];

/// Without what annotation guides disagree on.
fn trim(text: &str, span: Span, label: EntityLabel) -> Span {
    let (mut start, mut end) = (span.start(), span.end());
    for tail in ["'s", "’s", "'", "’"] {
        if text[start..end].len() > tail.len() && text[start..end].ends_with(tail) {
            end -= tail.len();
            break;
        }
    }
    if label == EntityLabel::Org && (text[start..end].starts_with("The ") || text[start..end].starts_with("the ")) {
        start += 4;
    }
    if label == EntityLabel::Person {
        while let Some(word) = text[start..end].find([' ', '-'])
            && TITLES.contains(&text[start..start + word].trim_end_matches('.').to_lowercase().as_str())
        {
            start += word + 1;
        }
    }
    Span::new(start, end)
}
