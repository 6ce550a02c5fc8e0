//! Reports: a cue, who it is said of, and what it reports.

use super::clause::{self, Governor};
use super::complement::{Frame, complement};
use super::cues::{
    ACT, BARE, BASE, CUE, CUE_NOUN, DOCUMENT_VERB, Flags, INFINITIVE, ING, NAMING, NOUNISH, PAST, SPEECH, TELLING, THIRD, THOUGHT, VERB, WRITING,
};
use super::frames;
use super::lexicon::{AUXILIARY, BE, CONJUNCTION, DETERMINER, DOCUMENT_NOUN, MODAL, NEGATION, PEOPLE_NOUN, PREPOSITION, PRONOUN, SUBORDINATOR, TIME, WH};
use super::phrase::{LONGEST_SENTENCE, Range, Row};
use super::units::{Kind, Start};

mod ahead;
mod behind;
mod noun;
mod subject;

/// How the subject of a cue was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SubjectRule {
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
pub(super) struct Subject {
    pub units: Range,
    pub rule: SubjectRule,
}

/// What a report reports.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// A marked stretch, a unit of the row.
    Quote(usize),
    /// A clause, as units.
    Clause(Range),
    /// What opens the next paragraph.
    NextParagraph,
}

/// One cue with its subject and contents.
#[derive(Clone, Debug)]
pub(super) struct Report {
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
    /// The frame by which alone the cue is held to report something, and its form; see [`super::frames`].
    pub frame: Option<(Form, Frame)>,
}

impl Report {
    fn has_class(&self, class: Flags) -> bool {
        self.class & class != 0
    }

    /// True for "according to".
    pub(super) fn is_according(&self) -> bool {
        self.subject.as_ref().is_some_and(|s| s.rule == SubjectRule::AccordingTo)
    }
}

/// The form in which a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// "said", "has said", "is saying"
    Finite,
    /// "saying"
    Participle,
    /// "to say"
    Infinitive,
    /// "is said", "released by"
    Passive,
    /// "a claim"
    Noun,
    /// "her claim", "a claim by Ortiz"
    Owned,
}

