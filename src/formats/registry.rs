//! The formats: what each is called, how it counts, what it holds, how it is written.

use super::loss::{self, Keeps, Loss, Overlap};
use super::place::Unit;
use super::{Article, File, brat, cas, conll, csv, docbin, gate, html, jsonl, label_studio, names, native, tei, web_annotation, webanno, zip};

/// One exchange format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// On the command line: "brat".
    pub name: &'static str,
    /// For people: "brat standoff".
    pub title: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    /// Of the file that is written: "zip".
    pub extension: &'static str,
    /// The unit in which it counts.
    pub unit: Unit,
    /// What it holds.
    pub keeps: Keeps,
    /// True where [`import`](super::import) reads it.
    pub imports: bool,
    write: fn(&[Article]) -> Vec<File>,
}

impl Format {
    /// The format of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Format> {
        FORMATS.iter().find(|f| f.name == name)
    }

    /// What `article` would lose in it.
    #[must_use]
    pub fn losses(&self, article: &Article) -> Vec<Loss> {
        loss::count(article, self.keeps)
    }

    /// The files of `articles`: one for all of them where the format holds several, otherwise one or more for each.
    #[must_use]
    pub fn files(&self, articles: &[Article]) -> Vec<File> {
        if self.keeps.attributes && !self.keeps.original && articles.iter().any(|a| a.edited().next().is_some()) {
            let marked: Vec<Article> = articles.iter().map(Article::marked).collect();
            return (self.write)(&marked);
        }
        (self.write)(articles)
    }

    /// One file: that of the format, or an archive of its files.
    #[must_use]
    pub fn write(&self, articles: &[Article]) -> File {
        let mut files = self.files(articles);
        if files.len() == 1 && self.extension != "zip" {
            return files.remove(0);
        }
        let stem = match articles {
            [_] => names(articles).remove(0),
            _ => "articles".to_owned(),
        };
        let bytes = zip::pack(files.iter().map(|f| (f.name.as_str(), f.bytes.as_slice())));
        File { name: format!("{stem}.{}.zip", self.name), bytes }
    }
}

/// One file for all articles, named after the first where it is the only one.
fn one(articles: &[Article], extension: &str, bytes: Vec<u8>) -> Vec<File> {
    let stem = match articles {
        [_] => names(articles).remove(0),
        _ => "articles".to_owned(),
    };
    vec![File { name: format!("{stem}.{extension}"), bytes }]
}

/// One file an article.
fn each(articles: &[Article], extension: &str, write: impl Fn(&Article) -> String) -> Vec<File> {
    articles.iter().zip(names(articles)).map(|(a, name)| File { name: format!("{name}.{extension}"), bytes: write(a).into_bytes() }).collect()
}

