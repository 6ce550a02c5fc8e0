//! Any log opens: one of ours, one that was damaged, one that two writers made, and one that nobody would have written.

use galley::annotation::{Entry, Layer, Seed, Workspace};
use galley::app::blocks::blocks;
use galley::app::runs::draw;
use galley::app::shelf::Record;
use galley::text::Span;
use galley::{Layers, Models};
use proptest::prelude::*;
use serde_json::Value;

const TEXT: &str = "Port Avelle – Lena Ortiz said “no 🚢 sails ,today” .\n\nThe board’s chief, Tomás Brandt, did not anwser; Ortiz left.";

/// One gesture of a person's: which, where, how far, and with what words.
type Gesture = (u8, usize, usize, String);

fn gestures() -> impl Strategy<Value = Vec<Gesture>> {
    prop::collection::vec((0u8..16, 0usize..200, 0usize..40, "[a 🚢é\u{301}ש,]{0,4}"), 1..30)
}

/// The border of a character at or before byte `at`, which may be anywhere.
fn border(text: &str, at: usize) -> usize {
    let at = at % (text.len() + 1);
    (0..=at).rev().find(|n| text.is_char_boundary(*n)).unwrap_or(0)
}

fn make(desk: &mut Workspace, (kind, at, far, words): &Gesture) {
    let text = desk.text().to_owned();
    let start = border(&text, *at);
    let span = Span::new(start, border(&text, start + far).max(start));
    let all: Vec<String> = desk.annotations().iter().map(|a| a.id.clone()).collect();
    let one = all.get(at % all.len().max(1)).cloned().unwrap_or_default();
    let other = all.get(far % all.len().max(1)).cloned().unwrap_or_default();
    match kind {
        0 => drop(desk.add(Layer::Entity, "PERSON", span)),
        1 => drop(desk.add(Layer::Quote, "QUOTE", span)),
        2 => drop(desk.accept(&[&one, &other])),
        3 => drop(desk.reject(&[&one])),
        4 => drop(desk.relabel(&[&one], "ORG")),
        5 => drop(desk.move_to(&one, span)),
        6 => drop(desk.split(&one, start)),
        7 => drop(desk.merge_annotations(&one, &other)),
        8 => drop(desk.delete(&[&one])),
        9 => drop(desk.replace(span, words)),
        10 => drop(desk.replace_text(&format!("{}{words}{}", &text[..start], &text[span.end()..]))),
        11 => drop(desk.undo()),
        12 => drop(desk.redo()),
        13 => drop(desk.set_title(words)),
        14 => drop(desk.set_note(&one, words)),
        _ => {
            let revision = desk.text_revision();
            drop(desk.set_analysis(revision, galley::analyse(&text, &Models::default(), Layers::ALL)));
        }
    }
}

/// A document that was worked on, as it is kept.
fn worked(gestures: &[Gesture]) -> (Seed, Vec<Entry>, Workspace) {
    let seed = Seed::of_text("d", TEXT);
    let mut desk = Workspace::new(seed.clone());
    gestures.iter().for_each(|g| make(&mut desk, g));
    let log = desk.take_log();
    (seed, log, desk)
}

/// What the page does with a document that it opens, and a person with what is opened.
fn used(desk: &mut Workspace) {
    let show = |desk: &Workspace| {
        for annotation in desk.annotations() {
            for piece in annotation.pieces() {
                assert!(desk.text().get(piece.range()).is_some(), "{piece:?} of {:?}", desk.text());
            }
        }
        let _ = draw(desk.text(), &blocks(desk.text()), desk.annotations(), desk.relations());
        let _ = Record::of(desk, 0, 0);
        let _ = desk.annotations_of_original();
    };
    show(desk);
    let revision = desk.text_revision();
    desk.set_analysis(revision, galley::analyse(desk.text(), &Models::default(), Layers::ALL));
    show(desk);
    let standing = desk.history().1;
    for gesture in [(0, 3, 9, String::new()), (9, 7, 3, "🚢".to_owned()), (2, 1, 2, String::new()), (10, 30, 5, "é\u{301}".to_owned())] {
        make(desk, &gesture);
        show(desk);
    }
    desk.go_to(standing);
    desk.go_to(0);
    show(desk);
    desk.go_to(standing);
    show(desk);
}

