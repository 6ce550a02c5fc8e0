//! Words that open a paragraph and were announced at the end of the one before.

use super::*;

/// Who says what opens the next paragraph.
#[derive(Clone, Debug)]
pub(super) struct Announced {
    cue: Span,
    class: Flags,
    source: Option<Source>,
    addressee: Option<Span>,
}

/// What the end of a row, whose reports are `found`, announces: "Ortiz said:", "And from Lena Ortiz:", "Ortiz released this
/// statement:".
pub(super) fn announced(row: Row<'_>, found: &[Report]) -> Option<Announced> {
    if let Some(report) = found.iter().rev().find(|r| r.contents.contains(&Content::NextParagraph)) {
        let addressee = report.addressee.as_ref().map(|a| span_of(row, a));
        return Some(Announced { cue: span_of(row, &report.cue), class: report.class, source: source_of(row, report), addressee });
    }
    if let Some(name) = labels::announced(row) {
        let source = Some(Source { span: span_of(row, &name), how: How::Label });
        return Some(Announced { cue: row.units[name.end].span, class: 0, source, addressee: None });
    }
    led(row)
}

/// Whose words a sentence that ends in a colon announces without a verb of speech: "Ortiz released this statement:".
fn led(row: Row<'_>) -> Option<Announced> {
    /// How far before the colon the verb may stand, in units.
    const FARTHEST: usize = 25;
    let colon = row.units.len().checked_sub(1).filter(|c| *c > 2 && row.kind(*c) == Some(Kind::Colon))?;
    let first = row.sentence_start(colon, true);
    let finite = |v: usize| row.has(v, PAST | THIRD) && row.has(v, VERB) && !row.units[v].capital && row.kind(v) == Some(Kind::Word);
    let verb = (first..colon).rev().take(FARTHEST).find(|v| finite(*v))?;
    let subject = subject_of(row, verb)?;
    let source = Some(Source { span: span_of(row, &subject), how: How::Governing });
    may_speak(row, &subject).then(|| Announced { cue: row.units[verb].span, class: 0, source, addressee: None })
}

impl Maker<'_> {
    /// The marked stretch that opens the row is what the paragraph before announced.
    pub(super) fn announced(&mut self, row: Row<'_>) {
        let Some(Announced { cue, class, source, addressee }) = self.pending.take() else { return };
        let Some(Kind::Quote(m)) = row.units.first().map(|u| u.kind) else { return };
        if self.owner[m].is_some() {
            return;
        }
        let group = self.new_group();
        self.direct(row, 0, group, Some(cue), source);
        if let Some(draft) = self.out.last_mut() {
            draft.class = class;
            draft.addressee = addressee;
        }
    }
}
