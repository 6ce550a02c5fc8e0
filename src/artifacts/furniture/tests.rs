use std::sync::Arc;

use super::report::category;
use super::*;
use crate::annotation::Layer;
use crate::segments::FurnitureModel;
use crate::{Layers, Models, analyse};

fn models() -> Models {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/models/furniture.bin");
    let model = FurnitureModel::read(&std::fs::read(path).expect("models/furniture.bin")).expect("a furniture model");
    Models { furniture: Some(Arc::new(model)), ..Models::default() }
}

/// What is told as furniture of `text`: category and words.
fn told(text: &str) -> Vec<(&'static str, &str)> {
    Furniture::of(&Document::new(text), models().furniture.as_deref()).runs.iter().map(|r| (category(r.kind).0.label(), r.span.of(text))).collect()
}

const BODY: &str = "The council met on Tuesday evening in the old town hall. Members heard from the engineers, who had finished their report on the harbour wall.\n\nAbout two hundred people came to listen, and most of them stayed until the end, said the clerk, Mara Lindt.\n\nThe next meeting is planned for the spring, when the budget for the coming year will be known.";

#[test]
fn a_clean_article_has_none() {
    assert_eq!(told(BODY), []);
    assert_eq!(told(&BODY.replace("\n\n", " ")), []);
    assert_eq!(told("She was ninety."), []);
}

#[test]
fn lines_between_paragraphs() {
    for (label, line) in [
        ("struct.ad", "Advertisement"),
        ("struct.media_placeholder", "Image caption The wall at low tide"),
        ("struct.related", "Read more: Storm closes schools"),
        ("struct.newsletter", "Sign up for our daily newsletter"),
        ("struct.credit", "Photograph: Jon Roe/Nordbild"),
    ] {
        let text = BODY.replacen("\n\n", &format!("\n\n{line}\n\n"), 1);
        let found = told(&text);
        assert!(found.iter().any(|(l, words)| *l == label && words.contains(line)), "{line}: {found:?}");
    }
}

#[test]
fn prose_of_the_same_words_stays() {
    for line in [
        "Advertisement spending fell by a third, she said.",
        "Related charges were dropped.",
        "Most read the report twice, the clerk said.",
        "Follow the river, he said, and you come to the mill.",
    ] {
        let text = BODY.replacen("\n\n", &format!("\n\n{line}\n\n"), 1);
        assert_eq!(told(&text), [], "{line}");
    }
}

#[test]
fn pieces_glued_to_the_text() {
    let text = "Harbour wall to be rebuiltBy Mara Lindt12 May 2024ShareSaveThe council met on Tuesday evening in the old town hall. Members heard from the engineers, who had finished their report.AdvertisementAbout two hundred people came to listen, and most of them stayed until the end, said the clerk.Sign up for our newsletterThe next meeting is planned for the spring, when the budget will be known.";
    let found = told(text);
    for (label, words) in [
        ("struct.byline", "By Mara Lindt"),
        ("struct.timestamp", "12 May 2024"),
        ("struct.share", "ShareSave"),
        ("struct.ad", "Advertisement"),
        ("struct.newsletter", "Sign up for our newsletter"),
    ] {
        assert!(found.contains(&(label, words)), "{words}: {found:?}");
    }
}

#[test]
fn the_repair_takes_it_out_and_closes_the_gap() {
    let repaired = |text: &str| {
        let document = Document::new(text);
        let edits = Furniture::of(&document, models().furniture.as_deref()).runs.iter().map(|r| removal(text, r.span)).collect();
        crate::text::View::through(&document, edits).text().to_owned()
    };
    assert_eq!(repaired(&BODY.replacen("\n\n", "\n\nAdvertisement\n\n", 1)), BODY);
    assert_eq!(repaired(&BODY.replacen("\n\n", "Advertisement", 1)), BODY);
    assert_eq!(repaired(&format!("{BODY}\n\nShare this article\n\nMost read\n\nStorm closes schools")), BODY);
}

