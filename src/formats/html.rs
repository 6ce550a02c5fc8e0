//! One HTML file that reads without a script, prints, and restores the document when it is opened in Galley: the native
//! document lies in it as data.

use super::article::{Article, status_name};
use super::imported::{ImportError, Imported};
use super::links::Links;
use super::native::{self, NativeDocument};
use super::sniff::{CLOSE, OPEN};
use super::xml::{escape, escape_content};
use crate::annotation::{Annotation, Layer, RelationKind, Status};
use crate::text::{Layout, Span};

/// Letters for labels, in screen readers' and colour-blind eyes' stead.
const STYLE: &str = "
:root{color-scheme:light dark;--edge:#36383b}
body{max-width:42rem;margin:3rem auto;padding:0 1rem;font:1.1rem/1.75 Charter,Georgia,serif}
p{white-space:pre-wrap}
.entity{border-bottom:2px solid #36383b}
.PERSON{border-color:#21518f}.ORG{border-color:#824901}.LOC{border-color:#0a8672}.DATE,.TIME{border-color:#a351d2}
.quote{background:linear-gradient(#7a5c0022,#7a5c0022)}
.cue{border-bottom:2px dotted #7a5c00}
.speaker{outline:1px solid #7a5c0066}
.artifact{text-decoration:underline wavy #b00020}
.suggested{border-bottom-style:dashed}
table{border-collapse:collapse;font-size:.9rem;width:100%}th,td{text-align:start;vertical-align:top;border-top:1px solid #8886;padding:.3rem .5rem .3rem 0}
h2{font-size:1.1rem;margin-top:2.5rem}
@media (prefers-color-scheme:dark){.PERSON{border-color:#6e93fe}.ORG{border-color:#f18f2c}.LOC{border-color:#48f8a0}.DATE,.TIME{border-color:#f0b7fd}.artifact{text-decoration-color:#ff8a8f}.entity{border-bottom-color:#a8a8a8}}
@media print{body{margin:0;font-size:11pt}table{break-inside:avoid}}
";

pub(super) fn write(article: &Article) -> String {
    let title = if article.title.is_empty() { &article.id } else { &article.title };
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{}</title>\n<style>{STYLE}</style>\n<h1>{}</h1>\n<article>\n",
        escape(&article.lang),
        escape(title),
        escape(title)
    );
    let mut pieces = Pieces::of(article);
    for paragraph in Layout::of(&article.text).paragraphs {
        out += "<p dir=\"auto\">";
        segments(&article.text, paragraph.span, pieces.reaching(paragraph.span), &mut out);
        out += "</p>\n";
    }
    out += "</article>\n";
    if let Some(marks) = article.marks {
        out += &format!("<p><small>Marks in this file: {}.</small></p>\n", marks.in_words());
    }
    quotations(article, &mut out);
    findings(article, &mut out);
    // "<" would let a text end the data.
    let data = serde_json::to_string(&NativeDocument::of(article)).unwrap_or_default().replace('<', "\\u003c");
    out + OPEN + &data + CLOSE + "\n</html>\n"
}

/// The pieces of annotations in order of place, of which those that reach a paragraph are handed out, paragraph by paragraph.
struct Pieces<'a> {
    waiting: std::iter::Peekable<std::vec::IntoIter<(Span, &'a Annotation)>>,
    /// Those that began before and may reach further.
    open: Vec<(Span, &'a Annotation)>,
}

impl<'a> Pieces<'a> {
    fn of(article: &'a Article) -> Self {
        let mut all: Vec<(Span, &Annotation)> = article.standing().flat_map(|a| a.pieces().iter().map(move |p| (*p, a))).collect();
        all.sort_by_key(|(p, _)| p.start());
        Self { waiting: all.into_iter().peekable(), open: Vec::new() }
    }

    /// Those that overlap `paragraph`, which lies behind the ones asked for before.
    fn reaching(&mut self, paragraph: Span) -> &[(Span, &'a Annotation)] {
        self.open.retain(|(p, _)| p.end() > paragraph.start());
        while let Some(next) = self.waiting.next_if(|(p, _)| p.start() < paragraph.end()) {
            if next.0.end() > paragraph.start() {
                self.open.push(next);
            }
        }
        &self.open
    }
}

/// Annotations that one piece of the text names at most; the data at the end of the file has all.
const NAMED: usize = 12;

/// The characters of `paragraph` in flat pieces, each with the annotations that cover it.
fn segments(text: &str, paragraph: Span, here: &[(Span, &Annotation)], out: &mut String) {
    let inside = |at: &usize| paragraph.start() < *at && *at < paragraph.end();
    let mut cuts: Vec<usize> = here.iter().flat_map(|(p, _)| [p.start(), p.end()]).filter(inside).chain([paragraph.start(), paragraph.end()]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut waiting = here.iter().peekable();
    let mut over: Vec<&(Span, &Annotation)> = Vec::new();
    for cut in cuts.windows(2) {
        let piece = Span::new(cut[0], cut[1]);
        over.retain(|(p, _)| p.end() > piece.start());
        while let Some(next) = waiting.next_if(|(p, _)| p.start() <= piece.start()) {
            over.push(next);
        }
        segment(piece.of(text), &over.iter().take(NAMED).map(|(_, a)| *a).collect::<Vec<_>>(), out);
    }
}

/// `words`, which lie under the annotations `over`.
fn segment(words: &str, over: &[&Annotation], out: &mut String) {
    let words = escape_content(words);
    if over.is_empty() {
        *out += &words;
        return;
    }
    let ids: Vec<String> = over.iter().map(|a| escape(&a.id)).collect();
    let mut classes: Vec<String> = over.iter().map(|a| a.layer.as_str().to_owned()).collect();
    classes.extend(over.iter().filter(|a| a.layer == Layer::Entity && a.label.bytes().all(|b| b.is_ascii_alphanumeric())).map(|a| a.label.clone()));
    if over.iter().any(|a| a.status == Status::Suggested) {
        classes.push("suggested".into());
    }
    classes.dedup();
    let names: Vec<String> = over.iter().map(|a| escape(&a.label)).collect();
    *out += &format!("<span data-a=\"{}\" class=\"{}\" title=\"{}\">{words}</span>", ids.join(" "), classes.join(" "), names.join(", "));
}

fn quotations(article: &Article, out: &mut String) {
    let quotes: Vec<&Annotation> = article.standing().filter(|a| a.layer == Layer::Quote).collect();
    if quotes.is_empty() {
        return;
    }
    *out += "<h2>Who said what</h2>\n<table>\n<tr><th scope=\"col\">Speaker<th scope=\"col\">Cue<th scope=\"col\">Quotation<th scope=\"col\">Kind<th scope=\"col\">Status</tr>\n";
    let links = Links::of(article);
    for q in quotes {
        let cue = links.target(&q.id, RelationKind::Cue).map_or("", |c| c.span.of(&article.text));
        let cells = [links.speaker_name(q).unwrap_or("unknown"), cue, q.span.of(&article.text), q.text_attribute("kind").unwrap_or(""), status_name(q.status)];
        *out += "<tr>";
        cells.iter().for_each(|c| *out += &format!("<td>{}", escape_content(c)));
        *out += "</tr>\n";
    }
    *out += "</table>\n";
}

fn findings(article: &Article, out: &mut String) {
    let findings: Vec<&Annotation> = article.standing().filter(|a| a.layer == Layer::Artifact).collect();
    if findings.is_empty() {
        return;
    }
    *out += "<h2>Findings</h2>\n<table>\n<tr><th scope=\"col\">Severity<th scope=\"col\">Message<th scope=\"col\">Where<th scope=\"col\">Status</tr>\n";
    for f in findings {
        let words: String = f.span.of(&article.text).chars().take(80).collect();
        let cells = [f.text_attribute("severity").unwrap_or(""), f.text_attribute("message").unwrap_or(&f.label), &words, status_name(f.status)];
        *out += "<tr>";
        cells.iter().for_each(|c| *out += &format!("<td>{}", escape_content(c)));
        *out += "</tr>\n";
    }
    *out += "</table>\n";
}

/// The document in the data.
pub(super) fn read(data: &str) -> Result<Imported, ImportError> {
    native::read(serde_json::from_str(data).map_err(|e| ImportError::malformed("HTML", &e))?)
}
