//! What is carried over edits of the text: the places where words were overwritten.
//!
//! Whether a name was written over another word is told by all such places together, and by what the pipeline left around
//! them. Who mends some of them takes the evidence for the others away, and brings no word back there. So a place that was
//! found in the pasted text stays found until it is itself mended: also where better models come when some are mended
//! already, and where the article is opened again after its repair. The pasted text is read once more then.

use crate::analysis::Work;
use crate::annotation::{Annotation, Edits, Layer, Remap, Value};
use crate::artifacts::Overwriting;
use crate::text::{Span, order};
use crate::{Layers, Models};

/// The label of the verdict on the whole text.
const VERDICT: &str = "coref.overwritten_document";

/// The overwritten places that are known of a text.
#[derive(Debug, Default)]
pub(super) struct Carried {
    places: Vec<Place>,
    /// The text as it was pasted, with what was done to it since; none where nothing was.
    pasted: Option<Pasted>,
}

/// A text and what was done to it.
#[derive(Debug)]
struct Pasted {
    text: String,
    /// One batch after the other.
    edits: Vec<Edits>,
    /// The reading of it that is under way; none where it has been read with the models as they are.
    work: Option<Work>,
}

/// One finding, with what stood there when it was found, blanks left out.
#[derive(Clone, Debug)]
struct Place {
    annotation: Annotation,
    words: String,
}

impl Carried {
    /// Nothing is known yet of `text`, to which `edits` were made, one batch after the other.
    pub(super) fn since(text: String, edits: Vec<Edits>, layers: Layers) -> Self {
        Self { places: Vec::new(), pasted: Some(Pasted { text, edits, work: Some(Work::new(layers)) }) }
    }

    /// Forgets all places: the text will be read with other models, and the pasted text before it.
    pub(super) fn clear(&mut self, layers: Layers) {
        self.places.clear();
        if let Some(pasted) = &mut self.pasted {
            pasted.work = Some(Work::new(layers));
        }
    }

    /// Does the next stage of reading the pasted text; false where that is done.
    pub(super) fn read_pasted(&mut self, models: &Models) -> bool {
        let Some(Pasted { text, edits, work }) = &mut self.pasted else { return false };
        let Some(stage) = work else { return false };
        let Some(mut analysis) = stage.step(text, models) else { return true };
        *work = None;
        let (mut text, edits) = (text.clone(), edits.clone());
        self.keep(&text, &mut analysis.annotations);
        for edits in &edits {
            if self.places.is_empty() {
                break;
            }
            self.follow(&text, edits);
            text = edits.apply(&text);
        }
        true
    }

    /// Follows `edits` of the text `before`.
    pub(super) fn edit(&mut self, before: &str, edits: &Edits) {
        let pasted = self.pasted.get_or_insert_with(|| Pasted { text: before.to_owned(), edits: Vec::new(), work: None });
        pasted.edits.push(edits.clone());
        self.follow(before, edits);
    }

    fn follow(&mut self, before: &str, edits: &Edits) {
        if self.places.is_empty() {
            return;
        }
        let remap = Remap::new(before, edits);
        self.places.retain_mut(|place| {
            remap.annotation(&mut place.annotation);
            !place.annotation.span.is_empty()
        });
    }

    /// Adds to `found`, the annotations of `text`, the places that were known before and are not mended, and remembers all.
    pub(super) fn keep(&mut self, text: &str, found: &mut Vec<Annotation>) {
        let is_place = |a: &Annotation| a.layer == Layer::Artifact && a.label.starts_with("coref.") && a.label != VERDICT;
        let known = std::mem::take(&mut self.places);
        // A place that is known, and not mended, keeps its edges: what is found there now would be told by less evidence.
        let stands = |p: &&Place| is_place(&p.annotation) && words(text, p.annotation.span) == p.words;
        let standing: Vec<Span> = known.iter().filter(stands).map(|p| p.annotation.span).collect();
        let other_edges = |a: &Annotation| standing.iter().any(|s| s.overlaps(a.span)) && !standing.contains(&a.span);
        found.retain(|a| !(is_place(a) && other_edges(a)));
        let mut spans: Vec<Span> = found.iter().filter(|a| is_place(a)).map(|a| a.span).collect();
        let mut kept: Vec<Annotation> = Vec::new();
        for place in known.iter().filter(|p| is_place(&p.annotation)) {
            let span = place.annotation.span;
            if stands(&place) && !spans.iter().any(|s| s.overlaps(span)) {
                spans.push(span);
                kept.push(place.annotation.clone());
            }
        }
        if !kept.is_empty() {
            let has = |label: &str, span: Span| found.iter().any(|a| a.label == label && a.span.overlaps(span));
            let whole = Span::new(0, text.len());
            let rest = known.iter().map(|p| &p.annotation).filter(|a| !is_place(a)).filter(|a| match a.label.as_str() {
                VERDICT => !has(VERDICT, whole),
                label => spans.iter().any(|s| s.overlaps(a.span)) && !has(label, a.span),
            });
            kept.extend(rest.cloned());
            for (n, annotation) in kept.iter_mut().enumerate() {
                annotation.id = format!("~{n}");
            }
            found.append(&mut kept);
            for verdict in found.iter_mut().filter(|a| a.label == VERDICT) {
                verdict.span = whole;
                if let Some(Value::Text(message)) = verdict.attributes.get_mut("message") {
                    *message = Overwriting::message_with(message, spans.len());
                }
            }
            order::sort_by(found, |a| order::outer_first(a.span, a.layer as u8));
        }
        let remembered = found.iter().filter(|a| a.layer == Layer::Artifact && (a.label.starts_with("coref.") || a.label == "quote.corrupted_content"));
        self.places = if spans.is_empty() { Vec::new() } else { remembered.map(|a| Place { annotation: a.clone(), words: words(text, a.span) }).collect() };
    }
}

/// What stands at `span`, without blanks.
fn words(text: &str, span: Span) -> String {
    text.get(span.range()).unwrap_or_default().split_whitespace().collect()
}
