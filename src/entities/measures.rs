//! Dates, times, amounts and shares: what is measured.

use super::label::EntityLabel;
use super::name::Name;
use super::reading::{Found, Reading};
use super::{amounts, calendar};
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// Dates, times, amounts and shares, in order, none over another.
pub(super) fn measures(r: &Reading<'_>) -> Vec<Name> {
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < r.len() {
        let Some((label, found, rule)) = measure(r, at) else {
            at += 1;
            continue;
        };
        mentions.push(Name { span: r.span(at, found.end), label, score: 0.9, rule, value: found.value, place_kind: None });
        at = found.end;
    }
    mentions
}

/// The date, time, amount or share from token `at` on: the longest; of two of one length the more special.
fn measure(r: &Reading<'_>, at: usize) -> Option<(EntityLabel, Found, &'static str)> {
    let may_start = r.class(at).is_some()
        || matches!(r.kind(at), Some(TokenKind::Number | TokenKind::Symbol))
        || (r.kind(at) == Some(TokenKind::Word) && (r.capital(at) || r.is_of(at, const { WordSet::new("a an every fiscal half quarter the these those") })))
        || r.kind(at) == Some(TokenKind::QuoteMark);
    if !may_start {
        return None;
    }
    let money = amounts::money(r, at).map(|f| (EntityLabel::Money, f, "entities.money"));
    let percent = amounts::percent(r, at).map(|f| (EntityLabel::Percent, f, "entities.percent"));
    let calendar = calendar::calendar(r, at).map(|(label, f)| (label, f, if label == EntityLabel::Time { "entities.time" } else { "entities.date" }));
    [money, percent, calendar].into_iter().flatten().reduce(|best, other| if other.1.end > best.1.end { other } else { best })
}
