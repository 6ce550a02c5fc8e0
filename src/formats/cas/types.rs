//! The types of feature structures, and their features.

use crate::annotation::{Layer, RelationKind};

pub(super) const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
pub(super) const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
pub(super) const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
pub(super) const ANNOTATION: &str = "uima.tcas.Annotation";
pub(super) const STRING: &str = "uima.cas.String";

/// The type of a layer.
pub(super) fn type_of(layer: Layer) -> &'static str {
    match layer {
        Layer::Entity => ENTITY,
        Layer::Quote => "webanno.custom.Quote",
        Layer::Cue => "webanno.custom.Cue",
        Layer::Speaker => "webanno.custom.Speaker",
        Layer::Artifact => "webanno.custom.Artifact",
    }
}

/// Features that hold strings, by layer: their names here, and the attributes they hold.
pub(super) fn features(layer: Layer) -> &'static [(&'static str, &'static str)] {
    match layer {
        Layer::Entity => &[("identifier", "entity"), ("name", "name"), ("placeKind", "place_kind"), ("normalized", "value")],
        Layer::Quote => &[("kind", "kind"), ("group", "group"), ("reason", "reason"), ("speakerName", "speaker")],
        Layer::Cue => &[],
        Layer::Speaker => &[("resolved", "resolved"), ("sourceType", "source_type"), ("entity", "entity")],
        Layer::Artifact => &[("severity", "severity"), ("message", "message"), ("fix", "fix"), ("tier", "tier")],
    }
}

/// Features that every layer has; "attributes" holds as JSON what no other feature does.
pub(super) const COMMON: [&str; 7] = ["status", "origin", "rule", "score", "note", "galleyId", "attributes"];

/// Features of a quotation that hold another annotation, and what they hold.
pub(super) const SLOTS: [(&str, RelationKind, Layer); 3] =
    [("speaker", RelationKind::Speaker, Layer::Speaker), ("cue", RelationKind::Cue, Layer::Cue), ("addressee", RelationKind::Addressee, Layer::Speaker)];
