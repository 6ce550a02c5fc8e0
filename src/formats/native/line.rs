//! A document that is written without being held as a whole.

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use super::document::NativeEdit;
use super::write::annotation;
use crate::annotation::Analysis;
use crate::text::OffsetMap;

/// What was found in a text, in the native format, one annotation at a time: findings that repeat quote long stretches of a text, and all of them together
/// would need a multiple of its room. What [`NativeDocument::new`](super::NativeDocument::new) gives of the same parts is written the same.
#[derive(Clone, Copy, Debug)]
pub struct NativeLine<'a> {
    /// The id of the document.
    pub id: &'a str,
    /// The article.
    pub text: &'a str,
    /// Over `text`, in bytes.
    pub analysis: &'a Analysis,
}

impl Serialize for NativeLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let map = OffsetMap::new(self.text);
        let mut document = serializer.serialize_struct("NativeDocument", 7)?;
        document.serialize_field("format", "galley")?;
        document.serialize_field("version", &1)?;
        document.serialize_field("offsets", "codepoint")?;
        document.serialize_field("document", &Header { id: self.id, title: "", lang: "en", text: self.text })?;
        document.serialize_field("annotations", &Annotations { line: self, map: &map })?;
        document.serialize_field("relations", &self.analysis.relations)?;
        document.serialize_field::<[NativeEdit; 0]>("edits", &[])?;
        document.end()
    }
}

/// The header without a copy of the text.
#[derive(Serialize)]
struct Header<'a> {
    id: &'a str,
    title: &'a str,
    lang: &'a str,
    text: &'a str,
}

struct Annotations<'a> {
    line: &'a NativeLine<'a>,
    map: &'a OffsetMap<'a>,
}

impl Serialize for Annotations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.line.analysis.annotations.iter().map(|a| annotation(a, self.line.text, self.map)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::native::NativeDocument;
    use crate::{Layers, Models, analyse};

    #[test]
    fn a_line_is_written_as_the_whole_document_is() {
        for text in ["", "“Él rained,” said Lena Ortiz , of Oslo.", "She said it was “cold” and “wet” – don\u{92}t ask . Pay $5 , he said ."] {
            let analysis = analyse(text, &Models::default(), Layers::ALL);
            let whole = NativeDocument::new("a", text, &analysis.annotations, &analysis.relations);
            let line = NativeLine { id: "a", text, analysis: &analysis };
            assert_eq!(serde_json::to_string(&line).unwrap(), serde_json::to_string(&whole).unwrap());
        }
    }
}
