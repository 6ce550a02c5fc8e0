//! Training the furniture model, from pages whose every line is labelled. Native only.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use thiserror::Error;

use super::features::Page;
use super::lexicon::Lexicon;
use super::model::{Cut, TAGS};
use super::{FurnitureModel, Kind};
use crate::tagger::train::{Example, Options, train as learn};
use crate::tagger::{Sequence, TagSet, hash};
use crate::text::{Document, Span};

/// A page whose lines are labelled.
#[derive(Clone, Debug, Deserialize)]
pub struct LabelledPage {
    /// Its name.
    pub id: String,
    /// Where its labels come from.
    pub source: String,
    /// Its publisher.
    pub domain: String,
    /// "train" or "dev".
    pub split: String,
    /// True for news.
    pub news: bool,
    /// Each line; "body", "furniture" or "mixed"; of which kind.
    #[serde(default)]
    pub lines: Vec<(String, String, String)>,
    /// A page without separators; empty where `lines` are given.
    #[serde(default)]
    pub text: String,
    /// What is furniture of `text`: start, end in code points; kind.
    #[serde(default)]
    pub furniture: Vec<(usize, usize, String)>,
}

impl LabelledPage {
    /// True for a page of every `of`th publisher: kept from training to measure on.
    #[must_use]
    pub fn is_held_out(&self, of: u64) -> bool {
        of > 0 && hash::word(&self.domain).is_multiple_of(of)
    }
}

/// Why there is nothing to train on.
#[derive(Debug, Error)]
pub enum TrainError {
    /// A list is malformed.
    #[error("the list of phrases or of words has a line that is no entry")]
    Lexicon,
    /// No page is left.
    #[error("no page to train on")]
    NoPages,
}

/// A text and what its stretches are, in order and without gaps; `None` for what is unclear.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    /// The text.
    pub text: String,
    /// Bytes of it.
    pub parts: Vec<(Span, Option<Kind>)>,
    weight: f32,
    domain: u64,
}

impl Sample {
    fn push(&mut self, text: &str, kind: Option<Kind>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.parts.push((Span::new(start, self.text.len()), kind));
    }

    /// The page as `page` has it: its lines joined by line breaks, or its text.
    #[must_use]
    pub fn of(page: &LabelledPage) -> Self {
        let mut sample = Sample { weight: if page.news { 1.0 } else { 0.5 }, domain: hash::word(&page.domain), ..Sample::default() };
        if page.text.is_empty() {
            for (n, (line, label, kind)) in page.lines.iter().enumerate() {
                sample.push(if n > 0 { "\n" } else { "" }, None);
                sample.push(line, kind_of(label, kind));
            }
            return sample;
        }
        let bytes: Vec<usize> = page.text.char_indices().map(|c| c.0).chain([page.text.len()]).collect();
        let mut at = 0;
        for (start, end, kind) in &page.furniture {
            let (start, end) = (bytes[*start], bytes[*end]);
            sample.push(&page.text[at..start], Some(Kind::Body));
            sample.push(&page.text[start..end], kind_of("furniture", kind));
            at = end;
        }
        sample.push(&page.text[at..], Some(Kind::Body));
        sample
    }
}

fn kind_of(label: &str, kind: &str) -> Option<Kind> {
    match (label, kind) {
        ("body", _) => Some(Kind::Body),
        ("mixed", _) | (_, "mixed") => None,
        _ => Some(Kind::named(kind).filter(|k| TAGS.contains(k)).unwrap_or(Kind::Other)),
    }
}

/// How lines are put together.
const JOINS: [&str; 5] = ["\n", "\n\n", " ", "", "\n"];

/// The texts that scrapers could make of one page: all of it, its middle, its body alone; with line breaks, blanks, or nothing between.
fn variants(page: &LabelledPage) -> Vec<Sample> {
    let plain = Sample::of(page);
    if page.lines.is_empty() {
        return vec![plain];
    }
    let is_body = |n: &usize| page.lines[*n].1 == "body";
    let count = page.lines.len();
    let (Some(first), Some(last)) = ((0..count).find(is_body), (0..count).rev().find(is_body)) else { return vec![plain] };
    let mut seed = hash::word(&page.id);
    let mut random = |below: usize| {
        seed = hash::pair(seed, 1);
        (seed >> 33) as usize % below
    };
    let built = |lines: &[(String, String, String)], join: &str, weight: f32, keep: &dyn Fn(&str, &str) -> bool| {
        let mut sample = Sample { weight: plain.weight * weight, domain: plain.domain, ..Sample::default() };
        for (line, label, kind) in lines.iter().filter(|l| keep(&l.1, &l.2)) {
            if !sample.text.is_empty() {
                sample.push(join, None);
            }
            sample.push(line.trim(), kind_of(label, kind));
        }
        sample
    };
    let mut samples = vec![plain.clone()];
    // What stands around the body is cut off at random.
    for join in JOINS {
        let (from, to) = (first.saturating_sub(random(14)), (last + 1 + random(14)).min(count));
        samples.push(built(&page.lines[from..to], join, 1.0, &|_, _| true));
    }
    // The middle, where furniture is rare and matters most.
    for join in ["\n", "\n\n", ["", " "][random(2)]] {
        samples.push(built(&page.lines[first..=last], join, 1.0, &|_, _| true));
    }
    let join = JOINS[random(4)];
    samples.push(built(&page.lines[first..=last], join, 0.7, &|label, _| label == "body"));
    let join = JOINS[random(4)];
    let is_head = |label: &str, kind: &str| label == "body" || matches!(kind, "headline" | "byline" | "timestamp" | "deck");
    samples.push(built(&page.lines[first.saturating_sub(8)..=last], join, 0.7, &is_head));
    samples
}

