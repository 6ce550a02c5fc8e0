//! What the formats write and read: one article with all that is known of it.

use serde::{Deserialize, Serialize};

use crate::annotation::{Annotation, Edits, Item, Layer, Origin, Relation, RelationKind, Seed, Slot, Status, TextEdit, Value, Workspace, batches};
use crate::text::{Span, TextBuffer};

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
}

impl Article {
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
        }
    }

    /// A document in work as it was pasted: annotations where they lie in that text, no repair made.
    #[must_use]
    pub fn of_original(desk: &Workspace) -> Self {
        let annotations = desk.annotations_of_original();
        let there = |id: &String| annotations.iter().any(|a| a.id == *id);
        let relations = desk.relations().iter().filter(|r| there(&r.from) && there(&r.to)).cloned().collect();
        Self { text: desk.original().to_owned(), annotations, relations, edits: Vec::new(), ..Self::of_workspace(desk) }
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

    /// What a [`Workspace`] starts from: decisions stay decisions, suggestions stay suggestions.
    #[must_use]
    pub fn into_seed(self) -> Seed {
        let original = self.original();
        // Where the repairs do not lead back and forth, the text as it stands is all that is known.
        let edits = batches(&original, self.edits).filter(|edits| edits.iter().fold(original.clone(), |text, batch| batch.apply(&text)) == self.text);
        let text = self.text;
        let (original, edits) = edits.map_or_else(|| (text.clone(), Vec::new()), |edits| (original, edits));
        let (suggestions, items): (Vec<_>, Vec<_>) =
            self.annotations.into_iter().partition(|a| a.origin == Origin::Auto && a.status == Status::Suggested && !a.attributes.contains_key("note"));
        let suggested = |id: &String| suggestions.iter().any(|a| a.id == *id);
        let (relations, linked): (Vec<_>, Vec<_>) = self.relations.into_iter().partition(|r| suggested(&r.from) || suggested(&r.to));
        let mut links: Vec<(Slot, Vec<String>)> = Vec::new();
        for relation in linked {
            let slot = (relation.from, relation.kind);
            match links.iter_mut().find(|(s, _)| *s == slot) {
                Some((_, targets)) => targets.push(relation.to),
                None => links.push((slot, vec![relation.to])),
            }
        }
        let items = items.into_iter().map(|annotation| Item { anchors: anchors(&annotation, &text), annotation }).collect();
        Seed {
            id: self.id,
            title: self.title,
            lang: self.lang,
            file: String::new(),
            text: original,
            edits,
            items,
            links,
            suggestions,
            relations,
            labels: Vec::new(),
        }
    }

    /// The annotations that stand: all but the rejected ones.
    pub fn standing(&self) -> impl Iterator<Item = &Annotation> {
        self.annotations.iter().filter(|a| a.status != Status::Rejected)
    }

    /// The relations between annotations that stand.
    pub fn standing_relations(&self) -> impl Iterator<Item = &Relation> {
        let stands = |id: &str| self.standing().any(|a| a.id == id);
        self.relations.iter().filter(move |r| stands(&r.from) && stands(&r.to))
    }

    /// The annotation with this id.
    #[must_use]
    pub fn annotation(&self, id: &str) -> Option<&Annotation> {
        self.annotations.iter().find(|a| a.id == id)
    }

    /// The annotation that the relation of `kind` from `id` reaches.
    #[must_use]
    pub fn target(&self, id: &str, kind: RelationKind) -> Option<&Annotation> {
        self.relations.iter().find(|r| r.from == id && r.kind == kind).and_then(|r| self.annotation(&r.to))
    }

    /// Who said quotation `quote`, by name.
    #[must_use]
    pub fn speaker_name<'a>(&'a self, quote: &'a Annotation) -> Option<&'a str> {
        match quote.attributes.get("speaker") {
            Some(Value::Text(name)) => return Some(name),
            Some(Value::Null) => return None,
            _ => {}
        }
        let speaker = self.target(&quote.id, RelationKind::Speaker)?;
        let named = speaker.text_attribute("resolved").or_else(|| speaker.text_attribute("name"));
        named.or_else(|| self.text.get(speaker.span.range()))
    }
}

/// What the detectors should know again of an annotation that came with a file.
fn anchors(annotation: &Annotation, text: &str) -> Vec<crate::annotation::Anchor> {
    if annotation.status == Status::Rejected || annotation.origin == Origin::Auto { vec![crate::annotation::Anchor::of(annotation, text)] } else { Vec::new() }
}

/// An annotation as a file of another tool gives it.
pub(super) fn annotation(id: String, label: &str, span: Span) -> Annotation {
    Annotation {
        id,
        layer: layer_of(label),
        label: label.to_owned(),
        span,
        parts: Vec::new(),
        attributes: Default::default(),
        edits: Vec::new(),
        origin: Origin::Manual,
        rule: String::new(),
        score: 1.0,
        status: Status::Accepted,
    }
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
