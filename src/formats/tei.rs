//! TEI P5: names, quotations, cues and findings as elements in the text, whose content is the article, character for
//! character. Annotations that cross are written in pieces joined by `next` and `prev`. What TEI has no attribute for
//! stands in notes in `standOff`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::article::{self, Article, origin_name, origin_of, relation_kind, relation_name, status_name, status_of};
use super::place::{Notes, Places, Unit};
use super::xml::{self, escape, escape_content};
use super::{File, ImportError, Imported, jsonl, names};
use crate::annotation::{Annotation, Layer, Relation, RelationKind};
use crate::text::{Layout, Span};

pub(super) fn write(articles: &[Article]) -> Vec<File> {
    articles.iter().zip(names(articles)).map(|(a, name)| File::text(format!("{name}.xml"), document(a))).collect()
}

/// An element with the attributes that say what it is.
fn element(a: &Annotation) -> (&'static str, String) {
    let kind = a.text_attribute("kind").unwrap_or("direct");
    match (a.layer, a.label.as_str()) {
        (Layer::Entity, "PERSON") => ("persName", String::new()),
        (Layer::Entity, "ORG") => ("orgName", String::new()),
        (Layer::Entity, "LOC") => ("placeName", String::new()),
        (Layer::Entity, "DATE") => ("date", String::new()),
        (Layer::Entity, "TIME") => ("time", String::new()),
        (Layer::Entity, "MONEY" | "PERCENT") => ("measure", format!(" type=\"{}\"", a.label.to_lowercase())),
        (Layer::Entity, label) => ("name", format!(" type=\"{}\"", escape(label))),
        (Layer::Quote, _) if kind == "scare" => ("soCalled", String::new()),
        (Layer::Quote, _) if kind == "title" => ("title", String::new()),
        (Layer::Quote, _) => ("said", format!(" direct=\"{}\"", kind != "indirect")),
        (Layer::Cue, _) => ("seg", " type=\"cue\"".into()),
        (Layer::Speaker, _) => ("rs", " type=\"speaker\"".into()),
        (Layer::Artifact, label) if label.starts_with("dup.") || label.contains("boilerplate") => ("surplus", format!(" reason=\"{}\"", escape(label))),
        (Layer::Artifact, label) => ("seg", format!(" type=\"artifact\" subtype=\"{}\"", escape(label))),
    }
}

/// Start and end of a piece of annotation number `a`, which is number `piece` of its pieces.
struct Piece {
    a: usize,
    span: Span,
}

/// The pieces of the annotations so that any two are apart or one lies in the other; paragraph by paragraph.
fn pieces(article: &Article, paragraphs: &[Span]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for paragraph in paragraphs {
        let clip = |s: Span| Span::new(s.start().max(paragraph.start()).min(paragraph.end()), s.end().min(paragraph.end()).max(paragraph.start()));
        let mut waiting: Vec<(usize, Span)> = article
            .annotations
            .iter()
            .enumerate()
            .flat_map(|(n, a)| a.pieces().iter().map(move |p| (n, *p)))
            .filter(|(_, s)| s.overlaps(*paragraph))
            .map(|(n, s)| (n, clip(s)))
            .filter(|(_, s)| !s.is_empty())
            .collect();
        waiting.sort_by_key(|(n, s)| (s.start(), std::cmp::Reverse(s.end()), *n));
        let mut waiting = std::collections::VecDeque::from(waiting);
        let mut open: Vec<usize> = Vec::new();
        while let Some((a, span)) = waiting.pop_front() {
            while open.last().is_some_and(|end| *end <= span.start()) {
                open.pop();
            }
            match open.last() {
                // It runs out of the one around it: cut there, and the rest waits its turn.
                Some(end) if *end < span.end() => {
                    pieces.push(Piece { a, span: Span::new(span.start(), *end) });
                    let rest = (a, Span::new(*end, span.end()));
                    let key = |(n, s): &(usize, Span)| (s.start(), std::cmp::Reverse(s.end()), *n);
                    let at = waiting.partition_point(|w| key(w) < key(&rest));
                    waiting.insert(at, rest);
                    open.push(*end);
                }
                _ => {
                    pieces.push(Piece { a, span });
                    open.push(span.end());
                }
            }
        }
    }
    pieces
}

