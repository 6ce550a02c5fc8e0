//! Lengths of time: "seven years", "24 hours", "two years ago".

use crate::entities::label::EntityLabel;
use crate::entities::numbers::number;
use crate::entities::reading::{Found, Reading};
use crate::entities::words::{Class, Unit};

/// "seven years", "the first 100 days", "24 hours", "two years ago", "a week later".
pub(super) fn duration(r: &Reading<'_>, at: usize) -> Option<(EntityLabel, Found)> {
    let count = match r.class(at) {
        Some(Class::Ordinal(_) | Class::Scale(_)) => return None,
        _ if r.is_one(at, &["a", "an"]) && matches!(r.class(at + 1), Some(Class::Unit(_))) => {
            // "a year" alone says nothing; "a year ago" does.
            let Some(Class::Unit(unit)) = r.class(at + 1) else { return None };
            return r.is_one(at + 2, &["ago", "earlier", "later"]).then(|| (label(unit), Found { end: at + 3, value: None }));
        }
        _ => number(r, at)?,
    };
    if count.end == at {
        return None;
    }
    let hyphen = r.word(count.end) == "-";
    if hyphen {
        return None;
    }
    let unit = match r.class(count.end) {
        Some(Class::Units(unit)) => unit,
        Some(Class::Unit(unit)) if count.value == Some(1.0) => unit,
        _ => return None,
    };
    let mut end = count.end + 1;
    // An age is not a date.
    if r.is_one(end, &["old", "older", "younger"]) || r.is(end, "of") && r.is(end + 1, "age") {
        return None;
    }
    if r.is_one(end, &["ago", "earlier", "later"]) {
        end += 1;
        return Some((label(unit), Found { end, value: None }));
    }
    if matches!(r.class(at), Some(Class::Scales)) {
        return None;
    }
    let value = count.value.map(|v| unit.duration(v));
    Some((label(unit), Found { end, value }))
}

fn label(unit: Unit) -> EntityLabel {
    if unit.within_a_day() { EntityLabel::Time } else { EntityLabel::Date }
}
