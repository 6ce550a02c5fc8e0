//! What the formats write and read: one article with all that is known of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::annotation::{
    Anchor, Annotation, Edits, History, Item, LabelDefinition, Layer, Origin, Relation, RelationKind, Seed, Slot, Status, TextEdit, Workspace, batches,
};
use crate::text::{Span, TextBuffer, order};

/// An article with its annotations. Offsets are bytes of `text`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Unique among the articles of a file; a text file's name.
    pub id: String,
    /// For people.
    #[serde(default)]
    pub title: String,
    /// BCP 47, "en"; empty where nobody said.
    #[serde(default)]
    pub lang: String,
    /// The text, repairs made.
    pub text: String,
    /// In order of place.
    #[serde(default)]
    pub annotations: Vec<Annotation>,
    /// Between them.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// The repairs that were made to the pasted text, one after the other: each `at` is a byte of the text as it was just
    /// before that repair.
    #[serde(default)]
    pub edits: Vec<TextEdit>,
    /// Labels of a person's own.
    #[serde(default)]
    pub labels: Vec<LabelDefinition>,
    /// By id, the annotations that a person has in hand, whatever their status, and the suggestions that each answers. One
    /// that is missing may be in hand all the same: most formats do not say.
    #[serde(default)]
    pub in_hand: BTreeMap<String, Vec<Anchor>>,
    /// How many gestures were made on the desk, undone ones included.
    #[serde(default)]
    pub gestures: usize,
    /// How many repairs were made on the desk and are left out of `text`.
    #[serde(default)]
    pub left_out: usize,
    /// The desk itself, with every gesture: what gives it again.
    #[serde(default)]
    pub desk: Option<Box<Seed>>,
    /// Which marks a person chose to take away; none where nobody was asked.
    #[serde(default)]
    pub marks: Option<Marks>,
}

/// Which marks a file holds: formats that have a place for it name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Marks {
    /// All; what was rejected only where the format says of each mark that it was.
    AllButRejected,
    /// What was accepted, and what is the person's own.
    AcceptedAndOwn,
}

impl Marks {
    /// In files that people read.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Marks::AllButRejected => "all but rejected",
            Marks::AcceptedAndOwn => "accepted and own only",
        }
    }
}

impl Article {
    /// Leaves out what nobody has decided: what stays was accepted, or is a person's own, with the words that belong to a quotation
    /// that stays. The desk, which has everything, goes too.
    pub fn retain_decided(&mut self) {
        let decided = |a: &Annotation| a.status == Status::Accepted || a.origin == Origin::Manual && a.status != Status::Rejected;
        let kept = order::set(self.annotations.iter().filter(|a| decided(a)).map(|a| a.id.clone()));
        let belonging = order::set(self.relations.iter().filter(|r| kept.contains(&r.from)).map(|r| r.to.clone()));
        self.annotations.retain(|a| kept.contains(&a.id) || a.status != Status::Rejected && belonging.contains(&a.id));
        let there = order::set(self.annotations.iter().map(|a| a.id.as_str()));
        self.relations.retain(|r| there.contains(r.from.as_str()) && there.contains(r.to.as_str()));
        self.in_hand.retain(|id, _| there.contains(id.as_str()));
        self.desk = None;
        self.marks = Some(Marks::AcceptedAndOwn);
    }

    /// A text and nothing else.
    #[must_use]
    pub fn of_text(id: &str, text: &str) -> Self {
        Self { id: id.to_owned(), lang: "en".to_owned(), text: text.to_owned(), ..Self::default() }
    }

    /// A document in work as it stands, repairs made. Its id is the name of its file, where it came from one.
    #[must_use]
    pub fn of_workspace(desk: &Workspace) -> Self {
        let seed = desk.seed();
        Self {
            id: if seed.file.is_empty() { &seed.id } else { &seed.file }.clone(),
            title: desk.title().to_owned(),
            lang: desk.seed().lang.clone(),
            text: desk.text().to_owned(),
            annotations: desk.annotations().iter().map(|a| Annotation::clone(a)).collect(),
            relations: desk.relations().to_vec(),
            edits: desk.edits().flat_map(Edits::in_sequence).collect(),
            labels: desk.labels().cloned().collect(),
            in_hand: in_hand(desk.items()),
            gestures: desk.history().0.len(),
            left_out: 0,
            desk: Some(Box::new(desk.snapshot())),
            marks: None,
        }
    }

