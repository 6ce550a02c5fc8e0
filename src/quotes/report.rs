//! Reports: a cue, who it is said of, and what it reports.

use super::cues::{ACT, BARE, BASE, CUE, DOCUMENT_VERB, Flags, INFINITIVE, ING, NAMING, NOUNISH, PAST, SPEECH, TELLING, THIRD, THOUGHT, VERB, WRITING};
use super::lexicon::{AUXILIARY, BE, CONJUNCTION, DETERMINER, DOCUMENT_NOUN, MODAL, NEGATION, PEOPLE_NOUN, PREPOSITION, PRONOUN, SUBORDINATOR, TIME, WH};
use super::phrase::{Range, Row};
use super::units::{Kind, Start};
use super::{clause, kind};

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
}

impl Report {
    /// True for "according to".
    pub(super) fn is_according(&self) -> bool {
        self.subject.as_ref().is_some_and(|s| s.rule == SubjectRule::AccordingTo)
    }
}

/// The form in which a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Finite,
    Participle,
    Infinitive,
    Passive,
}

/// The reports of one paragraph, in order of their cues.
pub(super) fn reports(row: Row<'_>) -> Vec<Report> {
    let mut finder = Finder { row, found: Vec::new() };
    let mut at = 0;
    while at < row.units.len() {
        if finder.according(at) {
            at += 2;
            continue;
        }
        if row.has(at, CUE) && matches!(row.kind(at), Some(Kind::Word)) {
            finder.verb(at);
        }
        at += 1;
    }
    finder.found
}

