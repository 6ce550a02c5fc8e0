//! Documents of word processors: the text of Word's `.docx` (ECMA-376) and of OpenDocument's `.odt` (ISO 26300), a paragraph for
//! each of theirs. Other archives of offices are known by their parts, and refused in words.
//!
//! What is read is what a person sees on the page: neither deleted text of tracked changes, nor field codes, comments, foot- and
//! endnotes. Elements are taken as they come, without a tree, so that no nesting is too deep and no file takes more than
//! time in proportion.

use super::imported::ImportError;

/// The text of an office document in an archive with the files `names`; `file` gives what is in one. None where it is no such archive.
pub(super) fn read(names: &[&str], file: impl Fn(&str) -> Option<Vec<u8>>) -> Option<Result<String, ImportError>> {
    let has = |start: &str| names.iter().any(|n| n.starts_with(start));
    let (part, words) = if names.contains(&"[Content_Types].xml") {
        let part = names.iter().find(|n| n.starts_with("word/document") && n.ends_with(".xml"));
        let Some(part) = part else {
            return Some(Err(refused(if has("xl/") {
                SHEET
            } else if has("ppt/") {
                "a presentation"
            } else {
                "an office document"
            })));
        };
        (*part, &WORD)
    } else if names.contains(&"mimetype") {
        let kind = String::from_utf8_lossy(&file("mimetype")?).trim().to_owned();
        let open = kind.strip_prefix("application/vnd.oasis.opendocument.");
        match open {
            Some(kind) if kind.starts_with("text") => ("content.xml", &OPEN),
            Some(kind) if kind.starts_with("spreadsheet") => return Some(Err(refused(SHEET))),
            Some(kind) if kind.starts_with("presentation") => return Some(Err(refused("a presentation"))),
            Some(_) => return Some(Err(refused("an office document"))),
            None if kind == "application/epub+zip" => return Some(Err(refused("an e-book"))),
            None => return None,
        }
    } else if has("Index/Document.iwa") || names.contains(&"Index.zip") {
        return Some(Err(refused("an office document")));
    } else {
        return None;
    };
    let unreadable = || ImportError::Archive { reason: "the document is damaged; open it in its own program, and save it again".into() };
    let Some(text) = file(part).and_then(|bytes| String::from_utf8(bytes).ok()) else { return Some(Err(unreadable())) };
    let text = text_of(&text, words);
    Some(if text.is_empty() { Err(ImportError::Archive { reason: "the document has no text in it".into() }) } else { Ok(text) })
}

/// Spreadsheets, and what else can be done with one.
const SHEET: &str = "a spreadsheet (save the sheet as CSV, and drop that: a column of texts is taken as articles)";

fn refused(what: &str) -> ImportError {
    ImportError::Archive { reason: format!("{what}, which Galley does not read; open it in its own program, and copy the article from there") }
}

/// The elements of a kind of document, by their names without prefix.
struct Words {
    /// The namespaces of what is read, by how they begin.
    namespaces: &'static [&'static str],
    /// Paragraphs.
    paragraphs: &'static [&'static str],
    /// What holds text; empty where paragraphs do.
    text: &'static [&'static str],
    /// What is left out with all that is in it.
    left_out: &'static [&'static str],
    /// White space in the source counts as one space.
    flows: bool,
}

const WORD: Words = Words {
    namespaces: &["http://schemas.openxmlformats.org/wordprocessingml/", "http://purl.oclc.org/ooxml/wordprocessingml/"],
    paragraphs: &["p"],
    text: &["t"],
    // A choice has its second copy in "Fallback".
    left_out: &["del", "moveFrom", "Fallback"],
    flows: false,
};
const OPEN: Words = Words {
    namespaces: &["urn:oasis:names:tc:opendocument:xmlns:text:"],
    paragraphs: &["p", "h"],
    text: &[],
    left_out: &["tracked-changes", "note", "annotation", "ruby-text", "page-number", "forms"],
    flows: true,
};

/// The text in the paragraphs of `xml`, a blank line between any two.
fn text_of(xml: &str, words: &Words) -> String {
    let mut reader = Reader { words, prefix: prefix(xml, words), out: String::new(), skipped: None, paragraphs: 0, texts: 0 };
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        reader.text(&rest[..at]);
        rest = &rest[at..];
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|n| n + 3)
        } else if let Some(data) = rest.strip_prefix("<![CDATA[") {
            let length = data.find("]]>").unwrap_or(data.len());
            reader.plain(&data[..length]);
            Some(9 + length + 3)
        } else {
            let end = tag_end(rest);
            if let Some(end) = end {
                reader.tag(&rest[1..end - 1]);
            }
            end
        };
        rest = end.and_then(|n| rest.get(n..)).unwrap_or_default();
    }
    reader.out.trim().to_owned()
}

