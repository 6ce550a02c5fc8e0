//! Years, decades, centuries, quarters: "2016", "the 1990s", "fiscal 2017", "the 19th century".

use super::parts::{part, year_number};
use crate::entities::reading::{Found, Reading};
use crate::entities::words::{Class, Unit};
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// "2016", "the 1990s", "the early 1990s", "fiscal 2017", "summer of 2016", "the 19th century", "the first quarter of 2017".
pub(super) fn year(r: &Reading<'_>, at: usize) -> Option<Found> {
    let at_word = r.word(at);
    // "the '90s", "1990s", "mid-1990s"
    let first = part(r, at).unwrap_or(at);
    if let Some(decade) = r.word(first).strip_suffix('s').filter(|d| d.len() == 4 && d.ends_with('0') && d.bytes().all(|b| b.is_ascii_digit())) {
        let value = (first == at).then(|| format!("{}X", &decade[..3]));
        return Some(Found { end: first + 1, value });
    }
    if first > at {
        return year_number(r, first).filter(|y| (1800..2100).contains(y)).map(|_| Found { end: first + 1, value: None });
    }
    if matches!(at_word, "'" | "’" | "‘") && r.token(at + 1).is_some_and(|t| !t.spaced) {
        let decade = r.word(at + 1).strip_suffix('s').is_some_and(|d| d.len() == 2 && d.ends_with('0') && d.bytes().all(|b| b.is_ascii_digit()));
        return decade.then_some(Found { end: at + 2, value: None });
    }
    if matches!(r.class(at), Some(Class::Season)) {
        let of = usize::from(r.is(at + 1, "of"));
        return year_number(r, at + 1 + of).map(|_| Found { end: at + 2 + of, value: None });
    }
    if let Some(end) = business_quarter(r, at) {
        return Some(Found { end, value: None });
    }
    if r.is(at, "fiscal") || at_word == "FY" {
        let word = usize::from(r.is(at + 1, "year"));
        return year_number(r, at + 1 + word).map(|y| Found { end: at + 2 + word, value: Some(format!("{y:04}")) });
    }
    // "the 19th century", "the first quarter of 2017", "the third quarter"
    let ordinal = matches!(r.class(at), Some(Class::Ordinal(_)))
        || at_word.ends_with("th")
        || at_word.ends_with("st")
        || at_word.ends_with("rd")
        || at_word.ends_with("nd");
    if ordinal && (r.kind(at) == Some(TokenKind::Number) || r.class(at).is_some()) {
        let hyphen = usize::from(r.word(at + 1) == "-");
        if r.is(at + 1 + hyphen, "century") && hyphen == 0 {
            return Some(Found { end: at + 2, value: None });
        }
        if r.is(at + 1, "quarter") {
            let of = usize::from(r.is(at + 2, "of"));
            let end = year_number(r, at + 2 + of).map_or(at + 2, |_| at + 3 + of);
            let asked = end > at + 2 || r.before(at).is_some_and(|b| r.is_one(b, &["the", "this", "last"]));
            return asked.then_some(Found { end, value: None });
        }
        // "the first year or two"
        if r.before(at).is_some_and(|b| r.is(b, "the"))
            && matches!(r.class(at + 1), Some(Class::Unit(Unit::Year | Unit::Month | Unit::Week)))
            && r.is(at + 2, "or")
            && r.is(at + 3, "two")
        {
            return Some(Found { end: at + 4, value: None });
        }
        return None;
    }
    let year = year_number(r, at)?;
    lone_year(r, at).then(|| {
        // "2016-17", "2016-2017"
        let range = matches!(r.word(at + 1), "-" | "–" | "/")
            && r.token(at + 2).is_some_and(|t| !t.spaced && t.kind == TokenKind::Number)
            && matches!(r.word(at + 2).len(), 2 | 4);
        Found { end: if range { at + 3 } else { at + 1 }, value: (!range).then(|| format!("{year:04}")) }
    })
}

