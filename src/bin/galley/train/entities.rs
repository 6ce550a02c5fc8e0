//! `galley train entities`.

use galley::entities::EntityLabel;
use galley::entities::model::lexicon::Lexicon;
use galley::entities::model::{Elsewhere, EntityModel, Page, Run, TYPES, tag_set};
use galley::tagger::train::{Example, Options, train};
use galley::tagger::{Decoded, Model, Sequence, TagSet};
use galley::text::{Document, Layout};

use super::corpora::Annotated;

/// How to train both stages.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) first: Options,
    pub(crate) second: Options,
    /// Parts for the jackknife that the second stage learns from; below two there is no second stage.
    pub(crate) folds: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            first: Options { bits: 20, epochs: 10, minimum_count: 2, rate: 0.1, l1: 0.5, verbose: true, ..Options::default() },
            second: Options { bits: 16, epochs: 6, minimum_count: 3, rate: 0.05, l1: 1.0, ..Options::default() },
            folds: 4,
        }
    }
}

/// A document with the examples of its runs.
struct Prepared {
    runs: Vec<Run>,
    examples: Vec<Example>,
    layout: Layout,
    text: String,
}

/// Trains both stages on `documents`.
pub(crate) fn fit(documents: &[Annotated], lexicon: &Lexicon, settings: &Settings) -> EntityModel {
    let tags = tag_set();
    let mut lost = (0, 0);
    let prepared: Vec<Prepared> = documents.iter().map(|d| prepare(d, lexicon, &tags, &mut lost)).collect();
    eprintln!("{} documents, {} names, {} of them in no run of candidates", documents.len(), lost.0, lost.1);
    let all: Vec<Example> = prepared.iter().flat_map(|p| p.examples.iter().cloned()).collect();
    let first = train(&tags, &all, &settings.first);
    drop(all);
    eprintln!("first stage: {} features, {} bytes", first.rows(), first.to_bytes().len());
    let second = (settings.folds >= 2).then(|| second_stage(&prepared, lexicon, &tags, settings));
    EntityModel::new(lexicon.clone(), first, second)
}

/// The second stage learns from what first stages make of documents that they were not trained on.
fn second_stage(prepared: &[Prepared], lexicon: &Lexicon, tags: &TagSet, settings: &Settings) -> Model {
    let mut examples = Vec::new();
    for fold in 0..settings.folds {
        let rest: Vec<Example> =
            prepared.iter().enumerate().filter(|(n, _)| n % settings.folds != fold).flat_map(|(_, p)| p.examples.iter().cloned()).collect();
        let options = Options { verbose: false, runs: 1, average: 1, epochs: settings.first.epochs.div_ceil(2), ..settings.first.clone() };
        let model = EntityModel::new(lexicon.clone(), train(tags, &rest, &options), None);
        drop(rest);
        for document in prepared.iter().skip(fold).step_by(settings.folds) {
            // The scores come from the features that are at hand already.
            let (scores, decoded): (Vec<Vec<f32>>, Vec<Decoded>) = document
                .examples
                .iter()
                .map(|e| {
                    let mut scores = Vec::new();
                    model.first().scores(&e.sequence, &mut scores);
                    let decoded = model.first().decode_scores(&scores);
                    (scores, decoded)
                })
                .unzip();
            let page = Page::new(&document.text, &document.layout, lexicon);
            let elsewhere = Elsewhere::new(&page, &document.runs, &decoded);
            for (((run, base), decoded), example) in document.runs.iter().zip(scores).zip(&decoded).zip(&document.examples) {
                let mut sequence = Sequence::default();
                elsewhere.features(&page, run, decoded, &mut sequence);
                examples.push(Example { sequence, allowed: example.allowed.clone(), base, weight: example.weight });
            }
        }
        eprintln!("fold {} of {}", fold + 1, settings.folds);
    }
    train(tags, &examples, &settings.second)
}

fn prepare(document: &Annotated, lexicon: &Lexicon, tags: &TagSet, lost: &mut (usize, usize)) -> Prepared {
    let read = Document::new(&document.text);
    let layout = read.layout().clone();
    // For each token, the tags that it may have.
    let outside = 1u32;
    let mut allowed = vec![outside; layout.tokens.len()];
    for (start, end, kinds) in &document.spans {
        let tokens = layout.tokens_in(galley::text::Span::new(*start, *end));
        for (n, at) in tokens.clone().enumerate() {
            allowed[at] = 0;
            for kind in (0..TYPES.len()).filter(|k| kinds.0 & (1 << k) != 0) {
                allowed[at] |= 1 << TagSet::span_tag(kind, n, tokens.len());
            }
            if kinds.0 & (1 << 7) != 0 {
                allowed[at] |= outside;
            }
        }
    }
    let page = Page::new(&document.text, &layout, lexicon);
    let runs = page.runs();
    let mut inside = vec![false; layout.tokens.len()];
    let mut examples = Vec::new();
    for run in &runs {
        inside[run.tokens.clone()].fill(true);
        let mut sequence = Sequence::default();
        page.features(run, &mut sequence);
        let mut allowed = allowed[run.tokens.clone()].to_vec();
        close(tags, &mut allowed);
        examples.push(Example { sequence, allowed, base: Vec::new(), weight: 1.0 });
    }
    for (start, end, _) in &document.spans {
        lost.0 += 1;
        lost.1 += usize::from(layout.tokens_in(galley::text::Span::new(*start, *end)).any(|at| !inside[at]));
    }
    Prepared { runs, examples, layout, text: document.text.clone() }
}