#[test]
fn it_is_damage_and_the_head_is_not() {
    let text = format!("Harbour wall to be rebuilt\n\nBy Mara Lindt\n\n{}", BODY.replacen("\n\n", "\n\nAdvertisement\n\n", 1));
    let analysis = analyse(&text, &models(), Layers::ALL);
    let tier = |label: &str| analysis.annotations.iter().find(|a| a.label == label).and_then(|a| a.text_attribute("tier")).map(str::to_owned);
    assert_eq!(tier("struct.ad").as_deref(), Some("finding"));
    assert_eq!(tier("struct.byline").as_deref(), Some("structure"));
    assert_eq!(tier("struct.headline_in_body").as_deref(), Some("structure"));
}

#[test]
fn what_opens_the_text_in_a_line_of_its_own_is_its_headline() {
    let text = "Council votes to keep the old ferry running\n\nThe harbour council voted on Friday to keep the ferry to Inner Holm running for another year.\n\n\
                “We have no other road,” said Lena Ortiz, who chairs the council.\n\nTom Hale, who owns the ferry, said that the boat would need a new engine.";
    let analysis = analyse(text, &models(), Layers::ALL);
    let first: Vec<&str> = analysis.annotations.iter().filter(|a| a.span.start() == 0 && a.label.starts_with("struct.")).map(|a| a.label.as_str()).collect();
    assert_eq!(first, ["struct.headline_in_body"]);
}

#[test]
fn names_and_quotations_are_the_articles_own() {
    let lines = "\n\nRead more: Sen. Tom Berger wins the vote in Bergen\n\nPhotograph: Jon Roe/Nordbild\n\n“It will hold,” said Mara Lindt.\n\n";
    let text = BODY.replacen("\n\n", lines, 1);
    let has = |models: &Models, layer: Layer, words: &str| {
        analyse(&text, models, Layers::ALL).annotations.iter().any(|a| a.layer == layer && a.span.of(&text).contains(words))
    };
    assert!(has(&Models::default(), Layer::Entity, "Berger"), "the line has a name to lend");
    assert!(!has(&models(), Layer::Entity, "Berger"));
    assert!(!has(&models(), Layer::Speaker, "Photograph") && !has(&models(), Layer::Speaker, "Jon Roe"));
    assert!(has(&models(), Layer::Speaker, "Mara Lindt"));
}

#[test]
fn no_quotation_runs_across_furniture() {
    let text = BODY.replacen("About two", "“We have time,” the clerk said, “and we haveAdvertisementAbout two", 1);
    let analysis = analyse(&text, &models(), Layers::ALL);
    assert!(analysis.annotations.iter().filter(|a| a.layer == Layer::Quote).all(|a| !a.span.of(&text).contains("Advertisement")));
}

#[test]
fn a_letter_has_no_frame() {
    let thread = "Mara,\nattached is the plan for the wall.\nPlease let me know how you would like to go on.\nThanks\nJon Roe\nEngineering\n\
                  -----Original Message-----\nFrom: Mara Lindt\nSent: Tuesday, May 14\nTo: Jon Roe\nSubject: The wall\nJon,\nHave you seen the plan?\n\
                  Tom Hale is waiting for it.\nRegards,\nMara";
    let damage: Vec<_> = Furniture::of(&Document::new(thread), models().furniture.as_deref()).runs.into_iter().filter(|r| !r.kind.is_structure()).collect();
    assert_eq!(damage, []);
    // What a provider puts under it is known by its words.
    assert!(told(&format!("{thread}\n\nAdvertisement")).contains(&("struct.ad", "Advertisement")));
}

#[test]
fn no_text_is_furniture_as_a_whole() {
    for text in [
        "Lena Ortiz, Bergen\nTom Hale, Leeds\nInes Calder, Austin\nJon Roe, Oslo\nMara Lindt, Bergen\nAda Stone, Leeds",
        "Great place\nI loved the fish and my son had the soup. They were kind to me, and we will be back.",
        "Thanks for the fine job\nMy wife and I want to thank you for all that you did on my roof. The new panels look good, and I can tell my neighbours.",
        "My fellow citizens\nWe meet in a hard year\nI ask you for patience\nI ask you for hope\nLet us begin\nThank you",
    ] {
        let runs = Furniture::of(&Document::new(text), models().furniture.as_deref()).runs;
        let bytes: usize = runs.iter().filter(|r| !r.kind.is_structure()).map(|r| r.span.len()).sum();
        assert!(bytes * 2 <= text.len(), "{text}: {runs:?}");
    }
}
