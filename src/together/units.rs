//! What of an article may stand in others too: its lines, and the sentences of lines that have several.

use super::hash::Hash;
use crate::text::{Layout, Span};

/// A line or a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// In bytes of the text, without white space at its ends.
    pub(super) span: Span,
    /// Of its words as they stand, whatever the white space and the case.
    pub(super) exact: u64,
    /// Of its words with numbers, dates and names left open; none where too little else is left.
    pub(super) near: Option<u64>,
    /// True for a whole line.
    pub(super) line: bool,
    /// How many words it has.
    pub(super) words: usize,
}

/// So many words of a line must be left when numbers, dates and names are left open.
const NEAR_LINE: usize = 3;
/// The same of a sentence: what newsrooms say in the same words of every case ("Police are investigating") has few.
const NEAR_SENTENCE: usize = 7;
/// So many words a sentence must have to be known again.
const SENTENCE: usize = 6;

const CALENDAR: [&str; 44] = [
    "am",
    "april",
    "apr",
    "aug",
    "august",
    "bst",
    "day",
    "days",
    "dec",
    "december",
    "edt",
    "est",
    "feb",
    "february",
    "fri",
    "friday",
    "gmt",
    "hour",
    "hours",
    "jan",
    "january",
    "jul",
    "july",
    "jun",
    "june",
    "mar",
    "march",
    "may",
    "min",
    "minute",
    "minutes",
    "mon",
    "monday",
    "nov",
    "november",
    "oct",
    "october",
    "pm",
    "sat",
    "saturday",
    "sep",
    "sept",
    "september",
    "utc",
];
const WEEKDAYS: [&str; 9] = ["sun", "sunday", "thu", "thursday", "today", "tue", "tuesday", "wed", "wednesday"];

/// The units of `text`, in order. What holds quotation marks is somebody's words, and none.
pub(super) fn units(text: &str) -> Vec<Unit> {
    let layout = Layout::of(text);
    let mut units = Vec::new();
    let mut at = 0;
    let mut sentence = 0;
    for line in text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        let end = at + line.trim_end().len();
        at += line.len();
        if start >= end {
            continue;
        }
        let whole = Span::new(start, end);
        units.extend(unit(text, whole, true));
        // Sentences may lie in several lines, and lines may hold several sentences.
        while sentence < layout.sentences.len() && layout.sentences[sentence].span.end() <= start {
            sentence += 1;
        }
        for s in layout.sentences[sentence..].iter().take_while(|s| s.span.start() < end) {
            let span = s.span;
            if whole.contains(span) && span != whole {
                units.extend(unit(text, span, false));
            }
        }
    }
    units
}

fn unit(text: &str, span: Span, line: bool) -> Option<Unit> {
    let said = span.of(text);
    if said.contains(['"', '“', '”', '«', '»']) || is_byline(said) {
        return None;
    }
    let (mut exact, mut near) = (Hash::new(), Hash::new());
    let (mut words, mut left, mut letters) = (0, 0, 0);
    let mut open = false;
    for (n, word) in said.split_whitespace().enumerate() {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric());
        let small = core.to_lowercase();
        exact.add(&small);
        if core.is_empty() {
            continue;
        }
        words += 1;
        letters += core.chars().filter(|c| c.is_alphabetic()).count();
        let dated = CALENDAR.contains(&small.as_str()) || WEEKDAYS.contains(&small.as_str());
        let named = n > 0 && core.starts_with(char::is_uppercase) && !core.chars().skip(1).all(|c| !c.is_lowercase());
        if dated || named || core.contains(|c: char| c.is_numeric()) {
            // However many words the name or the date has, it is one gap.
            if !open {
                near.add("\0");
            }
            open = true;
        } else {
            near.add(&small);
            open = false;
            left += 1;
        }
    }
    let long_enough = if line { words >= 2 || letters >= 6 } else { words >= SENTENCE };
    let near = (left >= if line { NEAR_LINE } else { NEAR_SENTENCE }).then(|| near.finish());
    long_enough.then(|| Unit { span, exact: exact.finish(), near, line, words })
}

/// "By Ann Pell", "By ANN PELL and Tom Hale, Staff Writer": who wrote an article is wanted, however often.
fn is_byline(said: &str) -> bool {
    let mut words = said.split_whitespace();
    words.next().is_some_and(|w| w.eq_ignore_ascii_case("by"))
        && words.next().is_some_and(|w| w.starts_with(char::is_uppercase))
        && said.split_whitespace().count() <= 9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(text: &str) -> Option<u64> {
        units(text).first().and_then(|u| u.near)
    }

    #[test]
    fn names_numbers_and_dates_are_left_open() {
        assert_eq!(near("Follow the latest from Port Avelle on 3 May 2024"), near("Follow the latest from Ridgemoor on 12 June 2025"));
        assert_ne!(near("Follow the latest from Port Avelle on 3 May 2024"), near("Follow the news from Port Avelle on 3 May 2024"));
        assert_eq!(near("Ann Pell spoke"), None, "too little is left");
        assert!(units("By Ann Pell, Staff Writer").is_empty());
        assert!(units("“We will reopen the harbour,” she said on Monday.").is_empty());
    }

    #[test]
    fn a_line_of_several_sentences_gives_them_too() {
        let text = "The ferry was late again on Monday morning. Short one. Nobody at the harbour could say why it was.\n\nSign up\n";
        let found: Vec<&str> = units(text).iter().map(|u| u.span.of(text)).collect();
        assert_eq!(found.len(), 4);
        assert_eq!(found[1..], ["The ferry was late again on Monday morning.", "Nobody at the harbour could say why it was.", "Sign up"]);
    }
}
