//! WebAnno TSV is read.

use std::collections::BTreeMap;

use super::super::article::{self, relation_kind};
use super::super::imported::{self, ImportError, Imported};
use super::super::limits;
use super::super::place::{Notes, Places, Unit};
use super::shape::{LAYERS, unescape};
use crate::annotation::{Annotation, Layer, Relation, RelationKind};
use crate::text::Span;

/// Names an annotation: its layer, and its number there; or, where it has none, its row from 1 and its place in the cell.
type Key = (usize, usize, usize);

/// A layer as the header declares it.
struct Declared {
    kind: String,
    features: Vec<String>,
    /// The column of its first feature.
    column: usize,
}

impl Declared {
    /// The slots: the column of the targets among the features, and what they are to the host; none for a role that is not ours.
    fn slots(&self) -> impl Iterator<Item = (usize, Option<RelationKind>)> {
        let role = |f: &str| f.strip_prefix("ROLE_").and_then(|f| f.split_once(':')).map(|(_, role)| role.split_once('_').map_or(role, |(r, _)| r).to_owned());
        self.features.iter().enumerate().filter_map(move |(n, f)| Some((n + 1, relation_kind(&role(f)?))))
    }
}

/// A token with its cells.
struct Row<'s> {
    address: &'s str,
    begin: usize,
    end: usize,
    token: &'s str,
    cells: Vec<&'s str>,
}

/// A file that was read line by line.
#[derive(Default)]
struct Sheet<'s> {
    layers: Vec<Declared>,
    rows: Vec<Row<'s>>,
    text: String,
}

/// The document of a file. White space between sentences is taken from their offsets: line feeds.
pub(in super::super) fn read(source: &str, name: &str) -> Result<Imported, ImportError> {
    let sheet = Sheet::read(source)?;
    let places = Places::new(&sheet.text, Unit::Utf16);
    let mut notes = Notes::default();
    notes.say("The format does not keep the white space between sentences: line feeds stand for it");
    let found = sheet.found(&places, &mut notes);
    let id_of = |key: &Key| format!("x{}-{}-{}", key.0, key.1, key.2);
    let mut annotations = Vec::new();
    let mut relations = Vec::new();
    let mut other_links = 0;
    for (key, (span, facts)) in &found.annotations {
        let layer = &sheet.layers[key.0];
        let a = annotation(id_of(key), layer, *span, facts);
        for (target, kind) in layer.slots() {
            let (Some(filled), Some(targets)) = (facts.get(target), layer.features.get(target)) else { continue };
            let targets = sheet.layers.iter().position(|l| l.kind == *targets);
            for address in filled.split(';').filter(|f| !matches!(*f, "" | "*" | "_")) {
                let to = targets.and_then(|l| found.at.get(&(l, address.to_owned())));
                match (kind, to) {
                    (Some(kind), Some(to)) => relations.push(Relation { id: String::new(), kind, from: a.id.clone(), to: id_of(to) }),
                    _ => other_links += 1,
                }
            }
        }
        annotations.push(a);
    }
    notes.count(other_links, "links of other roles were left out");
    Ok(imported::finish(name, &sheet.text, annotations, relations, notes))
}

impl<'s> Sheet<'s> {
    fn read(source: &'s str) -> Result<Self, ImportError> {
        let mut sheet = Sheet::default();
        let (mut units, mut columns) = (0, 0);
        let mut sentence = String::new();
        let mut fresh = false;
        for (n, line) in source.lines().enumerate() {
            let malformed = |reason: &str| ImportError::in_line("WebAnno TSV", n + 1, reason);
            if let Some(declared) = line.strip_prefix("#T_SP=") {
                let mut names = declared.split('|').map(str::to_owned);
                let (kind, features) = (names.next().unwrap_or_default(), names.collect::<Vec<_>>());
                let column = columns;
                columns += features.len();
                if columns > limits::COLUMNS {
                    return Err(malformed("too many columns"));
                }
                sheet.layers.push(Declared { kind, features, column });
            } else if let Some(words) = line.strip_prefix("#Text=") {
                if fresh {
                    sentence.push('\n');
                } else {
                    sentence.clear();
                }
                fresh = true;
                sentence += &unescape(words);
            } else if !line.starts_with('#') && !line.trim().is_empty() {
                let row = Row::read(line).ok_or_else(|| malformed("a row needs an address, offsets and a token"))?;
                if fresh {
                    fresh = false;
                    // A token begins where its sentence does, unless white space comes first.
                    let lead = sentence.len() - sentence.trim_start().len();
                    let from = row.begin.saturating_sub(sentence[..lead].encode_utf16().count());
                    let gap = from.saturating_sub(units);
                    if gap > source.len() {
                        return Err(malformed("the sentence begins further on than the file is long"));
                    }
                    sheet.text.extend(std::iter::repeat_n('\n', gap));
                    sheet.text += &sentence;
                    units += gap + sentence.encode_utf16().count();
                    if sheet.text.len() > limits::TEXT {
                        return Err(ImportError::TooLong { megabytes: sheet.text.len().div_ceil(1_000_000) });
                    }
                }
                sheet.rows.push(row);
            }
        }
        Ok(sheet)
    }
}