/// The subject of any finite verb at `verb`.
pub(super) fn subject_of(row: Row<'_>, verb: usize) -> Option<Range> {
    let finder = Finder { row, found: Vec::new() };
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
        };
        let lead = clause::lead_start(row, first);
        if at <= lead + 1 || (at > first && row.starts(at, true)) {
            // "According to X, …"
            let comma = (source.end..end.min(source.end + 25)).find(|n| row.kind(*n) == Some(Kind::Comma));
            let after = comma.map_or(source.end, |c| c + 1);
            let range = clause::clip(row, after, end);
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
        let mut report = Report { cue: at..at + 1, class, subject: None, addressee: None, contents: Vec::new(), behind: false };
        let after = at + 1;
        if form == Form::Passive {
            // "It was reported by X that …"; without an agent nobody is named.
            let as_clause = first > 0 && row.is(first - 1, "as");
            if let Some(by) = (after..end.min(after + 4)).find(|n| row.is(*n, "by")) {
                report.subject = row.phrase_at(by + 1, end, true).map(|units| Subject { units, rule: SubjectRule::Agent });
                let Some(subject) = &report.subject else { return };
                let next = row.past_adverbials(subject.units.end, end);
                if as_clause && row.kind(next) == Some(Kind::Comma) && row.starts(first - 1, true) {
                    report.contents.push(Content::Clause(clause::clip(row, next + 1, end)));
                    self.found.push(report);
                } else if row.is(next, "that") {
                    report.contents.push(Content::Clause(clause::clip(row, next, end)));
                    self.found.push(report);
                }
            }
            return;
        }
        report.subject = self.subject(first, at, form);
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
                Content::Clause(_) => false,
                Content::NextParagraph => true,
            });
        }
        if report.contents.is_empty() && (report.subject.is_none() || negated) {
            return;
        }
        self.found.push(report);
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
            if modal || nominal || plural && !noun || before.is_some_and(|b| row.kind(b) == Some(Kind::Comma)) && unit.has(BARE) {
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

    /// The source of the cue at `at`, whose verb group starts at `first`.
    fn subject(&self, first: usize, at: usize, form: Form) -> Option<Subject> {
        let row = self.row;
        let floor = row.sentence_start(at, true);
        if form == Form::Participle {
            return self.participle_subject(first, at, floor);
        }
        if form == Form::Infinitive {
            // "went on to say", "was quick to add".
            return self.shared(first, floor);
        }
        self.subject_before(first, floor)
    }

    fn subject_before(&self, first: usize, floor: usize) -> Option<Subject> {
        let row = self.row;
        let first = row.before_time(first, floor);
        if first <= floor {
            return None;
        }
        let before = first - 1;
        if row.is(before, "who") || row.is(before, "which") || row.is(before, "that") && before > floor && !row.has(before - 1, VERB) {
            let end = if before > floor && matches!(row.kind(before - 1), Some(Kind::Comma | Kind::Dash)) { before - 1 } else { before };
            let antecedent = self.phrase_past_asides(end, floor)?;
            // "Ames released a statement that read": Ames.
            if row.has(antecedent.end - 1, DOCUMENT_NOUN)
                && antecedent.start > floor + 1
                && row.has(antecedent.start - 1, PAST | THIRD | ING)
                && !row.has(antecedent.start - 1, AUXILIARY)
                && let Some(issuer) = self.subject_before(self.group_start(antecedent.start - 1, floor), floor)
            {
                return Some(Subject { units: issuer.units, rule: SubjectRule::Issuer });
            }
            return Some(Subject { units: antecedent, rule: SubjectRule::Relative });
        }
        if matches!(row.kind(before), Some(Kind::Comma | Kind::Dash | Kind::CloseBracket)) && row.kind(before) != Some(Kind::CloseBracket) {
            // ", and said" has a conjunction; a bare comma closes an aside.
            if let Some(units) = self.past_aside(before, floor) {
                return Some(Subject { units, rule: SubjectRule::PastAside });
            }
            return None;
        }
        if row.has(before, CONJUNCTION) || row.is(before, "then") {
            return self.shared(before, floor);
        }
        let phrase = row.phrase_before(first, floor)?;
        // The phrase of a leading preposition is no subject: "In Iowa said".
        if phrase.start > floor
            && row.has(phrase.start - 1, PREPOSITION)
            && !row.is_pronoun(phrase.start)
            && !row.has(phrase.start - 1, SUBORDINATOR)
            && (row.starts(phrase.start - 1, true) || row.has(phrase.start - 1, CONJUNCTION))
        {
            return None;
        }
        // "An agent who asked to discuss the matter said": the phrase is an object inside a clause about the agent.
        if phrase.start > floor + 2 && row.has(phrase.start - 1, VERB) && !row.is_pronoun(phrase.start) && !row.has(phrase.start - 1, SPEECH) {
            let who =
                (floor + 1..phrase.start).rev().take(20).take_while(|n| row.kind(*n) != Some(Kind::Comma)).find(|n| row.is(*n, "who") || row.is(*n, "which"));
            if let Some(who) = who
                && let Some(units) = row.phrase_before(who, floor)
            {
                return Some(Subject { units, rule: SubjectRule::PastAside });
            }
        }
        if self.issuer(&phrase).is_some() {
            return self.issuer(&phrase);
        }
        Some(Subject { units: phrase, rule: SubjectRule::Before })
    }

    /// The first unit of the verb group that ends at `verb`.
    fn group_start(&self, verb: usize, floor: usize) -> usize {
        let row = self.row;
        let mut first = verb;
        while first > floor && (row.is_adverb(first - 1) || row.has(first - 1, AUXILIARY | MODAL | BE) && !row.is_possessive(first - 1)) {
            first -= 1;
        }
        first
    }

    /// "A statement released by X": the person, not the paper.
    fn issuer(&self, phrase: &Range) -> Option<Subject> {
        let row = self.row;
        let by = phrase.start.checked_sub(1)?;
        let verb = by.checked_sub(1)?;
        (row.is(by, "by") && row.has(verb, PAST) && verb > 0 && row.has(verb - 1, DOCUMENT_NOUN))
            .then(|| Subject { units: phrase.clone(), rule: SubjectRule::Issuer })
    }

    /// The phrase before `end`, past one more aside if a title or place parts it from the name.
    fn phrase_past_asides(&self, end: usize, floor: usize) -> Option<Range> {
        let row = self.row;
        let phrase = row.phrase_before(end, floor)?;
        if phrase.start > floor
            && row.kind(phrase.start - 1) == Some(Kind::Comma)
            && self.is_apposition(&phrase)
            && let Some(name) = row.phrase_before(phrase.start - 1, floor)
            && row.units[name.end - 1].is_name()
        {
            return Some(name);
        }
        Some(phrase)
    }

    /// True for what follows a name between commas: "a clerk", "D-Calif.", "47", "the former mayor of Rome".
    fn is_apposition(&self, phrase: &Range) -> bool {
        let row = self.row;
        row.is(phrase.start, "a")
            || row.is(phrase.start, "an")
            || row.is(phrase.start, "the")
            || row.is(phrase.start, "one")
            || row.is(phrase.start, "his")
            || row.is(phrase.start, "her")
            || row.is(phrase.start, "its")
            || row.kind(phrase.start) == Some(Kind::Number)
            || row.word(phrase.start).contains('-')
            || !row.units[phrase.start].capital
            || phrase.len() == 1 && row.word(phrase.start).ends_with('.')
    }

    /// The subject before an aside whose closing comma or dash is at `close`.
    fn past_aside(&self, close: usize, floor: usize) -> Option<Range> {
        let row = self.row;
        let mark = row.kind(close)?;
        let mut candidates: Vec<Range> = Vec::new();
        let mut n = close;
        let lowest = floor.max(close.saturating_sub(60));
        while n > lowest {
            n -= 1;
            if row.kind(n) == Some(mark) || row.kind(n) == Some(Kind::Comma) && mark == Kind::Dash && candidates.is_empty() && row.kind(n) == Some(mark) {
                if let Some(phrase) = row.phrase_before(n, floor) {
                    candidates.push(phrase);
                }
                if candidates.len() == 5 {
                    break;
                }
            }
        }
        // The leftmost candidate that starts its clause and is no apposition itself; else the nearest one with a name.
        let starts_clause = |r: &Range| {
            r.start == floor
                || row.starts(r.start, true)
                || matches!(row.kind(r.start - 1), Some(Kind::Comma | Kind::Dash | Kind::Colon | Kind::Semicolon))
                || row.has(r.start - 1, CONJUNCTION | SUBORDINATOR | WH)
        };
        let good: Vec<&Range> = candidates.iter().filter(|r| starts_clause(r)).collect();
        let is_person = |r: &&&Range| row.is_pronoun(r.start) || row.units[r.end - 1].is_name() && !self.is_apposition(r);
        good.iter()
            .find(is_person)
            .or_else(|| good.iter().rev().find(|r| !row.has(r.start, TIME)))
            .map(|r| (**r).clone())
            .or_else(|| candidates.into_iter().next())
    }

    /// The subject that the verb after `at` shares with the verb before.
    fn shared(&self, at: usize, floor: usize) -> Option<Subject> {
        if let Some(previous) = self.reports_in(floor).find(|r| r.cue.start < at && r.subject.is_some())
            && !self.new_subject_between(previous.cue.end, at)
        {
            let subject = previous.subject.as_ref()?;
            return Some(Subject { units: subject.units.clone(), rule: SubjectRule::Shared });
        }
        let units = self.sentence_subject(floor, at)?;
        Some(Subject { units, rule: SubjectRule::Shared })
    }

    /// The reports found so far whose cue stands at or after `floor`, the last one first.
    fn reports_in(&self, floor: usize) -> impl Iterator<Item = &Report> {
        self.found.iter().rev().take_while(move |r| r.cue.start >= floor)
    }

    /// True where a conjunction with a new subject and verb stands in the range: the earlier subject is no longer in force.
    fn new_subject_between(&self, from: usize, to: usize) -> bool {
        let row = self.row;
        (from..to).any(|n| {
            row.kind(n) == Some(Kind::Comma)
                && row.has(n + 1, CONJUNCTION)
                && row.phrase_at(n + 2, to, false).is_some_and(|p| p.end < to && row.has(p.end, PAST | THIRD | AUXILIARY))
        })
    }

    /// The first phrase of a sentence that a verb follows: its subject.
    fn sentence_subject(&self, floor: usize, limit: usize) -> Option<Range> {
        let row = self.row;
        let mut at = floor;
        for _ in 0..3 {
            while at < limit
                && (row.has(at, CONJUNCTION) || row.is_adverb(at) || matches!(row.kind(at), Some(Kind::Comma | Kind::Dash | Kind::Other)))
                && !row.is_pronoun(at)
            {
                at += 1;
            }
            let introduced = (row.has(at, PREPOSITION | SUBORDINATOR | TIME | ING | WH)) && !row.is_pronoun(at) || row.is_quote(at);
            if !introduced {
                break;
            }
            at = (at..limit).find(|n| row.kind(*n) == Some(Kind::Comma))? + 1;
        }
        let mut phrase = row.phrase_at(at, limit, true)?;
        // "it emerged that Ames had met": Ames.
        if row.is(phrase.start, "it")
            && let Some(that) = (phrase.end..limit.min(phrase.end + 4)).find(|n| row.is(*n, "that"))
        {
            phrase = row.phrase_at(that + 1, limit, true)?;
        }
        (phrase.end <= limit).then_some(phrase)
    }

    /// The subject of "saying": the noun before ("a statement saying"), or who the governing clause is about.
    fn participle_subject(&self, first: usize, at: usize, floor: usize) -> Option<Subject> {
        let row = self.row;
        let before = first.checked_sub(1).filter(|b| *b >= floor)?;
        let shared = |s: Option<Subject>| s.map(|s| Subject { rule: SubjectRule::Participle, ..s });
        // The name right before a comma that a mark parts from the rest: "…,” Ortiz said, adding".
        if let Some(previous) = self.reports_in(floor).find(|r| r.cue.start < at && r.subject.is_some())
            && !self.new_subject_between(previous.cue.end, at)
        {
            return shared(previous.subject.clone().map(|s| Subject { units: s.units, rule: SubjectRule::Participle }));
        }
        if row.kind(before) == Some(Kind::Word) && !row.has(before, PREPOSITION | CONJUNCTION | SUBORDINATOR | TIME | DOCUMENT_NOUN) {
            // "with 47 percent of voters saying"
            if let Some(phrase) = row.phrase_before(first, floor)
                && phrase.start > floor
                && (row.is(phrase.start - 1, "with") || row.units[phrase.end - 1].has(PEOPLE_NOUN))
            {
                return Some(Subject { units: phrase, rule: SubjectRule::Before });
            }
        }
        shared(self.sentence_subject(floor, before + 1).map(|units| Subject { units, rule: SubjectRule::Participle }))
    }

    /// True where a marked stretch or a comma stands before the cue and its subject may follow it: "…,” said Ortiz".
    fn inverted(&self, at: usize, first: usize, form: Form) -> bool {
        let row = self.row;
        if form != Form::Finite || first == 0 {
            return false;
        }
        let before = first - 1;
        let after_quote = row.is_quote(before)
            || row.kind(before) == Some(Kind::Comma) && before > 0 && row.is_quote(before - 1)
            || matches!(row.kind(before), Some(Kind::Dash)) && before > 0 && row.is_quote(before - 1);
        let after_clause = row.kind(before) == Some(Kind::Comma) && !after_quote;
        let simple = matches!(row.word(at).to_ascii_lowercase().as_str(), "said" | "says" | "wrote" | "writes");
        if !(after_quote || after_clause && simple) || row.has(at, TELLING) && row.has(at, BARE) {
            return false;
        }
        let end = row.sentence_end(at, true);
        if !after_quote && (row.clause_at(at + 1, end) || row.is(at + 1, "that")) {
            return false;
        }
        let Some(phrase) = row.phrase_at(at + 1, end, true) else { return false };
        let next = phrase.end;
        let closes = next >= end
            || matches!(row.kind(next), Some(Kind::Comma | Kind::Stop | Kind::Dash | Kind::Colon | Kind::Semicolon | Kind::OpenBracket | Kind::CloseBracket))
            || row.is_quote(next) && after_quote
            || row.has(next, PREPOSITION | TIME | WH | SUBORDINATOR | CONJUNCTION)
            || row.is_adverb(next)
            || row.has(next, ING);
        let finite_next = row.has(next, AUXILIARY | MODAL | PAST | THIRD) && !row.is_quote(before);
        if !closes || finite_next {
            return false;
        }
        // "…, said he" is rare; "said it was" is a clause.
        after_quote || row.units[phrase.start].capital || row.has(phrase.start, DETERMINER)
    }

    /// Content before the cue: a marked stretch, or a clause and a comma. True where there is some.
    fn behind(&self, report: &mut Report, first: usize, at: usize, inverted: bool) -> bool {
        let row = self.row;
        let end = row.sentence_end(at, true);
        if inverted && let Some(units) = row.phrase_at(at + 1, end, true) {
            report.subject = Some(Subject { units, rule: SubjectRule::Inverted });
        }
        let own = report.subject.as_ref().filter(|s| matches!(s.rule, SubjectRule::Before | SubjectRule::PastAside | SubjectRule::Inverted));
        let Some(subject) = own else { return false };
        let mut start = if subject.rule == SubjectRule::Inverted { first } else { subject.units.start };
        // "…,” as Ortiz put it"; "…,” but later Ortiz said" is another matter.
        while start > 1 && (row.is_adverb(start - 1) || row.is(start - 1, "as") || row.is(start - 1, "the")) {
            start -= 1;
        }
        if start == 0 {
            let comma = row.past_adverbials(at + 1, end);
            if row.is(0, "as") && row.kind(comma) == Some(Kind::Comma) && row.has(at, SPEECH | WRITING) && row.clause_at(comma + 1, end) {
                report.contents.push(Content::Clause(clause::clip(row, comma + 1, end)));
                return true;
            }
            return false;
        }
        let mut before = start - 1;
        if subject.rule == SubjectRule::Before && !row.is_quote(before) && row.has(at, SPEECH | WRITING) {
            // "…,” a voice in the ad says", "…,” another friend, Ida Ames, said": all of it is one source.
            let back = (start.saturating_sub(10)..start).rev().take_while(|n| {
                row.is_quote(*n)
                    || !row.starts(*n + 1, true)
                        && !row.has(*n, VERB | CONJUNCTION | SUBORDINATOR | WH)
                        && !matches!(row.kind(*n), Some(Kind::Stop | Kind::Colon | Kind::Semicolon))
            });
            if let Some(quote) = back.into_iter().find(|n| row.is_quote(*n))
                && clause::ends_with(row, quote, &[',', '?', '!'])
                && row.kind(quote + 1) != Some(Kind::Comma)
            {
                before = quote;
            }
        }
        let quote = if row.is_quote(before) {
            Some(before)
        } else if before > 0 && matches!(row.kind(before), Some(Kind::Comma | Kind::Dash)) && row.is_quote(before - 1) {
            Some(before - 1)
        } else {
            None
        };
        let next = row.past_adverbials(at + 1, end);
        if let Some(quote) = quote {
            let stops_before = row.starts(quote + 1, true);
            let span = row.units[quote].span.of(row.text);
            let ends = span.trim_end_matches(['"', '”', '’', '\'', '»', '“', ' ', '‘']).chars().next_back();
            let comma_outside = quote != before;
            let fits = comma_outside
                || subject.rule == SubjectRule::Inverted
                    && row.has(at, SPEECH | WRITING)
                    && !row.units[start].capital
                    && ends.is_some_and(char::is_alphanumeric)
                || ends.is_some_and(|c| matches!(c, ',' | '?' | '!' | '-' | '–' | '—' | '…'));
            // A full stop inside: an attribution only where nothing else is left for it to report.
            let bare = ends == Some('.') && (next >= end || row.kind(next) == Some(Kind::Stop)) && row.has(at, SPEECH | WRITING);
            let no_mark = !fits && !bare && !stops_before && (next >= end || matches!(row.kind(next), Some(Kind::Stop | Kind::Comma)));
            // "On the programme “Good Morning,” Ames said it was late": a title in an introduction.
            let title = !row.starts(quote, true) && kind::is_title_case(row.text, row.units[quote].span) && kind::words(row.text, row.units[quote].span) <= 6;
            if title && (row.clause_at(at + 1, end) || row.is(next, "that") || row.is_quote(next) || row.is_quote(next + 1)) {
                return false;
            }
            if fits || bare || no_mark {
                let lead = clause::lead_start(row, row.sentence_start(quote, true));
                report.contents.push(if lead < quote && clause::takes_lead(row, lead, quote) {
                    Content::Clause(lead..quote + 1)
                } else {
                    Content::Quote(quote)
                });
                report.behind = true;
                return true;
            }
            return false;
        }
        // "As Ames noted, the roof leaked", "but as Ames noted, …"
        if row.is(before + 1, "as") && before + 1 < subject.units.start || row.is(before, "as") {
            let comma = row.past_adverbials(at + 1, end);
            if row.kind(comma) == Some(Kind::Comma) && row.has(at, SPEECH | WRITING) && row.clause_at(comma + 1, end) && row.kind(before) != Some(Kind::Comma) {
                report.contents.push(Content::Clause(clause::clip(row, comma + 1, end)));
                return true;
            }
        }
        if row.kind(before) != Some(Kind::Comma) || !row.has(at, SPEECH | WRITING | THOUGHT | DOCUMENT_VERB) || row.has(at, ING) {
            return false;
        }
        // "…, a source told the paper": nothing may follow but addressee, time and place.
        let mut next = at + 1;
        if subject.rule == SubjectRule::Inverted {
            next = subject.units.end;
        } else if row.has(at, TELLING)
            && let Some(object) = row.phrase_at(next, end, true)
        {
            next = object.end;
        }
        next = row.past_adverbials(next, end);
        let closed = next >= end || matches!(row.kind(next), Some(Kind::Stop | Kind::CloseBracket | Kind::Semicolon)) || row.starts(next, true);
        let middle = row.kind(next) == Some(Kind::Comma);
        if !(closed || middle) {
            return false;
        }
        let lead = clause::lead_start(row, row.sentence_start(before, true));
        if middle && before > lead && !row.has_finite(lead..before) && !row.has(lead, TIME | ING) {
            let clause = row.clause_at(next + 1, end) && !row.has(next + 1, WH | SUBORDINATOR | CONJUNCTION) || row.is(next + 1, "because");
            let verb = clause || row.has(next + 1, AUXILIARY | MODAL | PAST | THIRD) && row.kind(next + 1) == Some(Kind::Word);
            let quote = row.is_quote(next + 1) && !clause::is_sentence(row, next + 1) && !(lead..before).any(|n| row.has(n, TIME | DOCUMENT_NOUN));
            if verb || quote {
                report.contents.push(Content::Clause(lead..before));
                report.contents.push(Content::Clause(clause::clip(row, next + 1, end)));
                report.behind = true;
                return true;
            }
        }
        if before <= lead + 2 || !row.has_finite(lead..before) || clause::is_introduction(row, lead, before) && !middle {
            return false;
        }
        if middle
            && (row.has(next + 1, ING | WH | SUBORDINATOR) || row.is_quote(next + 1) || row.has(next + 1, DETERMINER) && !row.clause_at(next + 1, end))
            && clause::is_introduction(row, lead, before)
        {
            return false;
        }
        report.contents.push(Content::Clause(lead..before));
        report.behind = true;
        if middle {
            let rest = clause::clip(row, next + 1, end);
            let joined = row.has(next + 1, ING | WH) || row.is_quote(next + 1);
            let goes_on = clause::is_introduction(row, lead, before) || row.has(next + 1, CONJUNCTION) && row.clause_at(next + 2, end);
            if rest.len() >= 3 && !joined && goes_on {
                report.contents.push(Content::Clause(rest));
            }
        }
        true
    }

    /// Content after the cue.
    fn ahead(&self, report: &mut Report, at: usize, after: usize, end: usize, form: Form, behind: bool) {
        let row = self.row;
        let class = report.class;
        let speech = class & (SPEECH | WRITING | DOCUMENT_VERB) != 0;
        let mut next = after;
        if class & (TELLING | ACT) != 0
            && !row.is(next, "that")
            && !(row.is(next, "it") || row.is(next, "there"))
            && let Some(object) = self.object(next, end, class)
            && class & TELLING != 0
        {
            report.addressee = Some(object.clone());
            next = object.end;
        }
        let before_adverbials = next;
        next = row.past_adverbials(next, end);
        if report.addressee.is_none() && class & TELLING == 0 {
            report.addressee = self.addressed(before_adverbials, next);
        }
        // Past an aside between the cue and what it reports: "said, in a statement, that".
        if row.kind(next) == Some(Kind::Comma)
            && let Some(close) = (next + 1..end.min(next + 14)).find(|n| row.kind(*n) == Some(Kind::Comma))
            && (row.has(next + 1, PREPOSITION | TIME) || row.is_adverb(next + 1))
            && (row.is(close + 1, "that") || row.is_quote(close + 1))
        {
            next = close + usize::from(row.is(close + 1, "that"));
        }
        match row.kind(next) {
            Some(Kind::Colon) => {
                if row.is_quote(next + 1) {
                    report.contents.push(Content::Quote(next + 1));
                } else if next + 1 >= row.units.len() {
                    report.contents.push(Content::NextParagraph);
                } else if speech && !behind {
                    let range = clause::clip(row, next + 1, row.sentence_end(next, true).max(next + 1));
                    if range.len() >= 2 {
                        report.contents.push(Content::Clause(range));
                    }
                }
                return;
            }
            Some(Kind::Comma) if row.is_quote(next + 1) => {
                if speech || class & (NAMING | ACT) != 0 {
                    report.contents.push(Content::Quote(next + 1));
                }
                return;
            }
            Some(Kind::Comma) if next + 1 >= row.units.len() && speech => {
                report.contents.push(Content::NextParagraph);
                return;
            }
            _ => {}
        }
        if row.is(next, "that")
            && !self.is_relative(before_adverbials, next)
            && !(behind && (row.has(next - 1, super::lexicon::PREPOSITION) || next > before_adverbials))
            && !(class & ACT != 0 && !speech && class & THOUGHT == 0)
            && class & (SPEECH | WRITING | DOCUMENT_VERB | THOUGHT) != 0
        {
            // "said that" as an object pronoun: "he said that to me".
            let range = clause::clip(row, next, end);
            if range.len() >= 3 || range.clone().any(|n| row.is_quote(n)) {
                report.contents.push(Content::Clause(range));
            }
            return;
        }
        if behind {
            if row.is_quote(next) && next == at + 1 && clause::is_sentence(row, next) {
                report.contents.push(Content::Quote(next));
            }
            return;
        }
        // "told the paper before he left that": the clause stands further on.
        if report.addressee.is_some()
            && let Some(that) = (next..end.min(next + 14)).take_while(|n| !row.is_quote(*n)).find(|n| row.is(*n, "that"))
        {
            let range = clause::clip(row, that, end);
            if range.len() >= 3 && row.clause_at(that + 1, end) && !row.clause_at(next, end) {
                report.contents.push(Content::Clause(range));
                return;
            }
        }
        if row.is_quote(next) {
            let range = clause::clip(row, next, end);
            let alone = range.len() == 1;
            report.contents.push(if alone && clause::is_sentence(row, next) { Content::Quote(next) } else { Content::Clause(range) });
            return;
        }
        let wh = row.has(next, WH) || row.is(next, "if") && matches!(row.word(at), "asked" | "asking" | "ask" | "asks" | "wondered" | "wonder" | "wondering");
        if wh && class & (SPEECH | WRITING) != 0 && !row.is(next, "who") && !row.is(next, "which") {
            let range = clause::clip(row, next, end);
            if range.len() >= 3 {
                report.contents.push(Content::Clause(range));
            }
            return;
        }
        let range = clause::clip(row, before_adverbials, end);
        let has_quote = range.clone().any(|n| row.is_quote(n));
        if class & (SPEECH | WRITING | DOCUMENT_VERB | THOUGHT) != 0 {
            let start = if row.clause_at(next, end) {
                Some(next)
            } else if row.clause_at(before_adverbials, end) {
                Some(before_adverbials)
            } else {
                None
            };
            let bare = class & BARE != 0 && class & (SPEECH | WRITING) != 0 && class & NOUNISH == 0;
            if let Some(start) = start {
                let range = clause::clip(row, start, end);
                if range.len() >= 3 || range.len() == 2 && bare {
                    report.contents.push(Content::Clause(range));
                    return;
                }
            } else if bare && next < end && matches!(row.word(at).to_ascii_lowercase().as_str(), "said" | "says" | "say" | "saying") {
                let range = clause::clip(row, next, end);
                let object = row.phrase_at(next, end, true).is_some_and(|p| p.end >= range.end);
                if range.len() >= 3
                    && !(object && (range.len() < 4 || row.has(next, DETERMINER)))
                    && !matches!(row.kind(next), Some(Kind::Comma | Kind::Dash))
                    && !row.has(next, PREPOSITION | CONJUNCTION | ING | SUBORDINATOR)
                    && (row.has_finite(range.clone()) || row.is_pronoun(next) || range.len() >= 4)
                {
                    report.contents.push(Content::Clause(range));
                    return;
                }
            }
        }
        // "promised to appeal", "urged the council to vote"
        if class & INFINITIVE != 0 && !has_quote && form == Form::Finite && report.subject.is_some() {
            let to = report.addressee.as_ref().map_or(after, |a| a.end);
            let to = if row.is_adverb(to) { to + 1 } else { to };
            let infinitive =
                row.kind(to + 1) == Some(Kind::Word) && !row.units[to + 1].capital && !row.has(to + 1, DETERMINER | PRONOUN | PREPOSITION | PEOPLE_NOUN | WH);
            if row.is(to, "to") && infinitive {
                let start = report.addressee.as_ref().map_or(to, |a| a.start);
                report.contents.push(Content::Clause(clause::clip(row, start, end)));
                return;
            }
        }
        if !has_quote
            && form != Form::Infinitive
            && report.subject.is_some()
            && let Some(start) = self.charge(at, end)
        {
            let range = clause::clip(row, start, end);
            if range.len() >= 2 {
                report.contents.push(Content::Clause(range));
                return;
            }
        }
        // Marked words in the verb phrase: "called the plan “crazy”", "accused him of being “weak”".
        if has_quote && (form != Form::Infinitive || speech) && !range.is_empty() {
            let first = range.clone().find(|n| row.is_quote(*n)).unwrap_or(range.start);
            let near = first - range.start <= 18;
            let crossed = (range.start..first).any(|n| {
                row.has(n, CUE) && row.has(n, PAST | THIRD) && !row.has(n, NOUNISH)
                    || row.has(n, VERB) && row.has(n, PAST) && n > range.start && (row.has(n - 1, CONJUNCTION) || row.is_adverb(n - 1) || row.is_pronoun(n - 1))
            });
            let introduced = matches!(row.kind(first - 1), Some(Kind::Comma | Kind::Colon)) && (clause::is_sentence(row, first) || class & SPEECH != 0);
            if introduced && !crossed && near && class & SPEECH != 0 {
                report.contents.push(Content::Quote(first));
                return;
            }
            let range = clause::object(row, range);
            if near && !crossed && !introduced && range.start <= first {
                report.contents.push(Content::Clause(range));
            }
        }
    }

    /// True where "that" at `that` says more of the last adverbial: "with a phrase that", "of his plan that".
    fn is_relative(&self, from: usize, that: usize) -> bool {
        let row = self.row;
        let preposition = (from..that).rev().find(|n| row.has(*n, PREPOSITION));
        preposition.is_some_and(|p| matches!(row.word(p), "with" | "of" | "about" | "for" | "by")) && row.has_finite(that + 1..(that + 3).min(row.units.len()))
    }

    /// What a verb that charges, demands or warns says without a clause: "accused the mayor of lying", "called on them to
    /// leave", "warned of floods", "made clear that". Where that starts.
    fn charge(&self, at: usize, end: usize) -> Option<usize> {
        let row = self.row;
        let next = at + 1;
        let starts = |prefixes: &[&str]| prefixes.iter().any(|p| row.word(at).to_ascii_lowercase().starts_with(p));
        let later = |word: &str| (next + 1..end.min(next + 10)).take_while(|n| row.kind(*n) != Some(Kind::Comma)).any(|n| row.is(n, word));
        if starts(&["accus"]) && later("of")
            || starts(&["blam"]) && later("for")
            || starts(&["describ", "portray", "depict"]) && (next..end.min(next + 12)).any(|n| row.is(n, "as"))
        {
            return Some(next);
        }
        if starts(&["call"]) && (row.is(next, "on") || row.is(next, "for")) || starts(&["warn"]) && (row.is(next, "of") || row.is(next, "against")) {
            return Some(next + 1);
        }
        None
    }

    /// Who a telling verb has as its object, starting at `at`.
    fn object(&self, at: usize, end: usize, class: Flags) -> Option<Range> {
        let row = self.row;
        if row.has(at, PREPOSITION | WH | SUBORDINATOR) && !row.is_pronoun(at) || row.is_quote(at) {
            return None;
        }
        if matches!(row.word(at), "him" | "her" | "them" | "me" | "us" | "you" | "himself" | "herself" | "themselves") {
            return Some(at..at + 1);
        }
        let object = row.phrase_at(at, end, false)?;
        // "told it was": the pronoun is the subject of what is told.
        if class & TELLING != 0
            && row.is_pronoun(at)
            && row.has(object.end, AUXILIARY | MODAL)
            && matches!(row.word(at), "he" | "she" | "they" | "it" | "we" | "i" | "I" | "there")
        {
            return None;
        }
        Some(object)
    }

    /// "to reporters" among the adverbials in `from..to`.
    fn addressed(&self, from: usize, to: usize) -> Option<Range> {
        let row = self.row;
        let at = (from..to).find(|n| row.is(*n, "to"))?;
        let object = row.phrase_at(at + 1, to, false)?;
        let head = &row.units[object.end - 1];
        let somebody = head.is_name()
            || head.has(PEOPLE_NOUN | super::lexicon::PERSON_NOUN | super::lexicon::BODY_NOUN)
            || matches!(row.word(object.start), "him" | "her" | "them" | "me" | "us");
        (somebody && !row.has(object.start, TIME)).then_some(object)
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
