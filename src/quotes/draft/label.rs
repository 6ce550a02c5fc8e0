//! Words after a label: "ORTIZ: We will appeal."

use super::*;

impl Maker<'_> {
    /// "“ORTIZ: We will appeal.”": capitals before a colon inside the marks are a speaker where somebody of that name is in the
    /// article; not "NOTE:". Whoever else speaks there, it is not who spoke before.
    pub(super) fn labelled_inside(&mut self, row: Row<'_>) {
        for (unit, _) in self.unowned(row) {
            let span = row.units[unit].span;
            let Some(label) = labels::inside(span.of(row.text)) else { continue };
            let label = Span::new(span.start() + label.start, span.start() + label.end);
            let name = label.of(row.text).split_whitespace().next_back();
            let known = name.is_some_and(|name| self.surnames.shouted(name).is_some());
            let group = self.new_group();
            self.direct(row, unit, group, None, known.then_some(Source { span: label, how: How::Label }));
        }
    }

    /// True for the label of what somebody says in a transcript or an interview: capitals, "Q", or a known name among others.
    pub(super) fn is_turn(&self, row: Row<'_>, label: &Range) -> bool {
        labels::is_shouted(row, label) || self.interview && self.surnames.only(row.word(label.end - 1)).is_some()
    }

    /// "ORTIZ: We will appeal.", and in a headline "Ortiz: City ‘will appeal’".
    pub(super) fn labelled(&mut self, row: Row<'_>) {
        let Some((label, from)) = labels::label(row) else { return };
        let source = || Some(Source { span: span_of(row, &label), how: How::Label });
        let colon = Some(row.units[from - 1].span);
        // "Ortiz: ‘No Money’ for the School": the headline's marks are but a part.
        let part = row.headline && row.units.len() - from >= 3 && !row.starts(from + 1, true);
        if row.is_quote(from) && !part {
            if let Kind::Quote(m) = row.units[from].kind
                && self.owner[m].is_none()
            {
                let group = self.new_group();
                self.direct(row, from, group, colon, source());
            }
            return;
        }
        let shouted = self.is_turn(row, &label);
        if !shouted && !row.headline || row.units.len() - from < 2 {
            return;
        }
        let mut end = row.units.len();
        while end > from + 1 && row.kind(end - 1) == Some(Kind::Stop) && !shouted {
            end -= 1;
        }
        let range = from..end;
        let span = span_of(row, &range);
        if self.out.iter().rev().take_while(|d| d.span.start() >= row.units[0].span.start()).any(|d| d.span.overlaps(span)) {
            return;
        }
        let group = self.new_group();
        let draft = Draft { cue: colon, class: SPEECH, source: source(), ..Draft::new(span, QuoteKind::Indirect, group) };
        let mut made = self.clause(row, &range, draft);
        // A transcript gives the very words.
        if shouted && made.kind == QuoteKind::Indirect {
            made.kind = QuoteKind::Direct;
        }
        self.out.push(made);
    }
}
