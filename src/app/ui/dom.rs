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
pub(super) fn selection(state: AppState) -> Option<Span> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let start = place(state, &range.start_container().ok()?, range.start_offset().ok()?);
    let end = place(state, &range.end_container().ok()?, range.end_offset().ok()?);
    // A drag may begin or end in a margin, and three clicks end in the next paragraph's: the lines it touches count.
    let (start, end) = match (start, end) {
        (Some(start), Some(end)) => (start, end),
        (start, end) => {
            let (first, last) = lines_touched(state, &range)?;
            (start.unwrap_or(first), end.unwrap_or(last))
        }
    };
    (start < end).then(|| Span::new(start, end))
}

/// The start of the first and the end of the last line of text that a range touches.
fn lines_touched(state: AppState, range: &web_sys::Range) -> Option<(usize, usize)> {
    let elements = block_elements()?;
    let mut found: Option<(usize, usize)> = None;
    state.blocks.with_untracked(|blocks| {
        for (n, block) in blocks.iter().enumerate() {
            let Some(line) = elements.item(n as u32).and_then(|e| e.query_selector(".t").ok().flatten()) else { break };
            if range.intersects_node(&line).unwrap_or(false) {
                found = Some((found.map_or(block.span.start(), |f| f.0), block.span.end()));
            }
        }
    });
    found
}

/// The node and the place in it where the browser has byte `at` of the text.
fn point(state: AppState, at: usize) -> Option<(Node, u32)> {
    let (n, block) = state.blocks.with_untracked(|b| crate::app::blocks::block_at(b, at).map(|n| (n, b[n].span)))?;
    let at = at.min(block.end());
    let line = block_elements()?.item(n as u32)?.query_selector(".t").ok()??;
    let mut left = state.desk.with_untracked(|d| d.as_ref().and_then(|d| d.text().get(block.start()..at)).map(|t| t.encode_utf16().count() as u32))?;
    const TEXT: u32 = 4;
    let walk = document().create_tree_walker_with_what_to_show(&line, TEXT).ok()?;
    let mut last = None;
    while let Ok(Some(node)) = walk.next_node() {
        let length = node.node_value().map_or(0, |v| v.encode_utf16().count() as u32);
        // Nodes without letters mark places of the framework's.
        if length > 0 {
            if left <= length {
                return Some((node, left));
            }
            left -= length;
            last = Some((node, length));
        }
    }
    last
}

/// The browser's range of a span that is drawn.
pub(super) fn range_of(state: AppState, span: Span) -> Option<web_sys::Range> {
    let (start, end) = (point(state, span.start())?, point(state, span.end())?);
    let range = document().create_range().ok()?;
    range.set_start(&start.0, start.1).ok()?;
    range.set_end(&end.0, end.1).ok()?;
    Some(range)
}

/// Selects `span` as a hand would; `back` where it was gone backwards.
pub(super) fn select(state: AppState, span: Span, back: bool) {
    let (Some(start), Some(end)) = (point(state, span.start()), point(state, span.end())) else { return };
    let (from, to) = if back { (end, start) } else { (start, end) };
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.set_base_and_extent(&from.0, from.1, &to.0, to.1);
    }
}

/// The byte of the text under a point of the screen.
pub(super) fn place_at(state: AppState, x: f64, y: f64) -> Option<usize> {
    let document = document();
    let call = |name: &str| {
        let method: js_sys::Function = js_sys::Reflect::get(&document, &name.into()).ok()?.dyn_into().ok()?;
        method.call2(&document, &x.into(), &y.into()).ok().filter(JsValue::is_object)
    };
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let (node, offset) = match call("caretPositionFromPoint") {
        Some(position) => (get(&position, "offsetNode")?, get(&position, "offset")?),
        None => {
            let range = call("caretRangeFromPoint")?;
            (get(&range, "startContainer")?, get(&range, "startOffset")?)
        }
    };
    place(state, &node.dyn_into::<Node>().ok()?, offset.as_f64()? as u32)
}