/// A run that cuts a name at its edge: what is left of it becomes a name of its own.
fn close(tags: &TagSet, allowed: &mut [u32]) {
    let move_by =
        |mask: u32, from: usize, to: usize| (0..TYPES.len()).filter(|k| mask & (1 << (4 * k + from)) != 0).fold(mask & 1, |m, k| m | 1 << (4 * k + to));
    let (Some(first), Some(last)) = (allowed.first().copied(), allowed.last().copied()) else { return };
    let all = |offset: usize| (0..TYPES.len()).fold(0u32, |m, k| m | 1 << (4 * k + offset));
    debug_assert!(tags.is_bilou());
    let end = allowed.len() - 1;
    if first & all(2) != 0 {
        allowed[0] = move_by(first, 2, 1);
    } else if first & all(3) != 0 {
        allowed[0] = move_by(first, 3, 4);
    }
    let last = if end == 0 { allowed[0] } else { last };
    if last & all(1) != 0 {
        allowed[end] = move_by(last, 1, 4);
    } else if last & all(2) != 0 {
        allowed[end] = move_by(last, 2, 3);
    }
}

/// Copies of some documents as careless text has them: all small, all capitals, a capital on every word. Offsets stay as they are.
pub(crate) fn careless(documents: &[Annotated]) -> Vec<Annotated> {
    let mut copies = Vec::new();
    for (n, document) in documents.iter().enumerate() {
        let change: Option<fn(&str) -> String> = match n % 16 {
            3 => Some(|t| t.to_ascii_lowercase()),
            9 => Some(|t| t.to_ascii_uppercase()),
            _ => None,
        };
        if let Some(change) = change {
            copies.push(Annotated { id: format!("{}/careless", document.id), text: change(&document.text), spans: document.spans.clone() });
        }
        if n % 4 == 1 {
            copies.push(headline(document));
        }
    }
    copies
}

/// The first sentences of a document with a capital on every longer word, as in headlines.
fn headline(document: &Annotated) -> Annotated {
    let lines = document.text.match_indices('\n').nth(3).map_or(document.text.len(), |(at, _)| at);
    let mut text = document.text[..lines].to_owned().into_bytes();
    let small = ["a", "an", "and", "as", "at", "but", "by", "for", "in", "of", "on", "or", "the", "to", "with"];
    let mut start = 0;
    for at in 0..=text.len() {
        if at == text.len() || !text[at].is_ascii_alphabetic() {
            let word = std::str::from_utf8(&text[start..at]).unwrap_or_default();
            let glued = start > 0 && (text[start - 1] == b'\'' || text[start - 1] >= 0x80);
            if at > start && !small.contains(&word) && !glued {
                text[start].make_ascii_uppercase();
            }
            start = at + 1;
        }
    }
    let spans = document.spans.iter().filter(|s| s.1 <= lines).copied().collect();
    Annotated { id: format!("{}/headline", document.id), text: String::from_utf8(text).unwrap_or_default(), spans }
}

/// Found, said and true names of one label.
pub(crate) type Counts = [(EntityLabel, [usize; 3]); 5];

/// Compares the model's names with the gold of `documents`, exact span and label.
pub(crate) fn measure(model: &EntityModel, documents: &[Annotated]) -> Counts {
    let mut counts: Counts = TYPES.map(|t| (t, [0; 3]));
    for document in documents {
        let read = Document::new(&document.text);
        let page = Page::new(&document.text, read.layout(), model.lexicon());
        let said: Vec<(usize, usize, EntityLabel)> =
            model.names(&page).iter().map(|n| (read.layout().tokens[n.start].span.start(), read.layout().tokens[n.end - 1].span.end(), n.label)).collect();
        for (n, (label, counts)) in counts.iter_mut().enumerate() {
            let gold: Vec<(usize, usize)> = document.spans.iter().filter(|s| s.2.0 == 1 << n).map(|s| (s.0, s.1)).collect();
            counts[2] += gold.len();
            for (start, end, _) in said.iter().filter(|s| s.2 == *label) {
                counts[1] += 1;
                counts[0] += usize::from(gold.contains(&(*start, *end)));
            }
        }
    }
    counts
}
