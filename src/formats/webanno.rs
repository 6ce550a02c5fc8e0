//! WebAnno TSV 3.3, as INCEpTION reads it. UTF-16 units. Annotations take whole tokens; text between sentences has no
//! place in the format.

use std::collections::BTreeMap;

use super::article::{self, Article};
use super::place::{Notes, Places, Unit};
use super::{File, ImportError, Imported, jsonl, names};
use crate::annotation::{Annotation, Layer, Relation, RelationKind};
use crate::text::{Layout, Span};

const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

/// Features of a type, each with the attribute it holds; an empty one is the label.
type Features = &'static [(&'static str, &'static str)];

/// The layers with their types and features, in the order of the columns; a quotation has a slot for its speaker besides.
const LAYERS: [(Layer, &str, Features); 5] = [
    (Layer::Entity, ENTITY, &[("identifier", "entity"), ("value", "")]),
    (Layer::Artifact, "webanno.custom.Artifact", &[("code", "")]),
    (Layer::Cue, "webanno.custom.Cue", &[("label", "")]),
    (Layer::Quote, "webanno.custom.Quote", &[("kind", "kind")]),
    (Layer::Speaker, "webanno.custom.Speaker", &[("resolved", "resolved")]),
];
const SLOT: &str = "ROLE_webanno.custom.Quote:speaker_webanno.custom.QuoteSpeakerLink|webanno.custom.Speaker";

pub(super) fn write(articles: &[Article]) -> Vec<File> {
    articles.iter().zip(names(articles)).map(|(a, name)| File::text(format!("{name}.tsv"), document(a))).collect()
}

/// An annotation on tokens.
struct Placed<'a> {
    annotation: &'a Annotation,
    first: usize,
    last: usize,
    /// Tells it from others on its tokens; none where it is alone on one token.
    number: Option<usize>,
}

fn document(article: &Article) -> String {
    let text = &article.text;
    let layout = Layout::of(text);
    let places = Places::new(text, Unit::Utf16);
    let mut out = "#FORMAT=WebAnno TSV 3.3\n".to_owned();
    for (layer, kind, features) in LAYERS {
        let names: Vec<&str> = features.iter().map(|(n, _)| *n).collect();
        out += &format!("#T_SP={kind}|{}{}\n", names.join("|"), if layer == Layer::Quote { format!("|{SLOT}") } else { String::new() });
    }
    out.push('\n');
    let mut placed: Vec<Placed<'_>> = article
        .standing()
        .filter_map(|annotation| {
            let tokens = layout.tokens_in(annotation.span);
            (!tokens.is_empty()).then(|| Placed { annotation, first: tokens.start, last: tokens.end - 1, number: None })
        })
        .collect();
    placed.sort_by_key(|p| (p.first, p.last, p.annotation.layer));
    let mut number = 0;
    for n in 0..placed.len() {
        let (p, layer) = (&placed[n], placed[n].annotation.layer);
        let stacked = placed.iter().enumerate().any(|(m, o)| m != n && o.annotation.layer == layer && o.first <= p.last && p.first <= o.last);
        if p.first < p.last || stacked {
            number += 1;
            placed[n].number = Some(number);
        }
    }
    // Where each token stands: its sentence and its number there, both from 1.
    let mut address = vec![(0, 0); layout.tokens.len()];
    for (s, sentence) in layout.sentences.iter().enumerate() {
        sentence.tokens.clone().enumerate().for_each(|(n, t)| address[t] = (s + 1, n + 1));
    }
    let mut on: Vec<Vec<usize>> = vec![Vec::new(); layout.tokens.len()];
    placed.iter().enumerate().for_each(|(n, p)| (p.first..=p.last).for_each(|t| on[t].push(n)));
    for sentence in &layout.sentences {
        out.push('\n');
        for line in sentence.span.of(text).split('\n') {
            out += &format!("#Text={}\n", escape_text(line));
        }
        for t in sentence.tokens.clone() {
            let span = layout.tokens[t].span;
            let (begin, end) = places.out(span);
            out += &format!("{}-{}\t{begin}-{end}\t{}\t", address[t].0, address[t].1, escape(span.of(text)));
            for (layer, _, features) in LAYERS {
                let here: Vec<&Placed<'_>> = on[t].iter().map(|n| &placed[*n]).filter(|p| p.annotation.layer == layer).collect();
                let cell = |value: &dyn Fn(&Placed<'_>) -> String| {
                    let values: Vec<String> = here.iter().map(|p| value(p) + &p.number.map_or(String::new(), |n| format!("[{n}]"))).collect();
                    if values.is_empty() { "_\t".to_owned() } else { values.join("|") + "\t" }
                };
                for (_, attribute) in features {
                    out += &cell(&|p| {
                        let value = if attribute.is_empty() { Some(p.annotation.label.as_str()) } else { p.annotation.text_attribute(attribute) };
                        value.filter(|v| !v.is_empty()).map_or("*".to_owned(), escape)
                    });
                }
                if layer == Layer::Quote {
                    let speaker = |p: &Placed<'_>| {
                        let target = article.target(&p.annotation.id, RelationKind::Speaker)?;
                        placed.iter().find(|o| o.annotation.id == target.id && o.annotation.layer == Layer::Speaker)
                    };
                    out += &cell(&|p| if speaker(p).is_some() { "speaker".into() } else { "*".into() });
                    let target = |p: &Placed<'_>| {
                        speaker(p).map_or("*".to_owned(), |s| {
                            let (sentence, token) = address[s.first];
                            format!("{sentence}-{token}{}", s.number.map_or(String::new(), |n| format!("[{n}]")))
                        })
                    };
                    // The number of the host stands after the role alone: that after a target is the target's.
                    let targets: Vec<String> = here.iter().map(|p| target(p)).collect();
                    out += &if targets.is_empty() { "_\t".to_owned() } else { targets.join("|") + "\t" };
                }
            }
            out.push('\n');
        }
    }
    out
}

fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\\' | '[' | ']' | '|' | '_' | ';' | '*' => {
                out.push('\\');
                out.push(c);
            }
            '\t' => out += "\\t",
            '\n' => out += "\\n",
            '\r' => out += "\\r",
            c => out.push(c),
        }
    }
    out.replace("->", "\\->")
}

fn escape_text(line: &str) -> String {
    line.replace('\\', "\\\\").replace('\t', "\\t").replace('\r', "\\r")
}

fn unescape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('t')) => out.push('\t'),
            ('\\', Some('n')) => out.push('\n'),
            ('\\', Some('r')) => out.push('\r'),
            ('\\', Some(other)) => out.push(other),
            (c, _) => out.push(c),
        }
    }
    out
}

/// `cell` cut at `|`, escaped ones left alone; each piece with its number.
fn values(cell: &str) -> Vec<(String, Option<usize>)> {
    let mut pieces = vec![String::new()];
    let mut escaped = false;
    for c in cell.chars() {
        match c {
            '|' if !escaped => pieces.push(String::new()),
            c => pieces.last_mut().into_iter().for_each(|p| p.push(c)),
        }
        escaped = c == '\\' && !escaped;
    }
    let numbered = |piece: String| match piece.strip_suffix(']').and_then(|p| p.rsplit_once('[')).and_then(|(v, n)| Some((v.to_owned(), n.parse().ok()?))) {
        Some((value, number)) => (value, Some(number)),
        None => (piece, None),
    };
    pieces.into_iter().map(numbered).collect()
}

