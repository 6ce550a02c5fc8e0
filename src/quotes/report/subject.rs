//! Who a cue is said of.

use super::*;

impl Finder<'_> {
    /// The source of the cue at `at`, whose verb group starts at `first`.
    pub(super) fn subject(&self, first: usize, at: usize, form: Form) -> Option<Subject> {
        let row = self.row;
        let floor = row.sentence_start(at, true);
        if form == Form::Participle {
            return self.participle_subject(first, at, floor);
        }
        if form == Form::Infinitive {
            // "used to say": who used to.
            let to = first.checked_sub(1).filter(|t| row.is(*t, "to"));
            let verb = to.and_then(|t| t.checked_sub(1)).filter(|v| *v > floor && row.has(*v, PAST | THIRD) && !row.has(*v, AUXILIARY | BE | NOUNISH));
            if let Some(subject) = verb.and_then(|v| self.subject_before(self.group_start(v, floor), floor)) {
                return Some(Subject { units: subject.units, rule: SubjectRule::Shared });
            }
            // "went on to say", "was quick to add"; "it is time to say" is nobody's.
            return self.shared(first, floor).filter(|s| !row.is(s.units.start, "it"));
        }
        self.subject_before(first, floor)
    }

    pub(super) fn subject_before(&self, first: usize, floor: usize) -> Option<Subject> {
        let row = self.row;
        let first = row.before_time(first, floor);
        if first <= floor {
            return None;
        }
        let before = first - 1;
        if row.is(before, "who") || row.is(before, "which") || row.is(before, "that") && before > floor && !row.has(before - 1, VERB) {
            let end = if before > floor && matches!(row.kind(before - 1), Some(Kind::Comma | Kind::Dash)) { before - 1 } else { before };
            let mut antecedent = self.phrase_past_asides(end, floor)?;
            if row.is(before, "who") {
                antecedent = self.person(antecedent, floor);
            }
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
        // "A poll released in August found"
        if row.has(before, PAST)
            && before > floor + 1
            && row.kind(before - 1) == Some(Kind::Word)
            && row.has(before - 1, DOCUMENT_NOUN | PEOPLE_NOUN)
            && let Some(units) = row.phrase_before(before, floor)
        {
            return Some(Subject { units, rule: SubjectRule::PastAside });
        }
        if let Some(units) = row.share_before(first, floor) {
            return Some(Subject { units, rule: SubjectRule::Before });
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

    /// What "who" refers to in the phrase before it: "a professor of history at the college", "the help of her children".
    fn person(&self, phrase: Range, floor: usize) -> Range {
        let row = self.row;
        let person =
            |n: usize| row.has(n, super::super::lexicon::PERSON_NOUN | PEOPLE_NOUN | super::super::lexicon::BODY_NOUN | TITLE) || row.units[n].is_name();
        // Not the help, but the children.
        if let Some(of) = phrase.clone().find(|n| row.is(*n, "of"))
            && of > phrase.start
            && !(phrase.start..of).any(person)
            && !row.has(of - 1, DETERMINER)
            && row.kind(of - 1) == Some(Kind::Word)
        {
            return of + 1..phrase.end;
        }
        // Not the college, but the professor.
        let names_place = phrase.clone().all(|n| !row.has(n, super::super::lexicon::PERSON_NOUN | PEOPLE_NOUN)) && !row.has(phrase.start, TITLE);
        if names_place
            && phrase.start > floor + 1
            && matches!(row.word(phrase.start - 1), "at" | "in" | "from" | "with")
            && let Some(wider) = row.phrase_before(phrase.start - 1, floor)
            && wider.clone().any(|n| row.has(n, super::super::lexicon::PERSON_NOUN))
        {
            return wider.start..phrase.end;
        }
        phrase
    }

    /// The first unit of the verb group that ends at `verb`.
    pub(super) fn group_start(&self, verb: usize, floor: usize) -> usize {
        let row = self.row;
        let mut first = verb;
        while first > floor
            && (row.is_adverb(first - 1)
                || row.is(first - 1, "both") && row.has(first.saturating_sub(2), AUXILIARY)
                || row.has(first - 1, AUXILIARY | MODAL | BE) && !row.is_possessive(first - 1))
        {
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
                // "of the Harbour Board, HB, Lena Ortiz, said": what the board is called.
                let acronym = n > lowest && row.kind(n - 1) == Some(Kind::Word) && row.word(n - 1).len() > 1 && row.word(n - 1).chars().all(char::is_uppercase);
                if acronym && n > lowest + 1 && row.kind(n - 2) == Some(mark) {
                    continue;
                }
                if let Some(phrase) = row.phrase_before(n, floor).or_else(|| row.share_before(n, floor)) {
                    candidates.push(phrase);
                }
                if candidates.len() == 5 {
                    break;
                }
            }
        }
        // "Ida Ames, who runs the harbour in Port Avelle, Ohio, and who was late, said": whom the first "who" stands for.
        let second = (lowest..close).rev().find(|n| row.kind(*n) == Some(mark)).filter(|n| row.has(n + 1, CONJUNCTION) && row.is(n + 2, "who"));
        if second.is_some()
            && let Some(first) = candidates.iter().find(|r| row.is(r.end + 1, "who"))
        {
            return Some(first.clone());
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
        let outermost = |r: &&Report| r.cue.start < at && r.subject.is_some() && !self.is_reported(r.cue.start, floor);
        if let Some(previous) = self.reports_in(floor).find(outermost)
            && !self.new_subject_between(previous.cue.end, at)
        {
            let subject = previous.subject.as_ref()?;
            return Some(Subject { units: subject.units.clone(), rule: SubjectRule::Shared });
        }
        let units = self.sentence_subject(floor, at)?;
        Some(Subject { units, rule: SubjectRule::Shared })
    }

    /// True where a report found so far has the unit `at` in what it reports.
    fn is_reported(&self, at: usize, floor: usize) -> bool {
        self.reports_in(floor).any(|r| r.cue.start < at && r.contents.iter().any(|c| matches!(c, Content::Clause(range) if range.contains(&at))))
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
        if self.opens_sentence(first, floor) {
            return self.subject_after(at).map(|units| Subject { units, rule: SubjectRule::Participle });
        }
        let before = first.checked_sub(1).filter(|b| *b >= floor)?;
        let shared = |s: Option<Subject>| s.map(|s| Subject { rule: SubjectRule::Participle, ..s });
        // "given Ames's comments saying that"
        let words = row.has(before, CUE_NOUN | DOCUMENT_NOUN) || matches!(row.word(before), "comments" | "remarks");
        if words
            && let Some(phrase) = row.phrase_before(first, floor)
            && let Some(owner) = self.owner(&phrase, before)
        {
            return Some(Subject { units: owner, rule: SubjectRule::Owner });
        }
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

    /// True where a verb group that starts at `first` opens its sentence: "Noting that", "After saying that".
    pub(super) fn opens_sentence(&self, first: usize, floor: usize) -> bool {
        let row = self.row;
        // "And in saying so"
        let floor = if row.has(floor, CONJUNCTION) && first > floor { floor + 1 } else { floor };
        first == floor
            || first == floor + 1 && row.has(floor, PREPOSITION | SUBORDINATOR) && !row.is(floor, "to")
            // "In addition to saying"
            || first > floor + 2
                && first <= floor + 5
                && row.has(floor, PREPOSITION)
                && row.has(first - 1, PREPOSITION)
                && !(floor..first).any(|n| row.has(n, VERB) || row.kind(n) != Some(Kind::Word))
    }

    /// The subject of the clause that follows what a participle at `at` opens: "Noting that it rained, Ortiz left".
    pub(super) fn subject_after(&self, at: usize) -> Option<Range> {
        let row = self.row;
        let end = row.sentence_end(at, true);
        let next = (at + 2..end).find_map(|n| {
            let next = match row.kind(n) {
                Some(Kind::Comma) => n + 1,
                _ if row.is_quote(n - 1) && clause::ends_with(row, n - 1, &[',']) => n,
                _ => return None,
            };
            (!row.has(next, CONJUNCTION | SUBORDINATOR | WH | PREPOSITION) && row.clause_at(next, end)).then_some(next)
        })?;
        row.phrase_at(next, end, true)
    }
}
