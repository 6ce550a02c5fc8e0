//! Annotated corpora, each in its own format, read as text with spans.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::TrainError;

/// What a span may be: one bit a type, in the order of the tagger's types, and one for "no name at all".
/// More than one bit where a corpus does not tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kinds(pub(crate) u8);

impl Kinds {
    pub(crate) const PERSON: Kinds = Kinds(1);
    pub(crate) const ORG: Kinds = Kinds(1 << 1);
    pub(crate) const LOC: Kinds = Kinds(1 << 2);
    pub(crate) const NORP: Kinds = Kinds(1 << 3);
    pub(crate) const MISC: Kinds = Kinds(1 << 4);
    /// What some corpora call by one name: nationalities, events, works.
    pub(crate) const OTHER: Kinds = Kinds(1 << 3 | 1 << 4);
    /// The annotation leaves it open whether this is a name.
    pub(crate) const OPEN: Kinds = Kinds(1 << 3 | 1 << 4 | 1 << 7);
}

/// One text with the names in it.
#[derive(Clone, Debug)]
pub(crate) struct Annotated {
    /// Where it is from: a corpus and a document.
    pub(crate) id: String,
    /// The text, put together from tokens where the corpus has no more.
    pub(crate) text: String,
    /// Start and end in bytes of the text, and what it is; in order.
    pub(crate) spans: Vec<(usize, usize, Kinds)>,
}

/// A corpus that can be read.
struct Corpus {
    name: &'static str,
    /// Its licence is stated and lets weights be shipped.
    licensed: bool,
    /// How much a name in it counts: more where it is small and like what is read, less where its sentences are unlike news.
    weight: f32,
}

const CORPORA: [Corpus; 7] = [
    Corpus { name: "worldwide", licensed: false, weight: 1.0 },
    Corpus { name: "uner-en-ewt", licensed: true, weight: 2.0 },
    Corpus { name: "wikigold", licensed: true, weight: 1.5 },
    Corpus { name: "crossner", licensed: true, weight: 0.8 },
    Corpus { name: "btc", licensed: true, weight: 1.0 },
    Corpus { name: "wnut17", licensed: true, weight: 0.5 },
    Corpus { name: "re3d", licensed: true, weight: 1.0 },
];

/// How much a name counts in the document `id`, which starts with the name of its corpus.
pub(crate) fn weight(id: &str) -> f32 {
    let corpus = id.split('/').next().unwrap_or_default();
    CORPORA.iter().find(|c| c.name == corpus).map_or(1.0, |c| c.weight)
}

/// The corpora that are learned from.
pub(crate) const DEFAULT: &str = "worldwide,uner-en-ewt,wikigold,crossner,wnut17";

/// The documents of the corpora `names`; of those with a stated licence alone, where so asked.
pub(crate) fn chosen<'n>(data: &Path, names: impl IntoIterator<Item = &'n str>, licensed_only: bool) -> Result<Vec<Annotated>, TrainError> {
    let mut documents = Vec::new();
    for name in names {
        let licensed = CORPORA.iter().any(|c| c.name == name && c.licensed);
        if licensed_only && !licensed {
            continue;
        }
        let read = read(data, name)?;
        say!("{name}: {} documents, {} names", read.len(), read.iter().map(|d| d.spans.len()).sum::<usize>());
        documents.extend(read);
    }
    Ok(documents)
}

/// The documents of the corpus `name` under `data`.
pub(crate) fn read(data: &Path, name: &str) -> Result<Vec<Annotated>, TrainError> {
    let folder = data.join("ner").join(name);
    let file = |part: &str| folder.join(part);
    match name {
        "worldwide" => files(&folder, "tsv")?.iter().map(|p| tokens(p, name, Layout::Whole, worldwide)).collect::<Result<Vec<_>, _>>().map(|d| d.concat()),
        "uner-en-ewt" => ewt(&file("en_ewt-ud-train.2022-12-02.iob2")),
        "wikigold" => tokens(&file("wikigold.conll.txt"), name, Layout::Starts, conll),
        "crossner" => ["politics", "science", "literature"]
            .iter()
            .flat_map(|domain| ["train", "dev", "test"].map(|part| file(domain).join(format!("{part}.txt"))))
            .map(|p| tokens(&p, name, Layout::Sentences, crossner))
            .collect::<Result<Vec<_>, _>>()
            .map(|d| d.concat()),
        "btc" => files(&folder, "conll")?.iter().map(|p| tokens(p, name, Layout::Sentences, conll)).collect::<Result<Vec<_>, _>>().map(|d| d.concat()),
        "wnut17" => tokens(&file("wnut17train.conll"), name, Layout::Sentences, wnut),
        "re3d" => {
            let mut paths = Vec::new();
            for source in entries(&folder.join("data-by-source/conll"))? {
                paths.extend(files(&source, "conll")?);
            }
            paths.iter().map(|p| tokens(p, name, Layout::Whole, re3d)).collect::<Result<Vec<_>, _>>().map(|d| d.concat())
        }
        _ => Err(TrainError::UnknownCorpus(name.to_owned())),
    }
}

