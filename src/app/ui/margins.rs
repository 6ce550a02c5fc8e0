//! What stands in the margins stands beside its own line: signs at the left, speakers at the right, in a paragraph of any length.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::dom;
use super::state::AppState;

/// Marks a block whose margins are set; what is drawn anew lacks it.
const SET: &str = "data-set";
/// Blocks that are set at once; a long article has the rest of them set as it is scrolled to.
const MOST: u32 = 160;

/// Sets the margins whenever the article is drawn, and all of them anew where it is another size.
pub(super) fn follow(state: AppState, size: RwSignal<u32>) {
    Effect::new(move |before: Option<u32>| {
        let now = size.get();
        state.desk.track();
        state.sheet.drawn.track();
        let all = before.is_some_and(|b| b != now);
        request_animation_frame(move || set(all));
        now
    });
}

fn set(all: bool) {
    let Some(sheet) = dom::by_id("sheet") else { return };
    if all && let Ok(done) = sheet.query_selector_all(&format!(".p[{SET}]")) {
        for block in (0..done.length()).filter_map(|n| done.get(n)).filter_map(|n| n.dyn_into::<Element>().ok()) {
            let _ = block.remove_attribute(SET);
        }
    }
    let Ok(blocks) = sheet.query_selector_all(&format!(".p:not([{SET}])")) else { return };
    let blocks: Vec<Element> = (0..blocks.length().min(MOST)).filter_map(|n| blocks.get(n)).filter_map(|n| n.dyn_into().ok()).collect();
    // Everything is looked at before anything is moved: the browser lays the page out once.
    let wanted: Vec<Vec<(HtmlElement, f64)>> =
        blocks.iter().map(|block| [".pm", ".voice"].into_iter().flat_map(|side| places(block, side)).collect()).collect();
    for (item, by) in wanted.into_iter().flatten() {
        let _ = item.style().set_property("margin-top", &format!("{by:.0}px"));
    }
    for block in blocks {
        let _ = block.set_attribute(SET, "");
    }
}

/// The items of one margin of a block, each with the space above it that puts it beside its line, or under the one before.
fn places(block: &Element, side: &str) -> Vec<(HtmlElement, f64)> {
    let Ok(items) = block.query_selector_all(side) else { return Vec::new() };
    let items: Vec<HtmlElement> = (0..items.length()).filter_map(|n| items.get(n)).filter_map(|n| n.dyn_into().ok()).collect();
    // One item at the head of its paragraph stands there as it is.
    if items.iter().all(|i| at(i) == Some(0)) {
        return Vec::new();
    }
    let Some(margin) = items.first().and_then(|i| i.parent_element()) else { return Vec::new() };
    let top = margin.get_bounding_client_rect().top();
    let runs = block.query_selector_all("[data-o]").ok();
    let line_of = |at: u32| -> Option<f64> {
        let runs = runs.as_ref()?;
        let run = (0..runs.length()).filter_map(|n| runs.get(n)).filter_map(|n| n.dyn_into::<Element>().ok()).rfind(|r| offset(r).is_some_and(|o| o <= at))?;
        run.get_client_rects().get(0).map(|b| b.top() - top)
    };
    // What the style sheet has under each.
    let gap = if side == ".voice" { 3.0 } else { 0.0 };
    let mut places = Vec::new();
    let mut foot = 0.0;
    for (n, item) in items.into_iter().enumerate() {
        let bounds = item.get_bounding_client_rect();
        let height = bounds.height();
        // What the margin begins with, its number and its padding, stands above the first item.
        if n == 0 {
            let own = item.style().get_property_value("margin-top").ok().and_then(|m| m.trim_end_matches("px").parse::<f64>().ok()).unwrap_or(0.0);
            foot = bounds.top() - top - own;
        }
        let line = at(&item).and_then(line_of).unwrap_or(foot);
        let by = (line - foot).max(0.0);
        // Margins of two that follow each other are one, the larger.
        foot += height + if n == 0 { by } else { by.max(gap) };
        places.push((item, by));
    }
    places
}

fn at(item: &HtmlElement) -> Option<u32> {
    item.get_attribute("data-at")?.parse().ok()
}

fn offset(run: &Element) -> Option<u32> {
    run.get_attribute("data-o")?.parse().ok()
}
