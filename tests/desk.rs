//! What a person did goes out in a file and comes back: the same desk, whatever was done on it.

use std::collections::BTreeMap;

use galley::Analysis;
use galley::annotation::{
    Annotation, Attributes, LabelDefinition, Layer, Matching, Origin, Relation, RelationKind, Seed, Source, Status, Workspace, occurrences,
};
use galley::formats::{Article, Format, import};
use galley::text::{Replacement, Span};
use proptest::prelude::*;

const TEXT: &str = "“We reopen the harbour on Monday 🚢, whatever it costs us,” Lena Ortis told The Post. Ortis runs Port Avelle, a port.\n\nThe Post asked Ortis again , and Ortis said “no”.";

fn suggestion(id: String, layer: Layer, label: &str, span: Span) -> Annotation {
    let (parts, attributes, edits) = (Vec::new(), Attributes::new(), Vec::new());
    let (origin, status) = (Origin::Auto, Status::Suggested);
    Annotation { id, layer, label: label.into(), span, parts, attributes, edits, origin, rule: "test.rule".into(), score: 0.75, status }
}

/// What detectors might say of a text: names with entities, quotations with cue and speaker, findings with repairs.
fn analysis(text: &str) -> Analysis {
    let mut annotations: Vec<Annotation> = Vec::new();
    let mut relations = Vec::new();
    let places = |words: &str| occurrences(text, words, Matching { case: true, whole_words: false });
    for (n, (words, label)) in
        [("Lena Ortis", "PERSON"), ("Ortis", "PERSON"), ("The Post", "ORG"), ("Port Avelle", "LOC"), ("Monday", "DATE")].into_iter().enumerate()
    {
        for span in places(words) {
            if annotations.iter().any(|a| a.span.overlaps(span)) {
                continue;
            }
            let mut a = suggestion(format!("e{}", annotations.len() + 1), Layer::Entity, label, span);
            a.attributes.insert("entity".into(), format!("E{}", n.max(1)).into());
            a.attributes.insert("name".into(), if n < 2 { "Lena Ortis" } else { words }.into());
            annotations.push(a);
        }
    }
    for (n, (open, _)) in text.match_indices('“').enumerate() {
        let Some(close) = text[open..].find('”') else { continue };
        let mut quote = suggestion(format!("q{}", n + 1), Layer::Quote, "QUOTE", Span::new(open, open + close + 3));
        quote.attributes.insert("kind".into(), "direct".into());
        annotations.push(quote);
        for (layer, label, kind, words) in [(Layer::Cue, "CUE", RelationKind::Cue, "told"), (Layer::Speaker, "SPEAKER", RelationKind::Speaker, "Lena Ortis")] {
            let Some(span) = places(words).first().copied() else { continue };
            let id = format!("{}{}", layer.id_prefix(), n + 1);
            let mut a = suggestion(id.clone(), layer, label, span);
            if layer == Layer::Speaker {
                a.attributes.insert("resolved".into(), words.into());
                a.attributes.insert("entity".into(), "E1".into());
            }
            if !annotations.iter().any(|b| b.layer == layer && b.span == span) {
                annotations.push(a);
                relations.push(Relation { id: format!("r{}", relations.len() + 1), kind, from: format!("q{}", n + 1), to: id });
            }
        }
    }
    for (n, span) in places(" ,").into_iter().enumerate() {
        let mut a = suggestion(format!("a{}", n + 1), Layer::Artifact, "space.before_punct", span);
        // Two changes: no attribute says them.
        a.edits = vec![
            Replacement { span: Span::new(span.start(), span.start() + 1), text: String::new() },
            Replacement { span: Span::empty(span.end()), text: String::new() },
        ];
        annotations.push(a);
    }
    for (n, span) in places("costs").into_iter().enumerate() {
        let mut a = suggestion(format!("a{}", n + 10), Layer::Artifact, "word.misspelling", span);
        a.attributes.insert("fix".into(), "cost".into());
        a.edits = vec![Replacement { span, text: "cost".into() }];
        annotations.push(a);
    }
    annotations.sort_by_key(|a| (a.span.start(), std::cmp::Reverse(a.span.end()), a.layer));
    Analysis { annotations, relations }
}

