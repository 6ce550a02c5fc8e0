//! Times of day: "10:30 a.m.", "0800 GMT", "noon", "late Friday night".

use super::parts::weekday_name;
use crate::entities::reading::{Found, Reading};
use crate::entities::words::{Class, class};
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// "10:30 a.m.", "5 p.m. EST", "10pm", "0800 GMT", "noon", "ten o'clock".
pub(super) fn clock(r: &Reading<'_>, at: usize) -> Option<Found> {
    if let Some(Class::Moment(hour)) = r.class(at) {
        let name = r.capital(at) && r.before(at).is_some_and(|b| r.capital(b) && r.kind(b) == Some(TokenKind::Word));
        return (!name).then(|| Found { end: at + 1, value: Some(format!("T{hour:02}:00")) });
    }
    if let Some(end) = spoken(r, at) {
        return Some(Found { end, value: None });
    }
    let word = r.word(at);
    let spelled = match r.class(at) {
        Some(Class::Small(n)) if n <= 12 => Some(u32::from(n)),
        _ => None,
    };
    if r.kind(at) != Some(TokenKind::Number) && spelled.is_none() {
        return None;
    }
    let digits_end = word.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.'))).unwrap_or(word.len());
    let (digits, tail) = word.split_at(if spelled.is_some() { word.len() } else { digits_end });
    let mut pieces = digits.splitn(2, [':', '.']);
    let hour = spelled.or_else(|| pieces.next().and_then(|h| h.parse::<u32>().ok()).filter(|h| *h < 2400))?;
    let minute = match pieces.next() {
        Some(m) if spelled.is_none() => Some(m.get(..2).and_then(|m| m.parse::<u32>().ok()).filter(|m| *m < 60)?),
        _ => None,
    };
    let colon = digits.contains(':');
    let mut end = at + 1;
    let mut half = match class(tail) {
        Some(Class::HalfDay(h)) if !tail.is_empty() => Some(h),
        _ if tail.is_empty() => None,
        _ => return None,
    };
    let oclock = r.is_one(end, &["o'clock", "o’clock"]) && minute.is_none();
    if oclock {
        end += 1;
    } else if half.is_none()
        && let Some(Class::HalfDay(h)) = r.class(end)
        && (hour <= 12 && (r.word(end).contains('.') || r.word(end).len() == 2) && !matches!(r.word(end), "am" | "AM" if spelled.is_some()))
    {
        half = Some(h);
        end += 1;
    }
    let zone = matches!(r.class(end), Some(Class::Zone)) && r.word(end).bytes().all(|b| b.is_ascii_uppercase());
    let military = zone && digits.len() == 4 && !colon;
    let sure = half.is_some()
        || oclock
        || military
        || (colon && hour < 24 && minute.is_some() && digits.len() >= 4 && timely(r, at, end))
        || (zone && minute.is_some());
    if !sure || (half.is_some() && hour > 12 && !military) {
        return None;
    }
    let value = if military {
        Some(format!("T{:02}:{:02}", hour / 100, hour % 100))
    } else {
        half.map(|h| format!("T{:02}:{:02}", hour % 12 + u32::from(h), minute.unwrap_or(0)))
            .or_else(|| (colon && hour > 12).then(|| format!("T{hour:02}:{:02}", minute.unwrap_or(0))))
    };
    end += usize::from(zone);
    // "5 p.m. Saturday" stays a time; the day is its own mention.
    Some(Found { end, value })
}

/// "half past nine", "quarter to six", "ten minutes past three": where it ends. "ten to six" may be a range.
fn spoken(r: &Reading<'_>, at: usize) -> Option<usize> {
    let hour = |at: usize| match r.class(at) {
        Some(Class::Small(n)) => (1..=12).contains(&n),
        Some(Class::Moment(_)) => true,
        _ => r.kind(at) == Some(TokenKind::Number) && r.word(at).parse::<u32>().is_ok_and(|h| (1..=12).contains(&h)),
    };
    let quarter = r.is(at, "quarter");
    let part = if r.is(at, "half") || quarter {
        at + 1
    } else if matches!(r.class(at), Some(Class::Small(_) | Class::Tens(_))) || r.kind(at) == Some(TokenKind::Number) && r.word(at).len() <= 2 {
        let minutes = r.is_one(at + 1, &["minutes", "mins"]);
        if !minutes && !r.is(at + 1, "past") {
            return None;
        }
        at + 1 + usize::from(minutes)
    } else {
        return None;
    };
    let joint = r.is(part, "past") || (quarter || part > at + 1) && r.is_one(part, &["to", "before"]);
    (joint && hour(part + 1)).then_some(part + 2)
}

/// "10:30" is a time of day only where something says so: a score or a verse looks the same.
fn timely(r: &Reading<'_>, at: usize, end: usize) -> bool {
    r.before(at).is_some_and(|b| r.is_of(b, const { WordSet::new("about after around at before by from till until") }))
        || matches!(r.class(end), Some(Class::Zone))
        || r.is(end, "hours")
}

/// "Saturday afternoon", "late Friday night", "this morning", "last night", "tonight", "late Friday", "early in the morning".
pub(super) fn part_of_day(r: &Reading<'_>, at: usize) -> Option<Found> {
    if matches!(r.class(at), Some(Class::RelativeTime)) {
        let name = r.capital(at) && (r.before(at).is_some_and(|b| r.capital(b) && r.kind(b) == Some(TokenKind::Word)) || r.capital(at + 1));
        return (!name).then_some(Found { end: at + 1, value: None });
    }
    let modifier = matches!(r.class(at), Some(Class::Part)) || r.is_one(at, &["earlier", "later"]);
    let mut first = at + usize::from(modifier);
    first += usize::from(modifier && r.is(first, "on"));
    let relative = matches!(r.class(first), Some(Class::Relative)) && r.is_one(first, &["this", "last", "next", "the", "following", "previous"]);
    let anchor = first + usize::from(relative);
    if weekday_name(r, anchor).is_some() || matches!(r.class(anchor), Some(Class::RelativeDay)) {
        let day_part = matches!(r.class(anchor + 1), Some(Class::DayPart)) && !r.is(anchor + 1, "weekend");
        if day_part {
            return Some(Found { end: anchor + 2, value: None });
        }
        // "late Friday", "early Saturday": a part of it.
        return (modifier && !relative && !r.is(anchor + 1, "weekend") && !r.is_one(at, &["earlier", "later"])
            || (modifier && weekday_name(r, anchor).is_some()))
        .then_some(Found { end: anchor + 1, value: None });
    }
    if relative && matches!(r.class(anchor), Some(Class::DayPart)) && !r.is(anchor, "weekend") {
        return Some(Found { end: anchor + 1, value: None });
    }
    // "the morning of", "in the evening", "overnight" are left to the day that they belong to.
    None
}