fn worldwide(label: &str) -> Option<Kinds> {
    Some(match label {
        "Person" => Kinds::PERSON,
        "Organization" => Kinds::ORG,
        "Location" | "Facility" => Kinds::LOC,
        "NORP" => Kinds::NORP,
        "Misc" | "Product" => Kinds::MISC,
        _ => return None,
    })
}

fn conll(label: &str) -> Option<Kinds> {
    Some(match label {
        "PER" => Kinds::PERSON,
        "ORG" => Kinds::ORG,
        "LOC" => Kinds::LOC,
        "MISC" | "OTH" => Kinds::OTHER,
        _ => return None,
    })
}

fn crossner(label: &str) -> Option<Kinds> {
    Some(match label {
        "person" | "politician" | "writer" | "scientist" => Kinds::PERSON,
        "organisation" | "politicalparty" | "university" => Kinds::ORG,
        "country" | "location" => Kinds::LOC,
        "event" | "election" | "book" | "poem" | "award" | "magazine" => Kinds::MISC,
        "misc" => Kinds::OPEN,
        _ => Kinds::OPEN,
    })
}

fn wnut(label: &str) -> Option<Kinds> {
    Some(match label {
        "person" => Kinds::PERSON,
        "corporation" | "group" => Kinds::ORG,
        "location" => Kinds::LOC,
        "creative-work" | "product" => Kinds::MISC,
        _ => return None,
    })
}

fn re3d(label: &str) -> Option<Kinds> {
    Some(match label {
        "Person" => Kinds::PERSON,
        "Organisation" => Kinds::ORG,
        "Location" => Kinds::LOC,
        "Nationality" => Kinds::NORP,
        _ => return None,
    })
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, TrainError> {
    let unreadable = |reason| TrainError::Unreadable { path: folder.display().to_string(), reason };
    let mut paths = fs::read_dir(folder).map_err(unreadable)?.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    paths.sort();
    Ok(paths)
}

fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, TrainError> {
    Ok(entries(folder)?.into_iter().filter(|p| p.extension().is_some_and(|e| e == extension)).collect())
}

fn load(path: &Path) -> Result<String, TrainError> {
    fs::read_to_string(path).map_err(|reason| TrainError::Unreadable { path: path.display().to_string(), reason })
}

/// How a file of one token a line is cut into documents.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// The file is one document, blank lines between its paragraphs.
    Whole,
    /// A line "-DOCSTART-" between documents, blank lines between sentences.
    Starts,
    /// Unrelated sentences with blank lines between them.
    Sentences,
}

/// Reads "token tag" lines; tags are IOB1 or IOB2.
fn tokens(path: &Path, corpus: &str, layout: Layout, kinds: fn(&str) -> Option<Kinds>) -> Result<Vec<Annotated>, TrainError> {
    let content = load(path)?;
    let name = path.file_name().map_or(String::new(), |n| n.to_string_lossy().into_owned());
    let mut documents = Vec::new();
    let mut writer = Writer::default();
    let mut finish = |writer: &mut Writer| {
        if !writer.text.trim().is_empty() {
            let Writer { text, spans, .. } = std::mem::take(writer);
            documents.push(Annotated { id: format!("{corpus}/{name}/{}", documents.len()), text, spans });
        }
    };
    for line in content.lines() {
        let line = line.trim();
        if line.starts_with("-DOCSTART-") {
            finish(&mut writer);
            continue;
        }
        if line.is_empty() {
            writer.end_line();
            if layout == Layout::Sentences {
                finish(&mut writer);
            }
            continue;
        }
        let mut columns = line.split(['\t', ' ']);
        // A third column, where there is one, has names inside names.
        let (Some(token), Some(tag)) = (columns.next(), columns.next()) else { continue };
        let (prefix, label) = tag.split_once('-').unwrap_or(("O", ""));
        writer.token(token, prefix == "B", kinds(label).filter(|_| prefix != "O"), label);
    }
    finish(&mut writer);
    Ok(documents)
}

/// Puts text together from tokens.
#[derive(Default)]
struct Writer {
    text: String,
    spans: Vec<(usize, usize, Kinds)>,
    /// The label of the span that the last token ended.
    open: Option<String>,
    /// A double mark is open, a single one is.
    marks: [bool; 2],
    glue: bool,
}

