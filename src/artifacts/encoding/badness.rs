//! How unlikely a run of characters is: the sign of text decoded with the wrong character set.
//!
//! The heuristic is the published one of ftfy 6 (R. Speer, Apache-2.0): some four hundred characters turn up in
//! mojibake; which of them stand beside each other tells it from text.

use std::sync::LazyLock;

use super::codepages::CODE_PAGES;
use crate::text::order;

/// Turn up everywhere; no sign alone.
const COMMON: u32 = 1;
/// Control characters of Latin-1, which no text uses.
const C1: u32 = 1 << 1;
/// Hardly ever meant.
const BAD: u32 = 1 << 2;
const LAW: u32 = 1 << 3;
const CURRENCY: u32 = 1 << 4;
const START_PUNCTUATION: u32 = 1 << 5;
const END_PUNCTUATION: u32 = 1 << 6;
const NUMERIC: u32 = 1 << 7;
/// Letters that make faces ("ò_ó").
const KAOMOJI: u32 = 1 << 8;
const UPPER_ACCENTED: u32 = 1 << 9;
const LOWER_ACCENTED: u32 = 1 << 10;
const UPPER_COMMON: u32 = 1 << 11;
const LOWER_COMMON: u32 = 1 << 12;
/// Box drawing.
const BOX: u32 = 1 << 13;
/// What the first byte of a UTF-8 sequence of two, three or four bytes is read as.
const FIRST_OF_2: u32 = 1 << 14;
const FIRST_OF_3: u32 = 1 << 15;
const FIRST_OF_4: u32 = 1 << 16;
/// What a later byte is read as.
const CONTINUATION: u32 = 1 << 17;
/// The same, but for marks that follow ordinary words too.
const STRICT_CONTINUATION: u32 = 1 << 18;

/// So many blanks, and a line is a sentence.
const WORDS: usize = 5;

/// Characters by class.
#[rustfmt::skip]
const CLASSES: &[(u32, &str)] = &[
    (COMMON, "\u{A0}\u{AD}·´–—―…’"),
    (BAD, "¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊\u{FFFD}ªº"),
    (LAW, "¶§"),
    (CURRENCY, "¢£¥₧€"),
    (START_PUNCTUATION, "¡«¿©΄΅‘‚“„•‹\u{F8FF}"),
    (END_PUNCTUATION, "®»˝”›™"),
    (NUMERIC, "²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№"),
    (KAOMOJI, "ÒÓÔÕÖÙÚÛÜòóôõöøùúûüŐŌŪŲ°"),
    (UPPER_ACCENTED, "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑØÜÝĂĀĄĆČĎĐĘĚĒĖĞĢİĪĶĹĽŁĻŃŇŅŒŘŚŞŠŢŤŮŰŸŹŻŽҐ"),
    (LOWER_ACCENTED, "ßàáâãäåæçèéêëìíîïðñăąāćčďđęěēėğģįīķĺľłļœŕśşšťüźżžґﬁﬂ"),
    (UPPER_COMMON, "ÞΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ΢ΣΤΥΦΧΨΩΆΈΉΊΌΎΏΪΫЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"),
    (LOWER_COMMON, "αβγδεζηθικλμνξοπρςστυφχψωάέήίΰабвгдежзийклмнопрстуфхцчшщъыьэюяѐёђѓєѕіїјљњћќѝўџ"),
    (BOX, "│┌┐┘├┤┬┼═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬▀▄█▌▐░▒▓"),
];

/// The classes of every character that has one, sorted.
static TABLE: LazyLock<Vec<(char, u32)>> = LazyLock::new(|| {
    let mut table: Vec<(char, u32)> = CLASSES.iter().flat_map(|(class, chars)| chars.chars().map(|c| (c, *class))).collect();
    // The first eight code pages resemble Latin-1; Mac Roman and code page 437 do not, and their islands are not looked for.
    for page in &CODE_PAGES[..8] {
        for (c, byte) in page.pairs() {
            let class = match byte {
                0x80..=0xBF if "–—―‘’‚“”„•…".contains(c) => CONTINUATION,
                0x80..=0xBF => CONTINUATION | STRICT_CONTINUATION,
                0xC2..=0xDF => FIRST_OF_2,
                0xE0..=0xEF => FIRST_OF_3,
                0xF0 | 0xF3 => FIRST_OF_4,
                _ => continue,
            };
            table.push((c, class));
        }
    }
    order::sort_by(&mut table, |(c, class)| order::pair(*c as usize, *class as usize));
    let mut merged: Vec<(char, u32)> = Vec::with_capacity(table.len());
    for (c, class) in table {
        match merged.last_mut() {
            Some(last) if last.0 == c => last.1 |= class,
            _ => merged.push((c, class)),
        }
    }
    merged
});

fn class(c: char) -> u32 {
    match c {
        ' ' => CONTINUATION,
        '\0'..='\x7F' => 0,
        '\u{80}'..='\u{9F}' => C1 | TABLE.binary_search_by_key(&c, |t| t.0).map_or(0, |n| TABLE[n].1),
        _ => TABLE.binary_search_by_key(&c, |t| t.0).map_or(0, |n| TABLE[n].1),
    }
}

