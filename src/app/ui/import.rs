//! Files of annotations: told apart by content, read in a worker, kept, and the first of them opened.

use leptos::prelude::Set as _;

use super::state::AppState;
use super::words::count;
use super::{dom, take};
use crate::annotation::Seed;
use crate::app::ingest;
use crate::formats::{self, Article, pack};
use crate::wire::errand::{Answer, Errand, send};

/// A file as it came.
pub(super) struct Given {
    /// Its name.
    pub(super) name: String,
    /// What is in it.
    pub(super) bytes: Vec<u8>,
}

/// Takes files in: one is opened; of several, each is kept and read, and the list shows them. `refused` has what could not
/// be taken in, a sentence a file.
pub(super) fn files(state: AppState, mut files: Vec<Given>, mut refused: Vec<String>) {
    if refused.is_empty()
        && files.len() == 1
        && let Some(only) = files.pop()
    {
        if formats::is_annotated(&only.name, &only.bytes) {
            read(state, vec![only], Vec::new(), refused);
        } else {
            take::given(state, &only);
        }
        return;
    }
    // An .ann file goes with the .txt file of its name.
    let stems: Vec<String> = files.iter().filter_map(|f| f.name.strip_suffix(".ann").map(str::to_owned)).collect();
    let (annotated, plain): (Vec<Given>, Vec<Given>) =
        files.into_iter().partition(|f| formats::is_annotated(&f.name, &f.bytes) || f.name.strip_suffix(".txt").is_some_and(|s| stems.iter().any(|a| a == s)));
    let mut articles = Vec::new();
    for file in plain {
        match take::article(&file) {
            Ok(found) if found.text.trim().is_empty() => refused.push(format!("{} has no text in it.", file.name)),
            Ok(found) => articles.push((Article { title: found.title, ..Article::of_text(&file.name, &found.text) }, Vec::new())),
            Err(error) => refused.push(error),
        }
    }
    if annotated.is_empty() {
        keep(state, articles, refused);
    } else {
        read(state, annotated, articles, refused);
    }
}

/// Articles, and what had to be put right in each.
type Articles = Vec<(Article, Vec<String>)>;

/// Has files read by content; `more` articles are kept with them.
fn read(state: AppState, files: Vec<Given>, mut more: Articles, mut refused: Vec<String>) {
    let (name, bytes) = match <[Given; 1]>::try_from(files) {
        Ok([only]) => (only.name, only.bytes),
        Err(files) => ("files.zip".to_owned(), pack(files.iter().map(|f| (f.name.as_str(), f.bytes.as_slice())))),
    };
    send(&Errand::Read { name, bytes }, move |answer| match answer {
        Answer::Articles { articles, refused: unread } => {
            more.extend(articles);
            refused.extend(unread);
            keep(state, more, refused);
        }
        Answer::Refused { reason } => {
            refused.push(reason);
            keep(state, more, refused);
        }
        Answer::Written { .. } | Answer::Hits { .. } | Answer::Ready { .. } => {}
    });
}

/// Keeps articles; a single one comes on the desk, several are read in the background.
fn keep(state: AppState, articles: Articles, refused: Vec<String>) {
    let number = articles.len();
    let several = number > 1 || !refused.is_empty();
    if number == 0 {
        // One file, and it was refused: a note says all there is to say.
        match <[String; 1]>::try_from(refused) {
            Ok([only]) => state.say_bad(only),
            Err(refused) => state.keeper.refused.set(refused),
        }
        return;
    }
    let mut notes: Vec<String> = Vec::new();
    let mut seeds = Vec::new();
    for (article, said) in articles {
        let title = if article.title.is_empty() { Some(ingest::title(&article.text)) } else { None };
        notes.extend(said.into_iter().map(|n| format!("{n}.")));
        let seed = article.into_seed();
        seeds.push(Seed { id: dom::fresh_id(), title: title.unwrap_or_else(|| seed.title.clone()), ..seed });
    }
    if several {
        state.close();
        state.keeper.refused.set(refused);
        notes.insert(0, format!("{} on the list.", count(number, "article is", "articles are")));
        state.keeper.add(seeds);
    } else if let Some(seed) = seeds.pop() {
        state.open_seed(seed);
    }
    if !notes.is_empty() {
        notes.truncate(6);
        state.say(notes.join(" "));
    }
}
