//! How the detectors are tested: short texts with the damage marked in them.

use super::{Category, Finding};
use crate::artifacts;
use crate::entities;
use crate::quotes;
use crate::text::{Document, View};

/// All findings in `text`, as an analysis makes them.
pub(super) fn findings(text: &str) -> Vec<Finding> {
    let document = Document::new(text);
    let mut findings = artifacts::mechanical(&document);
    let (view, overwriting) = artifacts::read(&document, None, &mut findings, Vec::new());
    let entities = entities::recognise(&view, None);
    let quotations = quotes::find(&view, &entities);
    let (quotations, overwriting) = (quotations.as_slice(), overwriting.as_ref());
    let context = artifacts::Context {
        document: &document,
        view: &view,
        entities: &entities,
        quotations,
        overwriting,
        furniture: &artifacts::Furniture::default(),
        dictionary: None,
    };
    artifacts::contextual(&context, &mut findings);
    findings
}

/// Asserts that `category` is found exactly at the places of `marked` in ⟦ ⟧, with the repair after the arrow where there is one:
/// "He left⟦ →⟧, she said".
#[track_caller]
pub(super) fn fires(category: Category, marked: &str) {
    let (mut text, mut repaired, mut places, mut has_fix) = (String::new(), String::new(), Vec::new(), false);
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('⟦') {
        let (inside, after) = after.split_once('⟧').expect("an open mark");
        text += before;
        repaired += before;
        let (bad, good) = match inside.split_once('→') {
            Some((bad, good)) => {
                has_fix = true;
                (bad, good)
            }
            None => (inside, inside),
        };
        places.push(text.len()..text.len() + bad.len());
        text += bad;
        repaired += good;
        rest = after;
    }
    text += rest;
    repaired += rest;
    let all = findings(&text);
    let mine: Vec<&Finding> = all.iter().filter(|f| f.category == category).collect();
    let mut spans: Vec<_> =
        mine.iter().flat_map(|f| if f.parts.is_empty() { vec![f.span.range()] } else { f.parts.iter().map(|p| p.range()).collect() }).collect();
    spans.sort_by_key(|s| s.start);
    assert_eq!(spans, places, "{category:?} in {text:?}\nfound: {:#?}", brief(&all, &text));
    if has_fix {
        let edits = mine.iter().flat_map(|f| f.edits.iter().cloned()).collect();
        let document = Document::new(&text);
        assert_eq!(View::through(&document, edits).text(), repaired, "the repair of {text:?}");
    }
}

/// Asserts that `category` is not found in `text`.
#[track_caller]
pub(super) fn silent(category: Category, text: &str) {
    let found: Vec<_> = findings(text).into_iter().filter(|f| f.category == category).collect();
    assert!(found.is_empty(), "{category:?} in {text:?}: {:#?}", brief(&found, text));
}

/// Asserts that the certain repairs of `text` give `expected`.
#[track_caller]
pub(super) fn repairs(text: &str, expected: &str) {
    let document = Document::new(text);
    let edits = artifacts::certain_repairs(&findings(text)).collect();
    assert_eq!(View::through(&document, edits).text(), expected);
}

fn brief<'t>(findings: &'t [Finding], text: &'t str) -> Vec<(Category, &'t str, &'t str)> {
    findings.iter().map(|f| (f.category, f.span.of(text), f.message.as_str())).collect()
}
