//! Tags and text, as the HTML Living Standard, section 13.2.5, tells them apart.

use std::borrow::Cow;

/// A piece of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'s> {
    /// A start tag.
    Start {
        /// Its name in lower case.
        name: Cow<'s, str>,
        /// True where it has the attribute `hidden`.
        hidden: bool,
        /// True where it closes itself, which means something for a few elements alone.
        empty: bool,
    },
    /// An end tag.
    End {
        /// Its name in lower case.
        name: Cow<'s, str>,
    },
    /// What a title element holds, its tags taken off; character references as they are written.
    Title(&'s str),
    /// Text, its character references as they are written.
    Text(&'s str),
}

/// Elements whose text is no markup and is not shown.
const RAW: &[&str] = &["script", "style", "iframe", "noembed", "noframes"];
/// Elements whose text is no markup and is shown.
const SHOWN: &[&str] = &["xmp", "textarea"];

/// The tokens of a source. Comments, declarations, scripts, styles and frames are left out.
pub(super) struct Tokens<'s> {
    source: &'s str,
    at: usize,
    /// The element whose text is read as it stands, up to its end tag.
    verbatim: Option<&'static str>,
}

impl<'s> Tokens<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, at: 0, verbatim: None }
    }

    fn rest(&self) -> &'s str {
        &self.source[self.at..]
    }

    /// Goes past the next `end`, or to the end of the source.
    fn skip_past(&mut self, end: &str) {
        self.at = self.rest().find(end).map_or(self.source.len(), |n| self.at + n + end.len());
    }

    /// Goes past a comment, a declaration or a processing instruction, which begins here.
    fn comment(&mut self) {
        let rest = self.rest();
        let Some(body) = rest.strip_prefix("<!--") else { return self.skip_past(">") };
        if let Some(short) = [">", "->"].into_iter().find(|s| body.starts_with(s)) {
            self.at += 4 + short.len();
            return;
        }
        let ends = body.match_indices("--").find_map(|(n, _)| {
            let after = &body[n + 2..];
            // "--->" ends one too: its last two dashes do.
            [">", "!>"].into_iter().find(|e| after.starts_with(e)).map(|e| n + 2 + e.len()).or_else(|| after.starts_with("->").then_some(n + 4))
        });
        self.at = ends.map_or(self.source.len(), |n| self.at + 4 + n);
    }

    /// The text up to the end tag of `name`, which is left where it is.
    fn verbatim(&mut self, name: &str) -> &'s str {
        let rest = self.rest();
        let ends = rest.match_indices("</").find(|(n, _)| {
            let after = rest.as_bytes().get(n + 2..).unwrap_or_default();
            after.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
                && after.get(name.len()).is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'))
        });
        let text = &rest[..ends.map_or(rest.len(), |(n, _)| n)];
        self.at += text.len();
        text
    }

    /// A tag whose name begins `skip` bytes from here. None where the source ends within it: it is left out.
    fn tag(&mut self, skip: usize) -> Option<(Cow<'s, str>, bool, bool)> {
        let bytes = self.source.as_bytes();
        let start = self.at + skip;
        let mut at = start;
        while bytes.get(at).is_some_and(|b| !b.is_ascii_whitespace() && !matches!(b, b'/' | b'>')) {
            at += 1;
        }
        let name = &self.source[start..at];
        let name = if name.bytes().any(|b| b.is_ascii_uppercase()) { Cow::Owned(name.to_ascii_lowercase()) } else { Cow::Borrowed(name) };
        let mut hidden = false;
        loop {
            while bytes.get(at).is_some_and(|b| b.is_ascii_whitespace() || *b == b'/') {
                at += 1;
            }
            match bytes.get(at) {
                None => {
                    self.at = self.source.len();
                    return None;
                }
                Some(b'>') => {
                    self.at = at + 1;
                    return Some((name, hidden, bytes[at - 1] == b'/'));
                }
                _ => {}
            }
            let attribute = at;
            at += 1; // An equals sign that comes first is part of the name.
            while bytes.get(at).is_some_and(|b| !b.is_ascii_whitespace() && !matches!(b, b'/' | b'>' | b'=')) {
                at += 1;
            }
            hidden |= bytes[attribute..at].eq_ignore_ascii_case(b"hidden");
            at = past_value(bytes, at);
        }
    }
}

/// Past the value of an attribute whose name ends at `at`, if it has one.
fn past_value(bytes: &[u8], mut at: usize) -> usize {
    let past_blanks = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        at
    };
    let equals = past_blanks(at);
    if bytes.get(equals) != Some(&b'=') {
        return at;
    }
    at = past_blanks(equals + 1);
    match bytes.get(at) {
        Some(quote @ (b'"' | b'\'')) => bytes[at + 1..].iter().position(|b| b == quote).map_or(bytes.len(), |n| at + n + 2),
        _ => {
            while bytes.get(at).is_some_and(|b| !b.is_ascii_whitespace() && *b != b'>') {
                at += 1;
            }
            at
        }
    }
}

impl<'s> Iterator for Tokens<'s> {
    type Item = Token<'s>;

    fn next(&mut self) -> Option<Token<'s>> {
        loop {
            if let Some(name) = self.verbatim.take() {
                let text = self.verbatim(name);
                if name == "title" {
                    return Some(Token::Title(text));
                }
                if SHOWN.contains(&name) && !text.is_empty() {
                    return Some(Token::Text(text));
                }
            }
            let rest = self.rest();
            let second = rest.as_bytes().get(1).copied();
            let third = rest.as_bytes().get(2).copied();
            match (rest.as_bytes().first()?, second) {
                (b'<', Some(b'!' | b'?')) => self.comment(),
                (b'<', Some(b)) if b.is_ascii_alphabetic() => {
                    let Some((name, hidden, empty)) = self.tag(1) else { continue };
                    self.verbatim = RAW.iter().chain(SHOWN).chain(&["title"]).copied().find(|n| *n == name);
                    if name == "plaintext" {
                        self.at = self.source.len();
                    }
                    if !RAW.contains(&&*name) && name != "title" {
                        return Some(Token::Start { name, hidden, empty });
                    }
                }
                (b'<', Some(b'/')) if third.is_some_and(|b| b.is_ascii_alphabetic()) => {
                    let Some((name, ..)) = self.tag(2) else { continue };
                    if !RAW.contains(&&*name) && name != "title" {
                        return Some(Token::End { name });
                    }
                }
                (b'<', Some(b'/')) if third.is_some() => self.skip_past(">"),
                // A sign that begins no tag is text, up to the next that may.
                _ => {
                    let length = rest.bytes().skip(1).position(|b| b == b'<').map_or(rest.len(), |n| n + 1);
                    self.at += length;
                    return Some(Token::Text(&rest[..length]));
                }
            }
        }
    }
}
