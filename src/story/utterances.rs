//! What was said, each utterance once, with all the places where it stands.

use std::collections::BTreeMap;

use super::claims::{self, Candidate};
use super::drift::{self, Compared};
use super::ground::Ground;
use super::model::{Class, Echo, Member, Op, Pair, Place, Relation, Utterance};
use super::union::Sets;
use super::units::{Speaker, Unit};
use super::verdict::{self, Judgement, Speakers};
use super::{seeds, told};
use crate::text::Span;

/// The utterances of a story, and what only resembles them.
pub(super) fn find(ground: &Ground<'_>) -> (Vec<Utterance>, Vec<Echo>) {
    let units = ground.units;
    let (held, echoes) = claims::settle(candidates(ground), units);
    let told = told::find(ground);
    let mut sets = joined(ground, &held);
    for claim in &told {
        sets.join(claim.a, claim.b);
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for n in 0..units.len() {
        members.entry(sets.find(n)).or_default().push(n);
    }
    let scare = |n: usize| ground.articles[units[n].doc].analysis.annotations[units[n].annotation].text_attribute("kind") == Some("scare");
    let utterances = members.into_values().filter(|m| m.len() > 1 || m.iter().all(|n| units[*n].marked && !scare(*n)));
    let mut utterances: Vec<Utterance> = utterances.map(|m| utterance(ground, m, &held, &told)).collect();
    utterances.sort_by(|x, y| x.members[0].place.cmp(&y.members[0].place));
    for (n, utterance) in utterances.iter_mut().enumerate() {
        utterance.id = format!("U{}", n + 1);
    }
    let place = |n: usize| Place { doc: units[n].doc, span: units[n].span };
    let mut echoes: Vec<Echo> = echoes.iter().filter(|c| sets.find(c.a) != sets.find(c.b)).map(|c| Echo { a: place(c.a), b: place(c.b) }).collect();
    echoes.sort_by_key(|e| (e.a, e.b));
    (utterances, echoes)
}

/// Pairs of marked quotations that are one utterance by their words.
fn candidates(ground: &Ground<'_>) -> Vec<Candidate> {
    let units = ground.units;
    let pairs = seeds::candidates(units, ground.readings, ground.keys, |x, y| x.marked && y.marked);
    let mut candidates = Vec::new();
    for (a, b) in pairs {
        let likeness = verdict::likeness(ground.stretch(a), ground.stretch(b), ground.keys);
        let shorter = units[a].words.len().min(units[b].words.len());
        let judgement = verdict::judge(&likeness, ground.speakers(a, b), shorter);
        if judgement != Judgement::Different {
            candidates.push(Candidate { a, b, likeness, other_speaker: judgement == Judgement::OtherSpeaker && ground.speakers_are_told(a, b) });
        }
    }
    candidates
}

/// Words that tell something in a unit: a fragment has few.
fn content_words(ground: &Ground<'_>, unit: usize) -> usize {
    ground.units[unit].words_of(&ground.readings[ground.units[unit].doc]).iter().filter(|w| !w.function && !w.damaged).count()
}

/// A quotation of fewer words that tell something joins one utterance and connects none.
const FRAGMENT: usize = 4;

/// Joins what the held pairs connect, never through a fragment.
fn joined(ground: &Ground<'_>, held: &[Candidate]) -> Sets {
    let mut sets = Sets::new(ground.units.len());
    let fragment: Vec<bool> = (0..ground.units.len()).map(|n| content_words(ground, n) < FRAGMENT).collect();
    for pair in held.iter().filter(|c| !fragment[c.a] && !fragment[c.b]) {
        sets.join(pair.a, pair.b);
    }
    // Held pairs come the heaviest first: a fragment goes to its best partner.
    let mut settled = vec![false; ground.units.len()];
    for pair in held.iter().filter(|c| fragment[c.a] || fragment[c.b]) {
        let whole = if fragment[pair.a] && fragment[pair.b] {
            // Two fragments are one utterance where they are the same words, or one speaker's and begin and end alike.
            let free = !settled[pair.a] || !settled[pair.b];
            let twins = pair.likeness.twins && ground.speakers(pair.a, pair.b) == Speakers::Same;
            let same = free && (twins || pair.likeness.coverage >= 0.9);
            settled[pair.a] |= same;
            settled[pair.b] |= same;
            same
        } else {
            let short = if fragment[pair.a] { pair.a } else { pair.b };
            !std::mem::replace(&mut settled[short], true)
        };
        if whole {
            sets.join(pair.a, pair.b);
        }
    }
    sets
}

fn utterance(ground: &Ground<'_>, mut members: Vec<usize>, held: &[Candidate], told: &[Candidate]) -> Utterance {
    let units = ground.units;
    members.sort_by_key(|n| (units[*n].doc, units[*n].span));
    let index: BTreeMap<usize, usize> = members.iter().enumerate().map(|(n, unit)| (*unit, n)).collect();
    let mut pairs: Vec<Pair> = Vec::new();
    for (candidate, told) in held.iter().map(|c| (c, false)).chain(told.iter().map(|c| (c, true))) {
        if let (Some(a), Some(b)) = (index.get(&candidate.a), index.get(&candidate.b)) {
            pairs.push(pair(ground, candidate, (*a, *b), told));
        }
    }
    pairs.sort_by_key(|p| (p.a, p.b));
    let (speaker, medium) = said_by(ground, &members);
    let member = |n: &usize| {
        let unit = &units[*n];
        let annotation = ground.articles[unit.doc].analysis.annotations[unit.annotation].id.clone();
        Member { place: Place { doc: unit.doc, span: unit.span }, annotation, speaker: unit.speaker.name.clone(), marked: unit.marked }
    };
    Utterance { id: String::new(), speaker, medium, members: members.iter().map(member).collect(), pairs }
}

/// The speaker and the medium of an utterance, where the articles that tell agree.
fn said_by(ground: &Ground<'_>, members: &[usize]) -> (Option<String>, Option<String>) {
    let name = |unit: &Unit| {
        let Speaker { name, entity, .. } = &unit.speaker;
        let linked = entity.as_ref().and_then(|id| ground.links.set(unit.doc, id)).and_then(|set| ground.links.name(set));
        name.as_ref().map(|n| linked.map_or_else(|| n.clone(), str::to_owned))
    };
    let mut names: Vec<String> = members.iter().filter_map(|n| name(&ground.units[*n])).collect();
    names.sort();
    names.dedup();
    let mut media: BTreeMap<&str, usize> = BTreeMap::new();
    for medium in members.iter().filter_map(|n| ground.units[*n].medium) {
        *media.entry(medium).or_default() += 1;
    }
    let medium = media.into_iter().max_by_key(|(medium, count)| (*count, std::cmp::Reverse(*medium))).map(|(medium, _)| medium.to_owned());
    (if names.len() == 1 { names.pop() } else { None }, medium)
}

fn pair(ground: &Ground<'_>, candidate: &Candidate, (a, b): (usize, usize), told: bool) -> Pair {
    let units = ground.units;
    let side = |n: usize| {
        let unit = &units[n];
        Compared { doc: unit.doc, reading: &ground.readings[unit.doc], text: ground.articles[unit.doc].text, words: unit.words.clone(), span: unit.span }
    };
    let (same, mut ops) = drift::compare(&side(candidate.a), &side(candidate.b), &candidate.likeness.blocks, ground.keys, told);
    if candidate.other_speaker {
        let start = |n: usize| Place { doc: units[n].doc, span: Span::empty(units[n].span.start()) };
        ops.insert(0, Op { class: Class::Speaker, level: 4, a: start(candidate.a), b: start(candidate.b) });
    }
    let relation = if told {
        Relation::Told
    } else if candidate.other_speaker {
        Relation::SpeakerDiffers
    } else if content_words(ground, candidate.a).min(content_words(ground, candidate.b)) < FRAGMENT && ops.iter().any(|op| op.class == Class::OmissionEdge) {
        Relation::Fragment
    } else {
        cut(&ops)
    };
    Pair { a, b, relation, same, ops }
}

/// Whether one of the two, or both, go on where the other ends.
fn cut(ops: &[Op]) -> Relation {
    let edges = || ops.iter().filter(|op| op.class == Class::OmissionEdge);
    let (a, b) = (edges().any(|op| !op.a.span.is_empty()), edges().any(|op| !op.b.span.is_empty()));
    match (a, b) {
        (true, true) => Relation::Overlap,
        (false, false) => Relation::Same,
        _ => Relation::Cut,
    }
}
