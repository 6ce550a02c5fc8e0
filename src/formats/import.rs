//! Reading any format, told apart by content.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::article::Article;
use super::imported::{Contents, ImportError, Imported, Refused};
use super::sniff::{self, Kind};
use super::zip::Archive;
use super::{brat, cas, conll, doccano, gate, html, json, label_studio, limits, native, office, prodigy, rows, sound, spacy, tei, web_annotation, webanno};

/// Archives that lie in one another at most.
const NESTED: usize = 3;

/// What is in a file. `name` names the articles where the file does not; it decides nothing else. What can be read of an
/// archive, a list or a file of lines is read; with it comes what cannot, and why.
///
/// # Errors
/// If nothing in it can be read: the content is of a known format with a mistake in it, or of none.
pub fn import(name: &str, bytes: &[u8]) -> Result<Contents, ImportError> {
    let mut left = limits::ARCHIVE;
    contents(name, bytes, NESTED, &mut left)
}

/// What is in a file that lies in at most `nested` more archives; `left` is what may yet be unpacked.
fn contents(name: &str, bytes: &[u8], nested: usize, left: &mut usize) -> Result<Contents, ImportError> {
    if Archive::knows(bytes) {
        if nested == 0 {
            return Err(ImportError::Archive { reason: "archives lie too deep in one another".into() });
        }
        let opened = Archive::open(bytes, left)?;
        return match office_document(name, &opened) {
            Some(article) => sound::article(article?).map(Contents::one),
            None => Ok(archive(&opened, nested - 1, left)),
        };
    }
    let read = text_file(name, utf8(bytes)?)?;
    let mut contents = Contents { articles: Vec::with_capacity(read.articles.len()), refused: read.refused };
    for imported in read.articles {
        let id = imported.article.id.clone();
        match sound::article(imported) {
            Ok(imported) => contents.articles.push(imported),
            Err(error) => contents.refused.push(Refused { place: id, error }),
        }
    }
    if contents.articles.is_empty() && contents.refused.len() == 1 {
        return Err(contents.refused.remove(0).error);
    }
    Ok(contents)
}

