//! Marked words as part of a phrase: a word, a title, the verb of a clause.

use crate::quotes::cues::Flags;
use crate::quotes::lexicon;
use crate::quotes::lexicon::{DETERMINER, PERSON_NOUN, TITLE};
use crate::quotes::row::Row;
use crate::quotes::wording;

impl Row<'_> {
    /// A marked word inside a phrase: `the so-called "dreamers" said`.
    pub(super) fn is_quoted_word(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|u| u.is_quote() && u.span.len() < 24)
            && at > 0
            && (self.has(at - 1, DETERMINER | TITLE | PERSON_NOUN) || self.is_possessive(at - 1))
    }

    /// True for the title of a programme or paper at `at`, a marked stretch after a possessive or a name: "on the station's “Good Morning”".
    pub(in crate::quotes) fn is_title(&self, at: usize) -> bool {
        let Some(unit) = self.units.get(at).filter(|u| u.is_quote()) else { return false };
        at > 0
            && (self.is_possessive(at - 1) || self.units[at - 1].is_name() || self.has(at - 1, lexicon::WORK_NOUN))
            && wording::is_title_case(self.text, unit.span)
            && wording::words(self.text, unit.span) <= 6
            && !unit.span.of(self.text).trim_end_matches(['"', '”', '\'', '’']).ends_with(['.', '!', '?'])
    }

    /// What the first marked word of the stretch at `at` can be, where it is in lower case: “would say anything”.
    pub(in crate::quotes) fn quote_opens(&self, at: usize) -> Option<Flags> {
        let word = self.word(at).trim_start_matches(|c: char| !c.is_alphanumeric());
        let end = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        let lower = word.starts_with(char::is_lowercase) && self.is_quote(at);
        lower.then(|| lexicon::flags(&word[..end]))
    }
}
