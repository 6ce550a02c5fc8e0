//! CoNLL-2003, one column a layer in IOB2, and CoNLL-U.

use std::fmt::Write as _;

use super::article::{self, Article};
use super::imported::{self, Imported};
use super::place::Notes;
use super::tiles::{self, COLUMNS, Tile};
use crate::annotation::Layer;
use crate::text::{Layout, Span};

/// A tile as a token of one word: these formats have no room for white space in one.
fn form(text: &str, tile: &Tile) -> Option<String> {
    let form: String = tile.span.of(text).chars().map(|c| if c.is_whitespace() { '_' } else { c }).collect();
    (!tile.span.of(text).trim().is_empty()).then_some(form)
}

/// CoNLL-2003: word, two columns that are not filled, entity in IOB2; a blank line between sentences.
pub(super) fn write_2003(articles: &[Article]) -> String {
    let mut out = String::new();
    for article in articles {
        let tiles = tiles::tiles(&article.text);
        let (tags, _) = tiles::tags(&article.text, &tiles, tiles::of_layers(article, &[Layer::Entity]));
        out += "-DOCSTART- -X- -X- O\n";
        let mut first = true;
        for (tile, tag) in tiles.iter().zip(tags) {
            if tile.sentence || first {
                out.push('\n');
                first = false;
            }
            if let Some(form) = form(&article.text, tile) {
                let _ = writeln!(out, "{form} -X- -X- {tag}");
            }
        }
        out.push('\n');
    }
    out
}

/// One column a layer, separated by tabs, under a line that names them.
pub(super) fn write_columns(articles: &[Article]) -> String {
    let names: Vec<&str> = COLUMNS.iter().map(|(n, _)| *n).collect();
    let mut out = format!("# columns = FORM {}\n", names.join(" "));
    for article in articles {
        let tiles = tiles::tiles(&article.text);
        let columns: Vec<Vec<String>> = COLUMNS.iter().map(|(_, layers)| tiles::tags(&article.text, &tiles, tiles::of_layers(article, layers)).0).collect();
        let _ = writeln!(out, "# newdoc id = {}", one_line(&article.id));
        if let Some(marks) = article.marks {
            let _ = writeln!(out, "# marks = {}", marks.in_words());
        }
        let mut first = true;
        for (n, tile) in tiles.iter().enumerate() {
            if tile.sentence && !first {
                out.push('\n');
            }
            first = false;
            if let Some(form) = form(&article.text, tile) {
                out += &form;
                columns.iter().for_each(|c| out += &format!("\t{}", c[n]));
                out.push('\n');
            }
        }
        out.push('\n');
    }
    out
}

/// CoNLL-U: ten columns, annotations in MISC. White space other than one space is kept there too, as UDPipe writes it.
pub(super) fn write_u(articles: &[Article]) -> String {
    let mut out = String::new();
    for article in articles {
        let (text, layout) = (&article.text, Layout::of(&article.text));
        let tiles: Vec<Tile> = layout.tokens.iter().map(|t| Tile { span: t.span, space: false, sentence: false }).collect();
        let columns: Vec<Vec<String>> = COLUMNS.iter().map(|(_, layers)| tiles::tags(text, &tiles, tiles::of_layers(article, layers)).0).collect();
        let _ = writeln!(out, "# newdoc id = {}", one_line(&article.id));
        if let Some(marks) = article.marks {
            let _ = writeln!(out, "# marks = {}", marks.in_words());
        }
        let mut sentence_number = 0;
        for (p, paragraph) in layout.paragraphs.iter().enumerate() {
            let _ = writeln!(out, "# newpar id = {}-p{}", one_line(&article.id), p + 1);
            for sentence in &layout.sentences[paragraph.sentences.clone()] {
                sentence_number += 1;
                let _ = writeln!(out, "# sent_id = {}-s{sentence_number}", one_line(&article.id));
                let _ = writeln!(out, "# text = {}", one_line(sentence.span.of(text)));
                for (n, i) in sentence.tokens.clone().enumerate() {
                    let token = &layout.tokens[i];
                    let next = layout.tokens.get(i + 1).map_or(text.len(), |t| t.span.start());
                    let mut misc: Vec<String> = Vec::new();
                    for ((name, _), column) in COLUMNS.iter().zip(&columns).filter(|(_, c)| c[i] != "O") {
                        misc.push(format!("{name}={}", column[i]));
                    }
                    if i == 0 && token.span.start() > 0 {
                        misc.push(format!("SpacesBefore={}", spaces(&text[..token.span.start()])));
                    }
                    match &text[token.span.end()..next] {
                        "" => misc.push("SpaceAfter=No".into()),
                        " " if next < text.len() => {}
                        gap => misc.push(format!("SpacesAfter={}", spaces(gap))),
                    }
                    let misc = if misc.is_empty() { "_".to_owned() } else { misc.join("|") };
                    let form = form(text, &tiles[i]).unwrap_or_else(|| "_".into());
                    let _ = writeln!(out, "{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}", n + 1);
                }
                out.push('\n');
            }
        }
    }
    out
}