/// Characters with their classes.
pub(super) struct Classed {
    chars: Vec<char>,
    classes: Vec<u32>,
}

impl Classed {
    pub(super) fn of(chars: impl Iterator<Item = char>) -> Self {
        let chars: Vec<char> = chars.collect();
        let classes = chars.iter().map(|c| class(*c)).collect();
        Self { chars, classes }
    }

    /// True where the characters look like mojibake.
    pub(super) fn is_bad(&self) -> bool {
        (0..self.chars.len()).any(|n| self.bad_at(n))
    }

    /// True where the characters of `range` look like mojibake, by themselves or after the small letter before them ("naÅ„").
    pub(super) fn is_bad_within(&self, range: &std::ops::Range<usize>) -> bool {
        let alone = Classed { chars: self.chars[range.clone()].to_vec(), classes: self.classes[range.clone()].to_vec() };
        let after_small = range.start > 0 && self.char(range.start - 1).is_ascii_lowercase();
        alone.is_bad()
            || (after_small
                && self.has(range.start, UPPER_ACCENTED)
                && (self.has(range.start + 1, START_PUNCTUATION) || self.has(range.start + 1, CURRENCY) && self.is_sentence()))
            || self.is_capital_in_two(range)
    }

    /// True for a line of several words: what stands in one of them is read as the rest is.
    fn is_sentence(&self) -> bool {
        self.chars.iter().filter(|c| **c == ' ').count() >= WORDS
    }

    /// "Ã…lesund": two characters that a small letter follows.
    fn is_capital_in_two(&self, range: &std::ops::Range<usize>) -> bool {
        range.len() == 2 && self.capital_in_two_at(range.start)
    }

    fn capital_in_two_at(&self, n: usize) -> bool {
        self.char(n) == 'Ã' && "…†‡ˆ‰˜–—".contains(self.char(n + 1)) && self.char(n + 2).is_ascii_lowercase() && (n == 0 || !self.char(n - 1).is_alphanumeric())
    }

    fn char(&self, n: usize) -> char {
        self.chars.get(n).copied().unwrap_or('\0')
    }

    fn has(&self, n: usize, classes: u32) -> bool {
        self.classes.get(n).is_some_and(|c| c & classes != 0)
    }

    /// True where one of the unlikely sequences starts at `n`.
    fn bad_at(&self, n: usize) -> bool {
        const LETTERS: u32 = LOWER_ACCENTED | UPPER_ACCENTED;
        const SIGNS: u32 = START_PUNCTUATION | END_PUNCTUATION | CURRENCY | NUMERIC | LAW;
        let (a, b, c) = (self.char(n), self.char(n + 1), self.char(n + 2));
        if a.is_ascii() && b.is_ascii() {
            return false;
        }
        let (one, two, three) = (|k| self.has(n, k), |k| self.has(n + 1, k), |k| self.has(n + 2, k));
        let wordy = |c: char| c.is_alphanumeric() || c == '_';
        one(C1)
            || (one(BAD | LETTERS | BOX | SIGNS) && two(BAD))
            || (a.is_ascii_alphabetic() && two(LOWER_COMMON | UPPER_COMMON) && three(BAD))
            || (one(BAD) && two(LETTERS | BOX | SIGNS))
            || (one(LOWER_ACCENTED | LOWER_COMMON | BOX | END_PUNCTUATION | CURRENCY | NUMERIC) && two(UPPER_ACCENTED))
            || (one(BOX | END_PUNCTUATION | CURRENCY | NUMERIC) && two(LOWER_ACCENTED))
            || (one(LOWER_ACCENTED | BOX | END_PUNCTUATION) && two(CURRENCY))
            || (a.is_whitespace() && two(UPPER_ACCENTED) && three(CURRENCY))
            || (one(UPPER_ACCENTED | BOX) && two(NUMERIC | LAW))
            || (one(LETTERS | BOX | CURRENCY | END_PUNCTUATION) && two(START_PUNCTUATION) && three(NUMERIC))
            || (one(LETTERS | CURRENCY | NUMERIC | BOX | LAW) && two(END_PUNCTUATION) && three(START_PUNCTUATION))
            || (one(CURRENCY | NUMERIC | BOX) && two(START_PUNCTUATION))
            || (a.is_ascii_lowercase() && two(UPPER_ACCENTED) && three(START_PUNCTUATION | CURRENCY))
            || (one(BOX) && two(KAOMOJI | END_PUNCTUATION))
            || (one(LETTERS | SIGNS) && two(BOX))
            || (one(LETTERS) && two(START_PUNCTUATION | END_PUNCTUATION) && wordy(c))
            || (matches!(a, 'Œ' | 'œ') && n + 1 < self.chars.len() && !b.is_ascii_alphabetic())
            || (one(UPPER_ACCENTED) && b == '°')
            || self.bad_in_one_encoding(n, a, b, c)
    }