/// Where a caret at byte `at` stands on the screen: its left, its top and its height.
pub(super) fn caret_box(state: AppState, at: usize) -> Option<(f64, f64, f64)> {
    use crate::annotation::{Unit, stepped};
    let (before, after, rtl) = state.desk.with_untracked(|d| {
        let text = d.as_ref()?.text();
        let block = state.blocks.with_untracked(|b| crate::app::blocks::block_at(b, at).map(|n| b[n].span))?;
        let after = (at < block.end()).then(|| Span::new(at, stepped(text, at, Unit::Letter, false)));
        let before = (at > block.start()).then(|| Span::new(stepped(text, at, Unit::Letter, true), at));
        let letter = after.or(before).and_then(|s| s.of(text).chars().next())?;
        Some((before, after, matches!(letter, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FEFC}')))
    })?;
    let bounds = |span: Span| range_of(state, span).map(|r| r.get_bounding_client_rect()).filter(|b| b.height() > 0.0);
    if let Some(b) = after.and_then(bounds) {
        return Some((if rtl { b.right() } else { b.left() }, b.top(), b.height()));
    }
    let b = before.and_then(bounds)?;
    Some((if rtl { b.left() } else { b.right() }, b.top(), b.height()))
}

/// The first byte of the first block that can be seen.
pub(super) fn first_in_view(state: AppState) -> Option<usize> {
    let top = by_id("proof")?.get_bounding_client_rect().top() + 40.0;
    let elements = block_elements()?;
    let n = (0..elements.length()).find(|n| elements.item(*n).is_some_and(|e| e.get_bounding_client_rect().bottom() > top))?;
    state.blocks.with_untracked(|b| b.get(n as usize).map(|b| b.span.start()))
}

/// Draws as much of the text as `span` needs, and brings it into view; in the middle where it was not seen.
pub(super) fn reveal(state: AppState, span: Span, middle: bool) {
    state.draw_up_to(span.start());
    request_animation_frame(move || {
        if let Some(range) = range_of(state, span) {
            scroll_to(state, &range.get_bounding_client_rect(), middle);
        }
    });
}

/// Brings a box of the article to where nothing lies over it: neither the strip nor, on a narrow screen, the panel.
pub(super) fn scroll_to(state: AppState, target: &web_sys::DomRect, middle: bool) {
    let Some(proof) = by_id("proof") else { return };
    let view = proof.get_bounding_client_rect();
    let box_of = |selector: &str| document().query_selector(selector).ok().flatten().map(|e| e.get_bounding_client_rect());
    let strip = box_of(".strip").map_or(0.0, |s| s.height());
    let height = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(800.0);
    // On a narrow screen the panel comes over the lower half of the article; it may still be on its way.
    let over = box_of(".side").filter(|side| side.left() <= view.left() && state.sheet_open.get_untracked()).map(|side| height - side.height());
    let (top, bottom) = (view.top() + strip + 16.0, over.unwrap_or(view.bottom() - 48.0).min(view.bottom()) - 24.0);
    if target.top() >= top && target.bottom() <= bottom {
        return;
    }
    let by = match (middle, target.top() < top) {
        (true, _) => target.top() - (top + bottom) / 2.0,
        (false, true) => target.top() - top,
        (false, false) => target.bottom() - bottom,
    };
    proof.set_scroll_top(proof.scroll_top() + by as i32);
}

/// The browser's list of painted ranges, where it has one.
fn highlights() -> Option<JsValue> {
    let css = js_sys::Reflect::get(&js_sys::global(), &"CSS".into()).ok().filter(|c| !c.is_undefined())?;
    js_sys::Reflect::get(&css, &"highlights".into()).ok().filter(JsValue::is_object)
}

/// True where the browser can paint ranges without touching the page.
pub(super) fn can_highlight() -> bool {
    highlights().is_some()
}

/// Paints `ranges` under the name that the style sheet has for them, instead of what was painted under it.
pub(super) fn highlight(name: &str, ranges: &[web_sys::Range]) {
    let Some(list) = highlights() else { return };
    let method = |name: &str| js_sys::Reflect::get(&list, &name.into()).ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    if ranges.is_empty() {
        if let Some(delete) = method("delete") {
            let _ = delete.call1(&list, &name.into());
        }
        return;
    }
    let kind = js_sys::Reflect::get(&js_sys::global(), &"Highlight".into()).ok().and_then(|k| k.dyn_into::<js_sys::Function>().ok());
    let arguments: js_sys::Array = ranges.iter().collect();
    let made = kind.and_then(|k| js_sys::Reflect::construct(&k, &arguments).ok());
    if let (Some(made), Some(set)) = (made, method("set")) {
        let _ = set.call2(&list, &name.into(), &made);
    }
}

/// True where an event happened on the article.
pub(super) fn is_on_sheet(event: &web_sys::Event) -> bool {
    event.target().and_then(|t| t.dyn_into::<Element>().ok()).is_some_and(|e| e.closest("#sheet").ok().flatten().is_some())
}

/// Selects all that a field holds.
pub(super) fn select_field(field: &HtmlElement) {
    if let Some(field) = field.dyn_ref::<web_sys::HtmlInputElement>() {
        field.select();
    }
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
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        offer(name, &blob);
    }
}

fn offer(name: &str, blob: &Blob) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
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

/// Offers bytes as a file to keep.
pub(super) fn download_bytes(name: &str, bytes: &[u8]) {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type("application/octet-stream");
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        offer(name, &blob);
    }
}

