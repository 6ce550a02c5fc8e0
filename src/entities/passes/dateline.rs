//! Where an article was written, at the head of a paragraph: "WARREN, Mich. — ", "PORT MALEN (AP) — ". A town with nothing after it
//! is left to the recogniser.

use crate::entities::label::{EntityLabel, PlaceKind};
use crate::entities::model::Page;
use crate::entities::model::lexicon::Lists;
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::text::{Span, TokenKind, order};

/// The most words of a town in capitals, and of a state or a country after it.
const LONGEST: usize = 4;

/// The first token of a name, and the one after its last.
type Tokens = (usize, usize);

/// How sure a place of a dateline is.
const SURE: f32 = 0.9;

/// Makes places of the towns in capitals that open a paragraph, and of the state or country that stands between them and a dash.
pub(super) fn settle(r: &Reading<'_>, page: &Page<'_>, names: &mut Vec<Name>) {
    let mut places: Vec<Tokens> = Vec::new();
    for paragraph in &r.layout.paragraphs {
        if let Some((town, land)) = dateline(r, page, paragraph.tokens.start, paragraph.tokens.end) {
            places.push(town);
            places.extend(land);
        }
    }
    if places.is_empty() {
        return;
    }
    let spans: Vec<Span> = places.iter().map(|(start, end)| r.span(*start, *end)).collect();
    let mut known = vec![false; spans.len()];
    names.retain(|name| {
        let at = spans.partition_point(|s| s.end() <= name.span.start());
        let Some(span) = spans.get(at).filter(|s| s.overlaps(name.span)) else { return true };
        known[at] |= name.label == EntityLabel::Loc && *span == name.span;
        known[at]
    });
    for ((start, _), span) in places.iter().zip(&spans).zip(known).filter(|(_, known)| !known).map(|(place, _)| place) {
        let place_kind = Some(if page.lists(*start).has(Lists::REGION) { PlaceKind::Region } else { PlaceKind::City });
        names.push(Name::new(*span, EntityLabel::Loc, SURE, "entities.dateline", place_kind));
    }
    order::sort_by(names, |n| n.span.start() as u128);
}

/// The town, and the state or country after it, of the dateline that starts at token `start`.
fn dateline(r: &Reading<'_>, page: &Page<'_>, start: usize, limit: usize) -> Option<(Tokens, Option<Tokens>)> {
    let capitals = |at: usize| {
        r.kind(at) == Some(TokenKind::Word) && r.word(at).len() > 2 && r.word(at).chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\'' | '’'))
    };
    let mut end = start;
    while end < limit && end - start < LONGEST && capitals(end) {
        end += 1;
    }
    // "CNN — ", "AFP — "
    if end == start || end - start == 1 && page.lists(start).has(Lists::ORGANISATION) {
        return None;
    }
    let town = (start, end);
    let mut land = None;
    if r.word(end) == "," {
        let first = end + 1;
        let mut last = first;
        while last < limit && last - first < LONGEST && r.capital(last) && r.kind(last) == Some(TokenKind::Word) {
            last += 1;
        }
        // "July 3" is a date.
        if last == first || r.kind(last) == Some(TokenKind::Number) {
            return None;
        }
        land = Some((first, last));
        end = last;
    }
    let bracket = r.word(end) == "(";
    if bracket {
        end = (end + 1..limit.min(end + 5)).find(|at| r.word(*at) == ")")? + 1;
    }
    // "UPDATE — ", "INTRA - REGION": nothing says that it is a town.
    if land.is_none() && !bracket {
        return None;
    }
    let spaced = |at: usize| r.token(at).is_some_and(|t| t.spaced);
    (end < limit && matches!(r.word(end), "—" | "–" | "-" | "--") && spaced(end)).then_some((town, land))
}