/// White space in UDPipe's escapes.
fn spaces(gap: &str) -> String {
    gap.chars()
        .map(|c| match c {
            ' ' => "\\s".to_owned(),
            '\t' => "\\t".to_owned(),
            '\r' => "\\r".to_owned(),
            '\n' => "\\n".to_owned(),
            c => c.to_string(),
        })
        .collect()
}

fn unescape(gap: &str) -> String {
    gap.replace("\\s", " ").replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n").replace("\\p", "|")
}

fn one_line(text: &str) -> String {
    text.split(['\n', '\r', '\t']).collect::<Vec<_>>().join(" ")
}

/// A document under construction.
#[derive(Default)]
struct Reading {
    name: String,
    text: String,
    tokens: Vec<Span>,
    columns: Vec<Vec<String>>,
    /// What stands before the next token.
    gap: String,
    /// True where the file says so; otherwise a space is taken for granted.
    gap_known: bool,
}

impl Reading {
    fn token(&mut self, form: &str, tags: &[&str]) {
        self.text += &std::mem::take(&mut self.gap);
        let start = self.text.len();
        self.text += form;
        self.tokens.push(Span::new(start, self.text.len()));
        while self.columns.len() < tags.len() {
            self.columns.push(vec!["O".to_owned(); self.tokens.len() - 1]);
        }
        for (n, column) in self.columns.iter_mut().enumerate() {
            column.push(tags.get(n).unwrap_or(&"O").to_string());
        }
    }

    fn finish(mut self, documents: &mut Vec<Imported>, spaces_known: bool) {
        if self.tokens.is_empty() {
            return;
        }
        if self.gap_known {
            self.text += &self.gap;
        }
        let mut annotations = Vec::new();
        for column in &self.columns {
            let tags: Vec<&str> = column.iter().map(String::as_str).collect();
            for (range, label) in tiles::spans(&tags) {
                let span = self.tokens[range.start].cover(self.tokens[range.end - 1]);
                annotations.push(article::annotation(format!("x{}", annotations.len() + 1), &label, span));
            }
        }
        let mut notes = Notes::default();
        if !spaces_known {
            notes.say("The file does not say where words are apart: one space stands between any two");
        }
        let name = if self.name.is_empty() { format!("document-{}", documents.len() + 1) } else { self.name };
        documents.push(imported::finish(&name, &self.text, annotations, Vec::new(), notes));
    }
}

/// The documents of a table of tags.
pub(super) fn read_columns(text: &str) -> Vec<Imported> {
    let mut documents = Vec::new();
    let mut reading = Reading::default();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("# newdoc id = ") {
            std::mem::take(&mut reading).finish(&mut documents, false);
            reading.name = name.to_owned();
        } else if line.starts_with("-DOCSTART-") {
            std::mem::take(&mut reading).finish(&mut documents, false);
        } else if line.starts_with("# ") {
        } else if line.trim().is_empty() {
            if !reading.tokens.is_empty() {
                reading.gap = "\n".into();
            }
        } else {
            let mut columns: Vec<&str> = line.split(if line.contains('\t') { '\t' } else { ' ' }).collect();
            let form = columns.remove(0);
            // The columns between are parts of speech and chunks, unless they are tags of ours.
            let tags: Vec<&str> = if line.contains('\t') && columns.len() == COLUMNS.len() { columns } else { columns.last().copied().into_iter().collect() };
            reading.token(form, &tags);
            reading.gap = " ".into();
        }
    }
    reading.finish(&mut documents, false);
    documents
}

/// The documents of a CoNLL-U file.
pub(super) fn read_u(text: &str) -> Vec<Imported> {
    let mut documents = Vec::new();
    let mut reading = Reading::default();
    let mut begun = false;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("# newdoc id = ") {
            std::mem::take(&mut reading).finish(&mut documents, true);
            reading.name = name.to_owned();
            begun = false;
        } else if line.starts_with("# newpar") && begun && reading.gap == " " {
            reading.gap = "\n\n".into();
        }
        let columns: Vec<&str> = line.split('\t').collect();
        // Ranges (1-2) and empty nodes (1.1) repeat what their words say.
        if columns.len() != 10 || !columns[0].bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        begun = true;
        let misc = |key: &str| columns[9].split('|').find_map(|p| p.strip_prefix(key)?.strip_prefix('='));
        if let Some(before) = misc("SpacesBefore") {
            reading.gap = unescape(before);
        }
        let tags: Vec<&str> = COLUMNS.iter().map(|(name, _)| misc(name).unwrap_or("O")).collect();
        reading.token(columns[1], &tags);
        reading.gap_known = misc("SpaceAfter").or(misc("SpacesAfter")).is_some();
        reading.gap = match (misc("SpaceAfter"), misc("SpacesAfter")) {
            (Some("No"), _) => String::new(),
            (_, Some(after)) => unescape(after),
            _ => " ".into(),
        };
    }
    reading.finish(&mut documents, true);
    documents
}
