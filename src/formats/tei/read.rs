//! TEI is read: files of ours, and of others as far as their elements say what Galley marks.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::article::{self, origin_of, relation_kind, status_of};
use super::super::imported::{self, ImportError, Imported};
use super::super::json::{self, list, text};
use super::super::place::{Notes, Places, Unit};
use super::super::xml;
use crate::annotation::{Annotation, Relation, RelationKind};
use crate::text::Span;

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

/// The namespace of `xml:id` and `xml:space`.
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The article of a TEI file.
pub(in super::super) fn read(source: &str, name: &str) -> Result<Imported, ImportError> {
    let document = xml::parse("TEI", source)?;
    let find = |name: &str| document.descendants().find(|n| n.tag_name().name() == name);
    let body = find("body").ok_or(ImportError::NoText { format: "TEI" })?;
    let mut reader = Reader { text: String::new(), found: Vec::new(), exact: body.attribute((XML, "space")) == Some("preserve") };
    body.children().for_each(|n| reader.visit(n));
    if !reader.exact {
        reader.text.truncate(reader.text.trim_end().len());
    }
    let note = document.descendants().find(|n| n.tag_name().name() == "note" && n.attribute("type") == Some("galley"));
    let facts: Value = note.and_then(|n| serde_json::from_str(n.text()?).ok()).unwrap_or_default();
    let Reader { text: words, mut found, .. } = reader;
    found.retain(|f| !f.span.is_empty());

    let places = Places::new(&words, Unit::CodePoint);
    let mut notes = Notes::default();
    let (annotations, mut relations) = annotations(found, &facts, &places, &mut notes);
    if let Some(listed) = facts.get("relations").and_then(Value::as_array) {
        let relation =
            |r: &Value| Some(Relation { id: String::new(), kind: relation_kind(text(r, "type")?)?, from: text(r, "from")?.into(), to: text(r, "to")?.into() });
        relations = listed.iter().filter_map(relation).collect();
    }
    let source = find("sourceDesc").and_then(|s| s.children().find(|n| n.tag_name().name() == "p")).and_then(|p| p.attribute("n"));
    let mut imported = imported::finish(source.unwrap_or(name), &words, annotations, relations, notes);
    let title = find("titleStmt").and_then(|t| t.children().find(|n| n.tag_name().name() == "title")).and_then(|t| t.text()).unwrap_or("");
    imported.article.title = if Some(title) == source { String::new() } else { title.to_owned() };
    Ok(imported)
}

/// The annotations that the elements and our own note tell of, and the relations of the elements.
fn annotations(found: Vec<Found>, facts: &Value, places: &Places<'_>, notes: &mut Notes) -> (Vec<Annotation>, Vec<Relation>) {
    let element = |f: &Value| text(f, "element").map(str::to_owned).or_else(|| Some(xml::id(text(f, "id")?)));
    let known: BTreeMap<String, &Value> = list(facts, "annotations").iter().filter_map(|f| Some((element(f)?, f))).collect();
    // Pieces of one annotation have its id, a dot and a number.
    let mut whole: BTreeMap<String, (String, Vec<Span>)> = BTreeMap::new();
    let mut relations = Vec::new();
    for (n, found) in found.into_iter().enumerate() {
        let piece = found.part.then(|| found.id.rsplit_once('.')).flatten().map(|(id, _)| id.to_owned());
        let id = if found.id.is_empty() { format!("x{}", n + 1) } else { piece.unwrap_or(found.id) };
        if let Some(who) = found.who {
            relations.push(Relation { id: String::new(), kind: RelationKind::Speaker, from: id.clone(), to: who });
        }
        whole.entry(id).or_insert((found.label, Vec::new())).1.push(found.span);
    }
    let mut annotations = Vec::new();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for (id, facts) in known.iter().filter(|(_, f)| f.get("places").is_some()) {
        told.insert(id);
        let end = |p: &Value, n: usize| p.get(n)?.as_u64().and_then(|n| usize::try_from(n).ok());
        let pieces: Option<Vec<Span>> = list(facts, "places").iter().map(|p| places.span(end(p, 0)?, end(p, 1)?)).collect();
        match pieces.filter(|p| !p.is_empty()) {
            Some(pieces) => annotations.push(annotation(id, "", pieces, Some(facts))),
            None => notes.lose(),
        }
    }
    for (id, (label, mut pieces)) in whole.into_iter().filter(|(id, _)| !told.contains(id.as_str())) {
        pieces.sort();
        // Pieces that touch, or that only white space parts, were one.
        let apart = pieces.windows(2).any(|p| !places.text()[p[0].end().min(p[1].start())..p[1].start()].trim().is_empty());
        if !apart {
            pieces = vec![pieces[1..].iter().fold(pieces[0], |all, p| all.cover(*p))];
        }
        annotations.push(annotation(&id, &label, pieces, known.get(&id).copied()));
    }
    (annotations, relations)
}

/// An annotation of these pieces, of which there is one at least, with what our own note knows of it.
fn annotation(id: &str, label: &str, pieces: Vec<Span>, facts: Option<&Value>) -> Annotation {
    let span = pieces[1..].iter().fold(pieces[0], |all, p| all.cover(*p));
    let mut a = article::annotation(id.to_owned(), label, span);
    if pieces.len() > 1 {
        a.parts = pieces;
    }
    let Some(facts) = facts else { return a };
    let word = |key| text(facts, key);
    a.id = word("id").unwrap_or(id).to_owned();
    a.label = word("label").unwrap_or(label).to_owned();
    a.layer = facts.get("layer").cloned().and_then(|l| serde_json::from_value(l).ok()).unwrap_or(a.layer);
    a.attributes = facts.get("attributes").cloned().and_then(|l| serde_json::from_value(l).ok()).unwrap_or_default();
    a.rule = word("rule").unwrap_or("").to_owned();
    a.score = json::score(facts, "score").unwrap_or(a.score);
    a.status = word("status").and_then(status_of).unwrap_or(a.status);
    a.origin = word("origin").and_then(origin_of).unwrap_or(a.origin);
    a
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
        let slot = meaning(node).map(|label| {
            let id = node.attribute((XML, "id")).unwrap_or("").to_owned();
            let who = node.attribute("who").map(|w| w.trim_start_matches('#').to_owned());
            let part = node.attribute("next").is_some() || node.attribute("prev").is_some();
            self.found.push(Found { id, label, span: Span::new(start, start), part, who });
            self.found.len() - 1
        });
        // The parser has bounded how deep this goes.
        node.children().for_each(|n| self.visit(n));
        if let Some(slot) = slot {
            let end = if self.exact { self.text.len() } else { self.text.trim_end().len() };
            self.found[slot].span = Span::new(start, end.max(start));
        }
        if !self.exact && matches!(node.tag_name().name(), "p" | "head" | "ab" | "lg") && !self.text.is_empty() {
            self.text.truncate(self.text.trim_end().len());
            self.text += "\n\n";
        } else if !self.exact && node.tag_name().name() == "lb" {
            self.text.push('\n');
        }
    }
}
