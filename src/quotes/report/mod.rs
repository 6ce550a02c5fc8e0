//! Reports: a cue, who it is said of, and what it reports.

use super::clause::{self, Governor};
use super::complement::complement;
use super::cues::{
    ACT, BARE, BASE, CUE, CUE_ADJECTIVE, CUE_NOUN, DOCUMENT_VERB, Flags, INFINITIVE, ING, NAMING, NOUNISH, PAST, SPEECH, TELLING, THIRD, THOUGHT, VERB, WRITING,
};
use super::form::Form;
use super::frame::Frame;
use super::frames::{self, Signs};
use super::idioms;
use super::lexicon::{
    AUXILIARY, BE, CONJUNCTION, DETERMINER, DOCUMENT_NOUN, MODAL, NEGATION, PEOPLE_NOUN, PREPOSITION, PRONOUN, SUBORDINATOR, TIME, TITLE, WH,
};
use super::row::{LONGEST_SENTENCE, Range, Row};
use super::unit::{Kind, Start};

mod according;
mod adjective;
mod ahead;
mod behind;
mod form;
mod framed;
mod noun;
mod reported;
mod signs;
mod subject;
mod table;
mod view;

pub(super) use reported::{Content, Report, Subject, SubjectRule};
pub use signs::SIGNS;

/// The most verbs that are tried in one sentence: no person's sentence has more, and text that repeats "said" must not cost more.
const MOST_VERBS: usize = 16;

/// The reports of one paragraph, in order of their cues.
pub(super) fn reports(row: Row<'_>) -> Vec<Report> {
    found(row, false).0
}

/// What every verb of a paragraph would report if the table of frames had them all, and the reports as [`reports`] has them
/// without that table.
pub(super) fn candidates(row: Row<'_>) -> (Vec<Report>, Vec<Report>) {
    let (found, candidates) = found(row, true);
    (candidates, found)
}

fn found(row: Row<'_>, every_frame: bool) -> (Vec<Report>, Vec<Report>) {
    let mut finder = Finder { row, found: Vec::new(), every_frame, candidates: Vec::new() };
    let (mut at, mut sentence, mut verbs) = (0, 0, 0);
    while at < row.units.len() {
        if row.starts(at, true) || at - sentence >= LONGEST_SENTENCE {
            (sentence, verbs) = (at, 0);
        }
        if verbs < MOST_VERBS && finder.according(at) {
            verbs += 1;
            at += 2;
            continue;
        }
        if verbs < MOST_VERBS && finder.in_view(at) {
            verbs += 1;
        }
        let unit = &row.units[at];
        if unit.kind == Kind::Word && verbs < MOST_VERBS && (unit.has(CUE) || unit.verb > 0 && (every_frame || frames::has(unit.verb))) {
            verbs += 1;
            if unit.has(CUE_ADJECTIVE) && finder.adjective(at) {
                // Read as "is sure that".
            } else if unit.has(CUE_NOUN) && finder.form(at).is_none() {
                finder.noun(at);
            } else if unit.has(VERB) {
                finder.verb(at);
            }
        }
        at += 1;
    }
    (finder.found, finder.candidates)
}

/// The subject of any finite verb at `verb`.
pub(super) fn subject_of(row: Row<'_>, verb: usize) -> Option<Range> {
    let finder = Finder { row, found: Vec::new(), every_frame: false, candidates: Vec::new() };
    let mut first = verb;
    while first > 0
        && !row.starts(first, true)
        && (row.is_adverb(first - 1) || row.has(first - 1, AUXILIARY | MODAL | BE | NEGATION) && !row.is_possessive(first - 1))
    {
        first -= 1;
    }
    finder.subject_before(first, row.sentence_start(verb, true)).map(|s| s.units)
}

struct Finder<'a> {
    row: Row<'a>,
    found: Vec<Report>,
    /// Every frame is tried, into `candidates`, whatever the table has.
    every_frame: bool,
    candidates: Vec<Report>,
}

