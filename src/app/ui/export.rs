//! The window in which an article is taken away: formats, what each would lose, the first lines, copy, download.

use leptos::prelude::*;

use super::state::{AppState, use_app};
use super::words::count;
use super::{Window, dom};
use crate::formats::{Article, Loss};
use crate::wire::errand::{Answer, Errand, send};

/// A format as the list shows it: name, title, what for.
type Offer = (&'static str, &'static str, &'static str);

/// The formats under their headings. What only the engine needs to know of them stays there.
const OFFERED: &[(&str, &[Offer])] = &[
    (
        "For Galley and for readers",
        &[
            ("native", "Galley", "everything; opens again in Galley"),
            ("html", "Web page", "one file for readers, with everything in it; opens again in Galley"),
            ("text", "Text as it stands", "with the repairs that were made"),
            ("original", "Text as it was pasted", "before any repair"),
        ],
    ),
    ("For spreadsheets", &[("quotations", "CSV, quotations", "who said what"), ("csv", "CSV, annotations", "one row an annotation")]),
    (
        "For annotation tools",
        &[
            ("brat", "brat standoff", "text, annotations, configuration"),
            ("label-studio", "Label Studio", "tasks and configuration"),
            ("doccano", "doccano", "spans"),
            ("doccano-relations", "doccano with relations", "spans and relations"),
            ("prodigy", "Prodigy", "tasks with tokens, spans, relations"),
            ("webanno", "WebAnno TSV 3.3", "INCEpTION, WebAnno"),
            ("xmi", "UIMA CAS XMI", "INCEpTION, UIMA"),
            ("cas-json", "UIMA CAS JSON", "INCEpTION, dkpro-cassis"),
            ("gate", "GATE bdocjs", "GATE, gatenlp"),
        ],
    ),
    (
        "For training and corpora",
        &[
            ("spacy", "spaCy DocBin", "spacy train"),
            ("spacy-jsonl", "spaCy JSON lines", "Example.from_dict"),
            ("conll2003", "CoNLL-2003", "entities, one column"),
            ("iob2", "IOB2", "one column a layer"),
            ("conllu", "CoNLL-U", "annotations in MISC"),
            ("tei", "TEI P5", "elements in the text"),
            ("web-annotation", "W3C Web Annotation", "JSON-LD"),
        ],
    ),
];

/// Characters of a file that the window shows.
const PREVIEW: usize = 4_000;

/// A file that is ready.
#[derive(Clone, PartialEq)]
struct Ready {
    name: String,
    bytes: Vec<u8>,
    losses: Vec<Loss>,
}

/// The window.
#[component]
pub(super) fn Export() -> impl IntoView {
    let state = use_app();
    let chosen =
        RwSignal::new(dom::setting("format").filter(|f| OFFERED.iter().any(|(_, list)| list.iter().any(|(n, ..)| n == f))).unwrap_or_else(|| "native".into()));
    let ready: RwSignal<Option<Result<Ready, String>>> = RwSignal::new(None);
    // Each choice is written at once: its losses and first lines are what there is to decide by.
    Effect::new(move || {
        let format = chosen.get();
        dom::keep_setting("format", &format);
        ready.set(None);
        let Some(mut article) = state.desk.with_untracked(|d| d.as_ref().map(Article::of_workspace)) else { return };
        article.id = super::said::file_name(&article.title);
        let errand = Errand::Write { format: format.clone(), articles: vec![article] };
        send(&errand, move |answer| {
            if chosen.try_get_untracked().as_ref() != Some(&format) {
                return;
            }
            ready.set(Some(match answer {
                Answer::Written { name, bytes, losses } => Ok(Ready { name, bytes, losses }),
                Answer::Refused { reason } => Err(reason),
                Answer::Articles { .. } | Answer::Hits { .. } | Answer::Ready { .. } => Err("The answer was to another question.".into()),
            }));
        });
    });
    view! {
        <Window title="Export">
            <div class="export">
                <div class="export-formats" role="radiogroup" aria-label="Format">
                    {OFFERED.iter().map(|(heading, list)| view! {
                        <fieldset>
                            <legend>{*heading}</legend>
                            {list.iter().map(|(name, title, about)| view! {
                                <label class="format"><input type="radio" name="format" value=*name prop:checked=move || chosen.with(|c| c == name) on:change=move |_| chosen.set((*name).to_owned())/><span>{*title}<small>{*about}</small></span></label>
                            }).collect_view()}
                        </fieldset>
                    }).collect_view()}
                </div>
                <div class="export-file" aria-live="polite">
                    {move || match ready.get() {
                        None => view! { <p class="hint">"Writing…"</p> }.into_any(),
                        Some(Err(reason)) => view! { <p class="trouble">{reason}</p> }.into_any(),
                        Some(Ok(file)) => view! { <File file/> }.into_any(),
                    }}
                </div>
            </div>
        </Window>
    }
}

/// The file: what it lost, what is in it, what to do with it.
#[component]
fn File(
    /// The file.
    file: Ready,
) -> impl IntoView {
    let state = use_app();
    let text = String::from_utf8(file.bytes.clone()).ok();
    let losses = if file.losses.is_empty() {
        view! { <p class="losses none">"Nothing of this article is lost in this format."</p> }.into_any()
    } else {
        view! {
            <div class="losses"><p><strong>"What this article loses in this format:"</strong></p>
            <ul>{file.losses.iter().map(|l| view! { <li>{format!("{} {}", l.count, l.what)}</li> }).collect_view()}</ul></div>
        }
        .into_any()
    };
    let (preview, more) = match text.as_deref().map(|t| t.trim_start_matches('\u{feff}')) {
        Some(whole) => {
            let head: String = whole.chars().take(PREVIEW).collect();
            let more = head.len() < whole.len();
            (head, more)
        }
        None => ("An archive, or a file that is not text: there are no lines to show.".to_owned(), false),
    };
    let size = count(file.bytes.len(), "byte", "bytes");
    let name = file.name.clone();
    let copied = text.clone();
    view! {
        <div class="row">
            <strong class="file-name">{name}</strong><span class="hint">{size}</span><span class="gap"></span>
            {copied.map(|text| view! { <button class="btn" on:click=move |_| dom::copy(state, &text, "File")>"Copy"</button> })}
            <button class="btn primary" on:click=move |_| dom::download_bytes(&file.name, &file.bytes)>"Download"</button>
        </div>
        {losses}
        <pre class="preview" tabindex="0" aria-label="The first lines of the file">{preview}{more.then_some("\n…")}</pre>
    }
}

/// Writes articles in a format and downloads the file, outside of any window.
pub(super) fn write(state: AppState, format: &str, articles: Vec<Article>) {
    let number = articles.len();
    send(&Errand::Write { format: format.to_owned(), articles }, move |answer| match answer {
        Answer::Written { name, bytes, .. } => {
            dom::download_bytes(&name, &bytes);
            state.say(format!("{} downloaded as {name}.", count(number, "article", "articles")));
        }
        Answer::Refused { reason } => state.say_bad(reason),
        Answer::Articles { .. } | Answer::Hits { .. } | Answer::Ready { .. } => {}
    });
}