fn document(article: &Article) -> String {
    let text = &article.text;
    let paragraphs: Vec<Span> = Layout::of(text).paragraphs.iter().map(|p| p.span).collect();
    let pieces = pieces(article, &paragraphs);
    let mut count: BTreeMap<usize, usize> = BTreeMap::new();
    pieces.iter().for_each(|p| *count.entry(p.a).or_default() += 1);
    let mut body = String::new();
    let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
    let mut next = pieces.iter().peekable();
    let mut at = 0;
    for paragraph in &paragraphs {
        body += &escape_content(&text[at..paragraph.start()]);
        body += "<p xml:space=\"preserve\">";
        at = paragraph.start();
        let mut open: Vec<(usize, &'static str)> = Vec::new();
        loop {
            let starts = next.peek().filter(|p| p.span.start() < paragraph.end()).map(|p| p.span.start());
            let ends = open.last().map(|(end, _)| *end);
            match (starts, ends) {
                (start, Some(end)) if start.is_none_or(|start| end <= start) => {
                    body += &escape_content(&text[at..end]);
                    at = end;
                    if let Some((_, name)) = open.pop() {
                        body += &format!("</{name}>");
                    }
                }
                (Some(start), _) => {
                    let Some(piece) = next.next() else { break };
                    body += &escape_content(&text[at..start]);
                    at = start;
                    let number = seen.entry(piece.a).or_default();
                    *number += 1;
                    let name = open_tag(article, piece.a, *number, count[&piece.a], &mut body);
                    open.push((piece.span.end(), name));
                }
                (None, None) => break,
                (None, Some(_)) => break,
            }
        }
        body += &escape_content(&text[at..paragraph.end()]);
        body += "</p>";
        at = paragraph.end();
    }
    body += &escape_content(&text[at..]);
    let title = if article.title.is_empty() { &article.id } else { &article.title };
    let lang = if article.lang.is_empty() { "und" } else { &article.lang };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n  <teiHeader>\n    <fileDesc>\n      <titleStmt><title>{}</title></titleStmt>\n      <publicationStmt><p>Written by Galley; not published.</p></publicationStmt>\n      <sourceDesc><p n=\"{}\">A news article.</p></sourceDesc>\n    </fileDesc>\n  </teiHeader>\n{}  <text xml:lang=\"{}\"><body xml:space=\"preserve\">{body}</body></text>\n</TEI>\n",
        escape(title),
        escape(&article.id),
        stand_off(article),
        escape(lang),
    )
}

/// Opens piece `number` of `of` of annotation number `n`; returns the element's name.
fn open_tag(article: &Article, n: usize, number: usize, of: usize, out: &mut String) -> &'static str {
    let a = &article.annotations[n];
    let (name, what) = element(a);
    let id = xml::id(&a.id);
    *out += &format!("<{name}{what} xml:id=\"{}\"", if of == 1 { id.clone() } else { format!("{id}.{number}") });
    if of > 1 {
        *out += &format!(
            " part=\"{}\"",
            if number == 1 {
                "I"
            } else if number == of {
                "F"
            } else {
                "M"
            }
        );
        if number < of {
            *out += &format!(" next=\"#{id}.{}\"", number + 1);
        }
        if number > 1 {
            *out += &format!(" prev=\"#{id}.{}\"", number - 1);
        }
    }
    if a.layer == Layer::Quote {
        if let Some(who) = article.target(&a.id, RelationKind::Speaker) {
            *out += &format!(" who=\"#{}\"", xml::id(&who.id));
        }
    } else if a.layer == Layer::Cue {
        let quotes: Vec<String> = article.relations.iter().filter(|r| r.to == a.id).map(|r| format!("#{}", xml::id(&r.from))).collect();
        if !quotes.is_empty() {
            *out += &format!(" corresp=\"{}\"", quotes.join(" "));
        }
    } else if let Some(entity) = a.text_attribute("entity") {
        *out += &format!(" ref=\"#{}\"", xml::id(entity));
    }
    *out += &format!(" ana=\"#{} #{}\">", status_name(a.status), origin_name(a.origin));
    name
}

