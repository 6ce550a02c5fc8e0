//! What verbs may report by their frame alone, for counting how often that is so.

use super::*;
use crate::quotes::frames::Signs;

/// One use of a verb that may report something by its frame, for counting how often that is so.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The verb's lemma.
    pub verb: &'static str,
    /// The form it stands in: "finite".
    pub form: &'static str,
    /// Its frame: "to".
    pub frame: &'static str,
    /// True for a verb of speech, writing or thought.
    pub reports: bool,
    /// The complement in its pieces, in bytes of the view.
    pub spans: Vec<Span>,
    /// What else speaks for or against it: some of [`crate::quotes::SIGNS`].
    pub signs: Signs,
}

/// Every verb with a complement that no other rule takes for a report or lies in one.
pub(in crate::quotes) fn candidates(text: &str, layout: &Layout, marked: &[Marked]) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut first = 0;
    for n in 0..layout.paragraphs.len() {
        let end = first + marked[first..].iter().take_while(|m| m.paragraph == n).count();
        let units = units(text, layout, n, marked, first..end);
        first = end;
        let row = Row { text, units: &units, headline: is_headline(n, &units) };
        let (candidates, reports) = super::super::report::candidates(row);
        let mut taken = Taken { by_unit: vec![0; units.len()], ranges: Vec::new() };
        for report in &reports {
            for content in report.contents.iter().filter(|_| !report.inner) {
                if let Content::Clause(range) = content {
                    taken.take(range, false);
                }
            }
        }
        for report in candidates {
            let Some((form, frame)) = report.pattern else { continue };
            let clauses = || report.contents.iter().filter_map(|c| if let Content::Clause(range) = c { Some(range) } else { None });
            if !taken.clashes(row, &report.cue) && !clauses().any(|r| taken.clashes(row, r) || r.clone().any(|u| row.is_quote(u))) {
                out.push(Candidate {
                    verb: super::super::lexicon::verb(units[report.cue.start].verb),
                    form: form.as_str(),
                    frame: frame.as_str(),
                    reports: units[report.cue.start].has(super::super::cues::CUE),
                    spans: clauses().map(|range| span_of(row, range)).collect(),
                    signs: report.signs,
                });
            }
        }
    }
    out
}
