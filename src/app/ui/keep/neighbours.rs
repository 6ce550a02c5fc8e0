//! Working through the list: the articles before and after the one on the desk.

use leptos::prelude::*;

use super::{Keeper, use_keeper};
use crate::app::shelf::neighbours;
use crate::app::ui::dom;
use crate::app::ui::dom::on_click;
use crate::app::ui::state::{AppState, use_app};
use crate::app::ui::words::excerpt;

/// Where the article on the desk stands in the list: its place, all, and the ids of its neighbours.
type Place = (usize, usize, Option<String>, Option<String>);

fn place(state: AppState, keeper: Keeper) -> Option<Place> {
    let id = state.desk.with(|d| d.as_ref().map(|d| d.seed().id.clone()))?;
    let queue = keeper.queue.get();
    // After a reload nobody knows what the list showed: the whole shelf, then.
    let queue = if queue.contains(&id) { queue } else { keeper.listed("") };
    let (here, before, after) = neighbours(&queue, &id)?;
    Some((here, queue.len(), before.cloned(), after.cloned()))
}

/// Opens the next article of the list, or the last one; false where there is none.
pub(in crate::app::ui) fn go(state: AppState, keeper: Keeper, back: bool) -> bool {
    let Some((_, all, before, after)) = untrack(|| place(state, keeper)) else { return false };
    let Some(id) = (if back { before } else { after }) else {
        if all > 1 {
            state.say(if back { "This is the first article of the list." } else { "This is the last article of the list." });
        }
        return all > 1;
    };
    if untrack(|| !keeper.queue.with(|q| q.contains(&id))) {
        keeper.queue.set(untrack(|| keeper.listed("")));
    }
    keeper.reopen(state, &id);
    request_animation_frame(dom::focus_sheet);
    true
}

/// "‹ 3 of 50 ›"
#[component]
pub(in crate::app::ui) fn Neighbours() -> impl IntoView {
    let (state, keeper) = (use_app(), use_keeper());
    let here = Memo::new(move |_| place(state, keeper).filter(|(_, all, ..)| *all > 1));
    let title = move |id: &Option<String>| {
        let id = id.as_ref()?;
        keeper.records.with(|all| all.iter().find(|r| r.id == *id).map(|r| excerpt(&r.title, 60)))
    };
    let named = move |back: bool| {
        let neighbour = here.with(|h| h.as_ref().and_then(|(_, _, before, after)| title(if back { before } else { after })));
        match (neighbour, back) {
            (Some(title), true) => format!("Previous article: {title} (Shift J)"),
            (Some(title), false) => format!("Next article: {title} (J)"),
            (None, true) => "This is the first article of the list".to_owned(),
            (None, false) => "This is the last article of the list".to_owned(),
        }
    };
    let ends = move |back: bool| here.with(|h| h.as_ref().is_none_or(|(_, _, before, after)| if back { before.is_none() } else { after.is_none() }));
    let button = move |back: bool, sign: &'static str| {
        view! { <button class="icon" prop:disabled=move || ends(back) title=move || named(back) aria-label=move || named(back) on:click=on_click(move |_| { go(state, keeper, back); })>{sign}</button> }
    };
    view! {
        <Show when=move || here.with(Option::is_some)>
            <span class="neighbours" role="group" aria-label="Articles of the list">
                {button(true, "‹")}
                <span class="place">{move || here.with(|h| h.as_ref().map(|(n, all, ..)| format!("{} of {all}", n + 1)))}</span>
                {button(false, "›")}
            </span>
        </Show>
    }
}
