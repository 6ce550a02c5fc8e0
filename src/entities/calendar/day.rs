//! Days by their number, their month or their weekday: "Feb. 8", "8 February 2017", "2017-02-08", "last Saturday"; and months.

use super::parts::{day_number, iso, month, part, past_dot, weekday_name, year_after};
use crate::entities::reading::{Found, Reading};
use crate::entities::words::Class;
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// "8 February 2017", "8th of February", "the 8th of February".
pub(super) fn day_and_month(r: &Reading<'_>, at: usize) -> Option<Found> {
    let day = day_number(r, at)?;
    let mut first = at + 1;
    // "3-5 March", "3 and 5 March"
    let mut range = false;
    if r.is_one(first, &["-", "–", "and", "to"]) && day_number(r, first + 1).is_some() {
        first += 2;
        range = true;
    }
    let of = usize::from(r.is(first, "of"));
    let m = month(r, first + of)?;
    let end = past_dot(r, first + of + 1);
    let with_year = year_after(r, end);
    let value = (!range).then(|| iso(with_year.map(|y| y.1), m, Some(day)));
    Some(Found { end: with_year.map_or(end, |y| y.0), value })
}

/// "Feb. 8", "February 8th, 2017", "March 2017", "March"; "early March"; not the verb or the name.
pub(super) fn month_first(r: &Reading<'_>, at: usize) -> Option<Found> {
    let part = part(r, at);
    let first = part.unwrap_or(at);
    let m = month(r, first)?;
    let end = past_dot(r, first + 1);
    if let Some(day) = day_number(r, end)
        && !matches!(r.word(end + 1), "%" | ":")
        && !r.is_one(end + 1, &["percent", "million", "billion"])
    {
        let range = r.is_one(end + 1, &["-", "–", "and", "to"]) && day_number(r, end + 2).is_some() && month(r, end + 3).is_none();
        let end = if range { end + 3 } else { end + 1 };
        let with_year = year_after(r, end);
        let value = (!range && part.is_none()).then(|| iso(with_year.map(|y| y.1), m, Some(day)));
        return Some(Found { end: with_year.map_or(end, |y| y.0), value });
    }
    let of = usize::from(r.is(end, "of"));
    if let Some((end, y)) = year_after(r, end + of) {
        return Some(Found { end, value: part.is_none().then(|| iso(Some(y), m, None)) });
    }
    if of == 1 && matches!(r.class(end + 1), Some(Class::Relative)) && r.is(end + 2, "year") {
        return Some(Found { end: end + 3, value: None });
    }
    // A month alone. Short forms and names that are words or names too need a preposition.
    let name = r.word(first);
    let sure = part.is_some() || name.len() > 5;
    let asked = r
        .before(first)
        .is_some_and(|b| r.is_of(b, const { WordSet::new("after and before between by during for from in last next of since this through till to until") }));
    let ambiguous = matches!(m, 3 | 5) || name.len() < 4;
    let preposition = r.before(first).is_some_and(|b| r.is_of(b, const { WordSet::new("by during each every from in last next of since this till until") }));
    let listed = is_listed(r, first, end);
    let followed_by_name = r.capital(end) && !r.word(end).contains(['.', '"']) && r.kind(end) == Some(TokenKind::Word);
    let ok = if ambiguous {
        (preposition || part.is_some() || listed) && !followed_by_name && name.len() > 2
    } else {
        (sure || asked || listed) && !followed_by_name
    };
    ok.then(|| Found { end: end.max(first + 1), value: part.is_none().then(|| iso(None, m, None)) })
}

/// "April, [June] and September": the month at `first`, which ends before `end`, stands in a list with another that is sure.
fn is_listed(r: &Reading<'_>, first: usize, end: usize) -> bool {
    let joint = |at: usize| r.word(at) == "," || r.is_one(at, &["and", "or"]);
    let full = |at: usize| month(r, at).is_some_and(|m| !matches!(m, 3 | 5)) && r.word(at).len() > 3;
    let before = r.before(first).filter(|b| joint(*b)).and_then(|b| r.before(b)).map(|b| if joint(b) { r.before(b).unwrap_or(b) } else { b });
    let after = joint(end).then(|| end + 1 + usize::from(joint(end + 1)));
    before.is_some_and(full) || after.is_some_and(full)
}

/// "2017-02-08", "12/25/2016", "25.12.2016".
pub(super) fn numeric(r: &Reading<'_>, at: usize) -> Option<Found> {
    if r.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let plain_number = |at: usize| r.word(at).parse::<u32>().ok().filter(|_| r.word(at).len() <= 4);
    if r.word(at).matches('.').count() == 2 {
        let pieces: Vec<u32> = r.word(at).split('.').filter_map(|p| p.parse().ok()).collect();
        let [day, month, year] = pieces[..] else { return None };
        let fits = (1..=31).contains(&day) && (1..=12).contains(&month) && (1900..2200).contains(&year);
        return fits.then(|| Found { end: at + 1, value: Some(format!("{year}-{month:02}-{day:02}")) });
    }
    let sign = r.word(at + 1);
    if !matches!(sign, "-" | "/") || r.word(at + 3) != sign || [1, 2, 3, 4].iter().any(|n| r.token(at + n).is_none_or(|t| t.spaced)) {
        return None;
    }
    let (a, b, c) = (plain_number(at)?, plain_number(at + 2)?, plain_number(at + 4)?);
    if (1000..2200).contains(&a) && (1..=12).contains(&b) && (1..=31).contains(&c) {
        return Some(Found { end: at + 5, value: Some(format!("{a}-{b:02}-{c:02}")) });
    }
    // Day and month can be told apart only where one of them is over twelve.
    let fits = (1..=31).contains(&a) && (1..=31).contains(&b) && (a <= 12 || b <= 12) && (r.word(at + 4).len() == 2 || (1900..2200).contains(&c));
    let value = match (a, b, c) {
        (_, _, c) if c < 100 => None,
        (m, d, y) if m <= 12 && d > 12 => Some(format!("{y}-{m:02}-{d:02}")),
        (d, m, y) if d > 12 && m <= 12 => Some(format!("{y}-{m:02}-{d:02}")),
        _ => None,
    };
    fits.then_some(Found { end: at + 5, value })
}

/// "Saturday", "last Saturday", "Saturday, Feb. 8", "Friday the 13th".
pub(super) fn weekday(r: &Reading<'_>, at: usize) -> Option<Found> {
    let first = at + usize::from(matches!(r.class(at), Some(Class::Relative)) && !r.is_one(at, &["past", "current", "recent"]) || r.is(at, "every"));
    let day = weekday_name(r, first)?;
    let end = past_dot(r, first + 1);
    let comma = usize::from(r.word(end) == ",");
    if let Some(date) = month_first(r, end + comma).or_else(|| day_and_month(r, end + comma)) {
        return Some(date);
    }
    // "Friday the 13th"
    let the = end + usize::from(r.is(end, "the"));
    if day_number(r, the).is_some() && r.word(the).ends_with(char::is_alphabetic) {
        return Some(Found { end: the + 1, value: None });
    }
    Some(Found { end: first + 1, value: (first == at).then(|| format!("XXXX-WXX-{day}")) })
}
