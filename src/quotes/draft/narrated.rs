//! Words after a sentence that tells what somebody did while speaking: "Ana Reyes shook her head. “Nobody warned us.”"

use super::*;
use crate::lexicon::WordSet;
use crate::quotes::cues::{CUE_ADJECTIVE, NAMING};
use crate::quotes::lexicon::BE;

/// What somebody does who is about to speak, or speaks. Any other deed is told for itself.
const GESTURES: WordSet = WordSet::new(
    "beamed blinked frowned gestured glanced grimaced grinned hesitated laughed leaned nodded paused pointed shook shrugged sighed smiled sobbed \
     stared swallowed waved wept winced",
);

/// What somebody has who is about to say it.
const WORDS: WordSet = WordSet::new("advice answer confession explanation message plea point question reaction reply response theory verdict view warning");

impl Maker<'_> {
    /// A marked sentence after a gesture or a feeling of somebody, in the sentence before it and the same paragraph, or before a colon.
    pub(super) fn narrated(&mut self, row: Row<'_>) {
        for (unit, m) in self.unowned(row) {
            let inner = self.marked[m].inner.of(self.text);
            let sentence = inner.starts_with(char::is_uppercase) && inner.ends_with(['.', '!', '?']);
            let colon = unit > 1 && row.kind(unit - 1) == Some(Kind::Colon);
            if unit == 0 || !(row.starts(unit, true) || colon) || !sentence {
                continue;
            }
            let first = row.sentence_start(unit - 1, true);
            // The words are the whole of their sentence, and the sentence before has none.
            let alone = unit + 1 >= row.units.len() || row.starts(unit + 1, true) || row.is_quote(unit + 1);
            if !alone || (first..unit).any(|n| row.is_quote(n)) {
                continue;
            }
            // "Asked about it, Ana Reyes shook her head."
            let clause = (first..unit).find(|n| row.kind(*n) == Some(Kind::Comma) && row.has(first, PAST | SUBORDINATOR)).map(|comma| comma + 1);
            let Some((source, cue)) = shows_speaker(row, first, unit).or_else(|| shows_speaker(row, clause?, unit)) else { continue };
            let group = self.new_group();
            let source = Source { span: span_of(row, &source), how: How::Governing };
            self.direct(row, unit, group, Some(span_of(row, &cue)), Some(source));
        }
    }
}

/// Who is about to speak in the sentence that has a clause at `first..end`, and the words that show it.
fn shows_speaker(row: Row<'_>, first: usize, end: usize) -> Option<(Range, Range)> {
    let somebody = |phrase: &Range| {
        let last = &row.units[phrase.end - 1];
        last.is_name() || last.has(PERSON_NOUN) && row.has(phrase.start, DETERMINER) || row.is(phrase.start, "he") || row.is(phrase.start, "she")
    };
    // "For Ana Reyes, it was simple."
    if row.is(first, "For") || row.is(first, "To") {
        let name = row.phrase_at(first + 1, end, false).filter(somebody)?;
        let judged = row.kind(name.end) == Some(Kind::Comma) && (row.is(name.end + 1, "it") || row.is(name.end + 1, "that") || row.is(name.end + 1, "this"));
        return (judged && row.has(name.end + 2, BE)).then(|| (name.clone(), name.end + 2..name.end + 3));
    }
    let subject = row.phrase_at(first, end, false)?;
    // "Ana Reyes’s answer was short."
    let owned = subject
        .clone()
        .find(|n| row.is_possessive(*n))
        .filter(|n| *n > first && WORDS.has(row.word(subject.end - 1)) && row.has(subject.end, BE) && *n + 3 >= subject.end);
    if let Some(mark) = owned {
        let owner = first..mark;
        return somebody(&owner).then(|| (owner, subject.end - 1..subject.end));
    }
    let verb = if row.is_adverb(subject.end) { subject.end + 1 } else { subject.end };
    let gesture = GESTURES.has(row.word(verb));
    let feeling = row.has(verb, BE) && (verb + 1..end.min(verb + 4)).any(|n| row.has(n, CUE_ADJECTIVE)) && !row.has(verb + 1, NAMING);
    // "Ana Reyes had a warning."
    let words = (row.is(verb, "had") || row.is(verb, "has"))
        && (verb + 2..end.min(verb + 5)).any(|n| WORDS.has(row.word(n)) && matches!(row.kind(n + 1), Some(Kind::Stop | Kind::Colon)));
    (somebody(&subject) && (gesture || feeling || words)).then(|| (subject, verb..verb + 1))
}
