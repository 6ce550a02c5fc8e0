//! Words whose speaker a set phrase beside the marks names: no verb of speech governs them.

use super::*;
use crate::lexicon::WordSet;
use crate::quotes::cues::{BASE, NAMING, VERB};
use crate::quotes::lexicon::{BE, MODAL};

/// A phrase: whoever it names, beside the marked stretch at a unit, and the words that report.
type Phrase = fn(Row<'_>, usize) -> Option<(Range, Range)>;

/// The phrases, in the order in which they are asked.
const PHRASES: &[Phrase] = &[per, promise_of, what_somebody_called, called_by, verdict];

impl Maker<'_> {
    /// Marked words with one of [`PHRASES`].
    pub(super) fn beside(&mut self, row: Row<'_>) {
        for (unit, _) in self.unowned(row) {
            let Some((source, cue)) = PHRASES.iter().find_map(|phrase| phrase(row, unit)) else { continue };
            let group = self.new_group();
            let source = Source { span: span_of(row, &source), how: How::Label };
            self.direct(row, unit, group, Some(span_of(row, &cue)), Some(source));
        }
    }
}

/// The name that starts at `at`, titles with it; one past it nothing of the name follows.
fn name_at(row: Row<'_>, at: usize) -> Option<Range> {
    let phrase = row.phrase_at(at, row.sentence_end(at, true), false)?;
    row.units[phrase.end - 1].is_name().then_some(phrase)
}

/// "“We did it,” per Ana Reyes, the coach."
fn per(row: Row<'_>, unit: usize) -> Option<(Range, Range)> {
    let at = unit + 1 + usize::from(row.kind(unit + 1) == Some(Kind::Comma));
    (row.is(at, "per") && !row.units[at].capital).then(|| name_at(row, at + 1)).flatten().map(|name| (name, at..at + 1))
}

/// "“Ice cream for all,” was the promise of Ana Reyes."
fn promise_of(row: Row<'_>, unit: usize) -> Option<(Range, Range)> {
    const NOUNS: WordSet = WordSet::new("advice answer comment message motto promise reaction reply response slogan verdict view warning word");
    let noun = NOUNS.has(row.word(unit + 3));
    let stands = row.has(unit + 1, BE) && row.is(unit + 2, "the") && noun && (row.is(unit + 4, "of") || row.is(unit + 4, "from"));
    stands.then(|| name_at(row, unit + 5)).flatten().map(|name| (name, unit + 3..unit + 4))
}

/// "“A disgrace” is what Ana Reyes called the plan.", "“No,” was all Ana Reyes could say."
fn what_somebody_called(row: Row<'_>, unit: usize) -> Option<(Range, Range)> {
    let subject = (row.has(unit + 1, BE) && matches!(row.word(unit + 2), "what" | "how" | "all"))
        .then(|| row.phrase_at(unit + 3, row.sentence_end(unit, true), false))??;
    let verb = subject.end + usize::from(row.has(subject.end, MODAL));
    let form = if verb > subject.end { BASE } else { PAST | THIRD };
    (row.has(verb, NAMING | SPEECH) && row.has(verb, form) && may_speak(row, &subject)).then(|| (subject, verb..verb + 1))
}

/// "The plan was called “a disgrace” by Ana Reyes."
fn called_by(row: Row<'_>, unit: usize) -> Option<(Range, Range)> {
    if unit < 2 || !row.is(unit + 1, "by") {
        return None;
    }
    let verb = (unit.saturating_sub(3)..unit).rev().find(|v| row.has(*v, NAMING | SPEECH) && row.has(*v, PAST))?;
    let passive = (verb.saturating_sub(3)..verb).any(|n| row.has(n, BE));
    let subject = row.phrase_at(unit + 2, row.sentence_end(unit, true), true).filter(|s| passive && may_speak(row, s))?;
    Some((subject, verb..verb + 1))
}

/// "Ana Reyes’s verdict? “We had no choice.”", "Ana Reyes’s answer: “No.”"
fn verdict(row: Row<'_>, unit: usize) -> Option<(Range, Range)> {
    const NOUNS: WordSet = WordSet::new("advice answer comment conclusion explanation message motto reaction reply response verdict view warning");
    let noun = unit.checked_sub(2).filter(|_| matches!(row.units[unit - 1].span.of(row.text), "?" | ":"))?;
    let said = NOUNS.has(row.word(noun));
    let owner = noun.checked_sub(1).filter(|owner| said && row.is_possessive(*owner))?;
    let first = row.sentence_start(noun, true);
    let name = row.phrase_before(owner, first).filter(|name| name.start == first && row.units[name.end - 1].is_name() && !row.has(name.end - 1, VERB))?;
    Some((name, noun..noun + 1))
}
