//! How gestures are named in the history.

use super::{Edits, Status};

/// Letters of a text that a name shows.
const SHOWN: usize = 32;

/// `text` in quotation marks, cut where it is long.
pub(super) fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("“{}…”", line[..at].trim_end()),
        None => format!("“{line}”"),
    }
}

/// "n things", or the one by name.
pub(super) fn counted(texts: &[&str], things: &str) -> String {
    match texts {
        [one] => quoted(one),
        many => format!("{} {things}", many.len()),
    }
}

/// A label as people say it: "person". One of a person's own, or of another tool's, in small letters, its underscores as spaces.
pub(super) fn label(label: &str) -> String {
    match label {
        "ORG" => "organisation".into(),
        "LOC" => "place".into(),
        "NORP" => "nationality or group".into(),
        "MISC" => "other".into(),
        "QUOTE" => "quotation".into(),
        "PERCENT" => "percentage".into(),
        other => other.rsplit('.').next().unwrap_or(other).replace('_', " ").to_lowercase(),
    }
}

/// A change of the text.
pub(super) fn edits(edits: &Edits) -> String {
    match edits.as_slice() {
        [] => String::new(),
        [one] if one.delete.is_empty() => format!("Insert {}", quoted(&one.insert)),
        [one] if one.insert.is_empty() => format!("Delete {}", quoted(&one.delete)),
        [one] => format!("Change {} to {}", quoted(&one.delete), quoted(&one.insert)),
        many => format!("Change the text in {} places", many.len()),
    }
}

/// A decision.
pub(super) fn decision(status: Status) -> &'static str {
    match status {
        Status::Suggested => "Reopen",
        Status::Accepted => "Accept",
        Status::Rejected => "Reject",
    }
}
