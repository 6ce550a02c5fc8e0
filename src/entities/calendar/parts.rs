//! What dates are put together from: the number of a day, a month, a year, the name of a weekday.

use crate::entities::reading::Reading;
use crate::entities::words::Class;
use crate::text::TokenKind;

/// The number of token `at` where it is a day of a month: "8", "8th", "21st".
pub(super) fn day_number(r: &Reading<'_>, at: usize) -> Option<u32> {
    if r.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let word = r.word(at);
    let bare =
        word.strip_suffix("st").or_else(|| word.strip_suffix("nd")).or_else(|| word.strip_suffix("rd")).or_else(|| word.strip_suffix("th")).unwrap_or(word);
    if bare.len() > 2 {
        return None;
    }
    bare.parse().ok().filter(|d| (1..=31).contains(d))
}

/// The number of token `at` where it can be a year.
pub(super) fn year_number(r: &Reading<'_>, at: usize) -> Option<u32> {
    let word = r.word(at);
    (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok()).flatten().filter(|y| (1000..2200).contains(y))
}

/// A year that follows a day or month, with or without a comma: where it ends, and the year.
pub(super) fn year_after(r: &Reading<'_>, at: usize) -> Option<(usize, u32)> {
    let comma = usize::from(r.word(at) == ",");
    year_number(r, at + comma).map(|y| (at + comma + 1, y))
}

/// A month at `at`; "May", "March" and the like only with a capital.
pub(super) fn month(r: &Reading<'_>, at: usize) -> Option<u8> {
    match r.class(at) {
        Some(Class::Month(m)) if r.capital(at) => Some(m),
        _ => None,
    }
}

/// One past the dot that an abbreviated name may leave as a token of its own ("Feb ." in tokenised text).
pub(super) fn past_dot(r: &Reading<'_>, at: usize) -> usize {
    let loose = r.word(at) == "." && r.word(at - 1).len() <= 4 && r.kind(at + 1) == Some(TokenKind::Number);
    at + usize::from(loose)
}

pub(super) fn iso(year: Option<u32>, month: u8, day: Option<u32>) -> String {
    let year = year.map_or("XXXX".to_owned(), |y| format!("{y:04}"));
    match day {
        Some(day) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{year}-{month:02}"),
    }
}

/// One past "early", "late", "mid", "mid-", where a date may go on after it.
pub(super) fn part(r: &Reading<'_>, at: usize) -> Option<usize> {
    matches!(r.class(at), Some(Class::Part)).then(|| at + 1 + usize::from(r.word(at + 1) == "-"))
}

/// The weekday at `at`; "Sun", "Sat", "Mon", "Wed" only with a dot or a date after them.
pub(super) fn weekday_name(r: &Reading<'_>, at: usize) -> Option<u8> {
    let Some(Class::Weekday(day)) = r.class(at) else { return None };
    let word = r.word(at);
    let full = word.len() > 5;
    let dated = || {
        word.ends_with('.') || {
            let next = at + 1 + usize::from(r.word(at + 1) == ",");
            month(r, next).is_some() || day_number(r, next).is_some() && month(r, next + 1).is_some()
        }
    };
    (r.capital(at) && (full || (word != "SUN" && dated()))).then_some(day)
}