impl<'s> Row<'s> {
    fn read(line: &'s str) -> Option<Self> {
        let mut columns = line.split('\t');
        let (address, offsets, token) = (columns.next()?, columns.next()?, columns.next()?);
        let (begin, end) = offsets.split_once('-')?;
        let cells = columns.take(limits::COLUMNS).collect();
        Some(Self { address, begin: begin.parse().ok()?, end: end.parse().ok()?, token, cells })
    }
}

/// The annotations of a sheet.
#[derive(Default)]
struct Found {
    /// Each with its place and what stands in its columns.
    annotations: BTreeMap<Key, (Span, Vec<String>)>,
    /// By layer and address: "1-10[2]".
    at: BTreeMap<(usize, String), Key>,
}

impl Sheet<'_> {
    fn found(&self, places: &Places<'_>, notes: &mut Notes) -> Found {
        let mut found = Found::default();
        for (r, row) in self.rows.iter().enumerate() {
            if row.cells.iter().all(|c| matches!(*c, "_" | "")) {
                continue;
            }
            let token = unescape(row.token);
            let words = Some(token.as_str()).filter(|t| !t.is_empty());
            let Some(span) = notes.place(places, row.begin, row.end, words) else { continue };
            for (l, layer) in self.layers.iter().enumerate() {
                found.row(r, row, span, l, layer);
            }
        }
        found
    }
}

impl Found {
    /// What stands in the columns of layer number `l` of row number `r`, which is at `span`.
    fn row(&mut self, r: usize, row: &Row<'_>, span: Span, l: usize, layer: &Declared) {
        let cells: Vec<Vec<&str>> = (0..layer.features.len()).map(|f| row.cells.get(layer.column + f).map_or_else(Vec::new, |c| pieces(c))).collect();
        let Some(first) = cells.first().filter(|f| f.iter().any(|v| *v != "_")) else { return };
        for (k, piece) in first.iter().enumerate() {
            let number = numbered(piece).1;
            let key = number.map_or((l, r + 1, k), |number| (l, 0, number));
            self.annotations.entry(key).and_modify(|(s, _)| *s = s.cover(span)).or_insert_with(|| {
                let fact = |(f, column): (usize, &Vec<&str>)| {
                    // A target keeps its own number.
                    let target = f > 0 && layer.features[f - 1].starts_with("ROLE_");
                    column.get(k).map_or("", |v| if target { v } else { numbered(v).0 }).to_owned()
                };
                (span, cells.iter().enumerate().map(fact).collect())
            });
            let number = number.map_or(String::new(), |n| format!("[{n}]"));
            self.at.entry((l, format!("{}{number}", row.address))).or_insert(key);
        }
    }
}

/// `cell` cut at `|`, escaped ones left alone.
fn pieces(cell: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut from, mut escaped) = (0, false);
    for (at, c) in cell.char_indices() {
        if c == '|' && !escaped {
            pieces.push(&cell[from..at]);
            from = at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    pieces.push(&cell[from..]);
    pieces
}

/// A value and the number behind it.
fn numbered(piece: &str) -> (&str, Option<usize>) {
    let number = |p: &str| p.strip_suffix(']')?.rsplit_once('[').and_then(|(v, n)| Some((v.len(), n.parse().ok()?)));
    match number(piece) {
        Some((end, number)) => (&piece[..end], Some(number)),
        None => (piece, None),
    }
}

/// An annotation of a declared layer.
fn annotation(id: String, layer: &Declared, span: Span, facts: &[String]) -> Annotation {
    let known = LAYERS.iter().find(|(_, k, _)| *k == layer.kind);
    let value = |name: &str| {
        let n = layer.features.iter().position(|f| f == name)?;
        facts.get(n).filter(|v| !matches!(v.as_str(), "*" | "_" | "")).map(|v| unescape(v))
    };
    let label = match known.map(|k| k.0) {
        Some(Layer::Quote) => Some("QUOTE".to_owned()),
        Some(Layer::Cue) => Some("CUE".to_owned()),
        Some(Layer::Speaker) => Some("SPEAKER".to_owned()),
        Some(Layer::Artifact) => value("code"),
        _ => value("value").or_else(|| layer.features.iter().find_map(|f| value(f))),
    };
    let label = label.unwrap_or_else(|| layer.kind.rsplit('.').next().unwrap_or("MISC").to_owned());
    let mut a = article::annotation(id, &label, span);
    if let Some((own, _, features)) = known {
        a.layer = *own;
        for (feature, attribute) in features.iter().filter(|(_, a)| !a.is_empty()) {
            if let Some(value) = value(feature) {
                a.attributes.insert((*attribute).into(), value.into());
            }
        }
    }
    a
}