/// The detectors run on the text as it is; `by` bytes are cut off what they find, as another version might do.
fn run(desk: &mut Workspace, by: usize) {
    let mut found = analysis(desk.text());
    for a in found.annotations.iter_mut().filter(|a| by > 0 && a.layer == Layer::Quote) {
        let end = (0..=a.span.end().saturating_sub(by)).rev().find(|at| desk.text().is_char_boundary(*at)).unwrap_or(0);
        a.span = Span::new(a.span.start(), end.max(a.span.start() + 3));
    }
    let revision = desk.text_revision();
    desk.set_analysis(revision, found).expect("the analysis is of the text as it is");
}

fn desk() -> Workspace {
    let mut desk = Workspace::new(Seed { title: "The harbour".into(), file: "harbour.txt".into(), ..Seed::of_text("d", TEXT) });
    run(&mut desk, 0);
    desk
}

type Gesture = (u8, usize, usize, String);

fn gestures() -> impl Strategy<Value = Vec<Gesture>> {
    prop::collection::vec((0u8..26, 0usize..300, 0usize..300, "[a 🚢é\u{301}ש,]{0,4}"), 0..24)
}

/// One gesture by numbers: anything that a person might do, to anything.
fn make(desk: &mut Workspace, (kind, a, b, words): &Gesture) {
    let ids: Vec<String> = desk.annotations().iter().map(|a| a.id.clone()).collect();
    let one = |n: usize| ids.get(n % ids.len().max(1)).cloned().unwrap_or_default();
    let borders: Vec<usize> = desk.text().char_indices().map(|(at, _)| at).chain([desk.text().len()]).collect();
    let (x, y) = (borders[a % borders.len()], borders[b % borders.len()]);
    let place = Span::new(x.min(y), x.max(y));
    let small = Span::new(x, borders[(a % borders.len() + b % 7).min(borders.len() - 1)]);
    let (first, second) = (one(*a), one(*b));
    let entity = desk.annotation(&first).and_then(|a| a.text_attribute("entity")).unwrap_or("E1").to_owned();
    let layer = Layer::ALL[a % 5];
    let own = |label: &str, name: &str| LabelDefinition { label: label.into(), layer, name: name.into(), key: Some('w'), colour: Some("#21518f".into()) };
    desk.set_time(*a as u64);
    match kind {
        0 => drop(desk.accept(&[&first])),
        1 => drop(desk.reject(&[&first, &second])),
        2 => drop(desk.add(layer, "PERSON", place)),
        3 => drop(desk.move_to(&first, small)),
        4 => drop(desk.delete(&[&first])),
        5 => drop(desk.split(&first, x)),
        6 => drop(desk.merge_annotations(&first, &second)),
        7 => drop(desk.set_speaker(&first, Source::Annotation(&second))),
        8 => drop(desk.set_note(&first, words)),
        9 => drop(desk.repair(&[&first, &second])),
        10 => drop(desk.replace(small, words)),
        11 => drop(desk.undo()),
        12 => drop(desk.redo()),
        13 => drop(desk.relabel(&[&first], "MISC")),
        14 => drop(desk.set_title(words)),
        15 | 16 => drop(desk.rename_entity(&entity, words)),
        17 => drop(desk.join_entity(&[&second], &entity)),
        18 => drop(desk.part_entity(&first)),
        19 => drop(desk.put_label(own(if b % 2 == 0 { "SHIP" } else { "WEAPON" }, words))),
        20 => drop(desk.change_label("SHIP", own("VESSEL", words))),
        21 => drop(desk.set_cue(&first, (b % 3 > 0).then_some(small))),
        22 => drop(desk.set_speaker(&first, if b % 2 == 0 { Source::Unknown } else { Source::Name(words) })),
        23 => drop(desk.reopen(&[&first])),
        24 => drop(desk.recast(&first, Layer::Quote, "QUOTE", &Attributes::new())),
        _ => run(desk, 0),
    }
}

/// Everything that there is to see of a desk.
fn seen(desk: &Workspace) -> (String, String, Vec<Annotation>, Vec<Relation>, Vec<LabelDefinition>, Vec<String>) {
    let annotations = desk.annotations().iter().map(|a| Annotation::clone(a)).collect();
    let names = desk.history().0.iter().map(|s| s.name.clone()).collect();
    (desk.title().into(), desk.text().into(), annotations, desk.relations().to_vec(), desk.labels().cloned().collect(), names)
}

