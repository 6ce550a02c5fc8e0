//! "OSLO (AP) —": the place and agency before the first sentence.

use super::lines::Lines;
use crate::artifacts::{Category, Finding};
use crate::lexicon::WordSet;
use crate::text::{Span, border_before};

/// A dateline stands at the start of one of the first so many paragraphs; later ones are judged by `splice`.
const TOP: usize = 4;
/// And is no longer, in bytes.
const LONGEST: usize = 70;

/// Agencies and papers that sign datelines.
const AGENCIES: WordSet = WordSet::new("AFP AP Bloomberg CBS CNN CNNMoney IANS JTA KYODO Kyodo NBC PTI Reuters SPX TASS UPI WAM Xinhua");

/// Looks at the first paragraphs.
pub(super) fn find(lines: &Lines<'_>, findings: &mut Vec<Finding>) {
    for n in 0..lines.paragraphs.len().min(TOP) {
        if let Some(length) = dateline(lines.paragraph(n)) {
            let start = lines.paragraphs[n].span.start();
            let span = Span::new(start, start + length);
            let message = format!("“{}” says where the report was filed", span.of(lines.text));
            findings.push(lines.context.finding(Category::StructDateline, span, message).propose(""));
            return;
        }
    }
}

/// Length in bytes of the dateline that `paragraph` starts with, its dash included.
pub(super) fn dateline(paragraph: &str) -> Option<usize> {
    let head = &paragraph[..border_before(paragraph, LONGEST)];
    if !head.starts_with(|c: char| c.is_uppercase() || c == '(') {
        return None;
    }
    let agency_end = agency(head);
    let dash = [" — ", " – ", " -- ", " - ", "— "].iter().filter_map(|d| head.find(d).map(|n| (n, n + d.trim_end().len()))).min();
    match (agency_end, dash) {
        (Some(end), Some((_, dash_end))) if dash_end > end && dash_end <= end + 16 && places(&head[..head.find('(').unwrap_or(0)]) => Some(dash_end),
        (Some(end), _) if head.starts_with('(') => Some(end),
        (Some(end), _) if head.find('(').is_some_and(|n| n > 1 && capital_place(&head[..n])) => Some(end),
        (None, Some((at, end))) => {
            let place = &head[..at];
            (capital_place(place) && paragraph[end..].trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '‘'))).then_some(end)
        }
        _ => None,
    }
}

/// Where "(AP)" ends in `head`.
fn agency(head: &str) -> Option<usize> {
    let open = head.find('(')?;
    let close = open + head[open..].find(')')?;
    let name = head[open + 1..close].trim();
    let first = name.split([' ', '/', ',']).next().unwrap_or_default();
    (AGENCIES.has(first) && name.len() <= 20).then_some(close + 1)
}

/// Names of places, in any letters: "Oslo, Norway".
fn places(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || (text.split_whitespace().count() <= 7
            && text.split_whitespace().all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || matches!(w, "of" | "de" | "and" | "the")))
}

/// A place in capitals, with its state or date: "NEW YORK", "PORTLAND, Maine", "OSLO, Norway, March 4".
fn capital_place(text: &str) -> bool {
    let text = text.trim();
    let first = text.split([',', '(']).next().unwrap_or_default().trim();
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = first.chars().all(|c| !c.is_lowercase()) && letters >= 4;
    capitals && first.split_whitespace().count() <= 4 && !first.contains(char::is_numeric) && places(&text[first.len()..].replace([',', '(', ')'], " "))
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn datelines() {
        fires(Category::StructDateline, "⟦OSLO (AP) —→⟧ The court met.");
        fires(Category::StructDateline, "⟦(CNN)⟧ Mara Lindt left.");
        fires(Category::StructDateline, "⟦Oslo, Norway (Reuters) -⟧ The court met.");
        fires(Category::StructDateline, "⟦PORTLAND, Maine —⟧ The court met.");
        silent(Category::StructDateline, "The court (AP) met. NATO – which met – left. Mr. Lind (Green) - he left.");
        silent(Category::StructDateline, "NATO - an alliance - met.");
    }
}
