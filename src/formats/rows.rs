//! Tables that are dropped in (CSV by RFC 4180, or with semicolons or tabs): where it is clear which column has the texts, each row is
//! an article; where it is not, the table is refused in words that say what it is and what can be done.

use super::article::Article;
use super::imported::{Contents, ImportError, Imported};

/// Names of a column of texts, of titles, of ids, best first, in small letters.
const TEXTS: &[&str] = &["text", "body", "article", "content", "full_text", "fulltext", "article_text", "article_body", "story", "maintext"];
const TITLES: &[&str] = &["title", "headline", "heading"];
const IDS: &[&str] = &["id", "doc_id", "article_id", "document_id", "guid", "uuid"];
/// A column without such a name is one of texts where its cells have this many bytes in the middle, and no other has half as many.
const PROSE: usize = 240;
/// Columns that a message names.
const NAMED: usize = 8;

/// The articles in the table `text` of the file `name`; none where it is no table: fewer than two columns, or rows of any length.
pub(super) fn read(name: &str, text: &str) -> Option<Result<Contents, ImportError>> {
    let (rows, separator) = table(text)?;
    let (heads, rows) = rows.split_first()?;
    Some(articles(name, heads, rows, separator))
}

/// The rows of a table, all as long as the first, and what separates its cells.
fn table(text: &str) -> Option<(Vec<Vec<String>>, char)> {
    let head = text.lines().next()?;
    let separator = ['\t', ';', ','].into_iter().max_by_key(|s| (head.matches(*s).count(), *s == ','))?;
    let rows = cells(text, separator)?;
    let width = rows.first()?.len();
    let whole = rows.iter().filter(|r| r.len() == width).count();
    let of_texts = width > 1 || TEXTS.contains(&rows[0][0].trim().to_lowercase().as_str());
    (of_texts && rows.len() > 1 && whole * 10 >= rows.len() * 9).then_some((rows, separator))
}

/// The cells of `text`, row by row; empty rows are none. None where a cell in quotation marks does not end.
fn cells(text: &str, separator: char) -> Option<Vec<Vec<String>>> {
    let mut rows: Vec<Vec<String>> = vec![vec![String::new()]];
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = letters.next() {
        let row = rows.last_mut()?;
        let cell = row.last_mut()?;
        match c {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => quoted = false,
            _ if quoted => cell.push(c),
            '"' if cell.is_empty() => quoted = true,
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => rows.push(vec![String::new()]),
            c if c == separator => row.push(String::new()),
            c => cell.push(c),
        }
    }
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    (!quoted).then_some(rows)
}

fn articles(name: &str, heads: &[String], rows: &[Vec<String>], separator: char) -> Result<Contents, ImportError> {
    let called: Vec<String> = heads.iter().map(|h| h.trim().to_lowercase().replace([' ', '-'], "_")).collect();
    let find = |names: &[&str]| names.iter().find_map(|n| called.iter().position(|c| c == n));
    let kind = if separator == '\t' { "table of tabs" } else { "CSV table" };
    let size = format!("a {kind} of {} rows and {} columns", rows.len(), heads.len());
    if ["ann_id", "layer", "label"].iter().all(|c| called.iter().any(|h| h == c))
        || ["quotation", "speaker", "cue"].iter().all(|c| called.iter().any(|h| h == c))
    {
        return Err(ImportError::Table {
            reason: format!("{size}, as Galley writes it: it has marks, but not the text that they are in. Open the article's own file"),
        });
    }
    let Some(texts) = find(TEXTS).or_else(|| longest(rows, heads.len())) else {
        let named: Vec<&str> = heads.iter().map(|h| h.trim()).filter(|h| !h.is_empty()).take(NAMED).collect();
        let reason = format!(
            "{size} ({}), of which none is clearly one of texts. Call the column that has the articles \u{201c}text\u{201d}, and drop it again",
            named.join(", ")
        );
        return Err(ImportError::Table { reason });
    };
    let (titles, ids) = (find(TITLES).filter(|t| *t != texts), find(IDS).filter(|i| *i != texts));
    let cell = |row: &[String], column: Option<usize>| column.and_then(|c| row.get(c)).map_or_else(String::new, |c| c.trim().to_owned());
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut contents = Contents::default();
    for (n, row) in rows.iter().enumerate() {
        let text = cell(row, Some(texts));
        if text.is_empty() {
            continue;
        }
        let id = cell(row, ids);
        let id = if id.is_empty() { format!("{stem}-{}", n + 1) } else { id };
        let mut notes = Vec::new();
        if contents.articles.is_empty() {
            let title = titles.map_or_else(String::new, |t| format!(", \u{201c}{}\u{201d} as its title", heads[t].trim()));
            notes.push(format!("{name} is {size}: \u{201c}{}\u{201d} of each row is taken as an article{title}", heads[texts].trim()));
        }
        contents.articles.push(Imported { article: Article { title: cell(row, titles), ..Article::of_text(&id, &text) }, notes });
    }
    if contents.articles.is_empty() {
        return Err(ImportError::Table { reason: format!("{size}, and its column \u{201c}{}\u{201d} is empty", heads[texts].trim()) });
    }
    Ok(contents)
}

