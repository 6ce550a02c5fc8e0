//! Who said what: the table, to read, to copy and to keep.

use leptos::prelude::*;

use super::state::use_app;
use super::window::Window;
use super::words;
use super::words::count;
use super::{clipboard, dom};
use crate::annotation::{Status, between};
use crate::app::compare::touched;
use crate::app::runs::sureness;
use crate::app::said::{Row, by_speaker, csv, html, placed, rows, tsv};
use crate::app::ui::dom::on_click;

/// The table in its window.
#[component]
pub(super) fn Said() -> impl IntoView {
    let state = use_app();
    let table = Memo::new(move |_| {
        state.desk.with(|d| {
            d.as_ref().map_or_else(Vec::new, |d| {
                let mut rows = rows(d.text(), d.annotations(), d.relations());
                let edits = between(d.original(), d.text());
                state.desk.blocks.with_untracked(|blocks| placed(&mut rows, blocks, |span| touched(&edits, span)));
                rows
            })
        })
    });
    let summary = move || {
        let rows = table.get();
        let unnamed = rows.iter().filter(|r| r.speaker.is_none()).count();
        let speakers = by_speaker(rows.clone()).iter().filter(|(s, _)| s.is_some()).count();
        let without = if unnamed > 0 { format!("; {unnamed} without a speaker") } else { String::new() };
        format!("{} by {}{without}.", count(rows.len(), "quotation", "quotations"), count(speakers, "speaker", "speakers"))
    };
    let name = move || state.desk.with_untracked(|d| d.as_ref().map_or_else(|| "article".to_owned(), |d| file_name(d.title())));
    let go = move |row: &Row| {
        state.windows.dialog.set(None);
        state.select(&row.id);
    };
    view! {
        <Window title="Who said what">
            <div class="row said-head">
                <p>{summary}</p>
                <span class="gap"></span>
                <button class="btn" on:click=on_click(move |_| clipboard::copy_table(state.notices, &tsv(&table.get_untracked()), &html(&table.get_untracked())))>"Copy"</button>
                <button class="btn primary" on:click=on_click(move |_| dom::download(&format!("{}-quotations.csv", name()), "text/csv;charset=utf-8", &csv(&table.get_untracked())))>"Download CSV"</button>
            </div>
            {move || if table.with(Vec::is_empty) {
                view! { <p class="empty">"No quotations were found in this article."</p> }.into_any()
            } else {
                view! {
                    <div class="table-scroll" tabindex="0" role="region" aria-label="Quotations by speaker">
                    <table class="said">
                        <thead><tr><th>"Speaker"</th><th>"Quotation"</th><th>"Kind"</th><th>"Cue"</th><th>"To"</th><th>"Place"</th><th>"Words"</th><th>"Sure"</th></tr></thead>
                        {by_speaker(table.get()).into_iter().map(|(speaker, rows)| {
                            let span = rows.len();
                            let name = speaker.clone().unwrap_or_else(|| "Not named".into());
                            view! {
                                <tbody>
                                    {rows.into_iter().enumerate().map(|(n, row)| {
                                        let kept = row.clone();
                                        let head = (n == 0).then(|| view! { <th scope="rowgroup" rowspan=span class:unnamed=speaker.is_none()>{name.clone()}<small>{(span > 1).then(|| format!("{span} quotations"))}</small></th> });
                                        view! {
                                            <tr>
                                                {head}
                                                <td class="words"><button class="plain" title="Show it in the article" on:click=on_click(move |_| go(&kept))>{words::excerpt(&row.words, 600)}</button></td>
                                                <td>{row.kind.clone()}</td>
                                                <td>{row.cue.clone()}</td>
                                                <td>{row.addressee.clone()}</td>
                                                <td>{format!("¶ {}", row.paragraph)}</td>
                                                <td>{row.changed.clone()}</td>
                                                <td>{if row.status == Status::Accepted { "reviewed" } else { sureness(row.score) }}</td>
                                            </tr>
                                        }
                                    }).collect_view()}
                                </tbody>
                            }
                        }).collect_view()}
                    </table>
                    </div>
                }.into_any()
            }}
        </Window>
    }
}

/// A title as a file name.
pub(super) fn file_name(title: &str) -> String {
    let name: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let name = name.split('-').filter(|p| !p.is_empty()).take(8).collect::<Vec<_>>().join("-").to_lowercase();
    if name.is_empty() { "article".into() } else { name }
}
