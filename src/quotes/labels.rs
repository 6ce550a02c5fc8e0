//! Who speaks where no verb says it: labels of transcripts and headlines before a colon, signatures after a dash.

use std::collections::BTreeSet;

use super::cues::VERB;
use super::lexicon::{CONJUNCTION, DETERMINER, DOCUMENT_NOUN, PREPOSITION, PRONOUN, SUBORDINATOR, TIME, WH};
use super::row::{Range, Row};
use super::surnames::Surnames;
use super::unit::Kind;
use crate::lexicon::WordSet;
use crate::text::{Layout, Paragraph};

/// The most words that a label or a signature has.
const LONGEST: usize = 6;

/// Words before a colon that name nobody.
const RUBRICS: WordSet = WordSet::new(
    "advertisement analysis bombshell boom breaking byline caption clarification column contact correction corrections credit developing editorial \
     email exclusive explainer factbox flashback gallery graphic illustration image interview listen live notice obituary opinion photo photograph \
     photographs photography photos pic pics picture pictures podcast possible posted profile published q&a quiz recap related review rubric source \
     sources spoiler subject summary timeline topic transcript update updated updates video watch wow",
);

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
    let is_rubric = (last.has(VERB) && colon == 1 && !is_document) || (0..colon).any(|n| RUBRICS.has_in_any_case(row.word(n)));
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

/// The fewest paragraphs with a label that make a text an interview.
const FEWEST_TURNS: usize = 3;

/// True for an interview or a transcript: several paragraphs open with "Q" and "A", or with a name that the text knows, and a
/// colon, and somebody's turn comes again. In a list of candidates each has one.
pub(super) fn is_interview_of(text: &str, layout: &Layout, surnames: &Surnames) -> bool {
    let label_of = |paragraph: &Paragraph| {
        let (label, said) = paragraph.span.of(text).split_once(": ")?;
        let known = label.split(' ').count() <= 4
            && label.split(' ').all(|word| word.starts_with(char::is_uppercase))
            && label.rsplit(' ').next().is_some_and(|last| surnames.only(last).is_some());
        let speaks = said.split(' ').count() >= 2 && !said.starts_with(|c: char| c.is_lowercase() || c.is_numeric());
        // "Castell" after "Ben Castell"
        ((known || is_interview(label)) && speaks).then(|| label.rsplit(' ').next()).flatten()
    };
    let labels: Vec<&str> = layout.paragraphs.iter().filter_map(label_of).collect();
    let different: BTreeSet<&str> = labels.iter().copied().collect();
    labels.len() >= FEWEST_TURNS && different.len() >= 2 && different.len() < labels.len()
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
