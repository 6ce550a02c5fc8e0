//! An edited document ends up with the analysis of its text, whatever the edits were, and the listener's copy is equal to the session's.

mod strategies;

use std::collections::BTreeMap;

use galley::annotation::{Edits, TextEdit, Value};
use galley::session::{Mirror, Session};
use galley::text::Span;
use galley::{Analysis, Layers, Models, analyse};
use proptest::prelude::*;
use strategies::text;

/// `analysis` with all ids numbered by first appearance: two analyses that differ in ids alone become equal.
fn renumbered(analysis: &Analysis) -> Analysis {
    let mut analysis = analysis.clone();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut name = |id: &str| {
        let next = names.len();
        names.entry(id.to_owned()).or_insert_with(|| format!("#{next}")).clone()
    };
    for annotation in &mut analysis.annotations {
        annotation.id = name(&annotation.id);
        for key in ["entity", "group"] {
            if let Some(Value::Text(id)) = annotation.attributes.get_mut(key) {
                *id = name(id);
            }
        }
    }
    for relation in &mut analysis.relations {
        (relation.from, relation.to) = (name(&relation.from), name(&relation.to));
        relation.id = String::new();
    }
    analysis
}

/// Settles `session`, giving every update to `mirror`.
fn settle(session: &mut Session, mirror: &mut Mirror) {
    while !session.is_settled() {
        if let Some(update) = session.settle() {
            mirror.update(update);
        }
    }
}

/// Edits of `text`: pieces put in, taken out, or swapped, at places given as shares of its length.
fn edit_of(text: &str, (at, length, insert): &(f64, usize, String)) -> Edits {
    let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let from = (at * (borders.len() - 1) as f64) as usize;
    let to = (from + length).min(borders.len() - 1);
    Edits::new(text, vec![TextEdit::replacing(text, Span::new(borders[from], borders[to]), insert)]).expect("the edit was made for the text")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_lead_to_the_analysis_of_the_text(
        start in text(),
        edits in prop::collection::vec(((0.0..1.0f64, 0usize..6, text()), any::<bool>()), 0..6),
        small in prop::sample::select(vec![0usize, 200]),
    ) {
        let mut session = Session::open(0, start, Models::default(), Layers::ALL).reading_whole_up_to(small);
        let mut mirror = Mirror::new();
        for (n, (edit, settles)) in edits.iter().enumerate() {
            if *settles {
                settle(&mut session, &mut mirror);
            }
            let edits = edit_of(session.text(), edit);
            mirror.edit(session.text(), &edits);
            let update = session.edit(n as u32 + 1, &edits).expect("the edit fits");
            mirror.update(update);
            prop_assert_eq!(mirror.analysis(), session.analysis());
            for annotation in &mirror.analysis().annotations {
                prop_assert!(session.text().get(annotation.span.range()).is_some_and(|s| !s.is_empty()), "{:?}", annotation);
            }
        }
        settle(&mut session, &mut mirror);
        prop_assert_eq!(mirror.analysis(), session.analysis());
        let mut ids: Vec<&str> = mirror.analysis().annotations.iter().map(|a| a.id.as_str()).collect();
        ids.sort_unstable();
        prop_assert!(ids.windows(2).all(|w| w[0] != w[1]));
        let fresh = analyse(session.text(), &Models::default(), Layers::ALL);
        prop_assert_eq!(renumbered(mirror.analysis()), renumbered(&fresh));
    }
}

#[test]
fn what_an_edit_does_not_touch_keeps_its_ids() {
    let text = "Mayor Lena Ortiz spoke in Paris on Tuesday.\n\nIt rained.\n\nOrtiz paid $5 million on March 4, 2019.";
    let mut session = Session::open(0, text.to_owned(), Models::default(), Layers::ALL).reading_whole_up_to(0);
    let mut mirror = Mirror::new();
    settle(&mut session, &mut mirror);
    let before = mirror.analysis().clone();
    assert!(before.annotations.len() >= 4, "the rules find dates and amounts");
    let edits =
        Edits::new(text, vec![TextEdit { at: text.find("It").unwrap(), delete: String::new(), insert: "Daniel Whitmore paid $7 million. ".into() }]).unwrap();
    mirror.edit(text, &edits);
    mirror.update(session.edit(1, &edits).unwrap());
    let quick = mirror.analysis().clone();
    assert!(quick.annotations.iter().any(|a| a.span.of(session.text()) == "$7 million"), "found at once");
    settle(&mut session, &mut mirror);
    for analysis in [&quick, mirror.analysis()] {
        for old in &before.annotations {
            let kept = analysis.annotations.iter().find(|a| a.id == old.id);
            assert_eq!(kept.map(|a| a.span.of(session.text())), Some(old.span.of(text)));
        }
    }
}

#[test]
fn an_edit_for_another_text_is_refused() {
    let mut session = Session::open(0, "It rained.".to_owned(), Models::default(), Layers::ALL);
    let edits = Edits::new("He left.", vec![TextEdit { at: 0, delete: "He".into(), insert: "She".into() }]).unwrap();
    assert!(session.edit(1, &edits).is_err());
    assert_eq!((session.text(), session.revision()), ("It rained.", 0));
}

#[test]
fn an_update_that_changes_nothing_is_empty() {
    let text = "Mayor Lena Ortiz spoke in Paris on Tuesday.";
    let mut session = Session::open(0, text.to_owned(), Models::default(), Layers::ALL);
    let mut mirror = Mirror::new();
    settle(&mut session, &mut mirror);
    session.change_models(|_| ());
    let update = loop {
        if let Some(update) = session.settle() {
            break update;
        }
    };
    assert!(update.settled && update.is_empty());
}
