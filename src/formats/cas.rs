//! UIMA CAS, as INCEpTION and dkpro-cassis read it: XMI with its type system, and JSON 0.4. UTF-16 units.
//!
//! Entities are DKPro named entities; the other layers are custom types, with features for what is known of them.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::article::{self, Article, origin_name, origin_of, relation_kind, status_name, status_of};
use super::json::{number, text};
use super::place::{Notes, Places, Unit};
use super::xml::escape;
use super::{File, Imported, json, jsonl, names};
use crate::annotation::{Annotation, Layer, Relation, RelationKind};
use crate::text::Layout;

const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
const ANNOTATION: &str = "uima.tcas.Annotation";
const STRING: &str = "uima.cas.String";

/// The type of a layer.
fn type_of(layer: Layer) -> &'static str {
    match layer {
        Layer::Entity => ENTITY,
        Layer::Quote => "webanno.custom.Quote",
        Layer::Cue => "webanno.custom.Cue",
        Layer::Speaker => "webanno.custom.Speaker",
        Layer::Artifact => "webanno.custom.Artifact",
    }
}

/// Features that hold strings, by layer: their names here, and the attributes they hold.
fn features(layer: Layer) -> &'static [(&'static str, &'static str)] {
    match layer {
        Layer::Entity => &[("identifier", "entity"), ("name", "name"), ("placeKind", "place_kind"), ("normalized", "value")],
        Layer::Quote => &[("kind", "kind"), ("group", "group"), ("reason", "reason"), ("speakerName", "speaker")],
        Layer::Cue => &[],
        Layer::Speaker => &[("resolved", "resolved"), ("sourceType", "source_type"), ("entity", "entity")],
        Layer::Artifact => &[("severity", "severity"), ("message", "message"), ("fix", "fix"), ("tier", "tier")],
    }
}

/// Features that every layer has.
const COMMON: [&str; 6] = ["status", "origin", "rule", "score", "note", "galleyId"];

/// Features of a quotation that hold another annotation, and what they hold.
const LINKS: [(&str, RelationKind, Layer); 3] =
    [("speaker", RelationKind::Speaker, Layer::Speaker), ("cue", RelationKind::Cue, Layer::Cue), ("addressee", RelationKind::Addressee, Layer::Speaker)];

