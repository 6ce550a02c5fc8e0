//! Text that comes in from the clipboard and from files.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DataTransfer, DomParser, Element, File, FileList, Node, SupportedType};

use super::import::{self, Given};
use super::state::AppState;
use crate::app::ingest;
use crate::wire::promise::settle;

/// Elements that are no part of what can be read.
const UNREAD: &[&str] = &["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "HEAD", "SVG", "IFRAME", "OBJECT", "VIDEO", "AUDIO", "CANVAS"];
/// Elements that stand beside an article more often than in it.
const ASIDE: &[&str] = &["NAV", "ASIDE", "FIGCAPTION", "BUTTON", "FORM", "FOOTER", "SELECT", "TEXTAREA"];
/// Elements that begin a paragraph of their own.
const BLOCKS: &[&str] = &[
    "P",
    "DIV",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "LI",
    "UL",
    "OL",
    "DL",
    "DT",
    "DD",
    "BLOCKQUOTE",
    "PRE",
    "SECTION",
    "ARTICLE",
    "HEADER",
    "MAIN",
    "FIGURE",
    "TABLE",
    "TR",
    "HR",
    "ADDRESS",
    "DETAILS",
    "SUMMARY",
    "NAV",
    "ASIDE",
    "FIGCAPTION",
    "FOOTER",
    "FORM",
    "BODY",
];

/// Reads what was pasted; false where it is neither text nor a file.
pub(super) fn clipboard(state: AppState, data: &DataTransfer) -> bool {
    if let Some(list) = data.files().filter(|f| f.length() > 0) {
        files(state, &list);
        return true;
    }
    let html = data.get_data("text/html").unwrap_or_default();
    let plain = data.get_data("text/plain").unwrap_or_default();
    if !html.trim().is_empty() {
        let read = Html::read(&html);
        if !read.text.trim().is_empty() {
            let ingested = ingest::text(&read.text);
            let mut notes = ingested.notes;
            if read.aside > 0 {
                notes.push(format!(
                    "{} set aside as not part of the article: {}. Paste without formatting (Ctrl+Shift+V) to keep everything.",
                    blocks(read.aside),
                    read.kinds.join(", ")
                ));
            }
            state.open(&ingested.text, read.title, notes);
            return true;
        }
    }
    if plain.is_empty() {
        return false;
    }
    let mut ingested = ingest::text(&plain);
    if plain.contains('\u{fffd}') {
        ingested.notes.push("Characters that could not be read show as �.".into());
    }
    state.open(&ingested.text, None, ingested.notes);
    true
}

fn blocks(n: usize) -> String {
    super::words::count(n, "block was", "blocks were")
}

/// Reads files, and takes them in when the last has been read.
pub(super) fn files(state: AppState, list: &FileList) {
    let files: Vec<File> = (0..list.length()).filter_map(|n| list.get(n)).collect();
    next(state, files.into_iter(), Vec::new());
}

fn next(state: AppState, mut files: std::vec::IntoIter<File>, mut given: Vec<Given>) {
    let Some(file) = files.next() else {
        import::files(state, given);
        return;
    };
    let name = file.name();
    if file.size() > ingest::LONGEST as f64 {
        let error = ingest::IngestError::TooLong { name, megabytes: (file.size() / 1e6).ceil() as usize, limit: ingest::LONGEST / 1_000_000 };
        state.say_bad(error.to_string());
        next(state, files, given);
        return;
    }
    let failed = name.clone();
    let read = move |buffer: JsValue| {
        given.push(Given { name, bytes: js_sys::Uint8Array::new(&buffer).to_vec() });
        next(state, files, given);
    };
    settle(&file.array_buffer(), read, move |_| state.say_bad(format!("{failed} could not be read. Was it moved, or is it a folder?")));
}

/// Opens a file that is an article and nothing more.
pub(super) fn given(state: AppState, file: &Given) {
    let name = &file.name;
    match ingest::bytes(name, &file.bytes) {
        Ok(ingested) if is_html(name) => {
            let read = Html::read(&ingested.text);
            state.open(&read.text, read.title, ingested.notes);
        }
        Ok(ingested) => state.open(&ingested.text, Some(title(name, &ingested.text)), ingested.notes),
        Err(error) => state.say_bad(error.to_string()),
    }
}

/// The text and the title of a file that is an article.
///
/// # Errors
/// A sentence on why it cannot be read.
pub(super) fn article(file: &Given) -> Result<(String, String), String> {
    let ingested = ingest::bytes(&file.name, &file.bytes).map_err(|e| e.to_string())?;
    if is_html(&file.name) {
        let read = Html::read(&ingested.text);
        let title = read.title.unwrap_or_else(|| title(&file.name, &read.text));
        return Ok((read.text, title));
    }
    let title = title(&file.name, &ingested.text);
    Ok((ingested.text, title))
}

fn is_html(name: &str) -> bool {
    name.rsplit('.').next().is_some_and(|e| e.eq_ignore_ascii_case("html") || e.eq_ignore_ascii_case("htm"))
}

/// The first line where it is one, else the name of the file.
fn title(name: &str, text: &str) -> String {
    let first_line = ingest::title(text);
    if first_line.ends_with('…') { name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned() } else { first_line }
}

/// What there is to read in a piece of HTML. It is parsed, never put into the page: nothing in it runs or loads.
#[derive(Default)]
struct Html {
    text: String,
    title: Option<String>,
    aside: usize,
    kinds: Vec<String>,
}

impl Html {
    fn read(html: &str) -> Self {
        let mut read = Html::default();
        let Ok(document) = DomParser::new().and_then(|p| p.parse_from_string(html, SupportedType::TextHtml)) else { return read };
        let title = document.title();
        read.title = (!title.trim().is_empty()).then(|| ingest::title(&title));
        if let Some(body) = document.body() {
            read.walk(&body, false);
        }
        read.text = read.text.trim().to_owned();
        read
    }

    fn walk(&mut self, node: &Node, preformatted: bool) {
        // An own stack: a hostile page may nest deeper than the program's stack.
        enum Visit {
            Enter(Node, bool),
            Leave,
        }
        let mut stack = vec![Visit::Enter(node.clone(), preformatted)];
        while let Some(visit) = stack.pop() {
            let (node, preformatted) = match visit {
                Visit::Enter(node, preformatted) => (node, preformatted),
                Visit::Leave => {
                    self.paragraph();
                    continue;
                }
            };
            if node.node_type() == Node::TEXT_NODE {
                let text = node.text_content().unwrap_or_default();
                if preformatted {
                    self.text.push_str(&text)
                } else {
                    self.flow(&text)
                }
                continue;
            }
            let Some(element) = node.dyn_ref::<Element>() else { continue };
            let name = element.tag_name().to_uppercase();
            if UNREAD.contains(&name.as_str()) || element.has_attribute("hidden") {
                continue;
            }
            if ASIDE.contains(&name.as_str()) {
                if element.text_content().is_some_and(|t| !t.trim().is_empty()) {
                    self.aside += 1;
                    let kind = name.to_lowercase();
                    if !self.kinds.contains(&kind) {
                        self.kinds.push(kind);
                    }
                }
                continue;
            }
            if name == "BR" {
                let kept = self.text.trim_end_matches(' ').len();
                self.text.truncate(kept);
                self.text.push('\n');
                continue;
            }
            let block = BLOCKS.contains(&name.as_str());
            if block {
                self.paragraph();
                stack.push(Visit::Leave);
            } else if matches!(name.as_str(), "TD" | "TH") && !self.text.ends_with(['\n', ' ']) {
                self.text.push(' ');
            }
            let preformatted = preformatted || name == "PRE";
            let children = node.child_nodes();
            for n in (0..children.length()).rev() {
                if let Some(child) = children.get(n) {
                    stack.push(Visit::Enter(child, preformatted));
                }
            }
        }
    }

    /// Text as it flows: white space in the source is one space, and none at the start of a line. A no-break space is text.
    fn flow(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}') {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                    self.text.push(' ');
                }
            } else {
                self.text.push(c);
            }
        }
    }

    /// A blank line, unless there is one already.
    fn paragraph(&mut self) {
        let kept = self.text.trim_end_matches([' ', '\n']).len();
        if kept > 0 {
            self.text.truncate(kept);
            self.text.push_str("\n\n");
        }
    }
}
