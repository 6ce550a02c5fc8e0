//! How the damage model is made: articles are ruined, and the model learns which names and phrases were not there before. Native only.

use super::candidates::candidates;
use super::detect;
use super::features::{BITS, each};
use super::judge::{self, sigmoid};
use super::model::{DamageModel, LAST, SECOND};
use super::reading::Reading;
use crate::artifacts;
use crate::corrupt::{Corrupted, Mode, Options, corrupt};
use crate::random::Random;
use crate::text::{Document, Span, View};

/// The ways in which every article is ruined, once each in a pass: how, and which share of the replacements is done.
const WAYS: &[(Mode, f64)] = &[
    (Mode::Stale, 1.0),
    (Mode::Stale, 0.5),
    (Mode::Stale, 0.25),
    (Mode::Stale, 1.0),
    (Mode::Stale, 0.5),
    (Mode::TokeniseOnly, 1.0),
    (Mode::InPlace, 1.0),
    (Mode::InPlace, 0.0),
];

/// One candidate with its features.
struct Example {
    features: Vec<u32>,
    overwritten: bool,
}

/// Trains on `articles`, `passes` ways of ruining each. The same input gives the same model.
#[must_use]
pub fn train(articles: &[String], passes: usize) -> DamageModel {
    // The second reading must not learn from articles that the first has seen.
    let (for_second, for_first): (Vec<_>, Vec<_>) = articles.iter().enumerate().partition(|(n, _)| n % 6 == 5);
    let mut examples = Vec::new();
    for (n, article) in for_first {
        for pass in 0..passes {
            for (way, (mode, keep)) in WAYS.iter().enumerate() {
                let seed = ((n * 64 + pass) * 16 + way) as u64;
                examples.extend(first_examples(&corrupt(article, Options { seed, keep: *keep, mode: *mode })));
            }
        }
    }
    eprintln!("{} candidates, {} overwritten", examples.len(), examples.iter().filter(|e| e.overwritten).count());
    let weights = descend(&examples);
    drop(examples);
    let (weights, scale) = quantise(&weights);
    let mut model = DamageModel { weights, scale, second: [0.0; SECOND], last: [0.0; LAST] };
    let mut ruined = Vec::new();
    for (n, article) in for_second {
        for pass in 0..passes.min(3) {
            for (way, (mode, keep)) in WAYS.iter().enumerate() {
                let seed = ((n * 64 + pass) * 16 + way) as u64;
                ruined.push(corrupt(article, Options { seed, keep: *keep, mode: *mode }));
            }
        }
    }
    let second: Vec<_> = ruined.iter().flat_map(|r| second_examples(&model, r)).collect();
    model.second = descend_dense(&second);
    let last: Vec<_> = ruined.iter().flat_map(|r| last_examples(&model, r)).collect();
    model.last = descend_dense(&last);
    model
}

/// The places that a model should find.
fn gold(ruined: &Corrupted) -> Vec<Span> {
    ruined.damage.iter().filter(|d| d.visible && d.category.starts_with("coref.")).map(|d| d.span).collect()
}

/// The ruined article as the detector reads it.
fn read<'d>(document: &'d Document<'_>) -> View<'d> {
    View::through(document, artifacts::certain_repairs(&artifacts::mechanical(document)).collect())
}

fn first_examples(ruined: &Corrupted) -> Vec<Example> {
    let document = Document::new(&ruined.text);
    let view = read(&document);
    let reading = Reading::of(&view);
    let gold = gold(ruined);
    candidates(&reading)
        .iter()
        .map(|c| {
            let mut features = Vec::with_capacity(32);
            each(&reading, c, |f| features.push(f as u32));
            Example { features, overwritten: gold.binary_search(&view.to_source(reading.span(c.start, c.end))).is_ok() }
        })
        .collect()
}

fn second_examples(model: &DamageModel, ruined: &Corrupted) -> Vec<([f32; SECOND], bool)> {
    let document = Document::new(&ruined.text);
    let view = read(&document);
    let reading = Reading::of(&view);
    let gold = gold(ruined);
    let all = candidates(&reading);
    let slots: Vec<f32> = all.iter().map(|c| model.slot(&reading, c)).collect();
    let evidence = judge::evidence(&reading, &all, &slots);
    all.iter().zip(evidence).map(|(c, e)| (e, gold.binary_search(&view.to_source(reading.span(c.start, c.end))).is_ok())).collect()
}

fn last_examples(model: &DamageModel, ruined: &Corrupted) -> Vec<([f32; LAST], bool)> {
    let document = Document::new(&ruined.text);
    let view = read(&document);
    let reading = Reading::of(&view);
    let gold = gold(ruined);
    let all = candidates(&reading);
    let slots: Vec<f32> = all.iter().map(|c| model.slot(&reading, c)).collect();
    let seconds: Vec<f32> = judge::evidence(&reading, &all, &slots).iter().map(|e| model.weigh(e)).collect();
    let fits = judge::align_twice(&reading, &all, &seconds);
    let evidence = |n: usize| judge::last_evidence(seconds[n], slots[n], fits[n]);
    (0..all.len()).map(|n| (evidence(n), gold.binary_search(&view.to_source(reading.span(all[n].start, all[n].end))).is_ok())).collect()
}

