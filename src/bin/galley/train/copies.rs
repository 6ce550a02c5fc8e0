//! Copies of documents that show the recogniser what the corpora have too little of: careless capitals and headlines.

use super::corpora::Annotated;

/// Copies of some documents as careless text has them: all small, all capitals, a capital on every word. Offsets stay as they are.
pub(crate) fn careless(documents: &[Annotated]) -> Vec<Annotated> {
    let mut copies = Vec::new();
    for (n, document) in documents.iter().enumerate() {
        let change: Option<fn(&str) -> String> = match n % 16 {
            3 => Some(|t| t.to_ascii_lowercase()),
            9 => Some(|t| t.to_ascii_uppercase()),
            _ => None,
        };
        if let Some(change) = change {
            copies.push(Annotated { id: format!("{}/careless", document.id), text: change(&document.text), spans: document.spans.clone() });
        }
        if n % 4 == 1 {
            copies.push(headline(document));
        }
    }
    copies
}

/// The first sentences of a document with a capital on every longer word, as in headlines.
fn headline(document: &Annotated) -> Annotated {
    let lines = document.text.match_indices('\n').nth(3).map_or(document.text.len(), |(at, _)| at);
    let mut text = document.text[..lines].to_owned().into_bytes();
    let small = ["a", "an", "and", "as", "at", "but", "by", "for", "in", "of", "on", "or", "the", "to", "with"];
    let mut start = 0;
    for at in 0..=text.len() {
        if at == text.len() || !text[at].is_ascii_alphabetic() {
            let word = std::str::from_utf8(&text[start..at]).unwrap_or_default();
            let glued = start > 0 && (text[start - 1] == b'\'' || text[start - 1] >= 0x80);
            if at > start && !small.contains(&word) && !glued {
                text[start].make_ascii_uppercase();
            }
            start = at + 1;
        }
    }
    let spans = document.spans.iter().filter(|s| s.1 <= lines).copied().collect();
    Annotated { id: format!("{}/headline", document.id), text: String::from_utf8(text).unwrap_or_default(), spans }
}
