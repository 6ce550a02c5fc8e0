//! Addresses: URLs, e-mail addresses, handles and tags.

use crate::lexicon::WordSet;

/// The longest name before the @ of an e-mail address, in bytes (RFC 5321, 4.5.3.1.1). It also bounds how far we look for one.
const LONGEST_MAILBOX: usize = 64;

/// The longest name after it, in bytes (4.5.3.1.2).
const LONGEST_DOMAIN: usize = 255;

/// What a URL starts with, in lower case.
const PREFIXES: &[&str] = &["http://", "https://", "www.", "pic.twitter.com/", "t.co/"];

/// The end of the handle or tag ("@name", "#tag") that starts at byte `at`; it needs a letter.
pub(super) fn handle_end(text: &str, at: usize) -> Option<usize> {
    let name = &text[at + 1..];
    let length = name.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(name.len());
    name[..length].contains(char::is_alphabetic).then_some(at + 1 + length)
}

/// The end of the URL that starts at byte `at`, closing punctuation left out.
pub(super) fn url_end(text: &str, at: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[at..];
    if !matches!((bytes.first()?.to_ascii_lowercase(), bytes.get(1)?.to_ascii_lowercase()), (b'h', b't') | (b'w', b'w') | (b'p', b'i') | (b't', b'.')) {
        return None;
    }
    let prefix = PREFIXES.iter().find(|p| bytes.len() > p.len() && bytes[..p.len()].eq_ignore_ascii_case(p.as_bytes()))?;
    let from = at + prefix.len();
    let end = from + path_length(&text[from..]);
    (end > from).then_some(end)
}

/// Length of the path or host that `rest` starts with, closing punctuation left out.
pub(super) fn path_length(rest: &str) -> usize {
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '’')).unwrap_or(rest.len());
    rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']).len()
}

/// The end of the e-mail address that starts at byte `at`, where the first @ from there on stands at byte `sign`.
pub(super) fn mail_end(text: &str, at: usize, sign: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if sign == at || sign - at > LONGEST_MAILBOX || !bytes[at..sign].iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+')) {
        return None;
    }
    let domain = &bytes[sign + 1..bytes.len().min(sign + 1 + LONGEST_DOMAIN)];
    let length = domain.iter().position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))).unwrap_or(domain.len());
    let host = text[sign + 1..sign + 1 + length].trim_end_matches(['.', '-']);
    host.contains('.').then_some(sign + 1 + host.len())
}

/// Top-level domains and file endings that follow a dot inside a name ("Politico.com", "Node.js").
/// Those that are English words ("in", "us", "is") are left out: there a lost space is likelier.
const DOMAIN_ENDINGS: WordSet = WordSet::new("ai au ca com edu eu fr gov ie info int io js mil net nz org ru tv uk za");

/// True where `after_dot` starts with the last part of a domain name ("com", "co.uk").
pub(super) fn has_domain_ending(after_dot: &str) -> bool {
    let length = after_dot.bytes().take(8).take_while(u8::is_ascii_alphanumeric).count();
    let piece = &after_dot[..length];
    let rest = &after_dot[piece.len()..];
    if piece == "co" {
        return [".uk", ".nz", ".za", ".jp", ".kr", ".il", ".in"].iter().any(|country| rest.starts_with(country));
    }
    DOMAIN_ENDINGS.has(piece) && !rest.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_is_a_whole_piece() {
        assert!(has_domain_ending("com, he said") && has_domain_ending("co.uk"));
        assert!(!has_domain_ending("company") && !has_domain_ending("comé") && !has_domain_ending("co") && !has_domain_ending("in the"));
    }
}
