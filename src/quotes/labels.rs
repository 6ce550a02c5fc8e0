//! Who speaks where no verb says it: labels of transcripts and headlines before a colon, signatures after a dash.

use super::cues::VERB;
use super::lexicon::{CONJUNCTION, DETERMINER, DOCUMENT_NOUN, PREPOSITION, PRONOUN, SUBORDINATOR, TIME, WH};
use super::phrase::{Range, Row};
use super::units::Kind;

/// The most words that a label or a signature has.
const LONGEST: usize = 6;

/// Words before a colon that name nobody.
const RUBRICS: &[&str] = &[
    "analysis",
    "bombshell",
    "boom",
    "breaking",
    "byline",
    "clarification",
    "contact",
    "correction",
    "corrections",
    "developing",
    "email",
    "exclusive",
    "flashback",
    "gallery",
    "listen",
    "live",
    "notice",
    "opinion",
    "photo",
    "photos",
    "pic",
    "pics",
    "possible",
    "related",
    "rubric",
    "source",
    "sources",
    "subject",
    "summary",
    "topic",
    "update",
    "updated",
    "updates",
    "video",
    "wow",
];

/// A label at the start of a paragraph, "ORTIZ:" or "Lena Ortiz:", and the first unit after its colon.
pub(super) fn label(row: Row<'_>) -> Option<(Range, usize)> {
    let colon = (1..row.units.len().min(LONGEST + 1)).find(|n| row.kind(*n) == Some(Kind::Colon))?;
    if colon + 1 >= row.units.len() {
        return None;
    }
    let plain = |n: usize| {
        let unit = &row.units[n];
        unit.kind == Kind::Word && unit.capital && !unit.has(TIME | WH | SUBORDINATOR | PRONOUN | PREPOSITION | CONJUNCTION) && !(unit.has(DETERMINER) && n > 0)
    };
    let last = &row.units[colon - 1];
    let is_document = last.has(DOCUMENT_NOUN) && !row.is(colon - 1, "email") && !row.is(colon - 1, "notice");
    let is_rubric = (last.has(VERB) && colon == 1 && !is_document) || (0..colon).any(|n| RUBRICS.iter().any(|r| row.is(n, r)));
    ((0..colon).all(plain) && !is_rubric).then_some((0..colon, colon + 1))
}

/// True for a label in capitals only, as transcripts have them.
pub(super) fn is_shouted(row: Row<'_>, label: &Range) -> bool {
    let words = row.units[label.start].span.cover(row.units[label.end - 1].span).of(row.text);
    is_interview(words) || words.chars().filter(|c| c.is_alphabetic()).count() > 2 && !words.chars().any(char::is_lowercase)
}

/// True for the letters that stand for whoever asks and answers in an interview.
pub(super) fn is_interview(label: &str) -> bool {
    matches!(label, "Q" | "A")
}

/// The label inside the marks of a quoted transcript, "“ORTIZ: We will appeal.”", in bytes of `quotation`, marks and all.
pub(super) fn inside(quotation: &str) -> Option<std::ops::Range<usize>> {
    let start = quotation.find(char::is_alphanumeric).filter(|start| *start <= 4)?;
    let end = start + quotation[start..].find(':')?;
    let label = &quotation[start..end];
    let written = label.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\'' | '’'));
    let says = quotation[end..].chars().any(char::is_lowercase);
    (written && says && label.chars().filter(|c| c.is_alphabetic()).count() > 2 && label.split(' ').count() <= LONGEST).then_some(start..end)
}

/// A tweet with its signature, "… — Lena Ortiz (@lenaortiz) June 29": what was written, without a tag before it, and by whom.
pub(super) fn tweet(row: Row<'_>) -> Option<(Range, Range)> {
    let dash = (1..row.units.len()).rev().take(24).find(|n| row.kind(*n) == Some(Kind::Dash))?;
    let bracket = (dash + 2..row.units.len().min(dash + 2 + LONGEST)).find(|n| row.kind(*n) == Some(Kind::OpenBracket))?;
    let named = (dash + 1..bracket).all(|n| row.units[n].capital || row.kind(n) == Some(Kind::Stop));
    if !named || !row.word(bracket + 1).starts_with('@') {
        return None;
    }
    let tag = (0..dash).rev().find(|n| row.word(*n) == ">").map_or(0, |n| n + 1);
    (tag + 2 < dash).then_some((tag..dash, dash + 1..bracket))
}

/// The name before the colon that ends a row: "And from Lena Ortiz:", "Lena Ortiz:".
pub(super) fn announced(row: Row<'_>) -> Option<Range> {
    let colon = row.units.len().checked_sub(1).filter(|c| row.kind(*c) == Some(Kind::Colon))?;
    let mut start = colon;
    while start > 0 && colon - start < LONGEST && row.units[start - 1].capital && row.kind(start - 1) == Some(Kind::Word) {
        start -= 1;
    }
    while start < colon && !row.units[start].is_name() {
        start += 1;
    }
    (start < colon && start > 0 && row.is(start - 1, "from")).then_some(start..colon)
}

/// The name that opens a row with a lone closing mark at its end, as below a quotation that is set apart: "Lena Ortiz, Mayor.”".
pub(super) fn byline(row: Row<'_>) -> Option<Range> {
    let last = row.units.last()?;
    let closes = row.text[last.span.end()..].starts_with(['"', '”']) && !row.units.iter().any(|u| u.is_quote());
    let end = row.units.iter().take(LONGEST).take_while(|u| u.capital && u.kind == Kind::Word).count();
    (closes && end >= 2).then_some(0..end)
}

/// True for a short phrase that ends with a name of two words: "Lena Ortiz", "mayor Lena Ortiz".
pub(super) fn is_name(row: Row<'_>, phrase: &Range) -> bool {
    phrase.len() >= 2 && phrase.len() <= LONGEST && row.units[phrase.end - 2..phrase.end].iter().all(|u| u.is_name())
}

/// The name after a dash that ends the row: "— Lena Ortiz", "- Lena Ortiz, Jan. 5". The dash's place is the range's start less one.
pub(super) fn signature(row: Row<'_>, from: usize) -> Option<Range> {
    let dash = from;
    if row.kind(dash) != Some(Kind::Dash) {
        return None;
    }
    let mut end = dash + 1;
    while end < row.units.len()
        && end - dash <= LONGEST
        && (row.units[end].is_name() || row.units[end].capital && row.kind(end) == Some(Kind::Word) && !row.units[end].has(TIME))
    {
        end += 1;
    }
    let rest_is_small = row.units.len() - end <= 12 && !row.units[end..].iter().any(|u| u.is_quote());
    let closed = end >= row.units.len() || matches!(row.kind(end), Some(Kind::Comma | Kind::OpenBracket | Kind::Stop)) || row.has(end, TIME);
    (end > dash + 1 && rest_is_small && closed).then_some(dash + 1..end)
}
