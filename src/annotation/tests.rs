//! The workspace as a whole: decisions against re-runs, history, log.

use proptest::prelude::*;

use super::testing::annotation as found;
use super::*;
use crate::Analysis;

const TEXT: &str = "“We reopen Monday,” Lena Ortis told The Post. Ortis runs Port Avelle, a port.";

fn span(text: &str, words: &str) -> Span {
    let at = text.find(words).unwrap();
    Span::new(at, at + words.len())
}

/// What a detector might say of [`TEXT`] and of what becomes of it.
fn analysis(text: &str) -> Analysis {
    let mut annotations = Vec::new();
    let mut relations = Vec::new();
    for (words, label) in [("Lena Orti", "PERSON"), ("The Post", "ORG"), ("Port Avelle", "LOC"), ("Monday", "DATE")] {
        for at in occurrences(text, words, Matching { case: true, whole_words: false }) {
            let end = at.end() + usize::from(text[at.end()..].starts_with(['s', 'z']));
            let mut a = found(&format!("e{}", annotations.len() + 1), Layer::Entity, label, Span::new(at.start(), end));
            a.attributes.insert("entity".into(), format!("E{}", annotations.len() + 1).into());
            a.attributes.insert("name".into(), words.into());
            annotations.push(a);
        }
    }
    if let (Some(open), Some(close)) = (text.find('“'), text.find('”')) {
        annotations.push(found("q1", Layer::Quote, "QUOTE", Span::new(open, close + 3)));
        if let Some(at) = text.find("told") {
            annotations.push(found("c1", Layer::Cue, "CUE", Span::new(at, at + 4)));
            relations.push(Relation { id: "r1".into(), kind: RelationKind::Cue, from: "q1".into(), to: "c1".into() });
        }
    }
    if let Some(at) = text.find("Ortis") {
        let mut a = found("a1", Layer::Artifact, "word.misspelling", Span::new(at, at + 5));
        a.edits.push(Replacement { span: a.span, text: "Ortiz".into() });
        annotations.push(a);
    }
    annotations.sort_by_key(|a| a.span);
    Analysis { annotations, relations }
}

fn desk() -> Workspace {
    let mut desk = Workspace::new(Seed::of_text("d", TEXT));
    let revision = desk.text_revision();
    desk.set_analysis(revision, analysis(TEXT)).unwrap();
    desk
}

/// The detectors run again on the text as it is.
fn rerun(desk: &mut Workspace) {
    let (revision, again) = (desk.text_revision(), analysis(desk.text()));
    desk.set_analysis(revision, again).unwrap();
}

fn id(desk: &Workspace, label: &str) -> String {
    desk.annotations().iter().find(|a| a.label == label).unwrap().id.clone()
}

/// Layer, label, words and status of everything shown.
fn shown(desk: &Workspace) -> Vec<(Layer, String, String, Status)> {
    desk.annotations().iter().map(|a| (a.layer, a.label.clone(), a.span.of(desk.text()).to_owned(), a.status)).collect()
}

#[test]
fn a_decision_outlives_the_detectors() {
    let mut desk = desk();
    let (person, org, place) = (id(&desk, "PERSON"), id(&desk, "ORG"), id(&desk, "LOC"));
    desk.accept(&[&person]);
    desk.reject(&[&org]);
    desk.relabel(&[&place], "MISC");
    let before = shown(&desk);
    rerun(&mut desk);
    assert_eq!(shown(&desk), before);
    assert_eq!([id(&desk, "PERSON"), id(&desk, "ORG"), id(&desk, "MISC")], [person, org, place], "ids stay");
}

#[test]
fn moved_edges_split_and_merged_pieces_are_not_suggested_again() {
    let mut desk = desk();
    let person = id(&desk, "PERSON");
    desk.move_to(&person, span(TEXT, "Lena"));
    let place = id(&desk, "LOC");
    desk.split(&place, span(TEXT, "Avelle").start());
    rerun(&mut desk);
    let words: Vec<_> = shown(&desk).into_iter().filter(|s| matches!(s.1.as_str(), "PERSON" | "LOC")).map(|s| s.2).collect();
    assert_eq!(words, ["Lena", "Port", "Avelle"]);
    let (a, b) = (desk.annotations().iter().find(|a| a.span == span(TEXT, "Port")).unwrap().id.clone(), id(&desk, "ORG"));
    desk.merge_annotations(&b, &a);
    rerun(&mut desk);
    assert_eq!(shown(&desk).iter().filter(|s| s.1 == "ORG").map(|s| s.2.as_str()).collect::<Vec<_>>(), ["The Post. Ortis runs Port"]);
}