impl Writer {
    fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.open = None;
        self.marks = [false; 2];
        self.glue = true;
    }

    fn token(&mut self, token: &str, begins: bool, kinds: Option<Kinds>, label: &str) {
        let (glue_left, glue_right) = self.glue(token);
        if !self.text.is_empty() && !self.text.ends_with('\n') && !self.glue && !glue_left {
            self.text.push(' ');
        }
        self.glue = glue_right;
        let start = self.text.len();
        self.text.push_str(token);
        let end = self.text.len();
        match (kinds, self.spans.last_mut()) {
            (Some(_), Some(last)) if !begins && self.open.as_deref() == Some(label) => last.1 = end,
            (Some(kinds), _) => self.spans.push((start, end, kinds)),
            (None, _) => {}
        }
        self.open = kinds.map(|_| label.to_owned());
    }

    /// Whether `token` stands without a space after what went before, and before what follows.
    fn glue(&mut self, token: &str) -> (bool, bool) {
        match token {
            "." | "," | ";" | ":" | "?" | "!" | ")" | "]" | "}" | "%" | "..." | "…" | "”" => (true, false),
            "'s" | "’s" | "n't" | "n’t" | "'re" | "'ve" | "'ll" | "'d" | "'m" | "’re" | "’ve" | "’ll" | "’d" | "’m" => (true, false),
            "(" | "[" | "{" | "$" | "£" | "€" | "#" | "“" | "‘" => (false, true),
            "\"" | "''" | "``" => {
                self.marks[0] = !self.marks[0];
                (!self.marks[0], self.marks[0])
            }
            "'" | "’" => {
                if self.marks[1] || self.text.ends_with('s') {
                    self.marks[1] = false;
                    return (true, false);
                }
                self.marks[1] = true;
                (false, true)
            }
            _ => (false, false),
        }
    }
}

/// English Web Treebank: "# text" has the sentence as it was written.
fn ewt(path: &Path) -> Result<Vec<Annotated>, TrainError> {
    let content = load(path)?;
    let mut documents: Vec<Annotated> = Vec::new();
    let mut at = 0;
    let mut line_end = 0;
    let mut open: Option<String> = None;
    for line in content.lines() {
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            documents.push(Annotated { id: format!("uner-en-ewt/{id}"), text: String::new(), spans: Vec::new() });
            continue;
        }
        let Some(document) = documents.last_mut() else { continue };
        if let Some(text) = line.strip_prefix("# text = ") {
            if !document.text.is_empty() {
                document.text.push('\n');
            }
            at = document.text.len();
            document.text.push_str(text);
            line_end = document.text.len();
            open = None;
            continue;
        }
        let mut columns = line.split('\t');
        let (Some(_), Some(token), Some(tag)) = (columns.next(), columns.next(), columns.next()) else { continue };
        let Some(found) = document.text[at..line_end].find(token) else { continue };
        let (start, end) = (at + found, at + found + token.len());
        at = end;
        let (prefix, label) = tag.split_once('-').unwrap_or(("O", ""));
        let kinds = conll(label).filter(|_| prefix != "O");
        match (kinds, document.spans.last_mut()) {
            (Some(_), Some(last)) if prefix == "I" && open.as_deref() == Some(label) => last.1 = end,
            (Some(kinds), _) => document.spans.push((start, end, kinds)),
            (None, _) => {}
        }
        open = kinds.map(|_| label.to_owned());
    }
    Ok(documents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_counts_as_its_corpus_says() {
        assert_eq!(weight("wnut17/wnut17train.conll/3/careless"), 0.5);
        assert_eq!(weight("elsewhere/1"), 1.0);
    }

    #[test]
    fn puts_text_together_from_tokens() {
        let mut writer = Writer::default();
        for (token, begins, kinds) in [
            ("\"", false, None),
            ("Go", false, None),
            (",", false, None),
            ("\"", false, None),
            ("Lena", true, Some(Kinds::PERSON)),
            ("Ortiz", false, Some(Kinds::PERSON)),
            ("'s", false, None),
            ("aide", false, None),
            ("said", false, None),
            ("(", false, None),
            ("here", false, None),
            (")", false, None),
            (".", false, None),
        ] {
            writer.token(token, begins, kinds, "PER");
        }
        assert_eq!(writer.text, "\"Go,\" Lena Ortiz's aide said (here).");
        assert_eq!(writer.spans.iter().map(|s| &writer.text[s.0..s.1]).collect::<Vec<_>>(), ["Lena Ortiz"]);
    }
}
