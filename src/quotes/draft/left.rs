//! Marked words that nothing else claimed: under a verb that reports nothing, and what is left.

use super::super::cues::CUE_NOUN;
use super::*;

impl Maker<'_> {
    /// A fragment in a sentence whose verb reports nothing by itself: "ranged from hostile to “polite but cold”".
    pub(super) fn governed(&mut self, row: Row<'_>) {
        for (unit, m) in self.unowned(row) {
            let inner = self.marked[m].inner;
            let count = wording::words(self.text, inner);
            let colon = unit > 0 && row.kind(unit - 1) == Some(Kind::Colon);
            // "Ames said he was thinking: “…”": pieces of one utterance.
            if colon
                && let Some(before) = self.out.iter().rev().take(8).find(|d| d.source.is_some() && unit > 1 && d.span.end() == row.units[unit - 2].span.end())
            {
                let Draft { group, cue, source, .. } = before.clone();
                self.direct(row, unit, group, cue, source.map(|s| Source { how: How::Continued, ..s }));
                continue;
            }
            // "More from the mayor, Lena Ortiz: “…”": the name before the colon.
            if colon && let Some(name) = row.phrase_before(unit - 1, row.sentence_start(unit - 1, true)).filter(|n| labels::is_name(row, n)) {
                let group = self.new_group();
                let source = Some(Source { span: span_of(row, &name), how: How::Label });
                self.direct(row, unit, group, Some(row.units[unit - 1].span), source);
                continue;
            }
            if count < 3 || kind::mentioned(row, unit, inner).is_some() || row.starts(unit, true) {
                continue;
            }
            if wording::is_title_case(self.text, inner) && count < 7 {
                continue;
            }
            let first = row.sentence_start(unit, true);
            let verb = (first..unit).rev().take(25).find(|v| {
                let finite = row.has(*v, PAST | THIRD) && row.has(*v, VERB) && !row.units[*v].capital;
                finite || row.kind(*v) == Some(Kind::Word) && row.word(*v).ends_with("ed") && row.word(*v).len() > 4 && !row.units[*v].capital
            });
            let Some(verb) = verb else { continue };
            let Some(subject) = subject_of(row, verb) else { continue };
            let group = self.new_group();
            let source = Some(Source { span: span_of(row, &subject), how: How::Governing });
            let cue = Some(row.units[verb].span);
            if !may_speak(row, &subject) {
                continue;
            }
            if colon || clause::is_sentence(row, unit) && row.kind(unit - 1) == Some(Kind::Comma) {
                self.direct(row, unit, group, cue, source);
                continue;
            }
            let mut start = unit;
            let near = unit - verb <= 12;
            while near && start > verb + 1 && !matches!(row.kind(start - 1), Some(Kind::Comma | Kind::Dash | Kind::Semicolon)) && unit - start < 12 {
                start -= 1;
            }
            // "took credit for “being right”"
            if start < unit && row.is(unit - 1, "for") {
                start = unit;
            }
            // "fanned the fire over her remark that “…”"
            if let Some(that) = (start + 1..=unit).find(|n| row.is(*n, "that") && row.has(n - 1, CUE_NOUN)) {
                start = that;
            }
            let joined = row.is(unit + 1, "and") || row.is(unit + 1, "or");
            let second = unit + 2 + usize::from(row.has(unit + 2, DETERMINER));
            let mut last = if joined && row.is_quote(second) { second + 1 } else { unit + 1 };
            // "a “total ban” on all of them"
            if matches!(row.word(last), "of" | "on" | "for" | "to" | "between" | "from" | "against")
                && row.word(last - 1).trim_end_matches(['"', '”', '’', '\'', '»', ' ']).ends_with(char::is_alphanumeric)
                && let Some(tied) = row.phrase_at(last + 1, row.sentence_end(unit, true), true)
            {
                last = tied.end;
            }
            let range = clause::object(row, start..last);
            let draft = Draft { cue, source, ..Draft::new(span_of(row, &range), QuoteKind::Mixed, group) };
            let made = self.clause(row, &range, draft);
            self.out.push(made);
        }
    }

    /// What is left: direct without a speaker, scare quotes, titles.
    pub(super) fn rest(&mut self, row: Row<'_>) {
        for (unit, m) in self.unowned(row) {
            let inner = self.marked[m].inner;
            if inner.is_empty() {
                continue;
            }
            let Some(kind) = kind::unclaimed(row, unit, inner) else { continue };
            let group = self.new_group();
            self.direct(row, unit, group, None, None);
            if let Some(draft) = self.out.last_mut() {
                draft.kind = kind;
            }
        }
    }
}
