//! What is printed after the article: its quotations, by speaker. It is drawn when the browser is about to print, and goes
//! when that is done.

use leptos::prelude::*;

use super::state::use_app;
use super::words::count;
use crate::app::said::{by_speaker, rows};

/// The appendix.
#[component]
pub(super) fn Appendix() -> impl IntoView {
    let state = use_app();
    let printing = RwSignal::new(false);
    let before = window_event_listener_untyped("beforeprint", move |_| {
        // All of a long article, not only what has been scrolled to.
        state.sheet.drawn.set(usize::MAX / 2);
        printing.set(true);
    });
    let after = window_event_listener_untyped("afterprint", move |_| printing.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    let table = move || {
        let (title, rows) =
            state.desk.with_untracked(|d| d.as_ref().map_or_else(Default::default, |d| (d.title().to_owned(), rows(d.text(), d.annotations(), d.relations()))));
        // A paragraph's number as it stands in the margin.
        let paragraph = |at: usize| state.desk.blocks.with_untracked(|b| b.iter().take_while(|b| b.span.start() <= at).filter(|b| !b.continues).count());
        let number = rows.len();
        view! {
            <section class="appendix">
                <h2>"Quotations"</h2>
                <p>{title}": "{count(number, "quotation", "quotations")}"."</p>
                <table>
                    <thead><tr><th>"Speaker"</th><th>"Quotation"</th><th>"Kind"</th><th>"Paragraph"</th></tr></thead>
                    <tbody>
                        {by_speaker(rows).into_iter().flat_map(|(speaker, rows)| {
                            let name = speaker.unwrap_or_else(|| "Not named".into());
                            rows.into_iter().map(move |row| view! {
                                <tr><th scope="row">{name.clone()}</th><td dir="auto">{row.words}</td><td>{row.kind}</td><td>{paragraph(row.start)}</td></tr>
                            }).collect::<Vec<_>>()
                        }).collect_view()}
                    </tbody>
                </table>
            </section>
        }
    };
    view! { <Show when=move || printing.get()>{table}</Show> }
}