/// What can be made of the body of an article, the `n`th: all of it, with and without its line breaks, and a few lines alone.
fn undisturbed(text: &str, n: usize) -> Vec<Sample> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with("http")).collect();
    let built = |lines: &[&str], join: &str, weight: f32| {
        let mut sample = Sample { weight, domain: hash::pair(7, n as u64 / 50), ..Sample::default() };
        sample.push(&lines.join(join), Some(Kind::Body));
        sample
    };
    let at = n * 7 % lines.len().max(1);
    let few = &lines[at..(at + 1 + n % 3).min(lines.len())];
    vec![built(&lines, JOINS[n % 4], 0.7), built(few, "\n", 0.7)]
}

/// A word is a feature where so many publishers write it.
const PUBLISHERS: u32 = 4;

/// What training needs.
#[derive(Clone, Debug)]
pub struct Plan {
    /// How the weights are learnt.
    pub options: Options,
}

impl Default for Plan {
    fn default() -> Self {
        Plan { options: Options { bits: 20, epochs: 8, minimum_count: 4, rate: 0.06, l1: 4.9, dropout: 0.15, average: 4, levels: 11.0, ..Options::default() } }
    }
}

/// Learns a model from `pages`, texts of nothing but body (`clean`), the list of phrases and that of words.
///
/// # Errors
/// Where a list is malformed or there is no page.
pub fn train(pages: &[LabelledPage], clean: &[String], phrases: &str, words: &str, plan: &Plan) -> Result<FurnitureModel, TrainError> {
    let lexicon = Lexicon::read(phrases, words).ok_or(TrainError::Lexicon)?;
    if pages.is_empty() {
        return Err(TrainError::NoPages);
    }
    let mut samples: Vec<Sample> = pages.iter().flat_map(variants).collect();
    samples.extend(clean.iter().enumerate().flat_map(|(n, text)| undisturbed(text, n)));
    let cuts: Vec<Vec<(Cut, Vec<u32>)>> = samples.iter().map(|s| vec![labels(s, &lexicon)]).collect();
    let known = common(&samples, &cuts);
    let keep = |key: u64| known.contains(&key);
    let mut examples = Vec::new();
    for (sample, cuts) in samples.iter().zip(&cuts) {
        for (cut, allowed) in cuts {
            let page = Page::of(&cut.segments, &cut.words, &cut.profiles);
            let mut sequence = Sequence::default();
            page.features(0..cut.segments.len(), &keep, &mut sequence);
            examples.push(Example { sequence, allowed: allowed.clone(), base: Vec::new(), weight: sample.weight });
        }
    }
    let names: Vec<&str> = TAGS.iter().map(|k| k.name()).collect();
    let weights = learn(&TagSet::plain(&names), &examples, &plan.options);
    Ok(FurnitureModel { lexicon, weights })
}

/// The words and whole segments that enough publishers have.
fn common(samples: &[Sample], cuts: &[Vec<(Cut, Vec<u32>)>]) -> HashSet<u64> {
    let mut seen: HashMap<u64, (u64, u32)> = HashMap::new();
    for (sample, cuts) in samples.iter().zip(cuts) {
        for (cut, _) in cuts {
            for key in cut.words.iter().map(|w| w.key).chain(cut.profiles.iter().map(|p| p.key)) {
                let (last, count) = seen.entry(key).or_default();
                if *last != sample.domain {
                    (*last, *count) = (sample.domain, *count + 1);
                }
            }
        }
    }
    seen.into_iter().filter(|(_, (_, count))| *count >= PUBLISHERS).map(|(key, _)| key).collect()
}

/// The segments of `sample` and the tags that each may have, one bit a tag.
fn labels(sample: &Sample, lexicon: &Lexicon) -> (Cut, Vec<u32>) {
    let document = Document::new(&sample.text);
    let cut = Cut::of(&document, lexicon);
    let mut part = 0;
    let allowed = cut
        .segments
        .iter()
        .map(|segment| {
            while sample.parts[part].0.end() <= segment.span.start() {
                part += 1;
            }
            let mut bytes = [0usize; TAGS.len()];
            let mut unclear = 0;
            for (span, kind) in sample.parts[part..].iter().take_while(|p| p.0.start() < segment.span.end()) {
                let shared = span.end().min(segment.span.end()) - span.start().max(segment.span.start());
                match kind.and_then(|kind| TAGS.iter().position(|t| *t == kind)) {
                    Some(tag) => bytes[tag] += shared,
                    None if !span.of(&sample.text).trim().is_empty() => unclear += shared,
                    None => {}
                }
            }
            let all: usize = bytes.iter().sum::<usize>() + unclear;
            if unclear * 2 > all {
                return u32::MAX >> (32 - TAGS.len());
            }
            if bytes[0] * 3 >= all {
                return 1;
            }
            let best = (1..TAGS.len()).max_by_key(|t| (bytes[*t], std::cmp::Reverse(*t))).unwrap_or(0);
            1 << best
        })
        .collect();
    (cut, allowed)
}
