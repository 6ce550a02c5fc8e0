//! TEI is written.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use serde_json::{Value, json};

use super::super::article::{Article, origin_name, relation_name, status_name};
use super::super::links::Links;
use super::super::place::{Places, Unit};
use super::super::xml::{self, Writer};
use crate::annotation::{Annotation, Layer, RelationKind};
use crate::text::{Layout, Span};

/// Elements that lie in one another in a paragraph at most, and pieces of one annotation: what needs more stands in the note
/// alone, with its places.
const DEPTH: usize = 100;
const PIECES: usize = 64;

/// An element with the attributes that say what it is.
fn element(a: &Annotation) -> (&'static str, Vec<(&'static str, String)>) {
    let kind = a.text_attribute("kind").unwrap_or("direct");
    let of = |name: &'static str, value: &str| vec![(name, value.to_owned())];
    match (a.layer, a.label.as_str()) {
        (Layer::Entity, "PERSON") => ("persName", Vec::new()),
        (Layer::Entity, "ORG") => ("orgName", Vec::new()),
        (Layer::Entity, "LOC") => ("placeName", Vec::new()),
        (Layer::Entity, "DATE") => ("date", Vec::new()),
        (Layer::Entity, "TIME") => ("time", Vec::new()),
        (Layer::Entity, "MONEY" | "PERCENT") => ("measure", of("type", &a.label.to_lowercase())),
        (Layer::Entity, label) => ("name", of("type", label)),
        (Layer::Quote, _) if kind == "scare" => ("soCalled", Vec::new()),
        (Layer::Quote, _) if kind == "title" => ("title", Vec::new()),
        (Layer::Quote, _) => ("said", of("direct", if kind == "indirect" { "false" } else { "true" })),
        (Layer::Cue, _) => ("seg", of("type", "cue")),
        (Layer::Speaker, _) => ("rs", of("type", "speaker")),
        (Layer::Artifact, label) if label.starts_with("dup.") || label.contains("boilerplate") => ("surplus", of("reason", label)),
        (Layer::Artifact, label) => ("seg", vec![("type", "artifact".to_owned()), ("subtype", label.to_owned())]),
    }
}

/// A piece of annotation number `a`.
struct Piece {
    a: usize,
    span: Span,
}

/// The annotations in the text.
struct Inline {
    /// Any two are apart or one lies in the other; paragraph by paragraph.
    pieces: Vec<Piece>,
    /// How many pieces each annotation has.
    count: BTreeMap<usize, usize>,
    /// Annotations whose place the pieces do not tell: they have none, or not all of it.
    elsewhere: BTreeSet<usize>,
}

impl Inline {
    fn of(article: &Article, paragraphs: &[Span]) -> Self {
        let mut elsewhere = BTreeSet::new();
        let mut waiting: Vec<Vec<(usize, Span)>> = vec![Vec::new(); paragraphs.len()];
        for (n, a) in article.annotations.iter().enumerate() {
            let reached = |p: &Span| {
                let first = paragraphs.partition_point(|q| q.end() <= p.start());
                first..paragraphs.partition_point(|q| q.start() < p.end()).max(first)
            };
            if a.pieces().iter().map(|p| reached(p).len()).sum::<usize>() > PIECES {
                elsewhere.insert(n);
                continue;
            }
            for p in a.pieces() {
                for q in reached(p) {
                    let clipped = Span::new(p.start().max(paragraphs[q].start()), p.end().min(paragraphs[q].end()));
                    waiting[q].push((n, clipped));
                }
            }
        }
        let mut inline = Self { pieces: Vec::new(), count: BTreeMap::new(), elsewhere };
        waiting.into_iter().for_each(|w| inline.nest(w));
        let Self { pieces, elsewhere, count } = &mut inline;
        pieces.retain(|p| !elsewhere.contains(&p.a));
        let mut covered: BTreeMap<usize, Span> = BTreeMap::new();
        for p in pieces.iter() {
            covered.entry(p.a).and_modify(|s| *s = s.cover(p.span)).or_insert(p.span);
        }
        // White space between paragraphs is in no element; where the own pieces of an annotation end cannot be told from where
        // they were cut, nor that white space from a control that XML has no place for.
        let told = |n: &usize| {
            let a = &article.annotations[*n];
            let whole = count.get(n) == Some(&1) || xml::replaced(a.span.of(&article.text)) == 0;
            covered.get(n) == Some(&a.span) && a.parts.is_empty() && whole
        };
        elsewhere.extend((0..article.annotations.len()).filter(|n| !told(n)));
        inline
    }

