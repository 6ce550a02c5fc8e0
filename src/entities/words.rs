//! The words that dates, times, amounts and shares are made of.

use std::sync::OnceLock;

use crate::lexicon::NUMBERS;

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

/// Every word but [`NUMBERS`] in lower case, its final dot left out. Sorted.
const WORDS: &[(&str, Class)] = &[
    ("a.m", HalfDay(0)),
    ("aedt", Zone),
    ("aest", Zone),
    ("afghani", Currency("AFN")),
    ("afghanis", Currency("AFN")),
    ("afternoon", DayPart),
    ("ago", After),
    ("am", HalfDay(0)),
    ("apr", Month(4)),
    ("april", Month(4)),
    ("ariary", Currency("MGA")),
    ("aud", CurrencyCode("AUD")),
    ("aug", Month(8)),
    ("august", Month(8)),
    ("autumn", Season),
    ("baht", Currency("THB")),
    ("balboa", Currency("PAB")),
    ("balboas", Currency("PAB")),
    ("billions", Scales),
    ("birr", Currency("ETB")),
    ("bn", Scale(1e9)),
    ("bolivar", Currency("VES")),
    ("bolivares", Currency("VES")),
    ("bolivars", Currency("VES")),
    ("bst", Zone),
    ("cad", CurrencyCode("CAD")),
    ("cedi", Currency("GHS")),
    ("cedis", Currency("GHS")),
    ("cent", SmallCurrency("")),
    ("cents", SmallCurrency("")),
    ("centuries", Class::Units(Unit::Century)),
    ("century", Class::Unit(Unit::Century)),
    ("cest", Zone),
    ("cet", Zone),
    ("chf", CurrencyCode("CHF")),
    ("colones", Currency("")),
    ("coming", Relative),
    ("couple", Vague),
    ("crore", Scale(1e7)),
    ("crores", Scale(1e7)),
    ("ct", Zone),
    ("current", Relative),
    ("dalasi", Currency("GMD")),
    ("dawn", DayPart),
    ("day", Class::Unit(Unit::Day)),
    ("days", Class::Units(Unit::Day)),
    ("dec", Month(12)),
    ("decade", Class::Unit(Unit::Decade)),
    ("decades", Class::Units(Unit::Decade)),
    ("december", Month(12)),
    ("dinar", Currency("")),
    ("dinars", Currency("")),
    ("dirham", Currency("")),
    ("dirhams", Currency("")),
    ("dollar", Currency("USD")),
    ("dollars", Currency("USD")),
    ("dong", Currency("VND")),
    ("dozen", Scale(12.0)),
    ("dozens", Scales),
    ("earlier", After),
    ("early", Part),
    ("edt", Zone),
    ("eest", Zone),
    ("eighteenth", Ordinal(18)),
    ("eighth", Ordinal(8)),
    ("eleventh", Ordinal(11)),
    ("emalangeni", Currency("SZL")),
    ("est", Zone),
    ("et", Zone),
    ("eur", CurrencyCode("EUR")),
    ("euro", Currency("EUR")),
    ("euros", Currency("EUR")),
    ("evening", DayPart),
    ("fall", Season),
    ("feb", Month(2)),
    ("february", Month(2)),
    ("few", Vague),
    ("fifteenth", Ordinal(15)),
    ("fifth", Ordinal(5)),
    ("first", Ordinal(1)),
    ("following", Relative),
    ("forint", Currency("HUF")),
    ("forints", Currency("HUF")),
    ("fortnight", Class::Unit(Unit::Fortnight)),
    ("fourteenth", Ordinal(14)),
    ("fourth", Ordinal(4)),
    ("franc", Currency("")),
    ("francs", Currency("")),
    ("fri", Weekday(5)),
    ("friday", Weekday(5)),
    ("gbp", CurrencyCode("GBP")),
    ("gmt", Zone),
    ("gourde", Currency("HTG")),
    ("gourdes", Currency("HTG")),
    ("guarani", Currency("PYG")),
    ("guaranies", Currency("PYG")),
    ("hkt", Zone),
    ("hour", Class::Unit(Unit::Hour)),
    ("hours", Class::Units(Unit::Hour)),
    ("hryvnia", Currency("UAH")),
    ("hryvnias", Currency("UAH")),
    ("hryvnya", Currency("UAH")),
    ("hundreds", Scales),
    ("inr", CurrencyCode("INR")),
    ("ist", Zone),
    ("jan", Month(1)),
    ("january", Month(1)),
    ("jst", Zone),
    ("jul", Month(7)),
    ("july", Month(7)),
    ("jun", Month(6)),
    ("june", Month(6)),
    ("k", Scale(1e3)),
    ("kes", CurrencyCode("KES")),
    ("kip", Currency("LAK")),
    ("koruna", Currency("CZK")),
    ("korunas", Currency("CZK")),
    ("krona", Currency("SEK")),
    ("krone", Currency("")),
    ("kroner", Currency("")),
    ("kronor", Currency("SEK")),
    ("kronur", Currency("ISK")),
    ("ksh", CurrencyCode("KES")),
    ("kwacha", Currency("")),
    ("kwachas", Currency("")),
    ("kyat", Currency("MMK")),
    ("kyats", Currency("MMK")),
    ("lakh", Scale(1e5)),
    ("lakhs", Scale(1e5)),
    ("lari", Currency("GEL")),
    ("last", Relative),
    ("late", Part),
    ("later", After),
    ("lei", Currency("RON")),
    ("lempira", Currency("HNL")),
    ("lempiras", Currency("HNL")),
    ("leone", Currency("SLE")),
    ("leones", Currency("SLE")),
    ("leva", Currency("BGN")),
    ("lira", Currency("")),
    ("liras", Currency("")),
    ("lire", Currency("")),
    ("m", Scale(1e6)),
    ("maloti", Currency("LSL")),
    ("manat", Currency("")),
    ("manats", Currency("")),
    ("many", Vague),
    ("mar", Month(3)),
    ("march", Month(3)),
    ("may", Month(5)),
    ("meticais", Currency("MZN")),
    ("mid", Part),
    ("midday", Moment(12)),
    ("midnight", Moment(0)),
    ("millions", Scales),
    ("minute", Class::Unit(Unit::Minute)),
    ("minutes", Class::Units(Unit::Minute)),
    ("mn", Scale(1e6)),
    ("mon", Weekday(1)),
    ("monday", Weekday(1)),
    ("month", Class::Unit(Unit::Month)),
    ("months", Class::Units(Unit::Month)),
    ("morning", DayPart),
    ("msk", Zone),
    ("mst", Zone),
    ("naira", Currency("NGN")),
    ("nairas", Currency("NGN")),
    ("next", Relative),
    ("ngn", CurrencyCode("NGN")),
    ("ngultrum", Currency("BTN")),
    ("night", DayPart),
    ("nineteenth", Ordinal(19)),
    ("ninth", Ordinal(9)),
    ("noon", Moment(12)),
    ("nov", Month(11)),
    ("november", Month(11)),
    ("nzst", Zone),
    ("oct", Month(10)),
    ("october", Month(10)),
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
    ("pkt", Zone),
    ("pm", HalfDay(12)),
    ("pound", Currency("GBP")),
    ("pounds", Currency("GBP")),
    ("previous", Relative),
    ("pst", Zone),
    ("pt", Zone),
    ("quarter", Class::Unit(Unit::Quarter)),
    ("quarters", Class::Units(Unit::Quarter)),
    ("quetzal", Currency("GTQ")),
    ("quetzales", Currency("GTQ")),
    ("quetzals", Currency("GTQ")),
    ("rand", Currency("ZAR")),
    ("reais", Currency("BRL")),
    ("recent", Relative),
    ("renminbi", Currency("CNY")),
    ("rial", Currency("")),
    ("rials", Currency("")),
    ("riel", Currency("KHR")),
    ("riels", Currency("KHR")),
    ("ringgit", Currency("MYR")),
    ("ringgits", Currency("MYR")),
    ("riyal", Currency("")),
    ("riyals", Currency("")),
    ("rouble", Currency("RUB")),
    ("roubles", Currency("RUB")),
    ("rs", CurrencyCode("")),
    ("ruble", Currency("RUB")),
    ("rubles", Currency("RUB")),
    ("rufiyaa", Currency("MVR")),
    ("rupee", Currency("")),
    ("rupees", Currency("")),
    ("rupiah", Currency("IDR")),
    ("rupiahs", Currency("IDR")),
    ("sast", Zone),
    ("sat", Weekday(6)),
    ("saturday", Weekday(6)),
    ("second", Ordinal(2)),
    ("seconds", Class::Units(Unit::Second)),
    ("sep", Month(9)),
    ("sept", Month(9)),
    ("september", Month(9)),
    ("seventeenth", Ordinal(17)),
    ("seventh", Ordinal(7)),
    ("several", Vague),
    ("shekel", Currency("ILS")),
    ("shekels", Currency("ILS")),
    ("shilling", Currency("")),
    ("shillings", Currency("")),
    ("sixteenth", Ordinal(16)),
    ("sixth", Ordinal(6)),
    ("somoni", Currency("TJS")),
    ("soum", Currency("UZS")),
    ("spring", Season),
    ("summer", Season),
    ("sun", Weekday(7)),
    ("sunday", Weekday(7)),
    ("taka", Currency("BDT")),
    ("tenge", Currency("KZT")),
    ("tenth", Ordinal(10)),
    ("third", Ordinal(3)),
    ("thirteenth", Ordinal(13)),
    ("this", Relative),
    ("thousands", Scales),
    ("thu", Weekday(4)),
    ("thurs", Weekday(4)),
    ("thursday", Weekday(4)),
    ("today", RelativeDay),
    ("tomorrow", RelativeDay),
    ("tonight", RelativeTime),
    ("trillions", Scales),
    ("tue", Weekday(2)),
    ("tues", Weekday(2)),
    ("tuesday", Weekday(2)),
    ("tugrik", Currency("MNT")),
    ("tugriks", Currency("MNT")),
    ("twelfth", Ordinal(12)),
    ("twentieth", Ordinal(20)),
    ("usd", CurrencyCode("USD")),
    ("utc", Zone),
    ("wat", Zone),
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
    ("yuans", Currency("CNY")),
    ("zar", CurrencyCode("ZAR")),
    ("zloty", Currency("PLN")),
    ("zlotych", Currency("PLN")),
    ("zlotys", Currency("PLN")),
];

