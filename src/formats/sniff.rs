//! What kind of file it is, told by its content: the reader asks, and the page, which has no reader of its own.

use std::borrow::Cow;

/// A kind of text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// JSON: one document, a list of them, or one a line.
    Json,
    /// A page of ours, with the document in it.
    Page,
    /// TEI P5.
    Tei,
    /// UIMA XMI.
    Xmi,
    /// WebAnno TSV 3.
    WebAnno,
    /// The annotations of brat without their text.
    Brat,
    /// CoNLL-U.
    ConllU,
    /// A table of tags: CoNLL-2003, IOB2.
    Columns,
    /// An article.
    Text,
}

/// Bytes at the start of a file that tell what it is.
const HEAD: usize = 64 << 10;

/// The kind of `text`, which has no byte order mark.
pub(super) fn kind(text: &str) -> Kind {
    let start = text.trim_start();
    let head = || &start[..start.char_indices().map(|(at, _)| at).take_while(|at| *at <= HEAD).last().unwrap_or(0)];
    if is_json(start) {
        Kind::Json
    } else if page_data(text).is_some() {
        Kind::Page
    } else if start.starts_with('<') && head().contains("<TEI") {
        Kind::Tei
    } else if start.starts_with('<') && head().contains("http://www.omg.org/XMI") {
        Kind::Xmi
    } else if text.starts_with("#FORMAT=WebAnno TSV 3") {
        Kind::WebAnno
    } else if is_brat(start) {
        Kind::Brat
    } else if is_conll_u(text) {
        Kind::ConllU
    } else if is_columns(text) {
        Kind::Columns
    } else {
        Kind::Text
    }
}

/// True where a file has more than an article: one of the exchange formats, or an archive. `name` is the file's.
#[must_use]
pub fn is_annotated(name: &str, bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head: Cow<'_, str> = String::from_utf8_lossy(&bytes[..bytes.len().min(2 * HEAD)]);
    bytes.starts_with(b"PK\x03\x04")
        || bytes.starts_with(b"PK\x05\x06")
        || name.ends_with(".ann")
        || is_table(name)
        || kind(&head) != Kind::Text
        || holds_page(bytes)
}

/// True for the name of a table.
pub(super) fn is_table(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| ["csv", "tsv", "tab"].iter().any(|e| end.eq_ignore_ascii_case(e)))
}

/// True for what begins as JSON does. "[Sports] The harbour…" and "{{Infobox" are articles.
fn is_json(start: &str) -> bool {
    let blank = |c: char| c.is_ascii_whitespace();
    let inner = start.trim_start_matches(|c: char| c == '[' || blank(c));
    match inner.strip_prefix('{') {
        Some(object) => object.trim_start_matches(blank).starts_with(['"', '}']),
        None => start.starts_with('[') && inner.starts_with('"'),
    }
}

/// What the data of a page of ours begins with, and what ends it.
pub(super) const OPEN: &str = "<script type=\"application/json\" id=\"galley\">";
pub(super) const CLOSE: &str = "</script>";

/// The document in a page of ours; none where there is none.
pub(super) fn page_data(source: &str) -> Option<&str> {
    let (_, rest) = source.rsplit_once(OPEN)?;
    rest.split_once(CLOSE).map(|(data, _)| data)
}

fn holds_page(bytes: &[u8]) -> bool {
    bytes.windows(OPEN.len()).any(|w| w == OPEN.as_bytes())
}

/// True for lines such as "T1\tPERSON 0 4\tLena".
fn is_brat(start: &str) -> bool {
    let span = |line: &str| {
        let mut fields = line.split('\t');
        let key = fields.next().and_then(|k| k.strip_prefix('T')).is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
        let places = fields.next().and_then(|f| f.split_once(' ')).is_some_and(|(_, p)| p.bytes().all(|b| b.is_ascii_digit() || matches!(b, b' ' | b';')));
        key && places && fields.next().is_some()
    };
    start.lines().next().is_some_and(span)
}

/// True for a line of a table of tags.
fn tagged(line: &str) -> bool {
    let mut columns = line.split(['\t', ' ']);
    let form = columns.next().is_some_and(|f| !f.is_empty());
    let last: Vec<&str> = columns.collect();
    form && last.last().is_some_and(|t| *t == "O" || t.split_once('-').is_some_and(|(p, l)| matches!(p, "B" | "I" | "E" | "S") && !l.is_empty()))
}

/// True for a file of CoNLL-U.
fn is_conll_u(text: &str) -> bool {
    let rows = || text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty());
    let row = |l: &str| l.split('\t').count() == 10 && l.starts_with(|c: char| c.is_ascii_digit());
    rows().next().is_some() && rows().take(20).all(row)
}

/// True for a table of tags: CoNLL-2003, IOB2, one column or more.
fn is_columns(text: &str) -> bool {
    if text.starts_with("-DOCSTART-") || text.starts_with("# columns =") {
        return true;
    }
    let rows = || text.lines().filter(|l| !l.starts_with("# ") && !l.trim().is_empty());
    let width = |l: &str| l.split(['\t', ' ']).count();
    rows().nth(1).is_some() && rows().take(50).all(tagged) && rows().take(50).all(|l| Some(width(l)) == rows().next().map(width))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_no_json() {
        for text in ["{\"text\": 1}", "{\n  \"text\": 1}", "[{\"a\":1}]", "[[\"a\", {}]]", "{}", "[ \"a\"]", " [\n {\"a\""] {
            assert_eq!(kind(text), Kind::Json, "{text}");
        }
        for text in ["[Sports] The ferry sank.", "{{Infobox}}", "[[Image:a]]", "{said Ortiz}", "“[…]”", "", "[1] Ortiz said so."] {
            assert_eq!(kind(text), Kind::Text, "{text}");
        }
    }

    #[test]
    fn tables_and_brat_are_known() {
        assert_eq!(kind("EU NNP B-NP S-ORG\nrejects VBZ B-VP O\n\n"), Kind::Columns);
        assert_eq!(kind("T1\tPERSON 0 4;6 9\tLena\n"), Kind::Brat);
        assert_eq!(kind("T1\tis a road.\n"), Kind::Text);
        assert!(is_annotated("a.tsv", "\u{feff}# columns = FORM NER\n".as_bytes()));
        assert!(is_annotated("a", &[b"<html>\xff".as_slice(), OPEN.as_bytes()].concat()));
        assert!(!is_annotated("a.txt", b"Ortiz said \xff so.") && !is_annotated("a", b""));
    }
}
