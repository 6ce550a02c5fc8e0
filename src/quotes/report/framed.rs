//! Reports that the frame of a cue alone shows: "vowed to leave", "is expected to win", "the plan was rejected by the council".

use super::*;

/// The least rate, in hundredths, at which a reading is held to report something.
const LEAST: u8 = 35;
/// The same for a clause with "that" of which nobody is named: it may tell which one, "the claim that the council heard", or be told
/// to them.
const LEAST_UNSOURCED: u8 = 45;

/// One way to read what stands around a cue, and what it would report.
pub(super) struct Reading {
    pub form: Form,
    pub frame: Frame,
    /// In pieces where the cue stands between them.
    pub contents: Vec<Range>,
    pub subject: Option<Subject>,
}

impl Finder<'_> {
    /// Adds the report of a verb whose frame alone shows that it reports something; true where it did.
    pub(super) fn framed(&mut self, report: Report, first: usize, at: usize, end: usize, form: Form, negated: bool) -> bool {
        let row = self.row;
        let verb = row.units[at].verb;
        if row.has(at, AUXILIARY | MODAL | BE) || !self.every_frame && !frames::has(verb) {
            return false;
        }
        let form = match form {
            _ if negated => Form::Negated,
            // "Citing the paper, Ames left": a source.
            Form::Participle if super::super::lexicon::verb(verb) == "cite" && self.opens_sentence(first, row.sentence_start(at, true)) => return false,
            // "by promising to leave"
            Form::Participle if at > 0 && row.has(at - 1, PREPOSITION | SUBORDINATOR) => {
                // "after rejecting the request": told as a thing done.
                if matches!(row.word(at - 1), "after" | "before" | "since" | "upon") {
                    return false;
                }
                Form::Gerund
            }
            // "Asked about the roof, Ortiz left"
            Form::Finite if report.subject.is_none() => Form::Reduced,
            form => form,
        };
        if report.subject.is_none() && form != Form::Reduced {
            return false;
        }
        let mut readings = Vec::new();
        if let Some(complement) = complement(row, at, end, report.governor)
            && !(frames::is_silence(verb) && self.is_speech_act(&complement.range))
            && !(complement.frame == Frame::Bare && self.adds_thing(at, complement.range.start))
        {
            if matches!(form, Form::Finite | Form::Negated)
                && let Some(subject) = report.subject.as_ref().filter(|s| s.rule != SubjectRule::Shared)
                && complement.frame == Frame::To
            {
                readings.push(raised(form, self.whole(subject, first), &complement.range));
            }
            readings.push(Reading { form, frame: complement.frame, contents: vec![complement.range], subject: report.subject.clone() });
        }
        self.choose(report, verb, readings)
    }

    /// The same for a passive: "was expected to leave", "was seen as a threat", "was rejected by the council".
    pub(super) fn framed_passive(&mut self, report: Report, first: usize, at: usize, end: usize, negated: bool) -> bool {
        let row = self.row;
        let verb = row.units[at].verb;
        if !self.every_frame && !frames::has(verb) {
            return false;
        }
        let reduced = first == at;
        let form = match (reduced, negated) {
            (_, true) => Form::NotPassive,
            (true, _) => Form::Reduced,
            _ => Form::Passive,
        };
        let floor = row.sentence_start(at, true);
        let subject = self.subject_before(first, floor);
        let mut readings = Vec::new();
        let mut next = at;
        let mut source = None;
        if row.is(at + 1, "by")
            && let Some(agent) = row.phrase_at(at + 2, end, true)
        {
            next = agent.end - 1;
            source = Some(Subject { units: agent, rule: SubjectRule::Agent });
            if let Some(subject) = &subject {
                readings.push(Reading { form, frame: Frame::Agent, contents: vec![self.whole(subject, first)], subject: source.clone() });
            }
        }
        if let Some(complement) = complement(row, next, end, report.governor) {
            if let Some(subject) = &subject
                && matches!(complement.frame, Frame::To | Frame::As | Frame::Gerund)
                && !row.has(at, INFINITIVE | TELLING)
            {
                readings.push(Reading { subject: source.clone(), ..raised(form, self.whole(subject, first), &complement.range) });
            }
            // "were asked to leave" tells of a thing done, too, and "had been told that" of who heard it.
            let done = complement.frame == Frame::To || complement.frame == Frame::That && row.has(at, TELLING);
            if !done || source.is_some() {
                readings.push(Reading { form, frame: complement.frame, contents: vec![complement.range], subject: source });
            }
        } else if let Some(subject) = &subject
            && !reduced
            && source.is_none()
        {
            readings.push(Reading { form, frame: Frame::Alone, contents: vec![self.whole(subject, first)], subject: None });
        }
        self.choose(report, verb, readings)
    }

    /// Adds the report of the likeliest of `readings` that the table has; all of them where every frame is asked for.
    pub(super) fn choose(&mut self, report: Report, verb: u16, readings: Vec<Reading>) -> bool {
        let row = self.row;
        let read = |reading: Reading| {
            // A name alone says nothing of what was said.
            if !reading.contents.iter().any(|r| row.says_something(r)) {
                return None;
            }
            let pattern = (reading.form, reading.frame);
            // Most uses are of no frame that the table has.
            let known = frames::rate(verb, pattern);
            let signs = if known.is_some() || self.every_frame { self.signs(report.cue.start, &reading) } else { Signs::NONE };
            let least = if reading.subject.is_none() && reading.frame == Frame::That { LEAST_UNSOURCED } else { LEAST };
            let rate = known.map(|rate| signs::rate_with(rate, signs)).filter(|rate| *rate >= least);
            let contents = reading.contents.into_iter().map(Content::Clause).collect();
            Some(Report { contents, subject: reading.subject, pattern: Some(pattern), signs, rate, ..report.clone() })
        };
        let reports: Vec<Report> = readings.into_iter().filter_map(read).collect();
        if self.every_frame {
            self.candidates.extend(reports);
            return false;
        }
        let best = reports.into_iter().filter(|r| r.rate.is_some()).max_by_key(|r| r.rate);
        let found = best.is_some();
        self.found.extend(best);
        found
    }

    /// All of `subject`, before the verb group that starts at `first`: what stands in front of the phrase and belongs to it, "the film by
    /// Ida Ames", and asides after it.
    pub(super) fn whole(&self, subject: &Subject, first: usize) -> Range {
        let row = self.row;
        let floor = row.sentence_start(first, true).max(subject.units.start.saturating_sub(30));
        let mut start = subject.units.start;
        let joins = |n: usize| row.is_nominal(n) || row.has(n, DETERMINER | PREPOSITION) && !row.has(n, VERB | SUBORDINATOR) || row.is_possessive(n);
        while start > floor && !row.starts(start, true) && joins(start - 1) {
            start -= 1;
        }
        let opened = start == floor || row.starts(start, true) || row.kind(start - 1) == Some(Kind::Comma) || row.has(start - 1, CONJUNCTION | SUBORDINATOR);
        if !opened || row.has(start, PREPOSITION) {
            start = subject.units.start;
        }
        let mut end = if first > subject.units.end { first } else { subject.units.end };
        while end > subject.units.end && matches!(row.kind(end - 1), Some(Kind::Comma | Kind::Dash)) {
            end -= 1;
        }
        if row.has(end - 1, WH) || subject.rule == SubjectRule::Relative {
            end = subject.units.end;
        }
        start..end
    }

    /// True for who or what may say something: a name, somebody, an office, a document; no "we" or "you", and no other thing.
    pub(super) fn may_speak(&self, subject: &Range) -> bool {
        let row = self.row;
        if subject.len() == 1 && row.is_pronoun(subject.start) {
            return matches!(
                row.word(subject.start).to_ascii_lowercase().as_str(),
                "he" | "she" | "they" | "who" | "others" | "some" | "many" | "most" | "few" | "both"
            );
        }
        subject.clone().any(|n| {
            let unit = &row.units[n];
            unit.is_name()
                || unit.has(PEOPLE_NOUN | super::super::lexicon::PERSON_NOUN | super::super::lexicon::BODY_NOUN | DOCUMENT_NOUN)
                || row.is_possessive(n)
        }) || subject.len() == 1
    }

    /// True where `range` is what was not said after all: "to comment", "to say whether".
    fn is_speech_act(&self, range: &Range) -> bool {
        let row = self.row;
        let verb = range.start + usize::from(row.is(range.start, "to"));
        row.has(verb, SPEECH | WRITING | CUE_NOUN)
            || matches!(super::super::lexicon::verb(row.units[verb].verb), "answer" | "discuss" | "talk" | "speak" | "respond" | "name")
    }
}

/// "The vote is expected to be close": the subject with what it is said to be.
pub(super) fn raised(form: Form, subject: Range, rest: &Range) -> Reading {
    Reading { form, frame: Frame::Raised, contents: vec![subject, rest.clone()], subject: None }
}
