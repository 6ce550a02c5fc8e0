//! Universities that are called by the name of a place: "a sophomore at Columbia", "professor of law at Georgetown".

use std::collections::BTreeSet;

use crate::entities::label::EntityLabel;
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::lexicon::WordSet;

/// Places that universities are called by.
const CALLED: WordSet = WordSet::new(
    "Aberdeen Amherst Berkeley Cambridge Cardiff Columbia Cornell Dartmouth Durham Edinburgh Exeter Georgetown Glasgow Heidelberg Leeds Manchester \
     Northwestern Oxford Princeton Sheffield Southampton Stanford Sussex Syracuse Vanderbilt Villanova Warwick Wellesley Yale York",
);

/// Who is at one, or what one has from it.
const STUDENTS: WordSet = WordSet::new(
    "PhD academic alumna alumnus chemist dean degree doctorate don economist fellow freshman geneticist graduate graduated historian junior lectured \
     lecturer lectures major philosopher physicist postgraduate professor researcher scholar scientist sociologist sophomore student students \
     studied studies studying taught teaches tutor undergraduate",
);

/// How far before the place the word for a student may stand, in tokens: "a professor of international law at".
const REACH: usize = 6;

/// Makes universities of places where somebody studies or teaches, and of the same place wherever nobody is in it.
pub(super) fn relabel(r: &Reading<'_>, names: &mut [Name]) {
    let mut schools = BTreeSet::new();
    for name in names.iter().filter(|n| n.label == EntityLabel::Loc && CALLED.has(n.span.of(r.text))) {
        let at = name.tokens(r).start;
        let preposition = r.before(at).filter(|b| r.is_one(*b, &["at", "from"]));
        let student = preposition.is_some_and(|p| (p.saturating_sub(REACH)..p).any(|n| r.sentence_end(n) == r.sentence_end(p) && STUDENTS.has(r.word(n))));
        if student {
            schools.insert(name.span.of(r.text));
        }
    }
    for name in names.iter_mut().filter(|n| n.label == EntityLabel::Loc && schools.contains(n.span.of(r.text))) {
        let at = name.tokens(r).start;
        if !r.before(at).is_some_and(|b| r.is_one(b, &["in", "near", "around", "outside", "to"])) {
            (name.label, name.rule, name.place_kind) = (EntityLabel::Org, "entities.school", None);
        }
    }
}
