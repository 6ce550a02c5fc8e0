//! How much is read of one file: more than a person opens, less than a browser's memory. Whatever a file declares, what is
//! in it is counted.

/// The longest text of one article, in bytes.
pub const TEXT: usize = 32_000_000;
/// Characters that the annotations of one article cover, added up, in bytes, where the text is short.
pub(super) const COVER: usize = 64 << 20;
/// All files of an archive together, unpacked, in bytes.
pub(super) const ARCHIVE: usize = 256 << 20;
/// What the values of one JSON document may take in memory, in bytes, by [`weigh`](super::json::weigh).
pub(super) const VALUES: usize = 1 << 30;
/// Elements of an XML document that lie in one another.
pub(super) const XML_DEPTH: usize = 256;
/// Nodes of an XML document: elements and what stands between them.
pub(super) const XML_NODES: u32 = 6_000_000;
/// Attributes of one element.
pub(super) const XML_ATTRIBUTES: usize = 256;
/// Namespaces that are declared at one place of an XML document.
pub(super) const XML_NAMESPACES: usize = 64;
/// Columns of a table of annotations.
pub(super) const COLUMNS: usize = 1_000;
