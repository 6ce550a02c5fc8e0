//! "In Ortiz's view, …": an opinion told as that of its owner, without a verb.

use super::*;
use crate::lexicon::WordSet;

/// What stands for somebody's opinion or words after "in".
const VIEWS: WordSet = WordSet::new("account estimation eyes judgement judgment mind opinion reckoning telling view words");

impl Finder<'_> {
    /// "In her view, …" whose "in" is at `at`. True where it reports something.
    pub(super) fn in_view(&mut self, at: usize) -> bool {
        let row = self.row;
        let opens = at == row.sentence_start(at, true) || matches!(row.kind(at - 1), Some(Kind::Comma | Kind::Semicolon)) || row.has(at - 1, CONJUNCTION);
        if !row.is(at, "in") || !opens {
            return false;
        }
        let end = row.sentence_end(at, true);
        let Some(phrase) = row.phrase_at(at + 1, end, false) else { return false };
        let noun = phrase.end - 1;
        if !VIEWS.has(row.word(noun)) || row.kind(phrase.end) != Some(Kind::Comma) {
            return false;
        }
        let Some(units) = self.owner(&phrase, noun) else { return false };
        let first = phrase.end + 1;
        if !row.clause_at(first, end) && !row.is_quote(first) {
            return false;
        }
        let content = clause::clip(row, first, end, Governor::default());
        let alone = content.len() == 1 && row.is_quote(first);
        let contents = vec![if alone { Content::Quote(first) } else { Content::Clause(content) }];
        let subject = Some(Subject { units, rule: SubjectRule::Owner });
        self.found.push(Report { subject, contents, ..Report::new(noun..noun + 1, SPEECH) });
        true
    }
}