/// "Q1 2018", "Q3", "H1 2024", "FY24": a part of a business year, or one, where it ends. Alone only where something says that it is a time.
fn business_quarter(r: &Reading<'_>, at: usize) -> Option<usize> {
    let two = |word: &str| word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit());
    let is_year = |at: usize| {
        year_number(r, at).is_some() || r.word(at).strip_prefix("FY").is_some_and(|y| two(y) || y.len() == 4 && y.bytes().all(|b| b.is_ascii_digit()))
    };
    if r.word(at).starts_with("FY") && is_year(at) {
        return Some(at + 1);
    }
    if !matches!(r.word(at), "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2") {
        return None;
    }
    let of = usize::from(r.is(at + 1, "of") || r.word(at + 1) == ",");
    if is_year(at + 1 + of) {
        return Some(at + 2 + of);
    }
    let timed = r.before(at).is_some_and(|b| r.is_of(b, const { WordSet::new("and by during for from in of since to until") }))
        || r.is_of(at + 1, const { WordSet::new("earnings guidance loss losses profit profits results revenue sales") });
    (timed && r.word(at + 1) != ":").then_some(at + 1)
}

/// True where four digits stand before a street or after what is numbered: "1945 Elm Street", "room 2019".
fn is_address(r: &Reading<'_>, at: usize) -> bool {
    const NUMBERED: WordSet = WordSet::new("apartment block box bus channel flat flight gate hall lot model page platform room route section suite unit");
    const STREETS: WordSet = WordSet::new("Ave Avenue Blvd Boulevard Court Crescent Drive Highway Hwy Lane Parkway Place Rd Road Square St Street Terrace Way");
    let numbered = r.before(at).is_some_and(|b| NUMBERED.has(&r.word(b).to_lowercase()));
    // "1945 Elm Street", "1600 North Elm Street"
    let street = (at + 1..at + 5).take_while(|n| r.capital(*n)).skip(1).any(|n| STREETS.has(r.word(n).trim_end_matches('.')));
    let dated = r.before(at).is_some_and(|b| r.is_one(b, &["in", "since", "by", "until", "during", "late", "early"]));
    numbered || street && !dated
}

/// True where the four digits at `at` are a year and not a count, an address or a model.
fn lone_year(r: &Reading<'_>, at: usize) -> bool {
    let Some(year) = year_number(r, at) else { return false };
    if is_address(r, at) {
        return false;
    }
    let before = r.before(at).map_or("", |b| r.word(b));
    let before_is = |words: &[&str]| words.iter().any(|w| before.eq_ignore_ascii_case(w));
    if matches!(before, "$" | "€" | "£" | "#" | "No." | "¥" | "+" | ":" | ".")
        || before_is(&["about", "around", "nearly", "some", "than", "over", "almost", "least"]) && year < 1900
    {
        return false;
    }
    if matches!(r.word(at + 1), "%" | "°")
        || matches!(r.class(at + 1), Some(Class::Scale(_) | Class::Percent | Class::Currency(_) | Class::Units(_) | Class::Unit(_) | Class::Zone))
    {
        return false;
    }
    if before_is(&[
        "in", "since", "of", "by", "until", "till", "from", "during", "before", "after", "between", "through", "to", "late", "early", "mid", "year", "around",
        "and",
    ]) || matches!(before, "(" | ")")
    {
        // "of 1500 people": a plural in lower case right after it is what is counted.
        return (1500..2100).contains(&year) && !(counted_noun(r, at + 1) && before_is(&["of", "by", "to", "from", "around", "and", "after", "before"]));
    }
    (1900..2100).contains(&year) && !counted_noun(r, at + 1)
}

/// A plural in lower case that a number may count.
fn counted_noun(r: &Reading<'_>, at: usize) -> bool {
    const NO_COUNTS: WordSet = WordSet::new("as attacks elections games has is its olympics polls protests results riots talks this wars was");
    let word = r.word(at);
    r.kind(at) == Some(TokenKind::Word)
        && word.starts_with(char::is_lowercase)
        && (word.ends_with('s') || matches!(word, "people" | "men" | "women" | "children" | "km" | "metres" | "meters"))
        && !NO_COUNTS.has(word)
}