#[test]
fn a_rejection_is_known_by_its_words_and_surroundings() {
    let mut desk = desk();
    let place = id(&desk, "LOC");
    desk.reject(&[&place]);
    // The end of the article is cut and pasted in again: the place is another, the words and their surroundings are not.
    let tail = span(TEXT, "Ortis runs Port Avelle, a port.");
    desk.replace(tail, "").unwrap();
    rerun(&mut desk);
    desk.replace(Span::empty(desk.text().len()), "Yes. Ortis runs Port Avelle, a port.").unwrap();
    rerun(&mut desk);
    assert_eq!(shown(&desk).iter().filter(|s| s.1 == "LOC").map(|s| s.3).collect::<Vec<_>>(), [Status::Rejected]);
    // The same words elsewhere are another matter.
    desk.replace(Span::empty(desk.text().len()), " In Port Avelle it rains.").unwrap();
    rerun(&mut desk);
    assert_eq!(shown(&desk).iter().filter(|s| s.1 == "LOC").map(|s| s.3).collect::<Vec<_>>(), [Status::Rejected, Status::Suggested]);
}

#[test]
fn a_repair_carries_everything_and_can_be_undone() {
    let mut desk = desk();
    let person = id(&desk, "PERSON");
    desk.accept(&[&person]);
    let artifact = id(&desk, "word.misspelling");
    let changed = desk.repair(&[&artifact]).unwrap();
    assert_eq!(changed.name, "Repair “Ortis”");
    assert_eq!(desk.annotation(&person).unwrap().span.of(desk.text()), "Lena Ortiz");
    assert!(desk.annotation(&artifact).is_none());
    assert_eq!(desk.annotations_of_original().iter().find(|a| a.id == person).unwrap().span.of(TEXT), "Lena Ortis");
    desk.undo().unwrap();
    assert_eq!(desk.text(), TEXT);
    assert_eq!(desk.annotation(&person).unwrap().span.of(TEXT), "Lena Ortis");
    assert_eq!(desk.redo_name(), Some("Repair “Ortis”"));
}

#[test]
fn a_repair_that_another_uncovers_is_one_gesture_with_it() {
    let mut desk = Workspace::new(Seed::of_text("d", "Lena Ortis spoke ."));
    let reading = |desk: &mut Workspace, words: &str, fix: &str| {
        let at = span(desk.text(), words);
        let mut a = found("a1", Layer::Artifact, "word.misspelling", at);
        a.edits.push(Replacement { span: at, text: fix.into() });
        desk.set_analysis(desk.text_revision(), Analysis { annotations: vec![a], relations: Vec::new() }).unwrap();
        id(desk, "word.misspelling")
    };
    assert!(desk.repair_further(&["a1"]).unwrap().edits.is_empty(), "nothing was repaired before");
    let first = reading(&mut desk, "Ortis", "Ortez");
    desk.repair(&[&first]).unwrap();
    let second = reading(&mut desk, "Ortez spoke .", "Ortiz spoke.");
    desk.repair_further(&[&second]).unwrap();
    assert_eq!((desk.text(), desk.history().1, desk.undo_name()), ("Lena Ortiz spoke.", 1, Some("Repair “Ortis”")));
    let again = Workspace::restore(desk.seed().clone(), desk.take_log()).unwrap();
    assert_eq!(again.text(), desk.text());
    desk.undo();
    assert_eq!(desk.text(), "Lena Ortis spoke .");
    desk.redo();
    assert_eq!(desk.text(), "Lena Ortiz spoke.");
}

#[test]
fn damage_that_a_hand_marked_is_put_right_and_gone() {
    let mut desk = desk();
    let place = span(TEXT, "Ortis told");
    let marked = desk.add(Layer::Artifact, "manual.damage", place).ids[0].clone();
    let changed = desk.put_right(&marked, "Ortiz told").unwrap();
    assert_eq!(changed.name, "Repair “Ortis told”");
    assert!(desk.text().contains("Lena Ortiz told") && desk.annotation(&marked).is_none());
    desk.undo().unwrap();
    assert_eq!(desk.text(), TEXT);
    assert_eq!(desk.annotation(&marked).unwrap().span, place);
    assert!(desk.put_right("none", "x").unwrap().name.is_empty());
}