impl Finder<'_> {
    /// The cue at `at`, if it reports anything.
    fn verb(&mut self, at: usize) {
        let row = self.row;
        let Some((form, first, negated)) = self.form(at) else { return };
        let end = row.sentence_end(at, true);
        let class = row.units[at].flags;
        let mut report = Report::new(at..at + 1, class);
        let after = at + 1;
        if form == Form::Passive {
            if !self.agent(&mut report, first, at, end) {
                report.subject = None;
                self.framed_passive(report, first, at, end, negated);
            } else {
                self.found.push(report);
            }
            return;
        }
        if idioms::reports_nothing(row, at) {
            return;
        }
        // "a class called “The Long Road”": the name of a thing, which nobody gives it here.
        let thing = first == at
            && at > 0
            && row.has(at, NAMING)
            && row.has(at, PAST)
            && matches!(super::lexicon::verb(row.units[at].verb), "call" | "dub" | "label" | "term" | "title" | "entitle" | "name")
            && (row.is_quote(at + 1) || row.has(at + 1, DETERMINER) && row.is_quote(at + 2))
            && row.kind(at - 1) == Some(Kind::Word)
            && !row.units[at - 1].capital
            && !row.is_pronoun(at - 1)
            && !row.has(at - 1, super::lexicon::PERSON_NOUN | PEOPLE_NOUN | super::lexicon::BODY_NOUN | DOCUMENT_NOUN | TIME | WH | CONJUNCTION);
        if thing {
            return;
        }
        report.subject = self.subject(first, at, form);
        report.governor = self.governor(report.subject.as_ref(), first, at);
        let floor = row.sentence_start(at, true);
        let opens = form == Form::Participle && self.opens_sentence(first, floor);
        // "Speaking to the Record on Friday, Ames said": an introduction.
        if opens && matches!(super::lexicon::verb(row.units[at].verb), "speak" | "talk" | "address") {
            return;
        }
        // "Asked whether he would stay, Ames said no": a question that is told without who put it.
        let question = row.is(at, "asked") && form == Form::Finite && (first == floor || row.is(first - 1, "when"));
        // "In her statement condemning the test, Ames defended it"
        let fronted = form == Form::Participle
            && row.has(floor, PREPOSITION)
            && !(floor..first).any(|n| row.kind(n) == Some(Kind::Comma) || row.has(n, PAST | THIRD | AUXILIARY | MODAL) && !row.has(n, NOUNISH));
        report.governor.fronted |= question || opens || fronted;
        if !report.has_class(CUE) {
            self.framed(report, first, at, end, form, negated);
            return;
        }
        let inverted = self.inverted(at, first, form);
        let behind = self.behind(&mut report, first, at, inverted);
        let after = match (&report.subject, inverted) {
            (Some(s), true) if s.rule == SubjectRule::Inverted => s.units.end,
            _ => after,
        };
        if !negated {
            self.ahead(&mut report, at, after, end, form, behind);
        }
        if report.subject.is_none() {
            report.contents.retain(|c| match c {
                Content::Quote(unit) => form == Form::Finite || *unit > 0 && row.kind(unit - 1) == Some(Kind::Colon),
                Content::Clause(range) => question && (row.has(range.start, WH) || row.is(range.start, "if")),
                Content::NextParagraph => true,
            });
        }
        if report.contents.is_empty() && self.framed(report.clone(), first, at, end, form, negated)
            || report.contents.is_empty() && (report.subject.is_none() || negated)
        {
            return;
        }
        let marked = |c: &Content| !matches!(c, Content::Clause(range) if !range.clone().any(|n| row.is_quote(n)));
        report.inner = form == Form::Infinitive && !report.contents.iter().any(marked);
        self.found.push(report);
    }

    /// "It was reported by X that …"; without an agent nobody is named. True where there is something to report.
    fn agent(&self, report: &mut Report, first: usize, at: usize, end: usize) -> bool {
        let row = self.row;
        let after = at + 1;
        if !row.has(at, CUE) {
            return false;
        }
        let as_clause = first > 0 && row.is(first - 1, "as");
        let Some(by) = (after..end.min(after + 4)).find(|n| row.is(*n, "by")) else { return false };
        let Some(units) = row.phrase_at(by + 1, end, true) else { return false };
        let next = row.past_adverbials(units.end, end);
        report.subject = Some(Subject { units, rule: SubjectRule::Agent });
        let start = if as_clause && row.kind(next) == Some(Kind::Comma) && row.starts(first - 1, true) {
            next + 1
        } else if row.is(next, "that") {
            next
        } else {
            return false;
        };
        report.contents.push(Content::Clause(clause::clip(row, start, end, report.governor)));
        true
    }

    /// How the cue at `at`, whose verb group starts at `first`, stands in its sentence.
    fn governor(&self, subject: Option<&Subject>, first: usize, at: usize) -> Governor {
        let row = self.row;
        let auxiliary = (first..at).find(|n| row.has(*n, AUXILIARY | MODAL));
        let form = match auxiliary {
            Some(_) if row.has(at, PAST) => PAST,
            Some(n) if row.has(n, BE) && row.has(at, ING) => ING,
            Some(_) => Flags::NONE,
            None => [PAST, THIRD, ING].into_iter().find(|form| row.has(at, *form)).unwrap_or_default(),
        };
        let form = if row.has(at, BASE) && form == PAST { Flags::NONE } else { form };
        let opener = subject.filter(|s| s.rule == SubjectRule::Before || s.rule == SubjectRule::PastAside).and_then(|s| s.units.start.checked_sub(1));
        let start = row.sentence_start(at, true);
        let fronted = opener.is_some_and(|o| {
            let opens = o == start || o == start + 1 && (row.has(start, CONJUNCTION) || row.is(start, "even"));
            let word = row.word(o).to_ascii_lowercase();
            opens
                && matches!(
                    word.as_str(),
                    "while" | "although" | "though" | "as" | "after" | "when" | "before" | "since" | "because" | "if" | "once" | "until" | "where"
                )
        });
        let opening = (start..start + 3).find(|n| !(row.has(*n, CONJUNCTION) || row.is_adverb(*n) && !row.has(*n, SUBORDINATOR))).unwrap_or(start);
        let fronted = fronted
            || opening < first
                && row.units[start].capital
                && row.has(opening, SUBORDINATOR)
                && matches!(
                    row.word(opening).to_ascii_lowercase().as_str(),
                    "while" | "although" | "though" | "as" | "after" | "when" | "before" | "since" | "because" | "if" | "once" | "until" | "even"
                )
                && !(opening..first).any(|n| row.kind(n) == Some(Kind::Comma) || row.is_quote(n));
        let who = first > start + 1 && (row.is(first - 1, "who") || row.is(first - 1, "which"));
        let aside = form == ING
            && auxiliary.is_none()
            && first > start
            && row.kind(first - 1) == Some(Kind::Comma)
            && (first - 1 == start + 1 && row.has(start, CONJUNCTION)
                || row.has(first.saturating_sub(2), CONJUNCTION)
                || subject.is_some_and(|s| s.units.end + 1 == first));
        let relative = who || aside;
        let dashed = who && row.kind(first - 2) == Some(Kind::Dash);
        Governor { form, fronted, relative, dashed }
    }
}

/// The rules of every table, each with the sentence that it decides, and which rules decided what was read last.
#[cfg(test)]
pub(super) mod examples {
    pub(in crate::quotes) use super::table::take_decided;

    pub(in crate::quotes) const TABLES: [(&str, &[(&str, &str)]); 3] = [super::ahead::EXAMPLES, super::behind::EXAMPLES, super::behind::CLAUSE_EXAMPLES];
}
