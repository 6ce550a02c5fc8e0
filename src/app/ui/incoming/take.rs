//! Text that comes in from the clipboard and from files.

use js_sys::Array;
use leptos::prelude::Update as _;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DataTransfer, File};

use super::super::dom;
use super::super::words::count;
use super::annotated;
use super::door::Door;
use super::read::{Cut, Found, Given, is_page, markup};
use crate::annotation::Seed;
use crate::app::ingest;
use crate::formats;
use crate::wire::promise::{outcome, settle};

/// Reads what was pasted; false where it is neither text nor a file.
pub(super) fn clipboard(door: Door, data: &DataTransfer) -> bool {
    if data.files().is_some_and(|f| f.length() > 0) {
        files(door, data);
        return true;
    }
    let html = data.get_data("text/html").unwrap_or_default();
    let plain = data.get_data("text/plain").unwrap_or_default();
    if has_frame(&html)
        && let Some(article) = dom::readable(&html, false)
    {
        outcome(&article, move |value| match value.ok().as_ref().and_then(Cut::read) {
            Some(cut) => {
                let Found { text, title, notes, left_out } = cut.article();
                door.state.open_seed(Seed { title, left_out, ..Seed::of_text(&dom::fresh_id(), &text) });
                door.state.say(notes.join(" "));
            }
            None => {
                part(door, &html, &plain);
            }
        });
        return true;
    }
    part(door, &html, &plain)
}

/// True of markup with the frame of a page around it; [`dom::readable`] looks closer.
fn has_frame(html: &str) -> bool {
    let html = html.to_ascii_lowercase();
    ["<nav", "<header", "<footer", "<aside", "<form"].into_iter().filter(|tag| html.contains(tag)).count() > 1
}

/// Reads a part of a page as a person cut it out, or a plain text.
fn part(door: Door, html: &str, plain: &str) -> bool {
    if !html.trim().is_empty() {
        let read = markup(html);
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
            door.state.open(&ingested.text, read.title, notes);
            return true;
        }
    }
    if plain.is_empty() {
        return false;
    }
    let mut ingested = ingest::text(plain);
    if plain.contains('\u{fffd}') {
        ingested.notes.push("Characters that could not be read show as �.".into());
    }
    door.state.open(&ingested.text, None, ingested.notes);
    true
}

fn blocks(n: usize) -> String {
    count(n, "block was", "blocks were")
}

/// Reads the files of a drop, a paste or a file box, those in folders too, and takes them in when the last has been read.
pub(in crate::app::ui) fn files(door: Door, source: &JsValue) {
    let Some(found) = dom::files(source) else { return };
    door.keeper.refused.update(Vec::clear);
    let opened = move |found: JsValue| {
        let pairs: Vec<Array> = Array::from(&found).iter().map(|pair| Array::from(&pair)).collect();
        if pairs.is_empty() {
            door.state.say_bad("There is no file in it.");
            return;
        }
        if pairs.len() > 20 {
            door.state.say(format!("Opening {}…", count(pairs.len(), "file", "files")));
        }
        next(door, pairs.into_iter(), Vec::new(), Vec::new());
    };
    settle(&found, opened, move |why| door.state.say_bad(format!("The files could not be opened: {why}.")));
}

fn next(door: Door, mut pairs: std::vec::IntoIter<Array>, mut given: Vec<Given>, mut refused: Vec<String>) {
    let Some(pair) = pairs.next() else {
        annotated::files(door, given, refused);
        return;
    };
    let name = pair.get(0).as_string().unwrap_or_default();
    let unreadable = |name: &str| format!("{name} could not be read. Was it moved or deleted, or is it open in another program?");
    let Ok(file) = pair.get(1).dyn_into::<File>() else {
        refused.push(unreadable(&name));
        return next(door, pairs, given, refused);
    };
    if file.size() > ingest::LONGEST as f64 {
        let error = ingest::IngestError::TooLong { name, megabytes: (file.size() / 1e6).ceil() as usize, limit: ingest::LONGEST / 1_000_000 };
        refused.push(error.to_string());
        return next(door, pairs, given, refused);
    }
    outcome(&file.array_buffer(), move |buffer| match buffer {
        Ok(buffer) => cut(Given { name, bytes: js_sys::Uint8Array::new(&buffer).to_vec(), cut: None }, move |file| {
            given.push(file);
            next(door, pairs, given, refused);
        }),
        Err(_) => {
            refused.push(unreadable(&name));
            next(door, pairs, given, refused);
        }
    });
}

/// Cuts the article out of a file that is a web page, and goes on with it; with any other file as it is.
fn cut(mut file: Given, go_on: impl FnOnce(Given) + 'static) {
    let page = (is_page(&file.name, &file.bytes) && !formats::is_annotated(&file.name, &file.bytes)).then(|| ingest::bytes(&file.name, &file.bytes));
    let Some(article) = page.and_then(Result::ok).and_then(|page| dom::readable(&page.text, true)) else { return go_on(file) };
    outcome(&article, move |value| {
        file.cut = value.ok().as_ref().and_then(Cut::read);
        go_on(file);
    });
}