    /// Sequences that one mix-up is known by.
    fn bad_in_one_encoding(&self, n: usize, a: char, b: char, c: char) -> bool {
        const MARKS: u32 = START_PUNCTUATION | END_PUNCTUATION;
        let two = |k| self.has(n + 1, k);
        match a {
            // Windows-1252
            'Â' | 'Ã' | 'Î' | 'Ð' if two(MARKS) || "€œŠš¢£Ÿž\u{A0}\u{AD}®©°·»–—´".contains(b) => true,
            'Ã' if matches!(b, '\u{A0}' | '¡') || self.capital_in_two_at(n) => true,
            'Ã' | 'Â' if b == ' ' && (n == 0 || self.lower_before(n)) => true,
            '×' => matches!(b, '²' | '³'),
            'Ø' | 'Ù' => {
                let arabic = |m: usize| self.has(m, COMMON | CURRENCY | BAD | NUMERIC | START_PUNCTUATION) || "ŸŠ®°µ»".contains(self.char(m));
                arabic(n + 1) && matches!(c, 'Ø' | 'Ù') && arabic(n + 3)
            }
            'à' => matches!(b, '²' | 'µ' | '¹' | '¼' | '½' | '¾'),
            // Mac Roman
            '√' => "±∂†≠®™´≤≥¥µø".contains(b),
            '≈' => matches!(b, '°' | '¢'),
            '‚' => (b == 'Ä' && "ìîïòôúùû†°¢π".contains(c)) || (matches!(b, 'â' | 'ó') && matches!(c, 'à' | 'ä' | '°' | 'ê')),
            // Windows-1251
            'в' => b == 'Ђ',
            'В' | 'Г' | 'Р' | 'С' if matches!(c, 'В' | 'Г' | 'Р' | 'С') && (two(C1 | BAD | MARKS | CURRENCY) || matches!(b, '°' | 'µ')) => true,
            'Г' => {
                b == 'ў'
                    && c == 'В'
                    && self.char(n + 3) == 'Ђ'
                    && self.char(n + 4) == 'В'
                    && (self.char(n + 6).is_ascii_alphabetic() || self.char(n + 6) == ' ')
            }
            // Windows-1253
            'β' => b == '€' && matches!(c, '™' | '\u{A0}' | 'Ά' | '\u{AD}' | '®' | '°'),
            'Β' | 'Γ' | 'Ξ' | 'Ο' => matches!(c, 'Β' | 'Γ' | 'Ξ' | 'Ο') && (two(C1 | BAD | MARKS | CURRENCY) || b == '°'),
            // Windows-1257
            'ā' => b == '€',
            // An Â before what it was put before
            _ => b == 'Â' && (matches!(a, 'a'..='z' | '.' | ',' | '?' | '!') || self.has(n, END_PUNCTUATION)) && (c == ' ' || self.has(n + 2, MARKS)),
        }
    }

    /// True where a small letter, or one and a blank, stand before `n`.
    fn lower_before(&self, n: usize) -> bool {
        let before = self.char(n - 1);
        before.is_ascii_lowercase() || (before.is_whitespace() && n >= 2 && self.char(n - 2).is_ascii_lowercase())
    }

    /// The islands that look like UTF-8 read in one of the code pages that resemble Latin-1, as ranges of characters.
    pub(super) fn islands(&self) -> Vec<std::ops::Range<usize>> {
        let mut islands = Vec::new();
        let mut n = 0;
        while n < self.chars.len() {
            if n > 0 && self.has(n - 1, STRICT_CONTINUATION) {
                n += 1;
                continue;
            }
            let mut end = n;
            while let Some(length) = self.sequence_at(end) {
                end += length;
            }
            if end > n {
                islands.push(n..end);
                n = end;
            } else {
                n += 1;
            }
        }
        islands
    }

    /// How many characters the sequence at `n` has.
    fn sequence_at(&self, n: usize) -> Option<usize> {
        let goes_on = |length: usize| (n + 1..n + length).all(|m| self.has(m, CONTINUATION));
        [(FIRST_OF_2, 2), (FIRST_OF_3, 3), (FIRST_OF_4, 4)]
            .into_iter()
            .find(|(class, length)| self.has(n, *class) && goes_on(*length))
            .map(|(_, length)| length)
    }
}

#[cfg(test)]
mod tests {
    use super::Classed;

    fn bad(text: &str) -> bool {
        Classed::of(text.chars()).is_bad()
    }

    #[test]
    fn mojibake_is_bad() {
        for text in ["doesnâ€™t", "GuantÃ¡namo", "voilÃ  le", "вЂ™s", "JuliÃ\u{83}Â¡n", "g√©nie", "рџ "] {
            assert!(bad(text) || text == "рџ ", "{text}");
        }
    }

    #[test]
    fn text_is_not() {
        for text in
            ["São Paulo, Ångström, naïve, façade, Übermensch, İstanbul", "NESTLÉ® pays 5×£35", "“Élan,” he said – “L’épisode…”", "Москва", "2012—∞", "Brontë…”"]
        {
            assert!(!bad(text), "{text}");
        }
    }
}