/// Spans on tokens in one column.
const ONE_COLUMN: Keeps = Keeps {
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

/// All formats, in the order in which a list shows them.
pub const FORMATS: &[Format] = &[
    Format {
        name: "native",
        title: "Galley",
        about: "Everything; opens again in Galley",
        extension: "galley.jsonl",
        unit: Unit::CodePoint,
        keeps: Keeps { original: true, ..Keeps::ALL },
        imports: true,
        write: |a| one(a, "galley.jsonl", native::write(a).into_bytes()),
    },
    Format {
        name: "html",
        title: "Web page",
        about: "One file for readers, with everything in it; opens again in Galley",
        extension: "html",
        unit: Unit::CodePoint,
        keeps: Keeps { original: true, ..Keeps::ALL },
        imports: true,
        write: |a| each(a, "html", html::write),
    },
    Format {
        name: "csv",
        title: "CSV, annotations",
        about: "A table for spreadsheets, one row an annotation",
        extension: "csv",
        unit: Unit::CodePoint,
        keeps: Keeps { parts: false, ..Keeps::ALL },
        imports: false,
        write: |a| one(a, "csv", csv::write_annotations(a).into_bytes()),
    },
    Format {
        name: "quotations",
        title: "CSV, quotations",
        about: "Who said what: one row a quotation",
        extension: "csv",
        unit: Unit::CodePoint,
        keeps: Keeps { parts: false, ..Keeps::ALL },
        imports: false,
        write: |a| one(a, "quotations.csv", csv::write_quotations(a).into_bytes()),
    },
    Format {
        name: "brat",
        title: "brat standoff",
        about: "Text, annotations and configuration for brat",
        extension: "zip",
        unit: Unit::CodePoint,
        keeps: Keeps::ALL,
        imports: true,
        write: brat::write,
    },
    Format {
        name: "spacy",
        title: "spaCy DocBin",
        about: "For `spacy train`: entities and span groups",
        extension: "spacy",
        unit: Unit::Token,
        keeps: Keeps { parts: false, relations: false, attributes: false, status: false, inside_words: false, ..Keeps::ALL },
        imports: false,
        write: |a| one(a, "spacy", docbin::write(a)),
    },
    Format {
        name: "spacy-jsonl",
        title: "spaCy JSON lines",
        about: "For Example.from_dict: words, entities and span groups",
        extension: "jsonl",
        unit: Unit::CodePoint,
        keeps: Keeps { parts: false, relations: false, attributes: false, status: false, inside_words: false, ..Keeps::ALL },
        imports: true,
        write: |a| one(a, "spacy.jsonl", jsonl::write_spacy(a).into_bytes()),
    },
    Format {
        name: "prodigy",
        title: "Prodigy",
        about: "Tasks with tokens, spans and relations",
        extension: "jsonl",
        unit: Unit::CodePoint,
        keeps: Keeps { parts: false, attributes: false, rejected: false, inside_words: false, ..Keeps::ALL },
        imports: true,
        write: |a| one(a, "prodigy.jsonl", jsonl::write_prodigy(a).into_bytes()),
    },
    Format {
        name: "doccano",
        title: "doccano",
        about: "Sequence labelling: spans with labels",
        extension: "jsonl",
        unit: Unit::Utf16,
        keeps: Keeps { parts: false, relations: false, attributes: false, status: false, ..Keeps::ALL },
        imports: true,
        write: |a| one(a, "doccano.jsonl", jsonl::write_doccano(a).into_bytes()),
    },
    Format {
        name: "doccano-relations",
        title: "doccano with relations",
        about: "Sequence labelling with relations",
        extension: "jsonl",
        unit: Unit::Utf16,
        keeps: Keeps { parts: false, attributes: false, status: false, ..Keeps::ALL },
        imports: true,
        write: |a| one(a, "doccano.jsonl", jsonl::write_doccano_relations(a).into_bytes()),
    },
    Format {
        name: "label-studio",
        title: "Label Studio",
        about: "Tasks with annotations and predictions, and a labelling configuration",
        extension: "zip",
        unit: Unit::CodePoint,
        keeps: Keeps { parts: false, attributes: false, notes_alone: true, rejected: false, mixed_relations: false, ..Keeps::ALL },
        imports: true,
        write: label_studio::write,
    },
    Format {
        name: "conll2003",
        title: "CoNLL-2003",
        about: "Entities, one token a line, IOB2",
        extension: "conll",
        unit: Unit::Token,
        keeps: ONE_COLUMN,
        imports: true,
        write: |a| one(a, "conll", conll::write_2003(a).into_bytes()),
    },
    Format {
        name: "iob2",
        title: "IOB2, one column a layer",
        about: "Entities, quotations and findings, one token a line",
        extension: "tsv",
        unit: Unit::Token,
        keeps: Keeps { overlap: Overlap::OneALayer, layers: true, ..ONE_COLUMN },
        imports: true,
        write: |a| one(a, "iob2.tsv", conll::write_columns(a).into_bytes()),
    },
    Format {
        name: "conllu",
        title: "CoNLL-U",
        about: "Tokens and sentences, annotations in MISC",
        extension: "conllu",
        unit: Unit::Token,
        keeps: Keeps { overlap: Overlap::OneALayer, layers: true, spaces: true, ..ONE_COLUMN },
        imports: true,
        write: |a| one(a, "conllu", conll::write_u(a).into_bytes()),
    },
    Format {
        name: "webanno",
        title: "WebAnno TSV 3.3",
        about: "For INCEpTION and WebAnno",
        extension: "tsv",
        unit: Unit::Utf16,
        keeps: Keeps { parts: false, attributes: false, status: false, spaces: false, inside_words: false, ..Keeps::ALL },
        imports: true,
        write: webanno::write,
    },
    Format {
        name: "xmi",
        title: "UIMA CAS XMI",
        about: "For INCEpTION and UIMA, with its type system",
        extension: "zip",
        unit: Unit::Utf16,
        keeps: Keeps { parts: false, ..Keeps::ALL },
        imports: true,
        write: cas::write_xmi,
    },
    Format {
        name: "cas-json",
        title: "UIMA CAS JSON",
        about: "For INCEpTION and dkpro-cassis",
        extension: "json",
        unit: Unit::Utf16,
        keeps: Keeps { parts: false, ..Keeps::ALL },
        imports: true,
        write: cas::write_json,
    },
    Format {
        name: "web-annotation",
        title: "W3C Web Annotation",
        about: "JSON-LD with positions and quotations",
        extension: "jsonld",
        unit: Unit::CodePoint,
        keeps: Keeps::ALL,
        imports: true,
        write: web_annotation::write,
    },
    Format {
        name: "tei",
        title: "TEI P5",
        about: "Names, quotations and findings as elements in the text",
        extension: "xml",
        unit: Unit::None,
        keeps: Keeps::ALL,
        imports: true,
        write: tei::write,
    },
    Format {
        name: "gate",
        title: "GATE bdocjs",
        about: "For GATE and gatenlp",
        extension: "bdocjs",
        unit: Unit::CodePoint,
        keeps: Keeps::ALL,
        imports: true,
        write: gate::write,
    },
    Format {
        name: "text",
        title: "Text as it stands",
        about: "The text with the repairs that were made",
        extension: "txt",
        unit: Unit::None,
        keeps: Keeps { layers: false, ..Keeps::ALL },
        imports: true,
        write: |a| each(a, "txt", |a| a.text.clone()),
    },
    Format {
        name: "original",
        title: "Text as it was pasted",
        about: "The text before any repair",
        extension: "txt",
        unit: Unit::None,
        keeps: Keeps { layers: false, original: true, ..Keeps::ALL },
        imports: true,
        write: |a| each(a, "original.txt", Article::original),
    },
];
