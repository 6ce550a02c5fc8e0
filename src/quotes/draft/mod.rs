//! Quotations in the making, and the passes that find them in order of certainty.

use super::cues::{ING, PAST, SPEECH, TELLING, THIRD, VERB, WRITING};
use super::lexicon::{AUXILIARY, DETERMINER, PEOPLE_NOUN, PERSON_NOUN, PREPOSITION, SUBORDINATOR};
use super::pairing::Marked;
use super::report::{Content, Report, SubjectRule, reports, subject_of};
use super::row::{Range, Row};
use super::surnames::Surnames;
use super::unit::{Kind, Unit};
use super::units::units;
use super::{QuoteKind, clause, kind, labels, wording};
use crate::text::{Layout, Span};

mod announced;
mod announcement;
mod beside;
mod candidate;
mod continued;
mod label;
mod left;
mod narrated;
mod parts;
mod signature;
mod sources;
mod verb;

pub use candidate::Candidate;
pub(super) use candidate::candidates;
use parts::Announced;
pub(super) use parts::{Draft, How, Source};
use sources::{may_speak, source_of, span_of};

/// All drafts of a text, in the order in which the passes made them.
pub(super) fn drafts(text: &str, layout: &Layout, marked: &[Marked], surnames: &Surnames) -> Vec<Draft> {
    let interview = labels::is_interview_of(text, layout, surnames);
    let mut maker =
        Maker { text, marked, surnames, interview, out: Vec::new(), owner: vec![None; marked.len()], groups: 0, pending: None, whole: None, last: None };
    let mut first = 0;
    for n in 0..layout.paragraphs.len() {
        let end = first + marked[first..].iter().take_while(|m| m.paragraph == n).count();
        let row = units(text, layout, n, marked, first..end);
        let headline = is_headline(n, &row);
        maker.paragraph(Row { text, units: &row, headline });
        first = end;
    }
    maker.out
}

/// The first paragraph is a headline where it has no full stop and mostly capitals.
fn is_headline(n: usize, units: &[Unit]) -> bool {
    if units.len() > 30 {
        return false;
    }
    let words: Vec<&Unit> = units.iter().filter(|u| u.kind == Kind::Word).collect();
    let long: Vec<&&Unit> = words.iter().filter(|u| u.span.len() > 3).collect();
    let capitals = long.iter().filter(|u| u.capital).count();
    long.len() >= 2 && capitals * 10 >= long.len() * if n > 1 { 9 } else { 7 } && (n <= 1 || long.len() >= 4)
}

/// The units of a paragraph that lie in a reported clause already.
struct Taken {
    /// By unit: one more than the index of the clause it lies in, or 0.
    by_unit: Vec<u32>,
    /// The clauses, and whether "according to" reports them.
    ranges: Vec<(Range, bool)>,
}

impl Taken {
    /// True where `range` meets a clause that was told before. A clause inside another is told too only where a paper
    /// relays it: "According to the Post, Ames said that".
    fn clashes(&self, row: Row<'_>, range: &Range) -> bool {
        range.clone().any(|unit| match self.by_unit[unit] {
            0 => false,
            id => {
                let (outer, relays) = &self.ranges[id as usize - 1];
                !(*relays && outer.start < range.start && range.end <= outer.end && row.is(range.start, "that"))
            }
        })
    }

    fn take(&mut self, range: &Range, relays: bool) {
        self.ranges.push((range.clone(), relays));
        let id = self.ranges.len() as u32;
        self.by_unit[range.clone()].fill(id);
    }
}

struct Maker<'a> {
    text: &'a str,
    marked: &'a [Marked],
    /// The people whom the text names.
    surnames: &'a Surnames,
    /// The text is an interview or a transcript with names before what each says.
    interview: bool,
    out: Vec<Draft>,
    /// The draft that a marked stretch went into.
    owner: Vec<Option<usize>>,
    groups: usize,
    /// Who says what opens the next paragraph.
    pending: Option<Announced>,
    /// The draft of the paragraph before, where that paragraph is one quotation without a speaker and nothing else.
    whole: Option<usize>,
    /// The last draft of the paragraph before, where that paragraph held an attributed quotation.
    last: Option<usize>,
}

