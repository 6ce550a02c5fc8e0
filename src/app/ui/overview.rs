//! The strip beside the scrollbar: where in the article findings and quotations are.

use leptos::prelude::*;

use super::state::use_app;
use crate::annotation::{Layer, Status};
use crate::app::finding::{is_quiet, is_structure};
use crate::app::ui::dom::on_click;

/// The height of the strip in its own units.
const HEIGHT: usize = 400;

/// The strip. A click goes to what is nearest.
#[component]
pub(super) fn Overview() -> impl IntoView {
    let state = use_app();
    // Damage before quotations; one tick a unit of height, however many lie there.
    let ticks = Memo::new(move |_| {
        state.desk.with(|d| {
            let Some(d) = d else { return Vec::new() };
            let length = d.text().len().max(1);
            let mut rows = vec![0u8; HEIGHT + 1];
            for annotation in d.annotations().iter().filter(|a| a.status != Status::Rejected && !a.is_verdict()) {
                let weight = match annotation.layer {
                    Layer::Artifact => 2,
                    Layer::Quote => 1,
                    _ => continue,
                };
                if weight == 2 && is_quiet(annotation) {
                    continue;
                }
                for piece in annotation.pieces() {
                    let (from, to) = (piece.start() * HEIGHT / length, piece.end() * HEIGHT / length);
                    rows[from.min(HEIGHT)..=to.min(HEIGHT)].iter_mut().for_each(|row| *row = (*row).max(weight));
                }
            }
            let mut ticks: Vec<(usize, usize, u8)> = Vec::new();
            for (at, weight) in rows.into_iter().enumerate().filter(|(_, w)| *w > 0) {
                match ticks.last_mut() {
                    Some((from, count, w)) if *w == weight && *from + *count == at => *count += 1,
                    _ => ticks.push((at, 1, weight)),
                }
            }
            ticks
        })
    });
    let here = move || {
        let id = state.selection.selected.get()?;
        state.desk.with(|d| d.as_ref().and_then(|d| Some(d.annotation(&id)?.span.start() * HEIGHT / d.text().len().max(1))))
    };
    let go = move |event: leptos::ev::MouseEvent| {
        let Some(strip) = super::dom::by_id("overview") else { return };
        let bounds = strip.get_bounding_client_rect();
        let share = ((f64::from(event.client_y()) - bounds.top()) / bounds.height().max(1.0)).clamp(0.0, 1.0);
        let nearest = state.desk.with_untracked(|d| {
            let d = d.as_ref()?;
            let at = (share * d.text().len() as f64) as usize;
            let marked = d
                .annotations()
                .iter()
                .filter(|a| matches!(a.layer, Layer::Quote | Layer::Artifact) && a.status != Status::Rejected && !a.is_verdict() && !is_structure(a));
            marked.min_by_key(|a| a.span.start().abs_diff(at)).map(|a| a.id.clone())
        });
        if let Some(nearest) = nearest {
            state.select(&nearest);
        }
    };
    view! {
        <div class="overview" id="overview" aria-hidden="true" title="Damage and quotations in the article" on:click=on_click(go)>
            <svg viewBox="0 0 10 400" preserveAspectRatio="none">
                {move || ticks.get().into_iter().map(|(at, count, weight)| {
                    let class = if weight == 2 { "tick damage" } else { "tick quote" };
                    view! { <rect class=class x="1" width="8" y=at height=count></rect> }
                }).collect_view()}
                {move || here().map(|at| view! { <rect class="tick here" x="0" width="10" y=at height="3"></rect> })}
            </svg>
        </div>
    }
}
