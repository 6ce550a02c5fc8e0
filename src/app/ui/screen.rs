//! The text on the screen: from its bytes to nodes, boxes and the browser's selection, and back.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Node};

use super::dom::by_id;
use super::state::AppState;
use crate::text::{OffsetMap, Span};

/// The blocks on the sheet, in order.
fn block_elements() -> Option<web_sys::HtmlCollection> {
    Some(document().get_element_by_id("sheet")?.children())
}

/// The runs on the sheet that lie in `span` of the text, in order.
pub(super) fn runs_in(state: AppState, span: Span) -> Vec<Element> {
    let Some(elements) = block_elements() else { return Vec::new() };
    let mut found = Vec::new();
    state.desk.blocks.with_untracked(|blocks| {
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
    state.desk.blocks.with_untracked(|b| b.get(index).map(|b| b.span.start()))
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
    state.desk.blocks.with_untracked(|blocks| {
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
    let (n, block) = state.desk.blocks.with_untracked(|b| crate::app::blocks::block_at(b, at).map(|n| (n, b[n].span)))?;
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

/// A span as it can be seen: a place without length with the letter on each side.
pub(super) fn seen(span: Span) -> Span {
    if span.is_empty() { Span::new(span.start().saturating_sub(1), span.end() + 1) } else { span }
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
        let block = state.desk.blocks.with_untracked(|b| crate::app::blocks::block_at(b, at).map(|n| b[n].span))?;
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
    state.desk.blocks.with_untracked(|b| b.get(n as usize).map(|b| b.span.start()))
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
    let over = box_of(".side").filter(|side| side.left() <= view.left() && state.windows.panel_open.get_untracked()).map(|side| height - side.height());
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
        let end = state.desk.blocks.with_untracked(|b| b.iter().find(|b| b.span.start() == block).map(|b| b.span.end()))?;
        Some(block + OffsetMap::new(&text[block..end]).utf16_to_byte(before))
    })
}

/// The byte of the text at which the browser's cursor is: where the last click was.
pub(super) fn caret(state: AppState) -> Option<usize> {
    let selection = window().get_selection().ok()??;
    place(state, &selection.focus_node()?, selection.focus_offset())
}

/// Takes the browser's selection away.
pub(super) fn select_nothing() {
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
}