/// The people and things that the article names, and what TEI has no attribute for.
fn stand_off(article: &Article) -> String {
    let mut out = "  <standOff>\n".to_owned();
    let mut named: BTreeMap<String, (&str, &str)> = BTreeMap::new();
    for a in article.annotations.iter().filter(|a| a.layer == Layer::Entity) {
        if let (Some(entity), Some(name)) = (a.text_attribute("entity"), a.text_attribute("name")) {
            named.entry(xml::id(entity)).or_insert((name, &a.label));
        }
    }
    for (label, list, item, element) in
        [("PERSON", "listPerson", "person", "persName"), ("ORG", "listOrg", "org", "orgName"), ("LOC", "listPlace", "place", "placeName")]
    {
        let mine: Vec<_> = named.iter().filter(|(_, (_, l))| *l == label).collect();
        if !mine.is_empty() {
            out += &format!("    <{list}>\n");
            mine.iter().for_each(|(id, (name, _))| out += &format!("      <{item} xml:id=\"{id}\"><{element}>{}</{element}></{item}>\n", escape(name)));
            out += &format!("    </{list}>\n");
        }
    }
    let facts: Vec<Value> = article
        .annotations
        .iter()
        .map(|a| json!({"id": a.id, "layer": a.layer, "label": a.label, "attributes": a.attributes, "rule": a.rule, "score": a.score, "status": status_name(a.status), "origin": origin_name(a.origin)}))
        .collect();
    let relations: Vec<Value> = article.relations.iter().map(|r| json!({"type": relation_name(r.kind), "from": r.from, "to": r.to})).collect();
    out += &format!("    <note type=\"galley\">{}</note>\n", escape(&json!({"annotations": facts, "relations": relations}).to_string()));
    out + "  </standOff>\n"
}

/// What an element of the text stands for, in any TEI file: layer and label.
fn meaning(node: roxmltree::Node<'_, '_>) -> Option<String> {
    let kind = node.attribute("type");
    let label = match (node.tag_name().name(), kind) {
        ("persName", _) => "PERSON",
        ("orgName", _) => "ORG",
        ("placeName" | "geogName" | "settlement" | "country" | "region", _) => "LOC",
        ("date", _) => "DATE",
        ("time", _) => "TIME",
        ("measure", Some("money")) => "MONEY",
        ("measure", Some("percent")) => "PERCENT",
        ("name", Some("person")) => "PERSON",
        ("name", Some("place")) => "LOC",
        ("name", Some("org")) => "ORG",
        ("name", kind) => kind.unwrap_or("MISC"),
        ("said" | "quote" | "q" | "soCalled", _) => "QUOTE",
        ("title", _) => "QUOTE",
        ("seg", Some("cue")) => "CUE",
        ("rs", Some("speaker")) => "SPEAKER",
        ("surplus", _) => node.attribute("reason").unwrap_or("dup.text"),
        ("seg", Some("artifact")) => node.attribute("subtype").unwrap_or("MISC"),
        _ => return None,
    };
    Some(label.to_owned())
}

