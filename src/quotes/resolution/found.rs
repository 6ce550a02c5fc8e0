//! Who the words of a source turned out to be.

use crate::quotes::basis::Basis;
use crate::quotes::quotation::SourceType;

/// Who the words of a source turned out to be.
pub(super) struct Found {
    /// The fullest name that the document gives the source.
    pub(super) resolved: Option<String>,
    /// An index into the document's entities.
    pub(super) entity: Option<usize>,
    pub(super) source_type: SourceType,
    pub(super) basis: Basis,
}

impl Found {
    /// A source that stays without a name.
    pub(super) fn nobody(source_type: SourceType) -> Self {
        Found { resolved: None, entity: None, source_type, basis: Basis::None }
    }

    pub(super) fn somebody(name: String, entity: Option<usize>, source_type: SourceType, basis: Basis) -> Self {
        Found { resolved: Some(name), entity, source_type, basis }
    }
}
