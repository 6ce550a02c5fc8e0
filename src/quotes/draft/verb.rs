//! Words beside a verb that no report was found for: one that no list has, or one far from the mark.

use super::super::lexicon::{BE, WH};
use super::*;

impl Maker<'_> {
    /// "…,” Ortiz sputtered.": a comma inside the mark, a name, a verb that no list has, and the end of the clause.
    pub(super) fn unknown_verbs(&mut self, row: Row<'_>) {
        for (unit, m) in self.unowned(row) {
            let inner = self.marked[m].inner.of(self.text);
            let mut next = unit + 1;
            let outside = row.kind(next) == Some(Kind::Comma);
            if outside {
                next += 1;
            }
            if !outside && !inner.ends_with([',', '?', '!', '—', '-', '–']) || wording::words(self.text, self.marked[m].inner) < 2 && outside {
                continue;
            }
            // "She is Iowa's “silver standard,” Ames reminds": a part of the sentence, which has its own verb.
            let opens = clause::lead_start(row, row.sentence_start(unit, true)) >= unit;
            if !opens && !row.units[..unit].last().is_some_and(|u| matches!(u.kind, Kind::Comma | Kind::Colon | Kind::Dash | Kind::Quote(_) | Kind::Stop)) {
                continue;
            }
            // "On the station's “Good Morning,” Ortiz was asked about it": a title.
            if !row.starts(unit, true) && wording::is_title_case(self.text, self.marked[m].inner) && wording::words(self.text, self.marked[m].inner) <= 6 {
                continue;
            }
            let end = row.sentence_end(unit, false);
            let verb_like = |u: usize| {
                row.kind(u) == Some(Kind::Word)
                    && !row.units[u].capital
                    && (row.has(u, PAST | THIRD) && row.has(u, VERB) || row.word(u).ends_with("ed") && row.word(u).len() > 4)
            };
            let (verb, source) = if verb_like(next) && !row.has(next, AUXILIARY) {
                let Some(phrase) = row.phrase_at(next + 1, end, true) else { continue };
                (next, phrase)
            } else {
                let Some(mut phrase) = row.phrase_at(next, end, true) else { continue };
                // An -ed word after a name is the verb that no list has.
                if let Some(split) = (phrase.start + 1..phrase.end).find(|u| row.units[u - 1].capital && verb_like(*u)) {
                    phrase.end = split;
                }
                let mut verb = phrase.end;
                while verb < end && (row.is_adverb(verb) || row.has(verb, AUXILIARY)) {
                    verb += 1;
                }
                if !verb_like(verb) {
                    continue;
                }
                (verb, phrase)
            };
            if outside && !row.units[source.start].capital && !row.is_pronoun(source.start) {
                continue;
            }
            let group = self.new_group();
            let lead = clause::lead_start(row, row.sentence_start(unit, true));
            let source = Source { span: span_of(row, &source), how: How::UnknownVerb };
            let cue = Some(row.units[verb].span);
            if outside && lead < unit {
                continue;
            }
            self.direct(row, unit, group, cue, Some(source));
        }
    }

    /// "…,” Lena Ortiz, 47, of Rome, who was among those asked, said by telephone.": a comma inside the mark, whoever speaks,
    /// and further on the verb of speech with nothing left to report.
    pub(super) fn distant_verbs(&mut self, row: Row<'_>) {
        /// Units between the speaker and the verb.
        const FARTHEST: usize = 40;
        for (unit, m) in self.unowned(row) {
            if !row.starts(unit, true) || !self.marked[m].inner.of(self.text).ends_with([',', '?', '!']) {
                continue;
            }
            let end = row.sentence_end(unit + 1, true);
            let Some(phrase) = row.phrase_at(unit + 1, end, true) else { continue };
            let last = &row.units[phrase.end - 1];
            if !(row.units[phrase.start].capital || row.has(phrase.start, DETERMINER) || last.capital || last.has(PERSON_NOUN | PEOPLE_NOUN)) {
                continue;
            }
            let verb = (phrase.end..end.min(phrase.end + FARTHEST)).take_while(|v| !row.is_quote(*v)).find(|v| {
                let told = row.has(*v, TELLING);
                let next = row.phrase_at(v + 1, end, true).filter(|_| told).map_or(v + 1, |o| o.end);
                let next = row.past_adverbials(next, end);
                row.has(*v, SPEECH | WRITING)
                    && row.has(*v, PAST | THIRD)
                    && row.kind(*v) == Some(Kind::Word)
                    && !row.units[*v].capital
                    && !row.has(v - 1, WH | DETERMINER | BE)
                    && (next >= end || matches!(row.kind(next), Some(Kind::Stop)) || row.is_quote(next) || row.kind(next) == Some(Kind::Comma))
            });
            let Some(verb) = verb else { continue };
            let source = Source { span: span_of(row, &phrase), how: How::Cue(SubjectRule::PastAside) };
            let group = self.new_group();
            self.direct(row, unit, group, Some(row.units[verb].span), Some(source));
        }
    }
}
