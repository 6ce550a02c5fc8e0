//! Files of annotations: told apart by content, read in a worker, kept, and the first of them opened.

use super::state::AppState;
use super::words::count;
use super::{dom, take};
use crate::annotation::Seed;
use crate::app::ingest;
use crate::formats::{Article, pack};
use crate::wire::errand::{Answer, Errand, send};

/// A file as it came.
pub(super) struct Given {
    /// Its name.
    pub(super) name: String,
    /// What is in it.
    pub(super) bytes: Vec<u8>,
}

/// True where a file has more than an article: one of the exchange formats, or an archive.
pub(super) fn is_annotated(file: &Given) -> bool {
    let bytes = file.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&file.bytes);
    let start = bytes.trim_ascii_start();
    let begins = |with: &[u8]| start.starts_with(with);
    let holds = |what: &[u8]| start.windows(what.len()).take(4_000).any(|w| w == what);
    let begins_ours: [&[u8]; 8] = [b"PK\x03\x04", b"{\"", b"[{", b"[[", b"#FORMAT=WebAnno", b"-DOCSTART-", b"# columns =", b"# newdoc"];
    begins_ours.into_iter().any(begins)
        || file.name.ends_with(".ann")
        || (begins(b"<") && (holds(b"<TEI") || holds(b"http://www.omg.org/XMI")))
        || file.bytes.windows(OURS.len()).any(|w| w == OURS)
}

/// What a page of ours holds.
const OURS: &[u8] = b"<script type=\"application/json\" id=\"galley\">";

/// Takes files in: one is opened; of several, each is kept, and the list shows them.
pub(super) fn files(state: AppState, mut files: Vec<Given>) {
    if files.len() == 1
        && let Some(only) = files.pop()
    {
        if is_annotated(&only) {
            read(state, vec![only], Vec::new());
        } else {
            take::given(state, &only);
        }
        return;
    }
    // An .ann file goes with the .txt file of its name.
    let stems: Vec<String> = files.iter().filter_map(|f| f.name.strip_suffix(".ann").map(str::to_owned)).collect();
    let (annotated, plain): (Vec<Given>, Vec<Given>) =
        files.into_iter().partition(|f| is_annotated(f) || f.name.strip_suffix(".txt").is_some_and(|s| stems.iter().any(|a| a == s)));
    let mut articles = Vec::new();
    let mut refused = Vec::new();
    for file in plain {
        match take::article(&file) {
            Ok((text, title)) if !text.trim().is_empty() => articles.push(Article { title, ..Article::of_text(&file.name, &text) }),
            Ok(_) => refused.push(format!("{} is empty.", file.name)),
            Err(error) => refused.push(error),
        }
    }
    if !refused.is_empty() {
        state.say_bad(refused.join(" "));
    }
    if annotated.is_empty() {
        keep(state, articles.into_iter().map(|a| (a, Vec::new())).collect());
    } else {
        read(state, annotated, articles);
    }
}

/// Has files read by content; `more` articles are kept with them.
fn read(state: AppState, files: Vec<Given>, more: Vec<Article>) {
    let (name, bytes) = match <[Given; 1]>::try_from(files) {
        Ok([only]) => (only.name, only.bytes),
        Err(files) => ("files.zip".to_owned(), pack(files.iter().map(|f| (f.name.as_str(), f.bytes.as_slice())))),
    };
    send(&Errand::Read { name, bytes }, move |answer| match answer {
        Answer::Articles { mut articles } => {
            articles.extend(more.into_iter().map(|a| (a, Vec::new())));
            keep(state, articles);
        }
        Answer::Refused { reason } => {
            state.say_bad(reason);
            keep(state, more.into_iter().map(|a| (a, Vec::new())).collect());
        }
        Answer::Written { .. } | Answer::Hits { .. } | Answer::Ready { .. } => {}
    });
}

/// Keeps articles; a single one comes on the desk.
fn keep(state: AppState, articles: Vec<(Article, Vec<String>)>) {
    let number = articles.len();
    let mut notes: Vec<String> = Vec::new();
    for (article, said) in articles {
        let title = if article.title.is_empty() { ingest::title(&article.text) } else { article.title.clone() };
        notes.extend(said.into_iter().map(|n| format!("{n}.")));
        let seed = Seed { id: dom::fresh_id(), title, ..article.into_seed() };
        if number == 1 { state.open_seed(seed) } else { state.keeper.add(seed) }
    }
    if number > 1 {
        state.close();
        notes.insert(0, format!("{} are on the list.", count(number, "article", "articles")));
    }
    if !notes.is_empty() {
        notes.truncate(6);
        state.say(notes.join(" "));
    }
}
