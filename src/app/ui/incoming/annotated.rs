//! Files of annotations: told apart by content, read in a worker, kept, and the first of them opened.

use leptos::prelude::Set as _;

use super::super::dom;
use super::super::words::count;
use super::door::Door;
use super::read::{Found, Given, article};
use crate::annotation::Seed;
use crate::app::ingest;
use crate::formats::{self, Article, pack};
use crate::wire::errand::{Answer, Errand, send};

/// Takes files in: one is opened; of several, each is kept and read, and the list shows them. `refused` has what could not
/// be taken in, a sentence a file.
pub(super) fn files(door: Door, mut files: Vec<Given>, mut refused: Vec<String>) {
    if refused.is_empty()
        && files.len() == 1
        && let Some(only) = files.pop()
    {
        if formats::is_annotated(&only.name, &only.bytes) {
            read(door, vec![only], Vec::new(), refused);
        } else {
            plain(door, only);
        }
        return;
    }
    // An .ann file goes with the .txt file of its name.
    let stems: Vec<String> = files.iter().filter_map(|f| f.name.strip_suffix(".ann").map(str::to_owned)).collect();
    let (annotated, plain): (Vec<Given>, Vec<Given>) =
        files.into_iter().partition(|f| formats::is_annotated(&f.name, &f.bytes) || f.name.strip_suffix(".txt").is_some_and(|s| stems.iter().any(|a| a == s)));
    let mut articles = Vec::new();
    for file in plain {
        let name = file.name.clone();
        match article(file) {
            Ok(found) if found.text.trim().is_empty() => refused.push(format!("{name} has no text in it.")),
            Ok(found) => articles.push((found.kept(&name), Vec::new())),
            Err(error) => refused.push(error),
        }
    }
    if annotated.is_empty() {
        keep(door, articles, refused);
    } else {
        read(door, annotated, articles, refused);
    }
}

/// Articles, and what had to be put right in each.
type Articles = Vec<(Article, Vec<String>)>;

/// Has files read by content; `more` articles are kept with them.
fn read(door: Door, files: Vec<Given>, mut more: Articles, mut refused: Vec<String>) {
    let (name, bytes) = match <[Given; 1]>::try_from(files) {
        Ok([only]) => (only.name, only.bytes),
        Err(files) => ("files.zip".to_owned(), pack(files.iter().map(|f| (f.name.as_str(), f.bytes.as_slice())))),
    };
    send(&Errand::Read { name, bytes }, move |answer| match answer {
        Answer::Articles { articles, refused: unread } => {
            more.extend(articles);
            refused.extend(unread);
            keep(door, more, refused);
        }
        Answer::Refused { reason } => {
            refused.push(reason);
            keep(door, more, refused);
        }
        Answer::Written { .. } | Answer::Ready { .. } => {}
    });
}

/// Keeps articles; a single one comes on the desk, several are read in the background.
fn keep(door: Door, articles: Articles, refused: Vec<String>) {
    let number = articles.len();
    let several = number > 1 || !refused.is_empty();
    if number == 0 {
        // One file, and it was refused: a note says all there is to say.
        match <[String; 1]>::try_from(refused) {
            Ok([only]) => door.state.say_bad(only),
            Err(refused) => door.keeper.refused.set(refused),
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
        door.state.close();
        door.keeper.refused.set(refused);
        notes.insert(0, format!("{} on the list.", count(number, "article is", "articles are")));
        door.keeper.add(seeds);
    } else if let Some(seed) = seeds.pop() {
        door.state.open_seed(seed);
    }
    if !notes.is_empty() {
        notes.truncate(6);
        door.state.say(notes.join(" "));
    }
}

/// Opens a file that is an article and nothing more.
fn plain(door: Door, file: Given) {
    let name = file.name.clone();
    match article(file) {
        Ok(found) if found.text.trim().is_empty() => door.state.say_bad(format!("{name} has no text in it.")),
        Ok(Found { text, title, notes, left_out }) => {
            door.state.open_seed(Seed { title, file: name, left_out, ..Seed::of_text(&dom::fresh_id(), &text) });
            if !notes.is_empty() {
                door.state.say(notes.join(" "));
            }
        }
        Err(error) => door.state.say_bad(error),
    }
}
