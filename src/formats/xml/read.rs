//! XML is read by a library that builds a tree of the whole. A file that would make that tree too deep, or its making too
//! slow, is found in one pass before.

use super::super::imported::ImportError;
use super::super::limits;

/// The tree of `source`.
///
/// # Errors
/// If it is not well-formed, or past the bounds of [`limits`].
pub(in super::super) fn parse<'s>(format: &'static str, source: &'s str) -> Result<roxmltree::Document<'s>, ImportError> {
    check(source).map_err(|(at, reason)| {
        let line = source[..at].matches('\n').count() + 1;
        ImportError::in_line(format, line, reason)
    })?;
    let options = roxmltree::ParsingOptions { nodes_limit: limits::XML_NODES, ..Default::default() };
    roxmltree::Document::parse_with_options(source, options).map_err(|e| match e {
        roxmltree::Error::DtdDetected => ImportError::malformed(format, &"a document type definition is not read; take it out"),
        e => ImportError::malformed(format, &e),
    })
}

/// Finds the first place that is past a bound, in bytes, and which. Of what is not well-formed it says nothing.
fn check(source: &str) -> Result<(), (usize, &'static str)> {
    // Namespaces that each open element declares, and all of them.
    let mut declared: Vec<usize> = Vec::new();
    let mut namespaces = 0;
    let mut at = 0;
    while let Some(found) = source[at..].find('<') {
        let open = at + found;
        let rest = &source[open..];
        let end = |mark: &str| rest.find(mark).map(|n| open + n + mark.len());
        let next = if rest.starts_with("<!--") {
            end("-->")
        } else if rest.starts_with("<![CDATA[") {
            end("]]>")
        } else if rest.starts_with("<?") {
            end("?>")
        } else if rest.starts_with("<!") {
            // A document type, which the library refuses.
            return Ok(());
        } else if rest.starts_with("</") {
            namespaces -= declared.pop().unwrap_or(0);
            end(">")
        } else {
            let Some(tag) = Tag::read(rest) else { return Ok(()) };
            if tag.attributes > limits::XML_ATTRIBUTES {
                return Err((open, "an element has too many attributes"));
            }
            if namespaces + tag.namespaces > limits::XML_NAMESPACES {
                return Err((open, "too many namespaces are declared at one place"));
            }
            if !tag.empty {
                declared.push(tag.namespaces);
                namespaces += tag.namespaces;
                if declared.len() > limits::XML_DEPTH {
                    return Err((open, "elements lie too deep in one another"));
                }
            }
            Some(open + tag.length)
        };
        match next {
            Some(next) => at = next,
            None => return Ok(()),
        }
    }
    Ok(())
}

/// A start tag.
struct Tag {
    /// In bytes, with its brackets.
    length: usize,
    attributes: usize,
    namespaces: usize,
    /// True for an element without content.
    empty: bool,
}

impl Tag {
    /// The tag at the start of `rest`; none where it does not end.
    fn read(rest: &str) -> Option<Self> {
        let (mut attributes, mut namespaces, mut quote) = (0, 0, None);
        let mut name = 0;
        let bytes = rest.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            match (quote, byte) {
                (Some(mark), byte) => quote = Some(mark).filter(|m| m != byte),
                (None, b'"' | b'\'') => quote = Some(*byte),
                (None, b'=') => {
                    attributes += 1;
                    namespaces += usize::from(rest[name..at].trim_start().starts_with("xmlns"));
                }
                (None, b'>') => return Some(Self { length: at + 1, attributes, namespaces, empty: bytes[at - 1] == b'/' }),
                _ => {}
            }
            if quote.is_none() && matches!(byte, b'"' | b'\'' | b' ' | b'\t' | b'\r' | b'\n') {
                name = at + 1;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(source: &str) -> Option<String> {
        parse("XML", source).err().map(|e| e.to_string())
    }

    #[test]
    fn what_people_write_is_read() {
        let plain = "<?xml version=\"1.0\"?><!-- <<< --><a x='>' y=\"<\"><b/><![CDATA[<c><c>]]>t</a>".replace("\"<\"", "\"&lt;\"");
        assert_eq!(refused(&plain), None);
        let deep = "<a>".repeat(200) + &"</a>".repeat(200);
        assert_eq!(refused(&deep), None);
        let wide = format!("<a>{}</a>", "<b xmlns='u' xmlns:x='v'><c/></b>".repeat(1_000));
        assert_eq!(refused(&wide), None);
        let attributes: String = (0..100).map(|n| format!(" a{n}='x=y'")).collect();
        assert_eq!(refused(&format!("<a{attributes}/>")), None);
    }

    #[test]
    fn what_would_end_the_program_is_refused() {
        let says = |source: &str, what: &str| assert!(refused(source).is_some_and(|r| r.contains(what)), "{what}");
        says(&"<a>".repeat(100_000), "too deep");
        let attributes: String = (0..1_000).map(|n| format!(" a{n}=''")).collect();
        says(&format!("<a{attributes}/>"), "too many attributes");
        let nested: String = (0..200).map(|n| format!("<a xmlns:n{n}='u{n}'>")).collect();
        says(&nested, "too many namespaces");
        says("<!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>", "document type");
        says("<a><b></a>", "expected");
    }
}