/// A time of day as the browser's language writes it: "12:04".
pub(super) fn clock(time: u64) -> String {
    locale(time, "toLocaleTimeString", &[("hour", "2-digit"), ("minute", "2-digit")])
}

/// A day and a time: "21 Nov, 12:04".
pub(super) fn day_and_time(time: u64) -> String {
    locale(time, "toLocaleString", &[("day", "numeric"), ("month", "short"), ("hour", "2-digit"), ("minute", "2-digit")])
}

fn locale(time: u64, method: &str, options: &[(&str, &str)]) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(time as f64));
    let wanted = js_sys::Object::new();
    for (name, value) in options {
        let _ = js_sys::Reflect::set(&wanted, &(*name).into(), &(*value).into());
    }
    let call = js_sys::Reflect::get(&date, &method.into()).ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    call.and_then(|f| f.call2(&date, &JsValue::UNDEFINED, &wanted).ok()).and_then(|s| s.as_string()).unwrap_or_default()
}

/// The browser's storage manager, where it has one.
fn storage_call(method: &str) -> Option<js_sys::Promise> {
    let manager = js_sys::Reflect::get(&window().navigator(), &"storage".into()).ok().filter(JsValue::is_object)?;
    let call: js_sys::Function = js_sys::Reflect::get(&manager, &method.into()).ok()?.dyn_into().ok()?;
    call.call0(&manager).ok()?.dyn_into().ok()
}

/// Asks the browser not to clear what is kept when space runs short.
pub(super) fn ask_to_persist() {
    if let Some(promise) = storage_call("persist") {
        settle(&promise, |_| {}, |_| {});
    }
}

/// The bytes that the browser keeps for this page, where it says.
pub(super) fn used_space(done: impl FnOnce(Option<f64>) + 'static) {
    match storage_call("estimate") {
        Some(promise) => {
            let done = std::rc::Rc::new(std::cell::RefCell::new(Some(done)));
            let failed = std::rc::Rc::clone(&done);
            let usage = |value: &JsValue| js_sys::Reflect::get(value, &"usage".into()).ok().and_then(|u| u.as_f64());
            settle(
                &promise,
                move |value| {
                    if let Some(done) = done.borrow_mut().take() {
                        done(usage(&value));
                    }
                },
                move |_| {
                    if let Some(done) = failed.borrow_mut().take() {
                        done(None);
                    }
                },
            );
        }
        None => done(None),
    }
}

/// Removes every setting of this page's.
pub(super) fn forget_settings() {
    if let Ok(Some(storage)) = window().local_storage() {
        let count = storage.length().unwrap_or(0);
        let names: Vec<String> = (0..count).filter_map(|n| storage.key(n).ok().flatten()).filter(|name| name.starts_with("galley.")).collect();
        for name in names {
            let _ = storage.remove_item(&name);
        }
    }
}

/// Listens to an event of the document.
pub(super) fn on_document(name: &str, heard: impl FnMut(web_sys::Event) + 'static) {
    let handler = Closure::<dyn FnMut(web_sys::Event)>::new(heard);
    let _ = document().add_event_listener_with_callback(name, handler.into_js_value().unchecked_ref());
}

/// Takes the browser's selection away.
pub(super) fn select_nothing() {
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// The byte of the text at which the browser's cursor is: where the last click was.
pub(super) fn caret(state: AppState) -> Option<usize> {
    let selection = window().get_selection().ok()??;
    place(state, &selection.focus_node()?, selection.focus_offset())
}

/// True where a `details` element is open.
pub(super) fn is_open(event: &web_sys::Event) -> bool {
    event.target().and_then(|t| t.dyn_into::<Element>().ok()).is_some_and(|e| e.has_attribute("open"))
}
