//! `galley train entities`.

use galley::entities::EntityLabel;
use galley::entities::model::lexicon::Lexicon;
use galley::entities::model::{EntityModel, Page, TYPES, tag_set};
use galley::tagger::train::{Example, Options, train};
use galley::tagger::{Sequence, TagSet};
use galley::text::Document;

use super::corpora::{self, Annotated};

/// Trains on `documents`.
pub(crate) fn fit(documents: &[Annotated], lexicon: Lexicon, options: &Options) -> EntityModel {
    let tags = tag_set();
    let mut lost = (0, 0);
    let examples: Vec<Example> = documents.iter().flat_map(|d| examples(d, &lexicon, &tags, &mut lost)).collect();
    say!("{} documents, {} names, {} of them in no run of candidates", documents.len(), lost.0, lost.1);
    let tagger = train(&tags, &examples, options);
    say!("{} features, {} bytes", tagger.rows(), tagger.to_bytes().len());
    EntityModel::new(lexicon, tagger)
}

/// One example for each run of candidates in `document`.
fn examples(document: &Annotated, lexicon: &Lexicon, tags: &TagSet, lost: &mut (usize, usize)) -> Vec<Example> {
    let read = Document::new(&document.text);
    let layout = read.layout();
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
    let page = Page::new(&document.text, layout, lexicon);
    let runs = page.runs();
    let mut inside = vec![false; layout.tokens.len()];
    let mut examples = Vec::new();
    for run in &runs {
        inside[run.tokens.clone()].fill(true);
        let mut sequence = Sequence::default();
        page.features(run, &mut sequence);
        let mut allowed = allowed[run.tokens.clone()].to_vec();
        close(tags, &mut allowed);
        examples.push(Example { sequence, allowed, base: Vec::new(), weight: corpora::weight(&document.id) });
    }
    for (start, end, _) in &document.spans {
        lost.0 += 1;
        lost.1 += usize::from(layout.tokens_in(galley::text::Span::new(*start, *end)).any(|at| !inside[at]));
    }
    examples
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
