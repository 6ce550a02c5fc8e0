//! Text that comes in from the clipboard and from files.

use js_sys::Array;
use leptos::prelude::Update as _;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DataTransfer, DomParser, File, SupportedType};

use super::dom;
use super::import::{self, Given};
use super::state::AppState;
use crate::annotation::Seed;
use crate::app::ingest;
use crate::app::markup::{self, Page};
use crate::wire::promise::settle;

/// Reads what was pasted; false where it is neither text nor a file.
pub(super) fn clipboard(state: AppState, data: &DataTransfer) -> bool {
    if data.files().is_some_and(|f| f.length() > 0) {
        files(state, data);
        return true;
    }
    let html = data.get_data("text/html").unwrap_or_default();
    let plain = data.get_data("text/plain").unwrap_or_default();
    if !html.trim().is_empty() {
        let read = markup(&html);
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

/// Reads the files of a drop, a paste or a file box, those in folders too, and takes them in when the last has been read.
pub(super) fn files(state: AppState, source: &JsValue) {
    let Some(found) = dom::files(source) else { return };
    state.keeper.refused.update(Vec::clear);
    let opened = move |found: JsValue| {
        let pairs: Vec<Array> = Array::from(&found).iter().map(|pair| Array::from(&pair)).collect();
        if pairs.is_empty() {
            state.say_bad("There is no file in it.");
            return;
        }
        if pairs.len() > 20 {
            state.say(format!("Opening {}…", super::words::count(pairs.len(), "file", "files")));
        }
        next(state, pairs.into_iter(), Vec::new(), Vec::new());
    };
    settle(&found, opened, move |why| state.say_bad(format!("The files could not be opened: {why}.")));
}

fn next(state: AppState, mut pairs: std::vec::IntoIter<Array>, given: Vec<Given>, mut refused: Vec<String>) {
    let Some(pair) = pairs.next() else {
        import::files(state, given, refused);
        return;
    };
    let name = pair.get(0).as_string().unwrap_or_default();
    let unreadable = |name: &str| format!("{name} could not be read. Was it moved or deleted, or is it open in another program?");
    let Ok(file) = pair.get(1).dyn_into::<File>() else {
        refused.push(unreadable(&name));
        return next(state, pairs, given, refused);
    };
    if file.size() > ingest::LONGEST as f64 {
        let error = ingest::IngestError::TooLong { name, megabytes: (file.size() / 1e6).ceil() as usize, limit: ingest::LONGEST / 1_000_000 };
        refused.push(error.to_string());
        return next(state, pairs, given, refused);
    }
    // One of the two is called; both go on.
    let rest = std::rc::Rc::new(std::cell::Cell::new(Some((pairs, given, refused))));
    let (read, failed) = (std::rc::Rc::clone(&rest), rest);
    let again = name.clone();
    settle(
        &file.array_buffer(),
        move |buffer| {
            if let Some((pairs, mut given, refused)) = read.take() {
                given.push(Given { name, bytes: js_sys::Uint8Array::new(&buffer).to_vec() });
                next(state, pairs, given, refused);
            }
        },
        move |_| {
            if let Some((pairs, given, mut refused)) = failed.take() {
                refused.push(unreadable(&again));
                next(state, pairs, given, refused);
            }
        },
    );
}

/// Opens a file that is an article and nothing more.
pub(super) fn given(state: AppState, file: &Given) {
    match article(file) {
        Ok(found) if found.text.trim().is_empty() => state.say_bad(format!("{} has no text in it.", file.name)),
        Ok(Found { text, title, notes }) => {
            state.open_seed(Seed { title, file: file.name.clone(), ..Seed::of_text(&dom::fresh_id(), &text) });
            if !notes.is_empty() {
                state.say(notes.join(" "));
            }
        }
        Err(error) => state.say_bad(error),
    }
}

/// The article in a file.
pub(super) struct Found {
    /// As the page keeps it.
    pub(super) text: String,
    /// The page's own, the first line, or the name of the file.
    pub(super) title: String,
    /// What was changed on the way.
    pub(super) notes: Vec<String>,
}

/// What there is to read in a file.
///
/// # Errors
/// A sentence on why it cannot be read.
pub(super) fn article(file: &Given) -> Result<Found, String> {
    let ingested = ingest::bytes(&file.name, &file.bytes).map_err(|e| e.to_string())?;
    let notes = ingested.notes;
    if is_html(&file.name) || markup::begins(&ingested.text) {
        let read = markup(&ingested.text);
        let title = read.title.unwrap_or_else(|| title(&file.name, &read.text));
        return Ok(Found { text: read.text, title, notes });
    }
    Ok(Found { title: title(&file.name, &ingested.text), text: ingested.text, notes })
}

fn is_html(name: &str) -> bool {
    name.rsplit('.').next().is_some_and(|e| e.eq_ignore_ascii_case("html") || e.eq_ignore_ascii_case("htm"))
}

/// The first line where it is one, else the name of the file.
fn title(name: &str, text: &str) -> String {
    let first_line = ingest::title(text);
    let name = name.rsplit('/').next().unwrap_or(name);
    if first_line.ends_with('…') { name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned() } else { first_line }
}

/// What there is to read in HTML; the title as an article has one.
fn markup(html: &str) -> Page {
    let mut page = markup::read(html, reference);
    page.title = page.title.map(|t| ingest::title(&t));
    page
}

/// What a character reference stands for, as the browser reads it: a document of nothing else, in which nothing is loaded.
fn reference(name: &str) -> Option<String> {
    let document = DomParser::new().ok()?.parse_from_string(name, SupportedType::TextHtml).ok()?;
    document.body()?.text_content().filter(|text| text != name)
}