impl Form {
    const ALL: &[(Form, &'static str)] = &[
        (Form::Finite, "finite"),
        (Form::Participle, "participle"),
        (Form::Infinitive, "infinitive"),
        (Form::Passive, "passive"),
        (Form::Noun, "noun"),
        (Form::Owned, "owned"),
    ];

    /// The name in the table of frames.
    pub(super) fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(form, _)| *form == self).map_or("", |(_, name)| name)
    }

    /// The form with this name.
    pub(super) fn named(name: &str) -> Option<Form> {
        Self::ALL.iter().find(|(_, n)| *n == name).map(|(form, _)| *form)
    }
}

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
        let unit = &row.units[at];
        if unit.kind == Kind::Word && verbs < MOST_VERBS && (unit.has(CUE) || unit.verb > 0 && (every_frame || frames::has(unit.verb))) {
            verbs += 1;
            if unit.has(CUE_NOUN) && finder.form(at).is_none() {
                finder.noun(at);
            } else {
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
    /// "according to X", misspelt by one letter too.
    fn according(&mut self, at: usize) -> bool {
        let row = self.row;
        if !row.is(at + 1, "to") || !nearly(row.word(at), "according") {
            return false;
        }
        let end = row.sentence_end(at, true);
        // "that, according to X, …": the clause is reported by what stands before it.
        if at > 1 && (row.is(at - 1, "that") || row.kind(at - 1) == Some(Kind::Comma) && row.is(at - 2, "that")) {
            return false;
        }
        let Some(source) = row.phrase_at(at + 2, end, true).or_else(|| row.is_quote(at + 2).then_some(at + 2..at + 3)) else { return false };
        let first = row.sentence_start(at, true);
        let mut report = Report {
            cue: at..at + 2,
            class: SPEECH,
            subject: Some(Subject { units: source.clone(), rule: SubjectRule::AccordingTo }),
            addressee: None,
            contents: Vec::new(),
            behind: false,
            governor: Governor::default(),
            frame: None,
        };
        let lead = clause::lead_start(row, first);
        if at <= lead + 1 || (at > first && row.starts(at, true)) {
            // "According to X, …"
            let comma = (source.end..end.min(source.end + 25)).find(|n| row.kind(*n) == Some(Kind::Comma));
            let after = comma.map_or(source.end, |c| c + 1);
            let range = clause::clip(row, after, end, report.governor);
            if row.is_quote(after) && range.len() == 1 {
                report.contents.push(Content::Quote(after));
            } else if range.len() >= 2 {
                report.contents.push(Content::Clause(range));
            }
        } else {
            let mut stop = at;
            while stop > lead && matches!(row.kind(stop - 1), Some(Kind::Comma | Kind::Dash | Kind::OpenBracket)) {
                stop -= 1;
            }
            if stop > lead && row.is_quote(stop - 1) && stop - 1 <= lead {
                report.contents.push(Content::Quote(stop - 1));
            } else if stop > lead + 1 {
                report.contents.push(Content::Clause(lead..stop));
            }
            report.behind = true;
        }
        self.found.push(report);
        true
    }

    /// The cue at `at`, if it reports anything.
    fn verb(&mut self, at: usize) {
        let row = self.row;
        let Some((form, first, negated)) = self.form(at) else { return };
        let end = row.sentence_end(at, true);
        let class = row.units[at].flags;
        let mut report =
            Report { cue: at..at + 1, class, subject: None, addressee: None, contents: Vec::new(), behind: false, governor: Governor::default(), frame: None };
        let after = at + 1;
        if form == Form::Passive {
            // "It was reported by X that …"; without an agent nobody is named.
            let as_clause = first > 0 && row.is(first - 1, "as");
            if let Some(by) = (after..end.min(after + 4)).find(|n| row.is(*n, "by")) {
                report.subject = row.phrase_at(by + 1, end, true).map(|units| Subject { units, rule: SubjectRule::Agent });
                let Some(subject) = &report.subject else { return };
                let next = row.past_adverbials(subject.units.end, end);
                if as_clause && row.kind(next) == Some(Kind::Comma) && row.starts(first - 1, true) {
                    report.contents.push(Content::Clause(clause::clip(row, next + 1, end, report.governor)));
                    self.found.push(report);
                } else if row.is(next, "that") {
                    report.contents.push(Content::Clause(clause::clip(row, next, end, report.governor)));
                    self.found.push(report);
                }
            }
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
        let question = row.is(at, "asked") && form == Form::Finite && (first == floor || first == floor + 1 && row.is(floor, "when"));
        report.governor.fronted |= question || opens;
        if !report.has_class(CUE) {
            self.framed(report, at, end, form, negated);
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
        if report.contents.is_empty() && self.framed(report.clone(), at, end, form, negated)
            || report.contents.is_empty() && (report.subject.is_none() || negated)
        {
            return;
        }
        self.found.push(report);
    }

    /// Adds the report of a verb whose frame alone shows that it reports something; true where it did.
    fn framed(&mut self, mut report: Report, at: usize, end: usize, form: Form, negated: bool) -> bool {
        let row = self.row;
        if negated || report.subject.is_none() || row.has(at, AUXILIARY | MODAL | BE) {
            return false;
        }
        // "after rejecting the request": told as a thing done.
        if form == Form::Participle && at > 0 && row.has(at - 1, PREPOSITION | SUBORDINATOR) {
            return false;
        }
        let verb = row.units[at].verb;
        if !self.every_frame && !frames::has(verb) {
            return false;
        }
        let Some(complement) = complement(row, at, end, report.governor) else { return false };
        if !row.has(at, CUE) || frames::is_silence(verb) || !row.says_something(&complement.range) {
            return false;
        }
        report.contents.push(Content::Clause(complement.range));
        report.frame = Some((form, complement.frame));
        if self.every_frame {
            self.candidates.push(report);
            return false;
        }
        let listed = frames::rate(verb, form, complement.frame).is_some();
        if listed {
            self.found.push(report);
        }
        listed
    }

    /// How the cue at `at`, whose verb group starts at `first`, stands in its sentence.
    fn governor(&self, subject: Option<&Subject>, first: usize, at: usize) -> Governor {
        let row = self.row;
        let auxiliary = (first..at).find(|n| row.has(*n, AUXILIARY | MODAL));
        let form = match auxiliary {
            Some(_) if row.has(at, PAST) => PAST,
            Some(_) => 0,
            None => [PAST, THIRD, ING].into_iter().find(|form| row.has(at, *form)).unwrap_or(0),
        };
        let form = if row.has(at, BASE) && form == PAST { 0 } else { form };
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
        let who = first > start + 1 && (row.is(first - 1, "who") || row.is(first - 1, "which"));
        let relative = who;
        let dashed = who && row.kind(first - 2) == Some(Kind::Dash);
        Governor { form, fronted, relative, dashed }
    }

    /// The form of the verb at `at` and the first unit of its verb group; `None` where it is no verb here.
    fn form(&self, at: usize) -> Option<(Form, usize, bool)> {
        let row = self.row;
        let unit = &row.units[at];
        // A capital inside a sentence is a name: "the Post", "Show".
        if unit.capital && unit.start == Start::Inside && !row.headline {
            return None;
        }
        let mut first = at;
        let mut negated = false;
        while first > 0 && at - first < 8 && !row.starts(first, true) {
            let before = first - 1;
            if row.has(before, NEGATION) {
                negated = true;
            } else if !(row.is_adverb(before)
                || row.has(before, AUXILIARY | MODAL | BE) && (row.kind(before) == Some(Kind::Word) || self.verbal_clitic(before)))
            {
                break;
            }
            first = before;
        }
        let auxiliary = (first..at).any(|n| row.has(n, AUXILIARY | MODAL | BE));
        let be = (first..at).rev().find(|n| row.has(*n, AUXILIARY | MODAL | BE)).is_some_and(|n| row.has(n, BE) && !row.is(n, "'d"));
        let modal = (first..at).any(|n| row.has(n, MODAL) || matches!(row.word(n), "do" | "does" | "did"));
        let before = first.checked_sub(1).filter(|_| !row.starts(first, true));
        let to = before.is_some_and(|b| row.is(b, "to"));
        if unit.has(PAST) && !(unit.has(BASE) && modal) {
            if be {
                return Some((Form::Passive, first, negated));
            }
            // "the emails released by": a reduced participle is passive too.
            if !auxiliary && row.is(at + 1, "by") && !unit.has(BARE) {
                return Some((Form::Passive, first, negated));
            }
            if before.is_some_and(|b| row.has(b, DETERMINER) && !row.is_pronoun(b) && !row.has(b, SUBORDINATOR)) {
                return None;
            }
            return Some((Form::Finite, first, negated));
        }
        if unit.has(ING) {
            return Some((if be { Form::Finite } else { Form::Participle }, first, negated));
        }
        if unit.has(THIRD) {
            let noun = unit.has(NOUNISH) && (before.is_none_or(|b| !self.may_rule(b)) || auxiliary);
            return (!noun || row.headline).then_some((Form::Finite, first, negated));
        }
        if unit.has(BASE) {
            if to {
                return Some((Form::Infinitive, first, negated));
            }
            let plural = before.is_some_and(|b| {
                row.has(b, PEOPLE_NOUN)
                    || (row.is_pronoun(b) && !row.has(b, DETERMINER))
                    || row.is(b, "who")
                    || row.word(b).ends_with('s') && row.kind(b) == Some(Kind::Word)
            });
            let noun = unit.has(NOUNISH) && !before.is_some_and(|b| row.is_pronoun(b) || row.has(b, PEOPLE_NOUN));
            let nominal = unit.has(BARE)
                && !unit.has(NOUNISH)
                && before.is_some_and(|b| row.kind(b) == Some(Kind::Word) && !row.has(b, PREPOSITION | VERB | CONJUNCTION));
            if modal
                || nominal
                || plural && !noun
                || before.is_some_and(|b| matches!(row.kind(b), Some(Kind::Comma | Kind::Dash | Kind::CloseBracket))) && unit.has(BARE)
            {
                return Some((Form::Finite, first, negated));
            }
        }
        None
    }

    /// True where the word at `at` may end the subject of a verb that is as often a noun.
    fn may_rule(&self, at: usize) -> bool {
        let row = self.row;
        let unit = &row.units[at];
        row.is_pronoun(at)
            || unit.has(WH | CONJUNCTION | super::lexicon::PERSON_NOUN | super::lexicon::BODY_NOUN | DOCUMENT_NOUN)
            || unit.is_name()
            || matches!(unit.kind, Kind::Comma | Kind::CloseBracket | Kind::Dash)
            || unit.is_quote()
    }

    /// "he's saying", "they've said": a clitic that is an auxiliary here.
    fn verbal_clitic(&self, at: usize) -> bool {
        self.row.kind(at) == Some(Kind::Clitic) && !self.row.is_possessive(at)
    }
}

/// True where `word` is `target` but for one inserted, missing or changed letter, in any case.
fn nearly(word: &str, target: &str) -> bool {
    if word.eq_ignore_ascii_case(target) {
        return true;
    }
    let (a, b) = (word.as_bytes(), target.as_bytes());
    if a.len().abs_diff(b.len()) > 1 || a.len() < 6 {
        return false;
    }
    let same = |x: &u8, y: &u8| x.eq_ignore_ascii_case(y);
    let head = a.iter().zip(b).take_while(|(x, y)| same(x, y)).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| same(x, y)).count();
    let long = a.len().max(b.len());
    head + tail + 1 >= long
        || (a.len() == b.len() && head + tail + 2 >= long && head + 1 < a.len() && same(&a[head], &b[head + 1]) && same(&a[head + 1], &b[head]))
}

#[cfg(test)]
mod tests {
    use super::nearly;

    #[test]
    fn one_letter_may_be_wrong() {
        assert!(nearly("accoding", "according") && nearly("accroding", "according") && nearly("Acording", "according"));
        assert!(!nearly("accordion", "according") && !nearly("recording", "according") && !nearly("accord", "according"));
    }
}