/// The length of the tag at the start of `rest`: a ">" in an attribute does not end it.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, b) in rest.bytes().enumerate() {
        match (quote, b) {
            (None, b'"' | b'\'') => quote = Some(b),
            (None, b'>') => return Some(at + 1),
            (Some(q), b) if b == q => quote = None,
            _ => {}
        }
    }
    None
}

/// What the document writes before the names of its elements: "w", "text". Its root declares it.
fn prefix<'x>(xml: &'x str, words: &Words) -> &'x str {
    let declared = words.namespaces.iter().find_map(|n| xml.find(n));
    let before = declared.and_then(|at| xml[..at].trim_end_matches(['"', '\'']).trim_end().strip_suffix('='));
    before.and_then(|b| b.trim_end().rsplit_once("xmlns:")).map_or("", |(_, prefix)| prefix)
}

struct Reader<'x> {
    words: &'x Words,
    prefix: &'x str,
    out: String,
    /// The element that is left out, by its whole name, and how many of its name are open.
    skipped: Option<(&'x str, usize)>,
    /// How many paragraphs are open: a frame in one has its own.
    paragraphs: usize,
    texts: usize,
}

impl<'x> Reader<'x> {
    fn tag(&mut self, tag: &'x str) {
        let (closes, tag) = tag.strip_prefix('/').map_or((false, tag), |t| (true, t));
        let (tag, empty) = tag.strip_suffix('/').map_or((tag, false), |t| (t, true));
        let name = tag.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        if let Some((left_out, depth)) = &mut self.skipped {
            if name == *left_out && !empty {
                *depth = if closes { *depth - 1 } else { *depth + 1 };
                if *depth == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        // What is left out stands in other namespaces too.
        if self.words.left_out.contains(&local) {
            if !closes && !empty {
                self.skipped = Some((name, 1));
            }
            return;
        }
        if prefix != self.prefix {
            return;
        }
        if self.words.paragraphs.contains(&local) {
            self.paragraphs = if empty {
                self.paragraphs
            } else if closes {
                self.paragraphs.saturating_sub(1)
            } else {
                self.paragraphs + 1
            };
            self.paragraph();
        } else if self.words.text.contains(&local) && !empty {
            self.texts = if closes { 0 } else { 1 };
        } else if !closes && self.paragraphs > 0 {
            match local {
                "tab" => self.out.push('\t'),
                "br" | "cr" | "line-break" => self.line_break(),
                "noBreakHyphen" => self.out.push('\u{2011}'),
                "s" if self.words.flows => {
                    let count = attribute(tag, "c").and_then(|n| n.parse().ok()).unwrap_or(1usize);
                    self.out.extend(std::iter::repeat_n(' ', count.min(100)));
                }
                _ => {}
            }
        }
    }

    fn text(&mut self, raw: &str) {
        if raw.contains('&') { self.plain(&unescaped(raw)) } else { self.plain(raw) }
    }

    /// Text as it is meant, where it is part of a paragraph.
    fn plain(&mut self, text: &str) {
        if self.skipped.is_some() || self.paragraphs == 0 || (self.texts == 0 && !self.words.text.is_empty()) {
            return;
        }
        if !self.words.flows {
            return self.out.push_str(text);
        }
        for c in text.chars() {
            if !c.is_ascii_whitespace() {
                self.out.push(c);
            } else if !self.out.ends_with([' ', '\n', '\t']) {
                self.out.push(' ');
            }
        }
    }

    fn line_break(&mut self) {
        let kept = self.out.trim_end_matches(' ').len();
        self.out.truncate(kept);
        self.out.push('\n');
    }

    fn paragraph(&mut self) {
        let kept = self.out.trim_end_matches([' ', '\n', '\t']).len();
        self.out.truncate(kept);
        if kept > 0 {
            self.out.push_str("\n\n");
        }
    }
}

/// The value of an attribute of a tag, by its name without prefix.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.split_ascii_whitespace().find_map(|part| {
        let (key, value) = part.split_once('=')?;
        (key.rsplit(':').next() == Some(name)).then(|| value.trim_matches(['"', '\'']))
    })
}