#[test]
fn what_an_edit_deletes_comes_back_with_undo() {
    let mut desk = desk();
    let person = id(&desk, "PERSON");
    desk.accept(&[&person]);
    desk.replace(span(TEXT, "Lena Ortis told"), "I say to").unwrap();
    assert!(desk.annotation(&person).is_none());
    desk.undo().unwrap();
    assert_eq!(desk.annotation(&person).unwrap().span.of(TEXT), "Lena Ortis");
}

#[test]
fn sources_are_set_by_words_by_mention_by_name_and_to_unknown() {
    let mut desk = desk();
    let (quote, person) = (id(&desk, "QUOTE"), id(&desk, "PERSON"));
    desk.set_speaker(&quote, Source::Annotation(&person));
    assert_eq!(desk.speaker_name(&quote), Some("Lena Orti"), "the name of the entity");
    desk.set_cue(&quote, Some(span(TEXT, "told")));
    desk.set_addressee(&quote, Source::Words(span(TEXT, "The Post")));
    rerun(&mut desk);
    assert_eq!(desk.relations().iter().map(|r| r.kind).collect::<Vec<_>>(), [RelationKind::Speaker, RelationKind::Cue, RelationKind::Addressee]);
    desk.set_speaker(&quote, Source::Name("A. N. Other"));
    assert_eq!(desk.speaker_name(&quote), Some("A. N. Other"));
    desk.set_speaker(&quote, Source::Unknown);
    assert_eq!(desk.speaker_name(&quote), None);
    assert_eq!(desk.relations().len(), 2);
    desk.set_cue(&quote, None);
    rerun(&mut desk);
    assert_eq!(desk.targets(&quote, RelationKind::Cue).count(), 0, "the detectors' cue does not come back");
}

#[test]
fn an_entity_keeps_its_id_and_its_new_name() {
    let mut desk = desk();
    let person = id(&desk, "PERSON");
    let entity = desk.annotation(&person).unwrap().text_attribute("entity").unwrap().to_owned();
    desk.rename_entity(&entity, "Lena Ortiz");
    desk.replace(Span::empty(0), "On Monday: ").unwrap();
    rerun(&mut desk);
    let a = desk.annotation(&person).unwrap();
    assert_eq!((a.text_attribute("entity"), a.text_attribute("name")), (Some(entity.as_str()), Some("Lena Ortiz")));
    assert_eq!(a.status, Status::Suggested, "a name is no verdict on the mention");
}

#[test]
fn review_goes_round_and_counts_first() {
    let mut desk = desk();
    let filter = Filter { layers: vec![Layer::Entity], ..Filter::default() };
    assert_eq!(desk.waiting(&filter).len(), 4);
    let first = desk.next_waiting(None, &filter).unwrap();
    desk.reject(&[&first]);
    let last = desk.previous_waiting(Some(&first), &filter).unwrap();
    assert_eq!(desk.annotation(&last).unwrap().label, "LOC");
    assert_eq!(desk.next_waiting(Some(&last), &filter), desk.next_waiting(None, &filter));
    let changed = desk.accept_all(&filter);
    assert_eq!(changed.name, "Accept 3 annotations");
    assert_eq!(desk.progress(&filter), Progress { accepted: 3, rejected: 1, waiting: 0 });
    assert_eq!(desk.next_waiting(None, &filter), None);
    desk.undo();
    assert_eq!(desk.progress(&filter).waiting, 3);
}

#[test]
fn a_late_answer_is_dropped() {
    let mut desk = desk();
    let revision = desk.text_revision();
    desk.replace(Span::empty(0), "x").unwrap();
    assert_eq!(desk.set_analysis(revision, analysis(TEXT)), None);
}

#[test]
fn only_what_changed_is_drawn_again() {
    let mut desk = desk();
    let person = id(&desk, "PERSON");
    assert_eq!(desk.accept(&[&person]).spans, [span(TEXT, "Lena Ortis")]);
    assert!(desk.accept(&[&person]).spans.is_empty(), "nothing to do, no step");
    assert_eq!(desk.history().1, 1);
}