    /// The same without the desk itself, for a format that has no place for it.
    #[must_use]
    pub fn without_desk(self) -> Self {
        Self { desk: None, ..self }
    }

    /// A document in work as it was pasted: annotations where they lie in that text, no repair made.
    #[must_use]
    pub fn of_original(desk: &Workspace) -> Self {
        let annotations = desk.annotations_of_original();
        let there: BTreeSet<&str> = order::set(annotations.iter().map(|a| a.id.as_str()));
        let relations = desk.relations().iter().filter(|r| there.contains(r.from.as_str()) && there.contains(r.to.as_str())).cloned().collect();
        let now = Self::of_workspace(desk);
        let (edits, in_hand, left_out) = (Vec::new(), in_hand(desk.items_of_original().iter()), now.edits.len());
        Self { text: desk.original().to_owned(), annotations, relations, edits, in_hand, left_out, desk: None, ..now }
    }

    /// The text as it was pasted: the repairs undone.
    #[must_use]
    pub fn original(&self) -> String {
        if self.edits.is_empty() {
            return self.text.clone();
        }
        let mut text = TextBuffer::new(&self.text);
        for edit in self.edits.iter().rev() {
            text.replace(edit.at, &edit.insert, &edit.delete);
        }
        text.into_string()
    }

    /// What a [`Workspace`] starts from: decisions stay decisions, suggestions stay suggestions. Where the file brought the
    /// desk itself, it is that.
    #[must_use]
    pub fn into_seed(mut self) -> Seed {
        if let Some(desk) = self.desk.take() {
            return Seed { id: self.id, lang: self.lang, ..*desk };
        }
        let original = self.original();
        // Where the repairs do not lead back and forth, the text as it stands is all that is known.
        let edits = batches(&original, self.edits).filter(|edits| edits.iter().fold(original.clone(), |text, batch| batch.apply(&text)) == self.text);
        let text = self.text;
        let (original, edits) = edits.map_or_else(|| (text.clone(), Vec::new()), |edits| (original, edits));
        let mut in_hand = self.in_hand;
        let (items, suggestions): (Vec<_>, Vec<_>) = self.annotations.into_iter().partition(|a| {
            let marked = a.attributes.note().is_some() || a.attributes.contains_key(EDITED);
            !undecided(a) || marked || in_hand.contains_key(&a.id)
        });
        let suggested: BTreeSet<&str> = order::set(suggestions.iter().map(|a| a.id.as_str()));
        let suggests = |r: &Relation| suggested.contains(r.from.as_str()) || suggested.contains(r.to.as_str());
        let (relations, linked): (Vec<_>, Vec<_>) = self.relations.into_iter().partition(suggests);
        let items: Vec<Item> = items.into_iter().map(|annotation| item(annotation, &mut in_hand, &text)).collect();
        let beside = if items.iter().any(|i| i.foreign) { suggestions.iter().map(|a| (a.layer, a.span)).collect() } else { Vec::new() };
        Seed {
            file: self.id.clone(),
            id: self.id,
            title: self.title,
            lang: self.lang,
            text: original,
            left_out: Vec::new(),
            edits,
            items,
            links: links(linked),
            history: History::default(),
            suggestions,
            beside,
            relations,
            labels: self.labels,
        }
    }

    /// Suggestions that a person changed (gave another name, say) and did not decide about.
    pub fn edited(&self) -> impl Iterator<Item = &Annotation> {
        self.annotations.iter().filter(|a| undecided(a) && self.in_hand.contains_key(&a.id))
    }

    /// The same for a format that has no place for what a person has in hand, but for attributes.
    pub(super) fn marked(&self) -> Self {
        let mut marked = self.clone().without_desk();
        for a in marked.annotations.iter_mut().filter(|a| undecided(a) && self.in_hand.contains_key(&a.id)) {
            a.attributes.set(EDITED, true);
        }
        marked
    }

    /// The annotations that stand: all but the rejected ones.
    pub fn standing(&self) -> impl Iterator<Item = &Annotation> {
        self.annotations.iter().filter(|a| a.status != Status::Rejected)
    }

