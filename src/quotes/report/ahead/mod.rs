//! What a cue reports that stands after it: "Ortiz said that …", "said: “…”".
//!
//! First [`reach`] passes over what stands between: whom it was told, when, an aside. Then the rules are asked in order; the first
//! that knows has the last word.

mod evidence;
mod marks;
mod reach;
mod rules;

use super::*;

pub(super) use evidence::is_marks_only;
use reach::Reach;

/// A rule: what the cue reports, empty where it reports nothing here; `None` where the rule has nothing to say.
type Rule = fn(&Finder<'_>, &Report, &Reach) -> Option<Vec<Content>>;

/// The rules, in the order in which they are asked.
const RULES: &[Rule] = &[
    rules::condition,
    rules::semicolon,
    rules::colon,
    marks::after_comma,
    rules::announced,
    rules::more_of_a_noun,
    rules::that_clause,
    rules::after_what_stands_before,
    rules::that_further_on,
    marks::shouted,
    marks::right_after,
    marks::what_somebody_called,
    rules::question,
    rules::gap,
    rules::everything,
    rules::bare_clause,
    rules::infinitive,
    rules::charge,
    marks::in_the_verb_phrase,
];

impl Finder<'_> {
    /// Adds what stands after the cue at `at` and belongs to it.
    pub(super) fn ahead(&self, report: &mut Report, at: usize, after: usize, end: usize, form: Form, behind: bool) {
        let reach = self.reach(report, at, after, end, form, behind);
        if let Some(contents) = RULES.iter().find_map(|rule| rule(self, report, &reach)) {
            report.contents.extend(contents);
        }
    }
}
