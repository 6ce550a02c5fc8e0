//! What there is to read in a file, and in HTML.

use web_sys::{DomParser, SupportedType};

use crate::app::ingest;
use crate::app::markup::{self, Page};

/// A file as it came.
pub(in crate::app::ui) struct Given {
    /// Its name.
    pub(in crate::app::ui) name: String,
    /// What is in it.
    pub(in crate::app::ui) bytes: Vec<u8>,
}

/// The article in a file.
pub(in crate::app::ui) struct Found {
    /// As the page keeps it.
    pub(in crate::app::ui) text: String,
    /// The page's own, or the first words.
    pub(in crate::app::ui) title: String,
    /// What was changed on the way.
    pub(in crate::app::ui) notes: Vec<String>,
}

/// What there is to read in a file.
///
/// # Errors
/// A sentence on why it cannot be read.
pub(in crate::app::ui) fn article(file: &Given) -> Result<Found, String> {
    let ingested = ingest::bytes(&file.name, &file.bytes).map_err(|e| e.to_string())?;
    let notes = ingested.notes;
    if is_html(&file.name) || markup::begins(&ingested.text) {
        let read = markup(&ingested.text);
        let title = read.title.unwrap_or_else(|| ingest::title(&read.text));
        return Ok(Found { text: read.text, title, notes });
    }
    Ok(Found { title: ingest::title(&ingested.text), text: ingested.text, notes })
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
