//! Names in a series are of one kind: "Ortiz, Delgado and Lane". One whose label differs, and is less sure, takes that of the others.

use crate::entities::label::EntityLabel;
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::lexicon::PhraseSet;
use crate::text::TokenKind;

/// What may stand between the names of a series.
const JOINTS: PhraseSet = PhraseSet::new("&|,|, &|, and|, or|/|and|or");

/// Longer words in small letters are nouns or verbs more often than not.
const LONGEST_JOINT: usize = 4;

/// Brings the labels within each series of three names or more in line. `names` are in order.
pub(super) fn agree(r: &Reading<'_>, names: &mut [Name]) {
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

fn joined(r: &Reading<'_>, first: &Name, second: &Name) -> bool {
    let between = r.text.get(first.span.end()..second.span.start()).unwrap_or_default();
    between.len() <= 8 && JOINTS.has(between.trim())
}

/// The one odd label of a series gives way: to three others unless it is sure itself, to two where it is not at all.
fn overrule(r: &Reading<'_>, series: &mut [Name]) {
    const NAMED: [EntityLabel; 3] = [EntityLabel::Person, EntityLabel::Org, EntityLabel::Loc];
    let of = |label: EntityLabel| series.iter().filter(|n| n.label == label).count();
    let Some(label) = NAMED.into_iter().find(|l| of(*l) == series.len() - 1) else { return };
    // "Ortiz, Delgado and Harbour candidate Lane": the last one only describes who comes after it.
    let last = series.last().map_or(0, |n| n.tokens(r).end);
    let goes_on = r.kind(last) == Some(TokenKind::Word) && !r.capital(last) && r.word(last).len() > LONGEST_JOINT;
    let count = series.len() - usize::from(goes_on);
    let below = if series.len() > 3 { 0.85 } else { 0.6 };
    for name in series[..count].iter_mut().filter(|n| n.label != label && NAMED.contains(&n.label) && n.score < below) {
        name.label = label;
        name.rule = "entities.series";
        name.place_kind = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::EntityLabel::{Loc, Org, Person};
    use crate::text::{Document, View};

    #[test]
    fn the_odd_one_gives_way_where_it_is_unsure() {
        let mut names: Vec<Name> = Vec::new();
        let text = "Lagos, Accra, Abuja and Ortiz, but Kano";
        for (word, label, score) in [("Lagos", Loc, 0.9), ("Accra", Loc, 0.9), ("Abuja", Loc, 0.9), ("Ortiz", Person, 0.7), ("Kano", Org, 0.2)] {
            let start = text.find(word).unwrap();
            let span = crate::text::Span::new(start, start + word.len());
            names.push(Name::new(span, label, score, "entities.model", None));
        }
        let document = Document::new(text);
        let view = View::plain(&document);
        let reading = Reading::new(&view);
        let labels = |names: &[Name]| names.iter().map(|n| n.label).collect::<Vec<_>>();
        let mut sure = names.clone();
        sure[3].score = 0.95;
        agree(&reading, &mut sure);
        assert_eq!(labels(&sure), [Loc, Loc, Loc, Person, Org]);
        agree(&reading, &mut names);
        assert_eq!(labels(&names), [Loc, Loc, Loc, Loc, Org]);
        let text = "Lane, Delgado, Kim and Harbour candidate Ortiz met.";
        let document = Document::new(text);
        let view = View::plain(&document);
        let reading = Reading::new(&view);
        for (name, (word, label)) in names.iter_mut().zip([("Lane", Person), ("Delgado", Person), ("Kim", Person), ("Harbour", Org)]) {
            let start = text.find(word).unwrap();
            (name.span, name.label, name.score) = (crate::text::Span::new(start, start + word.len()), label, 0.6);
        }
        agree(&reading, &mut names[..4]);
        assert_eq!(labels(&names[..4]), [Person, Person, Person, Org]);
    }
}
