//! "According to X, …" and "…, according to X".

use super::*;

impl Finder<'_> {
    /// "according to X", misspelt by one letter too.
    pub(super) fn according(&mut self, at: usize) -> bool {
        let row = self.row;
        if !row.is(at + 1, "to") || !nearly(row.word(at), "according") {
            return false;
        }
        let end = row.sentence_end(at, true);
        // "that, according to X, …": the clause is reported by what stands before it.
        if at > 1 && (row.is(at - 1, "that") || row.kind(at - 1) == Some(Kind::Comma) && row.is(at - 2, "that")) {
            return false;
        }
        let early = usize::from(row.has(at + 2, TIME) && !row.units[at + 2].capital);
        // "according to show insiders": a verb for a noun.
        let noun = || row.has(at + 2, BASE).then(|| row.phrase_at(at + 3, end, true)).flatten().map(|p| at + 2..p.end);
        let marked = || row.is_quote(at + 2).then_some(at + 2..at + 3);
        let Some(source) = row.phrase_at(at + 2 + early, end, true).or_else(marked).or_else(noun) else { return false };
        let first = row.sentence_start(at, true);
        let mut report = Report { subject: Some(Subject { units: source.clone(), rule: SubjectRule::AccordingTo }), ..Report::new(at..at + 2, SPEECH) };
        let lead = clause::lead_start(row, first);
        let after_quote = at > 0 && at <= lead + 1 && row.is_quote(at - 1) && !row.starts(at, true);
        // "In addition, according to X, …", "one thing: according to X, …"
        let comma = (source.end..end.min(source.end + 25)).find(|n| row.kind(*n) == Some(Kind::Comma));
        let introduced = at > lead + 1
            && at <= lead + 5
            && row.kind(at - 1) == Some(Kind::Comma)
            && row.has(lead, PREPOSITION | TIME)
            && !row.has_finite(lead..at)
            && comma.is_some_and(|c| row.clause_at(c + 1, end));
        let joined = at > first + 2
            && row.kind(at - 1) == Some(Kind::Comma)
            && row.has(at - 2, SUBORDINATOR | CONJUNCTION)
            && comma.is_some_and(|c| row.clause_at(c + 1, end));
        let introduced = introduced || joined;
        let after_colon = at > first && matches!(row.kind(at - 1), Some(Kind::Colon | Kind::Semicolon));
        if at <= lead + 1 && !after_quote || (at > first && row.starts(at, true)) || introduced || after_colon {
            // "According to X, …"
            let colon = row.kind(source.end) == Some(Kind::Colon) && row.is_quote(source.end + 1);
            let after = if colon { source.end + 1 } else { comma.map_or(source.end, |c| c + 1) };
            let range = clause::clip(row, after, end, report.governor);
            // "According to X, writing in the Record:"
            if row.kind(row.units.len() - 1) == Some(Kind::Colon) && end == row.units.len() && !row.has_finite(after..end) {
                report.contents.push(Content::NextParagraph);
            } else if row.is_quote(after) && range.len() == 1 {
                report.contents.push(Content::Quote(after));
            } else if range.len() >= 2 {
                report.contents.push(Content::Clause(range));
            }
        } else {
            let mut stop = at;
            while stop > lead && matches!(row.kind(stop - 1), Some(Kind::Comma | Kind::Dash | Kind::OpenBracket)) {
                stop -= 1;
            }
            if stop > lead && row.is_quote(stop - 1) && stop - 1 <= lead {
                report.contents.push(Content::Quote(stop - 1));
            } else if let Some(comma) = comma.filter(|c| stop < at && !row.has_finite(lead..stop) && row.has(c + 1, AUXILIARY | MODAL | PAST | THIRD)) {
                // "The number, according to X, has grown"
                report.contents.push(Content::Clause(lead..stop));
                report.contents.push(Content::Clause(clause::clip(row, comma + 1, end, report.governor)));
            } else if stop > lead + 1 {
                report.contents.push(Content::Clause(lead..stop));
            }
            report.behind = true;
            if report.contents.len() < 2
                && let Some(rest) = self.after_source(&source, at, lead..stop, end)
            {
                let quote = rest.len() == 1 && row.is_quote(rest.start);
                report.contents.push(if quote { Content::Quote(rest.start) } else { Content::Clause(rest) });
            }
        }
        self.found.push(report);
        true
    }

    /// What goes on after a source between commas: "The book, according to Ames, “shows the town as it was”". `before` is what stands
    /// before the cue at `at`.
    fn after_source(&self, source: &Range, at: usize, before: Range, end: usize) -> Option<Range> {
        let row = self.row;
        let comma = (source.end..end.min(source.end + 2)).find(|n| row.kind(*n) == Some(Kind::Comma))?;
        let next = comma + 1;
        let verb = row.has(next, AUXILIARY | MODAL | PAST | THIRD) && !row.has(next, NOUNISH) || row.is(next, "because");
        if row.kind(at - 1) != Some(Kind::Comma) || next >= end || row.has(next, WH) || row.has_finite(before) && !verb {
            return None;
        }
        let rest = clause::clip(row, next, end, Governor::default());
        (rest.len() >= 2 || row.is_quote(next)).then_some(rest)
    }
}

/// True where `word` is `target` but for one inserted, missing or changed letter, in any case.
fn nearly(word: &str, target: &str) -> bool {
    if word.eq_ignore_ascii_case(target) {
        return true;
    }
    let (a, b) = (word.as_bytes(), target.as_bytes());
    if a.len().abs_diff(b.len()) > 1 || a.len() < 6 {
        return false;
    }
    let same = |x: &u8, y: &u8| x.eq_ignore_ascii_case(y);
    let head = a.iter().zip(b).take_while(|(x, y)| same(x, y)).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| same(x, y)).count();
    let long = a.len().max(b.len());
    head + tail + 1 >= long
        || (a.len() == b.len() && head + tail + 2 >= long && head + 1 < a.len() && same(&a[head], &b[head + 1]) && same(&a[head + 1], &b[head]))
}

#[cfg(test)]
mod tests {
    use super::nearly;

    #[test]
    fn one_letter_may_be_wrong() {
        assert!(nearly("accoding", "according") && nearly("accroding", "according") && nearly("Acording", "according"));
        assert!(!nearly("accordion", "according") && !nearly("recording", "according") && !nearly("accord", "according"));
    }
}
