//! Two tables for spreadsheets: one of annotations, one of quotations with their speakers.

use super::article::{Article, origin_name, status_name};
use super::links::Links;
use super::place::{Places, Unit};
use super::table::Csv;
use crate::annotation::{Layer, RelationKind};
use crate::text::Layout;

/// Code points of context on each side.
const CONTEXT: usize = 24;

pub(super) fn write_annotations(articles: &[Article]) -> String {
    let mut out = Csv::new(&[
        "doc_id",
        "ann_id",
        "layer",
        "label",
        "start",
        "end",
        "start_utf16",
        "end_utf16",
        "text",
        "entity",
        "name",
        "speaker_id",
        "speaker_text",
        "cue",
        "kind",
        "severity",
        "message",
        "fix",
        "status",
        "origin",
        "rule",
        "score",
        "note",
        "left_context",
        "right_context",
    ]);
    for article in articles {
        let links = Links::of(article);
        let (chars, utf16) = (Places::new(&article.text, Unit::CodePoint), Places::new(&article.text, Unit::Utf16));
        for a in &article.annotations {
            let words = |kind| links.target(&a.id, kind).map_or("", |t| t.span.of(&article.text));
            let ((start, end), (start16, end16)) = (chars.out(a.span), utf16.out(a.span));
            let get = |name| a.text_attribute(name).unwrap_or("");
            let left: String = article.text[..a.span.start()].chars().rev().take(CONTEXT).collect::<Vec<_>>().into_iter().rev().collect();
            let right: String = article.text[a.span.end()..].chars().take(CONTEXT).collect();
            out.row(&[
                &article.id,
                &a.id,
                a.layer.as_str(),
                &a.label,
                &start.to_string(),
                &end.to_string(),
                &start16.to_string(),
                &end16.to_string(),
                a.span.of(&article.text),
                get("entity"),
                get("name"),
                links.target(&a.id, RelationKind::Speaker).map_or("", |t| &t.id),
                if a.layer == Layer::Quote { links.speaker_name(a).unwrap_or("") } else { "" },
                words(RelationKind::Cue),
                get("kind"),
                get("severity"),
                get("message"),
                get("fix"),
                status_name(a.status),
                origin_name(a.origin),
                &a.rule,
                &format!("{:.3}", a.score),
                get("note"),
                &left,
                &right,
            ]);
        }
    }
    out.finish()
}

/// One row a quotation that stands: who said what.
pub(super) fn write_quotations(articles: &[Article]) -> String {
    let mut out = Csv::new(&[
        "doc_id",
        "title",
        "quotation",
        "speaker",
        "speaker_words",
        "speaker_type",
        "cue",
        "addressee",
        "kind",
        "paragraph",
        "start",
        "end",
        "status",
        "origin",
        "score",
        "note",
    ]);
    for article in articles {
        let links = Links::of(article);
        let places = Places::new(&article.text, Unit::CodePoint);
        let layout = Layout::of(&article.text);
        for a in article.standing().filter(|a| a.layer == Layer::Quote) {
            let words = |kind| links.target(&a.id, kind).map_or("", |t| t.span.of(&article.text));
            let (start, end) = places.out(a.span);
            out.row(&[
                &article.id,
                &article.title,
                a.span.of(&article.text),
                links.speaker_name(a).unwrap_or(""),
                words(RelationKind::Speaker),
                links.target(&a.id, RelationKind::Speaker).and_then(|s| s.text_attribute("source_type")).unwrap_or(""),
                words(RelationKind::Cue),
                words(RelationKind::Addressee),
                a.text_attribute("kind").unwrap_or(""),
                &layout.paragraph_at(a.span.start()).map_or(0, |p| p + 1).to_string(),
                &start.to_string(),
                &end.to_string(),
                status_name(a.status),
                origin_name(a.origin),
                &format!("{:.3}", a.score),
                a.text_attribute("note").unwrap_or(""),
            ]);
        }
    }
    out.finish()
}
