//! What a cue reports that stands before it: "…,” Ortiz said", "The roof leaks, said Ortiz".

use super::super::wording;
use super::*;

impl Finder<'_> {
    /// True where a marked stretch or a comma stands before the cue and its subject may follow it: "…,” said Ortiz".
    pub(super) fn inverted(&self, at: usize, first: usize, form: Form) -> bool {
        let row = self.row;
        if form != Form::Finite || first == 0 {
            return false;
        }
        let before = first - 1;
        let after_quote = row.is_quote(before)
            || row.kind(before) == Some(Kind::Comma) && before > 0 && row.is_quote(before - 1)
            || matches!(row.kind(before), Some(Kind::Dash)) && before > 0 && row.is_quote(before - 1);
        let after_clause = row.kind(before) == Some(Kind::Comma) && !after_quote;
        let simple = matches!(row.word(at).to_ascii_lowercase().as_str(), "said" | "says" | "say" | "wrote" | "writes");
        if !(after_quote || after_clause && simple) || row.has(at, TELLING) && row.has(at, BARE) {
            return false;
        }
        let end = row.sentence_end(at, true);
        // "said Ortiz, who was late" is no clause that is said.
        // "said the roof, full of holes, would leak" is one.
        let resumes =
            |from: usize| (from + 2..end.min(from + 24)).find(|n| row.kind(*n) == Some(Kind::Comma)).is_some_and(|c| row.has(c + 1, AUXILIARY | MODAL));
        let clause =
            |phrase: Range| row.clause_at(at + 1, end) && !(row.kind(phrase.end) == Some(Kind::Comma) && !resumes(phrase.end) || row.has(phrase.end, WH));
        if !after_quote && (row.is(at + 1, "that") || row.phrase_at(at + 1, end, true).is_some_and(clause)) {
            return false;
        }
        let Some(phrase) = self.inverted_subject(at, end) else { return false };
        // "Ames, with a clerk of hers, wrote a letter": no clause stands before.
        let sentence = row.sentence_start(before, true);
        let aside = (sentence..before).any(|n| row.kind(n) == Some(Kind::Comma)) && !(sentence..before).any(|n| row.is_quote(n));
        if after_clause && aside && !row.has_finite(sentence..before) && !row.clause_at(clause::lead_start(row, sentence), before) {
            return false;
        }
        // "said the “old model” of it is gone"
        if !after_quote && phrase.clone().any(|n| row.is_quote(n)) {
            return false;
        }
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
        after_quote
            || row.has(phrase.start, DETERMINER)
            || phrase.clone().any(|n| row.units[n].is_name())
            || row.has(phrase.start, PEOPLE_NOUN | super::super::lexicon::PERSON_NOUN)
    }

    /// The phrase after the verb at `at`: "said Ortiz", "said retired clerk Lena Ortiz".
    fn inverted_subject(&self, at: usize, end: usize) -> Option<Range> {
        let row = self.row;
        // "said lobbyist and strategist Lena Ortiz"
        let both = |p: Range| {
            let joined = row.is(p.end, "and") && row.has(p.end - 1, super::super::lexicon::PERSON_NOUN);
            let second = row.phrase_at(p.end + 1, end, true).filter(|s| joined && row.units[s.end - 1].is_name());
            p.start..second.map_or(p.end, |s| s.end)
        };
        // "wrote one, a reader in Rome"
        let single = (matches!(row.word(at + 1), "one" | "another") && !row.is_nominal(at + 2)).then_some(at + 1..at + 2);
        row.phrase_at(at + 1, end, true).map(both).or(single).or_else(|| {
            let described = row.has(at + 1, PAST | ING) && !row.has(at + 1, AUXILIARY) && !row.units[at + 1].capital;
            let phrase = row.phrase_at(at + 2, end, true).filter(|_| described)?;
            row.units[phrase.end - 1].is_name().then_some(at + 1..phrase.end)
        })
    }

    /// Content before the cue: a marked stretch, or a clause and a comma. True where there is some.
    pub(super) fn behind(&self, report: &mut Report, first: usize, at: usize, inverted: bool) -> bool {
        let row = self.row;
        let clausal = !ahead::is_marks_only(row.units[at].verb);
        let end = row.sentence_end(at, true);
        if inverted && let Some(units) = self.inverted_subject(at, end) {
            report.subject = Some(Subject { units, rule: SubjectRule::Inverted });
        }
        let own = report.subject.as_ref().filter(|s| matches!(s.rule, SubjectRule::Before | SubjectRule::PastAside | SubjectRule::Inverted));
        let Some(subject) = own else { return false };
        let mut start = if subject.rule == SubjectRule::Inverted { first } else { subject.units.start };
        // "…,” as Ortiz put it"; "…,” but later Ortiz said" is another matter.
        while start > 1 && (row.is_adverb(start - 1) || row.is(start - 1, "as") || row.is(start - 1, "the")) {
            start -= 1;
        }
        // "…, she and a clerk said"
        if start > 2 && row.is(start - 1, "and") && row.is_pronoun(start - 2) && subject.rule == SubjectRule::Before {
            start -= 2;
        }
        if start == 0 {
            let comma = row.past_adverbials(at + 1, end);
            if clausal && row.is(0, "as") && row.kind(comma) == Some(Kind::Comma) && row.has(at, SPEECH | WRITING) && row.clause_at(comma + 1, end) {
                report.contents.push(Content::Clause(clause::clip(row, comma + 1, end, report.governor)));
                return true;
            }
            return false;
        }
        let mut before = start - 1;
        if subject.rule == SubjectRule::Before && !row.is_quote(before) && row.has(at, SPEECH | WRITING | DOCUMENT_VERB) {
            // "…,” a voice in the ad says", "…,” another friend, Ida Ames, said": all of it is one source.
            let back = (start.saturating_sub(10)..start).rev().take_while(|n| {
                row.is_quote(*n)
                    || !row.starts(*n + 1, true)
                        && !row.has(*n, VERB | SUBORDINATOR | WH)
                        && (!row.has(*n, CONJUNCTION) || *n > 0 && row.units[*n + 1].capital && row.units[*n - 1].capital)
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
        let goes_on = |next: usize| row.kind(next) == Some(Kind::Comma) && row.has(next + 1, CONJUNCTION) && row.is_quote(next + 2);
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
            let negated = (first..at).any(|n| row.has(n, NEGATION));
            let bare = ends == Some('.') && (next >= end || row.kind(next) == Some(Kind::Stop)) && row.has(at, SPEECH | WRITING) && !negated;
            let no_mark = !fits && !bare && !stops_before && (next >= end || matches!(row.kind(next), Some(Kind::Stop | Kind::Comma)));
            // "On the programme “Good Morning,” Ames said it was late": a title in an introduction.
            let title =
                !row.starts(quote, true) && wording::is_title_case(row.text, row.units[quote].span) && wording::words(row.text, row.units[quote].span) <= 6;
            if title && (row.has(quote - 1, PREPOSITION) || row.is_possessive(quote - 1)) && !row.is_quote(next) {
                return false;
            }
            if title && (row.clause_at(at + 1, end) || row.is(next, "that") || row.is_quote(next) || row.is_quote(next + 1)) {
                return false;
            }
            if fits || bare || no_mark {
                let lead = clause::lead_start(row, row.sentence_start(quote, true));
                // "Although Ames called it “theft,” Ortiz said the clerks knew it": her words stand after the cue.
                let ahead = row.clause_at(at + 1, end) || row.is(next, "that") || row.is_quote(next) || row.is_quote(next + 1);
                if lead < quote && row.has(lead, SUBORDINATOR) && ahead {
                    return false;
                }
                report.contents.push(if lead < quote && clause::takes_lead(row, lead, quote) {
                    Content::Clause(lead..quote + 1)
                } else {
                    Content::Quote(quote)
                });
                // "“We have it,” she said, and “we will use it.”"
                if goes_on(next) && !clause::is_sentence(row, next + 2) {
                    report.contents.push(Content::Clause(next + 1..next + 3));
                }
                report.behind = true;
                return true;
            }
            return false;
        }
        // "As Ames noted, the roof leaked", "but as Ames noted, …"
        if clausal && (row.is(before + 1, "as") && before + 1 < subject.units.start || row.is(before, "as")) {
            let comma = row.past_adverbials(at + 1, end);
            // "However, as Ames noted, …", "given that, as Ames noted, …"
            let opens = row.kind(before) != Some(Kind::Comma)
                || before > 0 && (row.has(before - 1, SUBORDINATOR | CONJUNCTION) || row.is_adverb(before - 1) && row.starts(before - 1, true));
            if row.kind(comma) == Some(Kind::Comma) && row.has(at, SPEECH | WRITING) && row.clause_at(comma + 1, end) && opens {
                report.contents.push(Content::Clause(clause::clip(row, comma + 1, end, report.governor)));
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
        } else if row.has(at, TELLING) {
            let object = matches!(row.word(next), "him" | "her" | "them" | "me" | "us")
                && (row.kind(next + 1) != Some(Kind::Word) || row.has(next + 1, PREPOSITION | TIME));
            next = if object { next + 1 } else { row.phrase_at(next, end, true).map_or(next, |object| object.end) };
        }
        // "…, he told his aides as he left"
        let while_so = subject.rule == SubjectRule::Before
            && row.has(at, TELLING)
            && next > at + 1
            && matches!(row.word(next), "as" | "while" | "when" | "after" | "before")
            && row.clause_at(next + 1, end);
        next = row.past_adverbials(next, end);
        // "said Ortiz, who was late", "said Ortiz, a clerk": more about Ortiz.
        let aside = subject.rule == SubjectRule::Inverted
            && (row.is(next, "who") && row.has_finite(row.sentence_start(before, true)..before)
                || row.kind(next) == Some(Kind::Comma) && (row.has(next + 1, WH) || row.has(next + 1, DETERMINER) && !row.clause_at(next + 1, end)));
        // "…, he told his aides as he left"
        let purpose = next > at + 1 && row.is(next, "to") && row.has(next + 1, BASE | BE);
        let closed = next >= end
            || purpose
            || aside
            || while_so
            || matches!(row.kind(next), Some(Kind::Stop | Kind::CloseBracket | Kind::Semicolon))
            || row.starts(next, true);
        let middle = row.kind(next) == Some(Kind::Comma) && !aside;
        if !(closed || middle) {
            return false;
        }
        let sentence = row.sentence_start(before, true);
        let lead = clause::lead_start(row, sentence);
        // "Now, Ames said, the roof is dry"; "It was, Ames said, a cold roof"
        let word = sentence < before && (sentence..before).all(|n| row.is_adverb(n) || row.has(n, CONJUNCTION));
        let verb = before > lead + 1 && before <= lead + 3 && row.has(before - 1, AUXILIARY | MODAL);
        let goes_on = word && row.clause_at(next + 1, end) || verb && !row.has(next + 1, WH | SUBORDINATOR | CONJUNCTION);
        if middle && goes_on && row.has(at, BARE) && !row.is_quote(next + 1) {
            let start = if word { sentence } else { lead };
            if !row.has(start, CONJUNCTION) {
                report.contents.push(Content::Clause(start..before));
            }
            report.contents.push(Content::Clause(clause::clip(row, next + 1, end, report.governor)));
            report.behind = true;
            return true;
        }
        let gerund = row.has(lead, ING) && row.has(next + 1, AUXILIARY | THIRD) && !row.has(next + 1, NOUNISH);
        if middle && before > lead && !row.has_finite(lead..before) && (gerund || !row.has(lead, TIME | ING)) {
            let clause = row.clause_at(next + 1, end) && !row.has(next + 1, WH | SUBORDINATOR | CONJUNCTION) || row.is(next + 1, "because");
            let plural = row.word(before - 1).ends_with('s') && row.has(next + 1, BASE) && !row.has(next + 1, NOUNISH);
            let verb = clause || (plural || row.has(next + 1, AUXILIARY | MODAL | PAST | THIRD)) && row.kind(next + 1) == Some(Kind::Word);
            let quote = row.is_quote(next + 1) && !clause::is_sentence(row, next + 1) && !(lead..before).any(|n| row.has(n, TIME | DOCUMENT_NOUN));
            if verb || quote {
                report.contents.push(Content::Clause(lead..before));
                report.contents.push(Content::Clause(clause::clip(row, next + 1, end, report.governor)));
                report.behind = true;
                return true;
            }
        }
        // "If the bill fails, Ames said, “we will try again.”"
        let conditional = matches!(row.word(lead), "If" | "if" | "Whether" | "Unless" | "Because");
        if middle
            && row.is_quote(next + 1)
            && !row.has(lead, PAST | ING)
            && (conditional || row.has(lead, SUBORDINATOR) && !clause::starts_upper(row, next + 1))
            && !(lead..before).any(|n| row.has(n, SPEECH) && row.has(n, PAST | ING) || !conditional && row.has(n, DOCUMENT_NOUN))
        {
            report.contents.push(Content::Clause(lead..before));
            report.contents.push(Content::Clause(clause::clip(row, next + 1, end, report.governor)));
            report.behind = true;
            return true;
        }
        // "“We have the money” for a new roof, Ames said": the marked words have their own verb.
        // After a comma inside the marks a name is who speaks: "“We have it,” Ortiz, 30, said".
        let marked = || {
            (lead..before).rev().find(|n| row.is_quote(*n)).is_some_and(|n| {
                let span = row.units[n].span;
                wording::words(row.text, span) >= 3
                    && !wording::is_title_case(row.text, span)
                    && (!clause::ends_with(row, n, &[',', '?', '!', '.']) || row.has(n + 1, PREPOSITION))
            })
        };
        // A verb that no table has: "he operates on a different principle, he said".
        let head = if row.is(lead, "to") { (lead..before).find(|n| row.kind(*n) == Some(Kind::Comma)).map_or(lead, |c| c + 1) } else { lead };
        let plain = before >= head + 4 && !row.has(head, PREPOSITION | SUBORDINATOR | WH | TIME | ING) && !row.is_adverb(head);
        let finite = row.has_finite(lead..before) || row.clause_at(lead, before) || closed && plain && row.has(at, BARE);
        // Nothing is left for "he said." to report but the words before it.
        let last = closed && row.has(at, BARE) && finite;
        if (before <= lead + 2 || !finite) && !(before > lead + 1 && marked()) || clause::is_introduction(row, lead, before) && !middle && !last {
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
            let rest = clause::clip(row, next + 1, end, report.governor);
            let joined = row.has(next + 1, ING | WH) || row.is_quote(next + 1);
            let goes_on = clause::is_introduction(row, lead, before) || row.has(next + 1, CONJUNCTION) && row.clause_at(next + 2, end);
            // "The crowd broke through, he said, and “everyone started running.”": one utterance around its cue.
            let quote = rest.clone().find(|n| row.is_quote(*n));
            let around = quote.is_some_and(|q| {
                row.past_adverbials(next + 1, end) < q
                    && !row.has(next + 1, TIME)
                    && !(clause::is_sentence(row, q) && matches!(row.kind(q - 1), Some(Kind::Comma | Kind::Colon)))
            });
            let because =
                row.is(next + 1, "because") && (row.clause_at(next + 2, end) || row.is_pronoun(next + 2)) && !(next + 2..next + 5).any(|n| row.has(n, SPEECH));
            let that = row.is(next + 1, "that") && (row.clause_at(next + 2, end) || row.has(next + 2, MODAL));
            let goes_on = goes_on || around || because || that;
            if (rest.len() >= 3 || around) && !joined && goes_on {
                report.contents.push(Content::Clause(rest));
            }
        }
        true
    }
}
