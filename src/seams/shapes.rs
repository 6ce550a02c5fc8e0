//! Dates and clocks by their shape, read from the figures on.

/// True where `text` starts with a date or a clock: `2024-04-26`, `21:15`, `3/4/2024`, `20 hours ago`, `6 Sep 2025`, `5 min read`.
pub(super) fn starts_with_date_or_clock(text: &str) -> bool {
    let bytes = text.as_bytes();
    let figures = |from: usize| bytes[from.min(bytes.len())..].iter().take(5).take_while(|b| b.is_ascii_digit()).count();
    let first = figures(0);
    if first == 0 || first > 4 {
        return false;
    }
    match bytes.get(first) {
        Some(b'-') if first == 4 => (1..=2).contains(&figures(5)),
        Some(b':') if first <= 2 => figures(first + 1) >= 2,
        Some(b'/') if first <= 2 => figures(first + 1) > 0 && bytes.get(first + 1 + figures(first + 1)) == Some(&b'/'),
        Some(b' ') => {
            let rest = &text[first + 1..];
            let mut words = rest.split([' ', ',', '\n']);
            let unit = words.next().unwrap_or("");
            match unit.trim_end_matches(['s', '.']) {
                "hour" | "minute" | "min" | "day" | "week" | "month" | "year" | "second" | "hr" => {
                    words.next().is_some_and(|w| w.starts_with("ago") || w.starts_with("read"))
                }
                _ => first <= 2 && is_month(unit) && words.next().is_some_and(|w| w.len() >= 4 && w.as_bytes()[..4].iter().all(u8::is_ascii_digit)),
            }
        }
        _ => false,
    }
}

/// True for a month, whole or cut to three or four letters.
pub(super) fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    let word = word.trim_end_matches('.');
    MONTHS.contains(&word) || word.len() == 3 && MONTHS.iter().any(|m| m.starts_with(word)) || word == "Sept"
}

/// True for a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    matches!(word, "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")
}

/// True for the figures of a year of the last and this century.
pub(super) fn is_year(figures: &str) -> bool {
    figures.len() == 4 && (figures.starts_with("19") || figures.starts_with("20")) && figures.bytes().all(|b| b.is_ascii_digit())
}

/// Where figures of two numbers were run together, counted from their start: `20254:29` (year and clock), `0:0013:11` (two clocks).
pub(super) fn cut_in_figures(figures: &str, next_word: &str) -> Option<usize> {
    let bytes = figures.as_bytes();
    let digits = |range: std::ops::Range<usize>| bytes.get(range).is_some_and(|b| b.iter().all(u8::is_ascii_digit));
    let year = figures.get(..4).is_some_and(is_year);
    let colon = bytes.iter().position(|b| *b == b':');
    match colon {
        // A year and a clock.
        Some(5 | 6) if year && digits(4..colon?) && digits(colon? + 1..bytes.len()) && bytes.len() == colon? + 3 => Some(4),
        // A clock and another one.
        Some(first @ 1..=2) if digits(0..first) && digits(first + 1..first + 4) => {
            let second = bytes[first + 1..].iter().position(|b| *b == b':')? + first + 1;
            (matches!(second - first, 4 | 5) && digits(first + 1..second) && digits(second + 1..second + 3)).then_some(first + 3)
        }
        // A year and the day of a month.
        None if matches!(bytes.len(), 5 | 6) && digits(0..bytes.len()) && year && is_month(next_word) => Some(4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_clocks() {
        for yes in ["2024-04-26", "21:15:50ST", "3/4/2024", "20 hours ago", "6 Sep 2025", "5 min read"] {
            assert!(starts_with_date_or_clock(yes), "{yes}");
        }
        for no in ["19", "2024", "13 people", "9 September", "10th", "3-4"] {
            assert!(!starts_with_date_or_clock(no), "{no}");
        }
        assert_eq!(cut_in_figures("20194:29", ""), Some(4));
        assert_eq!(cut_in_figures("0:0013:11", ""), Some(4));
        assert_eq!(cut_in_figures("20256", "Sep"), Some(4));
        assert_eq!(cut_in_figures("20256", "people"), None);
        assert_eq!(cut_in_figures("21:21:50", ""), None);
        assert_eq!(cut_in_figures("10:30", ""), None);
    }
}
