//! A text that is changed in many places, one after the other.

use super::borders::border_after;

/// Bytes of a piece that is cut.
const LONGEST: usize = 8_192;

/// A text in pieces, each with its length in bytes and code points: a change touches one piece and not the whole text, so
/// that ten thousand changes of a long text take milliseconds.
#[derive(Clone, Debug)]
pub struct TextBuffer(Vec<Piece>);

#[derive(Clone, Debug)]
struct Piece {
    text: String,
    chars: usize,
}

impl Piece {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), chars: text.chars().count() }
    }
}

impl TextBuffer {
    /// Holds `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(cut(text))
    }

    /// Code points before `byte`; none where it is no character border of the text.
    #[must_use]
    pub fn byte_to_char(&self, byte: usize) -> Option<usize> {
        let (mut bytes, mut chars) = (0, 0);
        for piece in &self.0 {
            if byte <= bytes + piece.text.len() {
                return Some(chars + piece.text.get(..byte - bytes)?.chars().count());
            }
            bytes += piece.text.len();
            chars += piece.chars;
        }
        (byte == 0).then_some(0)
    }

    /// The byte where code point number `char` begins; none past the end.
    #[must_use]
    pub fn char_to_byte(&self, char: usize) -> Option<usize> {
        let (mut bytes, mut chars) = (0, 0);
        for piece in &self.0 {
            if char < chars + piece.chars {
                return piece.text.char_indices().nth(char - chars).map(|(at, _)| bytes + at);
            }
            bytes += piece.text.len();
            chars += piece.chars;
        }
        (char == chars).then_some(bytes)
    }

    /// Puts `insert` in the place of `delete`, which must stand at `byte`. False where it does not: nothing changes then.
    pub fn replace(&mut self, byte: usize, delete: &str, insert: &str) -> bool {
        if self.0.is_empty() {
            self.0.push(Piece::new(""));
        }
        let mut from = byte;
        let Some(first) = self.0.iter().position(|piece| {
            let here = from <= piece.text.len();
            if !here {
                from -= piece.text.len();
            }
            here
        }) else {
            return false;
        };
        // Those that the deleted words reach into, as one.
        let mut reach = self.0[first].text.len();
        let mut last = first;
        while reach < from + delete.len() {
            last += 1;
            let Some(piece) = self.0.get(last) else { return false };
            reach += piece.text.len();
        }
        let mut whole = String::with_capacity(reach + insert.len());
        self.0[first..=last].iter().for_each(|p| whole.push_str(&p.text));
        if whole.get(from..from + delete.len()) != Some(delete) {
            return false;
        }
        whole.replace_range(from..from + delete.len(), insert);
        if last == first && whole.len() <= LONGEST {
            self.0[first] = Piece { chars: whole.chars().count(), text: whole };
        } else {
            self.0.splice(first..=last, cut(&whole));
        }
        true
    }

    /// The text as it stands.
    #[must_use]
    pub fn into_string(self) -> String {
        let mut text = String::with_capacity(self.0.iter().map(|p| p.text.len()).sum());
        self.0.iter().for_each(|p| text.push_str(&p.text));
        text
    }
}

/// `text` in pieces of half the longest.
fn cut(mut text: &str) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(text.len() * 2 / LONGEST + 1);
    while text.len() > LONGEST / 2 {
        let at = border_after(text, LONGEST / 2);
        let (piece, rest) = text.split_at(at);
        pieces.push(Piece::new(piece));
        text = rest;
    }
    if !text.is_empty() {
        pieces.push(Piece::new(text));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn does_what_a_string_does(
            start in "[ab é🚢\n]{0,40}",
            times in 1usize..400,
            changes in prop::collection::vec((0.0..1.0f64, 0usize..6_000, "[xé🚢]{0,9}", 1usize..900), 1..12),
        ) {
            let mut plain = start.repeat(times);
            let mut buffer = TextBuffer::new(&plain);
            for (share, length, insert, repeat) in changes {
                let borders: Vec<usize> = plain.char_indices().map(|(at, _)| at).chain([plain.len()]).collect();
                let char = ((borders.len() - 1) as f64 * share) as usize;
                let (from, to) = (borders[char], borders[(char + length).min(borders.len() - 1)]);
                prop_assert_eq!(buffer.byte_to_char(from), Some(char));
                prop_assert_eq!(buffer.char_to_byte(char), Some(from));
                let (delete, insert) = (plain[from..to].to_owned(), insert.repeat(repeat));
                prop_assert!(!buffer.replace(from, &format!("{delete}?"), ""), "what is not there is not replaced");
                prop_assert!(buffer.replace(from, &delete, &insert));
                plain.replace_range(from..to, &insert);
            }
            prop_assert_eq!(buffer.char_to_byte(plain.chars().count()), Some(plain.len()));
            prop_assert_eq!(buffer.char_to_byte(plain.chars().count() + 1), None);
            prop_assert_eq!(buffer.byte_to_char(plain.len() + 1), None);
            prop_assert_eq!(buffer.into_string(), plain);
        }
    }
}
