//! The formats: what each is called, what it is for, how it counts, what it holds. What writes and reads them is elsewhere,
//! so that a list of formats carries no format with it.

use super::place::Unit;

/// What a format can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeps {
    /// Which annotations of one place it can hold.
    pub overlap: Overlap,
    /// Annotations of several pieces.
    pub parts: bool,
    /// Speakers, cues and addressees of quotations.
    pub relations: bool,
    /// Findings on the whole document.
    pub verdicts: bool,
    /// Which relations, where it holds any.
    pub slots: Slots,
    /// Kinds, names, messages, notes.
    pub attributes: bool,
    /// Whether a person has accepted or rejected an annotation, or nobody has looked at it.
    pub status: bool,
    /// Notes, in a format that holds no other attribute.
    pub notes_alone: bool,
    /// What a person rejected.
    pub rejected: bool,
    /// Relations between an annotation that was accepted and one that waits.
    pub mixed_relations: bool,
    /// Which characters.
    pub characters: Characters,
    /// White space at the ends of annotations, and annotations of nothing else.
    pub blanks: bool,
    /// Line ends of two characters.
    pub returns: bool,
    /// Every space and line end of the text.
    pub spaces: bool,
    /// Ends inside a word.
    pub inside_words: bool,
    /// The pasted text behind the repairs.
    pub original: bool,
    /// Layers other than entities.
    pub layers: bool,
}

/// Which characters a format can hold: XML has no place for most controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Characters {
    /// All.
    All,
    /// Controls in what is known of annotations, none in the text.
    NoControlsInText,
    /// No controls anywhere.
    NoControls,
}

/// Which relations a format can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slots {
    /// All.
    Any,
    /// From a quotation to a speaker, a cue or, as its addressee, a speaker.
    Quotation,
    /// The same, but one of each kind.
    OneAKind,
}

/// Which annotations of one place a format can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlap {
    /// All.
    All,
    /// One in each column of a layer.
    OneALayer,
    /// One.
    One,
}

impl Keeps {
    /// A format that holds all but the pasted text behind the repairs.
    pub(super) const ALL: Keeps = Keeps {
        overlap: Overlap::All,
        parts: true,
        relations: true,
        slots: Slots::Any,
        verdicts: true,
        attributes: true,
        status: true,
        notes_alone: false,
        rejected: true,
        mixed_relations: true,
        characters: Characters::All,
        blanks: true,
        returns: true,
        spaces: true,
        inside_words: true,
        original: false,
        layers: true,
    };
}

/// One exchange format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// On the command line: "brat".
    pub name: &'static str,
    /// For people: "brat standoff".
    pub title: &'static str,
    /// What a list shows it under.
    pub heading: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    /// What the name of the file that is written ends in: "doccano.jsonl"; "zip" where each article needs several files.
    pub extension: &'static str,
    /// The unit in which it counts.
    pub unit: Unit,
    /// What it holds.
    pub keeps: Keeps,
    /// True where [`import`](super::import) reads it.
    pub imports: bool,
}

impl Format {
    /// The format of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Format> {
        FORMATS.iter().find(|f| f.name == name)
    }
}

/// Spans on tokens in one column.
const ONE_COLUMN: Keeps = Keeps {
    verdicts: false,
    overlap: Overlap::One,
    parts: false,
    relations: false,
    attributes: false,
    status: false,
    spaces: false,
    inside_words: false,
    layers: false,
    ..Keeps::ALL
};

const READERS: &str = "For Galley and for readers";
const TABLES: &str = "For spreadsheets";
const TOOLS: &str = "For annotation tools";
const CORPORA: &str = "For training and corpora";

