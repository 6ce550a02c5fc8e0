//! Words with a name below or after them: signatures and tweets.

use super::*;

impl Maker<'_> {
    /// "“…” — Lena Ortiz", and a paragraph "— Lena Ortiz" below a quotation.
    pub(super) fn signed(&mut self, row: Row<'_>) {
        if let Some(name) = labels::signature(row, 0).or_else(|| labels::byline(row))
            && let Some(owner) = self.whole
        {
            self.out[owner].source = Some(Source { span: span_of(row, &name), how: How::Signature });
            return;
        }
        for (unit, m) in self.unowned(row) {
            if let Some(name) = labels::signature(row, unit + 1)
                && self.owner[m].is_none()
            {
                let group = self.new_group();
                self.direct(row, unit, group, None, Some(Source { span: span_of(row, &name), how: How::Signature }));
            }
        }
    }

    /// "The roof leaks. — Lena Ortiz (@lenaortiz) June 29": the very words, with or without marks.
    pub(super) fn tweet(&mut self, row: Row<'_>, body: &Range, author: &Range) {
        let group = self.new_group();
        let source = Some(Source { span: span_of(row, author), how: How::Signature });
        let cue = Some(row.units[author.start - 1].span);
        for unit in 0..body.end {
            if let Kind::Quote(m) = row.units[unit].kind {
                self.owner[m] = Some(self.out.len());
            }
        }
        self.out.push(Draft { cue, class: SPEECH, source, ..Draft::new(span_of(row, body), QuoteKind::Direct, group) });
    }
}