/// What stands in a feature.
enum Feature {
    Text(&'static str, String),
    Link(&'static str, usize),
}

/// One feature structure with a place.
struct Structure {
    id: usize,
    kind: &'static str,
    begin: usize,
    end: usize,
    features: Vec<Feature>,
}

/// The structures of an article: sentences, tokens, annotations. Number 1 is the text, 2 the document.
fn structures(article: &Article) -> Vec<Structure> {
    let places = Places::new(&article.text, Unit::Utf16);
    let layout = Layout::of(&article.text);
    let mut all = Vec::new();
    let mut add = |kind, span, features| {
        let (begin, end) = places.out(span);
        all.push(Structure { id: all.len() + 3, kind, begin, end, features });
    };
    layout.sentences.iter().for_each(|s| add(SENTENCE, s.span, Vec::new()));
    layout.tokens.iter().for_each(|t| add(TOKEN, t.span, Vec::new()));
    let first = layout.sentences.len() + layout.tokens.len() + 3;
    let number: BTreeMap<&str, usize> = article.annotations.iter().enumerate().map(|(n, a)| (a.id.as_str(), first + n)).collect();
    for a in &article.annotations {
        let mut facts = vec![Feature::Text(if a.layer == Layer::Entity { "value" } else { "label" }, a.label.clone())];
        for (feature, attribute) in features(a.layer) {
            facts.extend(a.text_attribute(attribute).map(|v| Feature::Text(feature, v.to_owned())));
        }
        facts.push(Feature::Text("status", status_name(a.status).into()));
        facts.push(Feature::Text("origin", origin_name(a.origin).into()));
        facts.push(Feature::Text("rule", a.rule.clone()));
        facts.push(Feature::Text("score", format!("{:.3}", a.score)));
        facts.extend(a.text_attribute("note").map(|n| Feature::Text("note", n.to_owned())));
        facts.push(Feature::Text("galleyId", a.id.clone()));
        for (feature, kind, layer) in LINKS.iter().filter(|_| a.layer == Layer::Quote) {
            let target = article.target(&a.id, *kind).filter(|t| t.layer == *layer);
            facts.extend(target.and_then(|t| number.get(t.id.as_str())).map(|n| Feature::Link(feature, *n)));
        }
        add(type_of(a.layer), a.span, facts);
    }
    all
}

/// The features that a type declares: name and range.
fn declared(kind: &str) -> Vec<(&'static str, &'static str)> {
    let Some(layer) = Layer::ALL.into_iter().find(|l| type_of(*l) == kind) else { return Vec::new() };
    let mut all = vec![(if layer == Layer::Entity { "value" } else { "label" }, STRING)];
    all.extend(features(layer).iter().map(|(name, _)| (*name, STRING)));
    all.extend(COMMON.iter().map(|name| (*name, STRING)));
    if layer == Layer::Quote {
        all.extend(LINKS.iter().map(|(name, _, layer)| (*name, type_of(*layer))));
    }
    all
}

fn types() -> Vec<&'static str> {
    [SENTENCE, TOKEN].into_iter().chain(Layer::ALL.into_iter().map(type_of)).collect()
}

pub(super) fn write_xmi(articles: &[Article]) -> Vec<File> {
    let mut files = vec![File::text("TypeSystem.xml", type_system())];
    files.extend(articles.iter().zip(names(articles)).map(|(a, name)| File::text(format!("{name}.xmi"), xmi(a))));
    files
}

fn type_system() -> String {
    let mut out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n  <types>\n".to_owned();
    for kind in types() {
        out += &format!("    <typeDescription>\n      <name>{kind}</name>\n      <supertypeName>{ANNOTATION}</supertypeName>\n      <features>\n");
        for (name, range) in declared(kind) {
            out += &format!("        <featureDescription><name>{name}</name><rangeTypeName>{range}</rangeTypeName></featureDescription>\n");
        }
        out += "      </features>\n    </typeDescription>\n";
    }
    out + "  </types>\n</typeSystemDescription>\n"
}

/// The prefix of a type's package, and its name.
fn prefixed(kind: &str) -> String {
    let name = kind.rsplit('.').next().unwrap_or(kind);
    let prefix = match kind {
        SENTENCE | TOKEN => "seg",
        ENTITY => "ner",
        _ => "custom",
    };
    format!("{prefix}:{name}")
}

fn xmi(article: &Article) -> String {
    let length = Places::new(&article.text, Unit::Utf16).offset(article.text.len());
    let all = structures(article);
    let mut out = concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" xmlns:tcas=\"http:///uima/tcas.ecore\"",
        " xmlns:ner=\"http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore\"",
        " xmlns:seg=\"http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore\"",
        " xmlns:custom=\"http:///webanno/custom.ecore\" xmi:version=\"2.0\">\n  <cas:NULL xmi:id=\"0\"/>\n"
    )
    .to_owned();
    out += &format!("  <tcas:DocumentAnnotation xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"{length}\" language=\"{}\"/>\n", escape(&article.lang));
    for s in &all {
        out += &format!("  <{} xmi:id=\"{}\" sofa=\"1\" begin=\"{}\" end=\"{}\"", prefixed(s.kind), s.id, s.begin, s.end);
        for feature in &s.features {
            out += &match feature {
                Feature::Text(name, value) => format!(" {name}=\"{}\"", escape(value)),
                Feature::Link(name, value) => format!(" {name}=\"{value}\""),
            };
        }
        out += "/>\n";
    }
    out += &format!("  <cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" sofaString=\"{}\"/>\n", escape(&article.text));
    let members: Vec<String> = [2].into_iter().chain(all.iter().map(|s| s.id)).map(|id| id.to_string()).collect();
    out + &format!("  <cas:View sofa=\"1\" members=\"{}\"/>\n</xmi:XMI>\n", members.join(" "))
}

pub(super) fn write_json(articles: &[Article]) -> Vec<File> {
    articles.iter().zip(names(articles)).map(|(a, name)| File::text(format!("{name}.cas.json"), json::pretty(&cas(a)))).collect()
}

