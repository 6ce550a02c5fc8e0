//! Which verbs report something by their frame alone, without a clause of their own: "vowed to leave", "called for talks".
//!
//! The table says of how many hundred such uses in news a reader held the complement for something said, promised, asked or
//! meant. It was counted with `galley train frames`; a line has the form that verbs stand in, their frame, and
//! by rate the verbs.

use std::sync::OnceLock;

use super::form::Form;
use super::frame::Frame;
use super::lexicon::verb_number;
use crate::bits::bit_set;
use crate::text::order;

/// A line a pattern: its form and frame, then for each rate the rate and the verbs that have it, tab between these, sorted.
const TABLE: &str = include_str!("frames.tsv");

/// How a cue stands with what it may report: its form, and the shape of that.
pub(super) type Pattern = (Form, Frame);

bit_set! {
    /// What else speaks for or against a use: each is one of [`crate::quotes::SIGNS`], by its place there.
    pub struct Signs(u64);
}

/// The log-odds of `share`, from 0 to 1, kept off both ends: in what rates and signs are added up.
#[must_use]
pub fn log_odds(share: f64) -> f64 {
    ((share + 0.01) / (1.01 - share)).ln()
}

/// The share, in hundredths, of uses of the verb in this pattern that report something; `None` where the table has none.
pub(super) fn rate(verb: u16, pattern: Pattern) -> Option<u8> {
    let rates = &frames().rates;
    let at = rates.binary_search_by(|f| (f.0, f.1).cmp(&(verb, pattern))).ok()?;
    rates.get(at).map(|f| f.2)
}

/// True for verbs that tell of words which were not said: "declined to comment", "refused to say".
pub(super) fn is_silence(verb: u16) -> bool {
    matches!(super::lexicon::verb(verb), "decline" | "refuse")
}

/// True where the table has some frame of the verb.
pub(super) fn has(verb: u16) -> bool {
    frames().verbs.get(usize::from(verb)).copied().unwrap_or_default()
}

struct Frames {
    /// Sorted.
    rates: Vec<(u16, Pattern, u8)>,
    /// By the number of a verb: true where it has some frame.
    verbs: Vec<bool>,
}

fn frames() -> &'static Frames {
    static FRAMES: OnceLock<Frames> = OnceLock::new();
    FRAMES.get_or_init(|| {
        let mut rates: Vec<_> = TABLE.lines().flat_map(parse).collect();
        order::sort_by(&mut rates, |(verb, (form, frame), _)| u128::from(*verb) << 16 | (*form as u128) << 8 | *frame as u128);
        let mut verbs = vec![false; rates.last().map_or(0, |f| usize::from(f.0) + 1)];
        for (verb, ..) in &rates {
            verbs[usize::from(*verb)] = true;
        }
        Frames { rates, verbs }
    })
}

/// The verbs of a line of the table, with their pattern and rate; those that can be read.
fn parse(line: &str) -> impl Iterator<Item = (u16, Pattern, u8)> {
    let mut fields = line.split('\t');
    let pattern = fields.next().and_then(Form::named).zip(fields.next().and_then(Frame::named));
    fields.flat_map(move |field| {
        let mut words = field.split(' ');
        let rate = words.next().and_then(|rate| rate.parse::<u8>().ok());
        words.filter_map(move |verb| Some((verb_number(verb)?, pattern?, rate?)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_sorted() {
        let lines: Vec<&str> = TABLE.lines().collect();
        for line in &lines {
            let verbs: usize = line.split('\t').skip(2).map(|field| field.split(' ').count() - 1).sum();
            assert!(verbs > 0 && parse(line).count() == verbs, "{line}");
        }
        assert!(lines.windows(2).all(|w| w[0] < w[1]));
    }
}
