//! Sentence splitting against text that has a sentence a line, joined by spaces. Needs the shared gold files; skips without them.

use std::path::Path;

use galley::text::Layout;

/// Precision and recall of inner sentence ends in `file`, whose texts have one sentence a line. Only ends that show in the text
/// count: those after a stop.
fn score(file: &str) -> Option<(f64, f64)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold/entities").join(file);
    let Ok(content) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return None;
    };
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    for line in content.lines() {
        let document: serde_json::Value = serde_json::from_str(line).expect("gold is JSON");
        let text = document["text"].as_str().expect("gold has text");
        let lines: Vec<&str> = text.split('\n').map(str::trim).filter(|l| !l.is_empty()).collect();
        let joined = lines.join(" ");
        let (mut ends, mut unmarked, mut at) = (Vec::new(), Vec::new(), 0);
        for pair in lines.windows(2) {
            at += pair[0].len();
            let closed = pair[0].trim_end_matches(['"', '”', '’', '\'', ')', ' ', ']']).ends_with(['.', '!', '?', '…']);
            if closed {
                ends.push(at)
            } else {
                unmarked.push(at)
            }
            at += 1;
        }
        let layout = Layout::of(&joined);
        let mut sentences: Vec<usize> = layout.sentences.iter().map(|s| s.span.end()).collect();
        sentences.pop();
        sentences.retain(|e| !unmarked.contains(e));
        wanted += ends.len();
        found += sentences.len();
        right += sentences.iter().filter(|e| ends.contains(e)).count();
        if std::env::var_os("SHOW").is_some() {
            let context = |e: usize| {
                let before = joined[..e].char_indices().rev().nth(40).map_or(0, |(at, _)| at);
                let after = joined[e..].char_indices().nth(30).map_or(joined.len(), |(at, _)| e + at);
                format!("{}¦{}", &joined[before..e], &joined[e..after])
            };
            sentences.iter().filter(|e| !ends.contains(e)).for_each(|e| println!("spurious {}", context(*e)));
            ends.iter().filter(|e| !sentences.contains(e)).for_each(|e| println!("missed   {}", context(*e)));
        }
    }
    let (precision, recall) = (right as f64 / found as f64, right as f64 / wanted as f64);
    println!("{file}: {wanted} ends, precision {precision:.4}, recall {recall:.4}");
    Some((precision, recall))
}

#[test]
fn edited_prose() {
    if let Some((precision, recall)) = score("uner-pud-dev.jsonl") {
        assert!(precision > 0.98 && recall > 0.98);
    }
}

#[test]
fn web_text() {
    if let Some((precision, recall)) = score("uner-ewt-dev.jsonl") {
        assert!(precision > 0.90 && recall > 0.85);
    }
}
