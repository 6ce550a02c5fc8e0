//! Dates and times of day. Values follow ISO 8601, with X for digits that the text leaves open ("XXXX-02-08").

use super::label::EntityLabel;
use super::lists::has;
use super::numbers::number;
use super::reading::{Found, Reading};
use super::words::{Class, Unit};
use crate::text::TokenKind;

/// Words without a class that a date or time may start with.
const OPENING: &[&str] = &["the", "a", "an", "these", "those", "every", "half", "fiscal", "fy", "earlier", "later"];

/// The date or time from token `at` on; the longer of what each rule reads.
pub(super) fn calendar(r: &Reading<'_>, at: usize) -> Option<(EntityLabel, Found)> {
    // Most words with a capital: of all that is read here only a holiday may start with one.
    if r.kind(at) == Some(TokenKind::Word) && r.class(at).is_none() && r.capital(at) && !r.is_one(at, OPENING) {
        return holiday(r, at).map(|f| (EntityLabel::Date, f));
    }
    let time = clock(r, at).or_else(|| part_of_day(r, at)).map(|f| (EntityLabel::Time, f));
    let date = [day_and_month(r, at), month_first(r, at), numeric(r, at), weekday(r, at), relative(r, at), year(r, at), holiday(r, at)]
        .into_iter()
        .flatten()
        .max_by_key(|f| f.end)
        .map(|f| (EntityLabel::Date, f));
    let length = duration(r, at);
    [time, date, length].into_iter().flatten().reduce(|best, other| if other.1.end > best.1.end { other } else { best })
}

