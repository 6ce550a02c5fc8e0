//! Which character set a text file is in, told from its bytes.

use crate::artifacts::encoding::{MAC_ROMAN, WINDOWS_1251, WINDOWS_1252};

/// A character set that text files of news come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// With or without a byte-order mark; bytes that are none show as U+FFFD.
    Utf8,
    /// The lower byte first.
    Utf16Le,
    /// The higher byte first.
    Utf16Be,
    /// Western Europe, as Windows had it.
    Windows1252,
    /// Cyrillic, as Windows had it.
    Windows1251,
    /// Western Europe, as the Macintosh had it.
    MacRoman,
}

/// How many bytes are looked at.
const SAMPLE: usize = 65_536;

impl Charset {
    /// What `bytes` are most likely in.
    #[must_use]
    pub fn guess(bytes: &[u8]) -> Self {
        let sample = &bytes[..bytes.len().min(SAMPLE)];
        match sample {
            [0xff, 0xfe, ..] => return Self::Utf16Le,
            [0xfe, 0xff, ..] => return Self::Utf16Be,
            _ => {}
        }
        if let Some(wide) = wide(sample) {
            return wide;
        }
        if mostly_utf8(bytes) {
            return Self::Utf8;
        }
        let letters = |range: std::ops::RangeInclusive<u8>| sample.windows(4).filter(|four| four.iter().all(|b| range.contains(b))).count();
        // Words of four and more letters beyond ASCII are Cyrillic ones: no language of Latin letters has them.
        if letters(0xc0..=0xff) * 20 > sample.len() {
            return Self::Windows1251;
        }
        if marks(sample, [0xd2, 0xd3, 0xd4, 0xd5]) > marks(sample, [0x93, 0x94, 0x91, 0x92]) { Self::MacRoman } else { Self::Windows1252 }
    }

    /// As people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::Windows1251 => "Windows-1251 (Cyrillic)",
            Self::MacRoman => "Mac Roman",
        }
    }

    /// The text that `bytes` are in it; what they cannot be shows as U+FFFD.
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Self::Utf16Le => utf16(bytes, u16::from_le_bytes),
            Self::Utf16Be => utf16(bytes, u16::from_be_bytes),
            Self::Windows1252 => single(bytes, WINDOWS_1252),
            Self::Windows1251 => single(bytes, WINDOWS_1251),
            Self::MacRoman => single(bytes, MAC_ROMAN),
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(units.strip_prefix(&[0xfeff]).unwrap_or(&units))
}

/// `upper` has the characters of bytes 80 to FF.
fn single(bytes: &[u8], upper: &str) -> String {
    let upper: Vec<char> = upper.chars().collect();
    bytes.iter().map(|b| b.checked_sub(0x80).map_or(char::from(*b), |n| upper.get(usize::from(n)).copied().unwrap_or('\u{fffd}'))).collect()
}

/// UTF-16 without a mark: every other byte of Latin text is zero.
fn wide(sample: &[u8]) -> Option<Charset> {
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    match () {
        () if pairs < 2 => None,
        () if odd * 5 > pairs * 2 && even * 20 < pairs => Some(Charset::Utf16Le),
        () if even * 5 > pairs * 2 && odd * 20 < pairs => Some(Charset::Utf16Be),
        () => None,
    }
}

/// How often bytes that would be quotation marks (opening, closing, opening single, closing single or apostrophe) stand where such marks do.
fn marks(sample: &[u8], [open, close, single_open, single_close]: [u8; 4]) -> usize {
    let letter = |b: u8| b.is_ascii_alphabetic();
    let beside = |n: usize| (n.checked_sub(1).map_or(b' ', |p| sample[p]), sample.get(n + 1).copied().unwrap_or(b' '));
    (0..sample.len())
        .filter(|&n| {
            let (before, after) = beside(n);
            let b = sample[n];
            (b == open || b == single_open) && !letter(before) && letter(after)
                || b == close && !letter(after) && (letter(before) || before.is_ascii_punctuation())
                || b == single_close && letter(before) && (letter(after) || after.is_ascii_whitespace())
        })
        .count()
}

/// True where most of what is beyond ASCII is valid UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    broken == 0 || valid > 3 * broken
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = "“The ferry was late,” Óscar Núñez said. “Nobody’s fault – it’s the tide.”";

    fn encoded(text: &str, upper: &str) -> Vec<u8> {
        text.chars().map(|c| if c.is_ascii() { c as u8 } else { 0x80 + upper.chars().position(|u| u == c).unwrap() as u8 }).collect()
    }

    #[test]
    fn each_set_is_told_and_read() {
        let units: Vec<u16> = STORY.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|u| u.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|u| u.to_be_bytes()).collect();
        let cyrillic = "Паром опоздал, сказала Елена Орлова. Никто не виноват.";
        for (charset, bytes, text) in [
            (Charset::Utf8, STORY.as_bytes().to_vec(), STORY),
            (Charset::Utf16Le, little.clone(), STORY),
            (Charset::Utf16Be, big, STORY),
            (Charset::Utf16Le, [vec![0xff, 0xfe], little].concat(), STORY),
            (Charset::Windows1252, encoded(STORY, WINDOWS_1252), STORY),
            (Charset::MacRoman, encoded(STORY, MAC_ROMAN), STORY),
            (Charset::Windows1251, encoded(cyrillic, WINDOWS_1251), cyrillic),
        ] {
            assert_eq!(Charset::guess(&bytes), charset, "{text}");
            assert_eq!(charset.decode(&bytes), text);
        }
    }

    #[test]
    fn letters_of_western_languages_are_no_marks_of_a_macintosh() {
        for text in ["El ÓRGANO de control, el ÚLTIMO, dijo ayer: NÔTRE, CÔTE, PÒ.", "Señor Núñez y la niña", "naïve café", "A plain text."] {
            assert_eq!(Charset::guess(&encoded(text, WINDOWS_1252)), if text.is_ascii() { Charset::Utf8 } else { Charset::Windows1252 }, "{text}");
        }
        assert_eq!(Charset::guess(b"don\xd5t"), Charset::MacRoman);
        assert_eq!(Charset::guess(b""), Charset::Utf8);
        assert_eq!(Charset::guess(b"a"), Charset::Utf8);
    }
}