    /// Cuts the spans of one paragraph where they cross.
    fn nest(&mut self, waiting: Vec<(usize, Span)>) {
        let mut waiting: BinaryHeap<Reverse<(usize, Reverse<usize>, usize)>> =
            waiting.into_iter().filter(|(_, s)| !s.is_empty()).map(|(n, s)| Reverse((s.start(), Reverse(s.end()), n))).collect();
        let mut open: Vec<usize> = Vec::new();
        while let Some(Reverse((start, Reverse(end), a))) = waiting.pop() {
            while open.last().is_some_and(|end| *end <= start) {
                open.pop();
            }
            let count = self.count.entry(a).or_default();
            if self.elsewhere.contains(&a) || open.len() >= DEPTH || *count >= PIECES {
                self.elsewhere.insert(a);
                continue;
            }
            *count += 1;
            // What runs out of the one around it is cut there, and the rest waits its turn.
            let cut = open.last().copied().filter(|around| *around < end).unwrap_or(end);
            self.pieces.push(Piece { a, span: Span::new(start, cut) });
            open.push(cut);
            if cut < end {
                waiting.push(Reverse((cut, Reverse(end), a)));
            }
        }
    }
}

pub(in super::super) fn write(article: &Article) -> String {
    let text = &article.text;
    let paragraphs: Vec<Span> = Layout::of(text).paragraphs.iter().map(|p| p.span).collect();
    let inline = Inline::of(article, &paragraphs);
    let ids = Ids::of(article);
    let title = if article.title.is_empty() { &article.id } else { &article.title };
    let mut out = Writer::document();
    out.open("TEI").attribute("xmlns", "http://www.tei-c.org/ns/1.0");
    out.line().open("teiHeader").line().open("fileDesc");
    out.line().open("titleStmt").open("title").text(title).close().close();
    out.line().open("publicationStmt").open("p").text("Written by Galley; not published.").close().close();
    out.line().open("sourceDesc").open("p").attribute("n", &article.id).text("A news article.").close().close();
    out.close_on_line();
    if let Some(marks) = article.marks {
        out.line().open("encodingDesc").open("editorialDecl").open("interpretation").open("p");
        out.text(&format!("Marks: {}.", marks.in_words())).close().close().close().close();
    }
    out.close_on_line();
    stand_off(article, &inline, &ids, &mut out);
    out.line().open("text").attribute("xml:lang", if article.lang.is_empty() { "und" } else { &article.lang });
    out.open("body").attribute("xml:space", "preserve");
    Body { article, links: Links::of(article), ids: &ids, inline: &inline, seen: BTreeMap::new(), at: 0 }.write(&paragraphs, &mut out);
    out.close().close();
    out.finish()
}

/// Ids of XML for the annotations, no two alike.
struct Ids(Vec<String>);

impl Ids {
    fn of(article: &Article) -> Self {
        let mut used = BTreeSet::new();
        let fresh = |(n, id): (usize, &String)| {
            let id = xml::id(id);
            if used.insert(id.clone()) { id } else { format!("{id}-{n}.") }
        };
        Self(article.annotations.iter().map(|a| &a.id).enumerate().map(fresh).collect())
    }
}

/// The text with its elements.
struct Body<'a> {
    article: &'a Article,
    links: Links<'a>,
    ids: &'a Ids,
    inline: &'a Inline,
    /// Pieces of each annotation that have been opened.
    seen: BTreeMap<usize, usize>,
    /// What is written so far, in bytes of the text.
    at: usize,
}

