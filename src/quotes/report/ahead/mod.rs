//! What a cue reports that stands after it: "Ortiz said that …", "said: “…”".
//!
//! First [`reach`] passes over what stands between: whom it was told, when, an aside. Then the rules are asked in order; the first
//! that knows has the last word.

mod evidence;
mod marks;
mod reach;
mod rules;

use super::table::rules;
use super::*;

pub(super) use evidence::is_marks_only;
use reach::Reach;

/// A rule: what the cue reports, empty where it reports nothing here; `None` where the rule has nothing to say.
type Rule = fn(&Finder<'_>, &Report, &Reach) -> Option<Vec<Content>>;

rules! {
    /// The rules, in the order in which they are asked.
    Rule, "ahead":
    rules::condition => "{Lena Ortiz} <says>, ⟦i Lena Ortiz|if elected, she would stay⟧.",
    rules::semicolon => "Lena Ortiz said; then the roof fell.",
    rules::colon => "{Lena Ortiz} <said>: ⟦i Lena Ortiz|The roof of the hall leaks⟧.",
    marks::after_comma => "{Lena Ortiz} <said>, ⟦d Lena Ortiz|“The roof leaks.”⟧",
    rules::announced => "{Lena Ortiz} <told> the council on Monday,\n\n⟦d Lena Ortiz|“The roof leaks and it will leak.”⟧",
    rules::more_of_a_noun => "The pledge that Lena Ortiz made in the book she wrote that helped the town is lost.",
    rules::that_clause => "{Lena Ortiz} <said> ⟦i Lena Ortiz|that the roof leaks⟧.",
    rules::after_what_stands_before => "⟦d1 Lena Ortiz|“The roof leaks,”⟧ {Lena Ortiz} <said>. ⟦d1 Lena Ortiz|“It always did.”⟧",
    rules::that_further_on => "{Lena Ortiz} <told> the council, tired and cold, ⟦i Lena Ortiz|that the roof was dry⟧.",
    marks::shouted => "{Lena Ortiz} <shouted> ⟦d Lena Ortiz|“the roof leaks”⟧ at the council.",
    marks::right_after => "{Lena Ortiz} <called> ⟦m Lena Ortiz|“a shame” what the roof had become⟧.",
    marks::what_somebody_called => "{Lena Ortiz} <said> ⟦m Lena Ortiz|what the mayor called “a plan” failed⟧.",
    rules::question => "{Lena Ortiz} <asked> ⟦i Lena Ortiz|whether the roof leaks⟧.",
    rules::gap => "They mended the roof, ⟦i1 Lena Ortiz|which⟧ {Lena Ortiz} <says> ⟦i1 Lena Ortiz|is dry⟧.",
    rules::everything => "Everything Lena Ortiz says is a lie.",
    rules::bare_clause => "{Lena Ortiz} <said> ⟦i Lena Ortiz|the roof was dry⟧.",
    rules::infinitive => "{Lena Ortiz} <promised> ⟦i Lena Ortiz|to mend the roof⟧.",
    rules::charge => "{Lena Ortiz} <accused> ⟦i Lena Ortiz|the mayor of lying⟧.",
    marks::in_the_verb_phrase => "{Lena Ortiz} <spoke> of ⟦m Lena Ortiz|the roof as “a shame”⟧.",
}

impl Finder<'_> {
    /// Adds what stands after the cue at `at` and belongs to it.
    pub(super) fn ahead(&self, report: &mut Report, at: usize, after: usize, end: usize, form: Form, behind: bool) {
        let reach = self.reach(report, at, after, end, form, behind);
        if let Some(contents) = first_to_know(|rule| rule(self, report, &reach)) {
            report.contents.extend(contents);
        }
    }
}
