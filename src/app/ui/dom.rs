//! The browser: places in the text, files, clipboard, time.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlElement, Node, Url};

use super::state::AppState;
use crate::text::{OffsetMap, Span};
use crate::wire::promise::settle;

/// Milliseconds since 1970.
pub(super) fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// An id that no other document has.
pub(super) fn fresh_id() -> String {
    format!("{:x}-{:x}", now(), (js_sys::Math::random() * 65536.0) as u32)
}

/// The element with `id`.
pub(super) fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the article, and leaves it where it is on the screen.
pub(super) fn focus_sheet() {
    if let Some(sheet) = by_id("sheet") {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = sheet.focus_with_options(&options);
    }
}

/// The blocks on the sheet, in order.
fn block_elements() -> Option<web_sys::HtmlCollection> {
    Some(document().get_element_by_id("sheet")?.children())
}

/// The runs on the sheet that lie in `span` of the text, in order.
pub(super) fn runs_in(state: AppState, span: Span) -> Vec<Element> {
    let Some(elements) = block_elements() else { return Vec::new() };
    let mut found = Vec::new();
    state.blocks.with_untracked(|blocks| {
        let first = blocks.partition_point(|b| b.span.end() <= span.start());
        for (n, block) in blocks.iter().enumerate().skip(first).take_while(|(_, b)| b.span.start() < span.end().max(span.start() + 1)) {
            let Some(element) = elements.item(n as u32) else { break };
            let Ok(runs) = element.query_selector_all("[data-o]") else { continue };
            for i in 0..runs.length() {
                let Some(run) = runs.item(i).and_then(|r| r.dyn_into::<Element>().ok()) else { continue };
                let Some((start, end)) = extent(&run) else { continue };
                let (start, end) = (block.span.start() + start, block.span.start() + end);
                if start < span.end() && span.start() < end {
                    found.push(run);
                }
            }
        }
    });
    found
}

/// The bytes of its block that a run stands for.
fn extent(run: &Element) -> Option<(usize, usize)> {
    let start: usize = run.get_attribute("data-o")?.parse().ok()?;
    let text = run.text_content().unwrap_or_default();
    Some((start, start + text.len()))
}

/// The byte of the text at which the run that holds `target` starts.
pub(super) fn run_at(state: AppState, target: &Element) -> Option<usize> {
    let run = target.closest("[data-o]").ok()??;
    let (start, _) = extent(&run)?;
    Some(block_of(state, &run)? + start)
}

/// The first byte of the block that holds `element`.
pub(super) fn block_of(state: AppState, element: &Element) -> Option<usize> {
    let block = element.closest(".p").ok()??;
    let elements = block_elements()?;
    let index = (0..elements.length()).find(|n| elements.item(*n).as_ref() == Some(&block))? as usize;
    state.blocks.with_untracked(|b| b.get(index).map(|b| b.span.start()))
}

/// What a person has selected on the sheet, in bytes of the text; none where that is nothing.
#[allow(dead_code)] // The editing gestures start from it.
pub(super) fn selection(state: AppState) -> Option<Span> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let start = place(state, &range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = place(state, &range.end_container().ok()?, range.end_offset().ok()?)?;
    (start < end).then(|| Span::new(start, end))
}

/// The byte of the text at `offset` of `node`, as the browser counts it.
pub(super) fn place(state: AppState, node: &Node, offset: u32) -> Option<usize> {
    let element: Element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let line = element.closest(".t").ok()??;
    let range = document().create_range().ok()?;
    range.set_start(&line, 0).ok()?;
    range.set_end(node, offset).ok()?;
    let before = range.to_string().length() as usize;
    let block = block_of(state, &line)?;
    state.desk.with_untracked(|d| {
        let text = d.as_ref()?.text();
        let end = state.blocks.with_untracked(|b| b.iter().find(|b| b.span.start() == block).map(|b| b.span.end()))?;
        Some(block + OffsetMap::new(&text[block..end]).utf16_to_byte(before))
    })
}

/// True where something on the sheet is selected with the mouse or the keys.
pub(super) fn has_selection() -> bool {
    window().get_selection().ok().flatten().is_some_and(|s| !s.is_collapsed())
}

/// Offers `text` as a file to keep.
pub(super) fn download(name: &str, mime: &str, text: &str) {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    if let Some(link) = document().create_element("a").ok().and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&address);
        },
        std::time::Duration::from_secs(60),
    );
}

/// Puts `text` on the clipboard, and says how that went.
pub(super) fn copy(state: AppState, text: &str, what: &'static str) {
    let clipboard = window().navigator().clipboard();
    // The clipboard is missing where the page is not served securely.
    if JsValue::from(clipboard.clone()).is_undefined() {
        state.say_bad("The browser lets this page have no clipboard. Download the table instead.");
        return;
    }
    settle(
        &clipboard.write_text(text),
        move |_| state.say(format!("{what} copied.")),
        move |_| state.say_bad("The browser did not allow copying. Download the table instead."),
    );
}

/// A setting that this browser keeps.
pub(super) fn setting(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(&format!("galley.{name}")).ok()?
}

/// Keeps a setting; a browser that keeps none is no reason to stop.
pub(super) fn keep_setting(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(&format!("galley.{name}"), value);
    }
}

/// Shows that the page itself stopped.
pub(super) fn crashed(why: &str) {
    let Ok(galley) = js_sys::Reflect::get(&js_sys::global(), &"galley".into()) else { return };
    if let Ok(failed) = js_sys::Reflect::get(&galley, &"failed".into())
        && let Some(failed) = failed.dyn_ref::<js_sys::Function>()
    {
        let _ = failed.call1(&galley, &why.into());
    }
}
