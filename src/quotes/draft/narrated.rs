//! Words after a sentence that tells what somebody did while speaking: "Ana Reyes shook her head. “Nobody warned us.”"

use super::*;
use crate::lexicon::WordSet;
use crate::quotes::cues::{CUE_ADJECTIVE, NAMING};
use crate::quotes::lexicon::BE;

/// What somebody does who is about to speak, or speaks. Any other deed is told for itself.
const GESTURES: WordSet = WordSet::new(&[
    "beamed",
    "blinked",
    "frowned",
    "gestured",
    "glanced",
    "grimaced",
    "grinned",
    "hesitated",
    "laughed",
    "leaned",
    "nodded",
    "paused",
    "pointed",
    "shook",
    "shrugged",
    "sighed",
    "smiled",
    "sobbed",
    "stared",
    "swallowed",
    "waved",
    "wept",
    "winced",
]);

impl Maker<'_> {
    /// A marked sentence after a gesture or a feeling of somebody who is named, in the sentence before it and the same paragraph.
    pub(super) fn narrated(&mut self, row: Row<'_>) {
        for (unit, m) in self.unowned(row) {
            let inner = self.marked[m].inner;
            if unit == 0 || !row.starts(unit, true) || !clause::is_sentence(row, unit) || wording::words(self.text, inner) < 2 {
                continue;
            }
            let first = row.sentence_start(unit - 1, true);
            // The words are the whole of their sentence, and the sentence before has none.
            let alone = unit + 1 >= row.units.len() || row.starts(unit + 1, true) || row.is_quote(unit + 1);
            if !alone || (first..unit).any(|n| row.is_quote(n)) {
                continue;
            }
            let Some((source, cue)) = shows_speaker(row, first, unit) else { continue };
            let group = self.new_group();
            let source = Source { span: span_of(row, &source), how: How::Governing };
            self.direct(row, unit, group, Some(span_of(row, &cue)), Some(source));
        }
    }
}

/// Who is about to speak in the sentence `first..end`, and the words that show it.
fn shows_speaker(row: Row<'_>, first: usize, end: usize) -> Option<(Range, Range)> {
    // "For Ana Reyes, it was simple."
    if row.is(first, "For") || row.is(first, "To") {
        let name = row.phrase_at(first + 1, end, false).filter(|name| row.units[name.end - 1].is_name())?;
        let judged = row.kind(name.end) == Some(Kind::Comma) && (row.is(name.end + 1, "it") || row.is(name.end + 1, "that") || row.is(name.end + 1, "this"));
        return (judged && row.has(name.end + 2, BE)).then(|| (name.clone(), name.end + 2..name.end + 3));
    }
    let subject = row.phrase_at(first, end, false)?;
    let last = &row.units[subject.end - 1];
    let somebody = last.is_name() || matches!(row.word(first), "He" | "She");
    let verb = if row.is_adverb(subject.end) { subject.end + 1 } else { subject.end };
    let gesture = GESTURES.has(row.word(verb));
    let feeling = row.has(verb, BE) && (verb + 1..end.min(verb + 4)).any(|n| row.has(n, CUE_ADJECTIVE)) && !row.has(verb + 1, NAMING);
    (somebody && (gesture || feeling)).then(|| (subject, verb..verb + 1))
}
