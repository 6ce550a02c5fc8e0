//! What there is to read in a file, and in HTML.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{DomParser, SupportedType};

use super::super::words::count;
use crate::annotation::{LeftOut, Seed};
use crate::app::ingest;
use crate::app::markup::{self, Page};
use crate::formats::Article;

/// A file as it came.
pub(in crate::app::ui) struct Given {
    /// Its name.
    pub(in crate::app::ui) name: String,
    /// What is in it.
    pub(in crate::app::ui) bytes: Vec<u8>,
    /// Where it is a web page: its article.
    pub(in crate::app::ui) cut: Option<Cut>,
}

/// The article of a web page.
pub(in crate::app::ui) struct Cut {
    /// The page without what is no part of it.
    pub(in crate::app::ui) html: String,
    /// As the page calls it.
    pub(in crate::app::ui) title: Option<String>,
    /// What was left out.
    pub(in crate::app::ui) left_out: Vec<LeftOut>,
}

impl Cut {
    /// From what `galley.readable` gives.
    pub(in crate::app::ui) fn read(value: &JsValue) -> Option<Self> {
        let get = |name: &str| Reflect::get(value, &name.into()).ok();
        let left = Array::from(&get("left")?);
        let field = |piece: &Array, n: u32| piece.get(n).as_string().unwrap_or_default();
        Some(Self {
            html: get("html")?.as_string()?,
            title: get("title")?.as_string().filter(|t| !t.trim().is_empty()),
            left_out: left.iter().map(|p| Array::from(&p)).map(|p| LeftOut { text: field(&p, 0), after: field(&p, 1), place: field(&p, 2) }).collect(),
        })
    }

    /// The article that it is, and what to say of it.
    pub(in crate::app::ui) fn article(self) -> Found {
        let page = markup::read_all(&self.html, reference);
        let title = self.title.or(page.title).map_or_else(|| ingest::title(&page.text), |t| ingest::title(&t));
        let notes = match self.left_out.len() {
            0 => Vec::new(),
            n => vec![format!(
                "{} left out. “Left out” above the text shows them, and brings back what belongs to it.",
                count(n, "piece of the page was", "pieces of the page were")
            )],
        };
        Found { text: page.text, title, notes, left_out: self.left_out }
    }
}

/// True of a file that is a web page by its name or by how it begins.
pub(super) fn is_page(name: &str, bytes: &[u8]) -> bool {
    is_html(name) || std::str::from_utf8(&bytes[..bytes.len().min(64)]).is_ok_and(markup::begins)
}

/// The article in a file.
pub(in crate::app::ui) struct Found {
    /// As the page keeps it.
    pub(in crate::app::ui) text: String,
    /// The page's own, or the first words.
    pub(in crate::app::ui) title: String,
    /// What was changed on the way.
    pub(in crate::app::ui) notes: Vec<String>,
    /// What of a web page was left out.
    pub(in crate::app::ui) left_out: Vec<LeftOut>,
}

impl Found {
    /// As an article of the list, of the file `name`.
    pub(in crate::app::ui) fn kept(self, name: &str) -> Article {
        let article = Article { title: self.title.clone(), ..Article::of_text(name, &self.text) };
        if self.left_out.is_empty() {
            return article;
        }
        let desk = Seed { title: self.title, file: name.to_owned(), left_out: self.left_out, ..Seed::of_text(name, &self.text) };
        Article { desk: Some(Box::new(desk)), ..article }
    }
}

/// What there is to read in a file.
///
/// # Errors
/// A sentence on why it cannot be read.
pub(in crate::app::ui) fn article(file: Given) -> Result<Found, String> {
    if let Some(cut) = file.cut {
        return Ok(cut.article());
    }
    let ingested = ingest::bytes(&file.name, &file.bytes).map_err(|e| e.to_string())?;
    let notes = ingested.notes;
    if is_html(&file.name) || markup::begins(&ingested.text) {
        let read = markup(&ingested.text);
        let title = read.title.unwrap_or_else(|| ingest::title(&read.text));
        return Ok(Found { text: read.text, title, notes, left_out: Vec::new() });
    }
    Ok(Found { title: ingest::title(&ingested.text), text: ingested.text, notes, left_out: Vec::new() })
}

fn is_html(name: &str) -> bool {
    name.rsplit('.').next().is_some_and(|e| e.eq_ignore_ascii_case("html") || e.eq_ignore_ascii_case("htm"))
}

/// What there is to read in HTML; the title as an article has one.
pub(super) fn markup(html: &str) -> Page {
    let mut page = markup::read(html, reference);
    page.title = page.title.map(|t| ingest::title(&t));
    page
}

/// What a character reference stands for, as the browser reads it: a document of nothing else, in which nothing is loaded.
fn reference(name: &str) -> Option<String> {
    let document = DomParser::new().ok()?.parse_from_string(name, SupportedType::TextHtml).ok()?;
    document.body()?.text_content().filter(|text| text != name)
}