fn there_and_back(format: &str, article: &Article) -> Article {
    let file = Format::named(format).expect("a format of ours").write(std::slice::from_ref(article));
    let mut read = import("file", &file.bytes).expect("a file of ours");
    assert_eq!(read.articles.len(), 1);
    let read = read.articles.remove(0);
    assert_eq!(read.notes, [""; 0], "{format}");
    read.article
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_desk_comes_back(gestures in gestures(), html in any::<bool>()) {
        let mut desk = desk();
        gestures.iter().for_each(|g| make(&mut desk, g));
        let article = there_and_back(if html { "html" } else { "native" }, &Article::of_workspace(&desk));
        prop_assert!(article.desk.is_some() || desk.history().0.is_empty());
        let mut again = Workspace::new(article.into_seed());
        prop_assert_eq!(seen(&again), seen(&desk));
        // What the page keeps of it is its seed and its log.
        let kept = Workspace::replay(again.seed().clone(), again.clone().take_log());
        prop_assert_eq!(seen(&kept.desk), seen(&desk));
        prop_assert_eq!(again.history(), desk.history());
        prop_assert_eq!(again.edits().collect::<Vec<_>>(), desk.edits().collect::<Vec<_>>());
        // And a file of that.
        let twice = there_and_back("native", &Article::of_workspace(&again));
        prop_assert_eq!(seen(&Workspace::new(twice.into_seed())), seen(&desk));
        // The detectors say no more of it than they say of the first.
        let (mut read, mut first) = (again.clone(), desk.clone());
        for by in [0, 4] {
            run(&mut read, by);
            run(&mut first, by);
            let marks = |d: &Workspace| d.annotations().iter().map(|a| (a.layer, a.label.clone(), a.span, a.status)).collect::<Vec<_>>();
            prop_assert_eq!(marks(&read), marks(&first));
        }
        // Undo goes back the same way, to the last step, and redo the same way forward.
        while desk.undo_name().is_some() {
            prop_assert_eq!(again.undo().map(|c| c.name), desk.undo().map(|c| c.name));
            prop_assert_eq!(again.text(), desk.text());
            prop_assert_eq!(again.items().collect::<Vec<_>>(), desk.items().collect::<Vec<_>>());
        }
        prop_assert!(again.undo().is_none());
        while desk.redo_name().is_some() {
            prop_assert_eq!(again.redo().map(|c| c.name), desk.redo().map(|c| c.name));
        }
        prop_assert_eq!(again.text(), desk.text());
        prop_assert_eq!(again.items().collect::<Vec<_>>(), desk.items().collect::<Vec<_>>());
    }

    /// Another program that passes over what it does not know, and one that changes what it does.
    #[test]
    fn what_another_program_left_holds(gestures in gestures(), change in 0u8..3) {
        let mut desk = desk();
        gestures.iter().for_each(|g| make(&mut desk, g));
        let article = Article::of_workspace(&desk);
        let file = Format::named("native").unwrap().write(std::slice::from_ref(&article));
        let mut value: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
        let first = value["annotations"][0].clone();
        match change {
            0 => drop(value.as_object_mut().unwrap().remove("desk")),
            1 => value["document"]["title"] = "Another title".into(),
            _ => {
                if first.is_null() {
                    return Ok(());
                }
                value["annotations"][0]["label"] = "CHANGED".into();
                value["annotations"][0]["status"] = "accepted".into();
            }
        }
        let read = import("file", &serde_json::to_vec(&value).unwrap()).unwrap().articles.remove(0);
        if change > 0 && article.gestures > 0 {
            prop_assert!(read.notes.iter().any(|n| n.contains("Another program")), "{:?}", read.notes);
        }
        let mut again = Workspace::new(read.article.into_seed());
        run(&mut again, 0);
        if change == 1 {
            prop_assert_eq!(again.title(), "Another title");
        }
        if change == 2 {
            let id = first["id"].as_str().unwrap();
            prop_assert_eq!(again.annotation(id).map(|a| (a.label.as_str(), a.status)), Some(("CHANGED", Status::Accepted)));
        }
        // What is decided is decided, and its names and notes are there.
        let told = |d: &Workspace| -> BTreeMap<String, (Span, Status, Attributes)> {
            d.items().map(|i| &i.annotation).filter(|a| !a.span.is_empty()).map(|a| (a.id.clone(), (a.span, a.status, a.attributes.clone()))).collect()
        };
        let (mut now, mut then) = (told(&again), told(&desk));
        if let Some(id) = first["id"].as_str() {
            now.remove(id);
            then.remove(id);
        }
        prop_assert_eq!(now, then);
    }
}

