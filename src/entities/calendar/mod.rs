//! Dates and times of day. Values follow ISO 8601, with X for digits that the text leaves open ("XXXX-02-08").
//!
//! One file an idea: days by their number ([`day`]), years and what is named by them ([`year`]), days with a name ([`holiday`]), what is told
//! from today ([`relative`]), times of day ([`clock`]), lengths of time ([`duration`]). What they share is in [`parts`].

mod clock;
mod day;
mod duration;
mod holiday;
mod parts;
mod relative;
mod year;

use super::label::EntityLabel;
use super::reading::{Found, Reading};
use crate::lexicon::WordSet;
use crate::text::TokenKind;
use clock::{clock, part_of_day};
use day::{day_and_month, month_first, numeric, weekday};
use duration::duration;
use holiday::holiday;
use relative::relative;
use year::year;

/// Words without a class that a date or time may start with.
const OPENING: WordSet = WordSet::new("a an earlier every fiscal fy half later quarter the these those");

/// "Q3", "H1", "FY24": letters and digits of a business year.
fn is_business(word: &str) -> bool {
    word.len() <= 6 && word.starts_with(['Q', 'H', 'F']) && word.ends_with(|c: char| c.is_ascii_digit())
}

/// The date or time from token `at` on; the longer of what each rule reads.
pub(super) fn calendar(r: &Reading<'_>, at: usize) -> Option<(EntityLabel, Found)> {
    // Most words with a capital: of all that is read here only a holiday may start with one.
    if r.kind(at) == Some(TokenKind::Word) && r.class(at).is_none() && r.capital(at) && !r.is_of(at, OPENING) && !is_business(r.word(at)) {
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
