//! What, beside its verb and frame, speaks for or against a reading of a cue: "while Ames backed the plan" reports more often
//! than "Ames backed the plan, which", and a long complement more often than a short one.
//!
//! Each sign is yes or no. Its weight stands in `src/quotes/signs.tsv`, in hundredths of log-odds, counted with `galley train
//! frames`: a logistic regression over the rate of the frame and the signs. All sums are of whole numbers, so that no two machines differ.

use std::sync::OnceLock;

use super::super::lexicon::{BODY_NOUN, PERSON_NOUN};
use super::framed::Reading;
use super::*;

/// Name and weight, tab between them, sorted by name; "rate" is the weight of the log-odds of the frame's own rate, "always"
/// stands by itself.
const TABLE: &str = include_str!("../signs.tsv");

/// The log-odds of rates from 0 to 100 hundredths, as [`frames::log_odds`] has them, in hundredths: a table, so that the page need
/// not carry a logarithm.
#[rustfmt::skip]
const ODDS: [i32; 101] = [
    -462, -391, -350, -320, -297, -277, -261, -246, -234, -222, -211, -201, -192, -184, -176, -168, -161, -154, -147, -141,
    -135, -129, -123, -118, -112, -107, -102, -97, -92, -88, -83, -78, -74, -69, -65, -61, -56, -52, -48, -44,
    -40, -36, -32, -28, -24, -20, -16, -12, -8, -4, 0, 4, 8, 12, 16, 20, 24, 28, 32, 36,
    40, 44, 48, 52, 56, 61, 65, 69, 74, 78, 83, 88, 92, 97, 102, 107, 112, 118, 123, 129,
    135, 141, 147, 154, 161, 168, 176, 184, 192, 201, 211, 222, 234, 246, 261, 277, 297, 320, 350, 391,
    462,
];

