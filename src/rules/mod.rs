//! A person's own rules: what to mark, what to leave alone, what to put in its place.
//!
//! A newsroom and a corpus have junk and names of their own, which no detector knows. A rule is a name, some words or a
//! pattern, where they may stand, and what they are: damage, a name, or something that is never to be marked. Rules are kept
//! in a file that people write and read:
//!
//! ```toml
//! # The prompt that stands in every article of ours.
//! [[rule]]
//! name = "newsletter"
//! text = "Sign up for the Harbour Letter"
//! where = "lines"
//! replace = ""
//! ```
//!
//! [`file`] reads such files, [`draft`] changes one rule of a file and leaves the rest as it is written, [`pattern`] says what is
//! looked for and how, [`propose`] makes patterns of words that a person selected, [`apply`] adds what was found to an analysis.
//! Nothing here takes more time than grows with the text: patterns are finite automata, and a match is at most
//! [`pattern::LONGEST`] bytes long.

mod apply;
mod check;
mod draft;
mod file;
mod pattern;
mod pieces;
mod place;
mod propose;
mod rule;

pub use apply::Hit;
pub use check::{Check, Overlap};
pub use draft::{Draft, joined, moved, without};
pub use file::{Problem, RuleFile};
pub use pattern::{LONGEST, Pattern, PatternError, Switches};
pub use pieces::pieces;
pub use place::{Place, Within};
pub use propose::{Proposal, name_for, proposals};
pub use rule::{Marks, Rule};

/// Rules that are on, in the order in which they were written: where two change the same place, the first does.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    rules: Vec<Rule>,
}

impl Rules {
    /// These rules; those that are off are left out.
    #[must_use]
    pub fn new(rules: Vec<Rule>) -> Self {
        Self { rules: rules.into_iter().filter(|r| r.on).collect() }
    }

    /// All of them.
    #[must_use]
    pub fn as_slice(&self) -> &[Rule] {
        &self.rules
    }

    /// True where there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// True where a rule asks whether its place lies in a quotation.
    #[must_use]
    pub fn need_quotations(&self) -> bool {
        self.rules.iter().any(|r| matches!(r.place, Place::InQuotations | Place::OutsideQuotations))
    }
}
