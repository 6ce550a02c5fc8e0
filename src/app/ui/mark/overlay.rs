//! What is drawn over the article and is not part of it: the caret, the handles of the selected mark, the lines from a
//! quotation to its speaker and cue, and the hits of a search where the browser cannot paint them itself.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::DomRect;

use super::super::state::{AppState, use_app};
use super::super::{dom, margins, screen};
use super::handles;
use crate::annotation::{Layer, RelationKind};
use crate::text::Span;

/// A box, in pixels from the corner of the article: left, top, width, height.
type Frame = (f64, f64, f64, f64);

/// Where everything is.
#[derive(Clone, Debug, Default, PartialEq)]
struct Picture {
    /// Left, top, height.
    caret: Option<(f64, f64, f64)>,
    /// For the start and the end: left, bottom, and the middle of the line on the screen.
    handles: Vec<(bool, f64, f64)>,
    /// What is selected, one box a line.
    outlines: Vec<Frame>,
    links: Vec<(&'static str, String)>,
    hits: Vec<(bool, Frame)>,
}

/// The layer.
#[component]
pub(in crate::app::ui) fn Overlay() -> impl IntoView {
    let state = use_app();
    let picture = RwSignal::new(Picture::default());
    let size = RwSignal::new(0u32);
    watch_size(size);
    margins::follow(state, size);
    Effect::new(move || {
        size.track();
        state.selection.selected.track();
        state.desk.track();
        state.sheet.drawn.track();
        state.marking.caret.track();
        state.sheet.clean.track();
        state.find.hits.track();
        state.find.current.track();
        // After the sheet has been drawn.
        request_animation_frame(move || {
            // The desk may have been left meanwhile, and the picture with it.
            let now = look(state);
            if picture.try_with_untracked(|p| *p != now) == Some(true) {
                let _ = picture.try_set(now);
            }
        });
    });
    view! {
        <div class="over" id="over" aria-hidden="true">
            {move || picture.with(|p| p.hits.iter().map(|(here, (x, y, w, h))| view! { <i class="hit" class:here=*here style:left=px(*x) style:top=px(*y) style:width=px(*w) style:height=px(*h)></i> }).collect_view())}
            {move || picture.with(|p| p.outlines.iter().map(|(x, y, w, h)| view! { <i class="outline" style:left=px(*x) style:top=px(*y) style:width=px(*w) style:height=px(*h)></i> }).collect_view())}
            {move || picture.with(|p| (!p.links.is_empty()).then(|| view! { <svg class="links">{p.links.iter().map(|(class, d)| view! { <path class=*class d=d.clone()></path> }).collect_view()}</svg> }))}
            {move || picture.with(|p| p.handles.iter().map(|(start, x, y)| {
                let start = *start;
                let taken = move |event: web_sys::PointerEvent| if let Some(edge) = edge_at(state, start) { handles::taken(state, &event, start, edge) };
                view! { <i class="handle" class:end=!start style:left=px(*x) style:top=px(*y) on:pointerdown=taken></i> }
            }).collect_view())}
            {move || picture.with(|p| p.caret.map(|(x, y, h)| view! { <i class="caret" style:left=px(x) style:top=px(y) style:height=px(h)></i> }))}
        </div>
    }
}

fn px(n: f64) -> String {
    format!("{n:.1}px")
}

/// Counts up when the article is another size: a window that is resized, letters that are larger, a paragraph laid out.
fn watch_size(size: RwSignal<u32>) {
    request_animation_frame(move || {
        let Some(sheet) = dom::by_id("sheet") else { return };
        let changed = Closure::<dyn FnMut()>::new(move || {
            let _ = size.try_update(|n| *n = n.wrapping_add(1));
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(changed.into_js_value().unchecked_ref()) {
            observer.observe(&sheet);
        }
    });
}

/// The first or the last box of `span` on the screen.
fn end_box(state: AppState, span: Span, start: bool) -> Option<DomRect> {
    let boxes = screen::range_of(state, span)?.get_client_rects()?;
    let shown = |n: u32| boxes.get(n).filter(|b| b.width() > 0.0);
    if start { (0..boxes.length()).find_map(shown) } else { (0..boxes.length()).rev().find_map(shown) }
}

/// The span whose edges can be dragged.
fn edges_of(state: AppState) -> Option<Span> {
    let id = state.selection.selected.get_untracked()?;
    state.desk.with_untracked(|d| d.as_ref()?.annotation(&id).filter(|a| a.layer != Layer::Artifact && a.parts.len() < 2).map(|a| a.span))
}

/// Where an edge of the selected mark is, in the middle of its line, in pixels of the screen.
fn edge_at(state: AppState, start: bool) -> Option<(f64, f64)> {
    end_box(state, edges_of(state)?, start).map(|b| (if start { b.left() } else { b.right() }, b.top() + b.height() / 2.0))
}

fn look(state: AppState) -> Picture {
    let Some(over) = dom::by_id("over") else { return Picture::default() };
    if state.sheet.clean.get_untracked() {
        return Picture::default();
    }
    let corner = over.get_bounding_client_rect();
    let (left, top) = (corner.left(), corner.top());
    let mut picture = Picture::default();
    if let Some(caret) = state.marking.caret.get_untracked() {
        picture.caret = screen::caret_box(state, caret.at).map(|(x, y, h)| (x - left, y - top, h));
    }
    if let Some(span) = edges_of(state) {
        for start in [true, false] {
            if let Some(edge) = end_box(state, span, start) {
                picture.handles.push((start, if start { edge.left() } else { edge.right() } - left, edge.bottom() - top));
            }
        }
    }
    picture.outlines = outlines(state, left, top);
    picture.links = links(state, left, top);
    if !screen::can_highlight() {
        let current = state.find.current.get_untracked();
        state.find.hits.with_untracked(|hits| {
            for (n, hit) in hits.iter().enumerate().take(400) {
                let Some(boxes) = screen::range_of(state, *hit).and_then(|r| r.get_client_rects()) else { continue };
                let boxes = (0..boxes.length()).filter_map(|b| boxes.get(b));
                picture.hits.extend(boxes.map(|b| (n == current, (b.left() - left, b.top() - top, b.width(), b.height()))));
            }
        });
    }
    picture
}

/// Boxes around what is selected: one a line, however many marks lie in it.
fn outlines(state: AppState, left: f64, top: f64) -> Vec<Frame> {
    let pieces: Vec<Span> = state
        .selection
        .selected
        .with_untracked(|id| {
            let id = id.as_ref()?;
            state.desk.with_untracked(|d| d.as_ref()?.annotation(id).filter(|a| !a.is_verdict()).map(|a| a.pieces().to_vec()))
        })
        .unwrap_or_default();
    let mut frames: Vec<Frame> = Vec::new();
    for piece in pieces.into_iter().take(60) {
        let Some(boxes) = screen::range_of(state, screen::seen(piece)).and_then(|r| r.get_client_rects()) else { continue };
        let first = frames.len();
        for b in (0..boxes.length()).filter_map(|n| boxes.get(n)).filter(|b| b.width() > 0.5) {
            let (x, y, right, foot) = (b.left() - left, b.top() - top, b.right() - left, b.bottom() - top);
            match frames[first..].iter_mut().find(|(_, fy, _, fh)| (y + foot) / 2.0 > *fy && (y + foot) / 2.0 < *fy + *fh) {
                // On the line of one before, whatever padding each has.
                Some((fx, fy, fw, fh)) => {
                    let (end, bottom) = ((*fx + *fw).max(right), (*fy + *fh).max(foot));
                    (*fx, *fy) = (fx.min(x), fy.min(y));
                    (*fw, *fh) = (end - *fx, bottom - *fy);
                }
                _ => frames.push((x, y, right - x, foot - y)),
            }
        }
    }
    frames
}

/// Curves from the selected quotation to the words that name its source and to those that report it.
fn links(state: AppState, left: f64, top: f64) -> Vec<(&'static str, String)> {
    let Some(quote) = state.selected_quote_untracked() else { return Vec::new() };
    let related: Vec<(&'static str, Span, Span)> = state.desk.with_untracked(|d| {
        let Some(d) = d.as_ref() else { return Vec::new() };
        let Some(from) = d.annotation(&quote).filter(|a| !a.is_verdict()).map(|a| a.span) else { return Vec::new() };
        let kinds = [(RelationKind::Speaker, "to-speaker"), (RelationKind::Cue, "to-cue"), (RelationKind::Addressee, "to-addressee")];
        kinds
            .into_iter()
            .flat_map(|(kind, class)| d.targets(&quote, kind).filter_map(|to| d.annotation(to)).map(move |a| (class, from, a.span)).collect::<Vec<_>>())
            .collect()
    });
    let mut links = Vec::new();
    for (class, from, to) in related {
        let Some(target) = end_box(state, to, true) else { continue };
        // From the end of the quotation that is nearer in the text.
        let start = to.start().abs_diff(from.start()) < to.start().abs_diff(from.end());
        let Some(edge) = end_box(state, from, start) else { continue };
        let x1 = if start { edge.left() } else { edge.right() } - left;
        let x2 = target.left() + target.width() / 2.0 - left;
        // Under the line, or through the space between two lines, so that no word is struck out.
        let (y1, y2) = if target.bottom() <= edge.top() + 6.0 {
            (edge.top() - top, target.bottom() - top)
        } else if target.top() + 6.0 >= edge.bottom() {
            (edge.bottom() - top, target.top() - top)
        } else {
            (edge.bottom() - top, target.bottom() - top)
        };
        // Further than the next line, the way goes round the words, through the margin of the paragraph.
        if (y1 - y2).abs() > 1.5 * edge.height() {
            let Some(margin) =
                dom::by_id("sheet").and_then(|s| s.query_selector(".p .t").ok().flatten()).map(|t| t.get_bounding_client_rect().left() - left - 9.0)
            else {
                continue;
            };
            let (leave, enter) = (y1 + if y2 > y1 { 4.0 } else { -4.0 }, y2 + if y2 > y1 { -4.0 } else { 4.0 });
            links.push((class, format!("M{x1:.1} {y1:.1}V{leave:.1}H{margin:.1}V{enter:.1}H{x2:.1}V{y2:.1}")));
            continue;
        }
        let between = if (y1 - y2).abs() < 2.0 { y1 + 5.0 } else { y1 + (y2 - y1).clamp(-10.0, 10.0) / 2.0 };
        links.push((
            class,
            format!(
                "M{x1:.1} {y1:.1}Q{x1:.1} {between:.1} {:.1} {between:.1}L{:.1} {between:.1}Q{x2:.1} {between:.1} {x2:.1} {y2:.1}",
                x1 + (x2 - x1).clamp(-8.0, 8.0) / 2.0,
                x2 - (x2 - x1).clamp(-8.0, 8.0) / 2.0
            ),
        ));
    }
    links
}
