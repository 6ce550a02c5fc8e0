//! The words of a text as the segments read them: between white space, and cut where two pieces were glued.

use super::key::key_of;
use super::lexicon::{Lexicon, class};
use crate::seams::{cut_chunk, is_address};
use crate::text::Span;

/// One word with its marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Where it stands, marks included, in bytes of the text.
    pub(super) span: Span,
    /// The hash of its letters and digits in small letters; 0 for marks alone.
    pub(super) key: u64,
    /// What the lexicon says of it.
    pub(super) class: u32,
    /// What its characters are.
    pub(super) shape: u16,
    /// True for two words with capitals and a stroke between.
    pub(super) stroke: bool,
    /// True where it ends with a question mark.
    pub(super) question: bool,
    /// True where it was glued to the word before it.
    pub(super) seam: bool,
}

/// What the characters of a word are, one bit each.
pub(super) mod shape {
    /// The first letter is a capital.
    pub(crate) const UPPER: u16 = 1;
    /// Two letters or more, all capitals.
    pub(crate) const CAPS: u16 = 1 << 1;
    /// The first letter is small.
    pub(crate) const LOWER: u16 = 1 << 2;
    /// Begins with a digit.
    pub(crate) const NUMBER: u16 = 1 << 3;
    /// Ends a sentence.
    pub(crate) const STOP: u16 = 1 << 4;
    /// A comma or semicolon at its end.
    pub(crate) const COMMA: u16 = 1 << 5;
    /// A colon at its end.
    pub(crate) const COLON: u16 = 1 << 6;
    /// A quotation mark somewhere.
    pub(crate) const QUOTE: u16 = 1 << 7;
    /// A bracket at its start.
    pub(crate) const OPEN: u16 = 1 << 8;
    /// A bracket at its end.
    pub(crate) const CLOSE: u16 = 1 << 9;
    /// An address.
    pub(crate) const LINK: u16 = 1 << 10;
    /// "@name", "#tag".
    pub(crate) const HANDLE: u16 = 1 << 11;
    /// No letter or digit.
    pub(crate) const MARK: u16 = 1 << 12;
    /// "10:30", "1:41".
    pub(crate) const CLOCK: u16 = 1 << 13;
    /// Four digits that are a year of our time.
    pub(crate) const YEAR: u16 = 1 << 14;
    /// Three dots at its end.
    pub(crate) const DOTS: u16 = 1 << 15;
}

/// The words of `text`.
pub(super) fn words(text: &str, lexicon: &Lexicon) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut cuts = Vec::new();
    for chunk in text.split_whitespace() {
        // A slice of `text`: how far into it says the difference of the addresses.
        let start = chunk.as_ptr() as usize - text.as_ptr() as usize;
        cuts.clear();
        cut_chunk(chunk, &mut cuts);
        let mut from = 0;
        for n in 0..=cuts.len() {
            let to = cuts.get(n).copied().unwrap_or(chunk.len());
            // "LinkedIn" is one word though it looks like two.
            if n < cuts.len() {
                let next = cuts.get(n + 1).copied().unwrap_or(chunk.len());
                if lexicon.class(key_of(&chunk[from..next])) & class::BRAND != 0 {
                    continue;
                }
            }
            words.push(word(&chunk[from..to], start + from, from > 0, lexicon));
            from = to;
        }
    }
    words
}

fn word(text: &str, at: usize, seam: bool, lexicon: &Lexicon) -> Word {
    let key = key_of(text);
    let ing = if text.len() > 5 && text.trim_end_matches([',', '.', ';', ':']).ends_with("ing") { class::ING } else { 0 };
    // "Lindt/AP": what stands after the stroke says whose it is.
    let agency = text.rsplit_once('/').map_or(0, |(_, last)| lexicon.class(key_of(last)) & class::AGENCY);
    let is_name = |part: &str| part.starts_with(char::is_uppercase);
    let stroke = text.split_once('/').is_some_and(|(one, other)| is_name(one) && is_name(other));
    let question = text.trim_end_matches(['"', '”', '’', '*', ')', '_']).ends_with('?');
    Word {
        stroke,
        question,
        span: Span::new(at, at + text.len()),
        key,
        class: if key == 0 { 0 } else { lexicon.class(key) | ing | agency },
        shape: shape_of(text),
        seam,
    }
}

fn shape_of(word: &str) -> u16 {
    let mut bits = 0;
    let (mut letters, mut capitals, mut digits, mut colons) = (0, 0, 0, 0);
    let mut first = true;
    for c in word.chars() {
        if c.is_alphabetic() {
            if letters == 0 && digits == 0 {
                bits |= if c.is_uppercase() { shape::UPPER } else { shape::LOWER };
            }
            letters += 1;
            capitals += usize::from(c.is_uppercase());
        } else if c.is_numeric() {
            if letters == 0 && digits == 0 {
                bits |= shape::NUMBER;
            }
            digits += 1;
        } else {
            match c {
                '"' | '“' | '”' | '‘' | '«' | '»' | '„' => bits |= shape::QUOTE,
                '\'' | '’' if first => bits |= shape::QUOTE,
                ':' => colons += 1,
                '(' | '[' if first => bits |= shape::OPEN,
                '@' | '#' if first || word.starts_with("(@") => bits |= shape::HANDLE,
                _ => {}
            }
        }
        first = false;
    }
    if letters + digits == 0 {
        bits |= shape::MARK;
    }
    if letters >= 2 && capitals == letters {
        bits |= shape::CAPS;
    }
    if colons == 1 && digits >= 2 && bits & shape::NUMBER != 0 && letters <= 2 {
        bits |= shape::CLOCK;
    }
    if digits == 4 && letters == 0 && word.contains("19") | word.contains("20") {
        bits |= shape::YEAR;
    }
    if is_address(word) {
        bits |= shape::LINK;
    }
    let bare = word.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    match bare.chars().next_back() {
        Some('…') => bits |= shape::DOTS | shape::STOP,
        Some('.') if bare.ends_with("...") => bits |= shape::DOTS | shape::STOP,
        Some('.' | '!' | '?') => bits |= shape::STOP,
        Some(',' | ';') => bits |= shape::COMMA,
        Some(':') => bits |= shape::COLON,
        _ => {}
    }
    if word.ends_with([')', ']']) {
        bits |= shape::CLOSE;
    }
    bits
}