/// The one column whose cells are long.
fn longest(rows: &[Vec<String>], width: usize) -> Option<usize> {
    let middle = |column: usize| {
        let mut lengths: Vec<usize> = rows.iter().map(|r| r.get(column).map_or(0, String::len)).collect();
        lengths.sort_unstable();
        lengths[lengths.len() / 2]
    };
    let mut columns: Vec<(usize, usize)> = (0..width).map(|c| (middle(c), c)).collect();
    columns.sort_unstable();
    let (length, column) = columns.pop()?;
    let next = columns.last().map_or(0, |(length, _)| *length);
    (length >= PROSE && next * 2 < length).then_some(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = "The ferry was late again on Monday, and \"nobody knew why\", said Ann Pell.\n\nThe council met in the evening.";

    fn csv(heads: &[&str], rows: &[&[&str]]) -> String {
        let mut table = super::super::table::Csv::new(heads);
        rows.iter().for_each(|r| table.row(r));
        table.finish().trim_start_matches('\u{feff}').to_owned()
    }

    #[test]
    fn a_column_of_texts_is_articles() {
        let read = read("news.csv", &csv(&["ID", "Headline", "Body"], &[&["a1", "Late", STORY], &["", "Later", "It was late; again."]])).unwrap().unwrap();
        let told: Vec<_> = read.articles.iter().map(|i| (i.article.id.as_str(), i.article.title.as_str(), i.article.text.as_str())).collect();
        assert_eq!(told, [("a1", "Late", STORY), ("news-2", "Later", "It was late; again.")]);
        assert_eq!(
            read.articles[0].notes,
            ["news.csv is a CSV table of 2 rows and 3 columns: \u{201c}Body\u{201d} of each row is taken as an article, \u{201c}Headline\u{201d} as its title"]
        );
        assert!(read.articles[1].notes.is_empty());
    }

    #[test]
    fn the_one_long_column_is_taken_whatever_it_is_called() {
        let long = STORY.repeat(4);
        let read = super::read("a.tsv", &format!("nr\tstuff\n1\t\"{}\"\n", long.replace('"', "\"\""))).unwrap().unwrap();
        assert_eq!(read.articles[0].article.text, long);
        let two = csv(&["one", "two"], &[&[&long, &long]]);
        assert!(matches!(super::read("a.csv", &two), Some(Err(ImportError::Table { .. }))), "two long columns");
    }

    #[test]
    fn a_table_without_texts_says_what_can_be_done() {
        let read = read("a.csv", "town;people\nPort Ellery;12000\nAvelle;900\n").unwrap();
        let said = read.unwrap_err().to_string();
        assert!(said.contains("2 rows and 2 columns (town, people)") && said.contains("\u{201c}text\u{201d}"), "{said}");
        let own = csv(&["doc_id", "ann_id", "layer", "label", "text"], &[&["a", "e1", "entity", "ORG", "Port"]]);
        assert!(super::read("a.csv", &own).unwrap().unwrap_err().to_string().contains("as Galley writes it"));
    }

    #[test]
    fn an_article_is_no_table() {
        for text in ["", "One.", "The ferry, late again, left.\n\n\"No,\" said Ann Pell, \"not now.\"\n\nIt left.", "a,b", "a,\"b"] {
            assert!(read("a.csv", text).is_none(), "{text}");
        }
    }
}