fn utf8(bytes: &[u8]) -> Result<&str, ImportError> {
    let wrong = |at: usize| if bytes.iter().take(4096).any(|b| *b == 0) { ImportError::NotText } else { ImportError::NotUtf8 { at } };
    let text = std::str::from_utf8(bytes).map_err(|e| wrong(e.valid_up_to()))?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// The name of a file without its folders.
fn base(name: &str) -> String {
    Path::new(name).file_name().map_or_else(|| name.to_owned(), |n| n.to_string_lossy().into_owned())
}

/// The articles in a text file.
fn text_file(name: &str, text: &str) -> Result<Contents, ImportError> {
    let id = base(name);
    let plain = || Contents::one(Imported { article: Article::of_text(&id, text), notes: Vec::new() });
    Ok(match sniff::kind(text) {
        Kind::Json => match json_file(text, &id) {
            // "["No," she said.] is an article.
            Err(ImportError::Malformed { format: "JSON", .. }) if text.trim_start().starts_with("[\"") => plain(),
            result => return result,
        },
        Kind::Page => Contents::one(html::read(sniff::page_data(text).unwrap_or_default())?),
        Kind::Tei => Contents::one(tei::read(text, &id)?),
        Kind::Xmi => Contents::one(cas::read_xmi(text, &id)?),
        Kind::WebAnno => Contents::one(webanno::read(text, &id)?),
        Kind::Brat => return Err(ImportError::NoText { format: "brat" }),
        Kind::ConllU => Contents { articles: conll::read_u(text), refused: Vec::new() },
        Kind::Columns => Contents { articles: conll::read_columns(text), refused: Vec::new() },
        Kind::Text if sniff::is_table(name) => return rows::read(&id, text).unwrap_or_else(|| Ok(plain())),
        Kind::Text => plain(),
    })
}

/// The article in the archive of a word processor. None where it is another archive.
fn office_document(name: &str, archive: &Archive<'_>) -> Option<Result<Imported, ImportError>> {
    let names: Vec<&str> = (0..archive.len()).map(|n| archive.name(n)).collect();
    let read = office::read(&names, |wanted| names.iter().position(|n| *n == wanted).and_then(|n| archive.read(n).ok()))?;
    Some(read.map(|text| Imported { article: Article::of_text(&base(name), &text), notes: Vec::new() }))
}

/// The articles in several files that belong together: an `.ann` file goes with the `.txt` file of its name.
fn archive(archive: &Archive<'_>, nested: usize, left: &mut usize) -> Contents {
    let stem = |name: &str| name.rsplit_once('.').map_or(name.to_owned(), |(s, _)| s.to_owned());
    let mut annotated: BTreeMap<String, usize> =
        (0..archive.len()).filter(|n| archive.name(*n).ends_with(".ann")).map(|n| (stem(archive.name(n)), n)).collect();
    let mut all = Contents::default();
    for n in 0..archive.len() {
        let name = archive.name(n);
        // What comes with annotations and is none itself; the rest of a Mac archive.
        let beside = [".ann", ".conf", "TypeSystem.xml", "labelling-config.xml"].iter().any(|e| name.ends_with(e)) || name.starts_with("__MACOSX/");
        if beside {
            continue;
        }
        let annotations = if name.ends_with(".txt") { annotated.remove(&stem(name)) } else { None };
        let read = archive.read(n).and_then(|bytes| match annotations {
            Some(annotations) => {
                let annotations = archive.read(annotations)?;
                sound::article(brat::read(&base(name), utf8(&bytes)?, utf8(&annotations)?)).map(Contents::one)
            }
            None => contents(name, &bytes, nested, left),
        });
        all.add(name, read);
    }
    for n in annotated.into_values().filter(|n| !archive.name(*n).starts_with("__MACOSX/")) {
        all.refused.push(Refused { place: archive.name(n).to_owned(), error: ImportError::NoText { format: "brat" } });
    }
    all
}

/// The articles in JSON: one value, a list of them, or one a line.
fn json_file(text: &str, id: &str) -> Result<Contents, ImportError> {
    let body = text.trim();
    let before = text[..text.len() - text.trim_start().len()].matches('\n').count();
    if is_lines(body) {
        let lines = body.lines().enumerate().filter(|(_, l)| !l.trim().is_empty());
        return documents(lines.map(|(n, line)| (before + n + 1, line)), id);
    }
    if let Some(elements) = json::elements(body) {
        // A list of documents; spaCy's training list is a list of pairs, which are lists themselves.
        let all = !elements.is_empty() && elements.iter().all(|(_, e)| e.starts_with(['{', '[']));
        let first = elements.first().and_then(|(_, e)| serde_json::from_str::<Value>(e).ok());
        if all && !first.is_some_and(|v| web_annotation::knows(&v)) {
            return documents(elements.into_iter().map(|(line, e)| (before + line + 1, e)), id);
        }
    }
    let value = json::parse(body, before + 1)?;
    if web_annotation::knows(&value) {
        return Ok(Contents::one(web_annotation::read(&value, None)?));
    }
    Ok(Contents::one(document(value, 0, id)?))
}

/// True for JSON with one value a line, of which some may be broken.
fn is_lines(body: &str) -> bool {
    let mut lines = body.lines().filter(|l| !l.trim().is_empty());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else { return false };
    let whole = |line: &str| serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok();
    match (first.as_bytes().first(), second.as_bytes().first()) {
        // No value of several lines has two lines that begin so.
        (Some(b'{'), Some(b'{')) => whole(first) || whole(second) || lines.take(10).any(whole),
        (Some(b'['), Some(b'[')) => whole(first),
        (Some(b'{'), _) => whole(first),
        _ => false,
    }
}

/// A document for each piece of JSON, which stands in a line of its file.
fn documents<'t>(pieces: impl Iterator<Item = (usize, &'t str)>, id: &str) -> Result<Contents, ImportError> {
    let mut contents = Contents::default();
    for (n, (line, piece)) in pieces.enumerate() {
        let place = |error: &ImportError| match error {
            ImportError::Malformed { format: "JSON", .. } => String::new(),
            _ => format!("line {line}"),
        };
        match json::parse(piece, line).and_then(|value| document(value, n, id)) {
            Ok(imported) => contents.articles.push(imported),
            Err(error) => contents.refused.push(Refused { place: place(&error), error }),
        }
    }
    Ok(contents)
}

/// The article of one value.
fn document(value: Value, n: usize, id: &str) -> Result<Imported, ImportError> {
    if value.get("format").and_then(Value::as_str) == Some("galley") {
        return native::read(value);
    }
    if let Some(imported) = gate::read(&value, n).or_else(|| cas::read_json(&value, n)).or_else(|| label_studio::read(&value, n)) {
        return Ok(imported);
    }
    let given = json::id(&value, "id");
    let numbered = given.clone().unwrap_or_else(|| format!("document-{}", n + 1));
    if let Some(imported) = spacy::read_pair(&value, &numbered) {
        return Ok(imported);
    }
    let text = json::text(&value, "text").or_else(|| json::text(&value, "data"));
    let tools = |words: &str| {
        let read = prodigy::read(&value, &numbered, words).or_else(|| spacy::read(&value, &numbered, words));
        read.or_else(|| doccano::read(&value, &numbered, words))
    };
    if let Some(imported) = text.and_then(tools) {
        return Ok(imported);
    }
    // A line with a text and nothing else is an article.
    let text = json::text(&value, "text").ok_or(ImportError::UnknownJson)?;
    let name = given.unwrap_or_else(|| if n == 0 { id.to_owned() } else { format!("{id}-{}", n + 1) });
    Ok(Imported { article: Article::of_text(&name, text), notes: Vec::new() })
}
