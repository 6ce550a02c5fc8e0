//! What is told from today or from the day that the text speaks of: "yesterday", "last year", "the following day", "this spring".

use super::parts::past_dot;
use crate::entities::numbers::number;
use crate::entities::reading::{Found, Reading};
use crate::entities::words::Class;
use crate::text::TokenKind;

/// "today", "last year", "earlier this week", "the past several decades", "three years ago", "the following day", "this spring".
pub(super) fn relative(r: &Reading<'_>, at: usize) -> Option<Found> {
    if matches!(r.class(at), Some(Class::RelativeDay)) {
        // "Today" may be a newspaper or a programme: "USA Today".
        let name = r.capital(at) && r.before(at).is_some_and(|b| r.capital(b) && r.kind(b) == Some(TokenKind::Word));
        return (!name).then_some(Found { end: at + 1, value: None });
    }
    if r.is(at, "the") && r.is(at + 1, "day") && r.is_one(at + 2, &["before", "after"]) && r.is_one(at + 3, &["yesterday", "tomorrow"]) {
        return Some(Found { end: at + 4, value: None });
    }
    // "earlier this week", "later this year", "late last month"
    let modifier = matches!(r.class(at), Some(Class::Part)) || r.is_one(at, &["earlier", "later"]);
    let mut first = at + usize::from(modifier);
    first += usize::from(r.is_one(first, &["in", "the"]) && modifier && matches!(r.class(first + 1), Some(Class::Relative)));
    let article = usize::from(!modifier && r.is_one(first, &["the", "these", "those"]));
    let head = first + article;
    let starts = matches!(r.class(head), Some(Class::Relative)) || article == 1 && r.is(first, "these");
    if !starts {
        return None;
    }
    let head_word = r.word(head);
    let mut next = head + usize::from(matches!(r.class(head), Some(Class::Relative)));
    let count = number(r, next).filter(|_| !matches!(r.class(next), Some(Class::Ordinal(_))));
    let counted = count.is_some();
    next = count.map_or(next, |n| n.end);
    match r.class(next) {
        Some(Class::Unit(unit)) if !unit.within_a_day() && !counted => {
            let ok = !(article == 1 && head_word.eq_ignore_ascii_case("this"));
            ok.then_some(Found { end: next + 1, value: None })
        }
        Some(Class::Units(unit))
            if !unit.within_a_day() && (counted || r.is_one(head, &["recent", "past", "coming", "previous", "last", "next", "following"])) =>
        {
            let ok = !r.is(head, "this");
            ok.then_some(Found { end: next + 1, value: None })
        }
        Some(Class::Season) if !counted && r.is_one(head, &["this", "last", "next", "past", "coming", "previous", "following"]) => {
            Some(Found { end: next + 1, value: None })
        }
        Some(Class::DayPart) if r.is(next, "weekend") => Some(Found { end: next + 1, value: None }),
        Some(Class::Month(_)) if r.capital(next) && r.is_one(head, &["this", "last", "next"]) => Some(Found { end: past_dot(r, next + 1), value: None }),
        _ => None,
    }
}