    /// The relations between annotations that stand.
    pub fn standing_relations(&self) -> impl Iterator<Item = &Relation> {
        let stands: BTreeSet<&str> = order::set(self.standing().map(|a| a.id.as_str()));
        self.relations.iter().filter(move |r| stands.contains(r.from.as_str()) && stands.contains(r.to.as_str()))
    }
}

/// The suggestions that each item answers, by its id; without those of which that is not known.
fn in_hand<'i>(items: impl Iterator<Item = &'i Item>) -> BTreeMap<String, Vec<Anchor>> {
    items.filter(|i| !i.foreign || !i.anchors.is_empty()).map(|i| (i.annotation.id.clone(), i.anchors.clone())).collect()
}

/// In a file that has no place for what a person has in hand: a suggestion that the person changed (gave another name, say)
/// and did not decide about.
pub(super) const EDITED: &str = "edited";

/// True for what the detectors made and nobody accepted or rejected.
fn undecided(annotation: &Annotation) -> bool {
    annotation.origin == Origin::Auto && annotation.status == Status::Suggested
}

/// An annotation that came with a file as a person's. Where the file says which suggestions it answers, it answers those;
/// where it does not, one that the detectors made answers itself, and one that a person made what lies in its place.
fn item(mut annotation: Annotation, in_hand: &mut BTreeMap<String, Vec<Anchor>>, text: &str) -> Item {
    annotation.attributes.remove(EDITED);
    if let Some(anchors) = in_hand.remove(&annotation.id) {
        return Item { annotation, anchors, foreign: false };
    }
    let foreign = annotation.origin == Origin::Manual;
    let known = !foreign || annotation.status == Status::Rejected;
    let anchors = if known { vec![Anchor::of(&annotation, text)] } else { Vec::new() };
    Item { annotation, anchors, foreign }
}

/// Relations by where they leave and what they say, in the order of the first of each.
fn links(relations: Vec<Relation>) -> Vec<(Slot, Vec<String>)> {
    let mut links: Vec<(Slot, Vec<String>)> = Vec::new();
    let mut place: BTreeMap<Slot, usize> = BTreeMap::new();
    for relation in relations {
        let slot = (relation.from, relation.kind);
        let n = *place.entry(slot.clone()).or_insert_with(|| {
            links.push((slot, Vec::new()));
            links.len() - 1
        });
        links[n].1.push(relation.to);
    }
    links
}

/// An annotation as a file of another tool gives it.
pub(super) fn annotation(id: String, label: &str, span: Span) -> Annotation {
    Annotation { origin: Origin::Manual, status: Status::Accepted, ..Annotation::suggested(id, layer_of(label), label, span, ("", 1.0)) }
}

/// The layer that a label belongs to; one that is not ours is an entity's.
pub(super) fn layer_of(label: &str) -> Layer {
    match label {
        "QUOTE" | "Quote" => Layer::Quote,
        "CUE" | "Cue" => Layer::Cue,
        "SPEAKER" | "Speaker" => Layer::Speaker,
        _ if label.split_once('.').is_some_and(|(family, code)| lower(family) && lower(code)) => Layer::Artifact,
        _ => Layer::Entity,
    }
}

fn lower(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// The kind of relation that a file calls `name`.
pub(super) fn relation_kind(name: &str) -> Option<RelationKind> {
    match name.to_ascii_uppercase().replace(['_', '-', ' '], "").as_str() {
        "SPEAKER" | "SPEAKEROF" => Some(RelationKind::Speaker),
        "CUE" | "CUEOF" => Some(RelationKind::Cue),
        "ADDRESSEE" | "ADDRESSEEOF" => Some(RelationKind::Addressee),
        _ => None,
    }
}

/// The name of a kind of relation in files.
pub(super) fn relation_name(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Speaker => "SPEAKER",
        RelationKind::Cue => "CUE",
        RelationKind::Addressee => "ADDRESSEE",
    }
}

/// The name of a status in files.
pub(super) fn status_name(status: Status) -> &'static str {
    match status {
        Status::Suggested => "suggested",
        Status::Accepted => "accepted",
        Status::Rejected => "rejected",
    }
}