/// `raw` with the five references of XML and those by number read.
fn unescaped(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|b| b == b';');
        let meant = end.and_then(|end| match &rest[1..end] {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            name => {
                let digits = name.strip_prefix('#')?;
                let code = digits.strip_prefix('x').map_or_else(|| digits.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok());
                code.and_then(char::from_u32)
            }
        });
        match (meant, end) {
            (Some(c), Some(end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            _ => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;

    fn word(body: &str) -> String {
        text_of(&format!("{HEAD}{body}</w:body></w:document>"), &WORD)
    }

    #[test]
    fn paragraphs_of_word() {
        let run = |t: &str| format!(r#"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{t}</w:t></w:r>"#);
        let body = format!(
            r#"<w:p w:rsidR="1"><w:pPr><w:pStyle w:val="Title"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>{}</w:p><w:p/><w:p>{}{}<w:r><w:br/></w:r>{}</w:p><w:sectPr/>"#,
            run("Ferry late &amp; full"),
            run("“No,” she "),
            run("said."),
            run("Twice.")
        );
        assert_eq!(word(&body), "Ferry late & full\n\n“No,” she said.\nTwice.");
    }

    #[test]
    fn what_is_not_seen_is_left_out() {
        let t = |t: &str| format!("<w:r><w:t>{t}</w:t></w:r>");
        let body = format!(
            r#"<w:p>{}<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r>{}</w:del><w:ins>{}</w:ins><w:r><w:instrText>PAGE</w:instrText></w:r><w:moveFrom>{}</w:moveFrom><!-- {} --></w:p>"#,
            t("a"),
            t("b"),
            t("c"),
            t("d"),
            t("e")
        );
        assert_eq!(word(&body), "ac");
        let choice = format!(
            r#"<w:p>{}<mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p>{}</w:p></mc:Fallback></mc:AlternateContent>{}</w:p>"#,
            t("before"),
            t("box"),
            t("box"),
            t("after")
        );
        assert_eq!(word(&choice), "before\n\nbox\n\nafter");
        assert_eq!(word(r#"<w:p><a:t>no</a:t><w:r><w:t title="a > b">yes</w:t></w:r></w:p>"#), "yes");
    }

    #[test]
    fn paragraphs_of_open_documents() {
        let xml = r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
            <text:tracked-changes><text:changed-region><text:p>gone</text:p></text:changed-region></text:tracked-changes>
            <text:h text:outline-level="1">Ferry   late</text:h>
            <text:p>Two<text:s text:c="2"/>blanks,<text:line-break/>a <text:span>line</text:span><text:note><text:note-body><text:p>x</text:p></text:note-body></text:note>.</text:p>
            <text:p/></office:text></office:body></office:document-content>"#;
        assert_eq!(text_of(xml, &OPEN), "Ferry late\n\nTwo  blanks,\na line.");
    }

    #[test]
    fn offices_are_told_apart() {
        let reads = |names: &[&str], mimetype: &str, part: &str| {
            read(names, |name| match name {
                "mimetype" => Some(mimetype.as_bytes().to_vec()),
                _ => Some(part.as_bytes().to_vec()),
            })
            .map(|r| r.map_err(|e| e.to_string()))
        };
        let document = format!("{HEAD}<w:p><w:r><w:t>One.</w:t></w:r></w:p></w:body></w:document>");
        assert_eq!(reads(&["[Content_Types].xml", "word/document.xml"], "", &document), Some(Ok("One.".into())));
        assert_eq!(reads(&["a.txt", "a.ann"], "", ""), None);
        assert_eq!(reads(&["mimetype", "x"], "text/plain", ""), None);
        for (names, mimetype, what) in [
            (["[Content_Types].xml", "xl/workbook.xml"], "", "a spreadsheet"),
            (["[Content_Types].xml", "ppt/presentation.xml"], "", "a presentation"),
            (["mimetype", "content.xml"], "application/vnd.oasis.opendocument.spreadsheet", "a spreadsheet"),
            (["mimetype", "x.xhtml"], "application/epub+zip", "an e-book"),
        ] {
            let Some(Err(told)) = reads(&names, mimetype, "") else { panic!("{what}") };
            assert!(told.starts_with(what), "{told}");
        }
        assert!(matches!(reads(&["[Content_Types].xml", "word/document.xml"], "", "\u{0}"), Some(Err(_))));
    }

    #[test]
    fn a_document_is_one_article() {
        let document = format!("{HEAD}<w:p><w:r><w:t>Ferry late</w:t></w:r></w:p><w:p><w:r><w:t>It was late.</w:t></w:r></w:p></w:body></w:document>");
        let files: [(&str, &[u8]); 3] =
            [("[Content_Types].xml", b"<?xml?><Types/>"), ("word/document.xml", document.as_bytes()), ("word/styles.xml", b"<?xml?><w:styles/>")];
        let read = crate::formats::import("desk/late.docx", &crate::formats::pack(files)).unwrap();
        let articles = read.articles;
        assert_eq!((articles.len(), read.refused.len()), (1, 0));
        assert_eq!((articles[0].article.id.as_str(), articles[0].article.text.as_str()), ("late.docx", "Ferry late\n\nIt was late."));
    }

    #[test]
    fn any_document_is_read_in_one_pass() {
        for body in [
            "<w:p>".repeat(100_000),
            "<w:p><w:r><w:t>".repeat(50_000),
            "<w:del>".repeat(100_000),
            format!("{}a{}", "<w:p>".repeat(50_000), "</w:p>".repeat(50_000)),
            "&".repeat(100_000),
            "<".repeat(1_000),
        ] {
            let _ = word(&body);
        }
        let whole = format!("{HEAD}<w:p><w:r><w:t>“é” &#8217;&amp;</w:t></w:r></w:p>");
        for cut in (0..whole.len()).filter(|n| whole.is_char_boundary(*n)) {
            let _ = text_of(&whole[..cut], &WORD);
        }
    }
}
