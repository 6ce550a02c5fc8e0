//! What may stand in XML, and what stands for what may not.

/// `text` for an attribute or an element: marks escaped. A character that XML 1.0 cannot hold becomes U+FFFD, which is as long
/// in every unit but bytes, so that offsets hold.
pub(in super::super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A reader turns these into spaces or line feeds unless they are written as numbers.
            '\r' => out.push_str("&#13;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            c if allowed(c) => out.push(c),
            _ => out.push('\u{FFFD}'),
        }
    }
    out
}

/// How many characters of `text` XML cannot hold.
pub(in super::super) fn replaced(text: &str) -> usize {
    text.chars().filter(|c| !allowed(*c)).count()
}

/// `text` for an element whose line feeds a reader keeps.
pub(in super::super) fn escape_content(text: &str) -> String {
    escape(text).replace("&#10;", "\n").replace("&#9;", "\t")
}

/// True for what an XML 1.0 document may hold.
fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}

/// `name` as XML takes it for an id.
pub(in super::super) fn id(name: &str) -> String {
    let clean: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '_' }).collect();
    if clean.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') { clean } else { format!("_{clean}") }
}
