//! What a document in work starts from.

use serde::{Deserialize, Serialize};

use crate::annotation::{Annotation, Edits, History, Item, LabelDefinition, Layer, LeftOut, Relation, Slot};
use crate::text::Span;

/// What a workspace starts from. Stored once for each document; the log holds the rest.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Seed {
    /// Unique among a person's documents.
    pub id: String,
    /// For people.
    #[serde(default)]
    pub title: String,
    /// BCP 47, "en".
    #[serde(default)]
    pub lang: String,
    /// The name of the file that it came from; empty where it was pasted.
    #[serde(default)]
    pub file: String,
    /// The text as it was pasted or read.
    pub text: String,
    /// What of a web page was left out when its article was taken from it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// Repairs that an imported file had already made to it, batch by batch.
    #[serde(default)]
    pub edits: Vec<Edits>,
    /// Annotations of the text after those repairs that came with an imported file and are not for the detectors to redo.
    #[serde(default)]
    pub items: Vec<Item>,
    /// Relations that came with it.
    #[serde(default)]
    pub links: Vec<(Slot, Vec<String>)>,
    /// Gestures that had been made when the file was written, done again on opening: undo goes back through them.
    #[serde(default)]
    pub history: History,
    /// Suggestions that came with it, of the text after all repairs and gestures; shown until the detectors have run.
    #[serde(default)]
    pub suggestions: Vec<Annotation>,
    /// Where suggestions lay that came with marks which do not say what they replaced; of the same text.
    #[serde(default)]
    pub beside: Vec<(Layer, Span)>,
    /// Relations between suggestions, likewise.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// Labels of a person's own.
    #[serde(default)]
    pub labels: Vec<LabelDefinition>,
}

impl Seed {
    /// A new document with nothing but its text.
    #[must_use]
    pub fn of_text(id: &str, text: &str) -> Self {
        Self { id: id.to_owned(), lang: "en".to_owned(), text: text.to_owned(), ..Self::default() }
    }
}
