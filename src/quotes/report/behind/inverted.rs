//! Whether the subject of a cue follows it: "…,” said Ortiz".

use super::super::*;

impl Finder<'_> {
    /// True where a marked stretch or a comma stands before the cue and its subject may follow it: "…,” said Ortiz".
    pub(in crate::quotes::report) fn inverted(&self, at: usize, first: usize, form: Form) -> bool {
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
            || row.has(phrase.start, PEOPLE_NOUN | crate::quotes::lexicon::PERSON_NOUN)
    }

    /// The phrase after the verb at `at`: "said Ortiz", "said retired clerk Lena Ortiz".
    pub(super) fn inverted_subject(&self, at: usize, end: usize) -> Option<Range> {
        let row = self.row;
        // "said lobbyist and strategist Lena Ortiz"
        let both = |p: Range| {
            let joined = row.is(p.end, "and") && row.has(p.end - 1, crate::quotes::lexicon::PERSON_NOUN);
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
}
