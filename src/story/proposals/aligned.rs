//! Repairs where the two articles' words are aligned already: the garbled places of an utterance.

use super::draft::{Desk, Draft};
use super::phrase::Repair;
use crate::story::model::{Certainty, Class, Op, Pair, Place};

/// The drafts of all damaged places of all pairs.
pub(super) fn find(desk: &Desk<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for utterance in desk.utterances {
        for pair in &utterance.pairs {
            for op in pair.ops.iter().filter(|op| op.class == Class::Damage) {
                drafts.extend(draft(desk, pair, op, op.a, op.b));
                drafts.extend(draft(desk, pair, op, op.b, op.a));
            }
        }
    }
    drafts
}

/// The repair of `damaged` by the words at `whole`.
fn draft(desk: &Desk<'_>, pair: &Pair, op: &Op, damaged: Place, whole: Place) -> Option<Draft> {
    let (reading, other) = (&desk.readings[damaged.doc], &desk.readings[whole.doc]);
    let (at, from) = (reading.words_in(damaged.span), other.words_in(whole.span));
    let at = if damaged.span.is_empty() { reading.words_before(damaged.span.end())..reading.words_before(damaged.span.end()) } else { at };
    if from.is_empty() || other.words[from.clone()].iter().any(|w| w.damaged) || from.len() > 2 * at.len() + 3 {
        return None;
    }
    if !other.is_one_stretch(&from, desk.articles[whole.doc].text) {
        return None;
    }
    let garbled = reading.words[at.clone()].iter().any(|w| w.damaged) || reading.has_gap(at.start);
    let overwritten = reading.overwritten && !at.is_empty();
    // A whole name for a name may be another fact.
    let name_for_name = !garbled && other.has_whole_name(&from);
    if !(garbled || overwritten) || name_for_name {
        return None;
    }
    let beside = |place: &Place, side: &Place| place.doc == side.doc;
    let (mut before, mut after) = (0, 0);
    for places in &pair.same {
        let Some(place) = places.iter().find(|p| beside(p, &damaged)) else { continue };
        let words = reading.words_in(place.span).len();
        if place.span.end() <= damaged.span.start() && damaged.span.start() - place.span.end() <= NEAR {
            before = before.max(words);
        } else if place.span.start() >= damaged.span.end() && place.span.start() - damaged.span.end() <= NEAR {
            after = after.max(words);
        }
    }
    // Forms of one word agree as well: they stand as operations of their own.
    let forms = |a: Place, end: bool| {
        pair.ops.iter().filter(|o| **o != *op && o.level <= 1 && o.class != Class::OmissionEdge && o.class != Class::Damage).any(|o| {
            let place = if o.a.doc == a.doc { o.a } else { o.b };
            if end {
                place.span.start() >= a.span.end() && place.span.start() - a.span.end() <= NEAR
            } else {
                place.span.end() <= a.span.start() && a.span.start() - place.span.end() <= NEAR
            }
        })
    };
    before += usize::from(forms(damaged, false));
    after += usize::from(forms(damaged, true));
    if before + after < 1 {
        return None;
    }
    let certain = before >= 1 && after >= 1 || before.max(after) >= 3;
    let (articles, readings) = (desk.articles, desk.readings);
    let repair = Repair {
        article: &articles[damaged.doc],
        reading: &readings[damaged.doc],
        at,
        other: &articles[whole.doc],
        other_reading: &readings[whole.doc],
        from,
        closed: after > 0,
        instead: None,
    };
    let (words, insert) = repair.with_phrase();
    let certainty = if certain { Certainty::Certain } else { Certainty::Likely };
    Some(Draft { doc: damaged.doc, words, insert, certainty, support: whole })
}

/// Bytes between words that stand beside each other: a blank, a mark, a blank.
const NEAR: usize = 3;
