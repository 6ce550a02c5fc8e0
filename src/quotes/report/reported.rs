//! What a report holds: a cue, who it is said of, and what it reports.

use crate::quotes::clause::Governor;
use crate::quotes::cues::Flags;
use crate::quotes::frames::{Pattern, Signs};
use crate::quotes::row::Range;

/// A frame with this rate, in hundredths, is as good as a verb of speech.
const SURE: u8 = 60;

/// How the subject of a cue was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::quotes) enum SubjectRule {
    /// It stands before the verb.
    Before,
    /// It stands after the verb: "said Ortiz".
    Inverted,
    /// An aside stands between: "Ortiz, who resigned, said".
    PastAside,
    /// It is shared with an earlier verb: "tweeted … and added".
    Shared,
    /// It is what "who" refers to.
    Relative,
    /// "according to X".
    AccordingTo,
    /// "reported by X".
    Agent,
    /// "a statement released by X".
    Issuer,
    /// The subject of "issued a statement saying".
    Participle,
    /// "her claim that".
    Owner,
}

/// Who is said to be the source.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::quotes) struct Subject {
    pub units: Range,
    pub rule: SubjectRule,
}

/// What a report reports.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::quotes) enum Content {
    /// A marked stretch, a unit of the row.
    Quote(usize),
    /// A clause, as units.
    Clause(Range),
    /// What opens the next paragraph.
    NextParagraph,
}

/// One cue with its subject and contents.
#[derive(Clone, Debug)]
pub(in crate::quotes) struct Report {
    /// The verb, or "according to".
    pub cue: Range,
    /// The class of the verb.
    pub class: Flags,
    pub subject: Option<Subject>,
    pub addressee: Option<Range>,
    pub contents: Vec<Content>,
    /// True where the content stands before the cue.
    pub behind: bool,
    /// How the cue stands in its sentence.
    pub governor: Governor,
    /// The pattern by which alone the cue is held to report something; see [`crate::quotes::frames`].
    pub pattern: Option<Pattern>,
    /// What else speaks for and against it, where it has a pattern; see [`super::signs`].
    pub signs: Signs,
    /// The share, in hundredths, of such uses of the cue that report something.
    pub rate: Option<u8>,
    /// The cue is an infinitive: what it depends on may report it, "vowed to say that".
    pub inner: bool,
}

impl Report {
    /// A report by `cue` of which nothing else is known yet.
    pub(super) fn new(cue: Range, class: Flags) -> Self {
        let governor = Governor::default();
        Report {
            cue,
            class,
            subject: None,
            addressee: None,
            contents: Vec::new(),
            behind: false,
            governor,
            pattern: None,
            signs: Signs::NONE,
            rate: None,
            inner: false,
        }
    }

    pub(super) fn has_class(&self, class: Flags) -> bool {
        self.class.has(class)
    }

    /// True for reports that others are told before: what a frame shows but half the time, and what an infinitive says.
    pub(in crate::quotes) fn is_late(&self) -> bool {
        self.inner || self.rate.is_some_and(|rate| rate < SURE)
    }

    /// True for "according to".
    pub(in crate::quotes) fn is_according(&self) -> bool {
        self.subject.as_ref().is_some_and(|s| s.rule == SubjectRule::AccordingTo)
    }
}
