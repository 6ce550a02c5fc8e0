//! XMI and CAS JSON are written.

use serde_json::{Map, Value, json};

use super::super::article::{Article, origin_name, status_name};
use super::super::file::{File, names};
use super::super::json;
use super::super::links::Links;
use super::super::place::{Places, Unit};
use super::super::xml::Writer;
use super::types::{ANNOTATION, COMMON, ENTITY, SENTENCE, SLOTS, STRING, TOKEN, features, type_of};
use crate::annotation::{Annotation, Layer};
use crate::text::Layout;

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
    let links = Links::of(article);
    let first = layout.sentences.len() + layout.tokens.len() + 3;
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
        facts.extend(other_attributes(a).map(|json| Feature::Text("attributes", json)));
        for (feature, kind, layer) in SLOTS.iter().filter(|_| a.layer == Layer::Quote) {
            let target = links.targets(&a.id, *kind).find(|t| t.layer == *layer);
            facts.extend(target.and_then(|t| links.number(&t.id)).map(|n| Feature::Link(feature, first + n)));
        }
        add(type_of(a.layer), a.span, facts);
    }
    all
}

/// The attributes of `a` that are in no feature of their own, as JSON; none where there are none.
fn other_attributes(a: &Annotation) -> Option<String> {
    let held = |name: &str| a.text_attribute(name).is_some() && (name == "note" || features(a.layer).iter().any(|(_, held)| *held == name));
    let mut others = a.attributes.clone();
    others.retain(|name, _| !held(name));
    if others.is_empty() { None } else { serde_json::to_string(&others).ok() }
}

/// The features that a type declares: name and range.
fn declared(kind: &str) -> Vec<(&'static str, &'static str)> {
    let Some(layer) = Layer::ALL.into_iter().find(|l| type_of(*l) == kind) else { return Vec::new() };
    let mut all = vec![(if layer == Layer::Entity { "value" } else { "label" }, STRING)];
    all.extend(features(layer).iter().map(|(name, _)| (*name, STRING)));
    all.extend(COMMON.iter().map(|name| (*name, STRING)));
    if layer == Layer::Quote {
        all.extend(SLOTS.iter().map(|(name, _, layer)| (*name, type_of(*layer))));
    }
    all
}

fn types() -> Vec<&'static str> {
    [SENTENCE, TOKEN].into_iter().chain(Layer::ALL.into_iter().map(type_of)).collect()
}

pub(in super::super) fn write_xmi(articles: &[Article]) -> Vec<File> {
    let mut files = vec![File::text("TypeSystem.xml", type_system())];
    files.extend(articles.iter().zip(names(articles)).map(|(a, name)| File::text(format!("{name}.xmi"), xmi(a))));
    files
}

fn type_system() -> String {
    let mut out = Writer::document();
    out.open("typeSystemDescription").attribute("xmlns", "http://uima.apache.org/resourceSpecifier");
    out.line().open("types");
    for kind in types() {
        out.line().open("typeDescription");
        out.leaf("name", kind).leaf("supertypeName", ANNOTATION);
        out.line().open("features");
        for (name, range) in declared(kind) {
            out.line().open("featureDescription");
            out.leaf("name", name).leaf("rangeTypeName", range).close_on_line();
        }
        out.close_on_line().close_on_line();
    }
    out.finish()
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

/// The namespaces of an XMI file.
const NAMESPACES: [(&str, &str); 6] = [
    ("xmlns:xmi", "http://www.omg.org/XMI"),
    ("xmlns:cas", "http:///uima/cas.ecore"),
    ("xmlns:tcas", "http:///uima/tcas.ecore"),
    ("xmlns:ner", "http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"),
    ("xmlns:seg", "http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"),
    ("xmlns:custom", "http:///webanno/custom.ecore"),
];

fn xmi(article: &Article) -> String {
    let length = Places::new(&article.text, Unit::Utf16).offset(article.text.len());
    let all = structures(article);
    let mut out = Writer::document();
    out.open("xmi:XMI");
    for (name, value) in NAMESPACES {
        out.attribute(name, value);
    }
    out.attribute("xmi:version", "2.0");
    out.line().open("cas:NULL").attribute("xmi:id", "0").close();
    out.line().open("tcas:DocumentAnnotation").attribute("xmi:id", "2").attribute("sofa", "1").attribute("begin", "0");
    out.attribute("end", &length.to_string()).attribute("language", &article.lang).close();
    for s in &all {
        out.line().open(&prefixed(s.kind)).attribute("xmi:id", &s.id.to_string()).attribute("sofa", "1");
        out.attribute("begin", &s.begin.to_string()).attribute("end", &s.end.to_string());
        for feature in &s.features {
            match feature {
                Feature::Text(name, value) => out.attribute(name, value),
                Feature::Link(name, value) => out.attribute(name, &value.to_string()),
            };
        }
        out.close();
    }
    out.line().open("cas:Sofa").attribute("xmi:id", "1").attribute("sofaNum", "1").attribute("sofaID", "_InitialView");
    out.attribute("mimeType", "text").attribute("sofaString", &article.text).close();
    let members: Vec<String> = [2].into_iter().chain(all.iter().map(|s| s.id)).map(|id| id.to_string()).collect();
    out.line().open("cas:View").attribute("sofa", "1").attribute("members", &members.join(" ")).close();
    out.finish()
}

pub(in super::super) fn write_json(article: &Article) -> String {
    json::pretty(&cas(article))
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