/// The number of token `at` where it is a day of a month: "8", "8th", "21st".
fn day_number(r: &Reading<'_>, at: usize) -> Option<u32> {
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
fn year_number(r: &Reading<'_>, at: usize) -> Option<u32> {
    let word = r.word(at);
    (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok()).flatten().filter(|y| (1000..2200).contains(y))
}

/// A year that follows a day or month, with or without a comma: where it ends, and the year.
fn year_after(r: &Reading<'_>, at: usize) -> Option<(usize, u32)> {
    let comma = usize::from(r.word(at) == ",");
    year_number(r, at + comma).map(|y| (at + comma + 1, y))
}

/// A month at `at`; "May", "March" and the like only with a capital.
fn month(r: &Reading<'_>, at: usize) -> Option<u8> {
    match r.class(at) {
        Some(Class::Month(m)) if r.capital(at) => Some(m),
        _ => None,
    }
}

/// One past the dot that an abbreviated name may leave as a token of its own ("Feb ." in tokenised text).
fn past_dot(r: &Reading<'_>, at: usize) -> usize {
    let loose = r.word(at) == "." && r.word(at - 1).len() <= 4 && r.kind(at + 1) == Some(TokenKind::Number);
    at + usize::from(loose)
}

fn iso(year: Option<u32>, month: u8, day: Option<u32>) -> String {
    let year = year.map_or("XXXX".to_owned(), |y| format!("{y:04}"));
    match day {
        Some(day) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{year}-{month:02}"),
    }
}

/// "8 February 2017", "8th of February", "the 8th of February".
fn day_and_month(r: &Reading<'_>, at: usize) -> Option<Found> {
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
fn month_first(r: &Reading<'_>, at: usize) -> Option<Found> {
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
    let asked = r.before(first).is_some_and(|b| {
        r.is_one(
            b,
            &[
                "in", "since", "until", "till", "by", "from", "of", "last", "next", "this", "during", "for", "to", "through", "and", "between", "before",
                "after",
            ],
        )
    });
    let ambiguous = matches!(m, 3 | 5) || name.len() < 4;
    let preposition = r.before(first).is_some_and(|b| r.is_one(b, &["in", "since", "until", "till", "by", "last", "next", "this", "during", "of", "from"]));
    let followed_by_name = r.capital(end) && !r.word(end).contains(['.', '"']) && r.kind(end) == Some(TokenKind::Word);
    let ok = if ambiguous { (preposition || part.is_some()) && !followed_by_name && name.len() > 2 } else { (sure || asked) && !followed_by_name };
    ok.then(|| Found { end: end.max(first + 1), value: part.is_none().then(|| iso(None, m, None)) })
}

/// One past "early", "late", "mid", "mid-", where a date may go on after it.
fn part(r: &Reading<'_>, at: usize) -> Option<usize> {
    matches!(r.class(at), Some(Class::Part)).then(|| at + 1 + usize::from(r.word(at + 1) == "-"))
}

/// "2017-02-08", "12/25/2016", "25.12.2016".
fn numeric(r: &Reading<'_>, at: usize) -> Option<Found> {
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
fn weekday(r: &Reading<'_>, at: usize) -> Option<Found> {
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

/// The weekday at `at`; "Sun", "Sat", "Mon", "Wed" only with a dot or a date after them.
fn weekday_name(r: &Reading<'_>, at: usize) -> Option<u8> {
    let Some(Class::Weekday(day)) = r.class(at) else { return None };
    let word = r.word(at);
    let full = word.len() > 5;
    let dated = || word.ends_with('.') || month(r, at + 1 + usize::from(r.word(at + 1) == ",")).is_some();
    (r.capital(at) && (full || (word != "SUN" && dated()))).then_some(day)
}

/// "today", "last year", "earlier this week", "the past several decades", "three years ago", "the following day", "this spring".
fn relative(r: &Reading<'_>, at: usize) -> Option<Found> {
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

/// "2016", "the 1990s", "the early 1990s", "fiscal 2017", "summer of 2016", "the 19th century", "the first quarter of 2017".
fn year(r: &Reading<'_>, at: usize) -> Option<Found> {
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

/// True where the four digits at `at` are a year and not a count, an address or a model.
fn lone_year(r: &Reading<'_>, at: usize) -> bool {
    let Some(year) = year_number(r, at) else { return false };
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
    let word = r.word(at);
    r.kind(at) == Some(TokenKind::Word)
        && word.starts_with(char::is_lowercase)
        && (word.ends_with('s') || matches!(word, "people" | "men" | "women" | "children" | "km" | "metres" | "meters"))
        && !matches!(
            word,
            "was"
                | "is"
                | "has"
                | "as"
                | "its"
                | "this"
                | "elections"
                | "games"
                | "polls"
                | "protests"
                | "attacks"
                | "results"
                | "riots"
                | "talks"
                | "wars"
                | "olympics"
        )
}

/// Days with a name. Sorted within a length is not needed: the list is short and looked at only on a capital.
const HOLIDAYS: &[&[&str]] = &[
    &["New", "Year", "’s", "Eve"],
    &["New", "Year", "'s", "Eve"],
    &["New", "Year", "’s", "Day"],
    &["New", "Year", "'s", "Day"],
    &["Christmas", "Eve"],
    &["Christmas", "Day"],
    &["Christmas"],
    &["Boxing", "Day"],
    &["Easter", "Sunday"],
    &["Easter", "Monday"],
    &["Easter"],
    &["Good", "Friday"],
    &["Palm", "Sunday"],
    &["Thanksgiving", "Day"],
    &["Thanksgiving"],
    &["Independence", "Day"],
    &["Memorial", "Day"],
    &["Labor", "Day"],
    &["Labour", "Day"],
    &["Election", "Day"],
    &["Inauguration", "Day"],
    &["Veterans", "Day"],
    &["Columbus", "Day"],
    &["Presidents", "Day"],
    &["Valentine", "'s", "Day"],
    &["Valentine", "’s", "Day"],
    &["Mother", "'s", "Day"],
    &["Father", "'s", "Day"],
    &["Halloween"],
    &["Super", "Tuesday"],
    &["Black", "Friday"],
    &["Cyber", "Monday"],
    &["Hanukkah"],
    &["Passover"],
    &["Yom", "Kippur"],
    &["Rosh", "Hashanah"],
    &["Ramadan"],
    &["Eid", "al", "-", "Fitr"],
    &["Eid", "al", "-", "Adha"],
    &["Eid"],
    &["Diwali"],
    &["Lent"],
];

/// The first words of [`HOLIDAYS`]. Sorted.
const HOLIDAY_STARTS: &[&str] = &[
    "Black",
    "Boxing",
    "Christmas",
    "Columbus",
    "Cyber",
    "Diwali",
    "Easter",
    "Eid",
    "Election",
    "Father",
    "Good",
    "Halloween",
    "Hanukkah",
    "Inauguration",
    "Independence",
    "Labor",
    "Labour",
    "Lent",
    "Memorial",
    "Mother",
    "New",
    "Palm",
    "Passover",
    "Presidents",
    "Ramadan",
    "Rosh",
    "Super",
    "Thanksgiving",
    "Valentine",
    "Veterans",
    "Yom",
];

fn holiday(r: &Reading<'_>, at: usize) -> Option<Found> {
    if !r.capital(at) || r.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    if !has(HOLIDAY_STARTS, r.word(at)) {
        return None;
    }
    let name = HOLIDAYS.iter().find(|name| name.iter().enumerate().all(|(n, w)| r.word(at + n) == *w))?;
    let end = at + name.len();
    // "Easter Island", "Christmas Carol": part of another name.
    if name.len() == 1 && r.capital(end) && r.kind(end) == Some(TokenKind::Word) && r.class(end).is_none() {
        return None;
    }
    Some(year_after(r, end).filter(|_| r.word(end) != ",").map_or(Found { end, value: None }, |(end, _)| Found { end, value: None }))
}

/// "10:30 a.m.", "5 p.m. EST", "10pm", "0800 GMT", "noon", "ten o'clock".
fn clock(r: &Reading<'_>, at: usize) -> Option<Found> {
    if let Some(Class::Moment(hour)) = r.class(at) {
        let name = r.capital(at) && r.before(at).is_some_and(|b| r.capital(b) && r.kind(b) == Some(TokenKind::Word));
        return (!name).then(|| Found { end: at + 1, value: Some(format!("T{hour:02}:00")) });
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
    let mut half = match super::words::class(tail) {
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

/// "10:30" is a time of day only where something says so: a score or a verse looks the same.
fn timely(r: &Reading<'_>, at: usize, end: usize) -> bool {
    r.before(at).is_some_and(|b| r.is_one(b, &["at", "by", "until", "till", "from", "before", "after", "around", "about"]))
        || matches!(r.class(end), Some(Class::Zone))
        || r.is(end, "hours")
}

/// "Saturday afternoon", "late Friday night", "this morning", "last night", "tonight", "late Friday", "early in the morning".
fn part_of_day(r: &Reading<'_>, at: usize) -> Option<Found> {
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

/// "seven years", "the first 100 days", "24 hours", "two years ago", "a week later".
fn duration(r: &Reading<'_>, at: usize) -> Option<(EntityLabel, Found)> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_holiday_is_found_by_its_first_word() {
        assert!(HOLIDAY_STARTS.windows(2).all(|w| w[0] < w[1]));
        assert!(HOLIDAYS.iter().all(|name| has(HOLIDAY_STARTS, name[0])));
    }
}