/// Declares the signs, each with its name in the table.
macro_rules! signs {
    ($($(#[$doc:meta])* $sign:ident = $name:literal,)*) => {
        /// A sign; its number is its bit.
        #[derive(Clone, Copy, PartialEq, Eq)]
        enum Sign { $($(#[$doc])* $sign,)* }

        /// The names of the signs that speak for or against a use of a verb, by their bits in [`crate::quotes::Candidate::signs`].
        pub const SIGNS: &[&str] = &[$($name,)*];
    };
}

signs! {
    // The verb and its frame.
    /// The verb is none of speech, writing or thought.
    OtherVerb = "other-verb",
    FiniteObject = "finite-object",
    In = "in",
    Toward = "toward",
    Act = "act",
    Thought = "thought",
    Naming = "naming",
    Past = "past",
    Third = "third",
    Ing = "ing",
    AfterAlso = "after-also",
    AfterModal = "after-modal",
    AfterHave = "after-have",
    /// So many units of the sentence stand before the cue.
    From6 = "from-6",
    From11 = "from-11",
    From21 = "from-21",
    // What it would report.
    Long3 = "long-3",
    Long5 = "long-5",
    Long6 = "long-6",
    Long10 = "long-10",
    Long15 = "long-15",
    Long25 = "long-25",
    Comma = "comma",
    Dash = "dash",
    Bracket = "bracket",
    Finite = "finite",
    Time = "time",
    Possessive = "possessive",
    Wh = "wh",
    Including = "including",
    But = "but",
    AfterWord = "after",
    Whether = "whether",
    That = "that",
    How = "how",
    Would = "would",
    Will = "will",
    Was = "was",
    Up = "up",
    FirstNumber = "first-number",
    SecondConjunction = "second-conjunction",
    SecondPreposition = "second-preposition",
    // What stands after that.
    BeforeColon = "before-colon",
    BeforeStop = "before-stop",
    BeforePreposition = "before-preposition",
    BeforeSubordinator = "before-subordinator",
    // The source.
    NoSource = "no-source",
    /// "we", "you", or a thing that says nothing.
    Silent = "silent",
    Document = "document",
    Body = "body",
    People = "people",
    Lower = "lower",
    OneName = "one-name",
    Aside = "aside",
    Relative = "relative",
    /// Words stand between source and cue.
    Gap = "gap",
    SourceOpens = "source-opens",
    SourceAfterComma = "source-after-comma",
    SourceAfterConjunction = "source-after-conjunction",
    SourceAfterThat = "source-after-that",
    SourceAfterWhile = "source-after-while",
    SourceAfterVerb = "source-after-verb",
}

const _: () = assert!(SIGNS.len() <= u64::BITS as usize);

impl Signs {
    /// Adds `sign` where it is `present`.
    fn put(&mut self, sign: Sign, present: bool) {
        if present {
            *self |= Signs::only(sign as u32);
        }
    }
}

impl Finder<'_> {
    /// The signs of `reading` with the cue at `cue`.
    pub(super) fn signs(&self, cue: usize, reading: &Reading) -> Signs {
        let row = self.row;
        let mut set = Signs::NONE;
        let unit = &row.units[cue];
        set.put(Sign::OtherVerb, !unit.has(CUE));
        set.put(Sign::FiniteObject, (reading.form, reading.frame) == (Form::Finite, Frame::Object));
        set.put(Sign::In, reading.frame == Frame::In);
        set.put(Sign::Toward, reading.frame == Frame::Toward);
        for (sign, flag) in [(Sign::Act, ACT), (Sign::Thought, THOUGHT), (Sign::Naming, NAMING), (Sign::Past, PAST), (Sign::Third, THIRD), (Sign::Ing, ING)] {
            set.put(sign, unit.has(flag));
        }
        let floor = row.sentence_start(cue, true);
        if cue > floor {
            set.put(Sign::AfterAlso, row.is(cue - 1, "also"));
            set.put(Sign::AfterModal, row.has(cue - 1, MODAL));
            set.put(Sign::AfterHave, matches!(row.word(cue - 1), "has" | "have" | "had"));
        }
        match cue - floor {
            0..6 => {}
            6..11 => set.put(Sign::From6, true),
            11..21 => set.put(Sign::From11, true),
            _ => set.put(Sign::From21, true),
        }
        self.signs_of_content(reading, &mut set);
        self.signs_of_source(reading, cue, floor, &mut set);
        set
    }

    fn signs_of_content(&self, reading: &Reading, set: &mut Signs) {
        let row = self.row;
        match reading.contents.iter().map(Range::len).sum() {
            0..4 => set.put(Sign::Long3, true),
            4 | 7..10 => {}
            5 => set.put(Sign::Long5, true),
            6 => set.put(Sign::Long6, true),
            10..15 => set.put(Sign::Long10, true),
            15..25 => set.put(Sign::Long15, true),
            25.. => set.put(Sign::Long25, true),
        }
        for at in reading.contents.iter().flat_map(Clone::clone) {
            let unit = &row.units[at];
            set.put(Sign::Time, unit.has(TIME));
            set.put(Sign::Wh, unit.has(WH));
            match unit.kind {
                Kind::Comma => set.put(Sign::Comma, true),
                Kind::Dash => set.put(Sign::Dash, true),
                Kind::CloseBracket => set.put(Sign::Bracket, true),
                Kind::Word | Kind::Clitic => {
                    set.put(Sign::Possessive, row.is_possessive(at));
                    match row.word(at) {
                        "including" => set.put(Sign::Including, true),
                        "but" => set.put(Sign::But, true),
                        "after" => set.put(Sign::AfterWord, true),
                        "whether" => set.put(Sign::Whether, true),
                        "that" => set.put(Sign::That, true),
                        "how" => set.put(Sign::How, true),
                        "would" => set.put(Sign::Would, true),
                        "will" => set.put(Sign::Will, true),
                        "was" => set.put(Sign::Was, true),
                        "up" => set.put(Sign::Up, true),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        if let (Some(first), Some(last)) = (reading.contents.first(), reading.contents.last()) {
            set.put(Sign::Finite, row.has_finite(last.clone()));
            set.put(Sign::FirstNumber, row.kind(first.start) == Some(Kind::Number));
            set.put(Sign::SecondConjunction, row.has(first.start + 1, CONJUNCTION));
            set.put(Sign::SecondPreposition, row.has(first.start + 1, PREPOSITION));
            set.put(Sign::BeforeColon, row.kind(last.end) == Some(Kind::Colon));
            set.put(Sign::BeforeStop, row.kind(last.end) == Some(Kind::Stop));
            set.put(Sign::BeforePreposition, row.has(last.end, PREPOSITION));
            set.put(Sign::BeforeSubordinator, row.has(last.end, SUBORDINATOR));
        }
    }

    fn signs_of_source(&self, reading: &Reading, cue: usize, floor: usize, set: &mut Signs) {
        let row = self.row;
        let Some(subject) = &reading.subject else {
            set.put(Sign::NoSource, true);
            return;
        };
        let units = subject.units.clone();
        set.put(Sign::Silent, !self.may_speak(&units));
        set.put(Sign::Document, units.clone().any(|n| row.has(n, DOCUMENT_NOUN)));
        set.put(Sign::Body, units.clone().any(|n| row.has(n, BODY_NOUN)));
        set.put(Sign::People, units.clone().any(|n| row.has(n, PEOPLE_NOUN | PERSON_NOUN)));
        set.put(Sign::Lower, units.clone().all(|n| !row.units[n].capital));
        set.put(Sign::OneName, units.len() == 1 && row.units[units.start].is_name());
        set.put(Sign::Aside, subject.rule == SubjectRule::PastAside);
        set.put(Sign::Relative, subject.rule == SubjectRule::Relative);
        if units.end > cue {
            return;
        }
        set.put(Sign::Gap, cue > units.end + 2);
        set.put(Sign::SourceOpens, units.start == floor);
        if units.start > floor {
            let before = units.start - 1;
            set.put(Sign::SourceAfterComma, row.kind(before) == Some(Kind::Comma));
            set.put(Sign::SourceAfterConjunction, row.has(before, CONJUNCTION));
            set.put(Sign::SourceAfterThat, row.is(before, "that"));
            set.put(Sign::SourceAfterWhile, row.is(before, "while"));
            set.put(Sign::SourceAfterVerb, row.has(before, VERB) && !row.units[before].capital);
        }
    }
}

/// The share, in hundredths, of uses that report something among those of a frame with this `rate` and with these `signs`.
pub(super) fn rate_with(rate: u8, signs: Signs) -> u8 {
    let weights = weights();
    let of_rate = ODDS.get(usize::from(rate)).copied().unwrap_or_default();
    let mut sum = weights.always + weights.rate * of_rate / 100;
    sum += signs.members().filter_map(|sign| weights.signs.get(sign)).sum::<i32>();
    ODDS.partition_point(|odds| *odds <= sum).saturating_sub(1).min(99) as u8
}

/// All in hundredths of log-odds, but for `rate`.
struct Weights {
    signs: Vec<i32>,
    always: i32,
    /// In hundredths, of the log-odds of a rate.
    rate: i32,
}

fn weights() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        let named = |name: &str| {
            let mut lines = TABLE.lines().filter_map(|line| line.split_once('\t'));
            lines.find(|(n, _)| *n == name).and_then(|(_, weight)| weight.parse().ok()).unwrap_or_default()
        };
        Weights { signs: SIGNS.iter().map(|name| named(name)).collect(), always: named("always"), rate: named("rate") }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_sign() {
        for line in TABLE.lines() {
            let (name, weight) = line.split_once('\t').unwrap();
            assert!(SIGNS.contains(&name) || ["always", "rate"].contains(&name), "{name}");
            assert!(weight.parse::<i32>().is_ok(), "{line}");
        }
        assert!(TABLE.lines().is_sorted());
    }

    #[test]
    fn the_table_of_odds_is_right() {
        for (rate, odds) in ODDS.iter().enumerate() {
            assert_eq!(*odds, (frames::log_odds(rate as f64 / 100.0) * 100.0).round() as i32, "{rate}");
        }
    }

    #[test]
    fn signs_move_a_rate_and_keep_it_a_rate() {
        let bit = |sign: Sign| Signs::only(sign as u32);
        assert!(rate_with(40, bit(Sign::SourceAfterWhile)) > rate_with(40, Signs::NONE));
        assert!(rate_with(40, bit(Sign::BeforeColon)) < rate_with(40, Signs::NONE));
        assert!(rate_with(80, Signs::NONE) > rate_with(30, Signs::NONE));
        assert!(rate_with(100, Signs::from_bits(u64::MAX)) <= 99);
    }
}
