//! What the page shows and the files hold: spans with a layer, a label, attributes and a history, and relations between them.

mod analysis;
mod attributes;
mod change;
mod claims;
mod edit;
mod fit;
mod gestures;
pub(crate) mod ids;
mod left_out;
mod names;
mod reconcile;
mod remap;
mod review;
mod selection;
mod sequence;
mod sources;
mod steps;
pub mod tagged;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod value;
mod workspace;

use serde::{Deserialize, Serialize};

use crate::text::{Replacement, Span};

pub use analysis::Analysis;
pub use attributes::{Attributes, Name as AttributeName, names as attribute};
pub use change::{Anchor, CONTEXT, Change, Entry, History, Item, LabelDefinition, Slot, Step};
pub use edit::{EditError, Edits, TextEdit, between};
pub use fit::{Misfit, annotation_fits, item_fits, span_fits};
pub use left_out::{LeftOut, insertion};
pub use remap::Remap;
pub use review::{Filter, Progress};
pub use selection::{Matching, occurrences, snapped, whole_words};
pub use sequence::batches;
pub use sources::Source;
pub use steps::{Unit, stepped};
pub use value::Value;
pub use workspace::{Changed, Replayed, Seed, Workspace};

/// The layers that annotations lie on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layer {
    /// Named entities, times and amounts.
    Entity,
    /// Quotations.
    Quote,
    /// The words that report a quotation.
    Cue,
    /// The words that name its source.
    Speaker,
    /// Damage.
    Artifact,
}

impl Layer {
    /// All layers, in the order in which lists show them.
    pub const ALL: [Layer; 5] = [Layer::Entity, Layer::Quote, Layer::Cue, Layer::Speaker, Layer::Artifact];

    /// The name in files: "entity".
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Layer::Entity => "entity",
            Layer::Quote => "quote",
            Layer::Cue => "cue",
            Layer::Speaker => "speaker",
            Layer::Artifact => "artifact",
        }
    }

    /// What the ids of its annotations start with.
    #[must_use]
    pub fn id_prefix(self) -> &'static str {
        match self {
            Layer::Entity => "e",
            Layer::Quote => "q",
            Layer::Cue => "c",
            Layer::Speaker => "s",
            Layer::Artifact => "a",
        }
    }
}

/// Who made an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// A rule or model.
    #[default]
    Auto,
    /// A person.
    Manual,
}

/// What a person decided about an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nothing yet.
    #[default]
    Suggested,
    /// It is right.
    Accepted,
    /// It is wrong.
    Rejected,
}

/// One annotated span of the source text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Annotation {
    /// Unique in its document: "q1".
    pub id: String,
    /// The layer it lies on.
    pub layer: Layer,
    /// "PERSON", "QUOTE", "space.before_punct".
    pub label: String,
    /// From its first to its last character, in bytes of the source text.
    pub span: Span,
    /// Its pieces where it has more than one; empty otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
    /// What is known about it beside its place.
    #[serde(default, skip_serializing_if = "Attributes::is_empty")]
    pub attributes: Attributes,
    /// For an artifact: the repair, in places of the source text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Replacement>,
    /// Who made it.
    pub origin: Origin,
    /// The rule or model that made it; empty for a person's.
    pub rule: String,
    /// How sure the rule is, from 0 to 1.
    pub score: f32,
    /// What a person decided.
    pub status: Status,
}

impl Annotation {
    /// What a rule suggests, with its score; nothing else is known of it.
    #[must_use]
    pub fn suggested(id: String, layer: Layer, label: &str, span: Span, (rule, score): (&str, f32)) -> Self {
        Self {
            id,
            layer,
            label: label.to_owned(),
            span,
            parts: Vec::new(),
            attributes: Attributes::new(),
            edits: Vec::new(),
            origin: Origin::Auto,
            rule: rule.to_owned(),
            score,
            status: Status::Suggested,
        }
    }

    /// True for a verdict on the whole document (`…_document`): it speaks of no place in the text.
    #[must_use]
    pub fn is_verdict(&self) -> bool {
        self.layer == Layer::Artifact && self.label.ends_with("_document")
    }

    /// The pieces it covers: its parts, or its one span.
    #[must_use]
    pub fn pieces(&self) -> &[Span] {
        if self.parts.is_empty() { std::slice::from_ref(&self.span) } else { &self.parts }
    }

    /// True for an artifact whose repair may be made unasked.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.attributes.get("certain") == Some(&Value::Bool(true))
    }

    /// The attribute `name` where it is text.
    #[must_use]
    pub fn text_attribute(&self, name: &str) -> Option<&str> {
        self.attributes.text(name)
    }

    /// Every place that it speaks of: its span, its pieces, the quoted parts, what its repair changes.
    pub fn places_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        let Annotation { span, parts, attributes, edits, .. } = self;
        std::iter::once(span).chain(parts).chain(attributes.quoted_mut()).chain(edits.iter_mut().map(|r| &mut r.span))
    }
}

/// What a relation says of the two annotations that it joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum RelationKind {
    /// From a quotation to the words that name its source.
    Speaker,
    /// From a quotation to the words that report it.
    Cue,
    /// From a quotation to the one it was said to.
    Addressee,
}

/// A directed relation between two annotations of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// Unique in its document: "r1".
    pub id: String,
    /// What it says.
    #[serde(rename = "type")]
    pub kind: RelationKind,
    /// The id of the annotation that it leaves.
    pub from: String,
    /// The id of the annotation that it reaches.
    pub to: String,
}