/// The status that a file calls `name`.
pub(super) fn status_of(name: &str) -> Option<Status> {
    [Status::Suggested, Status::Accepted, Status::Rejected].into_iter().find(|s| status_name(*s) == name)
}

/// The name of an origin in files.
pub(super) fn origin_name(origin: Origin) -> &'static str {
    match origin {
        Origin::Auto => "auto",
        Origin::Manual => "manual",
    }
}

/// The origin that a file calls `name`.
pub(super) fn origin_of(name: &str) -> Option<Origin> {
    [Origin::Auto, Origin::Manual].into_iter().find(|o| origin_name(*o) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_a_desk_is_offered_go_with_its_files_and_leave_its_history_whole() {
        let label = |label: &str| LabelDefinition { label: label.into(), layer: Layer::Entity, name: label.to_lowercase(), key: None, colour: None };
        let mut desk = Workspace::new(Seed { labels: vec![label("LAW")], ..Seed::of_text("a", "The Quibble sank.") });
        desk.offer(&[label("SHIP"), label("LAW"), label("CAR")]);
        desk.add(Layer::Entity, "SHIP", Span::new(4, 11));
        assert_eq!(desk.undo_name(), Some("Mark “Quibble” as ship"));
        let native = super::super::Format::named("native").unwrap();
        let file = native.write(&[Article::of_workspace(&desk)]);
        let read = super::super::import(&file.name, &file.bytes).unwrap().articles.remove(0);
        assert!(read.notes.is_empty(), "{:?}", read.notes);
        let again = Workspace::new(read.article.into_seed());
        let told: Vec<_> = again.labels_of_its_own().map(|l| l.label.as_str()).collect();
        assert_eq!((told.as_slice(), again.undo_name()), (["CAR", "LAW", "SHIP"].as_slice(), desk.undo_name()));
        desk.offer(&[]);
        assert_eq!(desk.labels().map(|l| l.label.as_str()).collect::<Vec<_>>(), ["LAW"]);
    }

    #[test]
    fn a_file_names_the_marks_that_it_was_asked_to_hold() {
        let mut article = Article { marks: Some(Marks::AllButRejected), ..Article::of_text("a", "One.") };
        let said = |article: &Article, format: &str| {
            let files = super::super::Format::named(format).unwrap().files(std::slice::from_ref(article));
            files.iter().map(|f| String::from_utf8_lossy(&f.bytes).into_owned()).collect::<String>()
        };
        for format in ["html", "tei", "brat", "prodigy", "label-studio", "doccano", "doccano-relations", "gate", "conllu", "iob2", "web-annotation"] {
            assert!(said(&article, format).contains("all but rejected"), "{format}");
        }
        assert!(said(&article, "native").contains("\"marks\":\"all-but-rejected\""));
        article.retain_decided();
        assert!(said(&article, "tei").contains("accepted and own only"));
        assert!(!said(&Article::of_text("a", "One."), "native").contains("\"marks\""), "nobody was asked");
    }

    #[test]
    fn only_what_was_decided_stays_with_the_words_that_belong_to_it() {
        let text = "“Go,” said Ann. “Stay,” said Tom.";
        let at = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let mut desk = Workspace::new(Seed::of_text("a", text));
        let first = desk.add(Layer::Quote, "QUOTE", at("“Go,”")).ids[0].clone();
        let second = desk.add(Layer::Quote, "QUOTE", at("“Stay,”")).ids[0].clone();
        desk.set_cue(&first, Some(at("said")));
        desk.reject(&[&second]);
        let mut article = Article::of_workspace(&desk);
        for annotation in &mut article.annotations {
            annotation.origin = Origin::Auto;
            if annotation.layer == Layer::Cue {
                annotation.status = Status::Suggested;
            }
        }
        article.retain_decided();
        let told: Vec<_> = article.annotations.iter().map(|a| (a.layer, a.span.of(text))).collect();
        assert_eq!(told, [(Layer::Quote, "“Go,”"), (Layer::Cue, "said")]);
        assert_eq!(article.relations.len(), 1);
        assert!(article.desk.is_none() && article.in_hand.keys().all(|id| *id != second));
    }
}
