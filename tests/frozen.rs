//! What the engine says is frozen: a digest of the names, the quotations, the damage and the repaired text of every sample, and of
//! every article and gold text that is kept outside the project, against the recorded one (`tests/frozen/digests.tsv`).
//!
//! A change that is meant to keep behaviour keeps every digest. One that mends a fault records the new ones, in a commit that names
//! the fault:
//!
//! ```sh
//! RECORD=1 cargo test --test frozen
//! ```
//!
//! Texts of `../shared` are left out where that folder is absent.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use galley::annotation::{Annotation, Layer};
use galley::formats::native::NativeDocument;
use galley::text::{Document, View};
use galley::{Layers, Models, analyse};

/// What a row records of a text, in order of its columns.
const COLUMNS: [&str; 4] = ["names", "quotations", "damage", "repaired"];

/// One text and where it comes from.
struct Text {
    /// The file, from the folder that holds it.
    source: String,
    id: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn recorded() -> PathBuf {
    root().join("tests/frozen/digests.tsv")
}

/// Files under `folder`, in order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { all.append(&mut files(&path)) } else { all.push(path) }
    }
    all.sort();
    all
}

/// The texts of one file: itself where it is `.txt`, those of its lines where it is `.jsonl`.
fn texts_of(path: &Path, base: &Path) -> Vec<Text> {
    let source = path.strip_prefix(base).expect("a file of the folder").to_string_lossy().replace('\\', "/");
    let Ok(content) = std::fs::read_to_string(path) else { return Vec::new() };
    match path.extension().and_then(|e| e.to_str()) {
        Some("txt") => vec![Text { source, id: "-".to_owned(), text: content }],
        Some("jsonl") => content.lines().enumerate().filter_map(|(n, line)| text_of_line(&source, n, line)).collect(),
        _ => Vec::new(),
    }
}

fn text_of_line(source: &str, n: usize, line: &str) -> Option<Text> {
    let value: serde_json::Value = serde_json::from_str(line).ok()?;
    let text = value.get("text")?.as_str()?.to_owned();
    let id = value.get("id").and_then(|id| id.as_str()).map_or_else(|| (n + 1).to_string(), str::to_owned);
    Some(Text { source: source.to_owned(), id, text })
}

fn all_texts() -> Vec<Text> {
    let shared = root().join("../shared");
    let mut texts: Vec<Text> = files(&root().join("samples")).iter().flat_map(|f| texts_of(f, root())).collect();
    for folder in ["articles", "gold"] {
        texts.extend(files(&shared.join(folder)).iter().flat_map(|f| texts_of(f, &shared)));
    }
    texts
}

/// The digests of what is found in `text`, in order of [`COLUMNS`].
fn digests(text: &str, models: &Models) -> [String; 4] {
    let analysis = analyse(text, models, Layers::ALL);
    let of_layers = |layers: &[Layer]| -> Vec<Annotation> { analysis.annotations.iter().filter(|a| layers.contains(&a.layer)).cloned().collect() };
    let written = |layers: &[Layer], relations| {
        let document = NativeDocument::new("", text, &of_layers(layers), relations);
        serde_json::to_string(&document).expect("annotations can be written")
    };
    let certain = analysis.annotations.iter().filter(|a| a.attributes.get("certain") == Some(&true.into()));
    let edits = certain.flat_map(|a| a.edits.iter().cloned()).collect();
    let document = Document::new(text);
    let all = [
        written(&[Layer::Entity], &[]),
        written(&[Layer::Quote, Layer::Cue, Layer::Speaker], &analysis.relations),
        written(&[Layer::Artifact], &[]),
        View::through(&document, edits).text().to_owned(),
    ];
    all.map(|part| format!("{:08x}", galley::tagger::hash::bytes(part.as_bytes()) >> 32))
}

/// The rows of `texts`: the source and the id with the digests, computed on every processor.
fn rows(texts: &[Text]) -> BTreeMap<(String, String), [String; 4]> {
    let (models, next, rows) = (Models::shipped(|name, error| panic!("{name}: {error}")), AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let row = digests(&text.text, &models);
                    rows.lock().expect("no thread panicked").insert((text.source.clone(), text.id.clone()), row);
                }
            });
        }
    });
    rows.into_inner().expect("no thread panicked")
}

#[test]
fn the_engine_says_what_it_said() {
    let texts = all_texts();
    let rows = rows(&texts);
    if std::env::var_os("RECORD").is_some() {
        let lines = rows.iter().map(|((source, id), row)| format!("{source}\t{id}\t{}\n", row.join("\t")));
        std::fs::write(recorded(), format!("# source\tid\t{}\n{}", COLUMNS.join("\t"), lines.collect::<String>())).expect("the record can be written");
        return;
    }
    let record = std::fs::read_to_string(recorded()).expect("tests/frozen/digests.tsv");
    let mut before: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for line in record.lines().filter(|l| !l.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [source, id, digests @ ..] = cells.as_slice() else { panic!("a row of the record has too few cells: {line}") };
        before.insert((source, id), digests.to_vec());
    }
    let mut changed = Vec::new();
    for ((source, id), row) in &rows {
        let Some(was) = before.get(&(source.as_str(), id.as_str())) else {
            changed.push(format!("{source} {id}: not recorded"));
            continue;
        };
        let columns: Vec<&str> = COLUMNS.iter().zip(row).zip(was).filter(|((_, now), was)| now.as_str() != **was).map(|((column, _), _)| *column).collect();
        if !columns.is_empty() {
            changed.push(format!("{source} {id}: {}", columns.join(", ")));
        }
    }
    assert!(changed.is_empty(), "{} of {} texts read otherwise than recorded:\n{}", changed.len(), rows.len(), changed[..changed.len().min(60)].join("\n"));
    if rows.len() < before.len() {
        eprintln!("skipped: {} recorded texts are not here", before.len() - rows.len());
    }
}
