//! What a cue reports that stands after it: "Ortiz said that …", "said: “…”".

use super::*;

/// Verbs of speech beside marks that report nothing without them: "began", "smiled".
pub(super) fn is_marks_only(verb: u16) -> bool {
    matches!(
        super::super::lexicon::verb(verb),
        "begin" | "continue" | "let" | "smile" | "laugh" | "sigh" | "sing" | "cite" | "order" | "name" | "post" | "type"
    )
}

impl Finder<'_> {
    /// Content after the cue.
    pub(super) fn ahead(&self, report: &mut Report, at: usize, after: usize, end: usize, form: Form, behind: bool) {
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
            // "told the station's “Good Morning” that"
            let title = row.is_title(object.end) && (row.is(object.end + 1, "that") || row.clause_at(object.end + 1, end));
            next = object.end + usize::from(title);
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
        // "says, if elected, she would stay"
        if row.kind(next) == Some(Kind::Comma)
            && class & SPEECH != 0
            && form != Form::Infinitive
            && !behind
            && report.subject.as_ref().is_some_and(|s| s.rule != SubjectRule::Inverted)
            && (row.is(next + 1, "if") || row.is(next + 1, "unless"))
            && let Some(close) = (next + 2..end.min(next + 18)).find(|n| row.kind(*n) == Some(Kind::Comma))
            && row.clause_at(close + 1, end)
        {
            report.contents.push(Content::Clause(clause::clip(row, next + 1, end, Governor { form: 0, ..report.governor })));
            return;
        }
        // "said — on Friday, of all days — that"
        if row.kind(next) == Some(Kind::Dash)
            && let Some(close) = (next + 2..end.min(next + 14)).find(|n| row.kind(*n) == Some(Kind::Dash))
            && row.is(close + 1, "that")
        {
            next = close + 1;
        }
        match row.kind(next) {
            Some(Kind::Semicolon) => return,
            Some(Kind::Colon) => {
                if row.is_quote(next + 1) {
                    report.contents.push(Content::Quote(next + 1));
                } else if next + 1 >= row.units.len() {
                    report.contents.push(Content::NextParagraph);
                } else if speech && !behind && !is_marks_only(row.units[at].verb) && !(after..next).any(|n| row.has(n, VERB)) {
                    let range = clause::clip(row, next + 1, row.sentence_end(next, true).max(next + 1), report.governor);
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
        if row.is(next, "that") && self.in_relative(report, next) {
            return;
        }
        if row.is(next, "that")
            && !self.is_relative(before_adverbials, next)
            && !(behind && (row.has(next - 1, super::super::lexicon::PREPOSITION) || next > before_adverbials))
            && !(class & ACT != 0 && !speech && class & THOUGHT == 0)
            && class & (SPEECH | WRITING | DOCUMENT_VERB | THOUGHT) != 0
        {
            // "said that" as an object pronoun: "he said that to me".
            let range = clause::clip(row, next, end, report.governor);
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
            let range = clause::clip(row, that, end, report.governor);
            let marked = row.is_quote(that + 1);
            // "directs the institute, cautioned that": another's cue.
            let another = row.has(that - 1, CUE) && row.has(that - 1, PAST | THIRD | ING) && !row.has(that - 1, NOUNISH);
            if another {
                return;
            }
            if (range.len() >= 3 && row.clause_at(that + 1, end) || marked) && !row.clause_at(next, that) {
                report.contents.push(Content::Clause(range));
                return;
            }
        }
        // "chanted “Mend it!” after the vote": the marked words and no more.
        if row.is_quote(next) && matches!(super::super::lexicon::verb(row.units[at].verb), "chant" | "yell" | "shout" | "scream") {
            // "shouting “Out!” and “Mend it!”"
            let mut last = next;
            while row.has(last + 1, CONJUNCTION) && row.is_quote(last + 2) {
                last += 2;
            }
            report.contents.push(if last > next { Content::Clause(next..last + 1) } else { Content::Quote(next) });
            return;
        }
        if row.is_quote(next) {
            let range = clause::clip(row, next, end, report.governor);
            let alone = range.len() == 1;
            report.contents.push(if alone && clause::is_sentence(row, next) { Content::Quote(next) } else { Content::Clause(range) });
            return;
        }
        // "said some members who left"
        if behind
            && (row.has(next, WH) || row.is(next, "that"))
            && report.subject.as_ref().is_some_and(|s| s.rule == SubjectRule::Inverted && s.units.end == next)
        {
            return;
        }
        // "condemned what she called a “brazen breach”"
        if row.is(next, "what")
            && let Some(subject) = row.phrase_at(next + 1, end, true)
            && (subject.end..subject.end + 3).any(|v| row.has(v, NAMING) && row.has(v, PAST | THIRD))
            && (subject.end..end.min(subject.end + 9)).any(|q| row.is_quote(q))
        {
            report.contents.push(Content::Clause(clause::object(row, clause::clip(row, next, end, report.governor))));
            return;
        }
        let wh = row.has(next, WH) || row.is(next, "if") && matches!(row.word(at), "asked" | "asking" | "ask" | "asks" | "wondered" | "wonder" | "wondering");
        let when = row.is(next, "when") && (row.has(next + 1, PAST | ING) || class & BARE != 0 && report.addressee.is_none());
        if wh && !when && class & (SPEECH | WRITING) != 0 && (report.addressee.is_some() || !row.is(next, "who") && !row.is(next, "which")) {
            let range = clause::clip(row, next, end, report.governor);
            if range.len() >= 3 {
                report.contents.push(Content::Clause(range));
            }
            return;
        }
        if let Some(pronoun) = self.gap(report, at) {
            report.contents.push(Content::Clause(pronoun..pronoun + 1));
            report.contents.push(Content::Clause(clause::clip(row, at + 1, end, Governor { relative: true, ..report.governor })));
            return;
        }
        // "everything Ames says is a lie": it is not what she says.
        let whole = report
            .subject
            .as_ref()
            .and_then(|s| s.units.start.checked_sub(1))
            .is_some_and(|b| ["everything", "anything", "nothing", "all"].iter().any(|w| row.is(b, w)));
        if whole && row.has(next, AUXILIARY | MODAL) && next == at + 1 {
            return;
        }
        let range = clause::clip(row, before_adverbials, end, report.governor);
        let has_quote = range.clone().any(|n| row.is_quote(n));
        if class & (SPEECH | WRITING | DOCUMENT_VERB | THOUGHT) != 0 {
            let sure = form == Form::Finite || class & BARE != 0 && form == Form::Participle;
            let opens = |n: usize| row.clause_at(n, end) && (sure || row.is_plain_clause(n, end)) && !self.adds_thing(at, n);
            let relative = row.is(next, "that") && self.is_relative(before_adverbials, next);
            let start = [next, before_adverbials].into_iter().find(|n| opens(*n) && !(relative && *n == next)).filter(|_| !is_marks_only(row.units[at].verb));
            let bare = class & BARE != 0 && class & (SPEECH | WRITING) != 0 && class & NOUNISH == 0;
            if let Some(start) = start {
                let range = clause::clip(row, start, end, report.governor);
                if range.len() >= 3 || range.len() == 2 && bare {
                    report.contents.push(Content::Clause(range));
                    return;
                }
            } else if bare && next < end && matches!(row.word(at).to_ascii_lowercase().as_str(), "said" | "says" | "say" | "saying") {
                let range = clause::clip(row, next, end, report.governor);
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
        if class & INFINITIVE != 0 && form == Form::Finite && report.subject.is_some() {
            let to = report.addressee.as_ref().map_or(after, |a| a.end);
            let to = if row.is_adverb(to) { to + 1 } else { to };
            // "promised on Monday to leave"
            let timed = row.past_adverbials(to, end);
            let to = if timed > to && row.is(timed, "to") && row.has(timed - 1, TIME) { timed } else { to };
            let infinitive =
                row.kind(to + 1) == Some(Kind::Word) && !row.units[to + 1].capital && !row.has(to + 1, DETERMINER | PRONOUN | PREPOSITION | PEOPLE_NOUN | WH);
            // "to say, “I stay”": those are the very words.
            let led = range.clone().find(|n| row.is_quote(*n)).is_some_and(|q| matches!(row.kind(q - 1), Some(Kind::Comma | Kind::Colon)));
            if row.is(to, "to") && (infinitive && !led || row.quote_opens(to + 1).is_some_and(|f| f == 0 || f & (BASE | BE) != 0)) {
                let start = report.addressee.as_ref().map_or(to, |a| a.start);
                report.contents.push(Content::Clause(clause::clip(row, start, end, report.governor)));
                return;
            }
        }
        if !has_quote
            && form != Form::Infinitive
            && report.subject.is_some()
            && let Some(start) = self.charge(at, end)
        {
            let range = clause::clip(row, start, end, report.governor);
            if range.len() >= 2 {
                report.contents.push(Content::Clause(range));
                return;
            }
        }
        // Marked words in the verb phrase: "called the plan “crazy”", "accused him of being “weak”".
        let charged = form == Form::Infinitive && report.subject.is_some() && self.charge(at, end).is_some();
        if has_quote && (form != Form::Infinitive || speech || charged) && !range.is_empty() {
            let first = range.clone().find(|n| row.is_quote(*n)).unwrap_or(range.start);
            let near = first - range.start <= 18;
            let crossed = (range.start..first).any(|n| {
                row.has(n, CUE)
                    && row.has(n, PAST | THIRD)
                    && !row.has(n, NOUNISH)
                    && !(n > range.start && (row.is_possessive(n - 1) || row.has(n - 1, DETERMINER)))
                    || row.has(n, VERB) && row.has(n, PAST) && n > range.start && (row.has(n - 1, CONJUNCTION) || row.is_adverb(n - 1) || row.is_pronoun(n - 1))
            });
            let crossed = crossed || self.nearer(range.start, first);
            let introduced = matches!(row.kind(first - 1), Some(Kind::Comma | Kind::Colon)) && (clause::is_sentence(row, first) || class & SPEECH != 0);
            // "said because it rains, “the roof leaks”": the condition is hers.
            let conditional =
                matches!(row.word(range.start), "because" | "if" | "unless" | "although" | "while") && !clause::starts_upper(row, first) && !crossed;
            if conditional && class & SPEECH != 0 {
                report.contents.push(Content::Clause(range));
                return;
            }
            if introduced && !crossed && near && class & SPEECH != 0 {
                report.contents.push(Content::Quote(first));
                return;
            }
            let range = if row.kind(range.start) == Some(Kind::Comma) { range.start + 1..range.end } else { range };
            let range = clause::object(row, range);
            if near && !crossed && !introduced && range.start <= first {
                report.contents.push(Content::Clause(range));
            }
        }
    }

    /// "added a solo shot and the town beat Rovers": a thing was added, whatever stands after it.
    pub(super) fn adds_thing(&self, verb: usize, from: usize) -> bool {
        let row = self.row;
        super::super::lexicon::verb(row.units[verb].verb) == "add" && matches!(row.word(from), "a" | "an" | "another" | "two" | "three")
    }

    /// True where a cue of its own stands between `from` and the marked stretch at `quote`: "released a letter calling it “theft”",
    /// "spoke of his claim that “…”", "critics who say it is “theft”".
    fn nearer(&self, from: usize, quote: usize) -> bool {
        let row = self.row;
        (from + 1..quote).any(|n| {
            let unit = &row.units[n];
            let noun = row.has(n, CUE_NOUN | NOUNISH) && row.is(n + 1, "that");
            let participle = row.has(n, ING) && row.kind(n - 1) == Some(Kind::Word) && !row.has(n - 1, PREPOSITION | BE);
            let relative = row.has(n, BASE | PAST | THIRD) && (row.is(n - 1, "who") || row.is(n - 1, "which"));
            // "answered a clerk by saying it was “theft”"
            let by = row.has(n, ING) && row.has(n, SPEECH) && row.is(n - 1, "by");
            let verb = row.has(n, CUE) && !row.has(n - 1, DETERMINER) && (participle || relative || by);
            unit.kind == Kind::Word && !unit.capital && (noun || verb)
        })
    }

    /// True where "that" at `that` says more of the last adverbial: "with a phrase that", "of his plan that".
    fn is_relative(&self, from: usize, that: usize) -> bool {
        let row = self.row;
        // "believes in news that “takes sides”"
        if that > from && row.quote_opens(that + 1).is_some_and(|f| f & (PAST | THIRD | AUXILIARY | MODAL) != 0) {
            return true;
        }
        let preposition = (from..that).rev().find(|n| row.has(*n, PREPOSITION));
        preposition.is_some_and(|p| matches!(row.word(p), "with" | "of" | "about" | "for" | "by")) && {
            let verb = that + 1 + usize::from(row.is_adverb(that + 1));
            row.has_finite(verb..(verb + 1).min(row.units.len()))
        }
    }

    /// The relative pronoun that is the subject of what the cue reports: "the roof, which Ortiz says is dry".
    fn gap(&self, report: &Report, at: usize) -> Option<usize> {
        let row = self.row;
        let subject = report.subject.as_ref().filter(|s| s.rule == SubjectRule::Before)?;
        let pronoun = subject.units.start.checked_sub(1).filter(|p| *p > 0)?;
        let relative = matches!(row.word(pronoun), "which" | "who") || row.is(pronoun, "that") && row.is_nominal(pronoun - 1);
        let verb = at + 1 + usize::from(row.is_adverb(at + 1));
        let finite = row.has(verb, AUXILIARY | MODAL | PAST | THIRD) && !row.has(verb, NOUNISH) && row.kind(verb) == Some(Kind::Word);
        let says = row.has(at, SPEECH) && row.has(at, BARE) || row.has(at, THOUGHT) && !row.is(pronoun, "that");
        (relative && finite && says && !row.has(at, TELLING)).then_some(pronoun)
    }

    /// True where the cue stands in a relative clause without its pronoun, which "that" at `that` goes on with: "the book she wrote that
    /// helped".
    fn in_relative(&self, report: &Report, that: usize) -> bool {
        let row = self.row;
        let Some(subject) = report.subject.as_ref().filter(|s| s.rule == SubjectRule::Before) else { return false };
        let start = subject.units.start;
        start > 0 && !row.starts(start, true) && row.is_nominal(start - 1) && row.has(that + 1, PAST | THIRD | AUXILIARY | MODAL) && !row.has(that + 1, NOUNISH)
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
            let owned = row.is(at, "her") && row.has(at + 1, PEOPLE_NOUN | super::super::lexicon::PERSON_NOUN);
            return row.phrase_at(at, end, false).filter(|_| owned).or(Some(at..at + 1));
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
        // "refused to blame Ortiz"
        let verb = row.has(at + 1, BASE) && !row.units[at + 1].capital;
        let object = row.phrase_at(at + 1, to, false).filter(|_| !verb)?;
        let head = &row.units[object.end - 1];
        let somebody = head.is_name()
            || head.has(PEOPLE_NOUN | super::super::lexicon::PERSON_NOUN | super::super::lexicon::BODY_NOUN)
            || matches!(row.word(object.start), "him" | "her" | "them" | "me" | "us");
        (somebody && !row.has(object.start, TIME)).then_some(object)
    }
}
