//! What a screen reader hears of an annotation.

use crate::annotation::{Annotation, Layer, Status, Workspace};
pub(super) use crate::app::describe::thousands;
use crate::app::groups::label_name;

/// "Direct quotation by Lena Ortiz, suggested: I did not resign."
pub(super) fn spoken(desk: &Workspace, id: &str) -> Option<String> {
    let annotation = desk.annotation(id)?;
    let by = match annotation.layer {
        Layer::Quote => format!(" by {}", desk.speaker_name(id).unwrap_or("nobody named")),
        _ => String::new(),
    };
    Some(format!("{}{by}, {}: {}", label_name(annotation), status(annotation), excerpt(annotation.span.of(desk.text()), 80)))
}

/// "Person Lena Ortiz, suggested"; "Doubled word: has repair".
pub(super) fn tooltip(annotation: &Annotation) -> String {
    let name = annotation.text_attribute("name").map(|n| format!(" {n}")).unwrap_or_default();
    match annotation.layer {
        Layer::Artifact => match annotation.text_attribute("message") {
            Some(message) => format!("{}: {message}", label_name(annotation)),
            None => label_name(annotation).into_owned(),
        },
        _ => format!("{}{name}, {}", label_name(annotation), status(annotation)),
    }
}

/// "suggested"
pub(super) fn status(annotation: &Annotation) -> &'static str {
    match annotation.status {
        Status::Suggested => "suggested",
        Status::Accepted => "accepted",
        Status::Rejected => "rejected",
    }
}

/// The first words of `text`, at most `most` characters.
pub(super) fn excerpt(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// "1 word", "2 words"
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(n), if n == 1 { one } else { many })
}
