//! brat standoff: the text, an `.ann` file, and one `annotation.conf` for all. Offsets are code points of the text with
//! LF line ends, which is what brat's server reads whatever the file has.
//!
//! What brat has no place for stands in a comment of the type "Galley" with its JSON, which brat shows and keeps.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::article::{self, Article, origin_name, origin_of, relation_kind, relation_name, status_name, status_of};
use super::file::{File, names};
use super::imported::{self, Imported};
use super::json;
use super::place::{Notes, Places, Unit};
use crate::annotation::{Annotation, Layer, Relation};
use crate::text::Span;

pub(super) fn write(articles: &[Article]) -> Vec<File> {
    let mut files = vec![File::text("annotation.conf", configuration(articles))];
    for (article, name) in articles.iter().zip(names(articles)) {
        files.push(File::text(format!("{name}.txt"), unix(&article.text)));
        files.push(File::text(format!("{name}.ann"), annotations(article)));
    }
    files
}

/// `text` with LF line ends.
fn unix(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// brat's types are of letters, digits, "-" and "_": "space.before_punct" is "space-before_punct".
fn type_name(label: &str) -> String {
    label.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect()
}

fn annotations(article: &Article) -> String {
    let text = unix(&article.text);
    // Bytes that line ends lose before a place.
    let returns: Vec<usize> = article.text.match_indices("\r\n").map(|(at, _)| at).collect();
    let moved = |at: usize| at - returns.partition_point(|r| *r < at);
    let places = Places::new(&text, Unit::CodePoint);
    let number: BTreeMap<&str, usize> = article.annotations.iter().enumerate().map(|(n, a)| (a.id.as_str(), n + 1)).collect();
    let (mut spans, mut facts, mut comments) = (String::new(), String::new(), String::new());
    let (mut fact, mut comment) = (0, 0);
    for (n, a) in article.annotations.iter().enumerate().map(|(n, a)| (n + 1, a)) {
        let pieces: Vec<Span> = a.pieces().iter().map(|p| Span::new(moved(p.start()), moved(p.end()))).flat_map(|p| lines(&text, p)).collect();
        let offsets: Vec<String> = pieces.iter().map(|p| places.out(*p)).map(|(s, e)| format!("{s} {e}")).collect();
        let words: Vec<&str> = pieces.iter().map(|p| p.of(&text)).collect();
        if pieces.is_empty() {
            continue;
        }
        spans += &format!("T{n}\t{} {}\t{}\n", type_name(&a.label), offsets.join(";"), words.join(" "));
        let mut say = |name: &str, value: &str| {
            fact += 1;
            facts += &format!("A{fact}\t{name} T{n} {value}\n");
        };
        say("Status", status_name(a.status));
        say("Origin", origin_name(a.origin));
        for (attribute, name) in SHOWN {
            if let Some(value) = a.text_attribute(attribute).filter(|v| !v.is_empty() && v.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')) {
                say(name, value);
            }
        }
        let mut note = |kind: &str, text: &str| {
            comment += 1;
            comments += &format!("#{comment}\t{kind} T{n}\t{}\n", text.replace(['\n', '\r', '\t'], " "));
        };
        if let Some(text) = a.text_attribute("note").or_else(|| a.text_attribute("message")) {
            note("AnnotatorNotes", text);
        }
        let rest = serde_json::json!({"id": a.id, "layer": a.layer, "label": a.label, "attributes": a.attributes, "rule": a.rule, "score": a.score});
        note("Galley", &rest.to_string());
    }
    let relations = article.relations.iter().filter_map(|r| Some((r, number.get(r.from.as_str())?, number.get(r.to.as_str())?)));
    let relations: String =
        relations.enumerate().map(|(n, (r, from, to))| format!("R{}\t{} Arg1:T{from} Arg2:T{to}\n", n + 1, relation_name(r.kind))).collect();
    spans + &relations + &facts + &comments
}

/// Attributes of one word, and brat's names for them.
const SHOWN: [(&str, &str); 5] =
    [("kind", "QuoteKind"), ("place_kind", "PlaceKind"), ("severity", "Severity"), ("source_type", "SourceType"), ("tier", "Tier")];

/// `span` cut at line ends, white space at the cuts left out: brat takes no line end inside a fragment.
fn lines(text: &str, span: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut at = span.start();
    for line in span.of(text).split('\n') {
        let from = at + (line.len() - line.trim_start().len());
        let to = at + line.trim_end().len();
        if from < to {
            pieces.push(Span::new(from, to));
        }
        at += line.len() + 1;
    }
    pieces
}

fn configuration(articles: &[Article]) -> String {
    let all = || articles.iter().flat_map(|a| &a.annotations);
    let types: BTreeSet<String> = all().map(|a| type_name(&a.label)).collect();
    let mut out = articles.iter().find_map(|a| a.marks).map_or_else(String::new, |marks| format!("# Marks: {}.\n", marks.in_words()));
    out += "[entities]\n";
    types.iter().for_each(|t| out += &format!("{t}\n"));
    out += "\n[relations]\n";
    for kind in ["SPEAKER", "CUE", "ADDRESSEE"] {
        out += &format!("{kind}\tArg1:<ENTITY>, Arg2:<ENTITY>\n");
    }
    out += "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n";
    out += "Status\tArg:<ENTITY>, Value:suggested|accepted|rejected\nOrigin\tArg:<ENTITY>, Value:auto|manual\n";
    for (attribute, name) in SHOWN {
        let values: BTreeSet<&str> =
            all().filter_map(|a| a.text_attribute(attribute)).filter(|v| v.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')).collect();
        if !values.is_empty() {
            out += &format!("{name}\tArg:<ENTITY>, Value:{}\n", values.into_iter().collect::<Vec<_>>().join("|"));
        }
    }
    out
}

/// One article from its two files.
pub(super) fn read(id: &str, text: &str, annotations: &str) -> Imported {
    let text = unix(text);
    let mut reader = Reader { places: Places::new(&text, Unit::CodePoint), notes: Notes::default(), found: BTreeMap::new(), relations: Vec::new(), skipped: 0 };
    for (n, line) in annotations.lines().enumerate() {
        if !reader.line(line) {
            reader.notes.say(format!("line {}: an annotation needs a first and a last character; it was left out", n + 1));
        }
    }
    let Reader { mut notes, found, mut relations, skipped, .. } = reader;
    notes.count(skipped, "lines (events, equivalences, other relations) were left out");
    let ids: BTreeMap<&str, String> = found.iter().map(|(key, a)| (*key, a.id.clone())).collect();
    relations.retain_mut(|r| match (ids.get(r.from.as_str()), ids.get(r.to.as_str())) {
        (Some(from), Some(to)) => {
            (r.from, r.to) = (from.clone(), to.clone());
            true
        }
        _ => false,
    });
    imported::finish(id, &text, found.into_values().collect(), relations, notes)
}

/// An `.ann` file while it is read.
struct Reader<'t> {
    places: Places<'t>,
    notes: Notes,
    /// By brat's names: "T1".
    found: BTreeMap<&'t str, Annotation>,
    relations: Vec<Relation>,
    /// Lines of kinds that Galley does not have.
    skipped: usize,
}

impl<'t> Reader<'t> {
    /// Reads one line; false for an annotation without a place.
    fn line(&mut self, line: &'t str) -> bool {
        let mut fields = line.splitn(3, '\t');
        let (Some(key), Some(body)) = (fields.next(), fields.next()) else { return true };
        let (kind, rest) = body.split_once(' ').unwrap_or((body, ""));
        match key.bytes().next() {
            Some(b'T') => return self.annotation(key, kind, rest, fields.next().unwrap_or("")),
            Some(b'R') => self.relation(key, kind, rest),
            Some(b'A' | b'M') => self.attribute(kind, rest),
            Some(b'#') => self.comment(kind, rest, fields.next()),
            _ => self.skipped += 1,
        }
        true
    }

    fn annotation(&mut self, key: &'t str, kind: &str, offsets: &str, words: &str) -> bool {
        let place = |piece: &str| {
            let (start, end) = piece.trim().split_once(' ')?;
            Some((start.trim().parse::<usize>().ok()?, end.trim().parse::<usize>().ok()?))
        };
        let Some(mut places) = offsets.split(';').map(place).collect::<Option<Vec<_>>>() else { return false };
        // An empty piece says nothing beside others.
        if places.iter().any(|(s, e)| s < e) {
            places.retain(|(s, e)| s < e);
        }
        // Pieces may stand in any order, and their words stand in theirs; they may even overlap.
        let words = (places.is_sorted() || places.len() == 1).then_some(words);
        places.sort_unstable();
        let Some(pieces) = self.notes.pieces(&self.places, &places, words) else { return true };
        let mut apart: Vec<Span> = Vec::with_capacity(pieces.len());
        for piece in pieces {
            match apart.last_mut() {
                Some(last) if piece.start() < last.end() => *last = last.cover(piece),
                _ => apart.push(piece),
            }
        }
        let [first, more @ ..] = apart.as_slice() else { return true };
        let span = more.iter().fold(*first, |all, p| all.cover(*p));
        let mut a = article::annotation(key.to_owned(), &label(kind), span);
        // Pieces of one line each are how brat writes a span over several lines.
        let blank = |pair: &[Span]| self.places.text()[pair[0].end()..pair[1].start()].trim().is_empty();
        if !apart.windows(2).all(blank) {
            a.parts = apart;
        }
        self.found.insert(key, a);
        true
    }

    fn relation(&mut self, key: &str, kind: &str, rest: &str) {
        let argument = |name: &str| rest.split(' ').find_map(|a| a.strip_prefix(name)).map(str::to_owned);
        match (relation_kind(kind), argument("Arg1:"), argument("Arg2:")) {
            (Some(kind), Some(from), Some(to)) => self.relations.push(Relation { id: key.to_owned(), kind, from, to }),
            _ => self.skipped += 1,
        }
    }

    fn attribute(&mut self, kind: &str, rest: &str) {
        let (target, value) = rest.split_once(' ').unwrap_or((rest, "true"));
        let Some(a) = self.found.get_mut(target) else { return };
        match kind {
            "Status" => a.status = status_of(value).unwrap_or(a.status),
            "Origin" => a.origin = origin_of(value).unwrap_or(a.origin),
            _ => {
                let name = SHOWN.iter().find(|(_, n)| *n == kind).map_or(kind, |(a, _)| a);
                a.attributes.insert(name.to_owned().into(), value.into());
            }
        }
    }

    fn comment(&mut self, kind: &str, target: &str, comment: Option<&str>) {
        let (Some(a), Some(comment)) = (self.found.get_mut(target), comment) else { return };
        if kind != "Galley" {
            if !a.attributes.contains_key("note") {
                a.attributes.set("note", comment);
            }
        } else if let Ok(rest) = serde_json::from_str::<Value>(comment) {
            restore(a, &rest);
        }
    }
}

/// The label that brat's type stands for: "space-before_punct" is "space.before_punct".
fn label(kind: &str) -> String {
    match kind.split_once('-') {
        Some((family, code)) if kind.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_' | b'0'..=b'9')) => format!("{family}.{code}"),
        _ => kind.to_owned(),
    }
}

/// What a comment of ours says.
fn restore(a: &mut Annotation, rest: &Value) {
    let get = |key: &str| rest.get(key).cloned();
    if let Some(id) = get("id").and_then(|v| v.as_str().map(str::to_owned)) {
        a.id = id;
    }
    if let Some(label) = rest.get("label").and_then(Value::as_str) {
        a.label = label.to_owned();
    }
    a.layer = get("layer").and_then(|v| serde_json::from_value::<Layer>(v).ok()).unwrap_or(a.layer);
    if let Some(attributes) = get("attributes").and_then(|v| serde_json::from_value(v).ok()) {
        a.attributes = attributes;
    }
    if let Some(rule) = rest.get("rule").and_then(Value::as_str) {
        a.rule = rule.to_owned();
    }
    a.score = json::score(rest, "score").unwrap_or(a.score);
}