/// Logistic regression over hashed features, by AdaGrad (Duchi, Hazan and Singer, 2011) with a little weight decay.
fn descend(examples: &[Example]) -> Vec<f32> {
    let mut weights = vec![0.0f32; 1 << BITS];
    let mut squares = vec![1e-3f32; 1 << BITS];
    let mut order: Vec<u32> = (0..examples.len() as u32).collect();
    let mut random = Random::new(7);
    for _ in 0..4 {
        for n in (1..order.len()).rev() {
            order.swap(n, random.below(n + 1));
        }
        for n in &order {
            let example = &examples[*n as usize];
            let z: f32 = example.features.iter().map(|f| weights[*f as usize]).sum();
            let error = sigmoid(z) - f32::from(u8::from(example.overwritten));
            for f in &example.features {
                let f = *f as usize;
                let gradient = error + 2e-5 * weights[f];
                squares[f] += gradient * gradient;
                weights[f] -= 0.08 * gradient / squares[f].sqrt();
            }
        }
    }
    weights
}

fn descend_dense<const N: usize>(examples: &[([f32; N], bool)]) -> [f32; N] {
    let mut weights = [0.0f32; N];
    let mut squares = [1e-3f32; N];
    let mut order: Vec<u32> = (0..examples.len() as u32).collect();
    let mut random = Random::new(8);
    for _ in 0..6 {
        for n in (1..order.len()).rev() {
            order.swap(n, random.below(n + 1));
        }
        for n in &order {
            let (evidence, overwritten) = &examples[*n as usize];
            let z: f32 = weights.iter().zip(evidence).map(|(w, e)| w * e).sum();
            let error = sigmoid(z) - f32::from(u8::from(*overwritten));
            for ((w, s), e) in weights.iter_mut().zip(&mut squares).zip(evidence) {
                let gradient = error * e;
                *s += gradient * gradient;
                *w -= 0.2 * gradient / s.sqrt();
            }
        }
    }
    weights
}

/// The weights in 127 steps to either side; small ones are dropped, so that the file packs well.
fn quantise(weights: &[f32]) -> (Vec<i8>, f32) {
    let largest = weights.iter().fold(0.0f32, |m, w| m.max(w.abs())).min(4.0);
    let scale = largest / 127.0;
    (weights.iter().map(|w| (w / scale).round().clamp(-127.0, 127.0) as i8).collect(), scale)
}

/// Figures of a model on articles that it was not trained on: how often the verdict falls, and how many of the overwritten places are found.
#[must_use]
pub fn measure(model: &DamageModel, articles: &[String]) -> String {
    use std::fmt::Write as _;
    let ways = [
        ("clean", Mode::InPlace, 0.0),
        ("tokenised only", Mode::TokeniseOnly, 1.0),
        ("stale, all", Mode::Stale, 1.0),
        ("stale, half", Mode::Stale, 0.5),
        ("stale, a quarter", Mode::Stale, 0.25),
    ];
    let mut out = String::new();
    for (name, mode, keep) in ways {
        let mut tally = Tally::default();
        for (n, article) in articles.iter().enumerate() {
            tally.add(model, &corrupt(article, Options { seed: 900_000 + n as u64, keep, mode }));
        }
        let _ = writeln!(out, "{name:18} {tally}");
    }
    out
}

#[derive(Default)]
struct Tally {
    articles: usize,
    overwritten: usize,
    evidence: Vec<f32>,
    marked: usize,
    right: usize,
    places: usize,
    found: usize,
}

impl Tally {
    fn add(&mut self, model: &DamageModel, ruined: &Corrupted) {
        let document = Document::new(&ruined.text);
        let (evidence, marked) = detect::marked(&read(&document), model);
        let gold = gold(ruined);
        self.articles += 1;
        self.overwritten += usize::from(marked.is_some());
        self.evidence.push(evidence);
        let marked = marked.unwrap_or_default();
        self.marked += marked.len();
        self.right += marked.iter().filter(|m| gold.iter().any(|g| g.overlaps(**m))).count();
        self.places += gold.len();
        self.found += gold.iter().filter(|g| marked.iter().any(|m| g.overlaps(*m))).count();
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut evidence = self.evidence.clone();
        evidence.sort_by(|a, b| b.total_cmp(a));
        evidence.truncate(4);
        let precision = 100.0 * self.right as f64 / self.marked.max(1) as f64;
        let recall = 100.0 * self.found as f64 / self.places.max(1) as f64;
        let f1 = 2.0 * precision * recall / (precision + recall).max(1e-9);
        write!(
            f,
            "verdict on {} of {} (highest evidence {evidence:.1?}); {} places, {} marked: P {precision:.1} R {recall:.1} F1 {f1:.1}",
            self.overwritten, self.articles, self.places, self.marked
        )
    }
}