/// Spoils one thing in a tree of JSON: the leaf number `at` of it.
fn spoil(value: &mut Value, at: &mut usize, how: u8) -> bool {
    match value {
        Value::Array(list) => list.iter_mut().any(|v| spoil(v, at, how)),
        Value::Object(map) => map.values_mut().any(|v| spoil(v, at, how)),
        leaf => {
            if *at > 0 {
                *at -= 1;
                return false;
            }
            *leaf = match (&*leaf, how % 8) {
                (Value::Number(n), 0) => (n.as_u64().unwrap_or(0) + 1).into(),
                (Value::Number(n), 1) => n.as_u64().unwrap_or(0).saturating_sub(1).into(),
                (Value::Number(_), 2) => 4_294_967_295u64.into(),
                (Value::Number(_), _) => 0.into(),
                (Value::String(s), 0) => Value::String(s.chars().rev().collect()),
                (Value::String(s), 1) => Value::String(format!("{s}🚢")),
                (Value::String(_), 2) => "e4294967295".into(),
                (Value::String(_), 3) => String::new().into(),
                (Value::String(s), _) => Value::String(s.chars().skip(1).collect()),
                (_, 0) => Value::Null,
                (_, _) => true.into(),
            };
            true
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_log_of_ours_is_followed_to_its_end(gestures in gestures()) {
        let (seed, log, desk) = worked(&gestures);
        let entries = log.len();
        let mut again = Workspace::replay(seed, log);
        prop_assert_eq!(again.stopped, None);
        prop_assert_eq!(again.followed, entries);
        prop_assert_eq!(again.desk.text(), desk.text());
        prop_assert_eq!(again.desk.history(), desk.history());
        used(&mut again.desk);
    }

    /// Entries that are missing, twice, in another order, or of another writer, who knew nothing of the first.
    #[test]
    fn a_log_in_disorder_opens_as_far_as_it_goes(
        gestures in gestures(),
        others in gestures(),
        disorder in prop::collection::vec((0u8..4, 0usize..60, 0usize..60), 1..6),
    ) {
        let (seed, mut log, _) = worked(&gestures);
        let (_, theirs, _) = worked(&others);
        for (kind, a, b) in disorder {
            if log.is_empty() {
                break;
            }
            let (a, b) = (a % log.len(), b % log.len());
            match kind {
                0 => drop(log.remove(a)),
                1 => log.insert(b, log[a].clone()),
                2 => log.swap(a, b),
                _ => log.splice(a..a, theirs.get(..1).into_iter().flatten().cloned()).for_each(drop),
            }
        }
        let mut opened = Workspace::replay(seed.clone(), log.clone());
        prop_assert_eq!(opened.stopped.is_none(), opened.followed == log.len());
        // What is kept of the log says the same again: what follows can be written behind it.
        let followed = log[..opened.followed].to_vec();
        let again = Workspace::replay(seed, followed);
        prop_assert_eq!(again.stopped, None);
        prop_assert_eq!(again.desk.text(), opened.desk.text());
        used(&mut opened.desk);
    }

    #[test]
    fn a_spoilt_log_or_seed_opens_as_far_as_it_goes(gestures in gestures(), spoilt in prop::collection::vec((0usize..2_000, 0u8..8), 1..8), in_seed in any::<bool>()) {
        let (mut seed, log, desk) = worked(&gestures);
        if in_seed {
            // As an import leaves it: repairs and marks in the seed itself.
            seed.edits = desk.edits().cloned().collect();
            seed.suggestions = desk.annotations().iter().map(|a| (**a).clone()).collect();
            seed.items = seed.suggestions.iter().map(|a| galley::annotation::Item::made(a.clone())).collect();
            seed.relations = desk.relations().to_vec();
        }
        let mut kept = if in_seed { serde_json::to_value(&seed).unwrap() } else { serde_json::to_value(&log).unwrap() };
        for (at, how) in spoilt {
            let mut at = at;
            spoil(&mut kept, &mut at, how);
        }
        let (seed, log) = if in_seed {
            let Ok(seed) = serde_json::from_value::<Seed>(kept) else { return Ok(()) };
            (seed, Vec::new())
        } else {
            // An entry that cannot be read at all ends the log there.
            let read = kept.as_array().into_iter().flatten().map_while(|e| serde_json::from_value::<Entry>(e.clone()).ok());
            (seed, read.collect())
        };
        let mut opened = Workspace::replay(seed, log);
        used(&mut opened.desk);
    }
}

/// The case that locked the page: a title from elsewhere stands between an edit and its undo.
#[test]
fn a_title_from_elsewhere_between_an_edit_and_its_undo() {
    let seed = Seed::of_text("d", "Lena Ortis spoke in Port Avelle.");
    let mut here = Workspace::new(seed.clone());
    here.replace(Span::new(0, 4), "Magdalena").unwrap();
    let mut log = here.take_log();
    let mut elsewhere = Workspace::restore(seed.clone(), log.clone()).unwrap();
    elsewhere.set_title("Another title");
    log.extend(elsewhere.take_log());
    here.undo();
    here.add(Layer::Entity, "LOC", Span::new(20, 31));
    here.add(Layer::Entity, "PERSON", Span::new(0, 10));
    here.replace(Span::new(9, 10), "z").unwrap();
    log.extend(here.take_log());
    let mut opened = Workspace::replay(seed, log.clone());
    // Undo took the title back, so the text is the longer one, in which the last edit's words stand elsewhere.
    assert!(opened.stopped.is_some() && opened.followed < log.len());
    assert_eq!(opened.desk.text(), "Magdalena Ortis spoke in Port Avelle.");
    used(&mut opened.desk);
}