impl Body<'_> {
    fn write(&mut self, paragraphs: &[Span], out: &mut Writer) {
        let inline = self.inline;
        let mut next = inline.pieces.iter().peekable();
        for paragraph in paragraphs {
            self.up_to(paragraph.start(), out);
            out.open("p").attribute("xml:space", "preserve");
            let mut open: Vec<usize> = Vec::new();
            loop {
                let starts = next.peek().map(|p| p.span.start()).filter(|s| *s < paragraph.end());
                match (starts, open.last().copied()) {
                    (start, Some(end)) if start.is_none_or(|start| end <= start) => {
                        self.up_to(end, out);
                        open.pop();
                        out.close();
                    }
                    (Some(start), _) => {
                        let Some(piece) = next.next() else { break };
                        self.up_to(start, out);
                        self.open(piece.a, out);
                        open.push(piece.span.end());
                    }
                    (None, _) => break,
                }
            }
            self.up_to(paragraph.end(), out);
            out.close();
        }
        self.up_to(self.article.text.len(), out);
    }

    fn up_to(&mut self, to: usize, out: &mut Writer) {
        out.text(&self.article.text[self.at..to]);
        self.at = to;
    }

    /// Opens the next piece of annotation number `n`.
    fn open(&mut self, n: usize, out: &mut Writer) {
        let a = &self.article.annotations[n];
        let (name, what) = element(a);
        let (id, of) = (&self.ids.0[n], self.inline.count[&n]);
        let seen = self.seen.entry(n).or_default();
        *seen += 1;
        let number = *seen;
        out.open(name);
        for (name, value) in &what {
            out.attribute(name, value);
        }
        if of == 1 {
            out.attribute("xml:id", id);
        } else {
            out.attribute("xml:id", &format!("{id}.{number}"));
            out.attribute("part", ["I", "M", "F"][usize::from(number > 1) + usize::from(number == of)]);
            if number < of {
                out.attribute("next", &format!("#{id}.{}", number + 1));
            }
            if number > 1 {
                out.attribute("prev", &format!("#{id}.{}", number - 1));
            }
        }
        let address = |id: &str| self.links.number(id).map(|n| format!("#{}", self.ids.0[n]));
        match a.layer {
            Layer::Quote => {
                if let Some(who) = self.links.target(&a.id, RelationKind::Speaker).and_then(|who| address(&who.id)) {
                    out.attribute("who", &who);
                }
            }
            Layer::Cue => {
                let quotes: Vec<String> = self.links.to(&a.id).iter().filter_map(|r| address(&r.from)).collect();
                if !quotes.is_empty() {
                    out.attribute("corresp", &quotes.join(" "));
                }
            }
            _ => {
                if let Some(entity) = a.text_attribute("entity") {
                    out.attribute("ref", &format!("#{}", xml::id(entity)));
                }
            }
        }
        out.attribute("ana", &format!("#{} #{}", status_name(a.status), origin_name(a.origin)));
    }
}

/// The people and things that the article names, and what TEI has no attribute for.
fn stand_off(article: &Article, inline: &Inline, ids: &Ids, out: &mut Writer) {
    out.line().open("standOff");
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
            out.line().open(list);
            for (id, (name, _)) in mine {
                out.line().open(item).attribute("xml:id", id).open(element).text(name).close().close();
            }
            out.close_on_line();
        }
    }
    let places = Places::new(&article.text, Unit::CodePoint);
    let fact = |(n, a): (usize, &Annotation)| {
        let mut fact = json!({"id": a.id, "layer": a.layer, "label": a.label, "attributes": a.attributes, "rule": a.rule, "score": a.score,
            "status": status_name(a.status), "origin": origin_name(a.origin)});
        if ids.0[n] != xml::id(&a.id) {
            fact["element"] = ids.0[n].clone().into();
        }
        if inline.elsewhere.contains(&n) {
            fact["places"] = a.pieces().iter().map(|p| places.out(*p)).map(|(s, e)| json!([s, e])).collect();
        }
        fact
    };
    let facts: Vec<Value> = article.annotations.iter().enumerate().map(fact).collect();
    let relations: Vec<Value> = article.relations.iter().map(|r| json!({"type": relation_name(r.kind), "from": r.from, "to": r.to})).collect();
    let facts = json!({"annotations": facts, "relations": relations}).to_string();
    out.line().open("note").attribute("type", "galley").text(&facts).close();
    out.close_on_line();
}
