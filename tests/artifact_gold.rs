//! The artifact detectors against gold that is kept outside the project, in `../shared/gold/artifacts`. Skipped where it is absent.

use std::path::{Path, PathBuf};

use galley::annotation::{Annotation, Layer};
use galley::text::{Document, Replacement, View};
use galley::{Layers, Models, analyse};
use serde::Deserialize;

fn gold(name: &str) -> Option<String> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold/artifacts").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("skipped: {} is not here", path.display());
    }
    text
}

fn artifacts(text: &str) -> Vec<Annotation> {
    let analysis = analyse(text, &Models::default(), Layers { entity: false, quote: false, artifact: true });
    analysis.annotations.into_iter().filter(|a| a.layer == Layer::Artifact).collect()
}

fn apply<'a>(text: &str, annotations: impl IntoIterator<Item = &'a Annotation>) -> String {
    let edits: Vec<Replacement> = annotations.into_iter().flat_map(|a| a.edits.iter().cloned()).collect();
    let document = Document::new(text);
    View::through(&document, edits).text().to_owned()
}

#[derive(Deserialize)]
struct Positive {
    category: String,
    text: String,
    start: usize,
    end: usize,
    fix: Option<String>,
}

/// Categories that need a dictionary, a model or the coreference detectors, which this test runs without.
fn needs_more(category: &str) -> bool {
    category.starts_with("coref.") || matches!(category, "word.typo" | "word.ocr" | "space.split_word")
}

#[test]
fn positives() {
    let Some(lines) = gold("positives.jsonl") else { return };
    let (mut found, mut typed, mut fixed, mut total) = (0, 0, 0, 0);
    let mut missed = Vec::new();
    for line in lines.lines() {
        let case: Positive = serde_json::from_str(line).unwrap();
        let text = &case.text;
        let offsets: Vec<usize> = text.char_indices().map(|(n, _)| n).chain([text.len()]).collect();
        let (start, end) = (offsets[case.start], offsets[case.end]);
        let all = artifacts(text);
        let here: Vec<&Annotation> =
            all.iter().filter(|a| a.pieces().iter().any(|p| p.start() < end.max(start + 1) && start < p.end().max(p.start() + 1))).collect();
        let same: Vec<&&Annotation> = here.iter().filter(|a| a.label == case.category || a.label == format!("{}_document", case.category)).collect();
        let want = case.fix.as_ref().map(|fix| format!("{}{fix}{}", &text[..start], &text[end..]));
        let right = match &want {
            None => !here.is_empty(),
            Some(want) => {
                here.iter().any(|a| apply(text, [*a]) == *want || a.edits.iter().any(|e| e.span.range() == (start..end) && Some(&e.text) == case.fix.as_ref()))
                    || apply(text, &all) == *want
            }
        };
        total += 1;
        found += usize::from(!here.is_empty());
        typed += usize::from(!same.is_empty());
        fixed += usize::from(right);
        if (here.is_empty() || !right) && !needs_more(&case.category) {
            missed.push(format!("{} {text:?}: {:?}", case.category, all.iter().map(|a| (&a.label, a.span, &a.edits)).collect::<Vec<_>>()));
        } else if same.is_empty() && !needs_more(&case.category) {
            eprintln!("other label: {} {text:?}: {:?}", case.category, all.iter().map(|a| &a.label).collect::<Vec<_>>());
        }
    }
    eprintln!("positives: found {found} of {total}, right fix {fixed}, same label {typed}");
    assert!(missed.is_empty(), "{missed:#?}");
}

#[derive(Deserialize)]
struct Trap {
    must_not_fire: String,
    text: String,
}

#[test]
fn traps() {
    let Some(lines) = gold("traps.jsonl") else { return };
    let mut fired = Vec::new();
    for line in lines.lines() {
        let trap: Trap = serde_json::from_str(line).unwrap();
        for a in artifacts(&trap.text) {
            if a.label == trap.must_not_fire || a.label.strip_suffix("_document") == Some(&trap.must_not_fire) {
                fired.push(format!("{} {:?}: {:?}", a.label, trap.text, a.span.of(&trap.text)));
            } else {
                eprintln!("on {} {:?}: {} {:?}", trap.must_not_fire, trap.text, a.label, a.span.of(&trap.text));
            }
        }
    }
    assert!(fired.is_empty(), "{fired:#?}");
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Mojibake {
    label: String,
    original: String,
    fixed: String,
    fixed_encoding: Option<String>,
    expect: String,
}

fn uncurl(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '‘' | '’' | 'ʼ' => '\'',
            '“' | '”' => '"',
            c => c,
        })
        .collect()
}

/// The external mojibake suite. Its known failures are not asked for.
#[test]
fn mojibake() {
    let (mut passed, mut total) = (0, 0);
    let mut failed = Vec::new();
    for file in ["negative", "in-the-wild", "synthetic", "language-names", "known-failures"] {
        let Some(json) = gold(&format!("ftfy/{file}.json")) else { return };
        for case in serde_json::from_str::<Vec<Mojibake>>(&json).unwrap() {
            let all = artifacts(&case.original);
            let enc = apply(&case.original, all.iter().filter(|a| a.label.starts_with("enc.")));
            let wanted = case.fixed_encoding.as_ref().unwrap_or(&case.fixed);
            let ok = enc == *wanted || enc == case.fixed || uncurl(&enc) == uncurl(&case.fixed);
            total += 1;
            passed += usize::from(ok);
            if !ok && case.expect == "pass" {
                failed.push(format!("{file} {}\n  original {:?}\n  wanted   {wanted:?}\n  got      {enc:?}", case.label, case.original));
            }
            if file == "negative" {
                for a in all.iter().filter(|a| !a.label.starts_with("struct") && a.attributes.get("severity").and_then(|s| s.as_str()) != Some("info")) {
                    eprintln!("on a negative: {} {:?} {:?}", a.label, a.span.of(&case.original), case.original);
                }
            }
        }
    }
    eprintln!("mojibake: {passed} of {total}");
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
