//! What the end of a paragraph announces.

use super::parts::{Announced, How, Source};
use super::sources::{may_speak, source_of, span_of};
use crate::quotes::cues::{Flags, PAST, THIRD, VERB};
use crate::quotes::labels;
use crate::quotes::report::{Content, Report, subject_of};
use crate::quotes::row::Row;
use crate::quotes::unit::Kind;

/// What the end of a row, whose reports are `found`, announces: "Ortiz said:", "And from Lena Ortiz:", "Ortiz released this
/// statement:".
pub(super) fn announced(row: Row<'_>, found: &[Report]) -> Option<Announced> {
    if let Some(report) = found.iter().rev().find(|r| r.contents.contains(&Content::NextParagraph)) {
        let addressee = report.addressee.as_ref().map(|a| span_of(row, a));
        return Some(Announced { cue: span_of(row, &report.cue), class: report.class, source: source_of(row, report), addressee });
    }
    if let Some(name) = labels::announced(row) {
        let source = Some(Source { span: span_of(row, &name), how: How::Label });
        return Some(Announced { cue: row.units[name.end].span, class: Flags::NONE, source, addressee: None });
    }
    from_the_desk(row).or_else(|| led(row))
}

/// "From the desk of Ana Reyes, vice president:": a paragraph that is nothing else.
fn from_the_desk(row: Row<'_>) -> Option<Announced> {
    let colon = row.units.len().checked_sub(1).filter(|c| row.kind(*c) == Some(Kind::Colon))?;
    let noun = row.is(0, "From") && row.is(1, "the") && matches!(row.word(2), "desk" | "office" | "pen" | "notebook" | "diary") && row.is(3, "of");
    let name = row.phrase_at(4, colon, false).filter(|name| noun && row.units[name.end - 1].is_name())?;
    let source = Some(Source { span: span_of(row, &name), how: How::Label });
    Some(Announced { cue: row.units[colon].span, class: Flags::NONE, source, addressee: None })
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
    may_speak(row, &subject).then(|| Announced { cue: row.units[verb].span, class: Flags::NONE, source, addressee: None })
}