/// "Lena Ortis" becomes "Lena Ortiz" in every format that holds names, and stays so when the detectors run again.
#[test]
fn a_rename_is_a_decision() {
    let mut desk = desk();
    let mention = desk.annotations().iter().find(|a| a.label == "PERSON").unwrap();
    let entity = mention.text_attribute("entity").unwrap().to_owned();
    desk.rename_entity(&entity, "Lena Ortiz");
    let names = |d: &Workspace| d.annotations().iter().filter(|a| a.text_attribute("name") == Some("Lena Ortiz")).count();
    let speakers = |d: &Workspace| d.annotations().iter().filter(|a| a.text_attribute("resolved") == Some("Lena Ortiz")).count();
    assert_eq!((names(&desk), speakers(&desk)), (4, 1));
    for format in ["native", "html", "brat", "gate", "tei", "web-annotation", "xmi", "cas-json"] {
        let mut again = Workspace::new(there_and_back(format, &Article::of_workspace(&desk)).into_seed());
        run(&mut again, 0);
        run(&mut again, 0);
        assert_eq!((names(&again), speakers(&again)), (4, 1), "{format}");
        let kept = again.annotations().iter().filter(|a| a.label == "PERSON").all(|a| a.status == Status::Suggested && a.attributes.get("edited").is_none());
        assert!(kept, "{format}: a name is no verdict on the mention");
    }
    for format in ["doccano", "doccano-relations", "label-studio", "prodigy", "webanno", "conllu", "spacy"] {
        let losses = Format::named(format).unwrap().losses(&Article::of_workspace(&desk));
        assert!(losses.iter().any(|l| l.count == 5 && l.what.contains("renamed")), "{format}: {losses:?}");
    }
}

/// What only Galley's own file holds is said of every other.
#[test]
fn no_format_but_galleys_own_claims_to_hold_the_history() {
    let mut desk = desk();
    let nothing = |d: &Workspace, format: &str| Format::named(format).unwrap().losses(&Article::of_workspace(d)).is_empty();
    assert!(nothing(&desk, "native") && nothing(&desk, "gate"));
    let id = desk.annotations()[0].id.clone();
    desk.accept(&[&id]);
    desk.put_label(LabelDefinition { label: "SHIP".into(), layer: Layer::Entity, name: "Ship".into(), key: Some('s'), colour: None });
    for format in galley::formats::FORMATS {
        let losses = format.losses(&Article::of_workspace(&desk));
        let own = matches!(format.name, "native" | "html");
        for what in ["history", "labels of your own"] {
            assert_eq!(losses.iter().any(|l| l.what.contains(what)), !own, "{}: {losses:?}", format.name);
        }
    }
    // As it was pasted, it is without what was done.
    let pasted = Article::of_original(&desk);
    assert!(Format::named("native").unwrap().losses(&pasted).iter().any(|l| l.what.contains("history")));
}

/// A quotation that was narrowed stays alone, whatever the file.
#[test]
fn a_narrowed_quotation_stays_alone_in_every_format() {
    let long = Span::new(0, TEXT.find('”').unwrap() + 3);
    let words = "We reopen the harbour";
    for kind in 0..4 {
        let mut desk = desk();
        let quote = desk.annotations().iter().find(|a| a.layer == Layer::Quote).unwrap().id.clone();
        let at = TEXT.find(words).unwrap();
        match kind {
            0 => drop(desk.move_to(&quote, Span::new(at, at + words.len()))),
            1 => drop(desk.split(&quote, TEXT.find("on Monday").unwrap())),
            2 => {
                desk.move_to(&quote, Span::new(at, at + words.len()));
                desk.delete(&[&quote]);
            }
            _ => drop(desk.relabel(&[&quote], "SLOGAN")),
        }
        let own = |d: &Workspace| {
            let there = d.annotations().iter().filter(|a| a.layer == Layer::Quote && a.span.overlaps(long));
            there.map(|a| (a.label.clone(), a.span, a.status)).collect::<Vec<_>>()
        };
        let before = own(&desk);
        for format in ["native", "html", "brat", "gate", "tei", "web-annotation", "xmi", "cas-json"] {
            for by in [0, 2, 9] {
                let mut again = Workspace::new(there_and_back(format, &Article::of_workspace(&desk)).into_seed());
                run(&mut again, by);
                assert_eq!(own(&again), before, "{format}, gesture {kind}, ends moved by {by}");
                run(&mut again, 0);
                assert_eq!(own(&again), before, "{format}, gesture {kind}");
            }
        }
    }
}
