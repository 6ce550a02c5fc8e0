//! Who said what: the quotations of an article as a table, grouped by speaker.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::blocks::{Block, block_at};
use super::compare::Touched;
use super::runs::{speaker_name, sureness};
use crate::annotation::{Annotation, Layer, Relation, RelationKind, Status};
use crate::formats::table::{Csv, guarded, tab_separated};
use crate::quotes::source_key;
use crate::text::Span;

/// One quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The id of the quotation.
    pub id: String,
    /// Who said it; `None` where that is not known.
    pub speaker: Option<String>,
    /// named, anonymous, collective, organisation, document; empty where nothing is known.
    pub source: String,
    /// direct, indirect, mixed.
    pub kind: String,
    /// The reporting words, as they stand.
    pub cue: String,
    /// To whom, as it stands.
    pub addressee: String,
    /// The words, as they stand: never altered.
    pub words: String,
    /// How sure, from 0 to 1.
    pub score: f32,
    /// suggested or accepted.
    pub status: Status,
    /// In bytes of the text.
    pub start: usize,
    /// The same.
    pub end: usize,
    /// The number of its paragraph, from 1; 0 where nobody asked.
    pub paragraph: usize,
    /// Whether its words are as they were pasted, in words; empty where nobody asked.
    pub changed: String,
}

impl Row {
    /// The letter that stands for its source: P for a person, O for an organisation, "?" for one without a name.
    #[must_use]
    pub fn letter(&self) -> &'static str {
        match (self.speaker.is_some(), self.source.as_str()) {
            (true, "organisation" | "document") => "O",
            (true, "named" | "") => "P",
            _ => "?",
        }
    }
}

/// The quotations that somebody may have said, in order of place; titles, scare quotes and rejected ones are left out.
#[must_use]
pub fn rows(text: &str, annotations: &[Arc<Annotation>], relations: &[Relation]) -> Vec<Row> {
    let by_id: HashMap<&str, &Annotation> =
        annotations.iter().filter(|a| matches!(a.layer, Layer::Quote | Layer::Cue | Layer::Speaker)).map(|a| (a.id.as_str(), &**a)).collect();
    let mut joined: BTreeMap<&str, Vec<(RelationKind, &Annotation)>> = BTreeMap::new();
    for relation in relations {
        if let Some(to) = by_id.get(relation.to.as_str()) {
            joined.entry(relation.from.as_str()).or_default().push((relation.kind, to));
        }
    }
    annotations
        .iter()
        .filter(|a| a.layer == Layer::Quote && a.status != Status::Rejected && !matches!(a.text_attribute("kind"), Some("scare" | "title")))
        .map(|quote| {
            let related = joined.get(quote.id.as_str()).map_or(&[][..], Vec::as_slice);
            let find = |kind| related.iter().find(|(k, _)| *k == kind).map(|(_, a)| *a);
            let words = |a: Option<&Annotation>| a.map_or_else(String::new, |a| a.span.of(text).to_owned());
            let speaker = find(RelationKind::Speaker);
            Row {
                id: quote.id.clone(),
                speaker: speaker_name(quote, speaker, text),
                source: speaker.and_then(|s| s.text_attribute("source_type")).unwrap_or_default().to_owned(),
                kind: quote.text_attribute("kind").unwrap_or("direct").to_owned(),
                cue: words(find(RelationKind::Cue)),
                addressee: words(find(RelationKind::Addressee)),
                words: quote.pieces().iter().map(|p| p.of(text)).collect::<Vec<_>>().join(" … "),
                score: quote.score,
                status: quote.status,
                start: quote.span.start(),
                end: quote.span.end(),
                paragraph: 0,
                changed: String::new(),
            }
        })
        .collect()
}

/// The rows by speaker, in order of who speaks first; those without one come last. Names with one [`source_key`] are one.
#[must_use]
pub fn by_speaker(rows: Vec<Row>) -> Vec<(Option<String>, Vec<Row>)> {
    let mut groups: Vec<(Option<String>, Vec<Row>)> = Vec::new();
    let mut places = super::Places::default();
    for row in rows {
        let key = row.speaker.as_deref().map_or_else(String::new, |name| format!("by {}", source_key(name)));
        let place = places.of(key, groups.len());
        match groups.get_mut(place) {
            Some((_, group)) => group.push(row),
            None => groups.push((row.speaker.clone(), vec![row])),
        }
    }
    super::arrange(&mut groups, |(speaker, _)| speaker.is_none());
    groups
}

/// The heads of the table, where it is taken away.
const HEADS: [&str; 11] = ["speaker", "source", "kind", "cue", "addressee", "quotation", "paragraph", "words", "score", "status", "certainty"];

