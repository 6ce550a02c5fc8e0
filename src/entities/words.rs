//! The words that dates, times, amounts and shares are made of.

use std::sync::OnceLock;

/// A stretch of time that is counted: "three weeks".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// True for what is shorter than a day.
    pub(super) fn within_a_day(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour)
    }

    /// The ISO 8601 duration of `count` of it.
    pub(super) fn duration(self, count: f64) -> String {
        match self {
            Unit::Second => format!("PT{count}S"),
            Unit::Minute => format!("PT{count}M"),
            Unit::Hour => format!("PT{count}H"),
            Unit::Day => format!("P{count}D"),
            Unit::Week => format!("P{count}W"),
            Unit::Fortnight => format!("P{}W", count * 2.0),
            Unit::Month => format!("P{count}M"),
            Unit::Quarter => format!("P{}M", count * 3.0),
            Unit::Year => format!("P{count}Y"),
            Unit::Decade => format!("P{}Y", count * 10.0),
            Unit::Century => format!("P{}Y", count * 100.0),
        }
    }
}

/// What a word can do in a date, a time, an amount or a share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Class {
    /// 1 to 12.
    Month(u8),
    /// 1 (Monday) to 7.
    Weekday(u8),
    /// One of it: "week".
    Unit(Unit),
    /// More than one: "weeks".
    Units(Unit),
    /// "one" to "nineteen".
    Small(u8),
    /// "twenty" to "ninety".
    Tens(u8),
    /// "hundred", "million".
    Scale(f64),
    /// "hundreds", "millions".
    Scales,
    /// "first" to "thirty-first" without the tens: "first", "twentieth".
    Ordinal(u8),
    /// "morning", "night".
    DayPart,
    /// "noon", "midnight".
    Moment(u8),
    /// "last", "next": before a unit, a weekday or a season.
    Relative,
    /// "today".
    RelativeDay,
    /// "tonight".
    RelativeTime,
    /// "spring".
    Season,
    /// "early", "late", "mid".
    Part,
    /// "several", "few": before units.
    Vague,
    /// "ago", "earlier": after units.
    After,
    /// "dollars", with its ISO 4217 code where that is certain.
    Currency(&'static str),
    /// "cents": a hundredth.
    SmallCurrency(&'static str),
    /// "USD", "Rs": before the number.
    CurrencyCode(&'static str),
    /// "percent".
    Percent,
    /// "a.m.": 0, "p.m.": 12.
    HalfDay(u8),
    /// "GMT".
    Zone,
}

use Class::{
    After, Currency, CurrencyCode, DayPart, HalfDay, Moment, Month, Ordinal, Part, Percent, Relative, RelativeDay, RelativeTime, Scale, Scales, Season, Small,
    SmallCurrency, Tens, Vague, Weekday, Zone,
};

/// Every word in lower case, its final dot left out. Sorted.
const WORDS: &[(&str, Class)] = &[
    ("a.m", HalfDay(0)),
    ("afternoon", DayPart),
    ("ago", After),
    ("am", HalfDay(0)),
    ("apr", Month(4)),
    ("april", Month(4)),
    ("aud", CurrencyCode("AUD")),
    ("aug", Month(8)),
    ("august", Month(8)),
    ("autumn", Season),
    ("baht", Currency("THB")),
    ("billion", Scale(1e9)),
    ("billions", Scales),
    ("bn", Scale(1e9)),
    ("bst", Zone),
    ("cad", CurrencyCode("CAD")),
    ("cent", SmallCurrency("")),
    ("cents", SmallCurrency("")),
    ("centuries", Class::Units(Unit::Century)),
    ("century", Class::Unit(Unit::Century)),
    ("cet", Zone),
    ("chf", CurrencyCode("CHF")),
    ("coming", Relative),
    ("couple", Vague),
    ("crore", Scale(1e7)),
    ("crores", Scale(1e7)),
    ("current", Relative),
    ("dawn", DayPart),
    ("day", Class::Unit(Unit::Day)),
    ("days", Class::Units(Unit::Day)),
    ("dec", Month(12)),
    ("decade", Class::Unit(Unit::Decade)),
    ("decades", Class::Units(Unit::Decade)),
    ("december", Month(12)),
    ("dollar", Currency("USD")),
    ("dollars", Currency("USD")),
    ("dozen", Scale(12.0)),
    ("dozens", Scales),
    ("earlier", After),
    ("early", Part),
    ("edt", Zone),
    ("eight", Small(8)),
    ("eighteen", Small(18)),
    ("eighteenth", Ordinal(18)),
    ("eighth", Ordinal(8)),
    ("eighty", Tens(80)),
    ("eleven", Small(11)),
    ("eleventh", Ordinal(11)),
    ("est", Zone),
    ("eur", CurrencyCode("EUR")),
    ("euro", Currency("EUR")),
    ("euros", Currency("EUR")),
    ("evening", DayPart),
    ("fall", Season),
    ("feb", Month(2)),
    ("february", Month(2)),
    ("few", Vague),
    ("fifteen", Small(15)),
    ("fifteenth", Ordinal(15)),
    ("fifth", Ordinal(5)),
    ("fifty", Tens(50)),
    ("first", Ordinal(1)),
    ("five", Small(5)),
    ("following", Relative),
    ("fortnight", Class::Unit(Unit::Fortnight)),
    ("forty", Tens(40)),
    ("four", Small(4)),
    ("fourteen", Small(14)),
    ("fourteenth", Ordinal(14)),
    ("fourth", Ordinal(4)),
    ("franc", Currency("")),
    ("francs", Currency("")),
    ("fri", Weekday(5)),
    ("friday", Weekday(5)),
    ("gbp", CurrencyCode("GBP")),
    ("gmt", Zone),
    ("hour", Class::Unit(Unit::Hour)),
    ("hours", Class::Units(Unit::Hour)),
    ("hundred", Scale(100.0)),
    ("hundreds", Scales),
    ("inr", CurrencyCode("INR")),
    ("ist", Zone),
    ("jan", Month(1)),
    ("january", Month(1)),
    ("jul", Month(7)),
    ("july", Month(7)),
    ("jun", Month(6)),
    ("june", Month(6)),
    ("k", Scale(1e3)),
    ("kes", CurrencyCode("KES")),
    ("krona", Currency("SEK")),
    ("kronor", Currency("SEK")),
    ("ksh", CurrencyCode("KES")),
    ("lakh", Scale(1e5)),
    ("lakhs", Scale(1e5)),
    ("last", Relative),
    ("late", Part),
    ("later", After),
    ("lira", Currency("")),
    ("m", Scale(1e6)),
    ("many", Vague),
    ("mar", Month(3)),
    ("march", Month(3)),
    ("may", Month(5)),
    ("mid", Part),
    ("midday", Moment(12)),
    ("midnight", Moment(0)),
    ("million", Scale(1e6)),
    ("millions", Scales),
    ("minute", Class::Unit(Unit::Minute)),
    ("minutes", Class::Units(Unit::Minute)),
    ("mn", Scale(1e6)),
    ("mon", Weekday(1)),
    ("monday", Weekday(1)),
    ("month", Class::Unit(Unit::Month)),
    ("months", Class::Units(Unit::Month)),
    ("morning", DayPart),
    ("mst", Zone),
    ("naira", Currency("NGN")),
    ("next", Relative),
    ("ngn", CurrencyCode("NGN")),
    ("night", DayPart),
    ("nine", Small(9)),
    ("nineteen", Small(19)),
    ("nineteenth", Ordinal(19)),
    ("ninety", Tens(90)),
    ("ninth", Ordinal(9)),
    ("noon", Moment(12)),
    ("nov", Month(11)),
    ("november", Month(11)),
    ("oct", Month(10)),
    ("october", Month(10)),
    ("one", Small(1)),
    ("p.m", HalfDay(12)),
    ("past", Relative),
    ("pct", Percent),
    ("pdt", Zone),
    ("pence", SmallCurrency("GBP")),
    ("percent", Percent),
    ("percentage", Percent),
    ("peso", Currency("")),
    ("pesos", Currency("")),
    ("pkr", CurrencyCode("PKR")),
    ("pm", HalfDay(12)),
    ("pound", Currency("GBP")),
    ("pounds", Currency("GBP")),
    ("previous", Relative),
    ("pst", Zone),
    ("quarter", Class::Unit(Unit::Quarter)),
    ("quarters", Class::Units(Unit::Quarter)),
    ("rand", Currency("ZAR")),
    ("recent", Relative),
    ("renminbi", Currency("CNY")),
    ("rouble", Currency("RUB")),
    ("roubles", Currency("RUB")),
    ("rs", CurrencyCode("")),
    ("ruble", Currency("RUB")),
    ("rubles", Currency("RUB")),
    ("rupee", Currency("")),
    ("rupees", Currency("")),
    ("sat", Weekday(6)),
    ("saturday", Weekday(6)),
    ("second", Ordinal(2)),
    ("seconds", Class::Units(Unit::Second)),
    ("sep", Month(9)),
    ("sept", Month(9)),
    ("september", Month(9)),
    ("seven", Small(7)),
    ("seventeen", Small(17)),
    ("seventeenth", Ordinal(17)),
    ("seventh", Ordinal(7)),
    ("seventy", Tens(70)),
    ("several", Vague),
    ("shekel", Currency("ILS")),
    ("shekels", Currency("ILS")),
    ("shilling", Currency("")),
    ("shillings", Currency("")),
    ("six", Small(6)),
    ("sixteen", Small(16)),
    ("sixteenth", Ordinal(16)),
    ("sixth", Ordinal(6)),
    ("sixty", Tens(60)),
    ("spring", Season),
    ("summer", Season),
    ("sun", Weekday(7)),
    ("sunday", Weekday(7)),
    ("ten", Small(10)),
    ("tenth", Ordinal(10)),
    ("third", Ordinal(3)),
    ("thirteen", Small(13)),
    ("thirteenth", Ordinal(13)),
    ("thirty", Tens(30)),
    ("this", Relative),
    ("thousand", Scale(1e3)),
    ("thousands", Scales),
    ("three", Small(3)),
    ("thu", Weekday(4)),
    ("thurs", Weekday(4)),
    ("thursday", Weekday(4)),
    ("today", RelativeDay),
    ("tomorrow", RelativeDay),
    ("tonight", RelativeTime),
    ("trillion", Scale(1e12)),
    ("trillions", Scales),
    ("tue", Weekday(2)),
    ("tues", Weekday(2)),
    ("tuesday", Weekday(2)),
    ("twelfth", Ordinal(12)),
    ("twelve", Small(12)),
    ("twentieth", Ordinal(20)),
    ("twenty", Tens(20)),
    ("two", Small(2)),
    ("usd", CurrencyCode("USD")),
    ("utc", Zone),
    ("wed", Weekday(3)),
    ("wednesday", Weekday(3)),
    ("week", Class::Unit(Unit::Week)),
    ("weekend", DayPart),
    ("weeks", Class::Units(Unit::Week)),
    ("winter", Season),
    ("won", Currency("KRW")),
    ("year", Class::Unit(Unit::Year)),
    ("years", Class::Units(Unit::Year)),
    ("yen", Currency("JPY")),
    ("yesterday", RelativeDay),
    ("yuan", Currency("CNY")),
    ("zar", CurrencyCode("ZAR")),
];

/// Longest entry, in bytes.
const LONGEST: usize = 11;

/// For each first letter, the lengths of the words that start with it, as bits.
fn lengths() -> &'static [u16; 26] {
    static LENGTHS: OnceLock<[u16; 26]> = OnceLock::new();
    LENGTHS.get_or_init(|| {
        let mut lengths = [0; 26];
        for (word, _) in WORDS {
            lengths[usize::from(word.as_bytes()[0] - b'a')] |= 1 << word.len();
        }
        lengths
    })
}

/// The class of `word` in any case, with or without its final dot; `None` for any other word.
pub(super) fn class(word: &str) -> Option<Class> {
    entry(word).map(class_of)
}

/// The class of an entry of the list.
pub(super) fn class_of(entry: u16) -> Class {
    WORDS[usize::from(entry)].1
}

/// Which entry of the list `word` is: what is kept for every token of a text should be small.
pub(super) fn entry(word: &str) -> Option<u16> {
    let word = word.strip_suffix('.').unwrap_or(word).as_bytes();
    let first = word.first()?.to_ascii_lowercase();
    if word.len() > LONGEST || !first.is_ascii_lowercase() || lengths()[usize::from(first - b'a')] & (1 << word.len()) == 0 {
        return None;
    }
    let mut buffer = [0u8; LONGEST];
    let lower = &mut buffer[..word.len()];
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    WORDS.binary_search_by(|(w, _)| w.as_bytes().cmp(lower)).ok().map(|n| n as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_short_enough() {
        assert!(WORDS.windows(2).all(|w| w[0].0 < w[1].0), "{:?}", WORDS.windows(2).find(|w| w[0].0 >= w[1].0));
        assert!(WORDS.iter().all(|(w, _)| w.len() <= LONGEST && w.starts_with(|c: char| c.is_ascii_lowercase())));
    }

    #[test]
    fn case_and_the_final_dot_do_not_matter() {
        assert_eq!(class("Feb."), Some(Month(2)));
        assert_eq!(class("SATURDAY"), Some(Weekday(6)));
        assert_eq!(class("p.m."), Some(HalfDay(12)));
        assert_eq!(class("Ortiz"), None);
        assert_eq!(class("Märkte"), None);
    }
}
