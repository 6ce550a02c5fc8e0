//! An article as a native document.

use super::desk;
use super::document::{Header, NativeAnnotation, NativeDocument, NativeEdit, Repair, Replaced};
use crate::annotation::{Anchor, Annotation, Attributes, Layer, Relation};
use crate::formats::article::Article;
use crate::text::{OffsetMap, Replacement, Span, TextBuffer};

impl NativeDocument {
    /// Writes `annotations` over `text` down in the native format.
    #[must_use]
    pub fn new(id: &str, text: &str, annotations: &[Annotation], relations: &[Relation]) -> Self {
        let map = OffsetMap::new(text);
        let annotations = annotations.iter().map(|a| annotation(a, text, &map)).collect();
        Self {
            format: "galley".into(),
            version: 1,
            offsets: "codepoint".into(),
            document: Header { id: id.into(), title: String::new(), lang: "en".into(), text: text.into() },
            annotations,
            relations: relations.to_vec(),
            edits: Vec::new(),
            labels: Vec::new(),
            marks: None,
            desk: None,
        }
    }

    /// Writes all of `article` down.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let mut document = Self::new(&article.id, &article.text, &article.annotations, &article.relations);
        document.document.title.clone_from(&article.title);
        document.document.lang.clone_from(&article.lang);
        document.labels.clone_from(&article.labels);
        document.marks = article.marks;
        if article.desk.is_some() || !article.in_hand.is_empty() {
            let map = OffsetMap::new(&article.text);
            for (written, a) in document.annotations.iter_mut().zip(&article.annotations) {
                written.replaces = article.in_hand.get(&a.id).map(|anchors| anchors.iter().map(|anchor| replaced(anchor, &map)).collect());
                if a.edits != whole_repair(a.layer, &a.attributes, a.span) {
                    written.repair = a.edits.iter().map(|r| repair(r, &map)).collect();
                }
            }
        }
        let original = article.original();
        if !article.edits.is_empty() {
            let mut text = TextBuffer::new(&original);
            for edit in &article.edits {
                let at = text.byte_to_char(edit.at);
                if let Some(at) = at.filter(|_| text.replace(edit.at, &edit.delete, &edit.insert)) {
                    document.edits.push(NativeEdit { at, delete: edit.delete.clone(), insert: edit.insert.clone() });
                }
            }
        }
        document.desk = desk::written(article, &original);
        document
    }
}

/// An annotation as it stands in a file. `map` is of `text`.
pub(super) fn annotation(a: &Annotation, text: &str, map: &OffsetMap<'_>) -> NativeAnnotation {
    let chars = |s: Span| (map.byte_to_char(s.start()), map.byte_to_char(s.end()));
    let (start, end) = chars(a.span);
    let mut attributes = a.attributes.clone();
    attributes.quoted_mut().iter_mut().for_each(|q| (*q) = Span::new(map.byte_to_char(q.start()), map.byte_to_char(q.end())));
    NativeAnnotation {
        id: a.id.clone(),
        layer: a.layer,
        label: a.label.clone(),
        start,
        end,
        text: a.span.of(text).to_owned(),
        parts: if a.parts.len() > 1 { a.parts.iter().map(|p| chars(*p)).collect() } else { Vec::new() },
        attributes,
        origin: a.origin,
        rule: a.rule.clone(),
        score: round(a.score),
        status: a.status,
        replaces: None,
        repair: Vec::new(),
    }
}

/// The repair that the attribute `fix` of an artifact says.
pub(super) fn whole_repair(layer: Layer, attributes: &Attributes, span: Span) -> Vec<Replacement> {
    let fix = attributes.fix().filter(|_| layer == Layer::Artifact);
    fix.map(|fix| Replacement { span, text: fix.to_owned() }).into_iter().collect()
}

fn repair(replacement: &Replacement, map: &OffsetMap<'_>) -> Repair {
    let span = replacement.span;
    Repair { start: map.byte_to_char(span.start()), end: map.byte_to_char(span.end()), text: replacement.text.clone() }
}

fn replaced(anchor: &Anchor, map: &OffsetMap<'_>) -> Replaced {
    Replaced {
        layer: anchor.layer,
        label: anchor.label.clone(),
        start: map.byte_to_char(anchor.span.start()),
        end: map.byte_to_char(anchor.span.end()),
        text: anchor.text.clone(),
        before: anchor.before.clone(),
        after: anchor.after.clone(),
    }
}

/// Three decimals: more would be noise. What is no number would make JSON of no use.
fn round(score: f32) -> f32 {
    if score.is_finite() { (score * 1000.0).round() / 1000.0 } else { 1.0 }
}