/// All formats, in the order in which a list shows them: those under one heading stand together.
pub const FORMATS: &[Format] = &[
    Format {
        name: "native",
        title: "Galley",
        heading: READERS,
        about: "Everything; opens again in Galley",
        extension: "galley.jsonl",
        unit: Unit::CodePoint,
        keeps: Keeps { original: true, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "html",
        title: "Web page",
        heading: READERS,
        about: "One file for readers, with everything in it; opens again in Galley",
        extension: "html",
        unit: Unit::CodePoint,
        keeps: Keeps { original: true, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "text",
        title: "Text as it stands",
        heading: READERS,
        about: "With the repairs that were made",
        extension: "txt",
        unit: Unit::None,
        keeps: Keeps { layers: false, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "original",
        title: "Text as it was pasted",
        heading: READERS,
        about: "Before any repair",
        extension: "original.txt",
        unit: Unit::None,
        keeps: Keeps { layers: false, original: true, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "quotations",
        title: "CSV, quotations",
        heading: TABLES,
        about: "Who said what: one row a quotation",
        extension: "quotations.csv",
        unit: Unit::CodePoint,
        keeps: Keeps { parts: false, ..Keeps::ALL },
        imports: false,
    },
    Format {
        name: "csv",
        title: "CSV, annotations",
        heading: TABLES,
        about: "One row an annotation",
        extension: "csv",
        unit: Unit::CodePoint,
        keeps: Keeps { parts: false, ..Keeps::ALL },
        imports: false,
    },
    Format {
        name: "brat",
        title: "brat standoff",
        heading: TOOLS,
        about: "Text, annotations and configuration",
        extension: "zip",
        unit: Unit::CodePoint,
        keeps: Keeps { blanks: false, returns: false, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "label-studio",
        title: "Label Studio",
        heading: TOOLS,
        about: "Tasks and labelling configuration",
        extension: "zip",
        unit: Unit::CodePoint,
        keeps: Keeps { parts: false, attributes: false, notes_alone: true, rejected: false, mixed_relations: false, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "doccano",
        title: "doccano",
        heading: TOOLS,
        about: "Spans with labels",
        extension: "doccano.jsonl",
        unit: Unit::Utf16,
        keeps: Keeps { parts: false, relations: false, attributes: false, status: false, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "doccano-relations",
        title: "doccano with relations",
        heading: TOOLS,
        about: "Spans and relations",
        extension: "doccano.jsonl",
        unit: Unit::Utf16,
        keeps: Keeps { parts: false, attributes: false, status: false, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "prodigy",
        title: "Prodigy",
        heading: TOOLS,
        about: "Tasks with tokens, spans and relations",
        extension: "prodigy.jsonl",
        unit: Unit::CodePoint,
        keeps: Keeps { parts: false, attributes: false, rejected: false, inside_words: false, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "webanno",
        title: "WebAnno TSV 3.3",
        heading: TOOLS,
        about: "For INCEpTION and WebAnno",
        extension: "tsv",
        unit: Unit::Utf16,
        keeps: Keeps { slots: Slots::Quotation, parts: false, attributes: false, status: false, spaces: false, inside_words: false, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "xmi",
        title: "UIMA CAS XMI",
        heading: TOOLS,
        about: "For INCEpTION and UIMA, with its type system",
        extension: "zip",
        unit: Unit::Utf16,
        keeps: Keeps { slots: Slots::OneAKind, characters: Characters::NoControls, parts: false, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "cas-json",
        title: "UIMA CAS JSON",
        heading: TOOLS,
        about: "For INCEpTION and dkpro-cassis",
        extension: "cas.json",
        unit: Unit::Utf16,
        keeps: Keeps { slots: Slots::OneAKind, parts: false, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "gate",
        title: "GATE bdocjs",
        heading: TOOLS,
        about: "For GATE and gatenlp",
        extension: "bdocjs",
        unit: Unit::CodePoint,
        keeps: Keeps::ALL,
        imports: true,
    },
    Format {
        name: "spacy",
        title: "spaCy DocBin",
        heading: CORPORA,
        about: "For spacy train: entities and span groups",
        extension: "spacy",
        unit: Unit::Token,
        keeps: Keeps { verdicts: false, parts: false, relations: false, attributes: false, status: false, inside_words: false, ..Keeps::ALL },
        imports: false,
    },
    Format {
        name: "spacy-jsonl",
        title: "spaCy JSON lines",
        heading: CORPORA,
        about: "For Example.from_dict: words, entities, span groups",
        extension: "spacy.jsonl",
        unit: Unit::CodePoint,
        keeps: Keeps { verdicts: false, parts: false, relations: false, attributes: false, status: false, inside_words: false, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "conll2003",
        title: "CoNLL-2003",
        heading: CORPORA,
        about: "Entities, one token a line",
        extension: "conll",
        unit: Unit::Token,
        keeps: ONE_COLUMN,
        imports: true,
    },
    Format {
        name: "iob2",
        title: "IOB2",
        heading: CORPORA,
        about: "One column a layer, one token a line",
        extension: "iob2.tsv",
        unit: Unit::Token,
        keeps: Keeps { overlap: Overlap::OneALayer, layers: true, ..ONE_COLUMN },
        imports: true,
    },
    Format {
        name: "conllu",
        title: "CoNLL-U",
        heading: CORPORA,
        about: "Tokens and sentences, annotations in MISC",
        extension: "conllu",
        unit: Unit::Token,
        keeps: Keeps { overlap: Overlap::OneALayer, layers: true, spaces: true, ..ONE_COLUMN },
        imports: true,
    },
    Format {
        name: "tei",
        title: "TEI P5",
        heading: CORPORA,
        about: "Names, quotations and findings as elements",
        extension: "xml",
        unit: Unit::None,
        keeps: Keeps { characters: Characters::NoControlsInText, ..Keeps::ALL },
        imports: true,
    },
    Format {
        name: "web-annotation",
        title: "W3C Web Annotation",
        heading: CORPORA,
        about: "JSON-LD with positions and quotations",
        extension: "jsonld",
        unit: Unit::CodePoint,
        keeps: Keeps::ALL,
        imports: true,
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_name_and_each_heading_stands_once() {
        assert_eq!(FORMATS.iter().map(|f| f.name).collect::<BTreeSet<_>>().len(), FORMATS.len());
        let changes = FORMATS.windows(2).filter(|w| w[0].heading != w[1].heading).count();
        assert_eq!(FORMATS.iter().map(|f| f.heading).collect::<BTreeSet<_>>().len(), changes + 1);
    }
}