fn cas(article: &Article) -> Value {
    let length = Places::new(&article.text, Unit::Utf16).offset(article.text.len());
    let mut declarations = Map::new();
    for kind in types() {
        let mut declaration = Map::new();
        declaration.insert("%NAME".into(), kind.into());
        declaration.insert("%SUPER_TYPE".into(), ANNOTATION.into());
        for (name, range) in declared(kind) {
            declaration.insert(name.into(), json!({"%NAME": name, "%RANGE": range}));
        }
        declarations.insert(kind.into(), declaration.into());
    }
    let mut all = vec![
        json!({"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text", "sofaString": article.text}),
        json!({"%ID": 2, "%TYPE": "uima.tcas.DocumentAnnotation", "@sofa": 1, "begin": 0, "end": length, "language": article.lang}),
    ];
    let mut members = vec![2];
    for s in structures(article) {
        let mut structure = Map::new();
        structure.insert("%ID".into(), s.id.into());
        structure.insert("%TYPE".into(), s.kind.into());
        structure.insert("@sofa".into(), 1.into());
        structure.insert("begin".into(), s.begin.into());
        structure.insert("end".into(), s.end.into());
        for feature in s.features {
            match feature {
                Feature::Text(name, value) => structure.insert(name.into(), value.into()),
                Feature::Link(name, value) => structure.insert(format!("@{name}"), value.into()),
            };
        }
        members.push(s.id);
        all.push(structure.into());
    }
    json!({"%TYPES": declarations, "%FEATURE_STRUCTURES": all, "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}}})
}

/// The document of a CAS JSON; none where `value` is something else.
pub(super) fn read_json(value: &Value, n: usize) -> Option<Imported> {
    let all: Vec<Value> = match value.get("%FEATURE_STRUCTURES")? {
        Value::Array(all) => all.clone(),
        // Older files have an object by id.
        Value::Object(all) => all
            .iter()
            .map(|(id, s)| {
                let mut s = s.clone();
                s["%ID"] = id.parse::<u64>().unwrap_or(0).into();
                s
            })
            .collect(),
        _ => return None,
    };
    let words = all.iter().find(|s| text(s, "%TYPE") == Some("uima.cas.Sofa")).and_then(|s| text(s, "sofaString"))?.to_owned();
    Some(read(&words, &all, &format!("document-{}", n + 1)))
}

/// The document of an XMI file.
pub(super) fn read_xmi(source: &str, name: &str) -> Result<Imported, super::ImportError> {
    let document = roxmltree::Document::parse(source).map_err(|e| super::ImportError::malformed("XMI", &e))?;
    let mut words = String::new();
    let mut all = Vec::new();
    for node in document.root_element().children().filter(roxmltree::Node::is_element) {
        if node.tag_name().name() == "Sofa" {
            words = node.attribute("sofaString").unwrap_or("").to_owned();
            continue;
        }
        // "http:///webanno/custom.ecore" is the package webanno.custom.
        let package = node.tag_name().namespace().unwrap_or("").trim_start_matches("http:///").trim_end_matches(".ecore").replace('/', ".");
        let mut structure = Map::new();
        structure.insert("%TYPE".into(), format!("{package}.{}", node.tag_name().name()).into());
        for attribute in node.attributes() {
            let value = attribute.value();
            let link = LINKS.iter().any(|(name, ..)| *name == attribute.name());
            let (key, value): (String, Value) = match (attribute.name(), value.parse::<u64>()) {
                ("id", Ok(n)) if attribute.namespace().is_some() => ("%ID".into(), n.into()),
                ("begin" | "end", Ok(n)) => (attribute.name().into(), n.into()),
                (name, Ok(n)) if link => (format!("@{name}"), n.into()),
                (name, _) => (name.into(), value.into()),
            };
            structure.insert(key, value);
        }
        all.push(structure.into());
    }
    Ok(read(&words, &all, name))
}

fn read(words: &str, all: &[Value], name: &str) -> Imported {
    let places = Places::new(words, Unit::Utf16);
    let mut notes = Notes::default();
    let mut annotations: Vec<Annotation> = Vec::new();
    let mut relations: Vec<Relation> = Vec::new();
    let name_of = |s: &Value| text(s, "galleyId").map_or_else(|| format!("x{}", number(s, "%ID").unwrap_or(0)), str::to_owned);
    let names: BTreeMap<usize, String> = all.iter().filter_map(|s| Some((number(s, "%ID")?, name_of(s)))).collect();
    for s in all {
        let (Some(kind), Some(begin), Some(end)) = (text(s, "%TYPE"), number(s, "begin"), number(s, "end")) else { continue };
        let custom = kind.starts_with("webanno.custom.");
        if kind != ENTITY && !custom {
            continue;
        }
        let Some(span) = notes.place(&places, begin, end, None) else { continue };
        let short = kind.rsplit('.').next().unwrap_or(kind);
        let label = text(s, "label").or_else(|| text(s, "value")).unwrap_or(short);
        let label = if custom && text(s, "label").is_none() && matches!(short, "Quote" | "Cue" | "Speaker") { short.to_uppercase() } else { label.to_owned() };
        let mut a = article::annotation(name_of(s), &label, span);
        if let Some(layer) = Layer::ALL.into_iter().find(|l| type_of(*l) == kind) {
            a.layer = layer;
        }
        for (feature, attribute) in features(a.layer) {
            if let Some(value) = text(s, feature) {
                a.attributes.insert((*attribute).to_owned(), value.into());
            }
        }
        if let Some(note) = text(s, "note") {
            a.attributes.insert("note".into(), note.into());
        }
        a.status = text(s, "status").and_then(status_of).unwrap_or(a.status);
        a.origin = text(s, "origin").and_then(origin_of).unwrap_or(a.origin);
        a.rule = text(s, "rule").unwrap_or("").to_owned();
        a.score = text(s, "score").and_then(|v| v.parse().ok()).unwrap_or(a.score);
        for (feature, ..) in LINKS {
            let target = number(s, &format!("@{feature}")).and_then(|n| names.get(&n));
            if let (Some(to), Some(kind)) = (target, relation_kind(feature)) {
                relations.push(Relation { id: String::new(), kind, from: a.id.clone(), to: to.clone() });
            }
        }
        annotations.push(a);
    }
    jsonl::finish(name, words, annotations, relations, notes)
}