impl Maker<'_> {
    fn paragraph(&mut self, row: Row<'_>) {
        // A transcript's lines are the very words; nothing in them is a report of the reporter's.
        let transcript = labels::label(row).is_some_and(|(label, _)| self.is_turn(row, &label));
        let tweet = labels::tweet(row);
        let found = if transcript || tweet.is_some() { Vec::new() } else { reports(row) };
        let before = self.out.len();
        let mut taken = Taken { by_unit: vec![0; row.units.len()], ranges: Vec::new() };
        // "According to X, Y said that": the outer report comes first; what a frame alone shows comes last.
        let (outer, inner): (Vec<&Report>, Vec<&Report>) = found.iter().partition(|r| r.is_according());
        let (framed, inner): (Vec<&Report>, Vec<&Report>) = inner.into_iter().partition(|r| r.is_late());
        // "Ames called the plan “theft,” Ortiz said": what closes the sentence reports all of it.
        let (trailing, inner): (Vec<&Report>, Vec<&Report>) = inner.into_iter().partition(|r| is_trailing(row, r));
        for report in outer.into_iter().chain(trailing).chain(inner).chain(framed) {
            self.report(row, report, &mut taken);
        }
        if let Some((body, author)) = tweet {
            self.tweet(row, &body, &author);
        }
        self.labelled_inside(row);
        self.labelled(row);
        self.signed(row);
        self.distant_verbs(row);
        self.unknown_verbs(row);
        self.announced(row);
        self.beside(row);
        self.continued(row);
        self.floating(row);
        self.narrated(row);
        self.governed(row);
        self.rest(row);
        self.pending = announcement::announced(row, &found);
        self.whole = (self.out.len() == before + 1 && row.units.len() == 1 && self.out[before].source.is_none()).then_some(before);
        self.last = (before..self.out.len())
            .rev()
            .filter(|d| self.out[*d].source.is_some() && (self.out[*d].kind != QuoteKind::Indirect || self.closes(row, &self.out[*d])))
            .max_by_key(|d| self.out[*d].span.start());
    }

    /// True where what was said without marks is the last thing that a paragraph tells.
    fn closes(&self, row: Row<'_>, draft: &Draft) -> bool {
        let last = row.units.iter().rev().find(|u| u.kind != Kind::Stop);
        draft.class.has(SPEECH) && draft.rate.is_none() && last.is_some_and(|u| u.span.end() == draft.span.end())
    }

    fn new_group(&mut self) -> usize {
        self.groups += 1;
        self.groups - 1
    }

    fn report(&mut self, row: Row<'_>, report: &Report, taken: &mut Taken) {
        let group = self.groups;
        let mut used = false;
        // What only a frame shows is told whole or not at all.
        if !sources::reports_words(row, report) {
            return;
        }
        let clash = |c: &Content| matches!(c, Content::Clause(range) if taken.clashes(row, range));
        if report.rate.is_some() && report.contents.iter().any(clash) {
            return;
        }
        for content in &report.contents {
            let draft = Draft {
                cue: Some(span_of(row, &report.cue)),
                class: report.class,
                source: source_of(row, report),
                addressee: report.addressee.as_ref().map(|a| span_of(row, a)),
                rate: report.rate,
                ..Draft::new(Span::empty(0), QuoteKind::Direct, group)
            };
            match content {
                Content::Quote(unit) => {
                    let Kind::Quote(m) = row.units[*unit].kind else { continue };
                    if self.owner[m].is_some() || kind::mentioned(row, *unit, self.marked[m].inner) == Some(QuoteKind::Title) {
                        continue;
                    }
                    self.owner[m] = Some(self.out.len());
                    let mut draft = Draft { span: row.units[*unit].span, ..draft };
                    // The paragraph before left it open: both are pieces of one utterance.
                    if let Some(before) = self.continued_from(m).filter(|_| *unit == 0) {
                        draft.group = self.out[before].group;
                        if self.out[before].source.is_none() {
                            self.out[before].source.clone_from(&draft.source);
                            self.out[before].cue = draft.cue;
                        }
                    }
                    self.out.push(draft);
                    used = true;
                }
                Content::Clause(range) => {
                    if taken.clashes(row, range) || self.is_title(row, range) {
                        continue;
                    }
                    let made = self.clause(row, range, draft);
                    taken.take(range, report.is_according());
                    self.out.push(made);
                    used = true;
                }
                Content::NextParagraph => {}
            }
        }
        if used {
            self.groups += 1;
        }
    }

    /// True where all that is reported are titles of works, with nothing said of them: "wrote [“The Roof” in 1998]".
    fn is_title(&self, row: Row<'_>, range: &Range) -> bool {
        let quotes: Vec<usize> = range.clone().filter(|n| row.is_quote(*n)).collect();
        let titled =
            |unit: &usize| matches!(row.units[*unit].kind, Kind::Quote(m) if kind::mentioned(row, *unit, self.marked[m].inner) == Some(QuoteKind::Title));
        // "an essay [called “The Roof” was lost]"
        let named =
            range.start > 0 && row.is_quote(range.start) && matches!(row.word(range.start - 1), "called" | "titled" | "entitled" | "headlined" | "named");
        !quotes.is_empty() && quotes.iter().all(titled) && (named || !row.has_finite(quotes[0] + 1..range.end) && !row.has_finite(range.start..quotes[0]))
    }

    /// The draft of a reported clause: mixed where it holds marked words that are not mere mentions.
    fn clause(&mut self, row: Row<'_>, range: &Range, mut draft: Draft) -> Draft {
        draft.span = span_of(row, range);
        for unit in range.clone() {
            let Kind::Quote(m) = row.units[unit].kind else { continue };
            if self.owner[m].is_some() || kind::mentioned(row, unit, self.marked[m].inner).is_some() {
                continue;
            }
            draft.quoted.push(row.units[unit].span);
            self.owner[m] = Some(self.out.len());
        }
        draft.kind = if draft.quoted.is_empty() { QuoteKind::Indirect } else { QuoteKind::Mixed };
        if range.len() == 1 && !draft.quoted.is_empty() {
            draft.kind = QuoteKind::Direct;
            draft.quoted.clear();
        }
        draft
    }

    fn direct(&mut self, row: Row<'_>, unit: usize, group: usize, cue: Option<Span>, source: Option<Source>) {
        let Kind::Quote(m) = row.units[unit].kind else { return };
        self.owner[m] = Some(self.out.len());
        self.out.push(Draft { cue, source, ..Draft::new(row.units[unit].span, QuoteKind::Direct, group) });
    }

    /// Unowned marked stretches of the row, as units.
    fn unowned(&self, row: Row<'_>) -> Vec<(usize, usize)> {
        row.units
            .iter()
            .enumerate()
            .filter_map(|(u, unit)| match unit.kind {
                Kind::Quote(m) if self.owner[m].is_none() => Some((u, m)),
                _ => None,
            })
            .collect()
    }
}

/// True where `report` tells a clause with at most one marked stretch that stands before its cue, and nothing else follows in its
/// sentence: what has no marks only where it is a whole sentence and somebody is named.
fn is_trailing(row: Row<'_>, report: &Report) -> bool {
    let [Content::Clause(range)] = report.contents.as_slice() else { return false };
    let Some(subject) = &report.subject else { return false };
    let verb = report.cue.end - 1;
    let end = row.sentence_end(verb, true);
    let marks = range.clone().filter(|n| row.is_quote(*n)).count();
    // "…, a point Ames made"
    let point = || (row.is(subject.units.start, "a") || row.is(subject.units.start, "an")) && subject.units.clone().any(|n| row.units[n].is_name());
    let last = || {
        let next = if subject.rule == SubjectRule::Inverted { subject.units.end } else { verb + 1 };
        let next = row.past_adverbials(next, end);
        next >= end || row.kind(next) == Some(Kind::Stop)
    };
    let whole = || row.starts(range.start, true) && !row.has(range.start, SUBORDINATOR | PREPOSITION) && last() && !point();
    report.behind && report.class.has(SPEECH | WRITING) && !row.is(range.end, "as") && (marks == 1 || marks == 0 && whole()) && clause::closes(row, verb, end)
}