#[test]
fn a_new_mark_does_not_hide_other_suggestions() {
    let mut desk = desk();
    desk.add(Layer::Entity, "ORG", span(TEXT, "Port Avelle, a port"));
    desk.add(Layer::Entity, "MISC", span(TEXT, "Port"));
    assert_eq!(shown(&desk).iter().filter(|s| s.1 == "LOC").count(), 1);
    let place = id(&desk, "LOC");
    desk.add(Layer::Entity, "ORG", span(TEXT, "Port Avelle"));
    assert_eq!(desk.annotation(&place).unwrap().label, "ORG", "the suggestion at the very place is taken over");
}

/// What another version of the detectors might say: the same with the ends of names and quotations moved by some letters.
fn other_version(text: &str, analysis: &Analysis, by: usize) -> Analysis {
    let mut analysis = analysis.clone();
    for a in analysis.annotations.iter_mut().filter(|a| a.layer != Layer::Artifact) {
        let end = (a.span.end().saturating_sub(by)..=a.span.end()).find(|at| text.is_char_boundary(*at)).unwrap();
        a.span = Span::new(a.span.start(), end.max(a.span.start() + 4));
        a.rule = "other.rule".into();
    }
    analysis
}

/// What waits on `layer` where `span` is.
fn waiting_at(desk: &Workspace, layer: Layer, span: Span) -> Vec<String> {
    let waits = |a: &&std::sync::Arc<Annotation>| a.layer == layer && a.status == Status::Suggested && a.span.overlaps(span);
    desk.annotations().iter().filter(waits).map(|a| a.span.of(desk.text()).to_owned()).collect()
}

const LONG: &str = "“We reopen the harbour on Monday, whatever it costs us,” Lena Ortis told The Post in Port Avelle.";

fn long_desk() -> (Workspace, String, Span) {
    let mut desk = Workspace::new(Seed::of_text("d", LONG));
    desk.set_analysis(0, analysis(LONG)).unwrap();
    let quote = id(&desk, "QUOTE");
    let whole = desk.annotation(&quote).unwrap().span;
    (desk, quote, whole)
}

/// Gestures that change what a suggestion said of a quotation, each with its name.
fn changes(desk: &Workspace, kind: usize) -> (&'static str, Workspace) {
    let (mut desk, quote) = (desk.clone(), id(desk, "QUOTE"));
    let name = match kind {
        0 => {
            desk.move_to(&quote, span(LONG, "We reopen"));
            "narrowed"
        }
        1 => {
            desk.split(&quote, span(LONG, "on Monday").start());
            "split"
        }
        2 => {
            desk.delete(&[&quote]);
            "deleted"
        }
        3 => {
            desk.move_to(&quote, span(LONG, "We reopen"));
            desk.delete(&[&quote]);
            "narrowed and deleted"
        }
        4 => {
            desk.relabel(&[&quote], "SLOGAN");
            "relabelled"
        }
        5 => {
            let second = desk.add(Layer::Quote, "QUOTE", span(LONG, "The Post in Port")).ids[0].clone();
            desk.merge_annotations(&quote, &second);
            "merged"
        }
        _ => {
            desk.recast(&quote, Layer::Entity, "MISC", &Attributes::new());
            "made a name"
        }
    };
    (name, desk)
}

#[test]
fn what_a_person_changed_stays_alone_after_every_reading() {
    let (desk, _, whole) = long_desk();
    for kind in 0..7 {
        for by in [0, 1, 3, 7] {
            let (name, mut desk) = changes(&desk, kind);
            let before = shown(&desk);
            assert_eq!(waiting_at(&desk, Layer::Quote, whole), [""; 0], "{name}");
            let other = other_version(LONG, &analysis(LONG), by);
            desk.set_analysis(0, other).unwrap();
            assert_eq!(waiting_at(&desk, Layer::Quote, whole), [""; 0], "{name}, ends moved by {by}");
            desk.set_analysis(0, analysis(LONG)).unwrap();
            assert_eq!(shown(&desk), before, "{name}");
            desk.set_analysis(0, Analysis::default()).unwrap();
            desk.set_analysis(0, analysis(LONG)).unwrap();
            assert_eq!(shown(&desk), before, "{name}, after models that found nothing");
        }
    }
}

