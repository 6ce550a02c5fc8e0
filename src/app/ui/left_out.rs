//! What of a web page was left out when its article was taken from it: any of it can be brought back.

use leptos::prelude::*;

use super::state::use_app;
use super::window::Window;
use super::words::count;
use crate::annotation::insertion;
use crate::text::Span;

/// The pieces in their window.
#[component]
pub(super) fn LeftOut() -> impl IntoView {
    let state = use_app();
    // A piece, and whether it stands in the text by now.
    let pieces = Memo::new(move |_| {
        state.desk.with(|d| {
            d.as_ref().map_or_else(Vec::new, |d| {
                d.seed().left_out.iter().map(|piece| (piece.place_name(), piece.text.clone(), piece.stands_in(d.text()))).collect::<Vec<_>>()
            })
        })
    });
    let bring_back = move |n: usize| {
        state.try_gesture(|desk| {
            let (at, insert) = insertion(&desk.seed().left_out, n, desk.text());
            desk.replace(Span::new(at, at), &insert)
        });
    };
    view! {
        <Window title="Left out">
            <p class="hint">{move || format!("{} of the page that came in, in order. What is brought back stands where it stood, and can be undone.", count(pieces.with(Vec::len), "piece", "pieces"))}</p>
            <ol class="left-out">
                {move || pieces.get().into_iter().enumerate().map(|(n, (place, text, back))| {
                    let label = format!("Bring back: {}", text.chars().take(60).collect::<String>());
                    view! {
                        <li>
                            <small>{place}</small>
                            <p>{text}</p>
                            <button class="btn small" prop:disabled=back aria-label=label on:click=move |_| bring_back(n)>{if back { "In the text" } else { "Bring back" }}</button>
                        </li>
                    }
                }).collect_view()}
            </ol>
        </Window>
    }
}
