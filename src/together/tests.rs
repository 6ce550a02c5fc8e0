//! Folders of our own making.

use super::*;
use crate::annotation::{Analysis, Layer};
use crate::{Layers, Models, analyse};

const WORDS: &str = "harbour council bridge ferry school winter market tram county vote shop tower garden archive painter engine river \
    fisher bell letter roof stone captain choir lamp orchard ledger mill signal wall barrel closed opened sold planted painted moved counted \
    mended carried found promised refused lost kept after before against with under behind without slowly twice never again early late";

/// A sentence of its own for every number.
fn sentence(mut seed: u64, words: usize) -> String {
    let all: Vec<&str> = WORDS.split_whitespace().collect();
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        all[(seed >> 33) as usize % all.len()]
    };
    let said: Vec<&str> = (0..words).map(|_| next()).collect();
    format!("The {}", said.join(" "))
}

/// Bodies that share no sentence.
fn body(n: usize) -> String {
    let of = |k: usize, words| sentence((n * 40 + k) as u64 + 7, words);
    let paragraph = |k: usize| format!("{}. {}. {}.", of(k, 14), of(k + 1, 9), of(k + 2, 11));
    format!("{}\n\n{}\n\n“{},” said a member of the council.\n\n{}", paragraph(0), paragraph(4), of(8, 9), paragraph(12))
}

fn outlet(n: usize) -> (&'static str, &'static str) {
    [
        ("Follow the Harbour Post on your telephone", "The Harbour Post is read in every house on the coast."),
        ("Have you seen something? Write to our desk in Carrow", "Reporting by Ann Pell; editing by Tom Hale"),
        ("More from this section below", "This report was made with the help of the county archive, 14 May 2024."),
    ][n % 3]
}

fn folder(size: usize) -> Vec<(String, String)> {
    (0..size)
        .map(|n| {
            let (head, foot) = outlet(n);
            let foot = foot.replace("14 May", &format!("{} {}", n % 28 + 1, ["May", "June", "March"][n % 3]));
            (format!("story-{n}.txt"), format!("{}\n\n{head}\n\n{}\n\n{foot}\n", sentence(n as u64 + 90_000, 5), body(n)))
        })
        .collect()
}

fn marked(together: &Together, text: &str) -> Vec<(String, String)> {
    let mut analysis = analyse(text, &Models::default(), Layers::ALL);
    together.mark(text, &mut analysis);
    let found = analysis.annotations.iter().filter(|a| a.layer == Layer::Artifact && a.text_attribute("message").is_some_and(|m| m.contains("articles: ")));
    found.map(|a| (a.span.of(text).to_owned(), a.text_attribute("tier").unwrap_or_default().to_owned())).collect()
}

#[test]
fn what_recurs_is_found_and_bodies_are_not() {
    let folder = folder(200);
    let mut gathering = Gathering::default();
    folder.iter().for_each(|(id, text)| gathering.add(id, text));
    let together = gathering.finish();
    assert_eq!(together.copies(), []);
    let (mut found, mut wanted, mut wrong) = (0, 0, Vec::new());
    for (n, (_, text)) in folder.iter().enumerate() {
        let (head, foot) = outlet(n);
        for (words, _) in marked(&together, text) {
            let right = words == head || words.starts_with(&foot[..20]);
            found += usize::from(right);
            if !right {
                wrong.push(words);
            }
        }
        wanted += 2;
    }
    assert!(wrong.len() * 50 <= found, "{} wrong of {found}: {:?}", wrong.len(), &wrong[..wrong.len().min(5)]);
    assert!(found * 50 >= wanted * 49, "{found} of {wanted}");
}

#[test]
fn it_is_told_in_how_many_articles() {
    let mut gathering = Gathering::default();
    for (id, text) in folder(9) {
        gathering.add(&id, &text);
    }
    let together = gathering.finish();
    let (_, text) = &folder(9)[0];
    let mut analysis = Analysis::default();
    together.mark(text, &mut analysis);
    let messages: Vec<&str> = analysis.annotations.iter().filter_map(|a| a.text_attribute("message")).collect();
    assert!(messages.contains(&"Stands in 3 of 9 articles: story-0.txt, story-3.txt, story-6.txt"), "{messages:?}");
}

#[test]
fn copies_are_told_and_counted_once() {
    let mut gathering = Gathering::default();
    let long: String = (0..12).map(|n| body(n * 5) + "\n\n").collect();
    let cut: String = (0..5).map(|n| body(n * 5) + "\n\n").collect();
    let other: String = (0..12).map(|n| body(n * 5 + 1) + "\n\n").collect();
    let later = long.replacen("ferry", "steamer", 2) + "\n\nA new last line was added on Tuesday.";
    for (id, text) in [("long", &long), ("again", &long.to_uppercase()), ("cut", &cut), ("other", &other), ("later", &later)] {
        gathering.add(id, text);
    }
    let together = gathering.finish();
    let told: Vec<_> = together.copies().iter().map(|c| (together.id(c.first), together.id(c.second), c.kind)).collect();
    assert!(told.contains(&("long", "again", Kind::Same)), "{told:?}");
    assert!(told.contains(&("later", "long", Kind::Version)), "{told:?}");
    assert!(told.iter().any(|(_, second, kind)| *second == "cut" && *kind == Kind::Cut), "{told:?}");
    assert!(told.iter().all(|(first, second, _)| *first != "other" && *second != "other"), "{told:?}");
    // A sentence that stands in copies of one article alone recurs nowhere.
    assert!(marked(&together, &long).is_empty());
}

#[test]
fn an_empty_folder_and_odd_texts_are_no_trouble() {
    let mut gathering = Gathering::default();
    for text in ["", "\n\n", "é", "🚢 🚢 🚢", "“”", &"a ".repeat(10_000)] {
        gathering.add("odd", text);
        gathering.add("odd", text);
    }
    let together = gathering.finish();
    assert!(marked(&together, "\n é 🚢").is_empty());
}

#[test]
fn what_recurs_is_listed_once() {
    let folder = folder(60);
    let mut gathering = Gathering::default();
    folder.iter().for_each(|(id, text)| gathering.add(id, text));
    let together = gathering.finish();
    let lines = together.lines(folder.iter().map(|(_, text)| text.as_str()));
    let said: Vec<(&str, usize, bool)> = lines.iter().map(|l| (l.words.as_str(), l.articles, l.exact)).collect();
    assert_eq!(said.len(), 6, "{said:?}");
    assert!(said.iter().all(|(_, articles, _)| *articles == 20), "{said:?}");
    assert!(said.contains(&("Follow the Harbour Post on your telephone", 20, true)));
    assert!(said.iter().any(|(words, _, exact)| words.starts_with("This report was made") && !exact));
    assert_eq!(lines[0].first.len(), 3);
}