#[test]
fn a_quotation_in_another_is_another() {
    let (mut desk, quote, whole) = long_desk();
    let mut nested = analysis(LONG);
    let inner = Span::new(whole.start() + 3, whole.end() - 3);
    nested.annotations.push(found("q2", Layer::Quote, "QUOTE", inner));
    desk.set_analysis(0, nested.clone()).unwrap();
    let inner_id = desk.annotations().iter().find(|a| a.span == inner).unwrap().id.clone();
    desk.accept(&[&inner_id]);
    assert_eq!(waiting_at(&desk, Layer::Quote, whole).len(), 1, "the outer one still waits");
    desk.move_to(&inner_id, span(LONG, "the harbour"));
    desk.set_analysis(0, nested).unwrap();
    assert_eq!(desk.annotation(&quote).unwrap().span, whole);
    // A title in a quotation that was narrowed is news.
    desk.move_to(&quote, span(LONG, "We reopen the harbour on Monday"));
    let mut more = analysis(LONG);
    more.annotations.push(found("q3", Layer::Quote, "QUOTE", span(LONG, "on Monday")));
    desk.set_analysis(0, more).unwrap();
    assert_eq!(waiting_at(&desk, Layer::Quote, whole), ["on Monday"]);
}

#[test]
fn a_rejection_does_not_hide_a_better_reading() {
    let mut desk = desk();
    let person = id(&desk, "PERSON");
    desk.reject(&[&person]);
    let mut better = analysis(TEXT);
    better.annotations.iter_mut().filter(|a| a.label == "PERSON").for_each(|a| a.span = Span::new(a.span.start() + 5, a.span.end()));
    desk.set_analysis(0, better).unwrap();
    assert_eq!(waiting_at(&desk, Layer::Entity, span(TEXT, "Lena Ortis")), ["Ortis"]);
}

#[test]
fn a_speaker_found_later_has_the_name_that_a_person_gave() {
    let mut desk = desk();
    let person = id(&desk, "PERSON");
    let entity = desk.annotation(&person).unwrap().text_attribute("entity").unwrap().to_owned();
    desk.rename_entity(&entity, "Lena Ortiz");
    let mut later = analysis(TEXT);
    let mut speaker = found("s1", Layer::Speaker, "SPEAKER", span(TEXT, "Lena Ortis"));
    speaker.attributes.insert("entity".into(), "E1".into());
    speaker.attributes.insert("resolved".into(), "Lena Orti".into());
    later.annotations.push(speaker);
    desk.set_analysis(0, later).unwrap();
    let speaker = desk.annotations().iter().find(|a| a.layer == Layer::Speaker).unwrap();
    assert_eq!((speaker.text_attribute("resolved"), speaker.text_attribute("name")), (Some("Lena Ortiz"), None));
}

/// One gesture by numbers: anything that a person might do, to anything.
fn gesture(desk: &mut Workspace, kind: u8, a: usize, b: usize, words: &str) {
    let ids: Vec<String> = desk.annotations().iter().map(|a| a.id.clone()).collect();
    let one = |n: usize| ids.get(n % ids.len().max(1)).map_or("", String::as_str).to_owned();
    let borders: Vec<usize> = desk.text().char_indices().map(|(at, _)| at).chain([desk.text().len()]).collect();
    let (x, y) = (borders[a % borders.len()], borders[b % borders.len()]);
    let place = Span::new(x.min(y), x.max(y));
    let (first, second) = (one(a), one(b));
    match kind {
        0 => desk.accept(&[&first]),
        1 => desk.reject(&[&first, &second]),
        2 => desk.add(Layer::Entity, "PERSON", place),
        3 => desk.move_to(&first, place),
        4 => desk.delete(&[&first]),
        5 => desk.split(&first, x),
        6 => desk.merge_annotations(&first, &second),
        7 => desk.set_speaker(&first, Source::Annotation(&second)),
        8 => desk.set_note(&first, words),
        9 => desk.repair(&[&first]).unwrap(),
        10 => desk.replace(Span::new(place.start(), borders[..].iter().copied().find(|p| *p >= place.start() + 3).unwrap_or(place.start())), words).unwrap(),
        11 => desk.undo().unwrap_or_default(),
        12 => desk.redo().unwrap_or_default(),
        13 => desk.relabel(&[&first], "MISC"),
        14 => desk.set_title(words),
        _ => {
            rerun(desk);
            Changed::default()
        }
    };
}

