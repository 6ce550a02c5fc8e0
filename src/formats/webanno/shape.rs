//! The layers and slots of a file, and its escapes.

use crate::annotation::{Layer, RelationKind};

const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
pub(super) const QUOTE: &str = "webanno.custom.Quote";
const CUE: &str = "webanno.custom.Cue";
const SPEAKER: &str = "webanno.custom.Speaker";

/// Features of a type, each with the attribute it holds; an empty one is the label.
pub(super) type Features = &'static [(&'static str, &'static str)];

/// The layers with their types and features, in the order of the columns; a quotation has slots besides.
pub(super) const LAYERS: [(Layer, &str, Features); 5] = [
    (Layer::Entity, ENTITY, &[("identifier", "entity"), ("value", "")]),
    (Layer::Artifact, "webanno.custom.Artifact", &[("code", "")]),
    (Layer::Cue, CUE, &[("label", "")]),
    (Layer::Quote, QUOTE, &[("kind", "kind")]),
    (Layer::Speaker, SPEAKER, &[("resolved", "resolved")]),
];

/// The slots of a quotation: role, kind of relation, type of link, layer and type of what fills it.
pub(super) const SLOTS: [(&str, RelationKind, &str, Layer, &str); 3] = [
    ("speaker", RelationKind::Speaker, "webanno.custom.QuoteSpeakerLink", Layer::Speaker, SPEAKER),
    ("cue", RelationKind::Cue, "webanno.custom.QuoteCueLink", Layer::Cue, CUE),
    ("addressee", RelationKind::Addressee, "webanno.custom.QuoteAddresseeLink", Layer::Speaker, SPEAKER),
];

pub(super) fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\\' | '[' | ']' | '|' | '_' | ';' | '*' => {
                out.push('\\');
                out.push(c);
            }
            '\t' => out += "\\t",
            '\n' => out += "\\n",
            '\r' => out += "\\r",
            c => out.push(c),
        }
    }
    out.replace("->", "\\->")
}

pub(super) fn escape_text(line: &str) -> String {
    line.replace('\\', "\\\\").replace('\t', "\\t").replace('\r', "\\r")
}

/// Undoes the escapes of 3.3 and those of 3.2, which writes what is not ASCII as UTF-16 units: `\u00EB`, `\uD83D\uDEA2`.
pub(super) fn unescape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('\\') {
        out += &rest[..at];
        let mut units = Vec::new();
        rest = &rest[at..];
        while let Some(unit) = rest.strip_prefix("\\u").and_then(|r| r.get(..4)).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit())) {
            units.extend(u16::from_str_radix(unit, 16));
            rest = &rest[6..];
        }
        if !units.is_empty() {
            out += &String::from_utf16_lossy(&units);
            continue;
        }
        let mut chars = rest[1..].chars();
        match chars.next() {
            Some('t') => out.push('\t'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some(other) => out.push(other),
            None => out.push('\\'),
        }
        rest = chars.as_str();
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone() {
        for text in ["a\\b[c]|d_e;f*g->h\tié🚢", "\\u00EB", "\\", "\\\\u1234"] {
            assert_eq!(unescape(&escape(text)), text);
            assert_eq!(unescape(&escape_text(text)), text);
        }
        assert_eq!(unescape("Zo\\u00EB \\u2013 \\uD83D\\uDEA2\\r\\uD83D."), "Zoë – 🚢\r\u{FFFD}.");
        assert_eq!(unescape("a\\u12 \\"), "au12 \\", "a trap: no four digits");
    }
}
