//! The last step: many equal findings become one, and all stand in order.

use std::collections::BTreeMap;

use crate::text::{Document, order};

use super::catalogue::{Category, Family};
use super::{Finding, Severity, Tier};

/// So many equal findings are still shown one by one.
const SHOWN_SINGLY: usize = 5;

/// How far apart, in bytes, two neighbours of one gathered finding may stand: a finding covers all that lies between its
/// places, and of a book no single one should be as long as the book.
const REACH: usize = 20_000;

/// Gathers more than [`SHOWN_SINGLY`] equal findings that are no further than [`REACH`] apart into one with parts, and puts all
/// in order of place.
///
/// Small findings (up to low) are equal where their category is; others only where text and repair are too.
pub(super) fn settle(document: &Document<'_>, findings: &mut Vec<Finding>) {
    withdraw(findings);
    drop_idle(document.text(), findings);
    gather(document.text(), findings);
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.span.start(), std::cmp::Reverse(f.span.end()), f.category);
        key(a).cmp(&key(b)).then_with(|| a.parts.cmp(&b.parts))
    });
}

/// Takes back what another finding at the same place explains better.
fn withdraw(findings: &mut Vec<Finding>) {
    let better: Vec<_> = findings.iter().filter(|f| f.category == Category::CorefOrphanTail).map(|f| f.span).collect();
    if !better.is_empty() {
        findings.retain(|f| f.category != Category::StructOrphanTail || !better.iter().any(|span| span.overlaps(f.span)));
    }
}

/// A repair that puts there what stands there is none.
fn drop_idle(text: &str, findings: &mut [Finding]) {
    for finding in findings {
        if !finding.edits.is_empty() && finding.edits.iter().all(|edit| edit.span.of(text) == edit.text) {
            finding.edits.clear();
            finding.certain = false;
        }
    }
}

fn gather(text: &str, findings: &mut Vec<Finding>) {
    let mut groups: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
    for (n, finding) in findings.iter().enumerate() {
        // Each place that coreference damaged has its own evidence; and one finding of copies that stand far apart would
        // cover all that lies between, as often as there are groups of copies.
        let own_evidence = finding.category.is_verdict()
            || finding.category.family() == Family::Coref
            || matches!(finding.category, Category::DupParagraph | Category::DupSentence);
        if finding.parts.is_empty() && !own_evidence {
            groups.entry(Key::of(text, finding)).or_default().push(n);
        }
    }
    let mut gone = vec![false; findings.len()];
    let mut gathered = Vec::new();
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for mut members in groups.into_values().filter(|m| m.len() > SHOWN_SINGLY) {
        order::sort_by(&mut members, |n| order::of_place(findings[*n].span));
        let near = |a: &usize, b: &usize| findings[*b].span.start().saturating_sub(findings[*a].span.end()) <= REACH;
        runs.extend(members.chunk_by(near).filter(|run| run.len() > SHOWN_SINGLY).map(<[usize]>::to_vec));
    }
    for members in runs {
        let first = findings[members[0]].clone();
        let title = first.category.title();
        let mut one = Finding { message: format!("{title}: {} places", members.len()), edits: Vec::new(), ..first };
        let mut parts = Vec::with_capacity(members.len());
        for n in members {
            gone[n] = true;
            parts.push(findings[n].span);
            one.edits.append(&mut findings[n].edits);
            one.severity = one.severity.max(findings[n].severity);
            one.score = one.score.min(findings[n].score);
        }
        gathered.push(one.with_parts(parts));
    }
    let mut gone = gone.into_iter();
    findings.retain(|_| !gone.next().unwrap_or(false));
    findings.append(&mut gathered);
}

/// What makes findings equal.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key<'t> {
    category: Category,
    certain: bool,
    hint: bool,
    repairable: bool,
    /// Empty for small findings.
    words: &'t str,
    repair: String,
}

impl<'t> Key<'t> {
    fn of(text: &'t str, finding: &Finding) -> Self {
        let small = finding.severity <= Severity::Low;
        let repair = if small { String::new() } else { finding.edits.iter().map(|e| e.text.as_str()).collect() };
        Key {
            category: finding.category,
            certain: finding.certain,
            hint: finding.tier == Tier::Hint,
            repairable: !finding.edits.is_empty(),
            words: if small { "" } else { finding.span.of(text) },
            repair,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gathered_stands_close_together() {
        let text = format!("{}{}{}", "a  b ".repeat(8), "c ".repeat(REACH), "a  b ".repeat(3));
        let document = Document::new(&text);
        let blank = |(at, _): (usize, &str)| Finding::new(Category::SpaceDouble, crate::text::Span::new(at, at + 2), "Two blanks");
        let mut findings: Vec<Finding> = text.match_indices("  ").map(blank).collect();
        settle(&document, &mut findings);
        assert_eq!(findings.iter().map(|f| f.parts.len()).collect::<Vec<_>>(), [8, 0, 0, 0], "a finding never covers a book");
    }

    #[test]
    fn a_repair_that_changes_nothing_is_none() {
        let text = "’’Lena\"";
        let document = Document::new(text);
        let mark = crate::text::Span::new(10, 11);
        let mut findings = vec![Finding::new(Category::QuoteMismatchedPair, mark, "Closes with a straight mark").propose("\"")];
        findings[0].certain = true;
        settle(&document, &mut findings);
        assert!(findings[0].edits.is_empty() && !findings[0].certain);
    }
}
