//! Words that go on with what was said before them.

use super::*;

/// Sentences that may stand between two pieces of one utterance.
const MERGE: usize = 1;

impl Maker<'_> {
    /// The draft of the quotation that stretch `m` goes on with.
    pub(super) fn continued_from(&self, m: usize) -> Option<usize> {
        let before = (0..m).rev().take(64).find(|k| self.marked[*k].parent.is_none() && self.marked[*k].level == self.marked[m].level)?;
        self.owner[before].filter(|_| self.marked[m].continues)
    }

    /// A marked stretch that follows an attributed one: in the same sentence, or as the next one.
    pub(super) fn continued(&mut self, row: Row<'_>) {
        for (unit, m) in self.unowned(row) {
            // The quotation goes on from the paragraph before.
            if self.marked[m].continues
                && unit == 0
                && let Some(before) = self.continued_from(m)
            {
                let Draft { group, cue, source, .. } = self.out[before].clone();
                self.direct(row, unit, group, cue, source.map(|s| Source { how: How::Continued, ..s }));
                continue;
            }
            // The last quotation before it, past marked words that nobody owns.
            let previous = (0..unit).rev().take(200).find_map(|u| match row.units[u].kind {
                Kind::Quote(p) => self.owner[p].map(|owner| (u, owner)),
                _ => None,
            });
            let Some((previous, owner)) = previous else {
                self.after_indirect(row, unit);
                continue;
            };
            let mut draft = self.out[owner].clone();
            // "“…,” she said, calling it “theft.” “…”": goes on with what she said first.
            if draft.kind == QuoteKind::Mixed && draft.source.as_ref().is_some_and(|s| s.how == How::Cue(SubjectRule::Participle)) && row.starts(unit, true) {
                let said = |d: &&Draft| d.kind == QuoteKind::Direct && d.source.as_ref().map(|s| s.span) == draft.source.as_ref().map(|s| s.span);
                match self.out.iter().rev().take(8).find(said) {
                    Some(first) => (draft.group, draft.cue) = (first.group, first.cue),
                    None => draft.group = self.new_group(),
                }
            }
            if draft.source.is_none() || draft.kind == QuoteKind::Scare || draft.kind == QuoteKind::Title {
                continue;
            }
            let cue_end = draft.cue.map_or(row.units[previous].span.end(), |c| c.end().max(row.units[previous].span.end()));
            let from = row.units.partition_point(|u| u.span.end() <= cue_end);
            let breaks = (from..unit).filter(|u| row.starts(*u, true) && *u != from).count();
            let inner = self.marked[m].inner.of(self.text);
            let short_sentence = inner.starts_with(char::is_uppercase) && inner.ends_with(['.', '!', '?', ',']);
            let whole = clause::is_sentence(row, unit) || short_sentence || wording::words(self.text, self.marked[m].inner) >= 4;
            let after_comma = unit > 0 && row.kind(unit - 1) == Some(Kind::Comma);
            if !(whole || after_comma) {
                continue;
            }
            let tight = breaks == 0
                && (row.starts(unit, true)
                    || clause::lead_start(row, row.sentence_start(unit, true)) == unit
                    || unit > 0 && matches!(row.kind(unit - 1), Some(Kind::Comma | Kind::Dash | Kind::Stop | Kind::Colon | Kind::Other | Kind::Quote(_))));
            // "“…,” she said. But “…”"
            let led = breaks == 1 && !row.starts(unit, true) && whole && clause::lead_start(row, row.sentence_start(unit, true)) == unit;
            if breaks == 1
                && let Some(range) = self.fragment(row, unit, &draft)
            {
                let source = draft.source.clone().map(|s| Source { how: How::Continued, ..s });
                let made = self.clause(row, &range, Draft { source, quoted: Vec::new(), ..draft });
                self.out.push(made);
                continue;
            }
            if tight || led {
                self.direct(row, unit, draft.group, draft.cue, draft.source.map(|s| Source { how: How::Continued, ..s }));
            } else if row.starts(unit, true) && breaks <= 2 && clause::is_sentence(row, unit) {
                let group = if breaks <= MERGE { draft.group } else { self.new_group() };
                self.direct(row, unit, group, draft.cue, draft.source.map(|s| Source { how: How::Floating, ..s }));
            }
        }
    }

    /// "Ortiz said the roof leaks. “It has leaked for years.”": the marked stretch at `unit` is a sentence of whoever the sentence
    /// before reports.
    fn after_indirect(&mut self, row: Row<'_>, unit: usize) {
        if unit == 0 || !row.starts(unit, true) || !clause::is_sentence(row, unit) {
            return;
        }
        let from = row.units[row.sentence_start(unit - 1, true)].span.start();
        let to = row.units[unit].span.start();
        let told = |d: &&Draft| d.span.start() >= from && d.span.end() <= to && d.class.has(SPEECH | WRITING) && d.rate.is_none();
        let Some(before) = self.out.iter().rev().take(8).find(told).filter(|d| d.source.is_some()) else { return };
        let (cue, source) = (before.cue, before.source.clone());
        let group = self.new_group();
        self.direct(row, unit, group, cue, source.map(|s| Source { how: How::Floating, ..s }));
    }

    /// The sentence of the marked stretch `unit`, where it goes on, in part unmarked, with what `draft` tells: "“…,” she said. That
    /// makes her “a person to be trusted.”"
    fn fragment(&self, row: Row<'_>, unit: usize, draft: &Draft) -> Option<Range> {
        /// Words that may stand before the marks.
        const LEAD: usize = 8;
        let Kind::Quote(m) = row.units[unit].kind else { return None };
        let inner = self.marked[m].inner;
        let lead = clause::lead_start(row, row.sentence_start(unit, true));
        let cued = draft.class.has(SPEECH | WRITING) && matches!(draft.source.as_ref().map(|s| s.how), Some(How::Cue(_)));
        if !cued
            || lead >= unit
            || unit - lead > LEAD
            || row.headline
            || wording::words(self.text, inner) < 3
            || !inner.of(self.text).starts_with(char::is_lowercase)
        {
            return None;
        }
        // Another person, or another deed, and the sentence is the reporter's.
        let told = (lead..unit).any(|u| row.units[u].is_name() && u > lead || row.has(u, PAST | ING) && row.has(u, VERB) && !row.has(u, AUXILIARY));
        let last = matches!(row.kind(unit + 1), None | Some(Kind::Stop | Kind::Quote(_)));
        (!told && last).then_some(lead..unit + 1)
    }

    /// A paragraph that is one quotation and nothing else, after an attributed one.
    pub(super) fn floating(&mut self, row: Row<'_>) {
        let Some(last) = self.last else { return };
        if row.units.len() > 1 || !row.is_quote(0) {
            return;
        }
        let Kind::Quote(m) = row.units[0].kind else { return };
        // In capitals only it is a heading, and a few words in single marks are one.
        let inner = self.marked[m].inner;
        if self.owner[m].is_some() || !inner.of(self.text).contains(char::is_lowercase) || kind::is_heading(row, 0, inner) {
            return;
        }
        let Draft { source, cue, group, .. } = self.out[last].clone();
        self.direct(row, 0, group, cue, source.map(|s| Source { how: How::Floating, ..s }));
    }
}
