//! Formats there and back, and files of others.

mod any_bytes;
mod examples;
mod foreign;
mod round_trip;
mod wild;

use proptest::prelude::*;

use super::*;
use crate::annotation::{Layer, Relation, RelationKind};
use crate::text::Span;

/// `cases`, or as many as the environment asks for. A failing case is printed, not filed: the cause gets a test of its own.
fn config(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(cases), failure_persistence: None, ..ProptestConfig::default() }
}

fn back(format: &str, article: &Article) -> Article {
    let format = Format::named(format).unwrap();
    let file = format.write(std::slice::from_ref(article));
    let mut read = import("whatever.bin", &file.bytes).unwrap_or_else(|e| panic!("{}: {e}\n{}", format.name, String::from_utf8_lossy(&file.bytes)));
    assert_eq!((read.articles.len(), read.refused.len()), (1, 0), "{}", format.name);
    let imported = read.articles.remove(0);
    assert!(imported.notes.iter().all(|n| n.contains("white space") || n.contains("one space")), "{}: {:?}", format.name, imported.notes);
    imported.article
}

/// The made-up sentence whose offsets differ in every unit.
fn sample() -> Article {
    let text = "“Port Avelle 🚢 reopens Monday,” Mayor Lena Ortiz told The Tidewater Post.";
    let mut sample = Article::of_text("d1", text);
    for (id, layer, label, words) in [
        ("q1", Layer::Quote, "QUOTE", "“Port Avelle 🚢 reopens Monday,”"),
        ("e1", Layer::Entity, "LOC", "Port Avelle"),
        ("e2", Layer::Entity, "DATE", "Monday"),
        ("s1", Layer::Speaker, "SPEAKER", "Lena Ortiz"),
        ("e3", Layer::Entity, "PERSON", "Lena Ortiz"),
        ("c1", Layer::Cue, "CUE", "told"),
        ("e4", Layer::Entity, "ORG", "The Tidewater Post"),
    ] {
        let at = text.find(words).unwrap();
        let mut a = super::article::annotation(id.into(), label, Span::new(at, at + words.len()));
        a.layer = layer;
        sample.annotations.push(a);
    }
    sample.relations = vec![
        Relation { id: "r1".into(), kind: RelationKind::Speaker, from: "q1".into(), to: "s1".into() },
        Relation { id: "r2".into(), kind: RelationKind::Cue, from: "q1".into(), to: "c1".into() },
    ];
    sample
}

fn written(name: &str) -> String {
    let files = Format::named(name).unwrap().files(&[sample()]);
    files.iter().map(|f| String::from_utf8_lossy(&f.bytes).into_owned()).collect::<Vec<_>>().join("\n")
}