proptest! {
    #[test]
    fn history_and_log_lead_back_exactly(gestures in prop::collection::vec((0u8..16, 0usize..200, 0usize..200, "[a 🚢é\u{301}ש]{0,4}"), 1..40)) {
        let mut desk = desk();
        for (kind, a, b, words) in &gestures {
            gesture(&mut desk, *kind, *a, *b, words);
            for annotation in desk.annotations() {
                prop_assert!(desk.text().get(annotation.span.range()).is_some());
            }
        }
        // A crash: what a person did is back, from the seed and the log alone.
        let log: Vec<Entry> = desk.take_log();
        let written = serde_json::to_string(&log).unwrap();
        let read: Vec<Entry> = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(&read, &log);
        let mut again = Workspace::restore(Seed::of_text("d", TEXT), read).unwrap();
        prop_assert_eq!(again.text(), desk.text());
        prop_assert_eq!(&again.items, &desk.items);
        prop_assert_eq!(&again.links, &desk.links);
        prop_assert_eq!(again.history(), desk.history());
        // All the way back, and all the way forward.
        let (steps, standing) = { let (steps, standing) = desk.history(); (steps.len(), standing) };
        let (items, text) = (desk.items.clone(), desk.text().to_owned());
        again.go_to(0);
        prop_assert_eq!(again.text(), TEXT);
        prop_assert!(again.items.is_empty() && again.links.is_empty());
        again.go_to(steps);
        again.go_to(standing);
        prop_assert_eq!(again.text(), text);
        prop_assert_eq!(&again.items, &items);
    }
}

#[test]
fn a_mark_of_another_layer_takes_the_place_and_undo_brings_the_old_one_back() {
    let mut desk = Workspace::new(Seed::of_text("d", "The Quibble sailed."));
    let id = desk.add(Layer::Entity, "MISC", Span::new(4, 11)).ids[0].clone();
    let changed = desk.recast(&id, Layer::Quote, "QUOTE", &Attributes::from([("kind".into(), Value::from("title"))]));
    let new = desk.annotation(&changed.ids[0]).unwrap();
    assert_eq!((new.layer, new.span, new.text_attribute("kind")), (Layer::Quote, Span::new(4, 11), Some("title")));
    assert!(desk.annotation(&id).is_none());
    desk.undo();
    assert_eq!(desk.annotations().len(), 1);
    assert!(desk.annotation(&id).is_some());
    assert!(desk.recast(&id, Layer::Entity, "ORG", &Attributes::new()).name.is_empty(), "that is relabelling");
}

#[test]
fn a_label_of_ones_own_is_renamed_with_its_annotations_in_one_step() {
    let mut desk = Workspace::new(Seed::of_text("d", "The Quibble sailed."));
    let definition =
        |label: &str, name: &str| LabelDefinition { label: label.into(), layer: Layer::Entity, name: name.into(), key: None, colour: Some("#21518f".into()) };
    desk.put_label(definition("SHIP", "Ship"));
    let id = desk.add(Layer::Entity, "SHIP", Span::new(4, 11)).ids[0].clone();
    desk.change_label("SHIP", definition("VESSEL", "Vessel"));
    assert_eq!(desk.annotation(&id).unwrap().label, "VESSEL");
    assert_eq!(desk.labels().map(|l| l.name.as_str()).collect::<Vec<_>>(), ["Vessel"]);
    desk.undo();
    assert_eq!(desk.annotation(&id).unwrap().label, "SHIP");
    assert_eq!(desk.labels().map(|l| l.name.as_str()).collect::<Vec<_>>(), ["Ship"]);
}

#[test]
fn a_filter_by_decision_shows_what_it_admits_and_counts_all_it_concerns() {
    let mut desk = Workspace::new(Seed::of_text("d", "One two three."));
    let one = desk.add(Layer::Entity, "MISC", Span::new(0, 3)).ids[0].clone();
    desk.add(Layer::Entity, "MISC", Span::new(4, 7));
    desk.reopen(&[&one]);
    let waiting = Filter { statuses: vec![Status::Suggested], ..Filter::default() };
    assert_eq!(desk.filtered(&waiting).map(|a| a.id.as_str()).collect::<Vec<_>>(), [one.as_str()]);
    assert_eq!((desk.progress(&waiting).reviewed(), desk.progress(&waiting).total()), (1, 2));
}