/// The cells of one row.
fn cells(row: &Row) -> [String; 11] {
    let status = if row.status == Status::Accepted { "accepted" } else { "suggested" };
    [
        row.speaker.clone().unwrap_or_default(),
        row.source.clone(),
        row.kind.clone(),
        row.cue.clone(),
        row.addressee.clone(),
        row.words.clone(),
        row.paragraph.to_string(),
        row.changed.clone(),
        format!("{:.2}", row.score),
        status.to_owned(),
        if row.status == Status::Accepted { "reviewed".to_owned() } else { sureness(row.score).to_owned() },
    ]
}

/// The table as CSV.
#[must_use]
pub fn csv(rows: &[Row]) -> String {
    let mut csv = Csv::new(&HEADS);
    for row in rows {
        csv.row(&cells(row).each_ref().map(String::as_str));
    }
    csv.finish()
}

/// The table as tab-separated text, as a spreadsheet takes it from the clipboard.
#[must_use]
pub fn tsv(rows: &[Row]) -> String {
    let row = |r: &Row| tab_separated(&cells(r).each_ref().map(String::as_str));
    tab_separated(&HEADS) + &rows.iter().map(row).collect::<String>()
}

/// The table as HTML, which a spreadsheet and a text program take from the clipboard with every cell whole.
#[must_use]
pub fn html(rows: &[Row]) -> String {
    let line = |tag: &str, cells: &[&str]| {
        let cells: String = cells.iter().map(|c| format!("<{tag}>{}</{tag}>", escaped(&guarded(c)))).collect();
        format!("<tr>{cells}</tr>")
    };
    let body: String = rows.iter().map(|r| line("td", &cells(r).each_ref().map(String::as_str))).collect();
    format!("<table>{}{body}</table>", line("th", &HEADS))
}

fn escaped(cell: &str) -> String {
    cell.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Says of each row in which paragraph it stands, and whether its words are as they were pasted: `changed` counts the words of a
/// span that a repair put in.
pub fn placed(rows: &mut [Row], blocks: &[Block], changed: impl Fn(Span) -> Touched) {
    for row in rows {
        row.paragraph = block_at(blocks, row.start).map_or(1, |n| blocks[n].paragraph);
        row.changed = changed(Span::new(row.start, row.end)).in_words();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::groups::tests::annotation;

    fn table() -> Vec<Row> {
        let text = "\"No, never\", Ortiz said. “Go.” Maybe.";
        let all = [
            annotation("q1", Layer::Quote, "QUOTE", (0, 11), &[("kind", "direct")]),
            annotation("s1", Layer::Speaker, "SPEAKER", (13, 18), &[("resolved", "Lena Ortiz"), ("source_type", "named")]),
            annotation("c1", Layer::Cue, "CUE", (19, 23), &[]),
            annotation("q2", Layer::Quote, "QUOTE", (25, 34), &[("kind", "direct")]),
        ];
        let relate = |id: &str, kind, to: &str| Relation { id: id.into(), kind, from: "q1".into(), to: to.into() };
        rows(text, &all, &[relate("r1", RelationKind::Speaker, "s1"), relate("r2", RelationKind::Cue, "c1")])
    }

    #[test]
    fn rows_keep_the_words_as_they_stand() {
        let rows = table();
        assert_eq!((rows[0].speaker.as_deref(), rows[0].cue.as_str(), rows[0].words.as_str()), (Some("Lena Ortiz"), "said", "\"No, never\""));
        assert_eq!((rows[1].speaker.as_deref(), rows[1].words.as_str()), (None, "“Go.”"));
    }

    #[test]
    fn those_without_a_speaker_come_last() {
        let mut rows = table();
        rows.reverse();
        let groups = by_speaker(rows);
        assert_eq!(groups.iter().map(|(s, rows)| (s.as_deref(), rows.len())).collect::<Vec<_>>(), [(Some("Lena Ortiz"), 1), (None, 1)]);
    }

    #[test]
    fn one_source_with_two_articles_is_one() {
        let mut rows = table();
        rows[0].speaker = Some("A senior official".into());
        rows[1].speaker = Some("the senior official".into());
        assert_eq!(by_speaker(rows).len(), 1);
    }

    #[test]
    fn csv_escapes() {
        let csv = csv(&table());
        assert!(csv.contains("Lena Ortiz,named,direct,said,,\"\"\"No, never\"\"\",0,,0.90,suggested,sure\r\n"), "{csv}");
        let mut rows = table();
        (rows[0].cue, rows[0].words) = ("@said".into(), "=HYPERLINK(\"x\")\tand".into());
        assert!(super::csv(&rows).contains(",'@said,,\"'=HYPERLINK(\"\"x\"\")\tand\","), "{}", super::csv(&rows));
        assert!(tsv(&rows).contains("\t'@said\t\t\"'=HYPERLINK(\"\"x\"\") and\"\t"), "{}", tsv(&rows));
        assert!(html(&rows).contains("<td>'=HYPERLINK(\"x\")\tand</td>") && html(&table()).starts_with("<table><tr><th>speaker</th>"));
    }
}
