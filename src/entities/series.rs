//! Names in a series are of one kind: "Ortiz, Delgado and Lane". One whose label differs, and is less sure, takes that of the others.

use super::Mention;
use super::label::EntityLabel;
use super::reading::Reading;
use crate::text::TokenKind;

/// What may stand between the names of a series.
const JOINTS: &[&str] = &[",", "and", ", and", "or", ", or", "&", "/", ", &"];

/// Longer words in small letters are nouns or verbs more often than not.
const LONGEST_JOINT: usize = 4;

/// Brings the labels within each series of three names or more in line. `names` are in order.
pub(super) fn agree(r: &Reading<'_>, names: &mut [Mention]) {
    let mut start = 0;
    while start < names.len() {
        let mut end = start + 1;
        while end < names.len() && joined(r, &names[end - 1], &names[end]) {
            end += 1;
        }
        if end - start >= 3 {
            overrule(r, &mut names[start..end]);
        }
        start = end;
    }
}

fn joined(r: &Reading<'_>, first: &Mention, second: &Mention) -> bool {
    let between = r.text.get(first.span.end()..second.span.start()).unwrap_or_default();
    between.len() <= 8 && JOINTS.contains(&between.trim())
}

/// The one odd label of a series gives way: to three others unless it is sure itself, to two where it is not at all.
fn overrule(r: &Reading<'_>, series: &mut [Mention]) {
    const NAMED: [EntityLabel; 3] = [EntityLabel::Person, EntityLabel::Org, EntityLabel::Loc];
    let of = |label: EntityLabel| series.iter().filter(|n| n.label == label).count();
    let Some(label) = NAMED.into_iter().find(|l| of(*l) == series.len() - 1) else { return };
    // "Ortiz, Delgado and Harbour candidate Lane": the last one only describes who comes after it.
    let last = series.last().map_or(0, |n| r.layout.tokens_in(n.span).end);
    let goes_on = r.kind(last) == Some(TokenKind::Word) && !r.capital(last) && r.word(last).len() > LONGEST_JOINT;
    let count = series.len() - usize::from(goes_on);
    let below = if series.len() > 3 { 0.85 } else { 0.6 };
    for name in series[..count].iter_mut().filter(|n| n.label != label && NAMED.contains(&n.label) && n.score < below) {
        name.label = label;
        name.rule = "entities.series";
        name.place_kind = None;
    }
}