/// The article of a TEI file.
pub(super) fn read(source: &str, name: &str) -> Result<Imported, ImportError> {
    let document = roxmltree::Document::parse(source).map_err(|e| ImportError::malformed("TEI", &e))?;
    let find = |name: &str| document.descendants().find(|n| n.tag_name().name() == name);
    let body = find("body").ok_or(ImportError::NoText { format: "TEI" })?;
    let exact = body.attribute(("http://www.w3.org/XML/1998/namespace", "space")) == Some("preserve");
    let mut reader = Reader { text: String::new(), found: Vec::new(), exact };
    body.children().for_each(|n| reader.visit(n));
    if !exact {
        reader.text.truncate(reader.text.trim_end().len());
    }
    let note = document.descendants().find(|n| n.tag_name().name() == "note" && n.attribute("type") == Some("galley"));
    let facts: Value = note.and_then(|n| serde_json::from_str(n.text()?).ok()).unwrap_or_default();
    let known: BTreeMap<String, &Value> =
        super::json::list(&facts, "annotations").iter().filter_map(|f| Some((xml::id(super::json::text(f, "id")?), f))).collect();
    // Pieces of one annotation have its id, a dot and a number.
    let mut whole: BTreeMap<String, (String, Vec<Span>)> = BTreeMap::new();
    let mut relations = Vec::new();
    for (n, found) in reader.found.into_iter().enumerate() {
        let piece = found.part.then(|| found.id.rsplit_once('.')).flatten().map(|(id, _)| id.to_owned());
        let id = if found.id.is_empty() { format!("x{}", n + 1) } else { piece.unwrap_or(found.id) };
        if let Some(who) = found.who {
            relations.push(Relation { id: String::new(), kind: RelationKind::Speaker, from: id.clone(), to: who });
        }
        whole.entry(id).or_insert((found.label, Vec::new())).1.push(found.span);
    }
    let text = reader.text;
    let places = Places::new(&text, Unit::CodePoint);
    let mut notes = Notes::default();
    let mut annotations = Vec::new();
    for (id, (label, mut pieces)) in whole {
        pieces.sort();
        let cover = pieces[1..].iter().fold(pieces[0], |all, p| all.cover(*p));
        let (start, end) = places.out(cover);
        let Some(span) = notes.place(&places, start, end, None) else { continue };
        let mut a = article::annotation(id.clone(), &label, span);
        // Pieces that touch, or that only white space parts, were one.
        let apart = pieces.windows(2).any(|p| !text[p[0].end().min(p[1].start())..p[1].start()].trim().is_empty());
        if apart {
            a.parts = pieces;
        }
        if let Some(facts) = known.get(&id) {
            let word = |key| super::json::text(facts, key);
            a.id = word("id").unwrap_or(&id).to_owned();
            a.label = word("label").unwrap_or(&label).to_owned();
            a.layer = facts.get("layer").cloned().and_then(|l| serde_json::from_value(l).ok()).unwrap_or(a.layer);
            a.attributes = facts.get("attributes").cloned().and_then(|l| serde_json::from_value(l).ok()).unwrap_or_default();
            a.rule = word("rule").unwrap_or("").to_owned();
            a.score = facts.get("score").and_then(Value::as_f64).map_or(1.0, |s| s as f32);
            a.status = word("status").and_then(status_of).unwrap_or(a.status);
            a.origin = word("origin").and_then(origin_of).unwrap_or(a.origin);
        }
        annotations.push(a);
    }
    if let Some(listed) = facts.get("relations") {
        relations.clear();
        for r in listed.as_array().into_iter().flatten() {
            let word = |key| super::json::text(r, key);
            if let (Some(kind), Some(from), Some(to)) = (word("type").and_then(relation_kind), word("from"), word("to")) {
                relations.push(Relation { id: String::new(), kind, from: from.into(), to: to.into() });
            }
        }
    }
    let source = find("sourceDesc").and_then(|s| s.children().find(|n| n.tag_name().name() == "p")).and_then(|p| p.attribute("n"));
    let mut imported = jsonl::finish(source.unwrap_or(name), &text, annotations, relations, notes);
    let title = find("titleStmt").and_then(|t| t.children().find(|n| n.tag_name().name() == "title")).and_then(|t| t.text()).unwrap_or("");
    imported.article.title = if Some(title) == source { String::new() } else { title.to_owned() };
    Ok(imported)
}

struct Found {
    id: String,
    label: String,
    span: Span,
    part: bool,
    who: Option<String>,
}

struct Reader {
    text: String,
    found: Vec<Found>,
    /// White space is the article's; otherwise runs of it are one space, and paragraphs end with a blank line.
    exact: bool,
}

impl Reader {
    fn visit(&mut self, node: roxmltree::Node<'_, '_>) {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            if self.exact {
                self.text += text;
                return;
            }
            for c in text.chars() {
                match c.is_whitespace() {
                    true if self.text.is_empty() || self.text.ends_with(char::is_whitespace) => {}
                    true => self.text.push(' '),
                    false => self.text.push(c),
                }
            }
            return;
        }
        // Of a choice, what stood in the source; what an editor put beside it is no text of the article.
        if !node.is_element() || matches!(node.tag_name().name(), "corr" | "reg" | "expan" | "note" | "fw") {
            return;
        }
        let start = self.text.len();
        let slot = self.found.len();
        node.children().for_each(|n| self.visit(n));
        if let Some(label) = meaning(node).filter(|_| self.text.len() > start) {
            let span = Span::new(start, self.text.len());
            let id = node.attribute(("http://www.w3.org/XML/1998/namespace", "id")).unwrap_or("").to_owned();
            let who = node.attribute("who").map(|w| w.trim_start_matches('#').to_owned());
            self.found.insert(slot, Found { id, label, span, part: node.attribute("next").is_some() || node.attribute("prev").is_some(), who });
        }
        if !self.exact && matches!(node.tag_name().name(), "p" | "head" | "ab" | "lg") && !self.text.is_empty() {
            self.text.truncate(self.text.trim_end().len());
            self.text += "\n\n";
        } else if !self.exact && node.tag_name().name() == "lb" {
            self.text.push('\n');
        }
    }
}
