//! Which verbs report something by their frame alone, without a clause of their own: "vowed to leave", "called for talks".
//!
//! The table says of how many hundred such uses in news a reader held the complement for something said, promised, asked or
//! meant. It was counted with `galley train frames`; a line is a verb, the form it stands in, its frame, and the rate.

use std::sync::OnceLock;

use super::complement::Frame;
use super::lexicon::verb_number;
use super::report::Form;

/// Verb, form, frame and rate, tab between them, sorted.
const TABLE: &str = include_str!("frames.tsv");

/// How a cue stands with what it may report: its form, and the shape of that.
pub(super) type Pattern = (Form, Frame);

/// The share, in hundredths, of uses of the verb in this pattern that report something; `None` where the table has none.
pub(super) fn rate(verb: u16, pattern: Pattern) -> Option<u8> {
    let frames = frames();
    let at = frames.binary_search_by(|f| (f.0, f.1).cmp(&(verb, pattern))).ok()?;
    frames.get(at).map(|f| f.2)
}

/// True for verbs that tell of words which were not said: "declined to comment", "refused to say".
pub(super) fn is_silence(verb: u16) -> bool {
    matches!(super::lexicon::verb(verb), "decline" | "refuse")
}

/// True where the table has some frame of the verb.
pub(super) fn has(verb: u16) -> bool {
    let frames = frames();
    frames.get(frames.partition_point(|f| f.0 < verb)).is_some_and(|f| f.0 == verb)
}

fn frames() -> &'static [(u16, Pattern, u8)] {
    static FRAMES: OnceLock<Vec<(u16, Pattern, u8)>> = OnceLock::new();
    FRAMES.get_or_init(|| {
        let mut frames: Vec<_> = TABLE.lines().filter_map(parse).collect();
        frames.sort_unstable();
        frames
    })
}

fn parse(line: &str) -> Option<(u16, Pattern, u8)> {
    let mut fields = line.split('\t');
    let (verb, form, frame, rate) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    Some((verb_number(verb)?, (Form::named(form)?, Frame::named(frame)?), rate.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_sorted() {
        let lines: Vec<&str> = TABLE.lines().collect();
        for line in &lines {
            assert!(parse(line).is_some(), "{line}");
        }
        assert!(lines.windows(2).all(|w| w[0] < w[1]));
    }
}
