//! What a cue reports that stands before it: "…,” Ortiz said", "The roof leaks, said Ortiz".
//!
//! The rules are asked in order, and the first that knows has the last word. What a clause before the cue is depends on what follows the
//! cue, so that [`clause`](mod@clause) has a row of rules of its own.

mod back;
mod clause;
mod found;
mod inverted;
mod marks;

use super::table::rules;
use super::*;

#[cfg(test)]
pub(super) use clause::EXAMPLES as CLAUSE_EXAMPLES;

use back::Back;
use found::Found;

/// A rule; `None` where it has nothing to say.
type Rule = fn(&Finder<'_>, &Report, &Back) -> Option<Found>;

rules! {
    /// The rules, in the order in which they are asked.
    Rule, "behind":
    opening => "{Lena Ortiz} <said> ⟦i Lena Ortiz|that the roof was dry⟧.",
    marks::before => "⟦d Lena Ortiz|“The roof leaks,”⟧ {Lena Ortiz} <said>.",
    as_noted => "However, as {Lena Ortiz} <noted>, ⟦i Lena Ortiz|the roof leaked⟧.",
    clause::before => "The roof leaks, Lena Ortiz said.",
}

impl Finder<'_> {
    /// Content before the cue: a marked stretch, or a clause and a comma. True where there is some.
    pub(super) fn behind(&self, report: &mut Report, first: usize, at: usize, inverted: bool) -> bool {
        if inverted && let Some(units) = self.inverted_subject(at, self.row.sentence_end(at, true)) {
            report.subject = Some(Subject { units, rule: SubjectRule::Inverted });
        }
        let Some(back) = self.back(report, first, at) else { return false };
        match first_to_know(|rule| rule(self, report, &back)) {
            Some(Found::Before(contents)) => {
                report.contents.extend(contents);
                report.behind = true;
                true
            }
            Some(Found::After(content)) => {
                report.contents.push(content);
                true
            }
            Some(Found::Nothing) | None => false,
        }
    }
}

/// "Ortiz said …": nothing stands before.
fn opening(_: &Finder<'_>, _: &Report, back: &Back) -> Option<Found> {
    (back.start == 0).then_some(Found::Nothing)
}

/// "As Ames noted, the roof leaked", "but as Ames noted, the roof leaked", "However, as Ames noted, …", "given that, as Ames noted, …".
fn as_noted(finder: &Finder<'_>, report: &Report, back: &Back) -> Option<Found> {
    let (row, before) = (finder.row, back.before);
    let noted = row.is(before + 1, "as") && before + 1 < back.subject.units.start || row.is(before, "as");
    let opens = row.kind(before) != Some(Kind::Comma)
        || before > 0 && (row.has(before - 1, SUBORDINATOR | CONJUNCTION) || row.is_adverb(before - 1) && row.starts(before - 1, true));
    let stands = back.clausal
        && noted
        && opens
        && row.kind(back.next) == Some(Kind::Comma)
        && row.has(back.at, SPEECH | WRITING)
        && row.clause_at(back.next + 1, back.end);
    stands.then(|| after(row, report, back))
}

/// The clause after the comma that closes "as Ames noted".
fn after(row: Row<'_>, report: &Report, back: &Back) -> Found {
    Found::After(Content::Clause(super::clause::clip(row, back.next + 1, back.end, report.governor)))
}