/// Longest entry, in bytes.
const LONGEST: usize = 11;

/// For each first letter, the lengths of the words that start with it, as bits.
fn lengths() -> &'static [u16; 26] {
    static LENGTHS: OnceLock<[u16; 26]> = OnceLock::new();
    LENGTHS.get_or_init(|| {
        let mut lengths = [0; 26];
        for word in WORDS.iter().map(|(word, _)| word).chain(NUMBERS.iter().map(|(word, _)| word)) {
            lengths[usize::from(word.as_bytes()[0] - b'a')] |= 1 << word.len();
        }
        lengths
    })
}

/// The class of `word` in any case, with or without its final dot; `None` for any other word.
pub(super) fn class(word: &str) -> Option<Class> {
    entry(word).map(class_of)
}

/// The class of an entry of the lists.
pub(super) fn class_of(entry: u16) -> Class {
    let entry = usize::from(entry);
    match entry.checked_sub(WORDS.len()).map(|n| NUMBERS[n].1) {
        None => WORDS[entry].1,
        Some(value) if value < 20.0 => Small(value as u8),
        Some(value) if value < 100.0 => Tens(value as u8),
        Some(value) => Scale(value),
    }
}

/// Which entry of the lists, one behind the other, `word` is: what is kept for every token of a text should be small.
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
    let lower = &*lower;
    let among = |n: Result<usize, usize>, before: usize| n.ok().map(|n| (before + n) as u16);
    among(WORDS.binary_search_by(|(w, _)| w.as_bytes().cmp(lower)), 0)
        .or_else(|| among(NUMBERS.binary_search_by(|(w, _)| w.as_bytes().cmp(lower)), WORDS.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_short_enough() {
        assert!(WORDS.windows(2).all(|w| w[0].0 < w[1].0), "{:?}", WORDS.windows(2).find(|w| w[0].0 >= w[1].0));
        assert!(
            WORDS.iter().map(|(w, _)| w).chain(NUMBERS.iter().map(|(w, _)| w)).all(|w| w.len() <= LONGEST && w.starts_with(|c: char| c.is_ascii_lowercase()))
        );
    }

    #[test]
    fn case_and_the_final_dot_do_not_matter() {
        assert_eq!(class("Feb."), Some(Month(2)));
        assert_eq!(class("SATURDAY"), Some(Weekday(6)));
        assert_eq!(class("p.m."), Some(HalfDay(12)));
        assert_eq!((class("Twelve"), class("SIXTY"), class("million")), (Some(Small(12)), Some(Tens(60)), Some(Scale(1e6))));
        assert_eq!(class("Ortiz"), None);
        assert_eq!(class("Märkte"), None);
    }
}