/// The document of a file. White space between sentences is taken from their offsets: line feeds.
pub(super) fn read(source: &str, name: &str) -> Result<Imported, ImportError> {
    let mut layers: Vec<(String, Vec<String>)> = Vec::new();
    let mut text = String::new();
    let mut units = 0;
    let mut sentence = String::new();
    let mut rows: Vec<(String, usize, usize, Vec<String>)> = Vec::new();
    let mut fresh = false;
    for (n, line) in source.lines().enumerate() {
        if let Some(declared) = line.strip_prefix("#T_SP=") {
            let mut names = declared.split('|').map(str::to_owned);
            layers.push((names.next().unwrap_or_default(), names.collect()));
        } else if let Some(words) = line.strip_prefix("#Text=") {
            if fresh {
                sentence.push('\n');
            } else {
                sentence.clear();
            }
            fresh = true;
            sentence += &unescape(words);
        } else if line.starts_with('#') || line.trim().is_empty() {
            continue;
        } else {
            let mut columns = line.split('\t');
            let malformed = || ImportError::Malformed {
                format: "WebAnno TSV",
                place: format!("line {}", n + 1),
                reason: "a row needs an address, offsets and a token".into(),
            };
            let (Some(address), Some(offsets), Some(_)) = (columns.next(), columns.next(), columns.next()) else { return Err(malformed()) };
            let (begin, end) = offsets.split_once('-').ok_or_else(malformed)?;
            let (Ok(begin), Ok(end)) = (begin.parse::<usize>(), end.parse::<usize>()) else { return Err(malformed()) };
            if fresh {
                fresh = false;
                // A token begins where its sentence does, unless white space comes first.
                let lead = sentence.len() - sentence.trim_start().len();
                let from = begin.saturating_sub(sentence[..lead].encode_utf16().count());
                while units < from {
                    text.push('\n');
                    units += 1;
                }
                text += &sentence;
                units += sentence.encode_utf16().count();
            }
            rows.push((address.to_owned(), begin, end, columns.map(str::to_owned).collect()));
        }
    }
    let places = Places::new(&text, Unit::Utf16);
    let mut notes = Notes::default();
    notes.say("The format does not keep the white space between sentences: line feeds stand for it");
    // By layer and number, or by row where there is no number.
    let mut found: BTreeMap<(usize, usize, usize), (Span, Vec<String>)> = BTreeMap::new();
    let mut at_address: BTreeMap<(usize, String), (usize, usize, usize)> = BTreeMap::new();
    for (r, (address, begin, end, cells)) in rows.iter().enumerate() {
        let Some(span) = notes.place(&places, *begin, *end, None) else { continue };
        let mut column = 0;
        for (l, (_, features)) in layers.iter().enumerate() {
            let mine: Vec<Vec<(String, Option<usize>)>> =
                (column..column + features.len()).map(|c| cells.get(c).map_or_else(Vec::new, |c| values(c))).collect();
            column += features.len();
            let Some(first) = mine.first().filter(|f| f.iter().any(|(v, _)| v != "_")) else { continue };
            for (k, (_, number)) in first.iter().enumerate() {
                let key = match number {
                    Some(number) => (l, 0, *number),
                    None => (l, r + 1, k),
                };
                let facts: Vec<String> = mine
                    .iter()
                    .enumerate()
                    .map(|(f, column)| {
                        // A target keeps its own number.
                        let target = features[f].starts_with("webanno.custom.Speaker");
                        column
                            .get(k)
                            .map_or(String::new(), |(v, n)| if target { format!("{v}{}", n.map_or(String::new(), |n| format!("[{n}]"))) } else { v.clone() })
                    })
                    .collect();
                found.entry(key).and_modify(|(s, _)| *s = s.cover(span)).or_insert((span, facts));
                at_address.entry((l, format!("{address}{}", number.map_or(String::new(), |n| format!("[{n}]"))))).or_insert(key);
            }
        }
    }
    let id_of = |key: &(usize, usize, usize)| format!("x{}-{}-{}", key.0, key.1, key.2);
    let mut annotations = Vec::new();
    let mut relations = Vec::new();
    for (key, (span, facts)) in &found {
        let (kind, features) = &layers[key.0];
        let known = LAYERS.iter().find(|(_, k, _)| k == kind);
        let value = |name: &str| {
            features.iter().position(|f| f == name).and_then(|n| facts.get(n)).map(|v| unescape(v)).filter(|v| v != "*" && v != "_" && !v.is_empty())
        };
        let label = match known.map(|k| k.0) {
            Some(Layer::Quote) => Some("QUOTE".to_owned()),
            Some(Layer::Cue) => Some("CUE".to_owned()),
            Some(Layer::Speaker) => Some("SPEAKER".to_owned()),
            Some(Layer::Artifact) => value("code"),
            _ => value("value").or_else(|| features.iter().find_map(|f| value(f))),
        };
        let label = label.unwrap_or_else(|| kind.rsplit('.').next().unwrap_or("MISC").to_owned());
        let mut a = article::annotation(id_of(key), &label, *span);
        if let Some((layer, _, features)) = known {
            a.layer = *layer;
            for (feature, attribute) in features.iter().filter(|(_, a)| !a.is_empty()) {
                if let Some(value) = value(feature) {
                    a.attributes.insert((*attribute).to_owned(), value.into());
                }
            }
        }
        if let Some(target) = features.iter().position(|f| f == "webanno.custom.Speaker").and_then(|n| facts.get(n)) {
            let speakers = layers.iter().position(|(k, _)| k == "webanno.custom.Speaker");
            if let Some(to) = speakers.and_then(|l| at_address.get(&(l, target.clone()))) {
                relations.push(Relation { id: String::new(), kind: RelationKind::Speaker, from: a.id.clone(), to: id_of(to) });
            }
        }
        annotations.push(a);
    }
    Ok(jsonl::finish(name, &text, annotations, relations, notes))
}
